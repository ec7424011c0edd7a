/// \file
/// In-text citations, and the entries they name.
///
///     "... as shown earlier (Levine, 1992:26-38; Bin 2009)."      two citations of one group
///                            ^^^^^^^^^^^^^^^^^^                   span, form parenthetical, locator "26-38"
///
/// A citation is the smallest text that names a work. `find_citations` reads what is printed; `link_citations` decides
/// from the evidence (names, year, suffix, title words, pages) which entry is meant, says how good the fit is, and
/// never corrects: the better spelling or year is a suggestion in a `Diagnostic`. `read_paper` (paper.hpp) takes these
/// steps:
///
///     const Document document = read_document("paper.md");
///     const ReferenceLists references = find_references(document);
///     std::vector<Citation> citations = find_citations(document, references);
///     for (const Diagnostic& finding : link_citations(document, references, citations)) std::cerr << finding << '\n';
///     for (const Citation& citation : citations)
///       std::cout << slice(document.text, citation.span) << ": " << to_string(citation.targets[0].status) << '\n';
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/date.hpp"
#include "citegraph/diagnostic.hpp"
#include "citegraph/document.hpp"
#include "citegraph/options.hpp"
#include "citegraph/reference.hpp"
#include "citegraph/span.hpp"

namespace citegraph {

/// How a citation is written.
enum class CitationForm : std::uint8_t {
  parenthetical,  ///< (Smith, 2009)
  narrative,      ///< Smith (2009)
  title,          ///< (White Paper: Peaceful Development): no year, a title or its beginning
  numeric,        ///< [3], [3-5]
  superscript,    ///< text³
  key,            ///< `[Knu97]`, `[@knuth1997]`, `\cite{knuth1997}`
  note,           ///< a reference in a footnote
};

/// What the print decides about the target of a citation.
enum class LinkStatus : std::uint8_t {
  linked,         ///< Author or title, and year, point to one entry.
  ambiguous,      ///< They point to several: all are `candidates`, `reference` is the best guess.
  year_mismatch,  ///< One entry fits but for its year.
  name_mismatch,  ///< One entry fits but for the spelling or form of its name or title.
  missing,        ///< No entry is near.
};

/// One work that a citation names.
struct Target {
  std::optional<std::uint32_t> reference;   ///< Position in the list of references; the best guess.
  LinkStatus status = LinkStatus::missing;  ///< How well the print fits `reference`.
  std::string locator;                      ///< "26-38"; "Article 4"
  std::string locator_label;  ///< CSL: "page", "chapter", "section", "article-locator" ...; empty without a locator.
  double confidence = 0.0;    ///< 0 to 1, three decimals.
  std::vector<std::uint32_t>
      candidates;  ///< Every entry that fits as well, ascending; holds `reference` where there is one.
};

/// One in-text citation: where it stands, what it prints, and, once linked, which entries it means.
struct Citation {
  TextSpan span;  ///< The smallest text that names the works: without brackets, prefix ("see") and final punctuation.
  CitationForm form = CitationForm::parenthetical;  ///< How it is written.
  std::uint32_t group = 0;                          ///< Citations that share one bracket share this number.
  std::uint32_t position = 0;                       ///< Its place among the citations of its group, from 0.
  std::uint32_t group_size = 1;                     ///< How many citations its group has.
  std::string prefix;                               ///< "see also"
  std::string suffix;                               ///< "emphasis added"
  std::string section;                              ///< The heading it stands under.
  TextSpan sentence;                                ///< The sentence around it.

  // As printed; a citation has names or a title, numbers, or a key.
  std::vector<std::string> names;      ///< Family names or an organisation, as printed: {"Larson", "Shevchenko"}.
  bool others = false;                 ///< "et al."
  std::string title;                   ///< Of a title citation.
  Date date;                           ///< Year and suffix, or the literal ("in press").
  std::vector<std::uint32_t> numbers;  ///< Of a numeric citation, ranges expanded: one target each.
  std::string key;                     ///< Of a key citation: "knuth1997".

  std::vector<Target> targets;  ///< One, but for a numeric citation of several. `find_citations` fills in the locators.
};

/// Finds the citations of the body: everything outside the `lists`.
[[nodiscard]] CITEGRAPH_API std::vector<Citation> find_citations(const Document& document,
                                                                 const ReferenceLists& references,
                                                                 const ReadOptions& options = {});

/// Decides the targets of `citations` among `references` and reports what does not fit: missing, year-mismatch,
/// name-mismatch, ambiguous, and the entries never cited.
[[nodiscard]] CITEGRAPH_API std::vector<Diagnostic> link_citations(const Document& document,
                                                                   const ReferenceLists& references,
                                                                   std::vector<Citation>& citations,
                                                                   const ReadOptions& options = {});

/// The name as JSON has it: "parenthetical".
[[nodiscard]] CITEGRAPH_API std::string_view to_string(CitationForm form) noexcept;
/// The name as JSON has it: "year_mismatch".
[[nodiscard]] CITEGRAPH_API std::string_view to_string(LinkStatus status) noexcept;

}  // namespace citegraph
