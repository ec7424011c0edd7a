#include "reference/normaliser/normaliser.hpp"

#include <array>
#include <string>
#include <utility>

#include "reference/normaliser/draft.hpp"
#include "reference/type/type.hpp"

namespace citegraph::reference {

namespace {

struct NormaliserOfLabel {
  Label label;
  normaliser::Normaliser add;  // null: not part of the work
};

// One row for each label.
constexpr std::array<NormaliserOfLabel, static_cast<std::size_t>(Label::other) + 1> normalisers = {{
    {Label::author, normaliser::add_author},
    {Label::editor, normaliser::add_editor},
    {Label::translator, normaliser::add_translator},
    {Label::title, normaliser::add_title},
    {Label::container_title, normaliser::add_container},
    {Label::collection_title, normaliser::add_series},
    {Label::date, normaliser::add_date},
    {Label::volume, normaliser::add_volume},
    {Label::issue, normaliser::add_issue},
    {Label::pages, normaliser::add_pages},
    {Label::edition, normaliser::add_edition},
    {Label::publisher, normaliser::add_publisher},
    {Label::publisher_place, normaliser::add_place},
    {Label::doi, normaliser::add_doi},
    {Label::url, normaliser::add_url},
    {Label::isbn, normaliser::add_isbn},
    {Label::eprint, normaliser::add_eprint},
    {Label::note, normaliser::add_note},
    {Label::accessed, normaliser::add_accessed},
    {Label::genre, normaliser::add_genre},
    {Label::citation_number, nullptr},
    {Label::event, normaliser::add_event},
    {Label::other, nullptr},
}};

}  // namespace

Work normalise(std::string_view text, std::span<const Segment> segments, bool emphasised) {
  normaliser::WorkDraft draft;
  for (const Segment& segment : segments)
    if (const auto add = normalisers[static_cast<std::size_t>(segment.label)].add) add(draft, {text, segment.span});
  if (!segments.empty()) normaliser::add_unlabelled_identifiers(draft, text);
  Work work;
  for (auto& [variable, value] : draft.texts) work.set(variable, std::move(value));
  for (auto& [variable, list] : draft.names) {
    work.set(variable, std::move(list.names));
    if (list.others) work.set_others(variable, true);
  }
  for (auto& [variable, date] : draft.dates) work.set(variable, std::move(date));
  for (const Identifier& identifier : draft.identifiers) work.set(identifier);
  work.type = decide_type(work, cues_of(text, segments, emphasised));
  return work;
}

}  // namespace citegraph::reference
