// The entry types of both dialects: which fields each has, and which it must have.
#pragma once

#include <string_view>
#include <vector>

#include "citegraph/bibtex.hpp"
#include "citegraph/work.hpp"

namespace citegraph::bibliography {

struct EntryType {
  std::string_view name;
  std::string_view mandatory;  // names of fields; "url|doi" is one of the two
  std::string_view fields;     // those it has beyond what every type has; "*": all
  std::string_view container;  // the field for the container's title; empty where it has none
  std::string_view publisher;  // the field for the publisher; empty where it has none

  [[nodiscard]] bool has(std::string_view field) const noexcept;
};

// True if `word` is one of the words of `list`, which blanks divide.
bool holds_word(std::string_view list, std::string_view word) noexcept;

// The types that fit a work, best first; the last is `misc`, which fits every work with a title.
std::vector<const EntryType*> fitting_types(const Work& work, BibtexDialect dialect);

}  // namespace citegraph::bibliography
