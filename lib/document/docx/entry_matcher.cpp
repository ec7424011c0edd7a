#include "document/docx/entry_matcher.hpp"

#include <algorithm>

#include "text/ascii.hpp"
#include "text/fold.hpp"

namespace citegraph::document::docx {
namespace {

constexpr std::size_t most_candidates = 200;
constexpr std::size_t longest_entry = 4000;  // bytes that are looked at
constexpr std::size_t shortest_title = 5;    // letters; shorter ones stand in many entries
constexpr unsigned sure = 5;                 // points: the title or the DOI, and one thing more

std::string_view first_name_of(const Work& work, std::string& store) {
  for (const NameVariable variable : {NameVariable::author, NameVariable::editor})
    if (const auto names = work.get(variable); !names.empty()) {
      store = names.front().cited_form();
      return store;
    }
  return {};
}

std::vector<std::string> words_of(const std::string& folded) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) words.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// Bodies with long names are found by their first word, people with particles by their last one.
std::vector<std::string> index_words(std::string_view name, std::string_view title) {
  std::vector<std::string> keys;
  const std::vector<std::string> names = words_of(text::fold_words(name));
  if (!names.empty()) keys.push_back(names.back());
  const std::vector<std::string> titles = words_of(text::fold_words(title));
  if (titles.size() > 1) keys.push_back(titles[0] + ' ' + titles[1]);
  if (titles.size() == 1) keys.push_back(titles[0]);
  return keys;
}

bool holds(std::string_view text, const std::string& part) {
  return !part.empty() && text.find(part) != std::string_view::npos;
}

}  // namespace

EntryMatcher::EntryMatcher(const std::vector<Work>& works) : used_(works.size(), false) {
  for (std::uint32_t i = 0; i < works.size(); ++i) {
    const Work& work = works[i];
    std::string store;
    const std::string_view name = first_name_of(work, store);
    const std::string_view title = work.get(Variable::title);
    Traits traits{text::fold_letters(title),
                  text::fold_letters(name),
                  {},
                  text::ascii_lower_case(std::string(work.get(Variable::doi)))};
    if (traits.title.size() < shortest_title) traits.title.clear();
    if (work.year() != 0) traits.year = std::to_string(work.year());
    traits_.push_back(std::move(traits));
    for (const std::string& word : index_words(name, title)) by_word_[word].push_back(i);
  }
}

Likeness EntryMatcher::compare(const Traits& traits, std::string_view letters, std::string_view lower) {
  return {holds(letters, traits.title), holds(letters, traits.name), holds(lower, traits.year),
          holds(lower, traits.doi)};
}

Likeness EntryMatcher::likeness(std::uint32_t work, std::string_view text) const {
  text = text.substr(0, longest_entry);
  return compare(traits_[work], text::fold_letters(text), text::ascii_lower_case(std::string(text)));
}

bool EntryMatcher::begins_with_name(std::uint32_t work, std::string_view text) const {
  constexpr std::size_t before_name = 30;  // bytes of a number and initials
  const std::string& name = traits_[work].name;
  return name.empty() || holds(text::fold_letters(text.substr(0, before_name + name.size())), name);
}

std::vector<std::uint32_t> EntryMatcher::candidates(const std::string& folded) const {
  std::vector<std::uint32_t> found;
  const auto add = [&](const std::string& word) {
    const auto row = by_word_.find(word);
    if (row == by_word_.end() || row->second.size() > most_candidates || found.size() > most_candidates) return;
    found.insert(found.end(), row->second.begin(), row->second.end());
  };
  const std::vector<std::string> words = words_of(folded);
  for (std::size_t i = 0; i < words.size(); ++i) {
    add(words[i]);
    if (i + 1 < words.size()) add(words[i] + ' ' + words[i + 1]);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::optional<std::uint32_t> EntryMatcher::match(std::string_view text) {
  text = text.substr(0, longest_entry);
  const std::string letters = text::fold_letters(text);
  const std::string lower = text::ascii_lower_case(std::string(text));
  std::optional<std::uint32_t> best;
  unsigned most = 0;
  unsigned count = 0;  // of works with so many points
  for (const std::uint32_t work : candidates(text::fold_words(text))) {
    if (used_[work]) continue;
    const unsigned points = compare(traits_[work], letters, lower).points();
    if (points > most) {
      most = points;
      best = work;
      count = 0;
    }
    count += points == most ? 1 : 0;
  }
  constexpr unsigned name_and_year = 3;
  if (most < name_and_year || (most < sure && (most != name_and_year || count > 1))) return std::nullopt;
  used_[*best] = true;
  return best;
}

}  // namespace citegraph::document::docx
