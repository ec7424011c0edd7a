#include "reference/lexicon.hpp"
#include "reference/normaliser/draft.hpp"
#include "reference/normaliser/values.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::reference::normaliser {

namespace {

bool is_known_place(std::string_view text) {
  return has_class(classes_of(text::fold_letters(text)), WordClass::place) ||
         has_class(classes_in(text), WordClass::place);
}

bool names_publisher(std::string_view text) { return has_class(classes_in(text), WordClass::publisher); }

// "Torino, Einaudi" and "New York: Wiley" in one field.
bool split_place(std::string_view value, std::string& place, std::string& publisher) {
  const std::size_t colon = value.find(": ");
  const std::size_t comma = value.find(", ");
  const std::size_t at = colon != std::string_view::npos ? colon : comma;
  if (at == std::string_view::npos || at == 0) return false;
  const std::string_view before = value.substr(0, at);
  const std::string_view behind = value.substr(at + 2);
  if (names_publisher(before) || !is_known_place(before) || before.size() > 40) return false;
  if (colon == std::string_view::npos && is_known_place(behind) && !names_publisher(behind)) return false;
  place = clean_value(before);
  publisher = clean_value(behind);
  return !place.empty() && !publisher.empty();
}

}  // namespace

void add_publisher(WorkDraft& draft, const Field& field) {
  const std::string value = clean_abbreviation(field.text, field.span);
  std::string place;
  std::string publisher;
  if (!draft.has(Variable::publisher_place) && split_place(value, place, publisher)) {
    draft.add(Variable::publisher_place, place, Second::lists);
    return draft.add(Variable::publisher, publisher, Second::lists);
  }
  draft.add(Variable::publisher, value, Second::lists);
}

void add_place(WorkDraft& draft, const Field& field) {
  const std::string value = clean_abbreviation(field.text, field.span);
  std::string place;
  std::string publisher;
  if (split_place(value, place, publisher) && names_publisher(publisher)) {
    draft.add(Variable::publisher, publisher, Second::lists);
    return draft.add(Variable::publisher_place, place, Second::lists);
  }
  draft.add(Variable::publisher_place, value, Second::lists);
}

}  // namespace citegraph::reference::normaliser
