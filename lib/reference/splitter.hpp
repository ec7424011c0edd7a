// From a reference list to its entries.
#pragma once

#include <string>
#include <vector>

#include "citegraph/document.hpp"

#include "reference/sections.hpp"

namespace citegraph::reference {

// One entry as it stands in the text: without its number or key, which is `id`.
struct Entry {
  TextSpan span;
  std::string id;
};

// Lists are divided by what they bear: numbers that count up, keys in brackets, else the line breaks themselves, judged
// by the length of lines, by what starts and ends each, by the years between, and by the order of the alphabet where
// the list keeps it.
std::vector<Entry> split_entries(const Document& document, const Section& section);

}  // namespace citegraph::reference
