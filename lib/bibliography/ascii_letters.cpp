#include "bibliography/ascii_letters.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::bibliography {
namespace {

using Letters = std::string_view;

// From U+0430 on, in the order of the alphabet; after ISO 9 and the Library of Congress, without their diacritics.
constexpr std::array<Letters, 32> cyrillic = {"a",  "b",  "v",  "g",    "d", "e", "zh", "z", "i",  "i", "k",
                                              "l",  "m",  "n",  "o",    "p", "r", "s",  "t", "u",  "f", "kh",
                                              "ts", "ch", "sh", "shch", "",  "y", "",   "e", "iu", "ia"};
// From U+03B1 on; the eighteenth is the final sigma.
constexpr std::array<Letters, 25> greek = {"a", "b", "g", "d", "e", "z", "e", "th", "i", "k",  "l",  "m", "n",
                                           "x", "o", "p", "r", "s", "s", "t", "y",  "f", "ch", "ps", "o"};

constexpr auto stop_words = [] {
  auto words = std::to_array<Letters>({
      "a",   "al",  "an",    "and",  "as",  "at",   "auf",  "aus",   "by",   "com", "con", "da",  "dal", "das",  "de",
      "dei", "del", "della", "dem",  "den", "der",  "des",  "di",    "die",  "do",  "dos", "du",  "e",   "ein",  "eine",
      "el",  "em",  "en",    "et",   "for", "from", "fur",  "gli",   "het",  "i",   "il",  "im",  "in",  "into", "is",
      "its", "l",   "la",    "las",  "le",  "les",  "lo",   "los",   "mit",  "na",  "nas", "no",  "nos", "o",    "of",
      "on",  "or",  "os",    "para", "per", "por",  "pour", "sobre", "some", "sur", "the", "to",  "u",   "um",   "uma",
      "un",  "una", "und",   "une",  "uno", "van",  "von",  "with",  "y",    "zu",  "zum", "zur",
  });
  std::sort(words.begin(), words.end());
  return words;
}();

void append_letter(std::string& out, char32_t c) {
  if ((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9')) {
    out += static_cast<char>(c);
  } else if (c >= 0x430 && c < 0x430 + cyrillic.size()) {
    out += cyrillic[c - 0x430];
  } else if (c >= 0x3B1 && c < 0x3B1 + greek.size()) {
    out += greek[c - 0x3B1];
  } else if (c == 0x456) {  // Ukrainian i
    out += 'i';
  }
}

std::string transliterated(std::string_view folded) {
  std::string out;
  for (std::size_t i = 0; i < folded.size();) {
    const text::CodePoint c = text::decode_at(folded, i);
    append_letter(out, c.value);
    i += c.size;
  }
  return out;
}

}  // namespace

std::string ascii_letters(std::string_view text) { return transliterated(text::fold(text)); }

std::vector<std::string> significant_words(std::string_view text, std::size_t most) {
  std::vector<std::string> words;
  const std::string folded = text::fold(text);
  std::size_t i = 0;
  while (i < folded.size() && words.size() < most) {
    const std::size_t begin = i;
    bool apostrophe = false;
    while (i < folded.size()) {
      const text::CodePoint c = text::decode_at(folded, i);
      if (!text::is_word(c.value) && c.value != U'\'') break;
      apostrophe = apostrophe || c.value == U'\'';
      i += c.size;
      if (apostrophe && i - begin == 2) break;  // "l'": an article; "d'": a preposition
      apostrophe = false;
    }
    if (i == begin) {
      i += std::max<std::size_t>(text::decode_at(folded, i).size, 1);
      continue;
    }
    if (apostrophe && i - begin == 2) continue;
    std::string word = transliterated(std::string_view(folded).substr(begin, i - begin));
    if (!word.empty() && !std::binary_search(stop_words.begin(), stop_words.end(), Letters(word))) {
      words.push_back(std::move(word));
    }
  }
  return words;
}

}  // namespace citegraph::bibliography
