#include "reference/normaliser.hpp"

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

void set_names(Work& work, NameVariable variable, std::string_view text, TextSpan span) {
  NameList list = parse_names(slice(text, with_stop_of_initial(text, span)));
  const auto known = work.get(variable);
  std::vector<Name> names(known.begin(), known.end());
  names.insert(names.end(), std::make_move_iterator(list.names.begin()), std::make_move_iterator(list.names.end()));
  work.set(variable, std::move(names));
  if (list.others) work.set_others(variable, true);
}

void set_date(Work& work, DateVariable variable, std::string_view text, TextSpan span) {
  if (span.end < text.size() && text[span.end] == '.') ++span.end;  // "n.d."
  const std::optional<Date> date = parse_date(slice(text, span));
  if (!date) return;
  const Date* known = work.get(variable);
  if (!known) return work.set(variable, *date);
  // The one with a year is filled from the other, whichever is printed first.
  work.set(variable, known->has_year() || !date->has_year() ? merge(*known, *date) : merge(*date, *known));
}

// "158 p.", "29 pages": how long the work is, not where it stands.
bool is_page_count(std::string_view text) {
  const std::string folded = text::fold_letters(text);
  const std::size_t letters = folded.find_first_not_of("0123456789");
  if (letters == 0 || letters == std::string::npos) return false;
  const std::string unit = folded.substr(letters);
  return unit == "p" || unit == "pp" || unit == "pages" || unit == "s" || unit == "seiten" || unit == "с";
}

void set_pages(Work& work, std::string_view text) {
  if (is_page_count(text)) {
    const std::string folded = text::fold_letters(text);
    work.set(Variable::number_of_pages, folded.substr(0, folded.find_first_not_of("0123456789")));
    return;
  }
  const std::optional<Pages> pages = parse_pages(text);
  work.set(Variable::page, pages ? to_string(*pages) : clean_value(text));
}

void set_identifier(Work& work, Variable fallback, std::string_view text) {
  const std::optional<Identifier> identifier = parse_identifier(text);
  if (identifier && !(identifier->scheme == IdentifierScheme::url && fallback != Variable::url))
    return work.set(*identifier);
  if (fallback != Variable::arxiv) work.set(fallback, clean_value(text));
}

// A second piece of a field follows the first; the same piece printed twice counts once.
void add_text(Work& work, Variable variable, std::string value) {
  if (value.empty()) return;
  const std::string_view known = work.get(variable);
  if (known == value) return;
  work.set(variable, known.empty() ? std::move(value) : std::string(known) + " " + value);
}

// "arXiv:..." and "PMID: ..." as well as bare PMIDs, of which there may be several pieces.
void set_eprint(Work& work, std::string_view text) {
  const std::string value = clean_value(text);
  if (value.find_first_not_of("0123456789") == std::string::npos && !value.empty())
    return work.set(Variable::pmid, value);
  set_identifier(work, Variable::arxiv, text);
}

void set_field(Work& work, std::string_view text, const Segment& segment) {
  const std::string_view value = slice(text, segment.span);
  switch (segment.label) {
    case Label::author:
      return set_names(work, NameVariable::author, text, segment.span);
    case Label::editor:
      return set_names(work, NameVariable::editor, text, segment.span);
    case Label::translator:
      return set_names(work, NameVariable::translator, text, segment.span);
    case Label::title:
      return add_text(work, Variable::title, clean_title(text, segment.span));
    case Label::container_title:
      return add_text(work, Variable::container_title, clean_title(text, segment.span));
    case Label::collection_title:
      return add_text(work, Variable::collection_title, clean_title(text, segment.span));
    case Label::date:
      return set_date(work, DateVariable::issued, text, segment.span);
    case Label::accessed:
      return set_date(work, DateVariable::accessed, text, segment.span);
    case Label::volume:
      return add_text(work, Variable::volume, clean_value(value));
    case Label::issue:
      return add_text(work, Variable::issue, clean_value(value));
    case Label::pages:
      return set_pages(work, value);
    case Label::edition:
      return add_text(work, Variable::edition, clean_value(value));
    case Label::publisher:
      return add_text(work, Variable::publisher, clean_title(text, segment.span));
    case Label::publisher_place:
      return add_text(work, Variable::publisher_place, clean_value(value));
    case Label::doi:
      return set_identifier(work, Variable::doi, value);
    case Label::url:
      return set_identifier(work, Variable::url, value);
    case Label::isbn:
      return set_identifier(work, Variable::isbn, value);
    case Label::eprint:
      return set_eprint(work, value);
    case Label::note:
      return add_text(work, Variable::note, clean_value(value));
    case Label::genre:
      return add_text(work, Variable::genre, clean_value(value));
    case Label::event:
      return add_text(work, Variable::event_title, clean_value(value));
    case Label::citation_number:
    case Label::other:
      return;
  }
}

}  // namespace

Work normalise(std::string_view text, std::span<const Segment> segments, bool emphasised) {
  Work work;
  for (const Segment& segment : segments) set_field(work, text, segment);
  work.type = decide_type(work, {emphasised});
  return work;
}

}  // namespace citegraph::reference
