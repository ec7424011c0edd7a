#include "document/library.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "citegraph/bibliography.hpp"
#include "citegraph/error.hpp"

#include "document/report.hpp"
#include "text/utf8.hpp"

namespace citegraph::document {

void Library::read(std::string bytes, const std::string& path, const ReadOptions& options, Origin origin) {
  BibliographyOptions reading;
  reading.limits = options.limits;
  Bibliography bibliography;
  try {
    bibliography = parse_bibliography(std::move(bytes), path, reading);
  } catch (const Error& error) {
    Diagnostic finding;
    finding.code = diagnostic_code("missing-file").code;
    finding.severity = diagnostic_code("missing-file").severity;
    finding.path = path;
    finding.line = std::max(error.line(), 1U);
    finding.column = std::max(error.column(), 1U);
    std::string what = error.what();
    if (what.starts_with(path + ": ")) what.erase(0, path.size() + 2);
    finding.message = "the bibliography was not read: " + what;
    findings_.push_back({std::move(finding), none});
    return;
  }
  const std::uint32_t first = size();
  for (Diagnostic& finding : bibliography.diagnostics) {
    const auto after = std::upper_bound(
        bibliography.entries.begin(), bibliography.entries.end(), finding.source.start,
        [](std::uint32_t offset, const BibliographyEntry& entry) { return offset < entry.source.start; });
    const bool inside = after != bibliography.entries.begin() && finding.source.start < (after - 1)->source.end;
    const auto entry = static_cast<std::uint32_t>(after - bibliography.entries.begin()) - 1;
    if (origin == Origin::made) {
      finding.source = {};
      finding.line = finding.column = 1;
    }
    findings_.push_back({std::move(finding), inside ? first + entry : none});
  }
  for (BibliographyEntry& entry : bibliography.entries) {
    const std::uint32_t place = size();
    add(std::move(entry.work));
    for (std::string& alias : entry.aliases) by_key_.emplace(std::move(alias), place);
  }
}

std::vector<Library::Failure> Library::read_named(const std::vector<NamedFile>& files, Companions& companions) {
  std::vector<Failure> failures;
  for (const NamedFile& named : files) {
    const bool bare = named.name.substr(named.name.find_last_of("/\\") + 1).find('.') == std::string::npos;
    Companions::File file = companions.read(named.name, bare ? ".bib" : "");
    if (file.outcome == Companions::Outcome::read)
      read(std::move(file.bytes), companions.full_path(file.path), companions.options());
    else
      failures.push_back({named, file.outcome});
  }
  if (failures.size() < files.size()) return failures;
  for (const std::string_view ending : {".bib", ".json", ".yaml"}) {
    const std::string name = companions.sibling(ending);
    if (name.empty()) break;
    Companions::File file = companions.read(name);
    if (file.outcome != Companions::Outcome::read) continue;
    read(std::move(file.bytes), companions.full_path(file.path), companions.options());
    break;
  }
  return failures;
}

void report_failures(const std::vector<Library::Failure>& failures, const SourceMap& to_source, Document& document) {
  for (const Library::Failure& failure : failures)
    report(document, "missing-file", to_source.to_source(failure.file.place),
           "the bibliography \"" + failure.file.name + "\" " + why_not(failure.outcome));
}

void Library::add(Work work) {
  by_key_.emplace(work.key, size());
  works_.push_back(std::move(work));
}

std::uint32_t Library::find(const std::string& key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? size() : found->second;
}

void Library::hand_over(Document& document, const std::vector<std::string>& listed) {
  std::vector<bool> wanted(works_.size(), false);
  for (TaggedCitation& citation : document.tagged_citations)
    for (std::string& key : citation.ids) {
      const std::uint32_t place = find(key);
      if (place == size()) continue;
      wanted[place] = true;
      key = works_[place].key;
    }
  for (const std::string& key : listed) {
    if (key == "*") wanted.assign(wanted.size(), true);
    if (const std::uint32_t place = find(key); place < size()) wanted[place] = true;
  }
  for (std::uint32_t place = 0; place < size(); ++place)
    if (wanted[place]) document.bibliography.push_back(works_[place]);
  for (Finding& finding : findings_)
    if (finding.entry == none || wanted[finding.entry] || finding.diagnostic.severity == Severity::error)
      document.diagnostics.push_back(std::move(finding.diagnostic));
  findings_.clear();
}

}  // namespace citegraph::document
