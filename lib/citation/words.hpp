// The small words of citations: what may stand inside a name, between names, before a citation, and what is never a
// name. All questions take a word in the form of `text::fold` (lower case, no diacritics).
#pragma once

#include <string_view>

namespace citegraph::citation {

// "de", "van", "el": lower-case parts of family names.
bool is_particle(std::string_view folded) noexcept;

// "and", "&", "y", "e", "und": between the last two names of a list.
bool is_name_connector(std::string_view folded) noexcept;

// "of", "for", "the", "des": lower-case words inside the names of organisations and in titles.
bool is_function_word(std::string_view folded) noexcept;

// Months in the languages of scholarly publishing, in full or abbreviated.
bool is_month(std::string_view folded) noexcept;

// Words that are printed with a capital before a year or bracket but name nobody: "In", "However", "Table", "Since".
bool is_never_a_name(std::string_view folded) noexcept;

// "Jr", "St", "Corp": abbreviations inside names, whose full stop ends no sentence.
bool is_name_abbreviation(std::string_view folded) noexcept;

// "Treaty", "Act", "Lei": words that tell a legal instrument, whose articles are cited.
bool is_legal_instrument(std::string_view folded) noexcept;

// A script without upper and lower case, and without blanks between words: Chinese, Japanese, Korean.
bool is_caseless(std::string_view word) noexcept;

}  // namespace citegraph::citation
