#include "citegraph/raw_bibtex.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <limits>

#include "text/ascii.hpp"

namespace citegraph {
namespace {

// What a byte means to the structure of a file.
enum : std::uint8_t {
  space = 1,
  newline = 2,
  in_name = 4,
  brace = 8,
  quote = 16,
  letter = 32,
  digit = 64,
  at_sign = 128
};

constexpr std::array<std::uint8_t, 256> classes = [] {
  std::array<std::uint8_t, 256> table{};
  for (int c = 33; c < 256; ++c) table[static_cast<std::size_t>(c)] = in_name;
  for (const char c : std::string_view("\"#%'(),={}@\x7F")) table[static_cast<unsigned char>(c)] = 0;
  for (const char c : std::string_view(" \t\v\f")) table[static_cast<unsigned char>(c)] = space;
  for (const char c : std::string_view("\r\n")) table[static_cast<unsigned char>(c)] = space | newline;
  for (const char c : std::string_view("{}")) table[static_cast<unsigned char>(c)] = brace;
  table['"'] = quote;
  table['@'] = at_sign;
  for (int c = 'a'; c <= 'z'; ++c) table[static_cast<std::size_t>(c)] |= letter;
  for (int c = 'A'; c <= 'Z'; ++c) table[static_cast<std::size_t>(c)] |= letter;
  for (int c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] |= digit;
  return table;
}();

bool is(char c, std::uint8_t wanted) noexcept { return (classes[static_cast<unsigned char>(c)] & wanted) != 0; }

// Reading an entry again after it turned out to be broken costs time; beyond this many times the size of the file in
// all, an entry is given up as soon as something looks like the next one.
constexpr std::size_t most_rereading = 4;

class RawParser {
 public:
  explicit RawParser(std::string_view text)
      : text_(text.substr(0, std::numeric_limits<std::uint32_t>::max())), end_(text_.size()) {
    raw_.entries.reserve(text_.size() / 400);
    raw_.fields.reserve(text_.size() / 45);
    raw_.pieces.reserve(text_.size() / 45);
  }

  RawBibtex run() &&;

 private:
  enum class Outcome : std::uint8_t {
    closed,
    at_next_entry,  // the next one begins before this one was closed
    at_end,
  };

  // Where reading stands, to go back to.
  struct Mark {
    std::size_t at, fields, pieces, problems;
  };

  void read_item(std::size_t start);
  Outcome read_body(RawEntry& entry);
  Outcome read_fields(char close);
  bool read_field(char close);
  bool read_value(RawField& field, char close);
  bool read_piece(char close);
  bool read_braced(RawPiece& piece);
  bool read_quoted(RawPiece& piece);
  [[nodiscard]] bool holds_entry_line(std::size_t from, std::size_t limit);
  void read_bare(RawPiece& piece, char close);
  void read_key(RawEntry& entry, char close);
  void read_comment();
  void save_what_is_left(RawEntry& entry, const Mark& mark, std::size_t body);
  void resync(char close);
  void note_text_between(std::size_t begin, std::size_t end);

