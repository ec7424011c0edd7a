/// \file
/// The fields of a printed reference.
#pragma once

#include <cstdint>
#include <string_view>

#include "citegraph/api.hpp"

namespace citegraph {

/// What a piece of a reference is. `title` is the work's own title; `container_title` the journal, book or proceedings
/// it is in; `collection_title` the series; `eprint` arXiv, PMID and PMC numbers; `genre` the type and number of a
/// thesis or report.
enum class Label : std::uint8_t {
  author,
  editor,
  translator,
  title,
  container_title,
  collection_title,
  date,
  volume,
  issue,
  pages,
  edition,
  publisher,
  publisher_place,
  doi,
  url,
  isbn,
  eprint,
  note,
  accessed,
  genre,
  citation_number,
  event,
  other,
};

/// The name as JSON has it: "container-title".
[[nodiscard]] CITEGRAPH_API std::string_view to_string(Label label) noexcept;

}  // namespace citegraph
