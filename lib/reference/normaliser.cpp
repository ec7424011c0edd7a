#include "reference/normaliser.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "citegraph/identifier.hpp"
#include "citegraph/name.hpp"
#include "citegraph/pages.hpp"

#include "reference/normaliser_text.hpp"
#include "reference/type.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::reference {

namespace {

// What the segments add up to, before it becomes a work: a field may be printed in many pieces.
struct Parts {
  std::vector<std::pair<Variable, std::string>> texts;
  std::vector<std::pair<NameVariable, NameList>> names;
  std::vector<std::pair<DateVariable, Date>> dates;
  std::vector<Identifier> identifiers;
};

template <class Key, class Value>
Value& part(std::vector<std::pair<Key, Value>>& parts, Key key) {
  for (auto& [known, value] : parts)
    if (known == key) return value;
  return parts.emplace_back(key, Value{}).second;
}

// A second piece of a field follows the first; the same piece printed twice counts once.
void add_text(Parts& parts, Variable variable, const std::string& value) {
  std::string& known = part(parts.texts, variable);
  if (value.empty() || known == value) return;
  if (!known.empty()) known += ' ';
  known += value;
}

void add_names(Parts& parts, NameVariable variable, std::string_view text, TextSpan span) {
  NameList list = parse_names(slice(text, with_stop_of_initial(text, span)));
  NameList& known = part(parts.names, variable);
  std::move(list.names.begin(), list.names.end(), std::back_inserter(known.names));
  known.others |= list.others;
}

void add_date(Parts& parts, DateVariable variable, std::string_view text, TextSpan span) {
  if (span.end < text.size() && text[span.end] == '.') ++span.end;  // "n.d."
  const std::optional<Date> date = parse_date(slice(text, span));
  if (!date) return;
  Date& known = part(parts.dates, variable);
  // The one with a year is filled from the other, whichever is printed first.
  if (known == Date{})
    known = *date;
  else
    known = known.has_year() || !date->has_year() ? merge(known, *date) : merge(*date, known);
}

// "158 p.", "29 pages": how long the work is, not where it stands.
bool is_page_count(std::string_view text) {
  const std::string folded = text::fold_letters(text);
  const std::size_t letters = folded.find_first_not_of("0123456789");
  if (letters == 0 || letters == std::string::npos) return false;
  const std::string unit = folded.substr(letters);
  return unit == "p" || unit == "pp" || unit == "pages" || unit == "s" || unit == "seiten" || unit == "с";
}

void add_pages(Parts& parts, std::string_view text) {
  if (is_page_count(text)) {
    const std::string folded = text::fold_letters(text);
    return add_text(parts, Variable::number_of_pages, folded.substr(0, folded.find_first_not_of("0123456789")));
  }
  const std::optional<Pages> pages = parse_pages(text);
  add_text(parts, Variable::page, pages ? to_string(*pages) : clean_value(text));
}

// Of several identifiers of one scheme the first counts.
void add_identifier(Parts& parts, Variable fallback, std::string_view text) {
  const std::optional<Identifier> identifier = parse_identifier(text);
  const bool fits = identifier && (identifier->scheme != IdentifierScheme::url || fallback == Variable::url);
  if (fits) {
    const auto same = [&](const Identifier& known) { return known.scheme == identifier->scheme; };
    if (std::none_of(parts.identifiers.begin(), parts.identifiers.end(), same))
      parts.identifiers.push_back(*identifier);
  } else if (fallback != Variable::arxiv) {
    add_text(parts, fallback, clean_value(text));
  }
}

// "arXiv:..." and "PMID: ..." as well as bare PMIDs.
void add_eprint(Parts& parts, std::string_view text) {
  const std::string value = clean_value(text);
  if (!value.empty() && value.find_first_not_of("0123456789") == std::string::npos)
    add_text(parts, Variable::pmid, value);
  else
    add_identifier(parts, Variable::arxiv, text);
}

void add_segment(Parts& parts, std::string_view text, const Segment& segment) {
  const std::string_view value = slice(text, segment.span);
  switch (segment.label) {
    case Label::author:
      return add_names(parts, NameVariable::author, text, segment.span);
    case Label::editor:
      return add_names(parts, NameVariable::editor, text, segment.span);
    case Label::translator:
      return add_names(parts, NameVariable::translator, text, segment.span);
    case Label::title:
      return add_text(parts, Variable::title, clean_title(text, segment.span));
    case Label::container_title:
      return add_text(parts, Variable::container_title, clean_title(text, segment.span));
    case Label::collection_title:
      return add_text(parts, Variable::collection_title, clean_title(text, segment.span));
    case Label::date:
      return add_date(parts, DateVariable::issued, text, segment.span);
    case Label::accessed:
      return add_date(parts, DateVariable::accessed, text, segment.span);
    case Label::volume:
      return add_text(parts, Variable::volume, clean_value(value));
    case Label::issue:
      return add_text(parts, Variable::issue, clean_value(value));
    case Label::pages:
      return add_pages(parts, value);
    case Label::edition:
      return add_text(parts, Variable::edition, clean_value(value));
    case Label::publisher:
      return add_text(parts, Variable::publisher, clean_title(text, segment.span));
    case Label::publisher_place:
      return add_text(parts, Variable::publisher_place, clean_value(value));
    case Label::doi:
      return add_identifier(parts, Variable::doi, value);
    case Label::url:
      return add_identifier(parts, Variable::url, value);
    case Label::isbn:
      return add_identifier(parts, Variable::isbn, value);
    case Label::eprint:
      return add_eprint(parts, value);
    case Label::note:
      return add_text(parts, Variable::note, clean_value(value));
    case Label::genre:
      return add_text(parts, Variable::genre, clean_value(value));
    case Label::event:
      return add_text(parts, Variable::event_title, clean_value(value));
    case Label::citation_number:
    case Label::other:
      return;
  }
}

}  // namespace

Work normalise(std::string_view text, std::span<const Segment> segments, bool emphasised) {
  Parts parts;
  for (const Segment& segment : segments) add_segment(parts, text, segment);
  Work work;
  for (auto& [variable, value] : parts.texts) work.set(variable, std::move(value));
  for (auto& [variable, list] : parts.names) {
    work.set(variable, std::move(list.names));
    if (list.others) work.set_others(variable, true);
  }
  for (auto& [variable, date] : parts.dates) work.set(variable, std::move(date));
  for (const Identifier& identifier : parts.identifiers) work.set(identifier);
  work.type = decide_type(work, {emphasised});
  return work;
}

}  // namespace citegraph::reference
