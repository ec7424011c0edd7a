#include <optional>

#include "citegraph/identifier.hpp"

#include "reference/normaliser/draft.hpp"
#include "reference/normaliser/values.hpp"

namespace citegraph::reference::normaliser {

namespace {

// Line ends in a PDF leave blanks inside addresses: "https://www.ice. example/a/ b.html".
std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '\n' && c != '\t' && c != '\r') out += c;
  return out;
}

bool has_blank(std::string_view text) { return text.find_first_of(" \n\t\r") != std::string_view::npos; }

std::optional<Identifier> identifier_in(std::string_view value, Variable variable) {
  if (has_blank(value) && (variable == Variable::url || variable == Variable::doi))
    if (std::optional<Identifier> joined = parse_identifier(without_blanks(value))) return joined;
  return parse_identifier(value);
}

void add_identifier(WorkDraft& draft, Variable fallback, std::string_view value) {
  const std::optional<Identifier> identifier = identifier_in(value, fallback);
  const bool fits = identifier && (identifier->scheme != IdentifierScheme::url || fallback == Variable::url);
  if (fits) {
    draft.add(*identifier);
  } else if (fallback != Variable::arxiv) {
    draft.add(fallback, clean_value(value), Second::is_other);
  }
}

}  // namespace

void add_doi(WorkDraft& draft, const Field& field) { add_identifier(draft, Variable::doi, field.value()); }
void add_url(WorkDraft& draft, const Field& field) { add_identifier(draft, Variable::url, field.value()); }
void add_isbn(WorkDraft& draft, const Field& field) { add_identifier(draft, Variable::isbn, field.value()); }

// "arXiv:..." and "PMID: ..." as well as bare PMIDs.
void add_eprint(WorkDraft& draft, const Field& field) {
  const std::string value = clean_value(field.value());
  if (!value.empty() && value.find_first_not_of("0123456789") == std::string::npos)
    draft.add(Variable::pmid, value, Second::is_other);
  else
    add_identifier(draft, Variable::arxiv, field.value());
}

void add_unlabelled_identifiers(WorkDraft& draft, std::string_view text) {
  for (const FoundIdentifier& found : find_identifiers(text))
    if (found.identifier.valid) draft.add(found.identifier);
}

}  // namespace citegraph::reference::normaliser
