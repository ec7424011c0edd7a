#include "citegraph/bibtex.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "bibliography/bibtex_entry.hpp"
#include "bibliography/keys.hpp"
#include "bibliography/latex.hpp"
#include "bibliography/writers.hpp"
#include "text/ascii.hpp"

namespace citegraph {
namespace {

// What BibTeX and biber take for the name of a field.
bool is_field_name(std::string_view name) {
  return !name.empty() && text::is_ascii_lower(name.front()) && std::all_of(name.begin(), name.end(), [](char c) {
    return text::is_ascii_lower(c) || text::is_ascii_digit(c) || c == '-' || c == '_';
  });
}

// What an entry without names is sorted and labelled by: made of the title, but where the entry came with its own.
constexpr std::string_view sort_field = "key";

void write_entry(std::ostream& out, const Work& work, std::span<const ExtraField> extra, const std::string& key,
                 const BibtexOptions& options) {
  bibliography::BibtexEntry entry = bibliography::make_entry(work, options);
  if (std::any_of(extra.begin(), extra.end(), [](const ExtraField& field) { return field.name == sort_field; }))
    std::erase_if(entry.fields, [](const auto& field) { return field.first == sort_field; });
  out << '@' << entry.type << '{' << key << ",\n";
  for (const auto& [field, value] : entry.fields) out << "  " << field << " = " << value << ",\n";
  std::vector<std::string_view> written;
  for (const ExtraField& field : extra) {
    const auto is_same = [&field](std::string_view name) { return name == field.name; };
    const bool taken =
        std::any_of(entry.fields.begin(), entry.fields.end(), [&](const auto& each) { return is_same(each.first); }) ||
        std::any_of(written.begin(), written.end(), is_same);
    if (taken || !is_field_name(field.name)) continue;
    out << "  " << field.name << " = {" << bibliography::latex_text(field.text, options.charset) << "},\n";
    written.push_back(field.name);
  }
  out << "}\n";
}

}  // namespace

void write_bibtex(std::ostream& out, std::span<const Work> works, const BibtexOptions& options) {
  const std::vector<std::string> keys = bibliography::unique_keys(works);
  for (std::size_t i = 0; i < works.size(); ++i) {
    if (i > 0) out << '\n';
    write_entry(out, works[i], {}, keys[i], options);
  }
}

namespace bibliography {
namespace {

void write_dialect(std::ostream& out, const EntriesToWrite& what, BibtexDialect dialect) {
  for (std::size_t i = 0; i < what.entries.size(); ++i) {
    if (i > 0) out << '\n';
    write_entry(out, what.entries[i]->work, what.entries[i]->extra, what.keys[i],
                {.dialect = dialect, .charset = what.options.charset});
  }
}

}  // namespace

void write_bibtex_entries(std::ostream& out, const EntriesToWrite& what) {
  write_dialect(out, what, BibtexDialect::bibtex);
}

void write_biblatex_entries(std::ostream& out, const EntriesToWrite& what) {
  write_dialect(out, what, BibtexDialect::biblatex);
}

}  // namespace bibliography
}  // namespace citegraph
