/// \file
/// Findings and the file they are about: the corrected copy, and findings that the file itself asks to leave out.
///
///     Paper paper = read_paper("paper.md");
///     remove_suppressed(paper.document.source, paper.diagnostics);
///     const Corrected copy = apply_suggestions(paper.document.source, paper.diagnostics);
///     std::cout << copy.applied.size() << " corrections\n" << copy.text;
///
/// Nothing is ever changed in place: what a program does with the copy is its own affair.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/diagnostic.hpp"

namespace citegraph {

/// A file with suggestions applied.
struct Corrected {
  std::string text;                  ///< The whole file.
  std::vector<std::size_t> applied;  ///< Positions of the findings whose suggestions are in `text`, by place.
  std::vector<std::size_t> refused;  ///< Sure enough, but overlapping one that was applied, or outside of the file.
};

/// Applies the suggestions that are at least as sure as `least` to `source`, the bytes of the file that the findings
/// are about. Of two that overlap the first by place is applied, the other refused.
[[nodiscard]] CITEGRAPH_API Corrected apply_suggestions(std::string_view source, std::span<const Diagnostic> findings,
                                                        Certainty least = Certainty::certain);

/// Removes the findings that comments in `source` ask to leave out, and returns how many.
///
/// `citegraph-ignore CODE, CODE` leaves out findings that begin in its own line and, where the line holds nothing but
/// the comment, in the next line that is not blank; `citegraph-ignore-file CODE` those of the whole file. Without codes
/// all are meant. Comments are `<!-- ... -->`, or `%` at the beginning of a line.
CITEGRAPH_API std::size_t remove_suppressed(std::string_view source, std::vector<Diagnostic>& findings);

}  // namespace citegraph
