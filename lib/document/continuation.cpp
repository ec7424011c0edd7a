#include "document/continuation.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "document/page_furniture.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::document {
namespace {

constexpr std::size_t shortest_broken = 50;    // bytes: a paragraph that is cut has run on for a while
constexpr std::size_t shortest_half = 25;      // bytes: what is shorter is a term above its explanation
constexpr std::size_t longest_keywords = 250;  // bytes of a line of keywords or places, which no full stop ends
constexpr std::size_t bracket_reach = 400;     // bytes within which a bracket is looked for
constexpr std::size_t longest_mark = 200;

// Emphasis, tags and other marks at the edges say nothing about the sentence.
std::string_view without_marks(std::string_view text) {
  constexpr std::string_view marks = "*_";
  while (!text.empty()) {
    if (marks.find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
    } else if (text.back() == '>' && text.size() > 2) {
      const std::size_t open = text.rfind('<');
      if (open == std::string_view::npos || text.size() - open > longest_mark || text[open + 1] != '/') break;
      text = text.substr(0, open);
    } else {
      break;
    }
  }
  while (!text.empty()) {
    if (marks.find(text.front()) != std::string_view::npos) {
      text.remove_prefix(1);
    } else if (text.starts_with("<span") || text.starts_with("</span") || text.starts_with("<a ") ||
               text.starts_with("<i>")) {
      const std::size_t close = text.substr(0, longest_mark).find('>');
      if (close == std::string_view::npos) break;
      text.remove_prefix(close + 1);
    } else {
      break;
    }
  }
  return text;
}

std::string_view last_word(std::string_view text) {
  std::size_t start = text.size();
  while (start > 0) {
    const text::CodePoint c = text::decode_before(text, start);
    if (!text::is_word(c.value)) break;
    start -= c.size;
  }
  return text.substr(start);
}

// Words no sentence and no entry ends with. Sorted.
constexpr std::string_view function_words[] = {
    "a",     "ad",   "ai",    "al",    "als",   "among", "an",    "and",   "ao",    "aos",     "apud", "are",
    "as",    "at",   "au",    "auf",   "aus",   "aux",   "avec",  "been",  "bei",   "between", "but",  "by",
    "che",   "com",  "como",  "con",   "da",    "dal",   "dalla", "dans",  "das",   "dass",    "de",   "dei",
    "del",   "dell", "della", "delle", "dem",   "den",   "der",   "des",   "di",    "die",     "do",   "dos",
    "du",    "e",    "ed",    "ein",   "eine",  "einem", "einen", "einer", "el",    "em",      "en",   "entre",
    "et",    "for",  "from",  "fur",   "had",   "has",   "have",  "il",    "im",    "in",      "into", "is",
    "its",   "la",   "las",   "le",    "les",   "lo",    "los",   "mais",  "mit",   "na",      "nas",  "nel",
    "nella", "no",   "nos",   "o",     "oder",  "of",    "on",    "or",    "os",    "ou",      "par",  "para",
    "pela",  "pelo", "per",   "por",   "pour",  "que",   "qui",   "se",    "sobre", "su",      "sul",  "sulla",
    "sur",   "than", "that",  "the",   "their", "these", "this",  "to",    "um",    "uma",     "un",   "una",
    "und",   "une",  "uno",   "vom",   "von",   "was",   "were",  "which", "while", "whose",   "with", "y",
    "zu",    "zum",  "zur",
};

bool is_function_word(std::string_view word) {
  if (word.empty() || word.size() > 12) return false;
  const std::string folded = text::fold_letters(word);
  return std::binary_search(std::begin(function_words), std::end(function_words), std::string_view(folded));
}

// Particles that a name of a person may begin with: an entry may too.
bool is_name_particle(std::string_view word) {
  constexpr std::array<std::string_view, 22> particles = {"af",  "al",  "bin", "da",  "dal", "de", "del", "della",
                                                          "den", "der", "di",  "dos", "du",  "el", "la",  "le",
                                                          "ten", "ter", "van", "vom", "von", "zu"};
  return word == "d" || word == "do" || word == "das" || word == "zur" ||
         std::find(particles.begin(), particles.end(), word) != particles.end();
}

// The bracket that is still open at the end of `text`, or 0.
char32_t open_bracket(std::string_view text) {
  if (text.size() > bracket_reach) text.remove_prefix(text.size() - bracket_reach);
  int depth = 0;
  for (std::size_t i = text.size(); i > 0;) {
    const text::CodePoint c = text::decode_before(text, i);
    i -= c.size;
    if (c.value == ')' || c.value == ']') ++depth;
    if (c.value == '(' || c.value == '[') {
      if (depth == 0) return c.value;
      --depth;
    }
  }
  return 0;
}

bool closes_bracket(std::string_view text, char32_t open) {
  const char closer = open == '(' ? ')' : ']';
  const std::size_t found = text.substr(0, bracket_reach).find_first_of("()[]");
  return open != 0 && found != std::string_view::npos && text[found] == closer;
}

bool is_abbreviation(std::string_view text) {
  text.remove_suffix(1);
  const std::string_view word = last_word(text);
  if (word.empty()) return false;
  const std::string folded = text::fold(word);
  for (const std::string_view known :
       {"al", "p",  "pp", "vol", "no",   "nr", "n",    "v", "ed", "eds", "cf", "e.g", "i.e",
        "g",  "vs", "ca", "fig", "figs", "ch", "chap", "s", "bd", "dr",  "st", "prof"})
    if (folded == known) return true;
  return false;
}

// "U.S.", "J.": what goes on in lower case behind it belongs to the same sentence.
bool ends_with_initial(std::string_view text) {
  if (!text.ends_with('.')) return false;
  text.remove_suffix(1);
  const text::CodePoint initial = text::decode_before(text, text.size());
  return text::is_upper(initial.value) && !text::is_word(text::decode_before(text, text.size() - initial.size).value);
}

bool ends_with_address(std::string_view text) {
  const std::size_t blank = text.find_last_of(" \n");
  const std::string_view token = blank == std::string_view::npos ? text : text.substr(blank + 1);
  return token.find("://") != std::string_view::npos || token.find("www.") != std::string_view::npos;
}

// Running prose rather than a line of names, places or keywords: it holds the end of a sentence.
bool is_prose(std::string_view text) {
  if (text.size() < shortest_broken || is_caption(text)) return false;
  for (std::size_t i = text.find(". "); i != std::string_view::npos; i = text.find(". ", i + 1)) {
    if (i < 3 || !text::is_lower(text::decode_before(text, i).value) ||
        !text::is_lower(text::decode_before(text, i - 1).value))
      continue;
    if (text::is_upper(text::decode_at(text, i + 2).value)) return true;
  }
  return text.size() >= longest_keywords;
}

}  // namespace

