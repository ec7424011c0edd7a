#include "document/latex.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "document/latex/biblatex_list.hpp"
#include "document/latex/scanner.hpp"
#include "document/library.hpp"
#include "document/report.hpp"
#include "text/utf8.hpp"

namespace citegraph::document {
namespace {

// The bibliographies that the document holds itself come before those in files.
std::vector<NamedFile> read_held(const latex::Scanner& scanner, const std::string& path, const ReadOptions& options,
                                 Library& library) {
  std::vector<NamedFile> others;
  for (const NamedFile& named : scanner.bibliographies()) {
    const std::string* held = scanner.held_file(named.name);
    if (held == nullptr) held = scanner.held_file(named.name + ".bib");
    if (held != nullptr)
      library.read(*held, path, options);
    else
      others.push_back(named);
  }
  return others;
}

// The list that BibTeX or biber made of a bibliography that is not at hand.
bool read_bbl(latex::Scanner& scanner, Companions& companions, Library& library) {
  const std::string name = companions.sibling(".bbl");
  if (name.empty()) return false;
  Companions::File file = companions.read(name);
  if (file.outcome != Companions::Outcome::read) return false;
  text::Decoded decoded = text::decode(file.bytes);
  if (decoded.binary) return false;
  if (latex::is_biblatex_list(decoded.text)) {
    library.read(latex::entries_of_list(decoded.text), companions.full_path(file.path), companions.options(),
                 Library::Origin::made);
    return !library.empty();
  }
  if (decoded.text.find("\\bibitem") == std::string::npos) return false;
  scanner.read_list(std::move(decoded.text), decoded.map, companions.full_path(file.path), std::move(file.bytes));
  return scanner.has_list();
}

void set_head(const latex::Scanned& scanned, Document& document) {
  std::string title = scanned.title;
  if (title.empty() && !document.blocks.empty() && document.blocks.front().kind == BlockKind::heading)
    title = slice(document.text, document.blocks.front().span);
  document.work.set(Variable::title, text::collapse_spaces(title));
  std::vector<Name> authors;
  for (const std::string& printed : scanned.authors) {
    NameList names = parse_names(printed);
    authors.insert(authors.end(), std::make_move_iterator(names.names.begin()),
                   std::make_move_iterator(names.names.end()));
  }
  document.work.set(NameVariable::author, std::move(authors));
  if (!scanned.date.empty()) document.work.set(DateVariable::issued, parse_date(scanned.date));
}

}  // namespace

bool looks_like_latex(std::string_view text) {
  text = text.substr(0, 1U << 16U);
  for (const std::string_view sign : {"\\documentclass", "\\begin{document}", "\\documentstyle"})
    if (text.find(sign) != std::string_view::npos) return true;
  return text.find("\\section{") != std::string_view::npos && text.find("\\cite") != std::string_view::npos;
}

std::vector<Document> read_latex(const Input& input) {
  Document document = input.file;
  latex::Scanner scanner(input, document);
  scanner.run();
  Library library;
  const std::vector<NamedFile> named = read_held(scanner, document.path, input.companions.options(), library);
  std::vector<Library::Failure> failures;
  if (library.empty() || !named.empty()) failures = library.read_named(named, input.companions);
  if (library.empty() && !scanner.has_list() && read_bbl(scanner, input.companions, library)) failures.clear();
  const latex::Scanned scanned = scanner.finish();
  document.map = document.map.through(input.decoded.map);
  const SourceMap to_source = scanner.map().through(input.decoded.map);
  report_failures(failures, to_source, document);
  for (const latex::Scanned::Finding& finding : scanned.findings)
    report(document, finding.code, to_source.to_source(finding.place), finding.message);
  set_head(scanned, document);
  library.hand_over(document, scanned.listed);
  std::vector<Document> documents;
  documents.push_back(std::move(document));
  return documents;
}

}  // namespace citegraph::document
