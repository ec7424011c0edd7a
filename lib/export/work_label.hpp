// A work in a few words, for the small space of a picture.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "citegraph/graph.hpp"
#include "citegraph/work.hpp"

namespace citegraph::dot {

// As it is cited: "Levine 1992", "Larson & Shevchenko 2010", "Ash et al. in press"; empty for a work without author or
// editor.
std::string cited_as(const Work& work);

// `cited_as`, then up to two lines of the title; of a paper without either the name of its file.
std::string work_label(const Graph& graph, Vertex vertex, std::size_t width);

// Lines of at most `width` code points, broken at blanks, at most `lines` of them; "…" for what is left out.
std::string wrapped(std::string_view text, std::size_t width, std::size_t lines);

}  // namespace citegraph::dot
