// Back references in brackets of the text: "(ibid., p. 12)", "Smith (op. cit., p. 3)". Those in notes are read by
// note.cpp.
#include "citation/back_reference.hpp"

#include <optional>
#include <string>

#include "citation/form.hpp"
#include "citation/locator.hpp"
#include "citation/names.hpp"
#include "text/fold.hpp"

namespace citegraph::citation {
namespace {

std::string folded(const Body& body, std::uint32_t token) { return text::fold(body.text(token)); }

// The citation whose back reference is tokens [at, end) of a bracket; nothing where it would need a name and has none.
std::optional<Proposal> propose(const Source& source, std::uint32_t bracket, std::uint32_t at, std::uint32_t end,
                                BackReference kind) {
  const Body& body = source.body;
  Proposal proposal;
  Citation& citation = proposal.citation;
  citation.form = CitationForm::parenthetical;
  citation.group = body[bracket].start;
  std::uint32_t first = at;
  if (kind == BackReference::work_of_author) {
    const bool narrative = at == bracket + 1;
    std::uint32_t names_end = narrative ? bracket : at;
    while (names_end > 0 && body.kind(names_end - 1) == TokenKind::comma) --names_end;
    const NameRun run = read_names_before(body, names_end, narrative ? 0 : bracket + 1, source.index);
    const ChosenNames names =
        choose_names(body, run, source.index, 0, narrative ? NamePlace::in_sentence : NamePlace::in_bracket);
    if (names.first == no_token || names.known < EntryIndex::Knows::first_author) return std::nullopt;
    if (narrative) citation.form = CitationForm::narrative;
    citation.names = names.names;
    citation.others = names.others;
    first = names.first;
  }
  Target target;
  if (const std::optional<Locator> locator = read_locator(body, end)) {
    target.locator = locator->text;
    target.locator_label = locator->label;
    end = locator->end;
  }
  if (citation.form == CitationForm::narrative && body.partner(bracket) == end) ++end;
  citation.span = {body[first].start, body[end - 1].end};
  citation.targets.push_back(std::move(target));
  return proposal;
}

}  // namespace

BackReference read_back_reference(const Body& body, std::uint32_t at, std::uint32_t& end) {
  if (body.kind(at) != TokenKind::word) return BackReference::none;
  const std::string word = folded(body, at);
  const auto with_period = [&](std::uint32_t token) {
    return body.kind(token) == TokenKind::period ? token + 1 : token;
  };
  if (word == "ibid" || word == "ibidem" || word == "ebd" || word == "ebenda" || word == "idem" || word == "id") {
    end = with_period(at + 1);
    return BackReference::same_work;
  }
  if (word == "op" || word == "loc" || word == "art") {
    const std::uint32_t cit = with_period(at + 1);
    const std::string second = folded(body, cit);
    if (second != "cit" && second != "citato") return BackReference::none;
    end = with_period(cit + 1);
    return BackReference::work_of_author;
  }
  if (word == "a" && body.kind(at + 1) == TokenKind::period && folded(body, at + 2) == "a" &&
      folded(body, with_period(at + 3)) == "o") {
    end = with_period(with_period(at + 3) + 1);
    return BackReference::work_of_author;
  }
  return BackReference::none;
}

std::vector<Proposal> propose_back_references(const Source& source) {
  const Body& body = source.body;
  std::vector<Proposal> proposals;
  for (std::uint32_t i = 0; i < body.size(); ++i) {
    const std::uint32_t bracket = body.bracket(i);
    if (bracket == no_token || body.kind(i) != TokenKind::word) continue;
    // At the start of its bracket or part of a group; "op. cit." also after the names.
    const TokenKind before = body.kind(i - 1);
    if (i != bracket + 1 && before != TokenKind::semicolon && before != TokenKind::comma && before != TokenKind::word)
      continue;
    std::uint32_t end = i;
    const BackReference kind = read_back_reference(body, i, end);
    if (kind == BackReference::none || (kind == BackReference::same_work && before == TokenKind::comma)) continue;
    const TokenKind after = body.kind(end);
    if (after != TokenKind::close && after != TokenKind::comma && after != TokenKind::colon &&
        after != TokenKind::semicolon && body.kind(end) != TokenKind::word && after != TokenKind::number)
      continue;
    if (std::optional<Proposal> proposal = propose(source, bracket, i, end, kind))
      proposals.push_back(std::move(*proposal));
    i = end - 1;
  }
  return proposals;
}

}  // namespace citegraph::citation
