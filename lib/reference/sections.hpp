// Where the reference lists of a document stand.
#pragma once

#include <cstdint>
#include <vector>

#include "citegraph/document.hpp"
#include "citegraph/span.hpp"

namespace citegraph::reference {

// A reference list: a run of blocks, with the heading that opens it where there is one.
struct Section {
  TextSpan span;                  // with the heading
  TextSpan body;                  // the entries
  std::uint32_t first_block = 0;  // of the body
  std::uint32_t end_block = 0;    // one past the last
};

// The lists in the order of the text. A list opens with a heading (or a line that reads as one) and ends at the next
// heading of the same or a higher level that is no division of it, at end matter, or with the text. Where no heading is
// found: the run of blocks that look like references, if there is one; where there is none either, nothing.
std::vector<Section> find_sections(const Document& document);

// All of the document as one list.
Section whole_document(const Document& document);

}  // namespace citegraph::reference
