// What holds for the document of any text whatever.
#pragma once

#include <algorithm>
#include <gtest/gtest.h>
#include <string>

#include "citegraph/document.hpp"

#include "soundness.hpp"

namespace citegraph::document {

inline void expect_sound(const Document& document) { ASSERT_EQ(test::unsound(document), ""); }

// Every copied piece of the map is the same bytes in text and source: holds where the source is UTF-8.
inline void expect_exact(const Document& document) {
  const auto& pieces = document.map.pieces();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::uint32_t end = i + 1 < pieces.size() ? pieces[i + 1].text_start : document.map.text_size();
    const std::uint32_t size = end - pieces[i].text_start;
    if (size < 4 || size != pieces[i].source_end - pieces[i].source_start) continue;
    std::string copied(document.source_of(pieces[i].file).substr(pieces[i].source_start, size));
    std::replace(copied.begin(), copied.end(), '\r', '\n');
    ASSERT_EQ(document.text.substr(pieces[i].text_start, size), copied);
  }
}

}  // namespace citegraph::document
