#include <algorithm>
#include <string>
#include <vector>

#include "citegraph/identifier.hpp"
#include "citegraph/reference.hpp"

#include "reference/confidence.hpp"
#include "reference/labeller.hpp"
#include "reference/sections.hpp"
#include "reference/splitter.hpp"
#include "reference/tagged.hpp"

namespace citegraph {

namespace {

// The marks inside an entry, with offsets into the entry.
std::vector<Mark> marks_of(const Document& document, TextSpan span) {
  std::vector<Mark> marks;
  auto mark = std::lower_bound(document.marks.begin(), document.marks.end(), span.start,
                               [](const Mark& m, std::uint32_t at) { return m.span.start < at; });
  for (; mark != document.marks.end() && mark->span.start < span.end; ++mark) {
    Mark moved = *mark;
    moved.span = {mark->span.start - span.start, std::min(mark->span.end, span.end) - span.start};
    marks.push_back(std::move(moved));
  }
  return marks;
}

void move_by(Reference& reference, std::uint32_t offset) {
  reference.span = {reference.span.start + offset, reference.span.end + offset};
  for (Segment& segment : reference.segments) segment.span = {segment.span.start + offset, segment.span.end + offset};
}

void diagnose(const Document& document, const Reference& reference, std::vector<Diagnostic>& diagnostics) {
  for (const Segment& segment : reference.segments) {
    if (segment.label != Label::doi && segment.label != Label::isbn && segment.label != Label::eprint) continue;
    const std::string_view printed = slice(document.text, segment.span);
    // The label is what tells a wrong ISBN from any other number.
    const std::string labelled = (segment.label == Label::isbn ? "ISBN " : "") + std::string(printed);
    const std::optional<Identifier> identifier = parse_identifier(labelled);
    if (!identifier || identifier->valid) continue;
    diagnostics.push_back(document.diagnose(
        "invalid-identifier", segment.span,
        "\"" + std::string(printed) + "\" is no valid " + std::string(to_string(identifier->scheme))));
  }
  if (reference.confidence < reference::unclear)
    diagnostics.push_back(
        document.diagnose("unclear-reference", reference.span, "this entry could not be read with confidence"));
}

// A list that prints titles or journals in italics does so all through: one emphasis for every fourth entry.
reference::Emphasis emphasis_of(const Document& document, const std::vector<reference::Entry>& entries) {
  std::size_t emphasised = 0;
  for (const reference::Entry& entry : entries)
    for (const Mark& mark : marks_of(document, entry.span)) emphasised += mark.kind == MarkKind::emphasis;
  return emphasised > 0 && emphasised * 4 >= entries.size() ? reference::Emphasis::present
                                                            : reference::Emphasis::absent;
}

void read_section(const Document& document, const reference::Section& section, const ReadOptions& options,
                  ReferenceLists& out) {
  out.lists.push_back(section.span);
  const std::vector<reference::Entry> entries = reference::split_entries(document, section);
  const reference::Labeller& labeller = reference::labeller_for(emphasis_of(document, entries), options);
  for (const reference::Entry& entry : entries) {
    Reference reference =
        reference::read_reference(slice(document.text, entry.span), marks_of(document, entry.span), labeller);
    move_by(reference, entry.span.start);
    reference.id = entry.id;
    diagnose(document, reference, out.diagnostics);
    out.references.push_back(std::move(reference));
  }
}

void report_empty(const Document& document, ReferenceLists& out) {
  if (out.references.empty())
    out.diagnostics.push_back(document.diagnose("no-reference-list", {}, "no list of references found"));
}

void read_tagged_lists(const Document& document, const ReadOptions& options, ReferenceLists& out) {
  out.lists = reference::tagged_lists(document);
  for (const TaggedReference& tagged : document.tagged_references) {
    Reference reference = reference::read_tagged(document, tagged, marks_of(document, tagged.span), options);
    diagnose(document, reference, out.diagnostics);
    out.references.push_back(std::move(reference));
  }
}

}  // namespace

ReferenceLists find_references(const Document& document, const ReadOptions& options) {
  ReferenceLists out;
  if (!document.tagged_references.empty()) {
    read_tagged_lists(document, options, out);
    return out;
  }
  for (const reference::Section& section : reference::find_sections(document))
    read_section(document, section, options, out);
  report_empty(document, out);
  return out;
}

ReferenceLists read_reference_list(const Document& document, const ReadOptions& options) {
  ReferenceLists out;
  const std::vector<reference::Section> sections = reference::find_sections(document);
  // Headings in a pasted list divide it; without any, all of the text is the list.
  const bool headed = !sections.empty() && sections.front().span.start != sections.front().body.start;
  if (headed)
    for (const reference::Section& section : sections) read_section(document, section, options, out);
  else
    read_section(document, reference::whole_document(document), options, out);
  report_empty(document, out);
  return out;
}

}  // namespace citegraph
