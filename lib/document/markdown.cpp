#include "document/markdown.hpp"

#include <algorithm>
#include <utility>

#include "document/headings.hpp"
#include "document/lines.hpp"
#include "document/metadata.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::document {
namespace {

constexpr std::size_t deepest_nesting = 16;    // deeper markers are text
constexpr std::uint32_t code_indent = 4;       // columns
constexpr std::uint32_t longest_setext = 300;  // bytes: what is longer is a paragraph above a rule
constexpr std::uint32_t longest_number = 9;    // digits of a list item

enum class ContainerKind : std::uint8_t { quote, item, note };

struct Container {
  ContainerKind kind;
  std::uint32_t indent = 0;  // columns by which the content of an item or note stands in
  TextSpan label;
  bool used = false;  // its first block was written
};

// A place in a line that knows its column: tabs go to the next multiple of four.
class LineCursor {
 public:
  LineCursor(std::string_view text, TextSpan line) : text_(text), at_(line.start), end_(line.end) {}

  std::uint32_t at() const noexcept { return at_; }
  std::uint32_t end() const noexcept { return end_; }
  char peek() const noexcept { return at_ < end_ ? text_[at_] : '\0'; }
  char peek(std::uint32_t ahead) const noexcept { return at_ + ahead < end_ ? text_[at_ + ahead] : '\0'; }
  std::string_view rest() const noexcept { return text_.substr(at_, end_ - at_); }
  bool blank() const noexcept { return text::trim(rest()).empty(); }

  // Columns of white space before the next character.
  std::uint32_t indent() const noexcept {
    std::uint32_t column = column_;
    for (std::uint32_t i = at_; i < end_ && (text_[i] == ' ' || text_[i] == '\t'); ++i)
      column = next_column(column, text_[i]);
    return column - column_ + pending_;
  }
  void skip_columns(std::uint32_t count) noexcept {
    const std::uint32_t taken = std::min(count, pending_);
    pending_ -= taken;
    count -= taken;
    while (count > 0 && at_ < end_ && (text_[at_] == ' ' || text_[at_] == '\t')) {
      const std::uint32_t width = next_column(column_, text_[at_]) - column_;
      column_ += width;
      ++at_;
      if (width > count) pending_ = width - count;
      count -= std::min(width, count);
    }
  }
  void skip_indent() noexcept { skip_columns(indent()); }
  void skip_bytes(std::uint32_t count) noexcept {
    at_ += count;
    column_ += count;
  }

 private:
  static std::uint32_t next_column(std::uint32_t column, char c) noexcept {
    return c == '\t' ? (column / 4 + 1) * 4 : column + 1;
  }

