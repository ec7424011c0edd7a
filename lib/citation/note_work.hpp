// What one piece of a note names: a work in full, by its author and a short title, or by the note that named it first.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "citation/form.hpp"
#include "citation/names.hpp"

namespace citegraph::citation {

struct NoteWork {
  std::uint32_t first = 0;  // tokens: from the names, or from what stands for them
  std::uint32_t end = 0;
  ChosenNames names;
  std::string title;
  std::string year;        // as printed, with its suffix letter
  bool confirmed = false;  // the list knows the author, and the title where there is one
};

// Reads tokens [first, end) of a note. `before` are the names of the work cited before it, for "ders.", "idem".
std::optional<NoteWork> read_note_work(const Source& source, std::uint32_t first, std::uint32_t end,
                                       const ChosenNames& before);

}  // namespace citegraph::citation
