// Footnotes follow the paragraph they were made in.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "document/latex/scanner.hpp"

namespace citegraph::document::latex {

void Scanner::note_mark(const std::string& label) {
  if (!in_body_) return;
  ensure_block();
  writer_.open_run();
  writer_.put(label, place_);
  writer_.add_mark({MarkKind::superscript, writer_.close_run(), "^" + label});
}

void Scanner::footnote(bool marked) {
  enclosed('[', ']');
  const std::optional<Range> range = braced();
  if (!range || !in_body_) return;
  if (marked) ++note_count_;
  const std::string label = std::to_string(std::max(note_count_, 1U));
  if (marked) note_mark(label);
  notes_.push_back({*range, label});
}

// Notes follow the paragraph they were made in. True if one is to be read before what stands at `start`.
bool Scanner::flush_notes(std::uint32_t start) {
  if (notes_.empty() || in_note_ || tables_ > 0 || in_entry_ || !in_body_) return false;
  frame().at = start;
  writer_.end();
  begin_note_frame();
  return true;
}

void Scanner::begin_note_frame() {
  const Note note = std::move(notes_.front());
  notes_.pop_front();
  in_note_ = true;
  writer_.begin(BlockKind::note, 0, note.label);
  push(note.range, Then::end_note);
}

}  // namespace citegraph::document::latex
