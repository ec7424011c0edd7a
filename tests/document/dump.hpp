// A document as a few lines that a table of cases can hold.
//
//     heading 1|Title
//     paragraph|Text with *emphasis*.
//
// Line breaks inside blocks are printed as "/", marks in brackets of their own: {em:...} {strong:...} {link:...=target}
// {sup:...} {sub:...} {code:...}.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/document.hpp"

namespace citegraph::document {

inline std::string kind_name(BlockKind kind) {
  switch (kind) {
    case BlockKind::heading:
      return "heading";
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::list_item:
      return "item";
    case BlockKind::block_quote:
      return "quote";
    case BlockKind::note:
      return "note";
    case BlockKind::code:
      return "code";
    case BlockKind::table:
      return "table";
  }
  return {};
}

inline std::string mark_name(MarkKind kind) {
  switch (kind) {
    case MarkKind::emphasis:
      return "em";
    case MarkKind::strong:
      return "strong";
    case MarkKind::link:
      return "link";
    case MarkKind::superscript:
      return "sup";
    case MarkKind::subscript:
      return "sub";
    case MarkKind::code:
      return "code";
  }
  return {};
}

inline std::string dump_text(const Document& document, const Block& block) {
  const std::vector<Mark> marks = document.marks_in(block.span);
  std::string out;
  for (std::uint32_t i = block.span.start; i <= block.span.end; ++i) {
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark)
      if (mark->span.end == i) out += mark->target.empty() ? "}" : "=" + mark->target + "}";
    for (const Mark& mark : marks)
      if (mark.span.start == i) out += "{" + mark_name(mark.kind) + ":";
    if (i < block.span.end) out += document.text[i] == '\n' ? '/' : document.text[i];
  }
  return out;
}

inline std::string dump(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    out += kind_name(block.kind);
    if (block.level != 0) out += " " + std::to_string(block.level);
    if (!block.label.empty()) out += " [" + block.label + "]";
    out += "|" + dump_text(document, block) + "\n";
  }
  return out;
}

inline std::string dump(std::string_view text, Format format) {
  ReadOptions options;
  options.format = format;
  return dump(parse_document(std::string(text), {}, options));
}

}  // namespace citegraph::document
