// Locators: the part of a work that a citation points into.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "citegraph/citation.hpp"

#include "citation/tokens.hpp"

namespace citegraph::citation {

struct Locator {
  std::string text;       // "180-84"
  std::string label;      // CSL: "page"
  std::uint32_t end = 0;  // the token after it
};

// Reads the locator that stands after a year, beginning at token `at`: ":94", ", 81", ", pp. 3-5", " p. 12", "\"101" (a
// quote typed for a colon), ", ch. 3", ", § 4". A bare number counts where nothing but more pages or the end of the
// citation follows it, and it is no further year.
std::optional<Locator> read_locator(const Body& body, std::uint32_t at);

// A target that is not linked yet, with its locator where there is one.
Target target_at(const std::optional<Locator>& locator);

// The CSL label of a printed one ("pp", "Kap", "§"), or nothing.
std::string_view locator_label(std::string_view folded) noexcept;

// "Article" for "Artilec": the word for an article, one misprint allowed. Empty for any other word.
std::string_view article_word(std::string_view word);

}  // namespace citegraph::citation