  void skip_spaces() noexcept {
    while (at_ < end_ && is(text_[at_], space)) ++at_;
  }
  void skip_spaces_and_comments() noexcept;
  void skip_line() noexcept {
    while (at_ < end_ && !is(text_[at_], newline)) ++at_;
  }
  bool accept(char c) noexcept {
    if (at_ >= end_ || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  [[nodiscard]] char peek() const noexcept { return at_ < end_ ? text_[at_] : '\0'; }
  std::size_t skip_name(std::size_t at) const noexcept {
    while (at < end_ && is(text_[at], in_name)) ++at;
    return at;
  }
  std::size_t past_spaces(std::size_t at) const noexcept {
    while (at < end_ && is(text_[at], space)) ++at;
    return at;
  }
  // `@word{` or `@word(`
  [[nodiscard]] bool is_entry_start(std::size_t at) const noexcept;
  // The same, and not inside a word.
  [[nodiscard]] bool stands_free(std::size_t at) const noexcept {
    return is_entry_start(at) && (at == 0 || !is(text_[at - 1], in_name));
  }
  // Where in `from` to `limit` an entry begins: one that begins a line, else any; `limit` where there is none.
  [[nodiscard]] std::size_t next_entry(std::size_t from, std::size_t limit);
  // `name = {`, as at the start of a line.
  [[nodiscard]] bool is_field_start(std::size_t at) const noexcept;
  // At a newline or an "@": true where a damaged value has to end; else moves past the blanks.
  [[nodiscard]] bool ends_damaged_value(std::size_t& at) const noexcept {
    if (text_[at] == '@') return !by_lines_ && stands_free(at);
    const std::size_t begin = past_spaces(at);
    if (begin < end_ && (text_[begin] == '@' ? is_entry_start(begin) : by_lines_ && is_field_start(begin))) return true;
    at = begin - 1;
    return false;
  }
  [[nodiscard]] bool is_tired() const noexcept { return reread_ > most_rereading * text_.size() + 4096; }
  static TextSpan span(std::size_t begin, std::size_t end) noexcept {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(std::max(begin, end))};
  }
  void problem(RawProblemKind kind, std::size_t begin, std::size_t end) {
    raw_.problems.push_back({kind, span(begin, end), static_cast<std::uint32_t>(raw_.entries.size())});
  }
  [[nodiscard]] Mark mark() const noexcept {
    return {at_, raw_.fields.size(), raw_.pieces.size(), raw_.problems.size()};
  }
  void go_back(const Mark& mark) {
    reread_ += at_ - std::min(at_, mark.at);
    at_ = mark.at;
    raw_.fields.resize(mark.fields);
    raw_.pieces.resize(mark.pieces);
    raw_.problems.resize(mark.problems);
  }

  std::string_view text_;
  std::size_t end_;  // of what is read now: of the text, or of a damaged entry
  std::size_t at_ = 0;
  std::size_t reread_ = 0;
  bool by_lines_ = false;    // values end where a line begins the next field: of an entry known to be damaged
  bool suspicious_ = false;  // values end where a line begins the next entry
  RawBibtex raw_;
};

RawBibtex RawParser::run() && {
  std::size_t between = 0;
  std::size_t line_end = 0;  // of the line last looked at
  bool line_is_comment = false;
  while (at_ < end_) {
    const void* found = std::memchr(text_.data() + at_, '@', end_ - at_);
    if (found == nullptr) break;
    const auto start = static_cast<std::size_t>(static_cast<const char*>(found) - text_.data());
    if (start >= line_end) {
      std::size_t line = start;
      while (line > between && !is(text_[line - 1], newline)) --line;
      line_is_comment = peek() != '\0' && past_spaces(line) < end_ && text_[past_spaces(line)] == '%';
      at_ = start;
      skip_line();
      line_end = at_;
    }
    if (line_is_comment) {
      at_ = line_end;
      continue;
    }
    at_ = start;
    if (!is_entry_start(start) && !text::equals_in_any_case(text_.substr(start + 1, 7), "comment")) {
      ++at_;
      continue;
    }
    note_text_between(between, start);
    read_item(start);
    between = at_;
  }
  note_text_between(between, end_);
  return std::move(raw_);
}

void RawParser::note_text_between(std::size_t begin, std::size_t end) {
  while (begin < end && is(text_[begin], space)) ++begin;
  while (end > begin && is(text_[end - 1], space)) --end;
  if (begin < end) raw_.between.push_back(span(begin, end));
}

bool RawParser::is_entry_start(std::size_t at) const noexcept {
  if (at >= end_ || text_[at] != '@') return false;
  at = past_spaces(at + 1);
  if (at >= end_ || !is(text_[at], letter)) return false;
  at = past_spaces(skip_name(at));
  return at < end_ && (text_[at] == '{' || text_[at] == '(');
}

std::size_t RawParser::next_entry(std::size_t from, std::size_t limit) {
  std::size_t any = limit;
  std::size_t at = from;
  while (at < limit && !(any < limit && is_tired())) {
    const void* found = std::memchr(text_.data() + at, '@', limit - at);
    if (found == nullptr) break;
    at = static_cast<std::size_t>(static_cast<const char*>(found) - text_.data());
    std::size_t line = at;
    while (line > from && is(text_[line - 1], space) && !is(text_[line - 1], newline)) --line;
    if (line > from && is(text_[line - 1], newline) && is_entry_start(at)) return at;
    if (any == limit && stands_free(at)) any = at;
    ++at;
  }
  reread_ += at - from;
  return any;
}

bool RawParser::holds_entry_line(std::size_t from, std::size_t limit) {
  const std::size_t at = next_entry(from, limit);
  return at < limit && is(text_[at - 1], newline);
}

bool RawParser::is_field_start(std::size_t at) const noexcept {
  if (at >= end_ || !is(text_[at], letter)) return false;
  at = past_spaces(skip_name(at));
  if (at >= end_ || text_[at] != '=') return false;
  at = past_spaces(at + 1);
  return at < end_ && (is(text_[at], quote | letter | digit) || text_[at] == '{');
}

void RawParser::skip_spaces_and_comments() noexcept {
  for (skip_spaces(); at_ < end_ && text_[at_] == '%'; skip_spaces()) skip_line();
}

void RawParser::read_item(std::size_t start) {
  RawEntry entry;
  at_ = past_spaces(start + 1);
  const std::size_t type = at_;
  at_ = skip_name(at_);
  entry.type = span(type, at_);
  entry.first_field = static_cast<std::uint32_t>(raw_.fields.size());
  suspicious_ = is_tired();
  const std::string_view word = slice(text_, entry.type);
  if (text::equals_in_any_case(word, "comment")) {
    entry.kind = RawEntryKind::comment;
    read_comment();
  } else {
    if (text::equals_in_any_case(word, "string")) entry.kind = RawEntryKind::string;
    if (text::equals_in_any_case(word, "preamble")) entry.kind = RawEntryKind::preamble;
    if (!is_entry_start(start)) return;  // "@commentary"
    skip_spaces();
    const Mark before = mark();
    const Outcome outcome = read_body(entry);
    const bool damaged = raw_.problems.size() > before.problems;
    const bool took_others = damaged && outcome == Outcome::closed && holds_entry_line(before.at + 1, at_);
    if (outcome != Outcome::closed || took_others) save_what_is_left(entry, before, before.at + 1);
  }
  entry.span = span(start, at_);
  entry.field_count = static_cast<std::uint32_t>(raw_.fields.size()) - entry.first_field;
  if (entry.broken) raw_.problems.back().span = entry.span;
  raw_.entries.push_back(entry);
}

// An entry that is not closed ends before the next one at the latest. In there, every field has its own line as a rule:
// what one damaged value took from the others is theirs again.
void RawParser::save_what_is_left(RawEntry& entry, const Mark& mark, std::size_t body) {
  const std::size_t whole = end_;
  go_back(mark);
  end_ = next_entry(body, whole);
  by_lines_ = true;
  suspicious_ = true;
  if (read_body(entry) != Outcome::closed) {
    at_ = end_;
    while (at_ > body && is(text_[at_ - 1], space)) --at_;
  }
  by_lines_ = false;
  suspicious_ = false;
  end_ = whole;
  entry.broken = true;
  raw_.problems.resize(mark.problems);
  problem(RawProblemKind::never_closed, 0, 0);
}

// A comment ends where its braces do; one that has none or does not close them, with its line.
void RawParser::read_comment() {
  const std::size_t behind = at_;
  skip_spaces();
  RawPiece piece;
  const std::size_t before = at_;
  if (peek() == '{' && read_braced(piece)) return;
  reread_ += at_ - std::min(at_, before);
  at_ = behind;
  skip_line();
}

RawParser::Outcome RawParser::read_body(RawEntry& entry) {
  const char close = text_[at_++] == '{' ? '}' : ')';
  if (entry.kind == RawEntryKind::preamble) {
    RawField field;
    skip_spaces();
    const bool read = read_value(field, close);
    raw_.fields.push_back(field);
    if (!read) return Outcome::at_end;
    skip_spaces();
    if (accept(close)) return Outcome::closed;
    return at_ >= end_ ? Outcome::at_end : Outcome::at_next_entry;
  }
  if (entry.kind == RawEntryKind::entry) read_key(entry, close);
  return read_fields(close);
}

// Any characters but those that end it; blanks inside are kept, as people write them.
void RawParser::read_key(RawEntry& entry, char close) {
  skip_spaces_and_comments();
  const std::size_t begin = at_;
  std::size_t key_end = begin;
  while (at_ < end_ && !is(text_[at_], newline)) {
    const char c = text_[at_];
    if (c == ',' || c == close || c == '=' || c == '{' || c == '"' || is_entry_start(at_)) break;
    ++at_;
    if (!is(c, space)) key_end = at_;
  }
  const std::size_t stop = past_spaces(at_);
  const char next = stop < end_ ? text_[stop] : '\0';
  if (next == '=' && text_.substr(begin, key_end - begin).find(' ') == std::string_view::npos) {
    problem(RawProblemKind::missing_key, begin, key_end);
    at_ = begin;
    return;
  }
  entry.key = span(begin, key_end);
  if (begin == key_end) problem(RawProblemKind::missing_key, begin, begin);
  at_ = stop;
  if (next == ',') {
    ++at_;
  } else if (next != close && at_ < end_) {
    problem(RawProblemKind::missing_comma, key_end, key_end);
  }
}

RawParser::Outcome RawParser::read_fields(char close) {
  while (true) {
    skip_spaces_and_comments();
    if (at_ >= end_) return Outcome::at_end;
    const char c = text_[at_];
    if (c == ',') {
      ++at_;
    } else if (c == close) {
      ++at_;
      const std::size_t comma = past_spaces(at_);
      if (comma >= end_ || text_[comma] != ',' || !is_field_start(past_spaces(comma + 1))) return Outcome::closed;
      problem(RawProblemKind::extra_brace, at_ - 1, at_);
      at_ = comma;
    } else if (c == '@' && is_entry_start(at_)) {
      return Outcome::at_next_entry;
    } else if (!read_field(close)) {
      return at_ >= end_ ? Outcome::at_end : Outcome::at_next_entry;
    }
  }
}

// False where the entry cannot go on.
bool RawParser::read_field(char close) {
  const std::size_t begin = at_;
  const std::size_t name_end = skip_name(at_);
  RawField field;
  field.name = span(begin, name_end);
  at_ = past_spaces(name_end);
  if (name_end == begin || (peek() != '=' && peek() != ',' && peek() != close)) {
    if (name_end == begin) ++at_;
    resync(close);
    problem(RawProblemKind::unexpected, begin, at_);
    return at_ < end_;
  }
  if (!accept('=')) {
    problem(RawProblemKind::missing_value, begin, name_end);
    field.value = span(name_end, name_end);
    field.first_piece = static_cast<std::uint32_t>(raw_.pieces.size());
    raw_.fields.push_back(field);
    return true;
  }
  skip_spaces();
  const bool whole = read_value(field, close);
  if (field.piece_count == 0 && whole) problem(RawProblemKind::missing_value, begin, name_end);
  raw_.fields.push_back(field);
  if (!whole) return false;
  const std::size_t value_end = at_;
  skip_spaces_and_comments();
  if (at_ >= end_ || text_[at_] == ',' || text_[at_] == close || text_[at_] == '@') return true;
  if (is_field_start(at_)) {
    problem(RawProblemKind::missing_comma, value_end, value_end);
    return true;
  }
  const std::size_t stray = at_;
  resync(close);
  problem(RawProblemKind::unexpected, stray, at_);
  return true;
}

// To the next comma or closing delimiter outside of braces, or to a line that begins an entry.
void RawParser::resync(char close) {
  std::size_t depth = 0;
  for (; at_ < end_; ++at_) {
    const char c = text_[at_];
    if (depth == 0 && (c == ',' || c == close)) return;
    if (c == '{') {
      ++depth;
    } else if (c == '}' && depth > 0) {
      --depth;
    } else if (is(c, newline) && ends_damaged_value(at_)) {
      return;
    }
  }
}

bool RawParser::read_value(RawField& field, char close) {
  const std::size_t begin = at_;
  field.first_piece = static_cast<std::uint32_t>(raw_.pieces.size());
  std::size_t value_end = at_;
  bool whole = true;
  while (at_ < end_) {
    const char c = text_[at_];
    if (c == ',' || c == close || c == '@') break;
    RawPiece piece;
    if (c == '{') {
      piece.kind = RawPieceKind::braced;
      whole = read_braced(piece);
    } else if (c == '"') {
      piece.kind = RawPieceKind::quoted;
      whole = read_quoted(piece);
    } else if (is(c, in_name)) {
      read_bare(piece, close);
    } else {
      break;
    }
    raw_.pieces.push_back(piece);
    ++field.piece_count;
    value_end = whole ? at_ : piece.span.end;
    if (!whole) break;
    skip_spaces();
    if (!accept('#')) break;
    skip_spaces();
  }
  field.value = field.piece_count == 0 ? span(field.name.end, field.name.end) : span(begin, value_end);
  if (whole) at_ = std::max(at_, value_end);
  return whole || by_lines_;
}

// At the opening brace. False, with what was read so far, where it is never closed.
bool RawParser::read_braced(RawPiece& piece) {
  const std::size_t begin = ++at_;
  std::size_t depth = 1;
  const char* const data = text_.data();
  std::size_t at = at_;
  while (true) {
    if (suspicious_) {
      while (at < end_ && !is(data[at], brace | newline | at_sign)) ++at;
    } else {
      while (at < end_ && !is(data[at], brace)) ++at;
    }
    if (at >= end_) break;
    if (data[at] == '{') {
      ++depth;
    } else if (data[at] == '}') {
      if (--depth == 0) {
        piece.span = span(begin, at);
        at_ = at + 1;
        return true;
      }
    } else if (ends_damaged_value(at)) {
      break;
    }
    ++at;
  }
  at_ = at;
  std::size_t last = at;
  while (last > begin && (is(data[last - 1], space) || data[last - 1] == ',')) --last;
  piece.span = span(begin, last);
  return false;
}

// At the opening quotation mark. Braces hide quotation marks; so does a backslash before one with which the value
// cannot end: "G\"odel" is not what BibTeX accepts, but what people write.
bool RawParser::read_quoted(RawPiece& piece) {
  const std::size_t begin = ++at_;
  std::size_t depth = 0;
  for (; at_ < end_; ++at_) {
    const char c = text_[at_];
    if (!is(c, brace | quote | newline | at_sign)) continue;
    if (c == '{') {
      ++depth;
    } else if (c == '}') {
      if (depth == 0) break;  // the end of the entry, or damage
      --depth;
    } else if (c == '"') {
      if (depth > 0) continue;
      const std::size_t next = past_spaces(at_ + 1);
      const bool can_end =
          next >= end_ || std::string_view(",}#)@").find(text_[next]) != std::string_view::npos || is_field_start(next);
      if (!can_end && text_[at_ - 1] == '\\') continue;
      piece.span = span(begin, at_);
      ++at_;
      return true;
    } else if (suspicious_ && ends_damaged_value(at_)) {
      break;
    }
  }
  std::size_t last = at_;
  while (last > begin && (is(text_[last - 1], space) || text_[last - 1] == ',')) --last;
  piece.span = span(begin, last);
  return false;
}

void RawParser::read_bare(RawPiece& piece, char close) {
  const std::size_t begin = at_;
  bool digits = true;
  for (; at_ < end_ && is(text_[at_], in_name); ++at_) digits = digits && is(text_[at_], digit);
  std::size_t last = at_;
  piece.kind = digits ? RawPieceKind::number : RawPieceKind::name;
  const std::size_t next = past_spaces(at_);
  const bool ends = next >= end_ || text_[next] == ',' || text_[next] == close || text_[next] == '#' ||
                    text_[next] == '@' || text_[next] == '%' || is_field_start(next);
  if (!ends) {  // words without braces: to the comma or the end of the line
    piece.kind = RawPieceKind::bare;
    while (at_ < end_ && !is(text_[at_], newline) && text_[at_] != ',' && text_[at_] != close && text_[at_] != '@') {
      if (!is(text_[at_], space)) last = at_ + 1;
      ++at_;
    }
    at_ = last;
    problem(RawProblemKind::bare_value, begin, last);
  }
  piece.span = span(begin, last);
}

}  // namespace

RawBibtex parse_raw_bibtex(std::string_view text) { return RawParser(text).run(); }

std::string_view to_string(RawProblemKind kind) noexcept {
  switch (kind) {
    case RawProblemKind::never_closed:
      return "the entry is never closed";
    case RawProblemKind::missing_key:
      return "the entry has no key";
    case RawProblemKind::missing_comma:
      return "a comma is missing";
    case RawProblemKind::missing_value:
      return "a field without a value";
    case RawProblemKind::bare_value:
      return "a value without braces or quotation marks";
    case RawProblemKind::extra_brace:
      return "a closing brace too many";
    case RawProblemKind::unexpected:
      return "text that is no field was passed over";
  }
  return {};
}

}  // namespace citegraph
