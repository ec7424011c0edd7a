// Where the entries of a list without numbers begin.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "citegraph/document.hpp"

#include "reference/lines.hpp"

namespace citegraph::reference {

// The beginning of an entry.
struct Start {
  std::uint32_t offset = 0;              // into the text, at the number where there is one
  std::uint32_t skip = 0;                // bytes of the number
  std::uint32_t line = 0;                // index of the line it stands on
  std::uint32_t last_line = UINT32_MAX;  // the last line that may belong to it
  std::string id;
};

// Weighs every line: blank lines, bullets, short lines before it, how the line before ends and how this one begins. The
// division with the highest sum wins; every entry should hold a year, and lists in alphabetical order stay in order.
std::vector<Start> find_unnumbered_starts(const Document& document, const std::vector<Line>& lines);

// The weight of `lines[i]` as a first line, in tenths; above 0 it is more likely one than not.
int start_weight(const Document& document, const std::vector<Line>& lines, std::size_t i, const Wrapping& wrapping);

}  // namespace citegraph::reference
