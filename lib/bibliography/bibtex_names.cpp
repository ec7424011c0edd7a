#include "bibliography/bibtex_names.hpp"

#include <cstddef>

#include "bibliography/latex.hpp"
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

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// BibTeX divides lists at "and" in any letter case.
bool holds_word_and(std::string_view text) {
  for (std::size_t i = 0; i + 3 <= text.size(); ++i) {
    if (lower(text[i]) != 'a' || lower(text[i + 1]) != 'n' || lower(text[i + 2]) != 'd') continue;
    const bool starts = i == 0 || !text::is_word(text::decode_before(text, i).value);
    const bool ends = i + 3 == text.size() || !text::is_word(text::decode_at(text, i + 3).value);
    if (starts && ends) return true;
  }
  return false;
}

// What would be read as more than text: the parts of a name are divided at commas, names at "and", and biber reads
// "family=..." as named parts.
bool has_syntax(std::string_view part) {
  return part.find_first_of(",=") != std::string_view::npos || holds_word_and(part);
}

bool has_letter(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode_at(text, i);
    if (text::is_word(c.value)) return true;
    i += c.size;
  }
  return false;
}

struct Words {
  std::size_t count = 0;
  bool any_lower = false;  // a word that starts with a lower-case letter, which BibTeX takes for a particle
  bool all_lower = true;
};

Words words_of(std::string_view text) {
  Words words;
  bool inside = false;
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode_at(text, i);
    i += c.size;
    if (text::is_space(c.value)) {
      inside = false;
    } else if (!inside) {
      inside = true;
      ++words.count;
      const bool is_lower = text::is_lower(c.value);
      words.any_lower = words.any_lower || is_lower;
      words.all_lower = words.all_lower && is_lower;
    }
  }
  return words;
}

std::string part_as_latex(std::string_view part, Charset charset) {
  std::string latex = latex_text(part, charset);
  return has_syntax(part) ? braced(latex) : latex;
}

// The family name; in braces where BibTeX would find particles in it.
std::string family_as_latex(const Name& name, bool followed_by_comma, Charset charset) {
  const std::string latex = latex_text(name.family, charset);
  const Words words = words_of(name.family);
  const bool divided =
      words.any_lower || (words.count > 1 && (!followed_by_comma || !name.non_dropping_particle.empty()));
  return divided || has_syntax(name.family) || !has_letter(name.family) ? braced(latex) : latex;
}

std::string one_name(const Name& name, Charset charset) {
  if (name.is_literal()) return braced(latex_text(name.literal, charset));
  const bool plain_particle = words_of(name.non_dropping_particle).all_lower && !has_syntax(name.non_dropping_particle);
  std::string given = part_as_latex(name.given, charset);
  if (const std::string dropping = part_as_latex(name.dropping_particle, charset); !dropping.empty()) {
    given += (given.empty() ? "" : " ") + dropping;
  }
  if (name.family.empty() || latex_text(name.family, charset).empty()) {
    const std::string rest = latex_text(name.non_dropping_particle + " " + name.given + " " + name.suffix, charset);
    return braced(rest);
  }
  // A suffix without a given name leaves an empty part, which the parsers reject.
  if (given.empty() && !name.suffix.empty()) return braced(latex_text(name.cited_form() + " " + name.suffix, charset));
  std::string line;
  if (!name.non_dropping_particle.empty()) {
    if (!plain_particle) {
      line = braced(latex_text(name.cited_form(), charset));
    } else {
      const bool joined = name.non_dropping_particle.ends_with('\'') || name.non_dropping_particle.ends_with("’");
      line = joined ? braced(latex_text(name.cited_form(), charset))
                    : latex_text(name.non_dropping_particle, charset) + " " +
                          family_as_latex(name, !given.empty(), charset);
    }
  } else {
    line = family_as_latex(name, !given.empty(), charset);
  }
  if (!name.suffix.empty()) line += ", " + part_as_latex(name.suffix, charset);
  if (!given.empty()) line += ", " + given;
  return line;
}

}  // namespace
}  // namespace citegraph::bibliography
