#include "document/plain_text.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "document/headings.hpp"
#include "document/lines.hpp"
#include "document/page_furniture.hpp"
#include "text/utf8.hpp"

namespace citegraph::document {
namespace {

// `## Heading`, as plain text borrows it from Markdown; 0 where the line is none.
std::uint8_t marked_level(std::string_view line) {
  std::size_t level = 0;
  while (level < line.size() && line[level] == '#') ++level;
  if (level == 0 || level > 6 || level >= line.size() || line[level] != ' ') return 0;
  return static_cast<std::uint8_t>(level);
}

// Bytes of "• " or "- " at the line's start.
std::uint32_t bullet_size(std::string_view line) {
  const text::CodePoint c = text::decode_at(line, 0);
  const bool bullet = c.value == '-' || c.value == '*' || c.value == 0x2022 || c.value == 0x25E6 || c.value == 0x25AA ||
                      c.value == 0x25CF || c.value == 0x2023 || c.value == 0xB7 || c.value == 0x2043 ||
                      c.value == 0xF0B7;
  if (!bullet) return 0;
  const text::CodePoint blank = text::decode_at(line, c.size);
  return text::is_space(blank.value) && blank.size != 0 ? c.size + blank.size : 0;
}

// Page numbers and running heads where they stand among the lines of a paragraph: beside form feeds, and, where a text
// has lost these, a head that stands beside the number of a page again and again.
class PageEdges {
 public:
  PageEdges(std::string_view text, const std::vector<Line>& lines)
      : text_(text), lines_(lines), furniture_(lines.size(), false) {}

  std::vector<bool> find() {
    std::size_t first = 0;
    for (std::size_t i = 1; i <= lines_.size(); ++i) {
      if (i < lines_.size() && !lines_[i].starts_page) continue;
      collect(first, i);
      first = i;
    }
    if (pages_ < 2) {
      find_beside_numbers();
      return std::move(furniture_);
    }
    for (const auto& [line, key] : edges_) {
      if (line < title_end_) continue;
      if (is_page_number(content(line)) || (!key.empty() && counts_.find(key)->second >= least_heads))
        furniture_[line] = true;
    }
    return std::move(furniture_);
  }

 private:
  static constexpr std::uint32_t least_heads = 2;
  static constexpr std::uint32_t least_heads_beside_numbers = 3;
  static constexpr std::size_t edge = 2;  // lines at the top and at the foot of a page

  std::string_view content(std::size_t line) const { return text::trim(slice(text_, lines_[line].span)); }

  void find_beside_numbers() {
    std::vector<std::pair<std::size_t, std::size_t>> pairs;  // number and head
    std::vector<std::string> keys;
    counts_.clear();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (content(i).empty() || !is_page_number(content(i))) continue;
      for (const std::size_t beside : {line_before(i), line_after(i)}) {
        if (beside >= lines_.size() || !is_head_shaped(content(beside)) || is_page_number(content(beside))) continue;
        std::string key = head_key(content(beside));
        if (key.find(' ') == std::string::npos) continue;
        ++counts_[key];
        pairs.emplace_back(i, beside);
        keys.push_back(std::move(key));
      }
    }
    for (std::size_t i = 0; i < pairs.size(); ++i)
      if (counts_.find(keys[i])->second >= least_heads_beside_numbers)
        furniture_[pairs[i].first] = furniture_[pairs[i].second] = true;
  }

  // The nearest line with words, past two blank ones.
  std::size_t line_before(std::size_t line) const {
    for (std::size_t i = line; i-- > 0 && line - i <= 3;)
      if (!content(i).empty()) return i;
    return lines_.size();
  }
  std::size_t line_after(std::size_t line) const {
    for (std::size_t i = line + 1; i < lines_.size() && i - line <= 3; ++i)
      if (!content(i).empty()) return i;
    return lines_.size();
  }

