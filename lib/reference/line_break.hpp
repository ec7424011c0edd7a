// What a line break inside a reference list says: does an entry begin after it?
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "citegraph/document.hpp"

#include "reference/entry_shape.hpp"
#include "reference/lines.hpp"

namespace citegraph::reference {

// How a line ends, seen from where entries end.
enum class Ending : std::uint8_t {
  stop,     // a full stop
  year,     // "(2012).": after the authors in some styles, the end of the entry in others
  initial,  // "J.": mostly inside names
  open,     // ",", "&", "in": something follows
  address,
  letter,
  other,
};
constexpr std::size_t ending_count = 7;
constexpr std::size_t opening_count = 6;

// The break before a line.
struct Break {
  int weight = 0;  // what the blank line, the bullet or the width of the line before say
  Ending before = Ending::other;
  Opening after = Opening::other;
  bool first = false;  // the first line of the list, or after a heading: an entry begins in any case
};

Break break_before(const Document& document, const std::vector<Line>& lines, std::size_t i, const Wrapping& wrapping);

// Whether an entry begins after the break, in tenths of a natural logarithm of odds: above 0 it is more likely than
// not.
int weight_of(const Break& at, bool wrapped);

}  // namespace citegraph::reference