  std::string_view text_;
  std::uint32_t at_;
  std::uint32_t end_;
  std::uint32_t column_ = 0;
  std::uint32_t pending_ = 0;  // columns left of a tab that was entered
};

struct ListMarker {
  std::uint32_t size = 0;  // bytes of the marker, 0 where there is none
  TextSpan label;          // of a numbered one
  std::uint32_t number = 0;
};

ListMarker list_marker(const LineCursor& cursor) {
  const char first = cursor.peek();
  const auto ends = [&](std::uint32_t size) {
    const char c = cursor.peek(size);
    return c == '\0' || c == ' ' || c == '\t';
  };
  if ((first == '-' || first == '*' || first == '+') && ends(1)) return {1, {}, 0};
  ListMarker marker;
  std::uint32_t digits = 0;
  while (digits < longest_number && text::is_ascii_digit(cursor.peek(digits))) {
    marker.number = marker.number * 10 + static_cast<std::uint32_t>(cursor.peek(digits) - '0');
    ++digits;
  }
  const char closer = cursor.peek(digits);
  if (digits == 0 || (closer != '.' && closer != ')') || !ends(digits + 1)) return {};
  // "2009. Title": the year of an entry that a page has cut.
  if (digits == 4 && marker.number >= 1500 && marker.number < 2100) return {};
  marker.size = digits + 1;
  marker.label = {cursor.at(), cursor.at() + marker.size};
  return marker;
}

// `---`, `***`, `_ _ _`: three or more of one character, and white space.
bool is_rule(std::string_view line) {
  const char mark = line.empty() ? '\0' : line.front();
  if (mark != '-' && mark != '*' && mark != '_') return false;
  std::size_t count = 0;
  for (const char c : line) {
    if (c == mark)
      ++count;
    else if (c != ' ' && c != '\t')
      return false;
  }
  return count >= 3;
}

// The level a line of `=` or `-` gives to the text above it.
std::uint8_t setext_level(std::string_view line) {
  line = text::trim(line);
  if (line.empty() || (line.front() != '=' && line.front() != '-')) return 0;
  if (line.find_first_not_of(line.front()) != std::string_view::npos) return 0;
  return line.front() == '=' ? 1 : 2;
}

// `| --- | :-: |`
bool is_delimiter_row(std::string_view line) {
  bool dash = false;
  bool pipe = false;
  for (const char c : line) {
    if (c == '-') dash = true;
    if (c == '|') pipe = true;
    if (c != '-' && c != '|' && c != ':' && c != ' ' && c != '\t') return false;
  }
  return dash && pipe;
}

std::string_view fence_of(std::string_view line) {
  if (line.empty() || (line.front() != '`' && line.front() != '~')) return {};
  const std::size_t length = std::min(line.find_first_not_of(line.front()), line.size());
  if (length < 3) return {};
  if (line.front() == '`' && line.find('`', length) != std::string_view::npos) return {};
  return line.substr(0, length);
}

// Indented prose is a paragraph with its first line set in, as scholars type it; code is the rest.
bool looks_like_prose(std::string_view line) {
  std::size_t letters = 0;
  std::size_t spaces = 0;
  std::size_t all = 0;
  for (std::size_t i = 0; i < line.size(); ++all) {
    const text::CodePoint c = text::decode_at(line, i);
    if (text::is_letter(c.value)) ++letters;
    if (c.value == ' ') ++spaces;
    i += c.size;
  }
  const char32_t first = text::decode_at(line, 0).value;
  const bool opens =
      text::is_upper(first) || text::is_quote(first) || first == '[' || first == '(' || text::is_digit(first);
  return opens && spaces >= 3 && letters * 10 >= (all - spaces) * 7 &&
         line.find_first_of("{}=;") == std::string_view::npos;
}

class BlockParser {
 public:
  explicit BlockParser(std::string_view text) : text_(text) {}

  RawDocument run() {
    const std::vector<Line> lines = split_lines(text_);
    std::size_t i = read_metadata(text_, lines, out_);
    for (; i < lines.size(); ++i) read_line(lines[i].span);
    close_leaf();
    std::stable_sort(out_.links.begin(), out_.links.end(),
                     [](const LinkDefinition& a, const LinkDefinition& b) { return a.label < b.label; });
    return std::move(out_);
  }

 private:
  enum class Leaf : std::uint8_t { none, paragraph, fenced, indented, table, comment };

  void read_line(TextSpan span);
  std::size_t match_containers(LineCursor& cursor) const;
  bool open_containers(LineCursor& cursor, std::size_t& matched);
  bool open_container(LineCursor& cursor, std::size_t& matched);
  bool open_note(LineCursor& cursor, std::size_t& matched);
  void close_containers(std::size_t count);
  bool continue_leaf(LineCursor& cursor, bool all_matched);
  void read_leaf(LineCursor& cursor);
  bool read_heading(LineCursor& cursor);
  TextSpan without_attributes(TextSpan heading) const;
  bool read_underline(const LineCursor& cursor);
  bool read_definition(TextSpan span);
  bool starts_comment(const LineCursor& cursor);
  // True if the line is the delimiter row below a table's head.
  bool begins_table(const LineCursor& cursor) const {
    return leaf_ == Leaf::paragraph && is_delimiter_row(cursor.rest()) &&
           slice(text_, out_.lines.back()).find('|') != std::string_view::npos;
  }
  void add_line(TextSpan span) { out_.lines.push_back(span); }
  void open_leaf(Leaf leaf) {
    leaf_ = leaf;
    leaf_line_ = static_cast<std::uint32_t>(out_.lines.size());
  }
  void close_leaf();
  void trim_rows();
  void write_block(RawKind kind, std::uint8_t level = 0);
  RawKind paragraph_kind(std::uint8_t& level, TextSpan& label);

