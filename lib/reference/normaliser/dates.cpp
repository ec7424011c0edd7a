#include <optional>

#include "citegraph/date.hpp"

#include "reference/normaliser/draft.hpp"

namespace citegraph::reference::normaliser {

namespace {

void add(WorkDraft& draft, DateVariable variable, const Field& field) {
  TextSpan span = field.span;
  if (span.end < field.text.size() && field.text[span.end] == '.') ++span.end;  // "n.d."
  const std::optional<Date> date = parse_date(slice(field.text, span));
  if (!date) return;
  Date& known = draft.date(variable);
  // The one with a year is filled from the other, whichever is printed first.
  if (known == Date{})
    known = *date;
  else
    known = known.has_year() || !date->has_year() ? merge(known, *date) : merge(*date, known);
}

}  // namespace

void add_date(WorkDraft& draft, const Field& field) { add(draft, DateVariable::issued, field); }
void add_accessed(WorkDraft& draft, const Field& field) { add(draft, DateVariable::accessed, field); }

}  // namespace citegraph::reference::normaliser
