// The table of formats: adding one is adding a file and a row.
#pragma once

#include <span>
#include <string_view>

#include "citegraph/bibliography.hpp"

#include "bibliography/builder.hpp"

namespace citegraph::bibliography {

struct FormatRow {
  BibliographyFormat format;
  std::string_view name;                      // "bibtex"
  std::span<const std::string_view> endings;  // of file names, lower case: ".bib"
  bool (*recognise)(std::string_view text);   // from the content; null where another row does it
  void (*read)(Builder& builder);             // null for a format that is only written
};

// In the order in which content is asked for.
std::span<const FormatRow> formats();

// The row of a format that can be read, by `format`, else by the ending of `path`, else by the content; null where
// nothing fits.
const FormatRow* find_format(BibliographyFormat format, std::string_view path, std::string_view text);

}  // namespace citegraph::bibliography
