/// \file
/// Page ranges, with abbreviated ends completed: `145-68` is 145 to 168.
///
///     assert(to_string(*parse_pages("pp. 145-68, 201")) == "145-168, 201");
///     assert(parse_pages("pp. 145-68, 201")->contains(*parse_pages("150")));
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/api.hpp"

namespace citegraph {

/// First and last page as printed, completed: prefix letters kept ("S12", "S15"), roman numerals lower case.
struct PageRange {
  std::string first;  ///< "145", "S12", "xii".
  std::string last;   ///< Equal to `first` for a single page.
  bool open = false;  ///< "45ff.": goes on without a stated end.
  friend auto operator<=>(const PageRange&, const PageRange&) = default;
};

/// The pages a reference gives: one or several ranges, or an article number.
struct Pages {
  std::vector<PageRange> ranges;  ///< In the order of print.
  bool article_number = false;    ///< An article number ("e1234", "102345") rather than pages.

  /// True if every range of `other` lies in one of these. Ranges of different prefixes or numerals never hold each
  /// other.
  [[nodiscard]] CITEGRAPH_API bool contains(const Pages& other) const;
  friend auto operator<=>(const Pages&, const Pages&) = default;
};

/// Reads "pp. 145-68", "S. 12–15", "xii-xx", "45ff.", "e1234", "101, 105-9"; nothing where the text holds no page.
/// A range that descends after completion ("528-27") is kept as printed.
[[nodiscard]] CITEGRAPH_API std::optional<Pages> parse_pages(std::string_view text);

/// "145-168, 201"
[[nodiscard]] CITEGRAPH_API std::string to_string(const Pages& pages);

}  // namespace citegraph
