// Names as citations print them: "Smith", "van Heel and D'Elia", "MOYSES; ZATTAR", "Planck Collaboration XIII", "Wang
// et al."
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "citation/entry_index.hpp"
#include "citation/tokens.hpp"

namespace citegraph::citation {

// What stands between a name and the one before it.
enum class NameSeparator : std::uint8_t { none, comma, semicolon, conjunction };

struct PrintedName {
  std::uint32_t first = 0;  // tokens, inclusive
  std::uint32_t last = 0;
  NameSeparator before = NameSeparator::none;
};

// A run of names, in the order of the text.
struct NameRun {
  std::vector<PrintedName> names;
  bool others = false;  // it ended in "et al."

  bool empty() const noexcept { return names.empty(); }
};

// The longest run of names whose last token is before `end` and whose first is not before `floor`. How much of it
// belongs to the citation is for `choose_names` to say.
NameRun read_names_before(const Body& body, std::uint32_t end, std::uint32_t floor, const EntryIndex& index);

// The part of a run that a citation names, and how well the reference list knows it.
struct ChosenNames {
  std::uint32_t first = no_token;  // no_token: none
  std::uint32_t skip = 0;          // bytes of that token before the names, in scripts that set no blanks
  std::vector<std::string> names;  // as printed
  bool others = false;
  EntryIndex::Knows known = EntryIndex::Knows::nobody;
};

enum class NamePlace : std::uint8_t { in_bracket, in_sentence, in_note };

// Leaves out what only stands before the names ("In Spain, Smith and Jones"): of all places where the names may begin
// the one that the list knows best; where it knows none, what is likely by form.
ChosenNames choose_names(const Body& body, const NameRun& run, const EntryIndex& index, int year, NamePlace place);

// A printed name without possessive, final stops and ellipsis: "Smith’s" -> "Smith".
std::string_view bare_name(std::string_view printed) noexcept;

// True for "J", "JK": given names shortened to letters.
bool is_initials(std::string_view word) noexcept;

}  // namespace citegraph::citation
