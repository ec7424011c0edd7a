// One work as one entry: its type and fields.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citegraph/bibtex.hpp"

namespace citegraph::bibliography {

struct BibtexEntry {
  std::string_view type;
  std::vector<std::pair<std::string_view, std::string>> fields;  // in the order to write them, with their delimiters
};

// Every variable of the work goes into a field of the entry or, where its type has none, is told in `note` or
// `howpublished`.
BibtexEntry make_entry(const Work& work, const BibtexOptions& options);

}  // namespace citegraph::bibliography
