#include "citation/entry.hpp"

#include <algorithm>

#include "citation/words.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::citation {
namespace {

constexpr std::size_t head_words = 24;

std::string initials_of(std::string_view given) {
  std::string initials;
  bool inside = false;
  bool after_capital = false;
  for (std::size_t offset = 0; offset < given.size();) {
    const text::CodePoint c = text::decode_at(given, offset);
    offset += std::max(c.size, 1U);
    if (!text::is_letter(c.value)) {
      inside = after_capital = false;
      continue;
    }
    const bool capital = text::is_upper(c.value);
    if (!inside || (capital && after_capital)) text::append(initials, c.value);  // "JY" as "J. Y."
    inside = true;
    after_capital = capital;
  }
  return text::fold_letters(initials);
}

EntryName make_name(const Name& name) {
  EntryName result;
  if (name.is_literal()) {
    result.organisation = true;
    result.family = result.full = text::fold_letters(name.literal);
    result.words = folded_words(name.literal);
    result.acronym = acronym_of(name.literal);
    return result;
  }
  result.family = text::fold_letters(name.family);
  result.full = text::fold_letters(name.dropping_particle + name.non_dropping_particle + name.family);
  result.given = text::fold_letters(name.given);
  result.initials = initials_of(name.given);
  return result;
}

void add_names(Entry& entry, const Work& work) {
  for (const NameVariable variable : {NameVariable::author, NameVariable::editor}) {
    for (const Name& name : work.get(variable)) {
      EntryName made = make_name(name);
      if (!made.full.empty()) entry.names.push_back(std::move(made));
    }
    if (entry.names.empty()) continue;
    entry.others = work.has_others(variable);
    entry.edited = variable == NameVariable::editor;
    return;
  }
}

void add_year(Entry& entry, const std::optional<CalendarDate>& date) {
  if (date && date->year > 0 && !entry.has_year(date->year)) entry.years.push_back(date->year);
}

void add_date(Entry& entry, const Work& work) {
  for (const DateVariable variable : {DateVariable::issued, DateVariable::original_date}) {
    const Date* date = work.get(variable);
    if (!date) continue;
    add_year(entry, date->start);
    add_year(entry, date->end);
    add_year(entry, date->original);
    if (variable == DateVariable::issued) {
      entry.stated_year = date->has_year();
      entry.suffix = date->suffix;
      entry.date_literal = date->literal;
    }
  }
}

// "03-06-" before `offset`: the year of a date in digits follows.
bool ends_day(std::string_view text, std::size_t offset) noexcept {
  if (offset < 6) return false;
  const std::string_view before = text.substr(offset - 6, 6);
  const auto digit = [&](std::size_t i) { return text::is_ascii_digit(before[i]); };
  return digit(0) && digit(1) && before[2] == before[5] && digit(3) && digit(4);
}

// Every number of the entry that may be a year, outside of addresses, pages and the day of access.
std::vector<int> years_in(const Reference& reference, std::string_view text) {
  std::vector<int> years;
  std::size_t segment = 0;
  const bool dated = std::any_of(reference.segments.begin(), reference.segments.end(),
                                 [](const Segment& s) { return s.label == Label::date; });
  const std::uint32_t limit = std::min(reference.span.end, static_cast<std::uint32_t>(text.size()));
  for (std::uint32_t offset = reference.span.start; offset < limit;) {
    if (text[offset] < '0' || text[offset] > '9') {
      ++offset;
      continue;
    }
    std::uint32_t end = offset;
    int value = 0;
    while (end < limit && text::is_ascii_digit(text[end])) {
      if (end - offset < 5) value = value * 10 + (text[end] - '0');
      ++end;
    }
    const char before = offset > 0 ? text[offset - 1] : ' ';
    const char after = end < limit ? text[end] : ' ';
    const bool part = (before == '-' && !ends_day(text, offset)) || before == ':' || before == '/' || after == '/' ||
                      after == '-' || (before == '.' && after == '.');
    while (segment < reference.segments.size() && reference.segments[segment].span.end <= offset) ++segment;
    const bool inside = segment < reference.segments.size() && reference.segments[segment].span.start <= offset;
    const Label label = inside ? reference.segments[segment].label : Label::other;
    const bool elsewhere = label == Label::url || label == Label::doi || label == Label::pages ||
                           label == Label::accessed || (dated && label == Label::title);
    if (end - offset == 4 && !part && !elsewhere && value >= 1400 && value <= 2099) years.push_back(value);
    offset = end;
  }
  return years;
}

// The letter after the year as printed, where the work lost it: "2015b".
std::string printed_suffix(std::string_view text, int year) {
  const std::string digits = std::to_string(year);
  for (std::size_t at = text.find(digits); at != std::string_view::npos; at = text.find(digits, at + 4)) {
    const std::size_t letter = at + digits.size();
    if (letter >= text.size() || text[letter] < 'a' || text[letter] > 'z') continue;
    if (letter + 1 < text.size() && text::is_word(text::decode_at(text, letter + 1).value)) continue;
    return std::string(1, text[letter]);
  }
  return {};
}

// Short forms printed with a long one: "(IBGE)" and "IBGE - Instituto ..." among the first words.
void add_printed_acronyms(Entry& entry, std::string_view printed) {
  const std::string_view beginning = printed.substr(0, 160);
  std::size_t capitals = 0;
  std::size_t words = 0;
  std::vector<std::string> found;
  for (std::size_t offset = 0; offset < beginning.size();) {
    const std::size_t start = offset;
    std::size_t letters = 0;
    std::size_t upper = 0;
    while (offset < beginning.size()) {
      const text::CodePoint c = text::decode_at(beginning, offset);
      if (!text::is_letter(c.value)) break;
      ++letters;
      upper += text::is_upper(c.value);
      offset += c.size;
    }
    if (letters == 0) {
      offset += std::max(text::decode_at(beginning, offset).size, 1U);
      continue;
    }
    ++words;
    const bool all = upper == letters;
    capitals += all;
    const bool bracketed = start > 0 && (beginning[start - 1] == '(' || beginning[start - 1] == '[');
    if (letters >= 3 && letters <= 10 && ((all && words == 1) || (bracketed && 2 * upper >= letters)))
      found.push_back(text::fold_letters(beginning.substr(start, offset - start)));
  }
  if (2 * capitals > words)
    std::erase_if(found, [&](const std::string& word) { return !entry.head.empty() && word == entry.head.front(); });
  entry.acronyms = std::move(found);
}

std::optional<Pages> pages_of(const Work& work) {
  const std::string_view page = work.get(Variable::page);
  return page.empty() ? std::nullopt : parse_pages(page);
}

}  // namespace

