#include <algorithm>
#include <iterator>
#include <utf8proc.h>

#include "reference/normaliser/draft.hpp"
#include "reference/normaliser/values.hpp"
#include "reference/repeated_author.hpp"
#include "text/utf8.hpp"

namespace citegraph::reference::normaliser {

namespace {

struct Case {
  std::size_t letters = 0;
  bool capitals = true;  // no letter is lower case, and there are two cases in this script
};

Case case_of(std::string_view text) {
  Case result;
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode_at(text, at);
    at += c.size;
    if (!text::is_letter(c.value)) continue;
    ++result.letters;
    result.capitals = result.capitals && text::is_upper(c.value);
  }
  result.capitals = result.capitals && result.letters > 0;
  return result;
}

char32_t lower_case(char32_t c) { return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))); }

std::string lower_case(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode_at(text, at);
    at += c.size;
    text::append(out, lower_case(c.value));
  }
  return out;
}

// "MÜLLER-LÜDENSCHEIDT" -> "Müller-Lüdenscheidt", "O'BRIEN" -> "O'Brien", "MCDONALD" -> "McDonald".
std::string with_initial_capitals(std::string_view name) {
  std::string out;
  std::size_t letters = 0;  // of the word so far
  char32_t first = 0;
  char32_t second = 0;
  for (std::size_t at = 0; at < name.size();) {
    const text::CodePoint c = text::decode_at(name, at);
    at += c.size;
    if (!text::is_word(c.value)) {
      letters = 0;
      text::append(out, c.value);
      continue;
    }
    ++letters;
    const bool after_mc = letters == 3 && first == U'M' && second == U'C' && at < name.size();
    if (letters == 1) first = c.value;
    if (letters == 2) second = c.value;
    text::append(out, letters == 1 || after_mc ? c.value : lower_case(c.value));
  }
  return out;
}

// "JOSÉ CARLOS", not "JAM" or "J. A.": every word could be spoken.
bool is_spelt_out(std::string_view given) {
  std::size_t letters = 0;
  bool vowel = false;
  for (std::size_t at = 0; at <= given.size();) {
    const text::CodePoint c = text::decode_at(given, at);
    if (at == given.size() || !text::is_word(c.value)) {
      if (letters > 0 && (letters < 4 || !vowel)) return false;
      if (at == given.size()) return true;
      letters = 0;
      vowel = false;
    } else {
      ++letters;
      vowel = vowel || c.value > 0x7F ||
              std::string_view("AEIOUY").find(static_cast<char>(c.value)) != std::string_view::npos;
    }
    at += c.size;
  }
  return true;
}

// Capitals are how many styles print family names ("SILVA, J. A."), not how the names are spelt. A short name alone may
// be an abbreviation, so one of the list has to be long.
void undo_capitals(std::vector<Name>& names) {
  bool any_long = false;
  for (const Name& name : names) {
    if (name.is_literal()) continue;
    const Case letters = case_of(name.family);
    if (!letters.capitals) return;
    any_long = any_long || letters.letters >= 4;
  }
  if (!any_long) return;
  for (Name& name : names) {
    if (name.is_literal()) continue;
    name.family = with_initial_capitals(name.family);
    for (std::string* particle : {&name.dropping_particle, &name.non_dropping_particle})
      if (case_of(*particle).capitals) *particle = lower_case(*particle);
    if (const Case given = case_of(name.given); given.capitals && is_spelt_out(name.given))
      name.given = with_initial_capitals(name.given);
  }
}

bool holds_letter(const Name& name) {
  return case_of(name.family).letters > 0 || case_of(name.literal).letters > 0 || case_of(name.given).letters > 0;
}

void add_names(WorkDraft& draft, NameVariable variable, const Field& field) {
  std::string_view printed = slice(field.text, with_stop_of_initial(field.text, field.span));
  const std::size_t mark =
      repeated_author_size(field.text.substr(std::min<std::size_t>(field.span.start, field.text.size())));
  printed.remove_prefix(std::min(mark, printed.size()));  // "———", "Ders.": see repeat_author
  NameList list = parse_names(plain_text(printed));
  std::erase_if(list.names, [](const Name& name) { return !holds_letter(name); });
  undo_capitals(list.names);
  NameList& known = draft.list(variable);
  std::move(list.names.begin(), list.names.end(), std::back_inserter(known.names));
  known.others |= list.others;
}

}  // namespace

void add_author(WorkDraft& draft, const Field& field) { add_names(draft, NameVariable::author, field); }
void add_editor(WorkDraft& draft, const Field& field) { add_names(draft, NameVariable::editor, field); }
void add_translator(WorkDraft& draft, const Field& field) { add_names(draft, NameVariable::translator, field); }

}  // namespace citegraph::reference::normaliser
