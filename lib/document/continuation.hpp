// Whether one paragraph is the rest of another, as far as the end of the one and the beginning of the other tell.
#pragma once

#include <cstdint>
#include <string_view>

#include "document/list_starts.hpp"

namespace citegraph::document {

// How a block ends.
enum class Ending : std::uint8_t {
  complete,    // with the punctuation of a sentence
  neutral,     // with a bracket, a quotation mark, a digit: as entries of lists do
  broken,      // with a word
  unfinished,  // with a comma, a hyphen, "the", a bracket just opened
};
Ending ending_of(std::string_view text);

// How a block begins.
enum class Beginning : std::uint8_t {
  fresh,       // with a capital
  particle,    // in lower case, but as a name does: "van der Berg, P."
  digit,       // with a number, or an open bracket
  continuing,  // in lower case, with closing punctuation, with an address
};
Beginning beginning_of(std::string_view text);

// "12. Smith", "[12] Smith", "(12) Smith": an entry or item of its own.
bool begins_with_item_number(std::string_view text);

// True if `second` goes on where `first` ends. `start`: what its place in a list says about `second`.
bool continues(std::string_view first, std::string_view second, ListStart start);

}  // namespace citegraph::document
