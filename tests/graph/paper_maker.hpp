// Papers for tests, made by hand: no reader, no linker.
//
//     PaperMaker maker("a.md", "On Rivers");
//     const auto nile = maker.entry("Ash", "The Nile", 1990);
//     maker.cite("Ash, 1990:12", nile, "12");
//     maker.cite_missing({"Birch"}, 2001);
//     Paper paper = maker.paper();
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citegraph/paper.hpp"

namespace citegraph::test {

inline Date year(int y, std::string suffix = {}) {
  Date date;
  date.start = CalendarDate{.year = static_cast<std::int16_t>(y)};
  date.suffix = std::move(suffix);
  return date;
}

inline Name person(std::string family) {
  Name name;
  name.family = std::move(family);
  return name;
}

inline Work make_work(const std::string& family, const std::string& title, int y) {
  Work work;
  if (!family.empty()) work.set(NameVariable::author, {person(family)});
  work.set(Variable::title, title);
  if (y != 0) work.set(DateVariable::issued, year(y));
  return work;
}

class PaperMaker {
 public:
  explicit PaperMaker(std::string path, const std::string& title = {}) {
    paper_.document.path = std::move(path);
    paper_.document.work.set(Variable::title, title);
  }

  std::uint32_t entry(const std::string& family, const std::string& title, int y) {
    return entry(make_work(family, title, y));
  }

  std::uint32_t entry(Work work) {
    Reference reference;
    std::string printed;
    for (const Name& name : work.get(NameVariable::author)) printed += name.cited_form() + ", ";
    printed += std::to_string(work.year()) + ". " + std::string(work.get(Variable::title)) + ".";
    reference.span = append(printed, "\n\n");
    reference.works.push_back(std::move(work));
    paper_.references.push_back(std::move(reference));
    return static_cast<std::uint32_t>(paper_.references.size() - 1);
  }

  Citation& cite(std::string_view printed, std::uint32_t entry, std::string locator = {}) {
    Citation& citation = add_citation(printed);
    Target target;
    target.reference = entry;
    target.status = LinkStatus::linked;
    target.locator_label = locator.empty() ? "" : "page";
    target.locator = std::move(locator);
    citation.targets.push_back(std::move(target));
    return citation;
  }

  Citation& cite_missing(std::vector<std::string> names, int y) {
    std::string printed;
    for (const std::string& name : names) printed += name + ", ";
    Citation& citation = add_citation(printed + std::to_string(y));
    citation.names = std::move(names);
    citation.date = year(y);
    citation.targets.push_back({});
    return citation;
  }

  Paper paper() const {
    Paper paper = paper_;
    paper.document.source = paper.document.text;
    const auto size = static_cast<std::uint32_t>(paper.document.text.size());
    paper.document.map.append(size, {.start = 0, .end = size});
    return paper;
  }

 private:
  TextSpan append(std::string_view text, std::string_view after) {
    std::string& all = paper_.document.text;
    const auto start = static_cast<std::uint32_t>(all.size());
    all.append(text);
    const auto end = static_cast<std::uint32_t>(all.size());
    all.append(after);
    return {.start = start, .end = end};
  }

  // A sentence of its own for every citation.
  Citation& add_citation(std::string_view printed) {
    const TextSpan before = append("It was shown\nso (", "");
    Citation citation;
    citation.span = append(printed, "");
    const TextSpan after = append(").", "\n\n");
    citation.sentence = {.start = before.start, .end = after.end};
    citation.section = "Findings";
    citation.group = static_cast<std::uint32_t>(paper_.citations.size());
    paper_.citations.push_back(std::move(citation));
    return paper_.citations.back();
  }

  Paper paper_;
};

}  // namespace citegraph::test
