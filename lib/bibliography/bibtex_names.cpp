#include "bibliography/bibtex_names.hpp"

#include <cstddef>

#include "bibliography/comma_names.hpp"
#include "bibliography/latex.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace citegraph::bibliography {
namespace {

std::string one_name(const Name& name, Charset charset);
bool holds_word_and(std::string_view text);

}  // namespace

std::string bibtex_names(std::span<const Name> names, bool others, Charset charset) {
  std::string list;
  for (const Name& name : names) {
    std::string one = one_name(name, charset);
    if (one.empty()) continue;
    if (!list.empty()) list += " and ";
    list += one;
  }
  if (others && !list.empty()) list += " and others";
  return list;
}

std::string bibtex_literal_list(std::string_view text, Charset charset) {
  std::string latex = latex_text(text, charset);
  return holds_word_and(text) ? "{" + latex + "}" : latex;
}

namespace {

std::string braced(const std::string& latex) { return latex.empty() ? latex : "{" + latex + "}"; }

// BibTeX divides lists at "and" in any letter case.
bool holds_word_and(std::string_view text) {
  for (std::size_t i = 0; i + 3 <= text.size(); ++i) {
    if (text::ascii_lower(text[i]) != 'a' || text::ascii_lower(text[i + 1]) != 'n' ||
        text::ascii_lower(text[i + 2]) != 'd')
      continue;
    const bool starts = i == 0 || !text::is_word(text::decode_before(text, i).value);
    const bool ends = i + 3 == text.size() || !text::is_word(text::decode_at(text, i + 3).value);
    if (starts && ends) return true;
  }
  return false;
}

// biber takes a name with an equals sign, even in braces, for one with named parts ("family=Smith, given=Jo").
std::string name_text(std::string_view text, Charset charset) {
  std::string latex = latex_text(text, charset);
  for (std::size_t at = latex.find('='); at != std::string::npos; at = latex.find('=', at)) {
    const std::string_view sign = "{\\char61}";
    // "\\=" is an accent.
    if (at > 0 && latex[at - 1] == '\\') {
      ++at;
      continue;
    }
    latex.replace(at, 1, sign);
    at += sign.size();
  }
  return latex;
}

bool has_letter(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode_at(text, i);
    if (text::is_word(c.value)) return true;
    i += c.size;
  }
  return false;
}

// WordCases whose first letter is a small one are particles for BibTeX, whatever stands before the letter: "'t".
struct WordCases {
  std::size_t count = 0;
  bool any_lower = false;
  bool first_lower = false;
  bool last_lower = false;
};

WordCases cases_of(std::string_view text) {
  WordCases words;
  bool inside = false;
  bool judged = false;
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode_at(text, i);
    i += c.size;
    if (text::is_space(c.value)) {
      inside = false;
      continue;
    }
    if (!inside) {
      inside = true;
      judged = false;
      words.last_lower = false;
      ++words.count;
    }
    if (judged || !text::is_letter(c.value)) continue;
    judged = true;
    words.last_lower = text::is_lower(c.value);
    words.any_lower = words.any_lower || words.last_lower;
    words.first_lower = words.first_lower || (words.count == 1 && words.last_lower);
  }
  return words;
}

std::string part_as_latex(std::string_view part, Charset charset) {
  std::string latex = name_text(part, charset);
  return holds_word_and(part) ? braced(latex) : latex;
}

// The family name; in braces where BibTeX would find particles in it.
std::string family_as_latex(const Name& name, bool followed_by_comma, Charset charset) {
  const std::string latex = name_text(name.family, charset);
  const WordCases words = cases_of(name.family);
  const bool divided =
      words.any_lower || (words.count > 1 && (!followed_by_comma || !name.non_dropping_particle.empty()));
  return divided || holds_word_and(name.family) ? braced(latex) : latex;
}

// The name as one undivided string.
std::string undivided(const Name& name, Charset charset) {
  std::string words;
  for (const std::string& part : {name.given, name.dropping_particle, name.cited_form(), name.suffix}) {
    if (!part.empty()) words += (words.empty() ? "" : " ") + part;
  }
  return braced(name_text(words, charset));
}

// Before a comma all words up to the last small one are the particle ("De la Cruz, J."), else those from the first.
bool is_plain_particle(const Name& name) {
  const std::string& particle = name.non_dropping_particle;
  if (particle.empty()) return true;
  const WordCases words = cases_of(particle);
  const bool comma = !name.given.empty() || !name.dropping_particle.empty();
  return words.last_lower && (comma || words.first_lower) && !holds_word_and(particle) && !particle.ends_with('\'') &&
         !particle.ends_with("’");
}

// What the parsers cannot divide again: parts with commas (biber counts those in braces too), no family name, a suffix
// without a given name, an elided particle ("d'").
bool is_indivisible(const Name& name) {
  for (const std::string* part :
       {&name.family, &name.given, &name.suffix, &name.dropping_particle, &name.non_dropping_particle}) {
    if (part->find(',') != std::string::npos) return true;
  }
  // Hyphens and ties divide words: BibTeX finds nothing between them.
  const auto is_nothing = [](const std::string& part) { return !part.empty() && !has_letter(part); };
  if (is_nothing(name.given) || is_nothing(name.dropping_particle) || is_nothing(name.suffix)) return true;
  return !has_letter(name.family) || !is_plain_particle(name) || (name.given.empty() && !name.suffix.empty());
}

// As it is written: white space and control characters single blanks.
Name in_blanks(Name name) {
  for (std::string* part :
       {&name.family, &name.given, &name.dropping_particle, &name.non_dropping_particle, &name.suffix, &name.literal})
    *part = one_line(*part);
  return name;
}

std::string one_name(const Name& printed, Charset charset) {
  const Name name = in_blanks(printed);
  if (name.is_literal()) return braced(name_text(name.literal, charset));
  if (is_indivisible(name)) return undivided(name, charset);
  std::string given = part_as_latex(name.given, charset);
  if (const std::string dropping = part_as_latex(name.dropping_particle, charset); !dropping.empty()) {
    given += (given.empty() ? "" : " ") + dropping;
  }
  std::string line = name_text(name.non_dropping_particle, charset);
  if (!line.empty()) line += ' ';
  line += family_as_latex(name, !given.empty(), charset);
  if (!name.suffix.empty()) line += ", " + part_as_latex(name.suffix, charset);
  if (!given.empty()) line += ", " + given;
  return line;
}

}  // namespace
}  // namespace citegraph::bibliography
