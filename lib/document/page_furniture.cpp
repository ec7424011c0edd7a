#include "document/page_furniture.hpp"

#include <algorithm>

#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::document {
namespace {

constexpr std::size_t longest_running_head = 100;  // bytes

// A number below one hundred in small letters: what a preface counts its pages with. "civil" is none.
bool is_roman(std::string_view word) {
  std::size_t i = 0;
  const auto take = [&](std::string_view part) {
    if (word.substr(i).starts_with(part)) i += part.size();
    return i;
  };
  for (const std::string_view part : {"xc", "xl", "l", "x", "x", "x"}) {
    const std::size_t before = i;
    if (take(part) > before && part.size() == 2) break;
  }
  for (const std::string_view part : {"ix", "iv", "v", "i", "i", "i"}) {
    const std::size_t before = i;
    if (take(part) > before && part.size() == 2) break;
  }
  return !word.empty() && i == word.size();
}

bool is_number(std::string_view word) {
  return !word.empty() && word.size() <= 4 && word.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

bool is_page_number(std::string_view line) {
  // Converters write "{12}-----------" between pages.
  const auto dashes = static_cast<std::size_t>(std::count(line.begin(), line.end(), '-'));
  if (line.size() - dashes > 24 || line.ends_with('.') || line.ends_with(',') || line.ends_with(';')) return false;
  if (line.find_first_of("[]()") != std::string_view::npos) return false;  // the number of an entry
  const std::string words = text::fold_words(line);
  if (is_number(words)) return true;
  if (is_roman(words)) return words.size() == line.size();
  std::string_view rest = words;
  for (const std::string_view label : {"page ", "pagina ", "seite ", "pag ", "p ", "s "}) {
    if (rest.starts_with(label)) {
      rest.remove_prefix(label.size());
      break;
    }
  }
  const std::size_t blank = rest.find(' ');
  if (blank == std::string_view::npos) return rest.size() < words.size() && is_number(rest);
  const std::string_view first = rest.substr(0, blank);
  std::string_view last = rest.substr(blank + 1);
  for (const std::string_view of : {"of ", "de ", "von ", "di ", "sur "}) {
    if (last.starts_with(of)) last.remove_prefix(of.size());
  }
  return is_number(first) && is_number(last) &&
         (rest.size() < words.size() || line.find('/') != std::string_view::npos ||
          last.size() < rest.size() - blank - 1);
}

bool is_head_shaped(std::string_view line) {
  if (line.size() > longest_running_head || line.empty()) return false;
  const char last = line.back();
  return last != '.' && last != ',' && last != ';';
}

std::string head_key(std::string_view line) {
  std::string key = text::fold_words(line);
  std::erase_if(key, text::is_ascii_digit);
  return text::collapse_spaces(key);
}

bool begins_or_ends_with_number(std::string_view line) {
  const auto digit = text::is_ascii_digit;
  return !line.empty() && (digit(line.front()) || digit(line.back()));
}

bool is_caption(std::string_view line) {
  const std::string word = text::fold_letters(text::leading_word(line));
  for (const std::string_view known :
       {"fig", "figs", "figure", "figura", "abb", "abbildung", "table", "tabla", "tabela", "tabelle", "tab", "grafico",
        "quadro", "image", "scheme", "box", "chart"})
    if (word == known) return true;
  return false;
}

std::uint32_t note_label(std::string_view line, TextSpan& label) {
  std::size_t i = 0;
  const bool superscript = line.starts_with("<sup>");
  if (superscript) i = 5;
  if (i < line.size() && line[i] == '\\') ++i;
  const std::size_t start = i;
  const text::CodePoint c = text::decode_at(line, i);
  if (c.value == '*' || c.value == 0x2020 || c.value == 0x2021 || c.value == 0xA7 || c.value == 0xB6) {
    i += c.size;
  } else {
    while (i < line.size() && i - start < 3 && text::is_ascii_digit(line[i])) ++i;
  }
  if (i == start) return 0;
  label = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(i)};
  if (superscript) {
    if (!line.substr(i).starts_with("</sup>")) return 0;
    i += 6;
  }
  if (!superscript && (i >= line.size() || !text::is_space(text::decode_at(line, i).value)) && c.value < 0x80) return 0;
  while (i < line.size() && (line[i] == ' ' || line[i] == '\t')) ++i;
  return i < line.size() ? static_cast<std::uint32_t>(i) : 0;
}

}  // namespace citegraph::document
