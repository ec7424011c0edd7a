#include "bibliography/formats.hpp"

#include <algorithm>
#include <string>

#include "bibliography/bibtex_reader.hpp"
#include "bibliography/csl_json_reader.hpp"
#include "bibliography/csl_yaml.hpp"
#include "bibliography/markup/formats.hpp"
#include "bibliography/nbib.hpp"
#include "bibliography/records/bibliography.hpp"
#include "bibliography/ris.hpp"
#include "bibliography/writers.hpp"
#include "text/text_file.hpp"

namespace citegraph::bibliography {
namespace {

constexpr std::string_view bibtex_endings[] = {".bib", ".bibtex", ".biblatex"};
constexpr std::string_view json_endings[] = {".csljson"};
constexpr std::string_view yaml_endings[] = {".yaml", ".yml"};
constexpr std::string_view mods_endings[] = {".mods"};
constexpr std::string_view refer_endings[] = {".enw", ".refer"};
constexpr std::string_view nbib_endings[] = {".nbib", ".medline"};
constexpr std::string_view ris_endings[] = {".ris"};

// ".json" and ".xml" say too little: the content tells.
constexpr FormatRow table[] = {
    {BibliographyFormat::ris, "ris", ris_endings, looks_like_ris, read_ris, write_ris},
    {BibliographyFormat::nbib, "nbib", nbib_endings, looks_like_nbib, read_nbib, nullptr},
    {BibliographyFormat::mods, "mods", mods_endings, markup::looks_like_mods, markup::read_mods, markup::write_mods},
    {BibliographyFormat::endnote,
     "endnote",
     {},
     markup::looks_like_endnote,
     markup::read_endnote,
     markup::write_endnote},
    {BibliographyFormat::refer, "refer", refer_endings, markup::looks_like_refer, markup::read_refer,
     markup::write_refer},
    {BibliographyFormat::jats, "jats", {}, nullptr, nullptr, markup::write_jats_list},
    {BibliographyFormat::tei, "tei", {}, nullptr, nullptr, markup::write_tei_list},
    {BibliographyFormat::open_alex, "open-alex", {}, looks_like_open_alex, read_open_alex_works, nullptr},
    {BibliographyFormat::crossref, "crossref", {}, looks_like_crossref, read_crossref_works, nullptr},
    {BibliographyFormat::csl_json, "csl-json", json_endings, looks_like_csl_json, read_csl_json, write_csl_entries},
    {BibliographyFormat::csl_yaml, "csl-yaml", yaml_endings, looks_like_csl_yaml, read_csl_yaml, nullptr},
    {BibliographyFormat::bibtex, "bibtex", bibtex_endings, looks_like_bibtex, read_bibtex, write_bibtex_entries},
    {BibliographyFormat::biblatex, "biblatex", {}, nullptr, read_bibtex, write_biblatex_entries},
};

}  // namespace

std::span<const FormatRow> formats() { return table; }

const FormatRow* find_format(BibliographyFormat format, std::string_view path, std::string_view text) {
  const std::string ending = text::path_ending(path);
  for (const FormatRow& row : table) {
    const bool named = format != BibliographyFormat::automatic
                           ? row.format == format
                           : std::find(row.endings.begin(), row.endings.end(), ending) != row.endings.end();
    if (named && row.read != nullptr) return &row;
  }
  if (format != BibliographyFormat::automatic) return nullptr;
  const auto* place = std::find_if(std::begin(table), std::end(table), [text](const FormatRow& row) {
    return row.recognise != nullptr && row.recognise(text);
  });
  return place == std::end(table) ? nullptr : place;
}

}  // namespace citegraph::bibliography

namespace citegraph {

std::optional<BibliographyFormat> parse_bibliography_format(std::string_view name) noexcept {
  for (const bibliography::FormatRow& row : bibliography::formats())
    if (row.name == name) return row.format;
  return std::nullopt;
}

std::vector<std::string> readable_bibliography_formats() {
  std::vector<std::string> names;
  for (const bibliography::FormatRow& row : bibliography::formats())
    if (row.read != nullptr) names.emplace_back(row.name);
  return names;
}

std::vector<std::string> writable_bibliography_formats() {
  std::vector<std::string> names;
  for (const bibliography::FormatRow& row : bibliography::formats())
    if (row.write != nullptr) names.emplace_back(row.name);
  return names;
}

std::string_view to_string(BibliographyFormat format) noexcept {
  for (const bibliography::FormatRow& row : bibliography::formats())
    if (row.format == format) return row.name;
  return "automatic";
}

}  // namespace citegraph
