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

// "Joint statements": two to six words, each of them known from titles of the list.
bool made_of_title_words(const EntryIndex& index, std::string_view printed) {
  const std::vector<std::string> words = folded_words(printed);
  if (words.size() < 2 || words.size() > 6) return false;
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return !is_content_word(word) || index.in_titles(word); });
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
  std::uint32_t start = end;
  while (start > floor && end - start < longest_title && body.kind(start - 1) != TokenKind::semicolon &&
         body.kind(start - 1) != TokenKind::gap)
    --start;
  while (start < end && body.kind(start) == TokenKind::quote) ++start;
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
