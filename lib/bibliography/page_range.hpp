// Pages of a work as the formats take them that have a field for the first and one for the last.
#pragma once

#include <string_view>

namespace citegraph::bibliography {

struct PageRange {
  std::string_view first;  // everything, where it is no plain range
  std::string_view last;   // empty where it is none
};

// "10-20" divided. One page, a list ("1-3, 7"), an odd range ("A-1-7", "5-5") stay whole.
inline PageRange page_range(std::string_view pages) noexcept {
  constexpr std::string_view plain = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-";
  const std::size_t hyphen = pages.find('-');
  if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 1 == pages.size()) return {pages, {}};
  const std::string_view first = pages.substr(0, hyphen);
  const std::string_view last = pages.substr(hyphen + 1);
  const bool divided = last.find('-') == std::string_view::npos && first != last &&
                       pages.find_first_not_of(plain) == std::string_view::npos;
  return divided ? PageRange{first, last} : PageRange{pages, {}};
}

}  // namespace citegraph::bibliography
