// A list of names as tokens: words with what can be said of each alone, and the separators between names.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace citegraph::work {

enum class NameTokenKind : std::uint8_t { word, comma, semicolon, conjunction };

struct NameToken {
  NameTokenKind kind = NameTokenKind::word;
  std::uint32_t begin = 0;  // without quotation marks and emphasis around it
  std::uint32_t end = 0;
  std::uint32_t bare_end = 0;  // without a closing full stop
  std::uint32_t letters = 0;

  bool initial = false;        // "J", "J.", "J.-P.", "Th.": nothing else
  bool maybe_initial = false;  // "JM", "LEE": initials in one list, a family name in another
  bool dotted = false;         // ends in a full stop
  bool lower = false;          // starts with a lower-case letter
  bool caps = false;           // at least two letters, all upper case
  bool ideographic = false;    // Han, kana or hangul
  bool caseless = false;       // a script without case
  bool number = false;         // holds a digit
  bool particle = false;       // printed in lower case
  bool capital_particle = false;
  bool suffix = false;
  bool family_suffix = false;
  bool title = false;
  bool role = false;
  bool organisation = false;
  bool function_word = false;
  bool inner_conjunction = false;  // a conjunction that may stand inside a family name
  bool others = false;
  bool patronymic = false;
  bool chinese_surname = false;
  bool korean_surname = false;
  bool vietnamese_surname = false;
  bool pinyin = false;          // and no family name
  bool two_syllables = false;   // "Jong-un", "Shui-bian"
  bool family_opening = false;  // "Van", "De": alone with one word they are a family name
};

[[nodiscard]] inline bool starts_initial(const NameToken& token) noexcept {
  return token.initial || token.maybe_initial;
}

// Role words in brackets ("(eds.)") are left out. Linear.
std::vector<NameToken> tokenise_names(std::string_view text);

}  // namespace citegraph::work
