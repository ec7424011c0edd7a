#include "export/dot_text.hpp"

#include <cstdint>

#include "text/ascii.hpp"
#include "text/utf8.hpp"
#include "text/xml.hpp"

namespace citegraph::dot {
namespace {

// The lexer of GraphViz 2.42 takes 16,380 bytes in one string and fails at 16,383.
constexpr std::size_t longest_token = 16000;

// Collects a quoted string, never breaking an escape in two.
class QuotedString {
 public:
  void add(std::string_view unit) {
    if (token_size_ + unit.size() > longest_token) {
      text_ += "\" + \"";
      token_size_ = 0;
    }
    text_ += unit;
    token_size_ += unit.size();
  }
  std::string finish() && { return std::move(text_) + '"'; }

 private:
  std::string text_ = "\"";
  std::size_t token_size_ = 0;
};

// RFC 3986: unreserved, reserved, and the percent sign of what is encoded already. Quotes and brackets that markup or
// GraphViz could take for its own are left out.
bool allowed_in_url(char c) {
  return text::is_ascii_alphanumeric(c) || std::string_view("-._~:/?#[]@!$()*+,;=%").find(c) != std::string_view::npos;
}

}  // namespace

std::string quote(std::string_view text) {
  QuotedString quoted;
  std::string bytes;
  for (std::size_t offset = 0; offset < text.size();) {
    const text::CodePoint c = text::decode_at(text, offset);
    offset += c.size;
    switch (c.value) {
      case '"':
        quoted.add("\\\"");
        break;
      case '\\':
        quoted.add("\\\\");
        break;
      case '&':
        quoted.add("&amp;");
        break;
      case '\n':
        quoted.add("\\n");
        break;
      case '\r':
        if (text.substr(offset, 1) != "\n") quoted.add("\\n");
        break;
      default:
        bytes.clear();
        text::append(bytes, text::is_xml_character(c.value) ? c.value : U'\uFFFD');
        quoted.add(bytes);
    }
  }
  return std::move(quoted).finish();
}

std::string quote_url(std::string_view url) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto starts_with = [&](std::string_view ascii) {
    if (url.size() < ascii.size()) return false;
    for (std::size_t i = 0; i < ascii.size(); ++i) {
      const char c = text::is_ascii_upper(url[i]) ? static_cast<char>(url[i] - 'A' + 'a') : url[i];
      if (c != ascii[i]) return false;
    }
    return true;
  };
  QuotedString quoted;
  if (starts_with("www."))
    quoted.add("http://");
  else if (!starts_with("http://") && !starts_with("https://") && !starts_with("ftp://"))
    return "\"\"";
  for (const char c : url) {
    if (c == '&') {
      quoted.add("&amp;");
    } else if (allowed_in_url(c)) {
      quoted.add(std::string_view(&c, 1));
    } else {
      const auto byte = static_cast<std::uint8_t>(c);
      const char encoded[] = {'%', digits[byte >> 4], digits[byte & 15]};
      quoted.add(std::string_view(encoded, sizeof encoded));
    }
  }
  return std::move(quoted).finish();
}

}  // namespace citegraph::dot
