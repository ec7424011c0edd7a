// What a piece of a list of names may be: a whole name, one half of an inverted name, an organisation. Every reading
// has a cost; name.cpp chooses the readings that cost least together.
#pragma once

#include <string_view>

#include "citegraph/name.hpp"

#include "work/name_pieces.hpp"

namespace citegraph::work {

// In hundredths of a doubt: 0 is the textbook form, 50 a common one, 250 an odd one, `impossible` is never chosen.
using Cost = int;
inline constexpr Cost impossible = 100000;

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

}  // namespace citegraph::work
