#include "terminal.hpp"

#include <cstdlib>
#include <unistd.h>

namespace command {
namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// The length of the well-formed sequence at the start of `text`, or 0. Overlong forms and surrogates reach no terminal:
// the library has already replaced them; here it is enough that lead and continuation bytes agree.
std::size_t sequence_length(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xC2 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
  if (length == 0 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if (!continues(text[i])) return 0;
  return length;
}

// C0, DEL, C1, and the marks that reorder text.
bool is_control(std::string_view sequence) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(sequence[i]); };
  if (sequence.size() == 1) return byte(0) < 0x20 || byte(0) == 0x7F;
  if (sequence.size() == 2) return byte(0) == 0xC2 && byte(1) < 0xA0;
  if (sequence.size() == 3 && byte(0) == 0xE2)
    return (byte(1) == 0x80 && byte(2) >= 0xAA && byte(2) <= 0xAE) ||
           (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9);
  return false;
}

}  // namespace

bool wants_colour(int descriptor) {
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  return (no_color == nullptr || *no_color == '\0') && (term == nullptr || std::string_view(term) != "dumb") &&
         ::isatty(descriptor) == 1;
}

std::string paint(std::string_view text, Colour colour, bool enabled) {
  if (!enabled || colour == Colour::none) return std::string(text);
  const char* code = "";
  switch (colour) {
    case Colour::none:
      break;
    case Colour::bold:
      code = "\x1b[1m";
      break;
    case Colour::red:
      code = "\x1b[1;31m";
      break;
    case Colour::yellow:
      code = "\x1b[1;33m";
      break;
    case Colour::green:
      code = "\x1b[32m";
      break;
    case Colour::blue:
      code = "\x1b[1;34m";
      break;
  }
  return std::string(code).append(text).append("\x1b[0m");
}

std::string printable(std::string_view text) {
  constexpr std::string_view replacement = "\xEF\xBF\xBD";
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = sequence_length(text);
    const std::string_view sequence = text.substr(0, length == 0 ? 1 : length);
    if (sequence == "\t" || sequence == "\n" || sequence == "\r")
      out += ' ';
    else if (length == 0 || is_control(sequence))
      out += replacement;
    else
      out += sequence;
    text.remove_prefix(sequence.size());
  }
  return out;
}

std::size_t width(std::string_view utf8) {
  std::size_t count = 0;
  for (const char c : utf8) count += continues(c) ? 0 : 1;
  return count;
}

std::string_view columns(std::string_view utf8, std::size_t first, std::size_t count) {
  const auto skip = [](std::string_view text, std::size_t code_points) {
    std::size_t offset = 0;
    while (offset < text.size() && (code_points > 0 || continues(text[offset]))) {
      if (!continues(text[offset])) --code_points;
      ++offset;
    }
    return offset;
  };
  utf8.remove_prefix(skip(utf8, first));
  return utf8.substr(0, skip(utf8, count));
}

}  // namespace command
