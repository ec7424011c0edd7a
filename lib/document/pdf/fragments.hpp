// Words that follow each other on a line without a wide gap: what cannot belong to two columns.
#pragma once

#include <cstdint>
#include <vector>

#include "document/pdf/word.hpp"

namespace citegraph::document::pdf {

struct Fragment {
  Box box;
  std::vector<std::uint32_t> words;  // from left to right
};

std::vector<Fragment> join_words(const std::vector<Word>& words);

}  // namespace citegraph::document::pdf
