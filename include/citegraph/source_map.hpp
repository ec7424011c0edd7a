/// \file
/// The way back from text to source.
///
/// A reader builds the text of a document piece by piece and notes for every piece which bytes of the file it came
/// from. A piece is either a *copy* (as many bytes of text as of source, byte for byte) or a *replacement* (a repaired
/// byte, an entity, a line break turned into a blank), which stands as a whole for the whole of its source.
///
///     SourceMap map;                     // "Chang, *Journal*" read as "Chang, Journal"
///     map.append(7, SourceSpan{0, 7});   // "Chang, "
///     map.append(7, SourceSpan{8, 15});  // "Journal", behind an asterisk
///     assert(map.to_source(TextSpan{7, 14}) == (SourceSpan{8, 15}));
///
/// Translating a span is a binary search and a walk over its pieces. Pieces need not follow the order of the source: a
/// note may stand behind the paragraph that it interrupts.
#pragma once

#include <cstdint>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/span.hpp"

namespace citegraph {

/// Which bytes of the file every byte of a text came from.
class CITEGRAPH_API SourceMap {
 public:
  /// A run of text that came from one run of bytes.
  struct Piece {
    std::uint32_t text_start = 0;    ///< Ends where the next piece begins, the last one at `text_size()`.
    std::uint32_t source_start = 0;  ///< Where its source begins in the file.
    std::uint32_t source_end = 0;    ///< Where its source ends.
    std::uint32_t file = 0;          ///< Which file, where a document has several.
    bool copied = false;             ///< The text is that of the source, byte for byte; else it stands for all of it.
  };

  /// Appends `text_length` bytes of text that stand for `source`. Text as long as its source is taken for a copy of it;
  /// adjoining copies are merged.
  void append(std::uint32_t text_length, SourceSpan source);

  /// Appends `text_length` bytes of text that stand as a whole for the whole of `source`, however long that is.
  void append_replacement(std::uint32_t text_length, SourceSpan source);

  /// Appends the pieces of another map; its file 0 is `first_file` here.
  void append(const SourceMap& more, std::uint32_t first_file = 0);

  /// The smallest source range that holds the bytes of `span`. An empty span gives an empty range at its place; beyond
  /// the end gives the end. Where a span runs over two files, the file of its start wins and the range ends there.
  [[nodiscard]] SourceSpan to_source(TextSpan span) const noexcept;

  /// The text that came from `source` (of the given file): from the first byte at or after its start to the last before
  /// its end; empty where nothing did. Linear in the number of pieces.
  [[nodiscard]] TextSpan to_text(SourceSpan source) const noexcept;

  /// The map from this map's text through `inner` (whose text is file 0 of this map's source) to the source of `inner`.
  /// Pieces of other files stay as they are.
  [[nodiscard]] SourceMap through(const SourceMap& inner) const;

  /// How many bytes of text it covers.
  [[nodiscard]] std::uint32_t text_size() const noexcept { return text_size_; }
  /// The pieces, in the order of the text.
  [[nodiscard]] const std::vector<Piece>& pieces() const& noexcept { return pieces_; }
  const std::vector<Piece>& pieces() const&& = delete;  // A view into a map that is about to go does not compile.

 private:
  void add(std::uint32_t text_length, SourceSpan source, bool copied);

  std::vector<Piece> pieces_;
  std::uint32_t text_size_ = 0;
};

}  // namespace citegraph
