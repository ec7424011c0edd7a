#include "export/xml_text.hpp"

#include <cstddef>

#include "text/utf8.hpp"
#include "text/xml.hpp"

namespace citegraph::xml {

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const text::CodePoint c = text::decode_at(text, offset);
    offset += c.size;
    switch (c.value) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\t':
        out += "&#9;";
        break;
      case '\n':
        out += "&#10;";
        break;
      case '\r':
        out += "&#13;";
        break;
      default:
        if (text::is_xml_character(c.value)) text::append(out, c.value);
    }
  }
}

std::string escaped(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

}  // namespace citegraph::xml
