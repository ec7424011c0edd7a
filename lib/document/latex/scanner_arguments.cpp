// Arguments of commands: in braces, in brackets, or one token.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "document/latex/scanner.hpp"
#include "text/utf8.hpp"

namespace citegraph::document::latex {
namespace {

constexpr std::uint32_t longest_option = 5000;  // bytes

}  // namespace

void Scanner::skip_white() {
  Frame& top = frame();
  const std::string_view view = top.text->view;
  while (top.at < top.end) {
    if (view[top.at] == '%')
      top.at = std::min(comment_end(view, top.at), top.end);
    else if (is_white(view[top.at]))
      ++top.at;
    else
      return;
  }
}

bool Scanner::next_is(char c) {
  const std::uint32_t before = frame().at;
  skip_white();
  const bool is = peek() == c;
  frame().at = before;
  return is;
}

bool Scanner::skip_star() {
  if (peek() != '*') return false;
  skip(1);
  return true;
}

std::optional<Scanner::Range> Scanner::enclosed(char open, char close) {
  const std::uint32_t before = frame().at;
  skip_white();
  if (peek() != open) {
    frame().at = before;
    return std::nullopt;
  }
  const Frame& top = frame();
  const std::string_view view = top.text->view;
  const std::uint32_t limit = std::min(top.end, top.at + longest_option);
  for (std::uint32_t at = top.at + 1; at < limit; ++at) {
    if (view[at] == '\\') {
      ++at;
    } else if (view[at] == '{') {
      at = top.text->closing(at);
    } else if (view[at] == '%') {
      at = static_cast<std::uint32_t>(std::min<std::size_t>(view.find('\n', at), limit));
    } else if (view[at] == close) {
      const Range range{top.text, top.at + 1, at};
      frame().at = at + 1;
      return range;
    }
  }
  frame().at = before;
  return std::nullopt;
}

std::optional<Scanner::Range> Scanner::braced() {
  const std::uint32_t before = frame().at;
  skip_white();
  Frame& top = frame();
  const std::uint32_t close = peek() == '{' ? top.text->closing(top.at) : top.end;
  if (close >= top.end) {
    top.at = before;
    return std::nullopt;
  }
  const Range range{top.text, top.at + 1, close};
  top.at = close + 1;
  return range;
}

Scanner::Range Scanner::argument() {
  if (const std::optional<Range> group = braced()) return *group;
  skip_white();
  Frame& top = frame();
  const std::uint32_t start = top.at;
  if (start >= top.end || peek() == '}' || peek() == '{') return {top.text, start, start};
  const std::string_view view = top.text->view;
  const std::uint32_t size = view[start] == '\\' ? 1 + name_size(view, start + 1) : text::decode_at(view, start).size;
  skip(std::max(size, 1U));
  return {top.text, start, frame().at};
}

void Scanner::drop(unsigned count) {
  skip_star();
  while (peek() == '[' && enclosed('[', ']')) continue;
  for (unsigned i = 0; i < count; ++i) {
    if (!braced()) return;
    while (peek() == '[' && enclosed('[', ']')) continue;
  }
}

}  // namespace citegraph::document::latex
