// Words in nothing but a-z and 0-9.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace citegraph::bibliography {

// Lower case, no diacritics, Greek and Cyrillic letters transliterated; everything else left out.
std::string ascii_letters(std::string_view text);

// The words of `text` in that form that tell something: no articles, prepositions and conjunctions. At most `most`.
std::vector<std::string> significant_words(std::string_view text, std::size_t most);

}  // namespace citegraph::bibliography
