// The table of formats: adding one is adding a file and a row.
#pragma once

#include <span>
#include <string_view>

#include "citegraph/options.hpp"

#include "document/raw_document.hpp"
#include "document/rich_text.hpp"

namespace citegraph::document {

struct Reader {
  Format format;
  std::string_view name;                      // "markdown"
  std::span<const std::string_view> endings;  // of file names, lower case: ".md"
  bool (*recognise)(std::string_view text);   // from the content
  RawDocument (*read)(std::string_view text);
  void (*read_inlines)(RichText& block, const RawDocument& document);  // null where a format has no inline markup
};

// In the order in which content is asked for; the last one recognises everything.
std::span<const Reader> readers();

// By the ending of `path`, else by the content; `format` overrides both.
const Reader& find_reader(Format format, std::string_view path, std::string_view text);

}  // namespace citegraph::document
