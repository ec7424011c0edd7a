/// \file
/// Identifiers of works: found in text, checked, normalised.
///
///     assert(parse_identifier("https://doi.org/10.1016/J.CELL.2020.01.001.")->value == "10.1016/j.cell.2020.01.001");
///     assert(parse_identifier("ISBN 978-3-16-148410-0")->scheme == IdentifierScheme::isbn);
///     assert(find_identifiers("available at www.tcf.org.")[0].identifier.value == "www.tcf.org");
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/span.hpp"

namespace citegraph {

/// What kind of identifier it is; `to_string` gives the lower-case name.
enum class IdentifierScheme : std::uint8_t { doi, isbn, issn, arxiv, pmid, pmcid, url };

/// An identifier in its normal form.
struct Identifier {
  IdentifierScheme scheme = IdentifierScheme::url;  ///< What kind it is.
  /// Normalised: DOI lower case without resolver; ISBN and ISSN without hyphens (ISSN with its one); arXiv without
  /// version and prefix ("2101.00001", "hep-th/9901001"); PMID digits; PMCID "PMC123"; URL as printed.
  std::string value;
  bool valid = true;  ///< Checksum (ISBN, ISSN) and form are right. Text that is plainly meant as one is kept, marked.
  friend auto operator<=>(const Identifier&, const Identifier&) = default;
};

/// An identifier and where it stands in the text it was found in.
struct FoundIdentifier {
  Identifier identifier;  ///< The identifier, normalised.
  TextSpan span;  ///< The value as printed: with its resolver ("https://doi.org/"), without label ("doi:") and closing
                  ///< punctuation.
};

/// Every identifier in `text`, in order, not overlapping. Offsets are bytes into `text`. Linear.
[[nodiscard]] CITEGRAPH_API std::vector<FoundIdentifier> find_identifiers(std::string_view text);

/// The identifier that is all of `text` but for a label and punctuation around it; nothing where it is none.
[[nodiscard]] CITEGRAPH_API std::optional<Identifier> parse_identifier(std::string_view text);

/// ISO 2108: the weighted sum of 10 digits modulo 11, or of 13 digits modulo 10. `digits` without hyphens.
[[nodiscard]] CITEGRAPH_API bool is_valid_isbn(std::string_view digits) noexcept;
/// ISO 3297: eight characters, modulo 11; with or without the hyphen.
[[nodiscard]] CITEGRAPH_API bool is_valid_issn(std::string_view digits) noexcept;

/// "doi", "isbn", "arxiv" ...
[[nodiscard]] CITEGRAPH_API std::string_view to_string(IdentifierScheme scheme) noexcept;

}  // namespace citegraph
