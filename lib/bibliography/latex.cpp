#include "bibliography/latex.hpp"

#include <cstddef>
#include <optional>

#include "bibliography/latex_symbols.hpp"
#include "text/utf8.hpp"

namespace citegraph::bibliography {
namespace {

bool is_control(char32_t c) noexcept { return c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0); }

std::string_view escaped(char32_t c) noexcept {
  switch (c) {
    case U'#':
      return "\\#";
    case U'$':
      return "\\$";
    case U'%':
      return "\\%";
    case U'&':
      return "\\&";
    case U'_':
      return "\\_";
    case U'{':
      return "\\textbraceleft{}";
    case U'}':
      return "\\textbraceright{}";
    case U'\\':
      return "\\textbackslash{}";
    case U'~':
      return "\\textasciitilde{}";
    case U'^':
      return "\\textasciicircum{}";
    case U'<':
      return "\\textless{}";
    case U'>':
      return "\\textgreater{}";
    case U'|':
      return "\\textbar{}";
    case U'`':
      return "\\textasciigrave{}";
    default:
      return {};
  }
}

void append_character(std::string& out, std::string_view text, text::CodePoint c, std::size_t at, Charset charset) {
  if (const std::string_view command = escaped(c.value); !command.empty()) {
    out += command;
    return;
  }
  if (c.value >= 0x80 && charset == Charset::latex) {
    if (const std::optional<std::string> symbol = latex_symbol(c.value)) {
      out += *symbol;
      return;
    }
  }
  if (c.value == 0xFFFD) {
    text::append(out, c.value);  // also for bytes that are no UTF-8
  } else {
    out += text.substr(at, c.size);
  }
}

// Blanks for white space and control characters, one for a run of them, none at the ends.
template <class Append>
void for_each_word(std::string_view text, Append append) {
  std::size_t begin = 0;
  bool inside = false;
  for (std::size_t i = 0; i <= text.size();) {
    const text::CodePoint c = text::decode_at(text, i);
    // A no-break space is part of a word: LaTeX has a character for it.
    const bool blank = c.size == 0 || is_control(c.value) || (text::is_space(c.value) && c.value != 0xA0);
    if (blank && inside) append(text.substr(begin, i - begin));
    if (!blank && !inside) begin = i;
    inside = !blank;
    if (c.size == 0) break;
    i += c.size;
  }
}

std::string word_as_latex(std::string_view printed, Charset charset) {
  std::string out;
  const std::string composed_word = charset == Charset::latex ? composed(printed) : std::string();
  const std::string_view word = charset == Charset::latex ? std::string_view(composed_word) : printed;
  for (std::size_t i = 0; i < word.size();) {
    const text::CodePoint c = text::decode_at(word, i);
    // Two in a row would be a dash or a quotation mark to LaTeX.
    if (i > 0 && (c.value == U'-' || c.value == U'\'') && word[i - 1] == word[i]) out += "{}";
    append_character(out, word, c, i, charset);
    i += c.size;
  }
  return out;
}

struct WordShape {
  bool inner_capital = false;
  bool lower = false;
};

WordShape shape_of(std::string_view word) {
  WordShape shape;
  bool first_letter = true;
  for (std::size_t i = 0; i < word.size();) {
    const text::CodePoint c = text::decode_at(word, i);
    i += c.size;
    if (!text::is_letter(c.value)) {
      if (text::is_dash(c.value) || c.value == U'/')
        first_letter = true;  // "Sino-American": each part has its own first letter
      continue;
    }
    if (text::is_lower(c.value)) shape.lower = true;
    if (text::is_upper(c.value) && !first_letter) shape.inner_capital = true;
    first_letter = false;
  }
  return shape;
}

bool has_lower_case(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode_at(text, i);
    if (text::is_lower(c.value)) return true;
    i += c.size;
  }
  return false;
}

// A word without the quotation marks, brackets and stops around it: these stay outside the braces.
struct TrimmedWord {
  std::string_view before;
  std::string_view core;
  std::string_view after;
};

TrimmedWord trimmed(std::string_view word) {
  std::size_t begin = 0;
  while (begin < word.size()) {
    const text::CodePoint c = text::decode_at(word, begin);
    if (text::is_word(c.value)) break;
    begin += c.size;
  }
  std::size_t end = word.size();
  while (end > begin) {
    const text::CodePoint c = text::decode_before(word, end);
    if (text::is_word(c.value) || (c.value == U'.' && end - begin <= 8 &&
                                   word.substr(begin, end - begin - 1).find('.') != std::string_view::npos)) {
      break;
    }
    end -= c.size;
  }
  return {word.substr(0, begin), word.substr(begin, end - begin), word.substr(end)};
}

}  // namespace

std::string latex_text(std::string_view text, Charset charset) {
  std::string out;
  for_each_word(text, [&](std::string_view word) {
    if (!out.empty()) out += ' ';
    out += word_as_latex(word, charset);
  });
  return out;
}

std::string latex_range(std::string_view text, Charset charset) {
  std::string latex = latex_text(text, charset);
  for (std::size_t at = latex.find("–"); at != std::string::npos; at = latex.find("–", at))
    latex.replace(at, std::string_view("–").size(), "--");
  return latex;
}

std::string latex_title(std::string_view text, Charset charset) {
  std::string out;
  const bool all_capitals = !has_lower_case(text);
  for_each_word(text, [&](std::string_view word) {
    if (!out.empty()) out += ' ';
    const TrimmedWord parts = trimmed(word);
    const bool protect = !all_capitals && shape_of(parts.core).inner_capital;
    out += word_as_latex(parts.before, charset);
    if (protect) out += '{';
    out += word_as_latex(parts.core, charset);
    if (protect) out += '}';
    out += word_as_latex(parts.after, charset);
  });
  return out;
}

std::string latex_verbatim(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode_at(text, i);
    if (c.value == U'{') {
      out += "%7B";
    } else if (c.value == U'}') {
      out += "%7D";
    } else if (c.value == U'\\') {
      out += "%5C";
    } else if (c.value == 0xFFFD) {
      text::append(out, c.value);
    } else if (!is_control(c.value) && !text::is_space(c.value)) {
      out += text.substr(i, c.size);
    } else if (!out.empty() && i + c.size < text.size()) {
      out += "%20";
    }
    i += c.size;
  }
  return out;
}

}  // namespace citegraph::bibliography
