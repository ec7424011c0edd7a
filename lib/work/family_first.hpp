// Names of people whose family name comes first at home, in Latin letters. Such names are printed in either order
// abroad; "Mao Zedong" and "Xiaoming Wu", "Kim Jong-un" and "Jong-un Kim" tell by themselves which half is the family
// name.
#pragma once

#include <string_view>

namespace citegraph::work {

// One of the hundred or so family names that four of five Chinese bear, in pinyin. `folded` in lower case, ASCII.
bool is_chinese_surname(std::string_view folded) noexcept;

// Nothing but one to three syllables of pinyin: "zedong", "xun", "lingshan".
bool is_pinyin(std::string_view folded) noexcept;

bool is_korean_surname(std::string_view folded) noexcept;
bool is_vietnamese_surname(std::string_view folded) noexcept;

}  // namespace citegraph::work
