#include "graph/missing_works.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "text/ascii.hpp"
#include "text/fold.hpp"

namespace citegraph::graph {
namespace {

// How a citation prints the work that one of its targets means.
struct Printed {
  std::vector<std::string> names;
  bool others = false;
  std::string title;
  Date date;
};

Printed as_printed(const Citation& citation, std::uint32_t target) {
  if (target < citation.numbers.size()) return {{}, false, '[' + std::to_string(citation.numbers[target]) + ']', {}};
  if (!citation.key.empty()) return {{}, false, citation.key, {}};
  return {citation.names, citation.others, citation.title, citation.date};
}

std::string folded_date(const Date& date) {
  return std::to_string(date.year()) + text::fold(date.suffix) + text::fold(date.literal);
}

// Names and titles share one form: it is chance which of the two an organisation's paper is taken for.
std::string identity(const Printed& printed) {
  std::string folded;
  for (const std::string& name : printed.names) folded += text::fold_letters(name) + '|';
  if (!printed.title.empty()) folded += text::fold_letters(printed.title) + '|';
  if (folded == "|") folded += printed.title;  // a title without a letter, such as "§"
  return (printed.others ? "+" : "") + folded + folded_date(printed.date);
}

// Of several authors, and of one word that is no abbreviation, a citation prints the family name; what else stands
// alone may be an organisation, and is not divided.
Name as_name(const std::string& printed, bool one_of_several) {
  const bool one_word = printed.find(' ') == std::string::npos;
  const bool abbreviation = std::none_of(printed.begin(), printed.end(), text::is_ascii_lower);
  Name name;
  if (one_of_several || (one_word && !abbreviation))
    name.family = printed;
  else
    name.literal = printed;
  return name;
}

Work as_work(const Printed& printed, const Citation& citation) {
  Work work;
  std::vector<Name> authors;
  for (const std::string& name : printed.names)
    authors.push_back(as_name(name, printed.names.size() > 1 || printed.others));
  if (!authors.empty()) work.set(NameVariable::author, std::move(authors));
  work.set_others(NameVariable::author, printed.others && !printed.names.empty());
  work.set(Variable::title, printed.title);
  if (printed.date.has_year() || !printed.date.literal.empty()) work.set(DateVariable::issued, printed.date);
  if (!citation.key.empty()) work.key = citation.key;
  return work;
}

using Works = std::vector<MissingWork>;

// Gives the places of each "Smith et al. 1997" to the one list of names that begins with Smith, 1997.
void fold_et_al(Works& works, const std::map<std::string, std::size_t>& by_identity) {
  const auto first_and_date = [](const Work& work) {
    const std::span<const Name> authors = work.get(NameVariable::author);
    const Date* date = work.get(DateVariable::issued);
    return text::fold_letters(authors[0].cited_form()) + '|' + (date != nullptr ? folded_date(*date) : std::string());
  };
  std::map<std::string, std::vector<std::size_t>> full_lists;
  for (const auto& [key, i] : by_identity)
    if (works[i].work.get(NameVariable::author).size() > 1 && !works[i].work.has_others(NameVariable::author))
      full_lists[first_and_date(works[i].work)].push_back(i);
  for (const auto& [key, i] : by_identity) {
    if (!works[i].work.has_others(NameVariable::author)) continue;
    const auto full = full_lists.find(first_and_date(works[i].work));
    if (full == full_lists.end() || full->second.size() != 1) continue;
    std::vector<MissingWork::Place>& places = works[full->second[0]].places;
    places.insert(places.end(), works[i].places.begin(), works[i].places.end());
    std::sort(places.begin(), places.end());
    works[i].places.clear();
  }
  std::erase_if(works, [](const MissingWork& work) { return work.places.empty(); });
}

}  // namespace

std::optional<std::uint32_t> named_entry(const Target& target) {
  if (target.reference || target.status == LinkStatus::missing || target.candidates.empty()) return target.reference;
  return target.candidates.front();
}

std::vector<MissingWork> missing_works(std::span<const Citation> citations) {
  Works works;
  std::map<std::string, std::size_t> by_identity;
  for (std::uint32_t c = 0; c < citations.size(); ++c) {
    const Citation& citation = citations[c];
    for (std::uint32_t t = 0; t < citation.targets.size(); ++t) {
      if (named_entry(citation.targets[t])) continue;
      const Printed printed = as_printed(citation, t);
      const auto [place, is_new] = by_identity.emplace(identity(printed), works.size());
      if (is_new) works.push_back({as_work(printed, citation), {}});
      works[place->second].places.push_back({c, t});
    }
  }
  fold_et_al(works, by_identity);
  return works;
}

}  // namespace citegraph::graph
