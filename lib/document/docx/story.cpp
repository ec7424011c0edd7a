#include "document/docx/story.hpp"

#include <utility>

#include "document/docx/ids.hpp"
#include "document/xml.hpp"

namespace citegraph::document::docx {
namespace {

std::string ids_of(const std::vector<std::uint32_t>& works) {
  std::string ids;
  for (const std::uint32_t work : works) ids += (ids.empty() ? "" : " ") + id_of_work(work);
  return ids;
}

bool is_citation(FieldKind kind) {
  return kind == FieldKind::csl_citation || kind == FieldKind::endnote_citation || kind == FieldKind::word_citation;
}

std::string read_cited(const Field& field, const Part& part, Parts& parts, CitedWorks& works) {
  if (!is_citation(field.kind)) return {};
  CitedWorks::Reading reading = works.read(field);
  if (!reading.problem.empty())
    parts.report("broken-markup", {field.place, field.place, part.file}, std::move(reading.problem));
  return ids_of(reading.works);
}

}  // namespace

Story read_story(const Part* part, const Bookmarks& bookmarks, Parts& parts, CitedWorks& works) {
  Story story;
  story.part = part;
  if (part == nullptr) return story;
  story.scan = scan_fields(part->root(), bookmarks);
  for (const Field& field : story.scan.fields) story.cited.push_back(read_cited(field, *part, parts, works));
  for (const Relationship& each : parts.relationships_of(part->name))
    if (each.external && each.type == "hyperlink") story.links.emplace(each.id, each.target);
  for (const pugi::xml_node note : part->root().children()) {
    const bool is_note = local_name(note) == "footnote" || local_name(note) == "endnote";
    const std::string type = attribute(note, "type");  // of the lines above notes, "separator"
    if (is_note && (type.empty() || type == "normal")) story.notes.emplace(attribute(note, "id"), note);
  }
  return story;
}

void match_entries(Story& story, EntryMatcher& matcher) {
  for (const PrintedEntry& entry : story.scan.entries) {
    const auto work = matcher.match(entry.text);
    story.entries.push_back(work ? id_of_work(*work) : "e" + std::to_string(entry.offset));
  }
}

}  // namespace citegraph::document::docx
