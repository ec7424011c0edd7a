// What a document's format tags, as a few lines.
//
//     entry B1 [3.]
//       article-journal author=Lee,A; date=2001; title=Of ships
//     cites B1 B2|3–4
//
// Behind a value stands "~" and what is printed, where that is something else, or "~" alone where nothing is.
#pragma once

#include <string>

#include "citegraph/document.hpp"

namespace citegraph::document {

inline std::string dump_field(const Document& document, const TaggedField& field) {
  std::string value = field.value;
  if (field.name) {
    value = field.name->is_literal() ? field.name->literal : field.name->cited_form() + ',' + field.name->given;
    if (!field.name->suffix.empty()) value += ',' + field.name->suffix;
  }
  const std::string printed(slice(document.text, field.span));
  std::string out = std::string(to_string(field.label)) + '=' + value;
  if (printed != field.value) out += '~' + printed;
  return out;
}

inline std::string dump_tagged(const Document& document) {
  std::string out;
  for (const TaggedReference& reference : document.tagged_references) {
    out += "entry " + reference.id;
    if (!reference.number.empty()) out += " [" + reference.number + "]";
    out += '\n';
    for (const TaggedWork& work : reference.works) {
      out += "  " + std::string(to_string(work.type));
      for (std::size_t i = 0; i < work.fields.size(); ++i)
        out += (i == 0 ? " " : "; ") + dump_field(document, work.fields[i]);
      out += '\n';
    }
  }
  for (const TaggedCitation& citation : document.tagged_citations) {
    out += "cites";
    for (const std::string& id : citation.ids) out += ' ' + id;
    out += '|' + std::string(slice(document.text, citation.span));
    if (citation.narrative) out += " in the sentence";
    if (!citation.prefix.empty()) out += " prefix=" + citation.prefix;
    if (!citation.suffix.empty()) out += " suffix=" + citation.suffix;
    out += '\n';
  }
  return out;
}

}  // namespace citegraph::document
