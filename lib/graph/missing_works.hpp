// Works that a paper cites and does not list, as far as the citations tell.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "citegraph/citation.hpp"
#include "citegraph/work.hpp"

namespace citegraph::graph {

struct MissingWork {
  struct Place {
    std::uint32_t citation;  // position in the paper's citations
    std::uint32_t target;    // position in the citation's targets
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  Work work;                  // names or title, and date, as printed
  std::vector<Place> places;  // in the order of the text
};

// The entry that a target names; nothing for a missing work.
std::optional<std::uint32_t> named_entry(const Target& target);

// One for each distinct work: citations by the same names and title (or number, or key) and the same year denote one,
// whatever their case and diacritics; "Smith et al. 1997" is "Smith, Jones and Lee 1997" where only one such list of
// names is cited.
std::vector<MissingWork> missing_works(std::span<const Citation> citations);

}  // namespace citegraph::graph
