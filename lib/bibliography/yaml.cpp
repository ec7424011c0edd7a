#include "bibliography/yaml.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "text/ascii.hpp"
#include "text/lines.hpp"
#include "text/utf8.hpp"

namespace citegraph::bibliography {
namespace {

using Json = nlohmann::ordered_json;

constexpr unsigned deepest = 24;

bool is_blank_or_tab(char c) noexcept { return c == ' ' || c == '\t'; }

std::string_view without_comment(std::string_view value) {
  for (std::size_t at = value.find('#'); at != std::string_view::npos; at = value.find('#', at + 1))
    if (at == 0 || is_blank_or_tab(value[at - 1])) return text::trim(value.substr(0, at));
  return text::trim(value);
}

void put_code_point(std::string& out, std::string_view digits) {
  char32_t value = 0;
  for (const char c : digits) {
    const int digit = text::is_ascii_digit(c) ? c - '0'
                      : c >= 'a' && c <= 'f'  ? c - 'a' + 10
                      : c >= 'A' && c <= 'F'  ? c - 'A' + 10
                                              : -1;
    if (digit < 0) return;
    value = value * 16 + static_cast<char32_t>(digit);
  }
  text::append(out, value > 0x10FFFF || (value >= 0xD800 && value < 0xE000) ? char32_t{0xFFFD} : value);
}

// The scalar in quotes at the start of `value`; `size` is where it ends, 0 where it does not.
std::string quoted(std::string_view value, std::size_t& size) {
  const char quote = value.front();
  std::string out;
  size = 0;
  for (std::size_t at = 1; at < value.size(); ++at) {
    const char c = value[at];
    if (c == quote) {
      if (quote == '\'' && at + 1 < value.size() && value[at + 1] == '\'') {
        out += '\'';
        ++at;
        continue;
      }
      size = at + 1;
      return out;
    }
    if (quote == '"' && c == '\\' && at + 1 < value.size()) {
      const char escaped = value[++at];
      const std::size_t digits = escaped == 'x' ? 2 : escaped == 'u' ? 4 : escaped == 'U' ? 8 : 0;
      if (digits > 0 && at + digits < value.size()) {
        put_code_point(out, value.substr(at + 1, digits));
        at += digits;
      } else {
        out += escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped;
      }
      continue;
    }
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

// `[a, b]` and `{a: 1, b: [2]}`, without recursion over what is not closed.
class FlowParser {
 public:
  explicit FlowParser(std::string_view text) : text_(text) {}

  Json value(unsigned depth) {
    skip_white();
    if (at_ >= text_.size() || depth > deepest) return nullptr;
    if (text_[at_] == '[') return sequence(depth);
    if (text_[at_] == '{') return mapping(depth);
    return scalar(",]}");
  }

 private:
  Json sequence(unsigned depth) {
    Json list = Json::array();
    ++at_;
    while (!closed(']')) {
      const std::size_t before = at_;
      list.push_back(value(depth + 1));
      after_item(before);
    }
    return list;
  }

  Json mapping(unsigned depth) {
    Json map = Json::object();
    ++at_;
    while (!closed('}')) {
      const std::size_t before = at_;
      const std::string key = scalar(":,}");
      skip_white();
      Json each;
      if (at_ < text_.size() && text_[at_] == ':') {
        ++at_;
        each = value(depth + 1);
      }
      if (!key.empty()) map[key] = std::move(each);
      after_item(before);
    }
    return map;
  }

  bool closed(char closer) {
    skip_white();
    if (at_ >= text_.size()) return true;
    if (text_[at_] != closer) return false;
    ++at_;
    return true;
  }

  void after_item(std::size_t before) {
    skip_white();
    if (at_ < text_.size() && text_[at_] == ',') ++at_;
    if (at_ == before) ++at_;  // whatever it is, it goes on
  }

  std::string scalar(std::string_view ends) {
    skip_white();
    if (at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\'')) {
      std::size_t size = 0;
      std::string out = quoted(text_.substr(at_), size);
      at_ = size == 0 ? text_.size() : at_ + size;
      return out;
    }
    const std::size_t start = at_;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      const bool colon =
          c == ':' && at_ + 1 < text_.size() && !is_blank_or_tab(text_[at_ + 1]) && text_[at_ + 1] != '\n';
      if (ends.find(c) != std::string_view::npos && !colon) break;
      ++at_;
    }
    return text::collapse_spaces(text_.substr(start, at_ - start));
  }

  void skip_white() {
    while (at_ < text_.size() && (is_blank_or_tab(text_[at_]) || text_[at_] == '\n' || text_[at_] == '\r')) ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

// The size of `key` with its colon at the start of a line, 0 where there is none.
std::size_t key_size(std::string_view line) {
  if (line.empty() || line.front() == '[' || line.front() == '{' || line.front() == '#') return 0;
  std::size_t at = 0;
  if (line.front() == '"' || line.front() == '\'') {
    quoted(line, at);
    if (at == 0) return 0;
    while (at < line.size() && is_blank_or_tab(line[at])) ++at;
    return at < line.size() && line[at] == ':' ? at + 1 : 0;
  }
  for (at = line.find(':'); at != std::string_view::npos; at = line.find(':', at + 1))
    if (at > 0 && (at + 1 == line.size() || is_blank_or_tab(line[at + 1]))) return at + 1;
  return 0;
}

std::string key_text(std::string_view key) {
  key = text::trim(key.substr(0, key.size() - 1));
  std::size_t size = 0;
  if (!key.empty() && (key.front() == '"' || key.front() == '\'')) return quoted(key, size);
  return std::string(key);
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {
    for (const text::Line& line : text::split_lines(text)) {
      const std::string_view content = slice(text, line.span);
      const std::size_t indent = std::min(content.find_first_not_of(" \t"), content.size());
      rows_.push_back({line.span, static_cast<std::uint32_t>(indent), content.substr(indent)});
    }
  }

  Json run() {
    skip_empty();
    return at_ < rows_.size() ? block(rows_[at_].indent, 0) : Json(nullptr);
  }

 private:
  struct Row {
    TextSpan span;
    std::uint32_t indent;  // columns before the content; a "- " that was read is part of it
    std::string_view content;
  };

  void skip_empty() {
    while (at_ < rows_.size() && without_comment(rows_[at_].content).empty()) ++at_;
  }

  static bool is_item(std::string_view content) {
    return content == "-" || content.starts_with("- ") || content.starts_with("-\t");
  }

  // What stands at the current row, which is indented by `indent`.
  Json block(std::uint32_t indent, unsigned depth) {
    const Row& row = rows_[at_];
    if (depth > deepest) {
      skip_deeper(indent);
      return nullptr;
    }
    if (is_item(row.content)) return sequence(indent, depth);
    if (key_size(row.content) > 0) return mapping(indent, depth);
    return inline_value(row.content, indent == 0 ? 0 : indent - 1);
  }

  void skip_deeper(std::uint32_t indent) {
    ++at_;
    while (at_ < rows_.size() && (rows_[at_].content.empty() || rows_[at_].indent >= indent)) ++at_;
  }

  Json sequence(std::uint32_t indent, unsigned depth) {
    Json list = Json::array();
    while (at_ < rows_.size() && rows_[at_].indent == indent && is_item(rows_[at_].content)) {
      Row& row = rows_[at_];
      const std::size_t start = std::min(row.content.find_first_not_of(" \t", 1), row.content.size());
      row.content.remove_prefix(start);
      row.indent += static_cast<std::uint32_t>(start);
      if (without_comment(row.content).empty()) {
        ++at_;
        skip_empty();
        const bool nested = at_ < rows_.size() && rows_[at_].indent > indent;
        list.push_back(nested ? block(rows_[at_].indent, depth + 1) : Json(nullptr));
      } else {
        list.push_back(block(row.indent, depth + 1));
      }
      skip_empty();
    }
    return list;
  }

  Json mapping(std::uint32_t indent, unsigned depth) {
    Json map = Json::object();
    while (at_ < rows_.size() && rows_[at_].indent == indent) {
      const std::string_view content = rows_[at_].content;
      const std::size_t size = key_size(content);
      if (size == 0) {  // no key where one is due
        ++at_;
        skip_empty();
        continue;
      }
      const std::string key = key_text(content.substr(0, size));
      const std::string_view rest = text::trim(content.substr(size));
      if (!without_comment(rest).empty()) {
        map[key] = inline_value(rest, indent);
      } else {
        ++at_;
        skip_empty();
        const bool nested = at_ < rows_.size() && (rows_[at_].indent > indent ||
                                                   (rows_[at_].indent == indent && is_item(rows_[at_].content)));
        map[key] = nested ? block(rows_[at_].indent, depth + 1) : Json(nullptr);
      }
      skip_empty();
    }
    // Rows that stand in less than the first but more than what is around: not well formed, and dropped there.
    return map;
  }

  // A value that begins on the current row; the rows behind it that stand in more than `indent` may belong to it.
  Json inline_value(std::string_view value, std::uint32_t indent) {
    const std::size_t row = at_++;
    const char first = value.front();
    if (first == '|' || first == '>') return block_scalar(first, indent);
    if (first == '"' || first == '\'' || first == '[' || first == '{') {
      const auto start = static_cast<std::size_t>(value.data() - text_.data());
      std::size_t end = rows_[row].span.end;
      const auto is_complete = [&](std::string_view whole) {
        std::size_t size = 0;
        if (first == '"' || first == '\'') {
          quoted(whole, size);
          return size != 0;
        }
        return std::count(whole.begin(), whole.end(), '[') <= std::count(whole.begin(), whole.end(), ']') &&
               std::count(whole.begin(), whole.end(), '{') <= std::count(whole.begin(), whole.end(), '}');
      };
      constexpr std::size_t most_rows = 50;  // each of them looks at all before it
      for (std::size_t i = 0; i < most_rows && !is_complete(text_.substr(start, end - start)) && at_ < rows_.size() &&
                              (rows_[at_].content.empty() || rows_[at_].indent > indent);
           ++i)
        end = rows_[at_++].span.end;
      const std::string_view whole = text_.substr(start, end - start);
      if (first == '[' || first == '{') return FlowParser(whole).value(0);
      std::size_t size = 0;
      return text::collapse_spaces(quoted(whole, size));
    }
    std::string out(without_comment(value));
    while (at_ < rows_.size() && !rows_[at_].content.empty() && rows_[at_].indent > indent)
      out.append(" ").append(without_comment(rows_[at_++].content));
    return out;
  }

  // "|" keeps line ends, ">" folds them.
  Json block_scalar(char style, std::uint32_t indent) {
    std::string out;
    for (; at_ < rows_.size() && (rows_[at_].content.empty() || rows_[at_].indent > indent); ++at_) {
      if (!out.empty()) out += style == '|' ? '\n' : ' ';
      out += text::trim(rows_[at_].content);
    }
    return std::string(text::trim(out));
  }

  std::string_view text_;
  std::vector<Row> rows_;
  std::size_t at_ = 0;
};

}  // namespace

Json parse_yaml(std::string_view text) { return Parser(text).run(); }

}  // namespace citegraph::bibliography
