/// \file
/// The works that a file lists, be it a bibliography or an article in JATS or TEI.
///
///     const Bibliography listed = read_listed_works("article.xml");
///     write_bibliography(std::cout, listed.entries, BibliographyFormat::bibtex);
///
/// A bibliography is read as `read_bibliography` does. Of an article it is the reference list: fields as the file tags
/// them, entries that are text only read as `find_references` does. A list by itself (`ref-list`, `listBibl`), as
/// `write_bibliography` writes it, counts for an article.
#pragma once

#include <string>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/bibliography.hpp"

namespace citegraph {

/// Reads a file.
/// \throws Error for a file that cannot be read, is binary, passes a limit, is broken XML, or whose format cannot be
/// told.
[[nodiscard]] CITEGRAPH_API Bibliography read_listed_works(const std::string& path,
                                                           const BibliographyOptions& options = {});

/// Reads from bytes; `path` names them in findings and helps to guess the format. The key of an entry is its `id`; what
/// the entry prints is its `source`.
/// \throws Error as `read_listed_works` does.
[[nodiscard]] CITEGRAPH_API Bibliography parse_listed_works(std::string bytes, std::string path = {},
                                                            const BibliographyOptions& options = {});

/// The names of the formats that can be read: those of bibliographies, "jats" and "tei".
[[nodiscard]] CITEGRAPH_API std::vector<std::string> listed_works_formats();

}  // namespace citegraph
