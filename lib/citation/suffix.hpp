// What stands behind a key: "p. 3, emphasis added".
#pragma once

#include <string>
#include <string_view>

namespace citegraph::citation {

struct Suffix {
  std::string locator;  // "3"
  std::string label;    // CSL: "page"
  std::string rest;     // "emphasis added"
};

// A bare number is a page, as citation processors and BibLaTeX take it; pandoc's "{p. iv, the first}" is a locator as a
// whole.
Suffix read_suffix(std::string_view text);

}  // namespace citegraph::citation
