// What holds of whatever the library gives for any text: places lie inside the text, in order, on the borders of code
// points; text is UTF-8; confidences are shares. Each function names what does not hold, or nothing.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "citegraph/document.hpp"
#include "citegraph/paper.hpp"
#include "citegraph/reference.hpp"

#include "text/utf8.hpp"

namespace citegraph::test {

// False inside a code point. A continuation byte that continues nothing stands for itself.
inline bool is_border(std::string_view text, std::uint32_t offset) {
  constexpr std::uint32_t longest = 4;
  for (std::uint32_t back = 1; back < longest && back <= offset && offset < text.size(); ++back)
    if (text::decode_at(text, offset - back).size > back) return false;
  return true;
}

inline bool lies_in(TextSpan span, std::string_view text) {
  return span.start <= span.end && span.end <= text.size() && is_border(text, span.start) && is_border(text, span.end);
}

inline bool is_share(double value) { return value >= 0.0 && value <= 1.0; }

inline std::string_view unsound_blocks(const Document& document) {
  const std::string_view text = document.text;
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.span.start != (i == 0 ? 0 : end + 2)) return "a block does not follow the one before";
    if (i > 0 && text.substr(end, 2) != "\n\n") return "blocks are not divided by an empty line";
    const std::string_view content = slice(text, block.span);
    if (content.empty() || content.size() != block.span.size()) return "a block is empty or leaves the text";
    if (content.find("\n\n") != std::string_view::npos) return "a block holds an empty line";
    if (content.front() == '\n' || content.back() == '\n') return "a block begins or ends with a line break";
    end = block.span.end;
  }
  return end == text.size() ? "" : "text behind the last block";
}

inline std::string_view unsound_marks(const Document& document) {
  for (std::size_t i = 0; i < document.marks.size(); ++i) {
    const TextSpan span = document.marks[i].span;
    if (span.empty() || !lies_in(span, document.text)) return "a mark is empty or leaves the text";
    const Block* block = document.block_at(span.start);
    if (block == nullptr || !block->span.contains(span)) return "a mark leaves its block";
    if (i == 0) continue;
    const TextSpan before = document.marks[i - 1].span;
    if (before.start > span.start || (before.start == span.start && before.end < span.end))
      return "marks are not sorted";
  }
  return "";
}

inline std::string_view unsound_tags(const Document& document) {
  std::uint32_t end = 0;
  for (const TaggedCitation& citation : document.tagged_citations) {
    if (citation.span.empty() || !lies_in(citation.span, document.text)) return "a tagged citation leaves the text";
    if (citation.span.start < end) return "tagged citations overlap";
    if (citation.ids.empty()) return "a tagged citation names nothing";
    end = citation.span.end;
  }
  end = 0;
  for (const TaggedReference& reference : document.tagged_references) {
    if (!lies_in(reference.span, document.text)) return "a tagged reference leaves the text";
    if (reference.span.start < end) return "tagged references overlap";
    end = reference.span.end;
    for (const TaggedWork& work : reference.works)
      for (const TaggedField& field : work.fields)
        if (!field.span.empty() && !reference.span.contains(field.span)) return "a tagged field leaves its reference";
  }
  return "";
}

inline std::string_view unsound(const Document& document) {
  if (text::find_invalid(document.text) != std::string_view::npos) return "the text is not UTF-8";
  if (document.map.text_size() != document.text.size()) return "the map is not of the text's size";
  for (const SourceMap::Piece& piece : document.map.pieces()) {
    if (piece.source_start > piece.source_end || piece.source_end > document.source_of(piece.file).size())
      return "a piece of the map leaves the source";
    if (!is_border(document.text, piece.text_start)) return "a piece of the map begins inside a code point";
  }
  if (const auto problem = unsound_blocks(document); !problem.empty()) return problem;
  if (const auto problem = unsound_marks(document); !problem.empty()) return problem;
  return unsound_tags(document);
}

// Of a reference read from `text`, which may be a whole document.
inline std::string_view unsound(std::string_view text, const Reference& reference) {
  if (reference.works.empty()) return "a reference without a work";
  if (!is_share(reference.confidence)) return "the confidence of a reference is no share";
  std::uint32_t end = 0;
  for (const Segment& segment : reference.segments) {
    if (segment.span.empty() || !lies_in(segment.span, text)) return "a segment is empty or leaves the text";
    if (segment.span.start < end) return "segments overlap";
    if (!is_share(segment.confidence)) return "the confidence of a segment is no share";
    end = segment.span.end;
  }
  return "";
}

inline std::string_view unsound(const Paper& paper, const Target& target) {
  if (target.reference.has_value() == (target.status == LinkStatus::missing)) return "a missing entry, or none";
  if (!std::is_sorted(target.candidates.begin(), target.candidates.end())) return "candidates are not sorted";
  for (const std::uint32_t candidate : target.candidates)
    if (candidate >= paper.references.size()) return "a candidate is no entry";
  if (target.reference && !std::binary_search(target.candidates.begin(), target.candidates.end(), *target.reference))
    return "a target is none of its candidates";
  return is_share(target.confidence) ? "" : "the confidence of a target is no share";
}

inline std::string_view unsound_references(const Paper& paper) {
  std::uint32_t end = 0;
  for (const Reference& reference : paper.references) {
    if (!lies_in(reference.span, paper.document.text)) return "a reference leaves the text";
    if (reference.span.start < end) return "references overlap";
    end = reference.span.end;
    if (const auto problem = unsound(paper.document.text, reference); !problem.empty()) return problem;
    for (const Segment& segment : reference.segments)
      if (!reference.span.contains(segment.span)) return "a segment leaves its reference";
  }
  return "";
}

inline std::string_view unsound_citations(const Paper& paper) {
  std::uint32_t start = 0;
  for (const Citation& citation : paper.citations) {
    if (citation.span.empty() || !lies_in(citation.span, paper.document.text)) return "a citation leaves the text";
    if (citation.span.start < start) return "citations are not sorted";
    if (!lies_in(citation.sentence, paper.document.text)) return "a sentence leaves the text";
    if (citation.targets.empty()) return "a citation without a target";
    start = citation.span.start;
    for (const Target& target : citation.targets)
      if (const auto problem = unsound(paper, target); !problem.empty()) return problem;
  }
  return "";
}

inline std::string_view unsound(const Paper& paper) {
  if (const auto problem = unsound(paper.document); !problem.empty()) return problem;
  for (const TextSpan list : paper.lists)
    if (!lies_in(list, paper.document.text)) return "a list leaves the text";
  if (const auto problem = unsound_references(paper); !problem.empty()) return problem;
  if (const auto problem = unsound_citations(paper); !problem.empty()) return problem;
  for (const Diagnostic& finding : paper.diagnostics) {
    if (!lies_in(finding.span, paper.document.text)) return "a finding leaves the text";
    if (finding.source.start > finding.source.end ||
        finding.source.end > paper.document.source_of(finding.source.file).size())
      return "a finding leaves the source";
    if (finding.line == 0 || finding.column == 0) return "a finding without a line";
  }
  return "";
}

}  // namespace citegraph::test
