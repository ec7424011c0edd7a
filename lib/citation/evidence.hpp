// How well a citation fits an entry: a few independent observations, each worth points.
//
// The table in evidence.cpp lists them; a new kind of evidence is a function and a row. What the points mean for the
// status of a link is decided in linker.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/citation.hpp"
#include "citegraph/explanation.hpp"
#include "citegraph/pages.hpp"

#include "citation/entry.hpp"

namespace citegraph::citation {

struct QueryName {
  std::string letters;             // folded letters, without initials
  std::vector<std::string> words;  // folded
  std::string initials;            // folded letters of initials printed with the name
};

// A citation in the form in which it is compared.
struct Query {
  std::vector<QueryName> names;
  bool others = false;
  bool in_sentence = false;               // where names may be inflected: "Müllers (2003)", "у Иванова (2004)"
  std::string phrase;                     // folded letters of all names together, for organisations that hold an "and"
  std::vector<std::string> phrase_words;  // the same as words
  std::vector<std::string> title;         // words of a title printed beside the names
  int year = 0;                           // 0: none
  int original_year = 0;
  std::string suffix;
  std::string date_literal;
  std::optional<Pages> pages;
};

Query make_query(const Citation& citation);

// In rising order of how much the print says so.
enum class NameFit : std::uint8_t {
  none,
  co_author,  // another author of the entry
  similar,    // a near miss in spelling
  swapped,    // the given name in the place of the family name
  form,       // part of a compound name, words of the title, the newspaper, the publisher
  exact,      // the first author, the organisation or its acronym, the beginning of the title
};

enum class YearFit : std::uint8_t { off, unstated, exact };

struct Fit {
  std::uint32_t entry = 0;
  NameFit name = NameFit::none;
  YearFit year = YearFit::off;
  int year_distance = 0;
  bool names_contradict = false;   // a further cited name is no author of the entry, or the number of authors cannot be
  bool others_contradict = false;  // "et al." of an entry with one author
  bool name_misspelt = false;      // a further cited name is a near miss
  int points = 0;                  // sum of all evidence
  std::vector<Evidence>* trace = nullptr;  // where each observation is written down while an explanation is asked for
};

// `trace`, if given, receives what was seen.
Fit fit(const Query& query, const Entry& entry, std::vector<Evidence>* trace = nullptr);

// Content words of the sentence before the citation and of its heading, sorted: for a guess between entries that fit
// equally well, never for a verdict.
std::vector<std::string> context_words(const Citation& citation, std::string_view text);

// How many words of the title the context holds.
int shared_words(const std::vector<std::string>& context, const Entry& entry);

// A Chinese given name of two syllables or more, which may stand where a family name belongs.
bool names_given_first(std::string_view letters);

// Near misses by length: none in names of up to four letters, one edit up to eight, two beyond.
bool similar_names(std::string_view a, std::string_view b);

}  // namespace citegraph::citation
