// The words that tell how a name is built: particles, suffixes, titles, roles, and what organisations are called.
// All are asked for as text::fold_letters gives them.
#pragma once

#include <string_view>

namespace citegraph::work {

// "van", "de", "bin": part of the family name when printed in lower case.
bool is_particle(std::string_view folded) noexcept;

// Particles that open a family name even with a capital after a given name: "Jan Van Dijk", but not "Ben Smith" or "Da
// Xu".
bool is_capital_particle(std::string_view folded) noexcept;

// Those that hardly are given names: "Van Gogh" alone is a family name, "Al Gore" is not.
bool is_family_opening(std::string_view folded) noexcept;

// "jr", "iii", "3rd".
bool is_suffix(std::string_view folded) noexcept;

// "filho", "neto", "junior": stand behind the family name and are cited with it ("Silva Filho").
bool is_family_suffix(std::string_view folded) noexcept;

// "dr", "prof", "sir" before a name.
bool is_title(std::string_view folded) noexcept;

// What may stand before names instead: "editedby", "acuradi", "hrsgvon", "onbehalfofthe"; words joined.
bool is_role_phrase(std::string_view folded) noexcept;

// "phd", "eds", "hrsg", "org": no part of the name.
bool is_role(std::string_view folded) noexcept;

// "university", "ministerio", "komitee": hardly ever part of a person's name.
bool is_organisation_word(std::string_view folded) noexcept;

// "of", "for", "pour", "für": stand in the names of organisations, not of people.
bool is_function_word(std::string_view folded) noexcept;

// Between the last two names: "and", "und", "et".
bool is_conjunction(std::string_view folded) noexcept;

// "y", "e", "i": conjunctions that also stand inside a family name ("Ortega y Gasset").
bool is_inner_conjunction(std::string_view folded) noexcept;

// What may follow a conjunction or stand alone for the authors left out: "others", "outros", "colleagues".
bool is_others_word(std::string_view folded) noexcept;

// Several words as one: "etal", "ua", "mfl", "идр".
bool is_et_al(std::string_view folded) noexcept;

// "вич", "вна": a Russian patronymic, which follows the given name.
bool is_patronymic(std::string_view folded) noexcept;

}  // namespace citegraph::work
