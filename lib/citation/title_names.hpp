// Titles and organisations in the place of names: "(Concept of National Gardens, 1997)".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "citation/form.hpp"
#include "citation/names.hpp"

namespace citegraph::citation {

// True if an entry begins with these words, at least two.
bool begins_entry(const EntryIndex& index, std::string_view printed);

// True for at least three words with which an entry begins: "the Charter of Gardens and Woods (1948)".
bool names_title(const EntryIndex& index, const ChosenNames& names);

// What stands before a year in a bracket, read as a title: from the bracket or semicolon on, capitalised words and the
// small words between them; or words that titles of the list hold; or any words with which an entry begins. Nothing
// where it would say no more than `names`.
std::optional<ChosenNames> title_as_name(const Source& source, std::uint32_t end, std::uint32_t floor,
                                         const ChosenNames& names);

// The author of "(Borges, Ficciones y otros textos, 1944)", who begins the bracket and a title follows: only where the
// list has a work of that author and year.
std::optional<ChosenNames> author_before_title(const Source& source, std::uint32_t end, std::uint32_t floor, int year);

// The author of "Moral and More (1969) by Arnold Gehlen", at or after token `at`: only where the list has a work of
// that author and year.
std::optional<ChosenNames> author_after_title(const Source& source, std::uint32_t at, int year);

// Words that may stand between the bracket and the names: "see", "apud", "adapted from".
bool introduces(std::string_view word) noexcept;

}  // namespace citegraph::citation
