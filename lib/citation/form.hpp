// The forms of citation: one file each, one row each in the table of form.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

#include "citegraph/citation.hpp"

#include "citation/entry_index.hpp"
#include "citation/tokens.hpp"

namespace citegraph::citation {

// What a form reads from.
struct Source {
  const Document& document;
  const ReferenceLists& references;
  const Body& body;
  const EntryIndex& index;
};

// A possible citation. What a bare number means depends on the document, so forms propose and `find_citations`
// disposes.
struct Proposal {
  Citation citation;
  // The reference list confirms it (the first author, the number or the key is there); else it is one by its form only.
  bool confirmed = false;
  // It counts only for a work that is cited nowhere else: the form is a weak sign.
  bool weak = false;
};

// A long paper has tens of thousands, of some hundred bytes each: they stay where they were put.
using Proposals = std::deque<Proposal>;

// The ways of citing between which a document chooses. Numbers in words ("Ref. 3") go with any of the numeric ones.
enum class Style : std::uint8_t { author_date, numeric_square, numeric_round, superscript, key, note, number_in_words };

struct Form {
  std::string_view name;
  Style style;
  Proposals (*propose)(const Source& source);
};

const std::vector<Form>& forms();

Proposals propose_titles(const Source& source);           // title_form.cpp
Proposals propose_legal(const Source& source);            // legal_form.cpp
Proposals propose_back_references(const Source& source);  // back_reference.cpp
Proposals propose_author_date(const Source& source);      // author_date.cpp
Proposals propose_author_page(const Source& source);      // author_page.cpp
Proposals propose_years_apart(const Source& source);      // year_apart.cpp
Proposals propose_square_numbers(const Source& source);   // numeric.cpp
Proposals propose_round_numbers(const Source& source);
Proposals propose_numbers_in_words(const Source& source);  // number_in_words.cpp
Proposals propose_raised_numbers(const Source& source);    // superscript.cpp
Proposals propose_glued_numbers(const Source& source);     // glued_numbers.cpp
Proposals propose_notes(const Source& source);             // note.cpp
Proposals propose_keys(const Source& source);              // key.cpp

// Works that one range of numbers names at most; a longer one is a quantity.
constexpr std::uint32_t longest_range = 200;

// Entries by the number they bear, or by position where the list is not numbered.
class Numbering {
 public:
  explicit Numbering(const ReferenceLists& references);
  std::uint32_t highest() const noexcept { return highest_; }
  bool printed() const noexcept { return printed_; }  // the entries bear numbers in the document

 private:
  std::uint32_t highest_ = 0;
  bool printed_ = false;
};

}  // namespace citegraph::citation
