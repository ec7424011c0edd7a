// A law or decree of the list, named in the text by its kind and number: "a Lei nº 13.146, de 6 de julho de 2015".
#include <algorithm>
#include <string>

#include "citation/form.hpp"
#include "citation/instrument.hpp"
#include "citation/words.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::citation {

Proposals propose_legal(const Source& source) {
  const Body& body = source.body;
  Proposals proposals;
  std::uint32_t next = 0;  // text offset
  for (std::uint32_t i = 0; i < body.size(); ++i) {
    const Token& token = body[i];
    if (token.start < next || token.kind != TokenKind::word || !token.capital) continue;
    if (!is_legal_instrument(body.folded(i))) continue;
    const Instrument found = read_instrument(body.text().substr(token.start, 200));
    if (found.empty() || source.index.by_instrument(found).empty()) continue;
    Proposal proposal;
    proposal.confirmed = true;
    Citation& citation = proposal.citation;
    citation.form = CitationForm::title;
    citation.span = {token.start, token.start + static_cast<std::uint32_t>(found.end)};
    const std::uint32_t bracket = body.bracket(i);
    citation.group = bracket == no_token ? token.start : body[bracket].start;
    citation.title = text::collapse_spaces(slice(body.text(), citation.span));
    citation.targets.emplace_back();
    proposals.push_back(std::move(proposal));
    next = token.start + static_cast<std::uint32_t>(found.end);
  }
  return proposals;
}

}  // namespace citegraph::citation
