#include "text/source_lines.hpp"

#include <algorithm>

namespace citegraph::text {
namespace {

// The text offset of a source offset; a decoder's map rises, so a binary search will do.
std::uint32_t text_offset(const SourceMap& map, std::uint32_t offset) noexcept {
  const auto& pieces = map.pieces();
  const auto after =
      std::upper_bound(pieces.begin(), pieces.end(), offset,
                       [](std::uint32_t value, const SourceMap::Piece& piece) { return value < piece.source_start; });
  if (after == pieces.begin()) return 0;
  const SourceMap::Piece& piece = *(after - 1);
  const std::uint32_t end = after == pieces.end() ? map.text_size() : after->text_start;
  if (offset >= piece.source_end) return end;
  const bool copy = end - piece.text_start == piece.source_end - piece.source_start;
  return copy ? piece.text_start + (offset - piece.source_start) : piece.text_start;
}

}  // namespace

SourceLines::SourceLines(std::string_view source, const Decoded& decoded)
    : is_utf8_(decoded.encoding == Encoding::utf8 || decoded.encoding == Encoding::utf8_bom),
      bom_(decoded.encoding == Encoding::utf8_bom ? 3 : 0) {
  if (is_utf8_) {
    index_ = LineIndex(source.substr(bom_));
    return;
  }
  text_ = decoded.text;
  map_ = decoded.map;
  index_ = LineIndex(text_);
}

Position SourceLines::position(std::string_view source, std::uint32_t offset) const noexcept {
  if (is_utf8_)
    return index_.position(source.substr(std::min<std::size_t>(bom_, source.size())), offset - std::min(offset, bom_));
  return index_.position(text_, text_offset(map_, offset));
}

}  // namespace citegraph::text
