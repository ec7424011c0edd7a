// The signs that references bear in a language.
#pragma once

#include <array>
#include <initializer_list>

namespace training {

using Words = std::initializer_list<const char*>;

// Of one language, so that one reference speaks one.
struct Language {
  Words in, pages, volume, issue, editor, editors_after, edition;
};

// English first.
const std::array<Language, 7>& languages();

}  // namespace training