  void collect(std::size_t first, std::size_t last) {
    ++pages_;
    std::size_t seen = 0;
    std::size_t i = first;
    for (; i < last && seen < edge; ++i)
      if (add(i)) ++seen;
    if (pages_ == 1) title_end_ = i;
    seen = 0;
    for (std::size_t k = last; k > i && seen < edge; --k)
      if (add(k - 1)) ++seen;
  }
  bool add(std::size_t line) {
    const std::string_view words = content(line);
    if (words.empty()) return false;
    std::string key = is_head_shaped(words) ? head_key(words) : std::string{};
    if (!key.empty()) ++counts_[key];
    edges_.emplace_back(line, std::move(key));
    return true;
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  std::vector<bool> furniture_;
  std::vector<std::pair<std::size_t, std::string>> edges_;
  std::unordered_map<std::string, std::uint32_t> counts_;  // asked only
  std::size_t pages_ = 0;
  std::size_t title_end_ = 0;  // the first lines of the text stay, though heads may repeat them
};

class PlainTextParser {
 public:
  explicit PlainTextParser(std::string_view text) : text_(text), lines_(split_lines(text)) {
    for (const Line& line : lines_) {
      const std::string_view content = text::trim(slice(text_, line.span));
      if (marked_level(content) != 0) ++marked_headings_;
    }
  }

  RawDocument run() {
    const std::vector<bool> furniture = PageEdges(text_, lines_).find();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const TextSpan content = trimmed(text_, lines_[i].span);
      if (lines_[i].starts_page || content.empty()) close();
      if (!content.empty() && !furniture[i]) read(content);
    }
    close();
    if (marked_headings_ < 2) take_headings();
    return std::move(out_);
  }

 private:
  void read(TextSpan content);
  bool is_table() const;
  void close();
  void write_heading(TextSpan content, std::uint8_t level, bool marked);
  void take_headings();

  std::string_view text_;
  std::vector<Line> lines_;
  RawDocument out_;
  std::size_t marked_headings_ = 0;
  RawBlock open_;
  bool is_open_ = false;
};

void PlainTextParser::read(TextSpan content) {
  const std::string_view line = slice(text_, content);
  if (const std::uint8_t level = marked_level(line); level != 0) {
    const TextSpan name = trimmed(text_, {content.start + level, content.end});
    return write_heading(name, level, true);
  }
  if (is_section_name(line)) return write_heading(content, 1, false);
  if (const std::uint32_t bullet = bullet_size(line); bullet != 0) {
    close();
    open_.kind = RawKind::list_item;
    open_.level = 1;
    content = trimmed(text_, {content.start + bullet, content.end});
    if (content.empty()) return;
  }
  if (!is_open_) {
    open_.first_line = static_cast<std::uint32_t>(out_.lines.size());
    is_open_ = true;
  }
  out_.lines.push_back(content);
}

// Cells divided by bars.
bool PlainTextParser::is_table() const {
  std::size_t rows = 0;
  for (std::size_t i = open_.first_line; i < out_.lines.size(); ++i)
    if (slice(text_, out_.lines[i]).find(" | ") != std::string_view::npos) ++rows;
  return rows >= 2 && rows * 2 > out_.lines.size() - open_.first_line;
}

void PlainTextParser::close() {
  if (is_open_) {
    if (open_.kind == RawKind::paragraph && is_table()) open_.kind = RawKind::table;
    open_.line_count = static_cast<std::uint32_t>(out_.lines.size()) - open_.first_line;
    out_.blocks.push_back(open_);
  }
  open_ = {};
  is_open_ = false;
}

void PlainTextParser::write_heading(TextSpan content, std::uint8_t level, bool marked) {
  close();
  if (content.empty()) return;
  RawBlock block;
  block.kind = RawKind::heading;
  block.level = level;
  block.explicit_heading = marked;
  block.first_line = static_cast<std::uint32_t>(out_.lines.size());
  block.line_count = 1;
  out_.lines.push_back(content);
  out_.blocks.push_back(block);
}

// A short line between blank ones is a heading where a paragraph of some length follows it.
void PlainTextParser::take_headings() {
  for (std::size_t i = 0; i + 1 < out_.blocks.size(); ++i) {
    RawBlock& block = out_.blocks[i];
    const RawBlock& next = out_.blocks[i + 1];
    if (block.kind != RawKind::paragraph || block.line_count != 1) continue;
    const std::string_view line = slice(text_, out_.first_line(block));
    if (!looks_like_heading(line)) continue;
    const std::uint32_t next_size = out_.last_line(next).end - out_.first_line(next).start;
    if (next.kind == RawKind::heading || next_size < 2 * line.size() || next_size < 120) continue;
    const char32_t follows = text::decode_at(text_, out_.first_line(next).start).value;
    if (text::is_lower(follows)) continue;
    block.kind = RawKind::heading;
    block.level = static_cast<std::uint8_t>(std::clamp(numbering_depth(line), 1U, 6U));
  }
}

}  // namespace

RawDocument read_plain_text(std::string_view text) { return PlainTextParser(text).run(); }

}  // namespace citegraph::document
