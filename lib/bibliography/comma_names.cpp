#include "bibliography/comma_names.hpp"

#include <cstddef>
#include <utility>
#include <vector>

#include "text/utf8.hpp"

namespace citegraph::bibliography {

namespace {

// BibTeX's rule for particles: the first letter of the word is a small one, whatever stands before it ("'t").
bool is_particle_word(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const text::CodePoint c = text::decode_at(word, i);
    if (text::is_letter(c.value)) return text::is_lower(c.value);
    i += c.size;
  }
  return false;
}

// The parts that the written form tells apart.
Name in_comma_parts(Name name) {
  if (name.is_literal()) return name;
  Name result;
  set_family(result, name.cited_form());
  result.given = std::move(name.given);
  if (!name.dropping_particle.empty()) result.given += (result.given.empty() ? "" : " ") + name.dropping_particle;
  result.suffix = std::move(name.suffix);
  return result;
}

}  // namespace

Name read_comma_name(std::string_view text) {
  Name name;
  if (text.ends_with(',')) {
    name.literal = text::trim(text.substr(0, text.size() - 1));
    return name;
  }
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos) return in_comma_parts(parse_name(text));
  std::string_view family = text::trim(text.substr(0, comma));
  std::string_view given = text::trim(text.substr(comma + 1));
  if (const std::size_t second = given.rfind(','); second != std::string_view::npos) {
    name.suffix = text::trim(given.substr(second + 1));
    given = text::trim(given.substr(0, second));
  }
  set_family(name, family);
  name.given = given;
  return name;
}

std::string comma_name(const Name& name) {
  if (name.is_literal()) {
    const std::string line = one_line(name.literal);
    const Name again = read_comma_name(line);
    return line.empty() || again.literal == line ? line : line + ",";
  }
  std::string line = one_line(name.cited_form());
  const std::string given = one_line(name.given + (name.dropping_particle.empty() ? "" : " " + name.dropping_particle));
  const std::string suffix = one_line(name.suffix);
  if (line.empty()) return given.empty() ? suffix : given + ",";
  if (line.find(',') != std::string::npos || (given.empty() && !suffix.empty()))
    return line + " " + given + " " + suffix + ",";
  if (!given.empty() || !suffix.empty()) line += ", " + given;
  if (!suffix.empty()) line += ", " + suffix;
  if (given.empty() && suffix.empty() && read_comma_name(line).is_literal()) line += ",";
  return line;
}

void set_family(Name& name, std::string_view family) {
  while (true) {
    const std::size_t blank = family.find(' ');
    if (blank == std::string_view::npos || !is_particle_word(family.substr(0, blank))) break;
    if (!name.non_dropping_particle.empty()) name.non_dropping_particle += ' ';
    name.non_dropping_particle += family.substr(0, blank);
    family = text::trim(family.substr(blank + 1));
  }
  name.family = family;
}

void add_name(Work& work, NameVariable variable, Name name) {
  const std::span<const Name> before = work.get(variable);
  std::vector<Name> names(before.begin(), before.end());
  names.push_back(std::move(name));
  work.set(variable, std::move(names));
}

std::string one_line(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode_at(text, i);
    const bool blank = c.value < 0x20 || c.value == 0x7F || (c.value >= 0x80 && c.value < 0xA0) ||
                       (text::is_space(c.value) && c.value != 0xA0);
    if (!blank) {
      text::append(out, c.value);
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
    i += c.size;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace citegraph::bibliography
