// The fields of a part: what a program wrote into the document together with what it printed there.
//
//     begin  ADDIN ZOTERO_ITEM CSL_CITATION {...}  separate  (Lee, 2001)  end
//
// Content controls (of Mendeley Cite) and bookmarks (of Zotero) that say the same count for fields.
//
// A field may run over paragraphs and hold others, and nothing makes sure that it ends: its extent is known only when
// all of the part has been seen. Hence two passes: this one finds the fields, the other one writes the text.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/docx/bookmarks.hpp"

namespace citegraph::document::docx {

enum class FieldKind : std::uint8_t {
  other,
  csl_citation,      // of Zotero or Mendeley: the works as CSL-JSON
  endnote_citation,  // the works as EndNote's XML
  word_citation,     // Word's own: the tags of sources
  bibliography,      // the list, by any of them
  hyperlink,
};

struct Field {
  FieldKind kind = FieldKind::other;
  std::string instruction;
  std::string data;         // beside the instruction, in base64
  std::uint32_t place = 0;  // where the instruction begins, or the field
};

// A sign in the text: where the field begins, where its result begins, where it ends. Of an element that is a field as
// a whole there is one, `separate`.
struct FieldSign {
  enum class Kind : std::uint8_t { begin, separate, end };
  std::uint32_t offset = 0;  // of the element
  Kind kind = Kind::begin;
  std::uint32_t field = 0;
};

// A printed entry of a bibliography: a paragraph, or a row where they stand in a table.
struct PrintedEntry {
  std::uint32_t offset = 0;  // of the element
  std::string text;
};

struct FieldScan {
  std::vector<Field> fields;          // those that end
  std::vector<FieldSign> signs;       // sorted by offset
  std::vector<PrintedEntry> entries;  // sorted by offset
  std::vector<std::uint32_t> tables;  // offsets of those that hold entries; sorted

  [[nodiscard]] const FieldSign* sign_at(std::uint32_t offset) const noexcept;
  [[nodiscard]] const PrintedEntry* entry_at(std::uint32_t offset) const noexcept;
  [[nodiscard]] bool is_entry_table(std::uint32_t offset) const noexcept;
};

FieldScan scan_fields(pugi::xml_node root, const Bookmarks& bookmarks);

// True for an element that may be a field as a whole.
bool is_field_element(std::string_view name) noexcept;

// The words of an instruction, quotation marks removed: `HYPERLINK "http://x.org" \o "a b"` has four.
std::vector<std::string> instruction_words(const std::string& instruction);

}  // namespace citegraph::document::docx
