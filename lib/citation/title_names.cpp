#include "citation/title_names.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "citation/words.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::citation {
namespace {

using Knows = EntryIndex::Knows;

constexpr std::uint32_t longest_title = 40;  // tokens
constexpr std::uint32_t longest_name = 4;

// "Joint statements": two to six words, each of them known from titles of the list.
bool made_of_title_words(const EntryIndex& index, std::string_view printed) {
  const std::vector<std::string> words = folded_words(printed);
  if (words.size() < 2 || words.size() > 6) return false;
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return !is_content_word(word) || index.in_titles(word); });
}

// Where what stands before `end` in a bracket begins: after the semicolon, quotation marks and "see" before it.
std::uint32_t chunk_start(const Body& body, std::uint32_t end, std::uint32_t floor) {
  std::uint32_t start = end;
  while (start > floor && end - start < longest_title && body.kind(start - 1) != TokenKind::semicolon &&
         body.kind(start - 1) != TokenKind::gap)
    --start;
  while (start < end && body.kind(start) == TokenKind::quote) ++start;
  return start;
}

bool is_capital_word(const Body& body, std::uint32_t token) {
  return body.kind(token) == TokenKind::word && body[token].capital;
}

// "by" before the author of a title.
bool precedes_author(std::string_view word) noexcept {
  constexpr std::string_view words[] = {"by", "da", "de", "del", "di", "do", "du", "par", "por", "von"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

ChosenNames known_author(const Body& body, std::uint32_t first, std::uint32_t last) {
  ChosenNames names;
  names.first = first;
  names.names = {text::collapse_spaces(bare_name(body.text(first, last)))};
  names.known = Knows::first_author_and_year;
  return names;
}

}  // namespace

bool begins_entry(const EntryIndex& index, std::string_view printed) {
  const std::vector<std::string> words = folded_words(printed);
  if (words.size() < 2) return false;
  for (const std::uint32_t number : index.by_beginning(words)) {
    const Entry& entry = index.entries()[number];
    for (const std::vector<std::string>* title : {&entry.title, &entry.head})
      if (title->size() >= words.size() && std::equal(words.begin(), words.end(), title->begin())) return true;
  }
  return false;
}

bool names_title(const EntryIndex& index, const ChosenNames& names) {
  return names.names.size() == 1 && folded_words(names.names.front()).size() >= 3 &&
         begins_entry(index, names.names.front());
}

std::optional<ChosenNames> title_as_name(const Source& source, std::uint32_t end, std::uint32_t floor,
                                         const ChosenNames& names) {
  const Body& body = source.body;
  std::uint32_t start = chunk_start(body, end, floor);
  while (start < end && !body[start].capital && body.kind(start) != TokenKind::number) {
    if (body.kind(start) == TokenKind::word && !introduces(body.folded(start))) return std::nullopt;
    ++start;
  }
  while (start + 1 < end && is_never_a_name(body.folded(start)) && introduces(body.folded(start)) &&
         body.folded(start) != "the")
    ++start;
  if (start >= end || (names.first != no_token && start >= names.first)) return std::nullopt;
  const std::string_view printed = bare_name(body.text(start, end - 1));
  ChosenNames title;
  title.first = start;
  title.names = {text::collapse_spaces(printed)};
  if (begins_entry(source.index, printed)) {
    title.known = Knows::first_author;
    return title;
  }
  if (made_of_title_words(source.index, printed)) return title;
  std::size_t capitals = 0;
  for (std::uint32_t i = start; i < end; ++i) {
    const TokenKind kind = body.kind(i);
    if (kind == TokenKind::word && !body[i].capital && !is_function_word(body.folded(i)) &&
        !is_particle(body.folded(i)))
      return std::nullopt;
    if (kind == TokenKind::number || kind == TokenKind::year || kind == TokenKind::comma || kind == TokenKind::period)
      return std::nullopt;
    capitals += body[i].capital;
  }
  if (capitals < 3) return std::nullopt;
  return title;
}

std::optional<ChosenNames> author_before_title(const Source& source, std::uint32_t end, std::uint32_t floor, int year) {
  const Body& body = source.body;
  std::uint32_t first = chunk_start(body, end, floor);
  const auto introduced = [&] {
    return body.kind(first) == TokenKind::period || body.kind(first) == TokenKind::comma ||
           (body.kind(first) == TokenKind::word && !body[first].capital && introduces(body.folded(first)));
  };
  while (first < end && introduced()) ++first;
  std::uint32_t after = first;
  while (after < end && after - first < longest_name && is_capital_word(body, after)) ++after;
  const TokenKind mark = body.kind(after);
  const bool title = body.kind(after + 1) == TokenKind::quote || is_capital_word(body, after + 1);
  if (after == first || after + 1 >= end || !title || (mark != TokenKind::comma && mark != TokenKind::period))
    return std::nullopt;
  const std::string letters = text::fold_letters(bare_name(body.text(first, after - 1)));
  if (source.index.knows(letters, year) < Knows::first_author_and_year) return std::nullopt;
  return known_author(body, first, after - 1);
}

std::optional<ChosenNames> author_after_title(const Source& source, std::uint32_t at, int year) {
  const Body& body = source.body;
  if (body.kind(at) != TokenKind::word || !precedes_author(body.folded(at))) return std::nullopt;
  const std::uint32_t first = at + 1;
  for (std::uint32_t last = first; last - first < longest_name && is_capital_word(body, last); ++last) {
    const std::string letters = text::fold_letters(bare_name(body.text(last)));
    if (source.index.knows(letters, year) == Knows::first_author_and_year) return known_author(body, last, last);
  }
  return std::nullopt;
}

bool introduces(std::string_view word) noexcept {
  constexpr std::string_view words[] = {
      "a",     "adapted", "after", "also",   "and",        "apud",     "as",        "aus",     "bei",
      "but",   "by",      "cf",    "cited",  "citado",     "citing",   "como",      "de",      "e",
      "ebd",   "eg",      "em",    "en",     "especially", "example",  "following", "for",     "from",
      "g",     "i",       "ie",    "in",     "including",  "instance", "most",      "nach",    "notably",
      "or",    "per",     "por",   "quoted", "recently",   "review",   "reviewed",  "reviews", "see",
      "segun", "segundo", "selon", "sensu",  "siehe",      "the",      "to",        "und",     "ver",
      "vea",   "vease",   "vgl",   "via",    "vide",       "voir",     "with",      "y",
  };
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace citegraph::citation
