// Lines of columns: CSV as RFC 4180 has it (fields that hold no line ends), and plain lists of pairs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/records.hpp"

namespace citegraph::bibliography::records {

// The fields of a line of CSV, unquoted. `fields` is reused: its strings keep their room.
void split_csv(std::string_view line, std::vector<std::string>& fields);

// Where the columns of OpenCitations stand.
struct CitationColumns {
  std::size_t citing = 0;
  std::size_t cited = 0;
  std::optional<std::size_t> date;  // of the citing work
};

// Nothing where `head` does not name a citing and a cited column.
std::optional<CitationColumns> citation_columns(std::string_view head);

// True for the first line of a list of edges that names its columns: "citing,cited", "Source Target", "from;to".
bool is_edge_head(std::string_view line);

// Both fill `record`, which is empty, and say whether the line is a citation.
bool read_citation(const CitationColumns& columns, std::string_view line, std::vector<std::string>& fields,
                   WorkRecord& record);
bool read_edge(std::string_view line, WorkRecord& record);

}  // namespace citegraph::bibliography::records
