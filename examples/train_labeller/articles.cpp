// JATS articles as gold: what publishers tag in their lists of references.
#include <algorithm>
#include <array>

#include "citegraph/document.hpp"

#include "data.hpp"
#include "text/utf8.hpp"

namespace training {
namespace {

using citegraph::Document;
using citegraph::Label;
using citegraph::Mark;
using citegraph::Segment;
using citegraph::TextSpan;

constexpr std::uint32_t bit(Label label) { return 1U << static_cast<unsigned>(label); }

bool is_bare_end(char32_t c) { return citegraph::text::is_word(c) || c == U')' || c == U'?' || c == U'!' || c == U']'; }

// Without punctuation at the ends, as gold is; an initial's full stop goes as well.
TextSpan bare(const std::string& text, TextSpan span) {
  while (span.start < span.end) {
    const auto c = citegraph::text::decode_at(text, span.start);
    if (citegraph::text::is_word(c.value)) break;
    span.start += static_cast<std::uint32_t>(c.size);
  }
  const std::string_view printed = slice(text, span);
  const std::size_t resolver = printed.starts_with("http") ? printed.find("doi.org/10.") : std::string_view::npos;
  if (resolver != std::string_view::npos) span.start += static_cast<std::uint32_t>(resolver + 8);
  while (span.start < span.end) {
    const auto c = citegraph::text::decode_before(text, span.end);
    if (is_bare_end(c.value)) break;
    span.end -= static_cast<std::uint32_t>(c.size);
  }
  return span;
}

// The printed fields, neighbours of one label in one: a list of names is one segment.
std::vector<Segment> segments_of(const Document& document, const citegraph::TaggedReference& reference) {
  std::vector<Segment> pieces;
  for (const auto& field : reference.works.front().fields)
    if (!field.span.empty()) pieces.push_back({field.label, bare(document.text, field.span), 1.0});
  std::sort(pieces.begin(), pieces.end(), [](const Segment& a, const Segment& b) { return a.span < b.span; });
  std::vector<Segment> segments;
  for (const Segment& piece : pieces) {
    if (piece.span.empty()) continue;
    if (!segments.empty() && segments.back().label == piece.label && piece.span.start < segments.back().span.end + 12)
      segments.back().span.end = std::max(segments.back().span.end, piece.span.end);
    else if (segments.empty() || segments.back().span.end <= piece.span.start)
      segments.push_back(piece);
  }
  for (Segment& s : segments) {
    if (s.label != Label::author && s.label != Label::editor) continue;
    for (const std::string_view others : {", et al", " et al", ". et al", "., et al", " e col", ", e col"})
      if (std::string_view(document.text).substr(s.span.end).starts_with(others))
        s.span.end += static_cast<std::uint32_t>(others.size());
  }
  return segments;
}

// Whether author, title and date are tagged and little else stands beside the fields.
bool is_well_tagged(const Document& document, TextSpan entry, const std::vector<Segment>& segments) {
  std::uint32_t labels = 0;
  std::size_t covered = 0;
  for (const Segment& s : segments) {
    labels |= bit(s.label);
    covered += s.span.end - s.span.start;
  }
  std::size_t letters = 0;
  for (std::uint32_t at = entry.start; at < entry.end;) {
    const auto c = citegraph::text::decode_at(document.text, at);
    letters += citegraph::text::is_word(c.value) ? c.size : 0;
    at += static_cast<std::uint32_t>(c.size);
  }
  const bool named = (labels & (bit(Label::author) | bit(Label::editor))) != 0;
  const bool titled = (labels & (bit(Label::title) | bit(Label::container_title))) != 0;
  return named && titled && (labels & bit(Label::date)) != 0 && covered * 100 >= letters * 85;
}

std::vector<Mark> marks_of(const Document& document, TextSpan entry) {
  std::vector<Mark> marks;
  for (const Mark& mark : document.marks)
    if (mark.kind == citegraph::MarkKind::emphasis && entry.contains(mark.span))
      marks.push_back({mark.kind, {mark.span.start - entry.start, mark.span.end - entry.start}, ""});
  return marks;
}

std::string language_of(const Document& document) {
  const std::size_t at = document.source.find("xml:lang=\"");
  return at == std::string::npos ? "en" : document.source.substr(at + 10, 2);
}

}  // namespace

std::vector<Example> read_article(const std::string& path) {
  const Document document = citegraph::read_document(path);
  std::vector<Example> examples;
  // Lists that print nothing but tags have been put into words by the reader: a style of its own.
  if (document.source.find("<mixed-citation") == std::string::npos) return examples;
  std::uint32_t tagged = 0;
  for (const auto& reference : document.tagged_references) {
    if (reference.works.size() != 1 || reference.span.size() > 1000) continue;
    const std::vector<Segment> segments = segments_of(document, reference);
    for (const Segment& s : segments) tagged |= bit(s.label);
    if (!is_well_tagged(document, reference.span, segments)) continue;
    Example example;
    example.corpus = "articles-" + language_of(document);
    example.text = std::string(slice(document.text, reference.span));
    for (Segment s : segments) {
      s.span = {s.span.start - reference.span.start, s.span.end - reference.span.start};
      example.segments.push_back(s);
    }
    example.marks = marks_of(document, reference.span);
    settle_last_stop(example);
    examples.push_back(std::move(example));
  }
  for (Example& example : examples) example.scope = tagged;
  return examples;
}

}  // namespace training