Ending ending_of(std::string_view text) {
  text = without_marks(text);
  const char32_t last = text::decode_before(text, text.size()).value;
  if (ends_with_address(text)) return Ending::neutral;
  if (last == ',' || last == '&' || last == '(' || last == '[' || last == '/' || last == '=' || last == '+')
    return Ending::unfinished;
  if (text::is_dash(last)) return Ending::unfinished;
  if (last == ';') return Ending::broken;
  if (last == '.') return is_abbreviation(text) ? Ending::broken : Ending::complete;
  if (last == '!' || last == '?' || last == 0x2026 || last == ':') return Ending::complete;
  if (text::is_digit(last) || !text::is_word(last)) return Ending::neutral;
  const std::string_view word = last_word(text);
  const std::string_view before = text::trim(text.substr(0, text.size() - word.size()));
  if (before.size() < text.size() - word.size() && is_function_word(word)) return Ending::unfinished;
  return Ending::broken;
}

Beginning beginning_of(std::string_view text) {
  text = without_marks(text);
  const char32_t first = text::decode_at(text, 0).value;
  if (text::is_lower(first)) {
    const std::string_view word = text::leading_word(text);
    const std::string_view rest = text::trim(text.substr(word.size()));
    if (!is_name_particle(word)) return Beginning::continuing;
    const std::string_view second = text::leading_word(rest);
    const bool name = !second.empty() && (text::is_upper(text::decode_at(second, 0).value) || is_name_particle(second));
    return name || word == "d" || word == "al" || word == "el" ? Beginning::particle : Beginning::continuing;
  }
  if (first == ',' || first == ';' || first == ')' || first == ']' || first == '%' || first == ':' || first == '&')
    return Beginning::continuing;
  if (text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www."))
    return Beginning::continuing;
  if (text::is_digit(first) || first == '(') return Beginning::digit;
  return Beginning::fresh;
}

bool begins_with_item_number(std::string_view text) {
  std::size_t i = 0;
  const bool bracket = !text.empty() && (text[0] == '[' || text[0] == '(');
  if (bracket) ++i;
  const std::size_t start = i;
  while (i < text.size() && text::is_ascii_digit(text[i])) ++i;
  if (i == start || i - start > 3 || i >= text.size()) return false;
  return bracket ? (text[i] == ']' || text[i] == ')') : (text[i] == '.' && i + 1 < text.size() && text[i + 1] == ' ');
}

bool continues(std::string_view first, std::string_view second, ListStart start) {
  const Ending ending = ending_of(first);
  if (start == ListStart::entry && beginning_of(second) != Beginning::continuing)
    return ending == Ending::unfinished && !begins_with_item_number(second) && entry_label(second).empty() &&
           beginning_of(second) != Beginning::digit;
  if (closes_bracket(second, open_bracket(first))) return true;
  if (begins_with_item_number(second) || !entry_label(second).empty()) return false;
  switch (beginning_of(second)) {
    case Beginning::continuing:
      if (ending == Ending::unfinished) return true;
      return ending == Ending::complete ? ends_with_initial(first) : first.size() >= shortest_half;
    case Beginning::particle:
    case Beginning::digit:
      return ending >= Ending::broken;
    case Beginning::fresh:
      return ending == Ending::unfinished ||
             (ending == Ending::broken && is_prose(first) && second.size() >= shortest_broken);
  }
  return false;
}

}  // namespace citegraph::document