bool Entry::has_year(int year) const noexcept { return std::find(years.begin(), years.end(), year) != years.end(); }

Entry make_entry(const Reference& reference, std::string_view text) {
  Entry entry;
  const std::string_view printed = slice(text, reference.span);
  for (const Work& work : reference.works) {
    if (entry.names.empty()) add_names(entry, work);
    if (entry.years.empty() && entry.date_literal.empty()) add_date(entry, work);
    if (entry.title.empty()) entry.title = folded_words(work.get(Variable::title));
    if (entry.container.empty()) entry.container = folded_words(work.get(Variable::container_title));
    if (entry.publisher.empty()) entry.publisher = folded_words(work.get(Variable::publisher));
    if (!entry.pages) entry.pages = pages_of(work);
  }
  entry.printed_years = years_in(reference, text);
  if (entry.years.empty()) entry.years.swap(entry.printed_years);
  entry.head = folded_words(printed.substr(0, 240));
  if (entry.head.size() > head_words) entry.head.resize(head_words);
  if (entry.suffix.empty() && !entry.years.empty()) entry.suffix = printed_suffix(printed, entry.years.front());
  add_printed_acronyms(entry, printed);
  entry.instrument = find_instrument(printed);
  return entry;
}

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  const std::string folded = text::fold_words(text);
  for (std::size_t start = 0; start < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', start), folded.size());
    if (end > start) words.emplace_back(folded, start, end - start);
    start = end + 1;
  }
  return words;
}

std::string acronym_of(std::string_view printed) {
  std::string letters;
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t offset = 0; offset < printed.size();) {
    const text::CodePoint c = text::decode_at(printed, offset);
    offset += std::max(c.size, 1U);
    if (!text::is_word(c.value)) {
      inside = false;
      continue;
    }
    if (!inside && text::is_upper(c.value)) {
      text::append(letters, c.value);
      ++words;
    }
    inside = true;
  }
  return words >= 2 ? text::fold_letters(letters) : std::string{};
}

bool abbreviates(std::string_view letters, const std::vector<std::string>& words) {
  if (letters.size() < 3 || letters.size() > 12 || words.size() < 2 || words.size() > 24 ||
      letters.front() != words.front().front())
    return false;
  // reach[w]: how many letters can be used up by the words before w, as bits.
  std::uint32_t reach = 1;
  for (std::size_t w = 0; w < words.size(); ++w) {
    std::uint32_t next = w == 0 ? 0 : reach;  // the word may be passed over, but not the first
    for (std::size_t used = 0; used < letters.size(); ++used) {
      if ((reach >> used & 1U) == 0) continue;
      for (std::size_t length = 1;
           used + length <= letters.size() && length <= std::min<std::size_t>(words[w].size(), 4); ++length) {
        if (words[w][length - 1] != letters[used + length - 1]) break;
        next |= 1U << (used + length);
      }
    }
    reach = next;
  }
  return (reach >> letters.size() & 1U) != 0;
}

bool is_content_word(std::string_view folded) noexcept {
  return !folded.empty() && !is_function_word(folded) && !is_particle(folded);
}

std::string_view stem(std::string_view word) noexcept {
  if (word.size() > 4 && word.back() == 's' && word[word.size() - 2] != 's') word.remove_suffix(1);
  return word;
}

}  // namespace citegraph::citation
