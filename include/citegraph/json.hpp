/// \file
/// Papers and references as JSON: the contract that programs in other languages rely on.
///
///     std::vector<Paper> papers;
///     papers.push_back(read_paper("paper.md"));
///     write_json(std::cout, papers);
///
/// `write_json` prints one object, `{"schema":1,"offsets":"utf-8 bytes","papers":[...]}`; docs/json.md shows every
/// member. Offsets are bytes into the file the paper was read from; of formats whose text does not stand in the file
/// (XML, HTML) they are bytes into the member `text`, which such papers have. Lines and columns are always those of the
/// file.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <span>
#include <string_view>

#include "citegraph/api.hpp"
#include "citegraph/paper.hpp"
#include "citegraph/reference.hpp"

namespace citegraph {

/// What is written beyond what every paper has.
struct JsonOptions {
  bool explanations = false;  ///< With each target why it is one (explanation.hpp): its member `explanation`.
  bool contexts = false;      ///< With each paper, by work, the sentences that cite it (contexts.hpp): `contexts`.
};

/// Papers with their references, citations and findings.
CITEGRAPH_API void write_json(std::ostream& out, std::span<const Paper> papers, const JsonOptions& options = {});

/// One paper as one line: a member of `papers` above.
CITEGRAPH_API void write_json_line(std::ostream& out, const Paper& paper, const JsonOptions& options = {});

/// One reference string as one line:
/// `{"text":...,"segments":[...],"confidence":...,"work":{CSL-JSON},"diagnostics":[]}`. Offsets are bytes into `text`,
/// the string that `reference` was read from. Where that names several works, `work` is the first of `works`. With
/// `same_as`, the number of the first line that denotes the same work (see identity.hpp), also `"same_as":N`.
CITEGRAPH_API void write_json_line(std::ostream& out, std::string_view text, const Reference& reference,
                                   std::span<const Diagnostic> diagnostics = {},
                                   std::optional<std::uint32_t> same_as = {});

/// Findings as a JSON array.
CITEGRAPH_API void write_json(std::ostream& out, std::span<const Diagnostic> diagnostics);

}  // namespace citegraph
