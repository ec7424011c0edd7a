// Words that say what stands beside them, in the languages of scholarly publishing.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/phrases.hpp"

namespace citegraph::reference {

enum class WordClass : std::uint32_t {
  in = 1U << 0,           // before a container: "in", "dans", "em"
  editor = 1U << 1,       // "ed", "eds", "hrsg", "orgs"
  translator = 1U << 2,   // "trans", "übers"
  volume = 1U << 3,       // "vol", "bd"
  issue = 1U << 4,        // "no", "heft"
  pages = 1U << 5,        // "pp", "s"
  edition = 1U << 6,      // "edition", "aufl"
  conjunction = 1U << 7,  // "and", "&", "und"
  publisher = 1U << 8,    // "press", "verlag"
  institution = 1U << 9,  // "university", "ministry", "committee"
  journal = 1U << 10,     // "journal", "annals"
  conference = 1U << 11,  // "proceedings", "symposium"
  thesis = 1U << 12,      // "dissertation", "tese"
  report = 1U << 13,      // "report", "working", "technical"
  document = 1U << 14,    // "statement", "treaty", "act": official texts
  accessed = 1U << 15,    // "accessed", "retrieved"
  month = 1U << 16,
  particle = 1U << 17,   // "van", "de"
  function = 1U << 18,   // "the", "of", "und"
  available = 1U << 19,  // "available", "disponível"
  reprint = 1U << 20,    // "reproduced", "reprinted"
  undated = 1U << 21,    // "forthcoming"
  place = 1U << 22,      // large publishing towns
  edited = 1U << 23,     // "edited", "herausgegeben"
  series = 1U << 24,     // "series", "reihe"
  suffix = 1U << 25,     // "jr"
  ordinal = 1U << 26,    // "second"
  news = 1U << 27,       // "times", "gazette", "daily"
};

// The classes of a folded word (lower case, no diacritics), as a set of bits.
std::uint32_t classes_of(std::string_view folded) noexcept;

// The classes of all words of `text` together.
std::uint32_t classes_in(std::string_view text);
std::uint32_t classes_in(const text::Words& words) noexcept;

inline bool has_class(std::uint32_t classes, WordClass word_class) noexcept {
  return (classes & static_cast<std::uint32_t>(word_class)) != 0;
}

}  // namespace citegraph::reference
