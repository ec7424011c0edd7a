#include "reference/tagged.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "citegraph/identifier.hpp"

#include "bibliography/bibtex_date_reader.hpp"
#include "reference/normaliser/normaliser.hpp"
#include "reference/type/type.hpp"

namespace citegraph::reference {
namespace {

constexpr double certain = 1.0;

std::optional<NameVariable> name_variable(Label label) {
  if (label == Label::author) return NameVariable::author;
  if (label == Label::editor) return NameVariable::editor;
  if (label == Label::translator) return NameVariable::translator;
  return std::nullopt;
}

bool is_et_al(const TaggedField& field) { return !field.name && field.value == "et al."; }

// The printed fields, neighbours of one label in one: a list of names is one segment.
std::vector<Segment> segments_of(const TaggedReference& tagged) {
  std::vector<Segment> pieces;
  for (const TaggedWork& work : tagged.works)
    for (const TaggedField& field : work.fields)
      if (!field.span.empty() && field.label != Label::other) pieces.push_back({field.label, field.span, certain});
  std::sort(pieces.begin(), pieces.end(),
            [](const Segment& a, const Segment& b) { return a.span != b.span ? a.span < b.span : a.label < b.label; });
  std::vector<Segment> segments;
  for (const Segment& piece : pieces) {
    if (!segments.empty() && segments.back().label == piece.label)
      segments.back().span.end = std::max(segments.back().span.end, piece.span.end);
    else if (segments.empty() || segments.back().span.end <= piece.span.start)
      segments.push_back(piece);
  }
  return segments;
}

void add_names(const TaggedWork& tagged, Work& work) {
  std::array<std::vector<Name>, 3> names;
  for (const TaggedField& field : tagged.fields) {
    const auto variable = name_variable(field.label);
    if (!variable) continue;
    if (field.name) names[static_cast<std::size_t>(*variable)].push_back(*field.name);
    if (is_et_al(field)) work.set_others(*variable, true);
  }
  for (const NameVariable variable : {NameVariable::author, NameVariable::editor, NameVariable::translator})
    if (auto& list = names[static_cast<std::size_t>(variable)]; !list.empty()) work.set(variable, std::move(list));
}

bool is_emphasised(const TaggedWork& tagged, const TaggedReference& reference, const std::vector<Mark>& marks) {
  return std::any_of(tagged.fields.begin(), tagged.fields.end(), [&](const TaggedField& field) {
    if (field.label != Label::title || field.span.empty()) return false;
    const TextSpan span{field.span.start - reference.span.start, field.span.end - reference.span.start};
    return std::any_of(marks.begin(), marks.end(),
                       [&](const Mark& mark) { return mark.kind == MarkKind::emphasis && mark.span.contains(span); });
  });
}

// "2001-05" of a year and a month that are tagged apart; printed, it would be a range of years.
void add_month(const TaggedField& field, Work& work) {
  if (field.label != Label::date || field.value.size() != std::string_view("2001-05").size()) return;
  if (const std::optional<Date> date = bibliography::read_edtf_date(field.value)) work.set(DateVariable::issued, *date);
}

void add_issn(const TaggedField& field, Work& work) {
  if (field.label != Label::other) return;
  const std::optional<Identifier> identifier = parse_identifier(field.value);
  if (identifier && identifier->scheme == IdentifierScheme::issn) work.set(Variable::issn, identifier->value);
}

// The fields pass through the same normaliser as labelled text, one a line; names are divided already.
Work work_of(const TaggedWork& tagged, bool emphasised) {
  std::string text;
  std::vector<Segment> segments;
  for (const TaggedField& field : tagged.fields) {
    if (field.name || is_et_al(field)) continue;
    const auto start = static_cast<std::uint32_t>(text.size());
    text += field.value;
    segments.push_back({field.label, {start, static_cast<std::uint32_t>(text.size())}, certain});
    text += '\n';
  }
  Work work = normalise(text, segments, emphasised);
  add_names(tagged, work);
  for (const TaggedField& field : tagged.fields) {
    add_month(field, work);
    add_issn(field, work);
  }
  work.type = tagged.type != WorkType::document ? tagged.type : decide_type(work, {.emphasised_title = emphasised});
  return work;
}

bool is_complete(const Work& work) {
  const bool named = !work.get(NameVariable::author).empty() || !work.get(NameVariable::editor).empty();
  const bool titled = !work.get(Variable::title).empty() || !work.get(Variable::container_title).empty();
  return named && titled && work.get(DateVariable::issued) != nullptr;
}

// What `guess` has and `work` lacks.
void fill(Work& work, const Work& guess) {
  for (const auto& [variable, text] : guess.texts())
    if (work.get(variable).empty()) work.set(variable, text);
  for (const auto& [variable, names] : guess.names())
    if (work.get(variable).empty()) {
      work.set(variable, names);
      work.set_others(variable, guess.has_others(variable));
    }
  for (const auto& [variable, date] : guess.dates())
    if (work.get(variable) == nullptr) work.set(variable, date);
}

// The labeller's segments in text that no tag covers, of labels that no tag bears.
std::vector<Segment> untagged(const std::vector<Segment>& labelled, const std::vector<Segment>& tagged,
                              std::uint32_t offset) {
  std::array<bool, static_cast<std::size_t>(Label::other) + 1> known{};
  known[static_cast<std::size_t>(Label::citation_number)] = true;
  for (const Segment& segment : tagged) known[static_cast<std::size_t>(segment.label)] = true;
  std::vector<Segment> fresh;
  for (Segment segment : labelled) {
    segment.span = {segment.span.start + offset, segment.span.end + offset};
    const auto after = std::lower_bound(tagged.begin(), tagged.end(), segment.span.start,
                                        [](const Segment& each, std::uint32_t at) { return each.span.end <= at; });
    const bool covered = after != tagged.end() && after->span.overlaps(segment.span);
    if (!covered && !known[static_cast<std::size_t>(segment.label)]) fresh.push_back(segment);
  }
  return fresh;
}

void complete(Reference& reference, const Document& document, const std::vector<Mark>& marks,
              const ReadOptions& options) {
  const Reference guess = parse_reference(slice(document.text, reference.span), marks, options);
  const std::vector<Segment> fresh = untagged(guess.segments, reference.segments, reference.span.start);
  if (fresh.empty()) return;
  const bool typed = reference.works.front().type != WorkType::document;
  std::vector<Segment> within = fresh;
  for (Segment& segment : within)
    segment.span = {segment.span.start - reference.span.start, segment.span.end - reference.span.start};
  fill(reference.works.front(), normalise(slice(document.text, reference.span), within));
  if (!typed) reference.works.front().type = decide_type(reference.works.front(), {});
  reference.segments.insert(reference.segments.end(), fresh.begin(), fresh.end());
  std::sort(reference.segments.begin(), reference.segments.end(),
            [](const Segment& a, const Segment& b) { return a.span < b.span; });
  reference.confidence = guess.confidence;
}

void move_by(Reference& reference, std::uint32_t offset) {
  reference.span = {reference.span.start + offset, reference.span.end + offset};
  for (Segment& segment : reference.segments) segment.span = {segment.span.start + offset, segment.span.end + offset};
}

}  // namespace

Reference read_tagged(const Document& document, const TaggedReference& tagged, const std::vector<Mark>& marks,
                      const ReadOptions& options) {
  const bool any = std::any_of(tagged.works.begin(), tagged.works.end(),
                               [](const TaggedWork& work) { return !work.fields.empty(); });
  Reference reference;
  if (any) {
    reference.span = tagged.span;
    reference.segments = segments_of(tagged);
    reference.confidence = certain;
    for (const TaggedWork& work : tagged.works)
      if (!work.fields.empty()) reference.works.push_back(work_of(work, is_emphasised(work, tagged, marks)));
    if (reference.works.size() == 1 && !is_complete(reference.works.front()))
      complete(reference, document, marks, options);
  } else {
    reference = parse_reference(slice(document.text, tagged.span), marks, options);
    move_by(reference, tagged.span.start);
    const WorkType type = tagged.works.size() == 1 ? tagged.works.front().type : WorkType::document;
    if (type != WorkType::document) reference.works.front().type = type;
  }
  if (tagged.record) {
    reference.works = {*tagged.record};
    reference.confidence = certain;
  }
  reference.id = tagged.id;
  return reference;
}

std::vector<TextSpan> tagged_lists(const Document& document) {
  std::vector<TextSpan> lists;
  auto entry = document.tagged_references.begin();
  constexpr std::uint32_t none = 0xFFFFFFFF;
  std::uint32_t heading = none;  // where the headings right before begin
  bool continues = false;        // nothing but headings stands between the last entry and here
  for (const Block& block : document.blocks) {
    while (entry != document.tagged_references.end() && entry->span.end <= block.span.start) ++entry;
    const bool is_entry = entry != document.tagged_references.end() && block.span.overlaps(entry->span);
    if (block.kind == BlockKind::heading) {
      heading = std::min(heading, block.span.start);
      continue;
    }
    if (is_entry && continues)
      lists.back().end = block.span.end;
    else if (is_entry)
      lists.push_back({std::min(heading, block.span.start), block.span.end});
    continues = is_entry;
    heading = none;
  }
  return lists;
}

}  // namespace citegraph::reference
