#include <algorithm>
#include <array>

#include "reference/type/evidence.hpp"
#include "reference/type/type.hpp"

namespace citegraph::reference {

namespace {

// In the order in which they are asked.
constexpr std::array<TypeFound (*)(const TypeEvidence&), 7> type_rules = {
    by_genre, by_description, by_standard, by_law, by_words_around, by_container, by_publication};

bool is_person_among(std::span<const Name> names) {
  return std::any_of(names.begin(), names.end(), [](const Name& name) { return !name.is_literal(); });
}

}  // namespace

TypeEvidence::TypeEvidence(const Work& read_work, const TypeCues& printed_cues)
    : work(read_work),
      cues(printed_cues),
      title(read_work.get(Variable::title)),
      container(read_work.get(Variable::container_title)),
      publisher(read_work.get(Variable::publisher)),
      genre(read_work.get(Variable::genre)),
      head(printed_cues.head),
      person(is_person_among(read_work.get(NameVariable::author))) {}

bool is_web_site(const text::Words& words) {
  return words.has_any_piece({"web site", "website", "webpage", "web page", "homepage", "home page", " www "});
}

WorkType decide_type(const Work& work, const TypeCues& cues) {
  const TypeEvidence evidence(work, cues);
  for (const auto rule : type_rules)
    if (const TypeFound found = rule(evidence)) return *found;
  return WorkType::document;
}

}  // namespace citegraph::reference
