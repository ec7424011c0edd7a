#include "bibliography/formats.hpp"

#include <algorithm>
#include <string>

#include "bibliography/bibtex_reader.hpp"

namespace citegraph::bibliography {
namespace {

constexpr std::string_view bibtex_endings[] = {".bib", ".bibtex", ".biblatex"};

constexpr FormatRow table[] = {
    {BibliographyFormat::bibtex, "bibtex", bibtex_endings, looks_like_bibtex, read_bibtex},
    {BibliographyFormat::biblatex, "biblatex", {}, nullptr, read_bibtex},
};

std::string ending_of(std::string_view path) {
  const std::size_t name = path.find_last_of("/\\");
  if (name != std::string_view::npos) path.remove_prefix(name + 1);
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return {};
  std::string ending(path.substr(dot));
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return ending;
}

}  // namespace

std::span<const FormatRow> formats() { return table; }

const FormatRow* find_format(BibliographyFormat format, std::string_view path, std::string_view text) {
  const std::string ending = ending_of(path);
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

std::string_view to_string(BibliographyFormat format) noexcept {
  for (const bibliography::FormatRow& row : bibliography::formats())
    if (row.format == format) return row.name;
  return "automatic";
}

}  // namespace citegraph
