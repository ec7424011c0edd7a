// The lines of a reference list, as the splitter weighs them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "citegraph/document.hpp"

#include "reference/sections.hpp"

namespace citegraph::reference {

struct Line {
  TextSpan span;  // without white space at its ends
  std::uint32_t block = 0;
  bool opens_block = false;
  bool run_on = false;         // begins inside a printed line: a list that was run together into one paragraph
  bool after_barrier = false;  // the first line of the list or after a heading inside it
};

// Every line of the section that is not blank, headings left out. A long line with many years is divided where a
// sentence ends before names.
std::vector<Line> lines_of(const Document& document, const Section& section);

// How a list is broken into lines.
struct Wrapping {
  bool wrapped = false;      // lines are filled up to a width, and entries run over several
  bool exact = false;        // the width is kept to the character, as programs do: a shorter line ends an entry
  std::uint32_t width = 0;   // code points
  std::uint32_t breaks = 0;  // line breaks it was told from
};

// A list of few lines is taken to be as wide as the rest of the document.
Wrapping measure_wrapping(const Document& document, const std::vector<Line>& lines);

// Code points that were still free on the line before `lines[i]` when its first word was put on a new one; not above 0
// where the word did not fit.
int free_space_before(const Document& document, const std::vector<Line>& lines, std::size_t i,
                      const Wrapping& wrapping);

}  // namespace citegraph::reference
