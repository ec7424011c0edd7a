// The running text of an article: elements in document order become blocks, marks, entries and citations. Nothing here
// calls itself: the depth of a file is its author's affair.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <utility>
#include <vector>

#include "citegraph/document.hpp"

#include "document/block_writer.hpp"
#include "document/jats/elements.hpp"
#include "document/jats/entries.hpp"

namespace citegraph::document::jats {

class Flow {
 public:
  explicit Flow(const Entries& entries) : entries_(entries) {}

  // The title of the article, by its content.
  void title(pugi::xml_node node);
  // A part of the article, with all that stands in it.
  void part(pugi::xml_node node);
  void finish(Document& document);

  // ---- for the writer of entries

  BlockWriter& writer() noexcept { return writer_; }
  // The content of a node as inline text. Of the nodes in `watched` (by `hash_value`, sorted) the printed span is
  // noted.
  using Watched = std::vector<std::pair<std::size_t, TextSpan>>;
  void inline_content(pugi::xml_node node, Watched& watched);

 private:
  struct Walk {
    pugi::xml_node root;
    pugi::xml_node at;
    bool leaving = false;
  };
  // What a paragraph is, by what it stands in.
  struct Context {
    BlockKind kind = BlockKind::paragraph;
    std::uint8_t level = 0;
    std::string label;
  };
  void run(std::size_t floor);
  bool enter(pugi::xml_node node);
  bool enter_block(pugi::xml_node node, Role role);
  bool enter_inline(pugi::xml_node node, Role role);
  void leave(pugi::xml_node node);
  bool leave_block(pugi::xml_node node, Role role);
  void leave_inline(pugi::xml_node node, Role role);
  void characters(pugi::xml_node node);

  bool enter_beside(pugi::xml_node node, Role role);
  bool enter_label(pugi::xml_node node);
  void enter_heading(pugi::xml_node node);
  void enter_reference_list(pugi::xml_node node);
  void begin(BlockKind kind, std::uint8_t level = 0);
  void begin_in_context();
  std::uint8_t heading_level() const noexcept;
  void release();  // what waited for the end of a paragraph or table
  void open_mark(MarkKind kind);
  void close_mark(MarkKind kind, std::string target = {});
  TextSpan* watched_span(pugi::xml_node node) noexcept;
  void open_field(pugi::xml_node node);
  void close_field(pugi::xml_node node);
  void leave_address(pugi::xml_node node);
  void leave_cross_reference(pugi::xml_node node);
  void cite(TextSpan span, std::vector<std::string> ids, std::uint32_t offset);
  void write_inherited();
  bool is_inline_only() const noexcept { return tables_ > 0 || watched_ != nullptr; }

  const Entries& entries_;
  BlockWriter writer_;
  std::vector<Walk> walks_;
  std::vector<Context> contexts_;
  std::vector<pugi::xml_node> waiting_;
  unsigned sections_ = 0;
  unsigned lists_ = 0;
  unsigned paragraphs_ = 0;  // open ones, headings and tables: what stands beside the text waits for their end
  unsigned tables_ = 0;
  unsigned codes_ = 0;
  unsigned maths_ = 0;
  bool joins_ = false;                    // a label stands before the block that begins next, and belongs to it
  std::array<unsigned, 6> open_marks_{};  // by kind
  Watched* watched_ = nullptr;
  std::uint32_t field_end_ = 0;
  std::uint32_t name_end_ = 0;
  std::vector<TaggedReference> references_;
  std::vector<TaggedCitation> citations_;
};

}  // namespace citegraph::document::jats
