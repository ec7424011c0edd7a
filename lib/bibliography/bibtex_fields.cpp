#include "bibliography/bibtex_fields.hpp"

#include <algorithm>

#include "text/ascii.hpp"

namespace citegraph::bibliography {
namespace {

struct Row {
  std::string_view name;
  BibtexField field;
};

constexpr auto rows = std::to_array<Row>({
    {"abstract", BibtexField::abstract},
    {"address", BibtexField::address},
    {"annotation", BibtexField::annotation},
    {"archiveprefix", BibtexField::archiveprefix},
    {"author", BibtexField::author},
    {"bookauthor", BibtexField::bookauthor},
    {"booksubtitle", BibtexField::booksubtitle},
    {"booktitle", BibtexField::booktitle},
    {"chapter", BibtexField::chapter},
    {"crossref", BibtexField::crossref},
    {"date", BibtexField::date},
    {"day", BibtexField::day},
    {"doi", BibtexField::doi},
    {"edition", BibtexField::edition},
    {"editor", BibtexField::editor},
    {"eid", BibtexField::eid},
    {"entrysubtype", BibtexField::entrysubtype},
    {"eprint", BibtexField::eprint},
    {"eprinttype", BibtexField::eprinttype},
    {"eventdate", BibtexField::eventdate},
    {"eventtitle", BibtexField::eventtitle},
    {"howpublished", BibtexField::howpublished},
    {"ids", BibtexField::ids},
    {"institution", BibtexField::institution},
    {"isbn", BibtexField::isbn},
    {"issn", BibtexField::issn},
    {"issue", BibtexField::issue},
    {"journal", BibtexField::journal},
    {"journalsubtitle", BibtexField::journalsubtitle},
    {"journaltitle", BibtexField::journaltitle},
    {"keywords", BibtexField::keywords},
    {"langid", BibtexField::langid},
    {"language", BibtexField::language},
    {"library", BibtexField::library},
    {"location", BibtexField::location},
    {"mainsubtitle", BibtexField::mainsubtitle},
    {"maintitle", BibtexField::maintitle},
    {"month", BibtexField::month},
    {"note", BibtexField::note},
    {"number", BibtexField::number},
    {"organization", BibtexField::organization},
    {"origdate", BibtexField::origdate},
    {"pages", BibtexField::pages},
    {"pagetotal", BibtexField::pagetotal},
    {"pmcid", BibtexField::pmcid},
    {"pmid", BibtexField::pmid},
    {"primaryclass", BibtexField::primaryclass},
    {"publisher", BibtexField::publisher},
    {"pubstate", BibtexField::pubstate},
    {"school", BibtexField::school},
    {"series", BibtexField::series},
    {"shortjournal", BibtexField::shortjournal},
    {"shorttitle", BibtexField::shorttitle},
    {"subtitle", BibtexField::subtitle},
    {"title", BibtexField::title},
    {"translator", BibtexField::translator},
    {"type", BibtexField::type},
    {"url", BibtexField::url},
    {"urldate", BibtexField::urldate},
    {"venue", BibtexField::venue},
    {"version", BibtexField::version},
    {"volume", BibtexField::volume},
    {"volumes", BibtexField::volumes},
    {"xdata", BibtexField::xdata},
    {"year", BibtexField::year},
    {"annote", BibtexField::annotation},
    {"eprintclass", BibtexField::primaryclass},
    {"keyword", BibtexField::keywords},
    {"lastchecked", BibtexField::urldate},
    {"numpages", BibtexField::pagetotal},
    {"pubmed", BibtexField::pmid},
});

constexpr std::size_t longest_name = 16;

constexpr std::size_t slot_count = 512;
constexpr std::uint8_t no_row = 0xFF;
static_assert(rows.size() < no_row);

constexpr std::size_t slot_of(std::string_view name) noexcept {
  std::uint32_t hash = 2166136261U;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(text::ascii_lower(c))) * 16777619U;
  return (hash ^ (hash >> 13U)) % slot_count;
}

// Open addressing: a name stands in its slot or in one of the next.
constexpr auto slots = [] {
  std::array<std::uint8_t, slot_count> table{};
  table.fill(no_row);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    std::size_t slot = slot_of(rows[row].name);
    while (table[slot] != no_row) slot = (slot + 1) % slot_count;
    table[slot] = static_cast<std::uint8_t>(row);
  }
  return table;
}();

bool equal(std::string_view name, std::string_view known) noexcept { return text::equals_in_any_case(name, known); }

}  // namespace

std::optional<BibtexField> find_bibtex_field(std::string_view name) noexcept {
  if (name.size() > longest_name) return std::nullopt;
  for (std::size_t slot = slot_of(name); slots[slot] != no_row; slot = (slot + 1) % slot_count) {
    const Row& row = rows[slots[slot]];
    if (equal(name, row.name)) return row.field;
  }
  return std::nullopt;
}

}  // namespace citegraph::bibliography
