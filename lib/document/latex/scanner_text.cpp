// Text as it comes: characters, blanks, what stands for others, formulas, and what is no LaTeX.
#include <algorithm>
#include <string>
#include <string_view>

#include "bibliography/latex_reader.hpp"
#include "bibliography/latex_symbols.hpp"
#include "document/latex/scanner.hpp"
#include "text/utf8.hpp"

namespace citegraph::document::latex {

void Scanner::skip(std::uint32_t size) { frame().at = std::min(frame().at + size, frame().end); }

// White space; with an empty line in it, the end of a paragraph.
void Scanner::blanks() {
  Frame& top = frame();
  const std::string_view view = top.text->view;
  std::uint32_t end = top.at;
  unsigned lines = 0;
  for (; end < top.end && is_white(view[end]); ++end) lines += view[end] == '\n';
  if (lines > 1 && in_body_) {
    if (tables_ == 0 && !in_entry_) {
      if (flush_notes(top.at)) return;
      writer_.end();
    } else {
      writer_.separate(" ", offset(top.at));
    }
  } else if (in_body_) {
    writer_.characters(view.substr(top.at, end - top.at), offset(top.at), BlockWriter::References::literal);
  }
  top.at = end;
}

void Scanner::characters(std::uint32_t size) {
  if (in_body_) {
    ensure_block();
    const std::uint32_t at = frame().at;
    writer_.characters(frame().text->view.substr(at, size), offset(at), BlockWriter::References::literal);
  }
  skip(size);
}

// Text that stands for `size` bytes of what is read.
void Scanner::put_for(std::string_view generated, std::uint32_t size) {
  const std::uint32_t start = offset(frame().at);
  skip(size);
  replace(generated, start, offset(frame().at));
}

void Scanner::replace(std::string_view generated, std::uint32_t start, std::uint32_t end) {
  if (!in_body_) return;
  if (generated == " ") return writer_.separate(" ", start);
  ensure_block();
  writer_.put_for(generated, {start, end});
}

void Scanner::put(std::string_view generated) {
  if (!in_body_) return;
  ensure_block();
  writer_.put(generated, place_);
}

void Scanner::line_break() {
  if (in_body_ && writer_.is_open()) writer_.separate(in_entry_ ? " " : "\n", place_);
}

void Scanner::ensure_block() {
  if (writer_.has_begun()) return;
  if (in_note_) return writer_.begin(BlockKind::note, 0);
  if (item_begins_) {
    item_begins_ = false;
    return writer_.begin(BlockKind::list_item, static_cast<std::uint8_t>(std::clamp(lists_, 1U, 255U)));
  }
  writer_.begin(contexts_.empty() ? BlockKind::paragraph : contexts_.back());
}

void Scanner::swallow_blanks() {
  while (frame().at < frame().end && (peek() == ' ' || peek() == '\t')) ++frame().at;
  if (peek() == '\n' && peek(1) != '\n') ++frame().at;
}

void Scanner::accent(const std::string& name, char32_t mark) {
  if (is_letter(name.front())) swallow_blanks();
  const Range base = argument();
  std::string letters = text::collapse_spaces(base.view());
  if (letters.starts_with('\\')) {
    letters = bibliography::text_of_latex(letters);
    if (letters == "ı") letters = "i";
    if (letters == "ȷ") letters = "j";
  }
  std::string out;
  if (letters.empty()) {
    out = is_letter(name.front()) ? std::string{} : name;
  } else {
    const std::uint32_t first = text::decode_at(letters, 0).size;
    out = letters.substr(0, first);
    text::append(out, mark);
    out = bibliography::composed(out) + letters.substr(first);
  }
  replace(out, place_, offset(frame().at));
}

void Scanner::mathematics(std::string_view closer, std::uint32_t opener_size, bool display) {
  Frame& top = frame();
  const std::string_view view = top.text->view.substr(0, std::min(top.end, top.at + longest_formula));
  std::size_t end = top.at + opener_size;
  for (;; end += 2) {
    end = view.find(closer, end);
    if (end == std::string_view::npos) return skip(opener_size);
    if (view[end - 1] != '\\' || closer[0] == '\\') break;
  }
  std::uint32_t start = top.at + opener_size;
  auto last = static_cast<std::uint32_t>(end);
  top.at = last + static_cast<std::uint32_t>(closer.size());
  if (!in_body_) return;
  ensure_block();
  if (display) writer_.separate(" ", offset(start));
  // "$^{12}$" raises a number that stands in no formula.
  std::string_view inside = view.substr(start, last - start);
  std::uint32_t lead = inside.starts_with("{}^") ? 3 : inside.starts_with('^') ? 1 : 0;
  const bool braced = lead > 0 && inside.size() > lead + 1 && inside[lead] == '{' && inside.ends_with('}');
  const std::string_view raised = lead == 0 ? std::string_view{}
                                  : braced  ? inside.substr(lead + 1, inside.size() - lead - 2)
                                            : inside.substr(lead);
  if (!raised.empty() && raised.find_first_of("\\^_{}$") == std::string_view::npos && (braced || raised.size() == 1)) {
    writer_.open_run();
    writer_.characters(raised, offset(start + lead + (braced ? 1 : 0)), BlockWriter::References::literal);
    writer_.add_mark({MarkKind::superscript, writer_.close_run(), {}});
    return;
  }
  if (const std::size_t label = inside.find("\\label{"); label != std::string_view::npos) {
    const std::size_t close = std::min(inside.find('}', label), inside.size() - 1);
    writer_.characters(inside.substr(0, label), offset(start), BlockWriter::References::literal);
    start += static_cast<std::uint32_t>(close) + 1;
    inside = inside.substr(close + 1);
  }
  writer_.characters(inside, offset(start), BlockWriter::References::literal);
  if (display) writer_.separate(" ", offset(last));
}

void Scanner::reopen_mathematics(std::string_view closer, bool display) {
  frame().at -= 2;
  mathematics(closer, 2, display);
}

void Scanner::verbatim_to(std::string_view end_tag, bool shown) {
  Frame& top = frame();
  const std::string_view view = top.text->view.substr(0, top.end);
  const std::size_t found = view.find(end_tag, top.at);
  const auto end = static_cast<std::uint32_t>(std::min(found, view.size()));
  if (shown && in_body_ && tables_ == 0) {
    writer_.begin(BlockKind::code);
    writer_.verbatim(view.substr(top.at, end - top.at), offset(top.at), BlockWriter::References::literal);
    writer_.end();
  }
  top.at = std::min(end + static_cast<std::uint32_t>(end_tag.size()), top.end);
}

void Scanner::verb() {
  if (peek() == '*') skip(1);
  const std::string_view view = frame().text->view.substr(0, frame().end);
  const std::size_t line = std::min(view.find('\n', frame().at), view.size());
  const std::string_view fence = view.substr(frame().at, text::decode_at(view, frame().at).size);
  const std::size_t end = view.substr(0, line).find(fence, frame().at + fence.size());
  if (fence.empty() || end == std::string_view::npos) return;
  const auto fence_size = static_cast<std::uint32_t>(fence.size());
  skip(fence_size);
  if (in_body_) ensure_block();
  writer_.open_run();
  if (end > frame().at) characters(static_cast<std::uint32_t>(end) - frame().at);
  writer_.add_mark({MarkKind::code, writer_.close_run(), {}});
  skip(fence_size);
}

}  // namespace citegraph::document::latex
