#include "abbreviate.hpp"

#include <algorithm>
#include <vector>

namespace training {
namespace {

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

// ISO 4 drops articles and the like.
bool is_dropped(std::string_view word) {
  constexpr std::string_view dropped[] = {"of",  "the", "in",  "and", "for", "on",  "de",   "la",
                                          "der", "des", "für", "und", "&",   "di",  "e",    "da",
                                          "do",  "del", "et",  "du",  "les", "die", "della"};
  return std::find(std::begin(dropped), std::end(dropped), word) != std::end(dropped);
}

// Cut after the consonants that follow the first vowel, or the second; "Journal" is "J".
std::string cut(std::string_view word, Random& random) {
  if (word == "Journal") return "J";
  if (std::any_of(word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; }))
    return std::string(word);
  std::size_t at = 1;
  const int syllables = word.size() > 9 && random.chance(.4) ? 2 : 1;
  for (int s = 0; s < syllables; ++s) {
    while (at < word.size() && !is_vowel(word[at])) ++at;
    while (at < word.size() && is_vowel(word[at])) ++at;
  }
  while (at < word.size() && !is_vowel(word[at]) && at < 5) ++at;
  return std::string(word.substr(0, std::max<std::size_t>(at, 3)));
}

}  // namespace

std::string abbreviate(std::string_view journal, Random& random) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < journal.size();) {
    const std::size_t end = std::min(journal.find(' ', at), journal.size());
    if (end > at) words.push_back(journal.substr(at, end - at));
    at = end + 1;
  }
  if (words.size() < 2) return std::string(journal);
  const bool stops = random.chance(.7);
  const bool glued = stops && random.chance(.1);
  std::string out;
  for (const std::string_view word : words) {
    if (is_dropped(word)) continue;
    const bool whole = word.size() < 6 || !(word[0] >= 'A' && word[0] <= 'Z') ||
                       word.find_first_of(".:,-()'&") != std::string_view::npos;
    if (!out.empty() && !(glued && out.back() == '.')) out += ' ';
    const std::string shorter = whole ? std::string(word) : cut(word, random);
    out += shorter;
    if (stops && shorter.size() < word.size()) out += '.';
  }
  // The stop at the end is punctuation of the reference.
  if (out.ends_with('.')) out.pop_back();
  return out;
}

}  // namespace training
