#include "bibliography/bibtex_name_reader.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "bibliography/latex_reader.hpp"
#include "text/utf8.hpp"

namespace citegraph::bibliography {
namespace {

bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '~'; }

// Calls `found` for every member of a list that " and " divides outside of braces.
template <class Found>
void for_each_member(std::string_view list, Found found) {
  std::size_t depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const char c = list[i];
    if (c == '{') {
      ++depth;
    } else if (c == '}') {
      if (depth > 0) --depth;
    } else if ((c == 'a' || c == 'A') && depth == 0 && i + 2 < list.size() && (list[i + 1] | 0x20) == 'n' &&
               (list[i + 2] | 0x20) == 'd' && (i == 0 || is_blank(list[i - 1])) &&
               (i + 3 == list.size() || is_blank(list[i + 3]))) {
      found(list.substr(begin, i - begin));
      begin = i + 3;
      i += 2;
    }
  }
  found(list.substr(begin));
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

// True for "{...}" whose first brace is closed by the last.
bool is_all_braced(std::string_view text) {
  if (text.size() < 2 || text.front() != '{' || text.back() != '}') return false;
  std::size_t depth = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] == '{') ++depth;
    if (text[i] == '}' && --depth == 0) return false;
  }
  return true;
}

// The text of a part of a name; ties are blanks here.
std::string part_text(std::string_view latex) {
  std::string text = text_of_latex(latex);
  for (std::size_t at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0", at))
    text.replace(at, 2, " ");
  return text;
}

// Whether a word begins with a small letter, as BibTeX sees it: the first letter outside of braces, or that of an
// accent ("{\'e}"); a word in plain braces is no particle.
bool is_particle(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const char c = word[i];
    if (c == '{') {
      if (i + 1 >= word.size() || word[i + 1] != '\\') return false;
      const std::string letter = text_of_latex(word.substr(i));
      return text::is_lower(text::decode_at(letter, 0).value);
    }
    if (c == '\\') {
      const std::string letter = text_of_latex(word.substr(i));
      return text::is_lower(text::decode_at(letter, 0).value);
    }
    const text::CodePoint point = text::decode_at(word, i);
    if (text::is_letter(point.value)) return text::is_lower(point.value);
    i += std::max<std::size_t>(point.size, 1);
  }
  return false;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] == '{') ++depth;
    if (i < text.size() && text[i] == '}' && depth > 0) --depth;
    if (i < text.size() && (depth > 0 || !is_blank(text[i]))) continue;
    if (i > begin) words.push_back(text.substr(begin, i - begin));
    begin = i + 1;
  }
  return words;
}

std::string_view join(std::string_view text, std::string_view first, std::string_view last) {
  const auto begin = static_cast<std::size_t>(first.data() - text.data());
  const auto end = static_cast<std::size_t>(last.data() + last.size() - text.data());
  return text.substr(begin, end - begin);
}

// "von Last"
void read_family(std::string_view text, Name& name) {
  text = trim(text);
  if (text.find_first_of(" \t\n\r~") == std::string_view::npos) {
    name.family = part_text(text);
    return;
  }
  const std::vector<std::string_view> words = words_of(text);
  std::size_t particles = 0;
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    if (is_particle(words[i])) particles = i + 1;
  if (words.empty()) return;
  if (particles > 0) name.non_dropping_particle = part_text(join(text, words.front(), words[particles - 1]));
  name.family = part_text(join(text, words[particles], words.back()));
}

// "First von Last"
void read_in_order(std::string_view text, Name& name) {
  const std::vector<std::string_view> words = words_of(text);
  if (words.empty()) return;
  std::size_t first = words.size() - 1;  // of the particles, or the family name
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!is_particle(words[i])) continue;
    first = i;
    break;
  }
  if (first > 0) name.given = part_text(join(text, words.front(), words[first - 1]));
  read_family(join(text, words[first], words.back()), name);
}

std::string_view value_of_part(std::string_view text) {
  text = trim(text);
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
  return text;
}

// biber's extended form: "family=Berg, given=Jan, prefix=van der, given-i={J.}".
bool read_named_parts(const std::vector<std::string_view>& parts, Name& name) {
  Name result;
  for (const std::string_view part : parts) {
    const std::size_t sign = part.find('=');
    if (sign == std::string_view::npos) return false;
    const std::string_view key = trim(part.substr(0, sign));
    const std::string value = part_text(value_of_part(part.substr(sign + 1)));
    if (key == "family") {
      result.family = value;
    } else if (key == "given") {
      result.given = value;
    } else if (key == "prefix") {
      result.non_dropping_particle = value;
    } else if (key == "suffix") {
      result.suffix = value;
    } else if (key != "useprefix" && key != "id" && !key.ends_with("-i") && key != "nosortprefix") {
      return false;
    }
  }
  if (result.family.empty() && result.given.empty()) return false;
  if (result.family.empty()) std::swap(result.family, result.given);
  name = std::move(result);
  return true;
}

// A name without a letter or digit in its family name is kept whole.
void make_whole_if_headless(std::string_view latex, Name& name) {
  if (!name.family.empty()) return;
  name = {};
  name.literal = part_text(latex);
}

Name read_name(std::string_view latex) {
  Name name;
  if (is_all_braced(latex)) {
    name.literal = part_text(latex);
    return name;
  }
  std::vector<std::string_view> parts;
  std::size_t depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= latex.size(); ++i) {
    if (i < latex.size() && latex[i] == '{') ++depth;
    if (i < latex.size() && latex[i] == '}' && depth > 0) --depth;
    if (i < latex.size() && (latex[i] != ',' || depth > 0)) continue;
    parts.push_back(trim(latex.substr(begin, i - begin)));
    begin = i + 1;
  }
  while (parts.size() > 1 && parts.back().empty()) parts.pop_back();  // "Plato,"
  if (latex.find('=') != std::string_view::npos && read_named_parts(parts, name)) return name;
  if (parts.size() == 1) {
    read_in_order(parts[0], name);
  } else {
    read_family(parts[0], name);
    if (parts.size() > 2) name.suffix = part_text(parts[1]);
    // With more commas than BibTeX knows, what is left are given names.
    name.given = part_text(parts.size() == 2 ? parts[1] : join(latex, parts[2], parts.back()));
  }
  make_whole_if_headless(latex, name);
  return name;
}

}  // namespace

NameList read_bibtex_names(std::string_view latex) {
  NameList list;
  for_each_member(latex, [&list](std::string_view member) {
    member = trim(member);
    if (member.empty()) return;
    if (member == "others" || member == "et al." || member == "et al") {
      list.others = !list.names.empty();
      return;
    }
    Name name = read_name(member);
    if (name != Name{}) list.names.push_back(std::move(name));
  });
  return list;
}

}  // namespace citegraph::bibliography
