// What the rules of types look at, and the rules, one file for each kind of evidence.
#pragma once

#include <optional>

#include "citegraph/work.hpp"

#include "reference/type/type.hpp"
#include "text/phrases.hpp"

namespace citegraph::reference {

struct TypeEvidence {
  TypeEvidence(const Work& read_work, const TypeCues& printed_cues);

  const Work& work;
  const TypeCues& cues;
  text::Words title;
  text::Words container;
  text::Words publisher;
  text::Words genre;
  text::Words head;  // how the reference begins
  bool person;       // written by somebody, not by an office

  bool has(Variable variable) const { return !work.get(variable).empty(); }
  bool has(NameVariable variable) const { return !work.get(variable).empty(); }
  bool numbered() const { return has(Variable::volume) || has(Variable::issue); }
  bool published() const { return has(Variable::publisher) || has(Variable::publisher_place); }
};

// A rule says nothing, or what the work is.
using TypeFound = std::optional<WorkType>;

// statements.cpp: what the reference says of itself.
TypeFound by_genre(const TypeEvidence& e);
TypeFound by_description(const TypeEvidence& e);
TypeFound by_words_around(const TypeEvidence& e);

// law.cpp: laws, cases and standards by their form.
TypeFound by_standard(const TypeEvidence& e);
TypeFound by_law(const TypeEvidence& e);

// container.cpp: what the work stands in.
TypeFound by_container(const TypeEvidence& e);

// publication.cpp: works that stand by themselves.
TypeFound by_publication(const TypeEvidence& e);

// "Retrieved from the web site of ..."
bool is_web_site(const text::Words& words);

}  // namespace citegraph::reference
