// What `refs` reads, piece by piece, so that a long list is never in memory as a whole.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <citegraph/diagnostic.hpp>
#include <citegraph/reference.hpp>

#include "commands.hpp"

namespace command {

// One reference string and what was read from it. Spans are offsets into `text`.
struct Record {
  std::string text;
  citegraph::Reference reference;
  std::vector<citegraph::Diagnostic> diagnostics;
  std::optional<std::uint32_t> same_as = {};  // with `--merge`: the first record that denotes the same work
  bool repeats = false;                       // that is another record

  bool is_blank() const;
  // Whether its works belong into a bibliography.
  bool holds_works() const { return !is_blank() && !repeats; }
};

// Reads the list that the options name and hands it on in pieces, in order: one record for every line, or with `--list`
// for every entry.
void read_records(const RefsOptions& options, const std::function<void(std::span<Record>)>& sink);

}  // namespace command
