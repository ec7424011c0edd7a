/// \file
/// A document: its source bytes, its text in reading order, the blocks and marked runs of that text, and the map back.
///
///     Document document = read_document("paper.md");
///     for (const Block& block : document.blocks)
///       if (block.kind == BlockKind::heading) std::cout << slice(document.text, block.span) << '\n';
///
/// The text is valid UTF-8. Blocks follow each other in it, divided by exactly "\n\n"; inside a block a line break of
/// the source is kept as "\n" (parsers take it for a blank, the splitter of reference lists for evidence). Marks of
/// emphasis, list bullets and link targets are removed; a word hyphenated at a line end is joined; a paragraph broken
/// by a page, with or without a page number or running head between its halves, is one block.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/diagnostic.hpp"
#include "citegraph/options.hpp"
#include "citegraph/source_map.hpp"
#include "citegraph/span.hpp"
#include "citegraph/tagged.hpp"
#include "citegraph/work.hpp"

namespace citegraph {

namespace text {
class SourceLines;  // private: the lines of a file, for `Document::line_column`
}

/// What a block of text is.
enum class BlockKind : std::uint8_t { heading, paragraph, list_item, block_quote, note, code, table };

/// A stretch of text that stands by itself: a heading, a paragraph, an item of a list.
struct Block {
  BlockKind kind = BlockKind::paragraph;  ///< What it is.
  TextSpan span;                          ///< Where it stands in the text.
  std::uint8_t level = 0;                 ///< Of a heading: 1-6. Of a list item: its depth, from 1.
  std::string label;  ///< Of a note: what refers to it. Of a list item: its number as printed ("3.", "3)"), or empty.
};

/// How a run of text is marked.
enum class MarkKind : std::uint8_t { emphasis, strong, link, superscript, subscript, code };

/// A run of text that the document marks: italics tell a title, a link its address, a superscript a note or citation.
struct Mark {
  MarkKind kind = MarkKind::emphasis;  ///< How it is marked.
  TextSpan span;                       ///< Where it stands in the text.
  std::string target;  ///< Of a link: where it leads. Of a reference to a note ("[^3]"): "^" and the label of the note.
};

/// A further file that a document consists of.
struct SourceFile {
  std::string path;                                ///< As it may be opened: that of the document with the name changed.
                                                   ///< A part of a package stands behind its name: "a.docx/word/x.xml".
  std::string source;                              ///< Its bytes, untouched.
  std::shared_ptr<const text::SourceLines> lines;  ///< Of `source`.
};

/// A document as read: what the file says, and nothing yet of what it means.
struct CITEGRAPH_API Document {
  std::string path;                    ///< As named by the caller; empty for text without a file.
  Format format = Format::plain_text;  ///< How the file is written; never `automatic` in a document that was read.
  std::string source;                  ///< The bytes of the file, untouched.
  std::string text;                    ///< Valid UTF-8, in reading order.
  std::vector<Block> blocks;  ///< In the order of the text, not overlapping, covering all of it but the "\n\n" between.
  std::vector<Mark> marks;    ///< Sorted by start, then by falling end.
  SourceMap map;              ///< From `text` back to `source`.
  Work work;                  ///< The paper itself: title and authors as given at its head, where they are.
  std::vector<TaggedReference> tagged_references;  ///< What the format itself says; sorted, as are the citations.
  std::vector<TaggedCitation> tagged_citations;    ///< Not overlapping.
  std::vector<SourceFile> files;   ///< Those that `\\input` took in, the parts of a DOCX file; the first is number 1
                                   ///< of a `SourceSpan`.
  std::vector<Work> bibliography;  ///< The entries that the document cites of the bibliography files it names, in the
                                   ///< order of the files; `id` is the key. They do not stand in `text`.
  std::vector<Diagnostic> diagnostics;             ///< Findings of reading: damaged bytes, conversions.
  std::shared_ptr<const text::SourceLines> lines;  ///< Of `source`; set by the readers, shared by copies.

  /// True where the text stands in the file but for its marks (plain text, Markdown, LaTeX); false for the
  /// others, whose text has to be given with offsets into it.
  [[nodiscard]] bool stands_in_source() const noexcept {
    return format == Format::plain_text || format == Format::markdown || format == Format::latex;
  }
  /// The bytes of a file of the document, by its number in a `SourceSpan`.
  [[nodiscard]] std::string_view source_of(std::uint32_t file) const& noexcept;
  std::string_view source_of(std::uint32_t file) const&& = delete;
  /// The path of a file of the document, by its number in a `SourceSpan`.
  [[nodiscard]] const std::string& path_of(std::uint32_t file) const& noexcept;
  const std::string& path_of(std::uint32_t file) const&& = delete;
  /// A finding at `span` of the text, with path, source place, line and column filled in; severity as the code has it.
  [[nodiscard]] Diagnostic diagnose(std::string_view code, TextSpan span, std::string message) const;
  /// 1-based line and column (code points) in the source of an offset into it.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> line_column(std::uint32_t source_offset) const;
  /// The same of where a span begins, in whichever file that is.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> line_column(SourceSpan place) const;
  /// The block that holds `offset`, or null between blocks.
  [[nodiscard]] const Block* block_at(std::uint32_t offset) const& noexcept;
  /// The text of the last heading at or before `offset`; empty where there is none.
  [[nodiscard]] std::string_view section_at(std::uint32_t offset) const& noexcept;
  const Block* block_at(std::uint32_t offset) const&& = delete;        // Views into a document that is about to go
  std::string_view section_at(std::uint32_t offset) const&& = delete;  // do not compile.
  /// The marks that overlap `span`.
  [[nodiscard]] std::vector<Mark> marks_in(TextSpan span) const;
};

/// Reads a file. "-" is not special: a program that wants its standard input passes the bytes to `parse_document`.
/// \throws Error for a file that cannot be read, is no regular file, is binary, or passes a limit.
[[nodiscard]] CITEGRAPH_API Document read_document(const std::string& path, const ReadOptions& options = {});

/// Reads a document from bytes; `path` names it in findings and helps to guess the format. Of a file that holds several
/// articles, the main one.
/// \throws Error for binary content, passed limits and markup that is broken or of an unknown kind.
[[nodiscard]] CITEGRAPH_API Document parse_document(std::string bytes, std::string path = {},
                                                    const ReadOptions& options = {});

/// Every article of a file: the main one first, then those inside it (JATS: translations, reviews, replies) in the
/// order of the file. One without a reference list cites from that of the article around it, and its text ends with the
/// entries it cites. Other formats give one document.
/// \throws Error as `parse_document` does.
[[nodiscard]] CITEGRAPH_API std::vector<Document> parse_documents(std::string bytes, std::string path = {},
                                                                  const ReadOptions& options = {});

}  // namespace citegraph
