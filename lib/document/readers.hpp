// The table of formats: adding one is adding a file and a row.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/document.hpp"
#include "citegraph/options.hpp"

#include "document/companions.hpp"
#include "document/raw_document.hpp"
#include "document/rich_text.hpp"
#include "text/encoding.hpp"

namespace citegraph::document {

// Which articles of a file that holds several.
enum class Articles : std::uint8_t { main, all };

// What a reader of markup reads from.
struct Input {
  const text::Decoded& decoded;  // empty for a format of bytes
  Articles wanted;
  const Document& file;  // with path, source and lines only
  Companions& companions;
};

struct Reader {
  Format format;
  std::string_view name;                      // "markdown"
  std::span<const std::string_view> endings;  // of file names, lower case: ".md"
  bool (*recognise)(std::string_view text);   // from the content
  RawDocument (*read)(std::string_view text);
  void (*read_inlines)(RichText& block, const RawDocument& document);  // null where a format has no inline markup
  // Of formats whose structure is tagged, in place of the two before: whole documents, the main one first, that map to
  // the decoded text; one that has `lines` already is complete, and maps to its files. Throws MarkupError (xml.hpp).
  std::vector<Document> (*read_markup)(const Input& input) = nullptr;
  // Of formats read by lines: what is left to do with the whole document, which maps to its source.
  void (*finish)(const RawDocument& raw, const text::Decoded& decoded, Companions& companions,
                 Document& document) = nullptr;
  // Of formats that are bytes and no text: from the content, whatever the name. `read_markup` gets no decoded text.
  bool (*recognise_bytes)(std::string_view bytes) = nullptr;
};

// In the order in which content is asked for; the last one recognises everything.
std::span<const Reader> readers();

// The reader of bytes that are no text, or null. Throws Error where `format` asks for one and they are something else.
const Reader* find_binary_reader(Format format, const std::string& path, std::string_view bytes);

// Of text: by the ending of `path`, else by the content; `format` overrides both.
const Reader& find_reader(Format format, std::string_view path, std::string_view text);

}  // namespace citegraph::document
