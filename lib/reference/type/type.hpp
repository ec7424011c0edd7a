// What kind of work a reference describes.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "citegraph/reference.hpp"
#include "citegraph/work.hpp"

#include "text/phrases.hpp"

namespace citegraph::reference {

// What the printing shows beside the fields themselves.
struct TypeCues {
  bool emphasised_title = false;            // in italics: a book
  bool in_before_container = false;         // "In", "Em", "Dans": a book or proceedings
  text::Words words{};                      // of all that is neither name nor title nor container
  std::string head{};                       // the first words as printed
  text::Words in_brackets{};                // of all in square brackets, wherever the labels put it
  WorkType described = WorkType::document;  // see described_type()
};

TypeCues cues_of(std::string_view text, std::span<const Segment> segments, bool emphasised_title);

// Decides from the fields that are set and the words around them: what the reference says of itself first ("PhD
// thesis", "patent", "[Computer software]"), then laws, cases and standards by their form, then the container, then the
// publisher and the identifiers.
WorkType decide_type(const Work& work, const TypeCues& cues);

}  // namespace citegraph::reference
