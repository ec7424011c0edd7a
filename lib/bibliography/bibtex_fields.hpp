// The fields of entries that stand for something in a work, by name.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace citegraph::bibliography {

enum class BibtexField : std::uint8_t {
  abstract,
  address,
  annotation,
  archiveprefix,
  author,
  bookauthor,
  booksubtitle,
  booktitle,
  chapter,
  crossref,
  date,
  day,
  doi,
  edition,
  editor,
  eid,
  entrysubtype,
  eprint,
  eprinttype,
  eventdate,
  eventtitle,
  howpublished,
  ids,
  institution,
  isbn,
  issn,
  issue,
  journal,
  journalsubtitle,
  journaltitle,
  keywords,
  langid,
  language,
  library,
  location,
  mainsubtitle,
  maintitle,
  month,
  note,
  number,
  organization,
  origdate,
  pages,
  pagetotal,
  pmcid,
  pmid,
  primaryclass,
  publisher,
  pubstate,
  school,
  series,
  shortjournal,
  shorttitle,
  subtitle,
  title,
  translator,
  type,
  url,
  urldate,
  venue,
  version,
  volume,
  volumes,
  xdata,
  year,
};
inline constexpr std::size_t bibtex_field_count = static_cast<std::size_t>(BibtexField::year) + 1;

// By name in any letter case, other names of a field too ("annote"); nothing for a field of another kind.
std::optional<BibtexField> find_bibtex_field(std::string_view name) noexcept;

// The raw values of an entry.
class BibtexValues {
 public:
  [[nodiscard]] std::string_view operator[](BibtexField field) const noexcept {
    return values_[static_cast<std::size_t>(field)];
  }
  std::string_view& operator[](BibtexField field) noexcept { return values_[static_cast<std::size_t>(field)]; }

 private:
  std::array<std::string_view, bibtex_field_count> values_{};
};

}  // namespace citegraph::bibliography
