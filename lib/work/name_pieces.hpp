// A list of names cut at its separators.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "work/name_tokens.hpp"

namespace citegraph::work {

enum class PieceSeparator : std::uint8_t { none, comma, semicolon, conjunction };

struct NamePiece {
  PieceSeparator before = PieceSeparator::none;
  std::span<const NameToken> tokens;  // without titles and suffix
  std::span<const NameToken> suffix;
  bool has_initials = false;
  bool has_organisation = false;  // a word only organisations bear

  [[nodiscard]] bool is_suffix() const noexcept { return tokens.empty() && !suffix.empty(); }
};

struct NamePieces {
  std::vector<NamePiece> pieces;
  bool others = false;
  bool dotted = false;            // initials have full stops: "JM" is rather a word
  bool initials_last = false;     // most names are "Smith JA"
  bool capital_families = false;  // "Hong DAI", "DEBOUT, Christophe": family names in capitals, given names not
  bool all_caps = false;          // family names in capitals say nothing
};

NamePieces cut_names(std::string_view text, std::span<const NameToken> tokens);

// The text from the first token to the last, as printed.
std::string_view printed(std::string_view text, std::span<const NameToken> tokens);

}  // namespace citegraph::work
