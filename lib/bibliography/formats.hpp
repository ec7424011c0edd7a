// The table of formats: adding one is adding a file and a row.
#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include "citegraph/bibliography.hpp"

#include "bibliography/builder.hpp"

namespace citegraph::bibliography {

// What a writer is given: entries with the key of each.
struct EntriesToWrite {
  std::span<const BibliographyEntry* const> entries;
  std::span<const std::string> keys;
  const BibliographyWriteOptions& options;
};

struct FormatRow {
  BibliographyFormat format;
  std::string_view name;                                         // "bibtex"
  std::span<const std::string_view> endings;                     // of file names, lower case: ".bib"
  bool (*recognise)(std::string_view text);                      // from the content; null where another row does it
  void (*read)(Builder& builder);                                // null for a format that is only written
  void (*write)(std::ostream& out, const EntriesToWrite& what);  // null for a format that is only read
};

// In the order in which content is asked for.
std::span<const FormatRow> formats();

// The row of a format that can be read, by `format`, else by the ending of `path`, else by the content; null where
// nothing fits.
const FormatRow* find_format(BibliographyFormat format, std::string_view path, std::string_view text);

}  // namespace citegraph::bibliography
