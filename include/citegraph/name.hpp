/// \file
/// Names of people and organisations, as CSL divides them.
///
///     assert(parse_name("van Gogh, Vincent").non_dropping_particle == "van");
///     assert(parse_name("World Health Organization").is_literal());
///     assert(parse_names("Larson, D. W. and Shevchenko, A.").names[1].family == "Shevchenko");
///
/// Given names stay as printed ("D. W.", "DW"). A name that cannot be divided with confidence is kept whole.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/api.hpp"

namespace citegraph {

/// A person (family name and the rest) or, when `literal` is set, an organisation or an undivided name.
struct Name {
  std::string family;                 ///< "Gogh" of "Vincent van Gogh".
  std::string given;                  ///< "Vincent"; initials as printed.
  std::string dropping_particle;      ///< Left out when only the family name is printed: "de" in "de Broglie" (French).
  std::string non_dropping_particle;  ///< Always printed with the family name: "van" in "van Gogh".
  std::string suffix;                 ///< "Jr.", "III".
  std::string literal;                ///< The whole name, where it is not divided.

  /// True if the name is not divided: an organisation, or a name that could not be.
  [[nodiscard]] bool is_literal() const noexcept { return !literal.empty(); }
  /// What a citation prints: "van Gogh", or the literal.
  [[nodiscard]] CITEGRAPH_API std::string cited_form() const;
  friend auto operator<=>(const Name&, const Name&) = default;
};

/// The names of a list, in its order.
struct NameList {
  std::vector<Name> names;  ///< In the order of print.
  bool others = false;      ///< The list ended in "et al.", "and others", "u. a." ...
};

/// Reads one name in any common form: "Last, First", "First Last", "LAST F", "Last FM", with particles and suffix.
[[nodiscard]] CITEGRAPH_API Name parse_name(std::string_view text);

/// Reads a list of names, deciding from the whole list how it is divided (commas, semicolons, "and", "&", "y", "e",
/// "und", "et") and in which order each name is printed. Role words such as "(eds.)" around it are ignored.
[[nodiscard]] CITEGRAPH_API NameList parse_names(std::string_view text);

/// "Family, Suffix, Given" with particles in their place, or the literal.
[[nodiscard]] CITEGRAPH_API std::string to_string(const Name& name);

}  // namespace citegraph