  std::string_view text_;
  RawDocument out_;
  std::vector<Container> containers_;
  Leaf leaf_ = Leaf::none;
  std::uint32_t leaf_line_ = 0;  // its first line
  std::string_view fence_;
  TextSpan lone_label_;  // of an item without content, until the next block
  bool no_comment_end_ = false;
};

void BlockParser::read_line(TextSpan span) {
  LineCursor cursor(text_, span);
  std::size_t matched = match_containers(cursor);
  const bool all_matched = matched == containers_.size();
  if (continue_leaf(cursor, all_matched)) return;
  if (cursor.blank()) {
    if (leaf_ != Leaf::indented) close_leaf();
    // A blank line ends a quotation; items and notes live on while what follows stands in.
    while (!containers_.empty() && matched < containers_.size() && containers_.back().kind == ContainerKind::quote)
      close_containers(containers_.size() - 1);
    return;
  }
  const bool opened = open_containers(cursor, matched);
  if (leaf_ == Leaf::paragraph && !opened) {
    const bool interrupts = cursor.indent() < code_indent &&
                            (is_rule(text::trim(cursor.rest())) || !fence_of(text::trim(cursor.rest())).empty());
    LineCursor probe = cursor;
    probe.skip_indent();
    if (!interrupts && probe.peek() != '#' && matched < containers_.size()) {  // a lazy continuation
      add_line(trimmed(text_, {cursor.at(), cursor.end()}));
      return;
    }
  }
  if (!opened) close_containers(matched);
  read_leaf(cursor);
}

std::size_t BlockParser::match_containers(LineCursor& cursor) const {
  std::size_t matched = 0;
  const bool blank = cursor.blank();
  for (const Container& container : containers_) {
    if (container.kind == ContainerKind::quote) {
      if (cursor.indent() >= code_indent) break;
      LineCursor probe = cursor;
      probe.skip_indent();
      if (probe.peek() != '>') break;
      probe.skip_bytes(1);
      if (probe.peek() == ' ' || probe.peek() == '\t') probe.skip_columns(1);
      cursor = probe;
    } else if (!blank) {
      if (cursor.indent() < container.indent) break;
      cursor.skip_columns(container.indent);
    }
    ++matched;
  }
  return matched;
}

bool BlockParser::open_containers(LineCursor& cursor, std::size_t& matched) {
  bool opened = false;
  while (matched < deepest_nesting && !cursor.blank() && open_container(cursor, matched)) opened = true;
  return opened;
}

bool BlockParser::open_container(LineCursor& cursor, std::size_t& matched) {
  const std::uint32_t indent = cursor.indent();
  if (indent >= code_indent) return false;
  LineCursor probe = cursor;
  probe.skip_indent();
  if (probe.peek() == '>') {
    close_leaf();
    close_containers(matched);
    probe.skip_bytes(1);
    if (probe.peek() == ' ' || probe.peek() == '\t') probe.skip_columns(1);
    containers_.push_back({ContainerKind::quote, 0, {}, false});
    cursor = probe;
    ++matched;
    return true;
  }
  if (probe.peek() == '[' && probe.peek(1) == '^') {
    cursor = probe;
    return open_note(cursor, matched);
  }
  if (begins_table(probe)) return false;
  const ListMarker marker = list_marker(probe);
  if (marker.size == 0 || is_rule(text::trim(probe.rest()))) return false;
  const bool in_paragraph = leaf_ == Leaf::paragraph && matched == containers_.size();
  const bool in_list = matched < containers_.size() && containers_[matched].kind == ContainerKind::item;
  LineCursor content = probe;
  content.skip_bytes(marker.size);
  if (in_paragraph && !in_list && (content.blank() || marker.number > 1)) return false;
  close_leaf();
  close_containers(matched);
  const std::uint32_t spaces = content.indent();
  const std::uint32_t padding = content.blank() || spaces > code_indent ? 1 : spaces;
  content.skip_columns(padding);
  containers_.push_back({ContainerKind::item, indent + marker.size + padding, marker.label, false});
  cursor = content;
  ++matched;
  return true;
}

// `[^label]: text`
bool BlockParser::open_note(LineCursor& cursor, std::size_t& matched) {
  const std::string_view rest = cursor.rest();
  const std::size_t end = rest.substr(0, 200).find(']');
  if (end == std::string_view::npos || end == 2 || end + 1 >= rest.size() || rest[end + 1] != ':') return false;
  if (rest.substr(0, end).find_first_of(" \t") != std::string_view::npos) return false;
  close_leaf();
  close_containers(matched);
  const TextSpan label{cursor.at() + 2, cursor.at() + static_cast<std::uint32_t>(end)};
  cursor.skip_bytes(static_cast<std::uint32_t>(end) + 2);
  cursor.skip_indent();
  containers_.push_back({ContainerKind::note, code_indent, label, false});
  ++matched;
  return true;
}

void BlockParser::close_containers(std::size_t count) {
  if (count >= containers_.size()) return;
  close_leaf();
  // "28." alone on its line: a page has cut the number from its entry.
  if (const Container& last = containers_.back(); last.kind == ContainerKind::item && !last.used)
    lone_label_ = last.label;
  containers_.resize(count);
}

// True if the line belongs to the open leaf, whatever it says.
bool BlockParser::continue_leaf(LineCursor& cursor, bool all_matched) {
  switch (leaf_) {
    case Leaf::fenced: {
      if (!all_matched) {
        close_leaf();
        return false;
      }
      const std::string_view line = text::trim(cursor.rest());
      if (cursor.indent() < code_indent && line.size() >= fence_.size() &&
          line.find_first_not_of(fence_.front()) == std::string_view::npos) {
        close_leaf();
        return true;
      }
      if (!cursor.blank()) add_line({cursor.at(), trimmed(text_, {cursor.at(), cursor.end()}).end});
      return true;
    }
    case Leaf::indented:
      if (cursor.blank()) return true;
      if (!all_matched || cursor.indent() < code_indent) {
        close_leaf();
        return false;
      }
      cursor.skip_columns(code_indent);
      add_line({cursor.at(), trimmed(text_, {cursor.at(), cursor.end()}).end});
      return true;
    case Leaf::table:
      if (cursor.blank() || !all_matched || cursor.rest().find('|') == std::string_view::npos) {
        close_leaf();
        return false;
      }
      add_line(trimmed(text_, {cursor.at(), cursor.end()}));
      return true;
    case Leaf::comment: {
      if (cursor.rest().find("-->") != std::string_view::npos) leaf_ = Leaf::none;
      return true;
    }
    default:
      return false;
  }
}

void BlockParser::read_leaf(LineCursor& cursor) {
  if (cursor.blank()) return;
  const bool indented = cursor.indent() >= code_indent;
  const TextSpan content = trimmed(text_, {cursor.at(), cursor.end()});
  const std::string_view line = slice(text_, content);
  if (indented) {
    if (leaf_ != Leaf::paragraph && !looks_like_prose(line)) {
      open_leaf(Leaf::indented);
      cursor.skip_columns(code_indent);
      add_line({cursor.at(), content.end});
      return;
    }
  } else {
    if (read_heading(cursor) || read_underline(cursor)) return;
    if (is_rule(line)) {
      close_leaf();
      open_leaf(Leaf::none);
      add_line(content);
      write_block(RawKind::rule);
      return;
    }
    if (const std::string_view fence = fence_of(line); !fence.empty()) {
      close_leaf();
      open_leaf(Leaf::fenced);
      fence_ = fence;
      return;
    }
    if (line.starts_with(":::")) return close_leaf();  // Pandoc's divisions
    if (starts_comment(cursor)) return;
    if (begins_table(cursor)) {
      // The row above is the table's head; what stands before it is a paragraph.
      const TextSpan head = out_.lines.back();
      out_.lines.pop_back();
      close_leaf();
      open_leaf(Leaf::table);
      add_line(head);
      return;
    }
    if (leaf_ != Leaf::paragraph && read_definition(content)) return;
  }
  if (leaf_ != Leaf::paragraph) open_leaf(Leaf::paragraph);
  add_line(content);
}

// `## Heading ##`
bool BlockParser::read_heading(LineCursor& cursor) {
  LineCursor probe = cursor;
  probe.skip_indent();
  std::uint32_t level = 0;
  while (probe.peek(level) == '#') ++level;
  const char after = probe.peek(level);
  if (level == 0 || level > 6 || (after != '\0' && after != ' ' && after != '\t')) return false;
  TextSpan content = trimmed(text_, {probe.at() + level, probe.end()});
  const std::size_t last = slice(text_, content).find_last_not_of('#');
  const std::string_view inner = slice(text_, content);
  if (last == std::string_view::npos) {
    content.end = content.start;
  } else if (inner[last] == ' ' || inner[last] == '\t') {
    content = trimmed(text_, {content.start, content.start + static_cast<std::uint32_t>(last)});
  }
  content = without_attributes(content);
  close_leaf();
  if (content.empty()) return true;
  open_leaf(Leaf::none);
  add_line(content);
  write_block(RawKind::heading, static_cast<std::uint8_t>(level));
  out_.blocks.back().explicit_heading = true;
  return true;
}

// Pandoc's "{#name .unnumbered}" behind a heading.
TextSpan BlockParser::without_attributes(TextSpan heading) const {
  const std::string_view words = slice(text_, heading);
  const std::size_t open = words.rfind(" {");
  if (!words.ends_with('}') || open == std::string_view::npos) return heading;
  const char first = words[open + 2];
  if (first != '#' && first != '.' && first != '-') return heading;
  return trimmed(text_, {heading.start, heading.start + static_cast<std::uint32_t>(open)});
}

bool BlockParser::read_underline(const LineCursor& cursor) {
  if (leaf_ != Leaf::paragraph) return false;
  const std::uint8_t level = setext_level(cursor.rest());
  if (level == 0) return false;
  if (out_.lines.back().end - out_.lines[leaf_line_].start > longest_setext) return false;
  leaf_ = Leaf::none;
  write_block(RawKind::heading, level);
  out_.blocks.back().explicit_heading = true;
  return true;
}

bool BlockParser::starts_comment(const LineCursor& cursor) {
  LineCursor probe = cursor;
  probe.skip_indent();
  if (no_comment_end_ || !probe.rest().starts_with("<!--")) return false;
  const std::size_t end = text_.find("-->", probe.at() + 4);
  if (end == std::string_view::npos) {
    no_comment_end_ = true;
    return false;
  }
  if (end + 3 < probe.end() && !text::trim(text_.substr(end + 3, probe.end() - end - 3)).empty()) return false;
  if (end < probe.end()) return true;
  close_leaf();
  leaf_ = Leaf::comment;
  return true;
}

// A label that citations use ("1", "Knu97") makes the line an entry of a reference list rather than a definition.
bool is_citation_label(std::string_view label) {
  return label.find(' ') == std::string_view::npos && std::any_of(label.begin(), label.end(), text::is_ascii_digit);
}

// `[label]: target "title"`
bool BlockParser::read_definition(TextSpan span) {
  const std::string_view line = slice(text_, span);
  if (line.size() < 5 || line.front() != '[' || line[1] == '^' || line[1] == '@') return false;
  const std::size_t close = line.substr(0, 1000).find_first_of("[]", 1);
  if (close == std::string_view::npos || line[close] != ']' || close == 1 || close + 1 >= line.size() ||
      line[close + 1] != ':')
    return false;
  std::string_view target = text::trim(line.substr(close + 2));
  const std::size_t end = std::min(target.find_first_of(" \t"), target.size());
  const std::string_view rest = text::trim(target.substr(end));
  target = target.substr(0, end);
  const bool titled = !rest.empty() && (rest.front() == '"' || rest.front() == '\'' || rest.front() == '(');
  if (target.find_first_of("./:#") == std::string_view::npos || (!rest.empty() && !titled)) return false;
  if (target.size() > 2 && target.front() == '<' && target.back() == '>') target = target.substr(1, target.size() - 2);
  const std::string_view label = line.substr(1, close - 1);
  out_.links.push_back({text::fold(text::collapse_spaces(label)), std::string(target)});
  return !is_citation_label(label);
}

void BlockParser::close_leaf() {
  const Leaf leaf = leaf_;
  leaf_ = Leaf::none;
  if (leaf == Leaf::none || leaf == Leaf::comment || leaf_line_ == out_.lines.size()) return;
  switch (leaf) {
    case Leaf::fenced:
    case Leaf::indented:
      return write_block(RawKind::code);
    case Leaf::table:
      trim_rows();
      return write_block(RawKind::table);
    default:
      return write_block(RawKind::paragraph);
  }
}

// Without the bars at its ends.
void BlockParser::trim_rows() {
  for (std::size_t i = leaf_line_; i < out_.lines.size(); ++i) {
    TextSpan& row = out_.lines[i];
    if (row.size() > 1 && text_[row.start] == '|') ++row.start;
    if (row.size() > 1 && text_[row.end - 1] == '|' && text_[row.end - 2] != '\\') --row.end;
    row = trimmed(text_, row);
  }
}

// Writes the lines from the leaf's first on as a block.
void BlockParser::write_block(RawKind kind, std::uint8_t level) {
  RawBlock block;
  block.kind = kind;
  block.level = level;
  if (kind == RawKind::paragraph) block.kind = paragraph_kind(block.level, block.label);
  if (block.kind == RawKind::paragraph && out_.lines.size() == leaf_line_ + 1 &&
      is_section_name(slice(text_, out_.lines.back()))) {
    block.kind = RawKind::heading;
    block.level = 2;
  }
  block.first_line = leaf_line_;
  block.line_count = static_cast<std::uint32_t>(out_.lines.size()) - leaf_line_;
  out_.blocks.push_back(block);
}

RawKind BlockParser::paragraph_kind(std::uint8_t& level, TextSpan& label) {
  for (Container& container : containers_) {
    if (container.kind == ContainerKind::note) {
      label = container.label;
      return RawKind::note;
    }
    if (container.kind == ContainerKind::item) ++level;
  }
  if (containers_.empty()) {
    label = std::exchange(lone_label_, TextSpan{});
    level = label.empty() ? 0 : 1;
    return label.empty() ? RawKind::paragraph : RawKind::list_item;
  }
  lone_label_ = {};
  Container& innermost = containers_.back();
  if (innermost.kind == ContainerKind::item && !innermost.used) {
    innermost.used = true;
    label = innermost.label;
    return RawKind::list_item;
  }
  level = 0;
  return innermost.kind == ContainerKind::quote ? RawKind::block_quote : RawKind::paragraph;
}

}  // namespace

RawDocument read_markdown(std::string_view text) { return BlockParser(text).run(); }

bool looks_like_markdown(std::string_view text) {
  std::size_t evidence = 0;
  const std::string_view sample = text.substr(0, 1U << 16U);
  for (std::size_t start = 0; start < sample.size();) {
    const std::size_t end = std::min(sample.find('\n', start), sample.size());
    const std::string_view line = sample.substr(start, end - start);
    if (line.starts_with("# ") || line.starts_with("## ") || line.starts_with("### ")) evidence += 1;
    if (line.starts_with("```") || line.starts_with("~~~")) evidence += 1;
    if (line.find("](http") != std::string_view::npos) evidence += 1;
    if (line.starts_with("**") && line.find("**", 3) != std::string_view::npos) evidence += 1;
    if (evidence >= 2) return true;
    start = end + 1;
  }
  return false;
}

}  // namespace citegraph::document
