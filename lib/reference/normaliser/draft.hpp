// What the segments of a reference add up to, before it becomes a work.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citegraph/identifier.hpp"
#include "citegraph/name.hpp"
#include "citegraph/reference.hpp"
#include "citegraph/work.hpp"

namespace citegraph::reference::normaliser {

// A field as printed: `text` is the whole reference.
struct Field {
  std::string_view text;
  TextSpan span;
  std::string_view value() const { return slice(text, span); }
};

// What a second piece of a variable does to the first.
enum class Second {
  follows,   // joined by a blank: a title broken by what stands inside it
  lists,     // joined by a semicolon: several places, several publishers
  is_other,  // left out: the volume of the reprint, the pages of the translation
};

// A field may be printed in many pieces, so what is known of a variable grows.
struct WorkDraft {
  std::vector<std::pair<Variable, std::string>> texts;
  std::vector<std::pair<NameVariable, NameList>> names;
  std::vector<std::pair<DateVariable, Date>> dates;
  std::vector<Identifier> identifiers;

  std::string_view get(Variable variable) const;
  bool has(Variable variable) const { return !get(variable).empty(); }
  // Adds a piece; the same piece printed twice counts once.
  void add(Variable variable, const std::string& value, Second second);
  // Of several identifiers of one scheme the first counts.
  void add(const Identifier& identifier);
  NameList& list(NameVariable variable);
  Date& date(DateVariable variable);
};

// One for each label. Each takes any text.
using Normaliser = void (*)(WorkDraft&, const Field&);

void add_author(WorkDraft& draft, const Field& field);
void add_editor(WorkDraft& draft, const Field& field);
void add_translator(WorkDraft& draft, const Field& field);
void add_title(WorkDraft& draft, const Field& field);
void add_container(WorkDraft& draft, const Field& field);
void add_series(WorkDraft& draft, const Field& field);
void add_event(WorkDraft& draft, const Field& field);
void add_date(WorkDraft& draft, const Field& field);
void add_accessed(WorkDraft& draft, const Field& field);
void add_volume(WorkDraft& draft, const Field& field);
void add_issue(WorkDraft& draft, const Field& field);
void add_pages(WorkDraft& draft, const Field& field);
void add_edition(WorkDraft& draft, const Field& field);
void add_publisher(WorkDraft& draft, const Field& field);
void add_place(WorkDraft& draft, const Field& field);
void add_genre(WorkDraft& draft, const Field& field);
void add_note(WorkDraft& draft, const Field& field);
void add_doi(WorkDraft& draft, const Field& field);
void add_url(WorkDraft& draft, const Field& field);
void add_isbn(WorkDraft& draft, const Field& field);
void add_eprint(WorkDraft& draft, const Field& field);

// Identifiers that stand in the text but in no field of their own: in a note, or behind the last field.
void add_unlabelled_identifiers(WorkDraft& draft, std::string_view text);

}  // namespace citegraph::reference::normaliser
