// Folding for comparison: what two printings of one word have in common.
#pragma once

#include <string>
#include <string_view>

namespace citegraph::text {

// Lower case (full case folding), no diacritics, ligatures and digraphs spelt out (œ -> oe, ß -> ss, ø -> o, ł -> l,
// ﬁ -> fi), typographic quotes and dashes as their ASCII kin, every white space a blank. Keeps punctuation; the number
// of bytes may change. ASCII text takes a fast path.
std::string fold(std::string_view text);

// As `fold`, and only letters and digits remain, words separated by one blank.
std::string fold_words(std::string_view text);

// As `fold`, and only letters and digits remain, nothing between them: the form names and titles are compared in.
std::string fold_letters(std::string_view text);

// True if the folded letters of the two are equal.
bool same_letters(std::string_view a, std::string_view b);

}  // namespace citegraph::text
