#include "citegraph/source_map.hpp"

#include <algorithm>

namespace citegraph {
namespace {

using Piece = SourceMap::Piece;

std::uint32_t text_end(const SourceMap& map, std::size_t index) noexcept {
  return index + 1 < map.pieces().size() ? map.pieces()[index + 1].text_start : map.text_size();
}

// The piece that holds `offset`, which lies before the end of the text.
std::size_t piece_at(const std::vector<Piece>& pieces, std::uint32_t offset) noexcept {
  const auto after = std::upper_bound(pieces.begin(), pieces.end(), offset,
                                      [](std::uint32_t value, const Piece& piece) { return value < piece.text_start; });
  return static_cast<std::size_t>(after - pieces.begin()) - 1;
}

// The source of the bytes of `span` that piece `index` holds.
SourceSpan source_within(const SourceMap& map, std::size_t index, TextSpan span) noexcept {
  const Piece& piece = map.pieces()[index];
  if (!piece.copied) return {piece.source_start, piece.source_end, piece.file};
  const std::uint32_t start = std::max(span.start, piece.text_start);
  const std::uint32_t end = std::min(span.end, text_end(map, index));
  return {piece.source_start + (start - piece.text_start), piece.source_start + (end - piece.text_start), piece.file};
}

}  // namespace

void SourceMap::append(std::uint32_t text_length, SourceSpan source) {
  add(text_length, source, text_length == source.size());
}

void SourceMap::append_replacement(std::uint32_t text_length, SourceSpan source) { add(text_length, source, false); }

void SourceMap::append(const SourceMap& more, std::uint32_t first_file) {
  for (std::size_t i = 0; i < more.pieces_.size(); ++i) {
    const Piece& piece = more.pieces_[i];
    add(text_end(more, i) - piece.text_start, {piece.source_start, piece.source_end, first_file + piece.file},
        piece.copied);
  }
}

void SourceMap::add(std::uint32_t text_length, SourceSpan source, bool copied) {
  if (text_length == 0) return;
  if (copied && !pieces_.empty() && pieces_.back().copied && pieces_.back().source_end == source.start &&
      pieces_.back().file == source.file) {
    pieces_.back().source_end = source.end;
  } else {
    pieces_.push_back({text_size_, source.start, source.end, source.file, copied});
  }
  text_size_ += text_length;
}

SourceSpan SourceMap::to_source(TextSpan span) const noexcept {
  if (pieces_.empty()) return {};
  if (span.start >= text_size_) return {pieces_.back().source_end, pieces_.back().source_end, pieces_.back().file};
  const std::size_t first = piece_at(pieces_, span.start);
  if (span.empty()) {
    const SourceSpan place = source_within(*this, first, {span.start, span.start});
    return {place.start, place.start, place.file};
  }
  SourceSpan whole = source_within(*this, first, span);
  for (std::size_t i = first + 1; i < pieces_.size() && pieces_[i].text_start < span.end; ++i) {
    if (pieces_[i].file != whole.file) break;
    const SourceSpan part = source_within(*this, i, span);
    if (part.empty()) continue;
    whole.start = std::min(whole.start, part.start);
    whole.end = std::max(whole.end, part.end);
  }
  return whole;
}

TextSpan SourceMap::to_text(SourceSpan source) const noexcept {
  TextSpan first;
  TextSpan last;
  std::uint32_t first_byte = 0;
  std::uint32_t last_byte = 0;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const Piece& piece = pieces_[i];
    const std::uint32_t start = std::max(piece.source_start, source.start);
    const std::uint32_t end = std::min(piece.source_end, source.end);
    if (piece.file != source.file || start >= end) continue;
    TextSpan text{piece.text_start, text_end(*this, i)};
    if (piece.copied) {
      text.end = piece.text_start + (end - piece.source_start);
      text.start = piece.text_start + (start - piece.source_start);
    }
    if (first.empty() || start < first_byte) {
      first = text;
      first_byte = start;
    }
    if (last.empty() || end > last_byte) {
      last = text;
      last_byte = end;
    }
  }
  return {std::min(first.start, last.start), std::max(first.end, last.end)};
}

SourceMap SourceMap::through(const SourceMap& inner) const {
  SourceMap out;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const Piece& piece = pieces_[i];
    const std::uint32_t length = text_end(*this, i) - piece.text_start;
    if (piece.file != 0) {  // of another file than the one that `inner` maps
      out.add(length, {piece.source_start, piece.source_end, piece.file}, piece.copied);
      continue;
    }
    if (!piece.copied) {
      out.add(length, inner.to_source({piece.source_start, piece.source_end}), false);
      continue;
    }
    std::uint32_t at = piece.source_start;
    while (at < piece.source_end && at < inner.text_size()) {
      const std::size_t k = piece_at(inner.pieces(), at);
      const std::uint32_t end = std::min(piece.source_end, text_end(inner, k));
      out.add(end - at, source_within(inner, k, {at, end}), inner.pieces()[k].copied);
      at = end;
    }
    if (at < piece.source_end) out.add(piece.source_end - at, inner.to_source({at, at}), false);
  }
  return out;
}

}  // namespace citegraph
