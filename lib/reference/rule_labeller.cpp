#include "reference/confidence.hpp"
#include "reference/labeller.hpp"
#include "reference/rules/draft.hpp"
#include "reference/rules/rules.hpp"

namespace citegraph::reference {

namespace {

// In the order in which they claim their tokens: what is certain first.
constexpr rules::Rule all_rules[] = {
    rules::claim_citation_number, rules::claim_identifiers, rules::claim_accessed,
    rules::claim_head_authors,    rules::claim_head_date,   rules::claim_reprint_note,
    rules::claim_quoted_title,    rules::claim_genre,       rules::claim_edition,
    rules::claim_editors,         rules::claim_translators, rules::claim_locators,
    rules::claim_other_dates,     rules::claim_containers,  rules::claim_publishers,
    rules::claim_title,           rules::claim_rest,        rules::settle_head,
};

}  // namespace

std::vector<Segment> RuleLabeller::segments(std::string_view text, std::span<const Mark> marks,
                                            std::span<const crf::Token> tokens) {
  rules::Draft draft(text, marks, tokens);
  for (const rules::Rule rule : all_rules) rule(draft);
  return draft.segments();
}

Labelled RuleLabeller::label(std::string_view text, std::span<const Mark> marks) const {
  Labelled labelled{segments(text, marks, crf::tokenize(text)), 0.0};
  labelled.confidence = reference_confidence(text, labelled.segments);
  return labelled;
}

}  // namespace citegraph::reference
