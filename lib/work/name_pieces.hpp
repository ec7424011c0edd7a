// A list of names cut at its separators, and what each piece may be: a whole name, one half of an inverted name, an
// organisation. Every reading has a cost; name_list.cpp chooses the readings that cost least together.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "citegraph/name.hpp"

#include "work/name_tokens.hpp"

namespace citegraph::work {

// In hundredths of a doubt: 0 is the textbook form, 50 a common one, 250 an odd one, `impossible` is never chosen.
using Cost = int;
inline constexpr Cost impossible = 100000;

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

// The ways one piece is a whole name.
enum class WholeForm : std::uint8_t { given_first, initials_last, family_only, undivided };
struct WholeReading {
  WholeForm form = WholeForm::family_only;
  Cost cost = impossible;
};
WholeReading read_whole(const NamePieces& list, const NamePiece& piece);
Cost family_cost(const NamePieces& list, const NamePiece& piece);
Cost given_cost(const NamePieces& list, const NamePiece& piece);

Name build_whole(std::string_view text, const NamePieces& list, const NamePiece& piece, WholeForm form);
Name build_inverted(std::string_view text, const NamePiece& family, const NamePiece& given);

// The text from the first token to the last, as printed.
std::string_view printed(std::string_view text, std::span<const NameToken> tokens);

}  // namespace citegraph::work
