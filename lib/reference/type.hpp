// What kind of work a reference describes.
#pragma once

#include "citegraph/work.hpp"

namespace citegraph::reference {

// What the printing shows beside the fields themselves.
struct TypeCues {
  bool emphasised_title = false;  // in italics: a book
};

// Decides from the fields that are set: the container first (journal, newspaper, proceedings, book), then the genre,
// the publisher and the identifiers.
WorkType decide_type(const Work& work, const TypeCues& cues);

}  // namespace citegraph::reference
