#include "citation/sentence.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::citation {
namespace {

// Sorted. Abbreviations that stand before a capital or a number as often as not.
constexpr std::string_view abbreviations[] = {
    "a",     "abb",  "al",   "anm",  "approx", "apr", "art",  "aug",  "bd",   "bzw",  "ca",  "cap", "cf",
    "ch",    "chap", "col",  "cols", "corp",   "d",   "dec",  "dept", "dr",   "e",    "ed",  "eds", "eg",
    "eq",    "eqs",  "esp",  "etc",  "f",      "feb", "ff",   "fig",  "figs", "g",    "gen", "gov", "h",
    "hrsg",  "i",    "ibid", "ie",   "inc",    "jan", "jr",   "jul",  "jun",  "kap",  "ltd", "m",   "mr",
    "mrs",   "ms",   "n",    "no",   "nos",    "nov", "nr",   "o",    "oct",  "op",   "p",   "par", "pp",
    "prof",  "ref",  "refs", "resp", "s",      "sec", "sect", "sen",  "sep",  "sept", "sr",  "ss",  "st",
    "suppl", "tab",  "u",    "usw",  "v",      "var", "vgl",  "viz",  "vol",  "vols", "vs",  "z",
};
// Text in which no sentence ends is cut, so that what is done with the sentence of each citation stays affordable.
constexpr std::uint32_t longest_sentence = 4000;

static_assert(std::is_sorted(std::begin(abbreviations), std::end(abbreviations)));

bool is_end_mark(char32_t c) noexcept {
  return c == U'.' || c == U'!' || c == U'?' || c == U'\u3002' || c == U'\uFF01' || c == U'\uFF1F' || c == U'\u061F' ||
         c == U'\u06D4' || c == U'\u0964';  // Arabic, Urdu, Devanagari
}

bool is_open(char32_t c) noexcept { return c == U'(' || c == U'['; }
bool is_close(char32_t c) noexcept { return c == U')' || c == U']'; }

// The word that ends right before `offset`, at most 16 bytes of it: longer ones are no abbreviations.
std::string_view word_before(std::string_view text, std::uint32_t offset, std::uint32_t floor) noexcept {
  std::uint32_t start = offset;
  while (start > floor && offset - start < 16) {
    const text::CodePoint c = text::decode_before(text, start);
    if (!text::is_word(c.value)) break;
    start -= c.size;
  }
  return text.substr(start, offset - start);
}

bool keeps_sentence_open(std::string_view word) noexcept {
  if (word.empty()) return false;
  const text::CodePoint first = text::decode_at(word, 0);
  if (first.size == word.size() && text::is_letter(first.value)) return true;  // an initial
  const std::string folded = text::fold(word);
  return std::binary_search(std::begin(abbreviations), std::end(abbreviations), std::string_view(folded));
}

// Past closing quotes and brackets.
std::uint32_t skip_closers(std::string_view text, std::uint32_t offset, std::uint32_t end) noexcept {
  while (offset < end) {
    const text::CodePoint c = text::decode_at(text, offset);
    if (!is_close(c.value) && !text::is_quote(c.value)) break;
    offset += c.size;
  }
  return offset;
}

// Where a blank ends the last word before `offset`; `offset`, or the code point around it, where there is none.
std::uint32_t blank_before(std::string_view text, std::uint32_t offset, std::uint32_t floor) noexcept {
  for (std::uint32_t at = offset; at > floor;) {
    const text::CodePoint c = text::decode_before(text, at);
    if (text::is_space(c.value)) return at;
    at -= c.size;
  }
  while (offset > floor + 1 && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U) --offset;
  return offset;
}

bool ends_here(std::string_view text, std::uint32_t mark, std::uint32_t after, TextSpan block) noexcept {
  if (after >= block.end) return true;
  if (!text::is_space(text::decode_at(text, after).value)) return false;
  std::uint32_t next = after;
  while (next < block.end && text::is_space(text::decode_at(text, next).value))
    next += text::decode_at(text, next).size;
  if (next >= block.end) return true;
  if (text::is_lower(text::decode_at(text, next).value)) return false;
  return text[mark] != '.' || after > mark + 1 || !keeps_sentence_open(word_before(text, mark, block.start));
}

}  // namespace

std::vector<TextSpan> split_sentences(std::string_view text, TextSpan block) {
  std::vector<TextSpan> sentences;
  block.end = std::min(block.end, static_cast<std::uint32_t>(text.size()));
  const auto add_piece = [&](std::uint32_t start, std::uint32_t end) {
    const std::string_view trimmed = text::trim(text.substr(start, end - start));
    if (trimmed.empty()) return;
    const auto offset = static_cast<std::uint32_t>(trimmed.data() - text.data());
    sentences.push_back({offset, offset + static_cast<std::uint32_t>(trimmed.size())});
  };
  const auto add = [&](std::uint32_t start, std::uint32_t end) {
    for (std::uint32_t cut = start; end - start > longest_sentence; start = cut) {
      cut = blank_before(text, start + longest_sentence, start);
      add_piece(start, cut);
    }
    add_piece(start, end);
  };
  constexpr std::uint32_t longest_bracket = 1000;  // beyond, the bracket is taken as never closed
  std::uint32_t start = block.start;
  std::uint32_t depth = 0;
  std::uint32_t opened = 0;
  for (std::uint32_t offset = block.start; offset < block.end;) {
    const text::CodePoint c = text::decode_at(text, offset);
    const std::uint32_t next = offset + std::max(c.size, 1U);
    if (is_open(c.value)) {
      if (depth++ == 0) opened = offset;
    } else if (is_close(c.value) && depth > 0) {
      --depth;
    } else if (is_end_mark(c.value)) {
      if (depth > 0 && offset - opened > longest_bracket) depth = 0;
      const std::uint32_t after = skip_closers(text, next, block.end);
      if (depth == 0 && ends_here(text, offset, after, block)) {
        add(start, after);
        start = after;
        offset = after;
        continue;
      }
    }
    offset = next;
  }
  add(start, block.end);
  return sentences;
}

}  // namespace citegraph::citation
