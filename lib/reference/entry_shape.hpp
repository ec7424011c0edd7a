// What tells a reference from other text, and its first line from the lines that follow.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace citegraph::reference {

enum class LabelForm : std::uint8_t { bracket, parenthesis, closing_parenthesis, dot, bare, key };

// The number or key printed before an entry: "[12]", "(12)", "12)", "12.", "12 ", "[Knu97]".
struct EntryLabel {
  LabelForm form = LabelForm::bracket;
  std::string id;            // "12", "Knu97"
  std::uint32_t number = 0;  // of all forms but `key`
  std::uint32_t size = 0;    // bytes to skip to the entry, blanks included
};

std::optional<EntryLabel> read_entry_label(std::string_view line);

// How a line begins, seen from what references begin with.
enum class Opening : std::uint8_t {
  names,         // "Smith, J.", "J. Smith", "Smith JA,", "SMITH, John", "———"
  organisation,  // "World Bank. (2016)"
  capital,       // any other word with a capital; a quotation mark before it does not matter
  other,         // a number, a bracket, a letter without case
  lower,         // a word in lower case: hardly ever the start
  inside,        // what stands inside references only: "pp. 12", "https://", "In:", "vol. 3", "12(3)"
};

Opening opening_of(std::string_view line);

// Years (1500-2099) standing alone as words in `text`.
std::uint32_t count_years(std::string_view text);

// How much `text` looks like one reference: below 0 unlike, from 2 alike. Looks at no more than its first 1,000 bytes.
int entry_likeness(std::string_view text);

}  // namespace citegraph::reference
