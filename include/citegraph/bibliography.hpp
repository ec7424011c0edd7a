/// \file
/// Bibliographies: files of works, read and written in the formats that other programs use.
///
///     const Bibliography library = read_bibliography("library.bib");
///     for (const Diagnostic& finding : library.diagnostics) std::cerr << finding << '\n';
///     for (const BibliographyEntry& entry : library.entries) std::cout << summary(entry.work) << '\n';
///     if (const BibliographyEntry* entry = library.find("knuth1984")) std::cout << library.raw(*entry) << '\n';
///
/// One format to another: what is read can be written.
///
///     const Bibliography from_bibtex = read_bibliography("library.bib");
///     write_bibliography(std::cout, from_bibtex.entries, BibliographyFormat::csl_json);
///
/// A file larger than memory likes is read entry by entry; what is held is the file and an index of it.
///
///     std::size_t books = 0;
///     const auto count = [&](BibliographyEntry&& entry) { books += entry.work.type == WorkType::book ? 1 : 0; };
///     const Bibliography rest = read_bibliography("library.bib", count);
///
/// Every entry knows where it stands in the file, and what no variable of CSL stands for is kept in `extra`. A broken
/// entry does not take others with it: it is reported where it begins, and reading goes on at the next one. What could
/// be read of it is an entry all the same, marked `broken`.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/bibtex.hpp"
#include "citegraph/diagnostic.hpp"
#include "citegraph/options.hpp"
#include "citegraph/span.hpp"
#include "citegraph/work.hpp"

namespace citegraph {

/// How a bibliography is written.
enum class BibliographyFormat : std::uint8_t {
  automatic,
  bibtex,
  biblatex,
  csl_json,
  csl_yaml,  ///< The same as YAML, as Pandoc has it; only read.
  ris,
  nbib,       ///< PubMed; only read.
  open_alex,  ///< Records of the database; only read.
  crossref,   ///< Records of the database; only read.
  mods,       ///< The XML of the Library of Congress.
  endnote,    ///< EndNote's XML.
  refer,      ///< EndNote's tagged text.
  jats,       ///< A `ref-list`; only written (`read_paper` reads articles).
  tei,        ///< A `listBibl`; only written.
};

/// How bibliographies are read.
struct BibliographyOptions {
  BibliographyFormat format = BibliographyFormat::automatic;  ///< `automatic`: from the file's name, else its content.
  Limits limits;                                              ///< What is refused as too large.
};

/// A field that no variable of a work stands for, its text decoded: {"groups", "thesis"}.
struct ExtraField {
  std::string name;  ///< As the format names it; lower case in BibTeX.
  std::string text;  ///< Never empty.
  friend bool operator==(const ExtraField&, const ExtraField&) = default;
};

/// One entry of a bibliography.
struct BibliographyEntry {
  Work work;                         ///< As understood; `work.key` is the key in the file.
  SourceSpan source;                 ///< Where the whole entry stands in the file.
  std::vector<std::string> aliases;  ///< Other keys of the entry (BibLaTeX's `ids`).
  std::vector<ExtraField> extra;     ///< What else it says, in the order of the file.
  bool broken = false;               ///< It could not be read to its end.
};

/// A part of the file that gave no entry.
struct SkippedPart {
  SourceSpan source;        ///< Where it stands.
  std::string_view reason;  ///< "comment", "text between entries", ... A literal, so the view never dangles.
};

/// A bibliography as read.
class CITEGRAPH_API Bibliography {
 public:
  std::string path;                                           ///< As named by the caller; empty without a file.
  BibliographyFormat format = BibliographyFormat::automatic;  ///< How it is written; never `automatic` once read.
  std::string source;                                         ///< The bytes of the file, untouched.
  std::vector<BibliographyEntry> entries;                     ///< In the order of the file.
  std::vector<SkippedPart> skipped;                           ///< In the order of the file.
  std::vector<Diagnostic> diagnostics;                        ///< In the order of the file.

  /// The first entry of that key, or of that alias; null where there is none. Letter case counts. A binary search.
  [[nodiscard]] const BibliographyEntry* find(std::string_view key) const& noexcept;
  /// The bytes of an entry as they stand in the file.
  [[nodiscard]] std::string_view raw(const BibliographyEntry& entry) const& noexcept;
  /// The works alone.
  [[nodiscard]] std::vector<Work> works() const;

  const BibliographyEntry* find(std::string_view key) const&& = delete;   // Views into a bibliography that is
  std::string_view raw(const BibliographyEntry& entry) const&& = delete;  // about to go do not compile.

  /// Prepares `find`; called by the readers, and to be called again by who changes `entries`.
  void index_keys();

 private:
  std::vector<std::pair<std::string, std::uint32_t>> keys_;  // sorted; with the place in `entries`
};

/// Reads a file.
/// \throws Error for a file that cannot be read, is binary, passes a limit, or whose format cannot be told.
[[nodiscard]] CITEGRAPH_API Bibliography read_bibliography(const std::string& path,
                                                           const BibliographyOptions& options = {});

/// Reads a bibliography from bytes; `path` names it in findings and helps to guess the format.
/// \throws Error for binary content, passed limits and a format that cannot be told.
[[nodiscard]] CITEGRAPH_API Bibliography parse_bibliography(std::string bytes, std::string path = {},
                                                            const BibliographyOptions& options = {});

/// Takes an entry as soon as it is read.
using BibliographySink = std::function<void(BibliographyEntry&& entry)>;

/// The same, handing entries over one by one in the order of the file; the result has everything else. What `sink`
/// throws ends the reading.
[[nodiscard]] CITEGRAPH_API Bibliography read_bibliography(const std::string& path, const BibliographySink& sink,
                                                           const BibliographyOptions& options = {});
/// The same from bytes.
[[nodiscard]] CITEGRAPH_API Bibliography parse_bibliography(std::string bytes, std::string path,
                                                            const BibliographySink& sink,
                                                            const BibliographyOptions& options = {});

/// How bibliographies are written.
struct BibliographyWriteOptions {
  Charset charset = Charset::utf8;  ///< In BibTeX and BibLaTeX: how letters outside ASCII are written.
};

/// Writes entries in their order; what no variable stands for (`extra`) goes along where the format has a place for it.
/// Every entry has a key; no two are equal.
/// \throws Error for a format that is only read.
CITEGRAPH_API void write_bibliography(std::ostream& out, std::span<const BibliographyEntry> entries,
                                      BibliographyFormat format, const BibliographyWriteOptions& options = {});
/// Writes works in their order.
CITEGRAPH_API void write_bibliography(std::ostream& out, std::span<const Work> works, BibliographyFormat format,
                                      const BibliographyWriteOptions& options = {});

/// "bibtex", "csl-json" ... to the format; nothing for an unknown name.
[[nodiscard]] CITEGRAPH_API std::optional<BibliographyFormat> parse_bibliography_format(std::string_view name) noexcept;
/// The names of the formats that can be read.
[[nodiscard]] CITEGRAPH_API std::vector<std::string> readable_bibliography_formats();
/// The names of the formats that can be written.
[[nodiscard]] CITEGRAPH_API std::vector<std::string> writable_bibliography_formats();

/// "bibtex", "csl-json" ...
[[nodiscard]] CITEGRAPH_API std::string_view to_string(BibliographyFormat format) noexcept;

}  // namespace citegraph
