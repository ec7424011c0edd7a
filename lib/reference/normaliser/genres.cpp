#include "reference/lexicon.hpp"
#include "reference/normaliser/draft.hpp"
#include "reference/normaliser/values.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::reference::normaliser {

namespace {

// "Technical Report No. TR-95-12", "Working Paper 7": the type, and the number behind it.
bool split_number(std::string_view genre, std::string& type, std::string& number) {
  const std::size_t blank = genre.find_last_of(" #");
  if (blank == std::string_view::npos || blank == 0) return false;
  const std::string_view last = genre.substr(blank + 1);
  if (last.find_first_of("0123456789") == std::string_view::npos) return false;
  std::string_view before = text::trim(genre.substr(0, blank));
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view word : {"No.", "no.", "Nr.", "nr.", "Number", "number", "nº", "n°", "No", "#", ","})
      if (before.ends_with(word)) {
        before = text::trim(before.substr(0, before.size() - word.size()));
        cut = true;
      }
  }
  if (before.empty()) return false;
  type = clean_value(before);
  number = clean_value(last);
  return true;
}

// "PhD thesis, University of Vessin": the institution is the publisher.
bool split_institution(std::string_view genre, std::string& type, std::string& institution) {
  for (std::size_t comma = genre.find(", "); comma != std::string_view::npos; comma = genre.find(", ", comma + 1)) {
    const std::string_view behind = genre.substr(comma + 2);
    if (!has_class(classes_in(behind), WordClass::institution)) continue;
    type = clean_value(genre.substr(0, comma));
    institution = clean_value(behind);
    return !type.empty() && !institution.empty();
  }
  return false;
}

}  // namespace

void add_genre(WorkDraft& draft, const Field& field) {
  std::string value = clean_title(field.text, field.span);
  std::string type;
  std::string other;
  const bool thesis = has_class(classes_in(value), WordClass::thesis);
  if (thesis && !draft.has(Variable::publisher) && split_institution(value, type, other)) {
    draft.add(Variable::publisher, other, Second::lists);
    value = type;
  } else if (!thesis && split_number(value, type, other)) {
    draft.add(Variable::number, other, Second::is_other);
    value = type;
  }
  draft.add(Variable::genre, value, Second::follows);
}

}  // namespace citegraph::reference::normaliser
