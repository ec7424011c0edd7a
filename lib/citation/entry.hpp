// An entry of the reference list in the form in which citations are compared with it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/pages.hpp"
#include "citegraph/reference.hpp"

#include "citation/instrument.hpp"

namespace citegraph::citation {

struct EntryName {
  std::string family;    // folded letters, without particles; of an organisation its whole name
  std::string full;      // with particles
  std::string given;     // folded letters of the given names
  std::string initials;  // first letters of the given names, folded
  bool organisation = false;
  std::vector<std::string> words;  // of an organisation
  std::string acronym;             // of an organisation: "who"
};

struct Entry {
  std::vector<EntryName> names;  // the authors; where there are none, the editors
  bool others = false;           // the list ended in "et al."
  bool edited = false;           // `names` are editors
  std::vector<int> years;  // issue, its end, the first publication; where none was read, every year the text holds
  std::vector<int> printed_years;  // further numbers of the text that may be the year, should the date be misread
  bool stated_year = false;        // the first of `years` was read as the date of issue
  std::string suffix;
  std::string date_literal;            // "in press"
  std::vector<std::string> title;      // words, folded
  std::vector<std::string> container;  // words of the journal, newspaper or book
  std::vector<std::string> publisher;
  std::vector<std::string> head;  // the first words of the entry as printed: what a misread entry still can be named by
  std::vector<std::string> acronyms;  // short names printed with the author: "IBGE"
  Instrument instrument;              // of a law
  std::optional<Pages> pages;

  bool has_year(int year) const noexcept;
};

// What `reference`, printed in `text`, is compared by.
Entry make_entry(const Reference& reference, std::string_view text);

// The words of `text`, folded.
std::vector<std::string> folded_words(std::string_view text);

// "who" for {"world", "health", "organization"} printed "World Health Organization": first letters of the capitalised
// words.
std::string acronym_of(std::string_view printed);

// True if `letters` shorten a name of these words: "inep" for "instituto nacional de estudos e pesquisas ...". Every
// letter begins a word or follows its neighbour in the same word, the first begins the first (after Schwartz and Hearst
// 2003).
bool abbreviates(std::string_view letters, const std::vector<std::string>& words);

// A word that tells one title from another: no article, no preposition, no conjunction.
bool is_content_word(std::string_view folded) noexcept;

// "statements" and "statement" are the same word of a title.
std::string_view stem(std::string_view word) noexcept;

}  // namespace citegraph::citation
