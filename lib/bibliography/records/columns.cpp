#include "bibliography/records/columns.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "bibliography/records/work_fields.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::bibliography::records {
namespace {

// OpenCitations gives one DOI, or several identifiers with their schemes: "omid:br/06101 doi:10.1000/1 pmid:11".
std::string identifier_of(std::string_view field) {
  const std::size_t doi = field.find("doi:");
  if (doi != std::string_view::npos) field = field.substr(doi + 4);
  field = text::trim(field);
  field = field.substr(0, field.find(' '));
  std::string normal = normal_doi(field);
  return normal.empty() ? std::string(field) : normal;
}

void describe(WorkRecord& record, std::string id) {
  if (const std::string doi = normal_doi(id); doi == id) record.work.set(Variable::doi, doi);
  record.id = std::move(id);
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// Two fields divided by the first of tab, semicolon, comma that occurs, else by blanks. A DOI may hold commas and
// semicolons, but hardly tabs.
std::array<std::string_view, 2> split_pair(std::string_view line) {
  for (const char separator : {'\t', ',', ';'}) {
    const std::size_t at = line.find(separator);
    if (at == std::string_view::npos) continue;
    const std::string_view rest = line.substr(at + 1);
    return {text::trim(line.substr(0, at)), text::trim(rest.substr(0, rest.find(separator)))};
  }
  const std::size_t at = line.find(' ');
  if (at == std::string_view::npos) return {line, {}};
  const std::string_view rest = text::trim(line.substr(at));
  return {line.substr(0, at), rest.substr(0, rest.find(' '))};
}

std::string_view unquoted(std::string_view field) {
  if (field.size() >= 2 && field.front() == '"' && field.back() == '"') field = field.substr(1, field.size() - 2);
  return field;
}

}  // namespace

void split_csv(std::string_view line, std::vector<std::string>& fields) {
  std::size_t count = 0;
  std::size_t at = 0;
  for (;;) {
    if (fields.size() == count) fields.emplace_back();
    std::string& field = fields[count++];
    field.clear();
    while (at < line.size() && is_blank(line[at])) ++at;
    if (at < line.size() && line[at] == '"') {
      for (++at; at < line.size(); ++at) {
        if (line[at] == '"') {
          if (at + 1 >= line.size() || line[at + 1] != '"') break;
          ++at;
        }
        field += line[at];
      }
    }
    const std::size_t comma = std::min(line.find(',', at), line.size());
    if (field.empty()) field = text::trim(line.substr(at, comma - at));
    if (comma == line.size()) break;
    at = comma + 1;
  }
  fields.resize(count);
}

std::optional<CitationColumns> citation_columns(std::string_view head) {
  std::vector<std::string> names;
  split_csv(head, names);
  const auto place = [&names](std::string_view name) -> std::optional<std::size_t> {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
  };
  const auto citing = place("citing");
  const auto cited = place("cited");
  if (!citing || !cited) return std::nullopt;
  auto date = place("creation");
  if (!date) date = place("citing_publication_date");
  return CitationColumns{.citing = *citing, .cited = *cited, .date = date};
}

bool read_citation(const CitationColumns& columns, std::string_view line, std::vector<std::string>& fields,
                   WorkRecord& record) {
  split_csv(line, fields);
  if (columns.citing >= fields.size() || columns.cited >= fields.size()) return false;
  std::string citing = identifier_of(fields[columns.citing]);
  std::string cited = identifier_of(fields[columns.cited]);
  if (citing.empty() || cited.empty()) return false;
  describe(record, std::move(citing));
  record.cited.push_back(std::move(cited));
  if (columns.date && *columns.date < fields.size())
    record.work.set(DateVariable::issued, iso_date(fields[*columns.date]));
  return true;
}

bool is_edge_head(std::string_view line) {
  constexpr std::array<std::string_view, 4> citing = {"citing", "source", "from", "src"};
  constexpr std::array<std::string_view, 5> cited = {"cited", "target", "to", "dst", "dest"};
  const auto [first, second] = split_pair(text::trim(line));
  const auto is_one_of = [](const auto& names, std::string_view field) {
    return std::find(names.begin(), names.end(), text::fold(unquoted(field))) != names.end();
  };
  return is_one_of(citing, first) && is_one_of(cited, second);
}

bool read_edge(std::string_view line, WorkRecord& record) {
  const auto [citing, cited] = split_pair(text::trim(line));
  if (citing.empty() || cited.empty()) return false;
  describe(record, identifier_of(unquoted(citing)));
  record.cited.push_back(identifier_of(unquoted(cited)));
  return !record.id.empty() && !record.cited.back().empty();
}

}  // namespace citegraph::bibliography::records
