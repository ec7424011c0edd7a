#include "citation/duplicates.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "citegraph/pages.hpp"

#include "citation/wording.hpp"
#include "text/fold.hpp"
#include "text/similarity.hpp"

namespace citegraph::citation {
namespace {

constexpr std::size_t shortest_title = 12;  // letters; shorter ones are those of many works ("Introduction")
constexpr std::size_t most_compared = 8;    // entries that agree in a key, with which each later one is compared
constexpr std::size_t letters_an_error = 10;

// All but the year as letters alone.
struct PrintedEntry {
  std::uint32_t number;
  std::string author;  // the first one
  std::string title;
  int year;
  std::string year_text;  // with its letter
  std::string volume;
  std::string first_page;
  std::string doi;

  bool has_place() const { return !volume.empty() && !first_page.empty(); }
};

std::string starting_page(const Work& work) {
  const std::optional<Pages> pages = parse_pages(work.get(Variable::page));
  return pages && !pages->ranges.empty() ? text::fold_letters(pages->ranges.front().first) : std::string();
}

std::vector<PrintedEntry> printed_entries(const ReferenceLists& references) {
  std::vector<PrintedEntry> entries;
  for (std::uint32_t i = 0; i < references.references.size(); ++i) {
    const Work* work = first_work(references, i);
    if (!work) continue;
    const auto authors = work->get(NameVariable::author);
    const Date* issued = work->get(DateVariable::issued);
    if (authors.empty() || !issued || !issued->has_year()) continue;
    entries.push_back({.number = i,
                       .author = text::fold_letters(authors.front().cited_form()),
                       .title = text::fold_letters(work->get(Variable::title)),
                       .year = work->year(),
                       .year_text = year_text(*issued),
                       .volume = text::fold_letters(work->get(Variable::volume)),
                       .first_page = starting_page(*work),
                       .doi = text::fold_letters(work->get(Variable::doi))});
  }
  return entries;
}

bool both_differ(const std::string& a, const std::string& b) { return !a.empty() && !b.empty() && a != b; }

bool years_agree(const PrintedEntry& a, const PrintedEntry& b) {
  if (a.year_text == b.year_text) return true;
  const bool same_place = a.has_place() && a.volume == b.volume && a.first_page == b.first_page;
  return same_place && std::abs(a.year - b.year) == 1;
}

// Typing errors, or a subtitle that is left out.
bool titles_alike(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return false;
  if (a.starts_with(b) || b.starts_with(a)) return true;
  const std::size_t limit = std::min(a.size(), b.size()) / letters_an_error;
  return text::edit_distance(a, b, limit) <= limit;
}

bool of_one_title(const PrintedEntry& a, const PrintedEntry& b) {
  return !both_differ(a.volume, b.volume) && !both_differ(a.first_page, b.first_page) && !both_differ(a.doi, b.doi) &&
         years_agree(a, b);
}

bool of_one_place(const PrintedEntry& a, const PrintedEntry& b) {
  return !both_differ(a.doi, b.doi) && titles_alike(a.title, b.title) && a.year_text == b.year_text;
}

auto title_key(const PrintedEntry& entry) { return std::tie(entry.title, entry.author); }
auto place_key(const PrintedEntry& entry) { return std::tie(entry.first_page, entry.volume, entry.author); }

// Entries that stand together under a key and are one work by `test`.
template <class Key, class Test>
void find_under(const Key& key, const Test& test, std::vector<PrintedEntry> entries, std::vector<Duplicate>& found) {
  std::sort(entries.begin(), entries.end(), [&](const PrintedEntry& a, const PrintedEntry& b) {
    return std::make_pair(key(a), a.number) < std::make_pair(key(b), b.number);
  });
  for (std::size_t i = 1, first = 0; i < entries.size(); ++i) {
    if (key(entries[i]) != key(entries[first])) first = i;
    for (std::size_t j = first; j < std::min(i, first + most_compared); ++j)
      if (test(entries[j], entries[i])) found.push_back({entries[i].number, entries[j].number});
  }
}

}  // namespace

std::vector<Duplicate> duplicates(const ReferenceLists& references) {
  std::vector<Duplicate> found;
  std::vector<PrintedEntry> entries = printed_entries(references);
  std::vector<PrintedEntry> placed = entries;
  std::erase_if(placed, [](const PrintedEntry& entry) { return !entry.has_place(); });
  find_under(place_key, of_one_place, std::move(placed), found);
  std::erase_if(entries, [](const PrintedEntry& entry) { return entry.title.size() < shortest_title; });
  find_under(title_key, of_one_title, std::move(entries), found);
  std::sort(found.begin(), found.end(), [](const Duplicate& a, const Duplicate& b) {
    return std::tie(a.number, a.earlier) < std::tie(b.number, b.earlier);
  });
  found.erase(std::unique(found.begin(), found.end(),
                          [](const Duplicate& a, const Duplicate& b) { return a.number == b.number; }),
              found.end());
  return found;
}

}  // namespace citegraph::citation
