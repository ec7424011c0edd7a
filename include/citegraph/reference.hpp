/// \file
/// References: the entries of a list as printed, and the works they amount to.
///
///     const Reference reference = parse_reference("Levine, S.I. (1992). \"Second Chance in China\", Annals, 519(1).");
///     assert(reference.segments[0].label == Label::author);
///     assert(reference.works[0].get(Variable::title) == "Second Chance in China");
///
/// An entry goes through two stages. *Labelling* says of each piece of the text what it is, in canonical spans: the
/// bare value without quotes, brackets and affixes ("pp.", "vol.", "In:"). *Normalising* turns the labelled text into a
/// `Work`. Both results are public, so that a program can show what was read where.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/diagnostic.hpp"
#include "citegraph/document.hpp"
#include "citegraph/label.hpp"
#include "citegraph/options.hpp"
#include "citegraph/span.hpp"
#include "citegraph/work.hpp"

namespace citegraph {

/// One field of a reference as printed.
struct Segment {
  Label label = Label::other;  ///< What it is.
  TextSpan span;               ///< Into the text that the reference was read from.
  double confidence = 0.0;     ///< 0 to 1, three decimals.
};

/// One entry of a reference list.
struct Reference {
  TextSpan span;                  ///< The whole entry, without its bullet or number.
  std::string id;                 ///< The key or number the entry bears in its document ("12", "Knu97"), or empty.
  std::vector<Segment> segments;  ///< Sorted, not overlapping.
  std::vector<Work> works;        ///< Never empty: one, rarely several ("(a) ...; (b) ...").
  double confidence = 0.0;        ///< That all segments are right: 0 to 1, three decimals.
};

/// Reads one reference string. Any text gives a result; what is no reference gives a low confidence.
/// Marks of `text` that a document would carry (italics) may be passed: offsets into `text`.
[[nodiscard]] CITEGRAPH_API Reference parse_reference(std::string_view text, std::span<const Mark> marks = {},
                                                      const ReadOptions& options = {});

/// Reads many reference strings, on `options.threads` threads; the result has one reference for each text, in order,
/// and is the same for any number of threads. The texts are taken for a list: an entry that prints "———" or "Ders." for
/// its author has the author of the one above. `above` is the entry before the first, where a list is read in pieces.
///
///     const std::vector<std::string> texts = {"Levine, S. (1992). Second. Oslo: Holm.", "———. Third. Oslo: Holm."};
///     const std::vector<Reference> references = parse_references(texts);
///     assert(references[1].works[0].get(NameVariable::author)[0].family == "Levine");
[[nodiscard]] CITEGRAPH_API std::vector<Reference> parse_references(std::span<const std::string_view> texts,
                                                                    const ReadOptions& options = {},
                                                                    const Reference* above = nullptr);
/// The same for strings.
[[nodiscard]] CITEGRAPH_API std::vector<Reference> parse_references(std::span<const std::string> texts,
                                                                    const ReadOptions& options = {},
                                                                    const Reference* above = nullptr);

/// What is doubtful about a reference read from `text`: identifiers that are malformed or fail their checksum, damaged
/// bytes, and that it is unclear. Spans are offsets into `text`; the findings name no file, their line is 1.
[[nodiscard]] CITEGRAPH_API std::vector<Diagnostic> diagnose_reference(std::string_view text,
                                                                       const Reference& reference);

/// The reference lists of a document.
struct ReferenceLists {
  std::vector<TextSpan> lists;          ///< Where they stand, headings included; the rest of the text is body.
  std::vector<Reference> references;    ///< In the order of the text; spans into the document's text.
  std::vector<Diagnostic> diagnostics;  ///< Entries that are unclear, and a list that is missing.
};

/// Finds the reference lists of a document, splits them into entries and reads each.
[[nodiscard]] CITEGRAPH_API ReferenceLists find_references(const Document& document, const ReadOptions& options = {});

/// Divides a pasted list into its entries and reads each: as `find_references`, but where no heading opens a list all
/// of the document is one.
[[nodiscard]] CITEGRAPH_API ReferenceLists read_reference_list(const Document& document,
                                                               const ReadOptions& options = {});

}  // namespace citegraph
