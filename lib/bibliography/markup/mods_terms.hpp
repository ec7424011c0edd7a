// What MODS calls the parts of a work, for its reader and its writer.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

#include "citegraph/work.hpp"

namespace citegraph::bibliography::markup::mods {

struct TermRow {
  std::string_view type;
  Variable variable;
};
// The first row of a variable is written.
inline constexpr TermRow identifiers[] = {
    {"doi", Variable::doi},      {"isbn", Variable::isbn}, {"issn", Variable::issn},   {"pubmed", Variable::pmid},
    {"pmid", Variable::pmid},    {"pmc", Variable::pmcid}, {"pmcid", Variable::pmcid}, {"arxiv", Variable::arxiv},
    {"eprint", Variable::arxiv}, {"uri", Variable::url},
};

// Notes of a type that stand for a variable.
inline constexpr TermRow typed_notes[] = {
    {"event-place", Variable::event_place}, {"status", Variable::status}, {"version", Variable::version}};

}  // namespace citegraph::bibliography::markup::mods
