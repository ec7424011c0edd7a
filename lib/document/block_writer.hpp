// Writes the text of a document block by block, for formats whose structure is marked up: white space is collapsed,
// character references are decoded, and every piece of the text knows which bytes it came from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/document.hpp"

#include "document/rich_text.hpp"

namespace citegraph::document {

class BlockWriter {
 public:
  enum class References : std::uint8_t { decoded, literal };  // "&amp;"; a CDATA section has none
  static constexpr std::string_view cell_separator = " | ";

  // The next text begins a block of this kind; an open block ends. A block without text leaves no trace.
  void begin(BlockKind kind, std::uint8_t level = 0, std::string label = {});
  void end();
  [[nodiscard]] bool is_open() const noexcept { return open_; }     // the block has text
  [[nodiscard]] bool has_begun() const noexcept { return begun_; }  // text would go into a block
  [[nodiscard]] BlockKind kind() const noexcept { return next_.kind; }

  // Character data as it stands in the file at `offset`.
  void characters(std::string_view raw, std::uint32_t offset, References references = References::decoded);
  // The same with its white space, but for empty lines.
  void verbatim(std::string_view raw, std::uint32_t offset, References references = References::decoded);
  // Text that the file does not hold, at the place `offset` of the file. Punctuation follows without a blank.
  void put(std::string_view generated, std::uint32_t offset);
  // Text that stands for the bytes `source` of the file.
  void put_for(std::string_view generated, TextSpan source);
  // `separator` (" ", "\n", `cell_separator`) comes before the next text, if there is text before it in the block.
  void separate(std::string_view separator, std::uint32_t offset);

  // A run of text from here to `close_run`, without white space at its ends. Runs nest.
  void open_run() { runs_.push_back(unset); }
  // Empty where nothing was written since; never reaches out of a block: what stands in its last block counts.
  TextSpan close_run();

  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(rich_.text.size()); }
  [[nodiscard]] std::string_view text() const noexcept { return rich_.text; }
  // True if white space stands or will stand before the next text.
  [[nodiscard]] bool is_separated() const noexcept { return !open_ || !pending_.empty(); }
  [[nodiscard]] TextSpan block_span() const noexcept { return {block_start_, size()}; }
  void add_mark(Mark mark);

  // Ends the last block and hands everything over.
  void finish(Document& document);

 private:
  static constexpr std::uint32_t unset = 0xFFFFFFFF;
  void prepare(std::uint32_t offset);  // before text is written
  void write_pending();
  void write_white(std::string_view raw, std::uint32_t offset);

  RichText rich_;
  std::vector<Block> blocks_;
  Block next_;
  bool begun_ = false;
  bool open_ = false;
  std::uint32_t block_start_ = 0;
  std::string pending_;  // white space before the next text
  TextSpan pending_source_;
  bool pending_is_copy_ = false;
  std::vector<std::uint32_t> runs_;  // starts; those after `started_` are unset
  std::size_t started_ = 0;
};

}  // namespace citegraph::document
