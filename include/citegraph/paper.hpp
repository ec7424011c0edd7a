/// \file
/// A paper: a document with its references, its citations, and the links between them. One call does it all:
///
///     citegraph::Paper paper = citegraph::read_paper("paper.md");
///     for (const auto& d : paper.diagnostics) std::cerr << d << '\n';
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/citation.hpp"
#include "citegraph/diagnostic.hpp"
#include "citegraph/document.hpp"
#include "citegraph/error.hpp"
#include "citegraph/options.hpp"
#include "citegraph/reference.hpp"

namespace citegraph {

/// A document, understood.
struct Paper {
  Document document;                    ///< What was read.
  std::vector<TextSpan> lists;          ///< Where the reference lists stand in the text.
  std::vector<Reference> references;    ///< Spans into `document.text`.
  std::vector<Citation> citations;      ///< In the order of the text; targets index `references`.
  std::vector<Diagnostic> diagnostics;  ///< All findings, sorted by place.
};

/// Reads a file and links its citations.
/// \throws Error as `read_document` does.
[[nodiscard]] CITEGRAPH_API Paper read_paper(const std::string& path, const ReadOptions& options = {});

/// The same for bytes at hand; `path` names them in findings and helps to guess the format.
[[nodiscard]] CITEGRAPH_API Paper parse_paper(std::string bytes, std::string path = {},
                                              const ReadOptions& options = {});

/// Every article of a file as a paper of its own, the main one first: see `parse_documents`. A translation cites what
/// its original cites, so a graph is made from the main articles; the others are for those who ask for them. \throws
/// Error as `parse_document` does.
[[nodiscard]] CITEGRAPH_API std::vector<Paper> parse_papers(std::string bytes, std::string path = {},
                                                            const ReadOptions& options = {});

/// Reads many files on `options.threads` threads. `sink` is called once for every path, in the order of `paths`, never
/// from two threads at once, with the paper or with the error that kept it from being read; the rest goes on. An
/// exception thrown by `sink` ends the reading and is passed on.
CITEGRAPH_API void read_papers(
    std::span<const std::string> paths, const ReadOptions& options,
    const std::function<void(const std::string& path, Paper* paper, const Error* error)>& sink);

}  // namespace citegraph
