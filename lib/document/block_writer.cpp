#include "document/block_writer.hpp"

#include <algorithm>
#include <utility>

#include "text/entities.hpp"
#include "text/utf8.hpp"

namespace citegraph::document {
namespace {

constexpr std::string_view white = " \t\r\n";

bool is_white(std::string_view text) { return text.find_first_not_of(white) == std::string_view::npos; }

bool is_plain(char c) { return c != ' ' && c != '\t' && c != '\r' && c != '\n' && c != '&'; }

// Behind words that single blanks part: they are copied as they stand.
std::size_t end_of_words(std::string_view raw, std::size_t at) {
  while (at < raw.size()) {
    const bool blank = raw[at] == ' ' && at + 1 < raw.size() && is_plain(raw[at + 1]);
    if (!blank && !is_plain(raw[at])) break;
    ++at;
  }
  return at;
}

// A line end with the empty lines behind it: a block holds no empty line.
text::Entity line_break_at(std::string_view raw, std::size_t at) {
  const std::size_t text = std::min(raw.find_first_not_of(white, at), raw.size());
  const std::size_t last = raw.find_last_of("\r\n", text - 1);
  return {static_cast<std::uint32_t>(last + 1 - at), "\n"};
}

std::uint32_t size_of(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }

}  // namespace

void BlockWriter::begin(BlockKind kind, std::uint8_t level, std::string label) {
  end();
  next_ = {kind, {}, level, std::move(label)};
  begun_ = true;
}

void BlockWriter::end() {
  if (open_) {
    next_.span = {block_start_, size()};
    blocks_.push_back(std::move(next_));
  }
  next_ = {};
  begun_ = open_ = false;
  pending_.clear();
}

void BlockWriter::prepare(std::uint32_t offset) {
  if (!open_) {
    pending_.clear();
    if (!blocks_.empty()) rich_.put("\n\n", {offset, offset});
    block_start_ = size();
    begun_ = open_ = true;
  } else if (!pending_.empty()) {
    write_pending();
  }
  for (; started_ < runs_.size(); ++started_) runs_[started_] = size();
}

// A single blank stays part of the copy around it: there are as many as there are words.
void BlockWriter::write_pending() {
  if (pending_is_copy_) {
    rich_.text += pending_;
    rich_.map.append(size_of(pending_), {pending_source_.start, pending_source_.end});
  } else {
    rich_.put(pending_, pending_source_);
  }
  pending_.clear();
}

void BlockWriter::characters(std::string_view raw, std::uint32_t offset, References references) {
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t text = std::min(raw.find_first_not_of(white, at), raw.size());
    if (text > at) write_white(raw.substr(at, text - at), offset + static_cast<std::uint32_t>(at));
    const std::size_t end = end_of_words(raw, text);
    const auto start = offset + static_cast<std::uint32_t>(text);
    if (end > text) {
      prepare(start);
      rich_.text.append(raw, text, end - text);
      rich_.map.append(static_cast<std::uint32_t>(end - text), {start, offset + static_cast<std::uint32_t>(end)});
    }
    at = end;
    if (at >= raw.size() || raw[at] != '&') continue;
    text::Entity entity =
        references == References::decoded ? text::entity_at(raw, static_cast<std::uint32_t>(at)) : text::Entity{};
    const auto place = offset + static_cast<std::uint32_t>(at);
    if (entity.size == 0) entity = {1, "&"};
    if (is_white(entity.text)) {
      separate(" ", place);
      pending_source_ = {place, place + entity.size};
      pending_is_copy_ = false;
    } else {
      prepare(place);
      rich_.put(entity.text, {place, place + entity.size});
    }
    at += entity.size;
  }
}

void BlockWriter::verbatim(std::string_view raw, std::uint32_t offset, References references) {
  const std::size_t first = open_ ? 0 : std::min(raw.find_first_not_of("\r\n"), raw.size());
  // White space at the end waits for more text: a block ends with text.
  const std::size_t last = raw.find_last_not_of(white);
  const std::string_view rest = raw.substr(last == std::string_view::npos ? 0 : last + 1);
  raw.remove_suffix(rest.size());
  for (std::size_t at = first; at < raw.size();) {
    const std::size_t end = std::min(raw.find_first_of("&\r\n", at), raw.size());
    const auto place = offset + static_cast<std::uint32_t>(at);
    if (end > at) {
      prepare(place);
      rich_.text.append(raw, at, end - at);
      rich_.map.append(static_cast<std::uint32_t>(end - at), {place, offset + static_cast<std::uint32_t>(end)});
      at = end;
      continue;
    }
    text::Entity piece = raw[at] != '&' ? line_break_at(raw, at) : text::Entity{};
    if (raw[at] == '&' && references == References::decoded)
      piece = text::entity_at(raw, static_cast<std::uint32_t>(at));
    if (piece.size == 0) piece = {1, "&"};
    if (is_white(piece.text) && (!open_ || rich_.text.ends_with('\n'))) {
      at += piece.size;
      continue;
    }
    prepare(place);
    rich_.put(piece.text, {place, place + piece.size});
    at += piece.size;
  }
  if (!rest.empty()) separate(rest.find_first_of("\r\n") == std::string_view::npos ? " " : "\n", offset + size_of(raw));
}

void BlockWriter::put(std::string_view generated, std::uint32_t offset) {
  if (generated.empty()) return;
  if (std::string_view(" .,;:)").find(generated.front()) != std::string_view::npos) pending_.clear();
  prepare(offset);
  rich_.put(generated, {offset, offset});
}

void BlockWriter::put_for(std::string_view generated, TextSpan source) {
  if (generated.empty()) return;
  prepare(source.start);
  rich_.put(generated, source);
}

void BlockWriter::write_white(std::string_view raw, std::uint32_t offset) {
  if (!open_ || !pending_.empty() || rich_.text.ends_with(' ')) return;
  pending_ = " ";
  pending_source_ = {offset, offset + size_of(raw)};
  pending_is_copy_ = raw == pending_;
}

void BlockWriter::separate(std::string_view separator, std::uint32_t offset) {
  if (!open_) return;
  if (separator == " " && !pending_.empty()) return;
  // An empty cell leaves its bar behind.
  if (separator != cell_separator || pending_ == " ") pending_.clear();
  pending_ += separator;
  pending_source_ = {offset, offset};
  pending_is_copy_ = false;
}

TextSpan BlockWriter::close_run() {
  const std::uint32_t start = runs_.back();
  runs_.pop_back();
  started_ = std::min(started_, runs_.size());
  if (start == unset) return {size(), size()};
  if (!open_ && blocks_.empty()) return {size(), size()};
  const TextSpan block = open_ ? TextSpan{block_start_, size()} : blocks_.back().span;
  return {std::max(start, block.start), std::max({block.end, start, block.start})};
}

void BlockWriter::add_mark(Mark mark) {
  if (!mark.span.empty()) rich_.marks.push_back(std::move(mark));
}

void BlockWriter::finish(Document& document) {
  end();
  std::stable_sort(rich_.marks.begin(), rich_.marks.end(), [](const Mark& a, const Mark& b) {
    return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end > b.span.end;
  });
  document.text = std::move(rich_.text);
  document.map = std::move(rich_.map);
  document.marks = std::move(rich_.marks);
  document.blocks = std::move(blocks_);
}

}  // namespace citegraph::document
