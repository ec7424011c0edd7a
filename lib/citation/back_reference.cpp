// Back references in brackets of the text: "(ibid., p. 12)", "Smith (op. cit., p. 3)". Those in notes are read by
// note_work.cpp.
#include "citation/back_reference.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "citation/dated.hpp"
#include "citation/form.hpp"
#include "citation/locator.hpp"
#include "citation/names.hpp"
#include "text/fold.hpp"

namespace citegraph::citation {
namespace {

// How sure the words are without more: abbreviations that are also words or names of things need their full stop.
enum class Stop : std::uint8_t { optional, needed };

struct BackReferenceRow {
  std::string_view words;  // folded, full stops left out
  BackReference kind;
  Stop stop = Stop::optional;
};
constexpr BackReferenceRow rows[] = {
    {"ibidem", BackReference::same_work},
    {"ibid", BackReference::same_work},
    {"ib", BackReference::same_work, Stop::needed},
    {"ebenda", BackReference::same_work},
    {"ebda", BackReference::same_work},
    {"ebd", BackReference::same_work},
    {"там же", BackReference::same_work},
    {"idem", BackReference::same_author},
    {"id", BackReference::same_author, Stop::needed},
    {"derselbe", BackReference::same_author},
    {"dieselbe", BackReference::same_author},
    {"dieselben", BackReference::same_author},
    {"ders", BackReference::same_author, Stop::needed},
    {"dies", BackReference::same_author, Stop::needed},
    {"opus citatum", BackReference::work_of_author},
    {"opere citato", BackReference::work_of_author},
    {"op cit", BackReference::work_of_author},
    {"ob cit", BackReference::work_of_author},
    {"obra citada", BackReference::work_of_author},
    {"loco citato", BackReference::work_of_author},
    {"loc cit", BackReference::work_of_author},
    {"art cit", BackReference::work_of_author},
    {"art citato", BackReference::work_of_author},
    {"a a o", BackReference::work_of_author, Stop::needed},
    {"aao", BackReference::work_of_author},
    {"o c", BackReference::work_of_author, Stop::needed},
    {"l c", BackReference::work_of_author, Stop::needed},
    {"указ соч", BackReference::work_of_author},
};

bool is_note_word(std::string_view folded) noexcept {
  constexpr std::string_view words[] = {"anm", "anmerkung", "fn",    "footnote", "fussnote", "fußnote", "n",
                                        "nn",  "nota",      "notas", "note",     "notes",    "прим",    "примеч"};
  return std::find(std::begin(words), std::end(words), folded) != std::end(words);
}

// The token after `row`, or `at` where the text is another.
std::uint32_t match(const Body& body, std::uint32_t at, const BackReferenceRow& row) {
  std::string_view words = row.words;
  std::uint32_t token = at;
  bool stopped = false;
  bool capitals = true;  // "ID" is no "id."
  while (!words.empty()) {
    if (body.kind(token) != TokenKind::word) return at;
    const std::string_view word = words.substr(0, words.find(' '));
    if (body.folded(token) != word) return at;
    capitals = capitals && is_initials(body.text(token)) && word.size() > 1;
    ++token;
    stopped = body.kind(token) == TokenKind::period;
    words.remove_prefix(std::min(words.size(), word.size() + 1));
    if (stopped) ++token;
  }
  if (row.stop == Stop::needed && (!stopped || capitals)) return at;
  return token;
}

// "n. 12", "Anm. 3", "note 5 above"
std::uint32_t match_note(const Body& body, std::uint32_t at) {
  if (body.kind(at) != TokenKind::word || !is_note_word(body.folded(at))) return at;
  std::uint32_t number = at + 1;
  if (body.kind(number) == TokenKind::period) ++number;
  if (body.kind(number) != TokenKind::number || body.text(number).size() > 4) return at;
  const std::uint32_t after = number + 1;
  return body.is(after, "above") || body.is(after, "supra") || body.is(after, "oben") ? after + 1 : after;
}

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
    const ChosenNames names = choose_names(body, run, source.index, 0, NamePlace::in_note);
    const bool known = names.first != no_token && names.known >= EntryIndex::Knows::first_author;
    if (!known && !narrative) return std::nullopt;
    if (known) {
      if (narrative) citation.form = CitationForm::narrative;
      citation.names = names.names;
      citation.others = names.others;
      first = names.first;
    }
  } else if (kind == BackReference::same_author && body.kind(end) == TokenKind::comma) {  // "(IDEM, 2010, p. 20)"
    if (const std::optional<Dated> dated = read_date(body, end + 1)) {
      citation.date = dated->date;
      end = dated->end;
    }
  }
  const std::optional<Locator> locator = read_locator(body, end);
  if (locator) end = locator->end;
  if (citation.form == CitationForm::narrative && body.partner(bracket) == end) ++end;
  citation.span = {body[first].start, body[end - 1].end};
  citation.targets.push_back(target_at(locator));
  return proposal;
}

// What stands before is the bracket, another part of its group, or a word that leads to the reference ("see ibid.").
bool may_begin(const Body& body, std::uint32_t at, std::uint32_t bracket, BackReference kind) {
  if (at == bracket + 1) return true;
  const TokenKind before = body.kind(at - 1);
  if (before == TokenKind::semicolon) return true;
  if (kind == BackReference::work_of_author) return before == TokenKind::comma || before == TokenKind::word;
  const std::uint32_t word = before == TokenKind::period || before == TokenKind::comma ? at - 2 : at - 1;
  return word > bracket && body.kind(word) == TokenKind::word && points_back(body.folded(word));
}

bool may_end(const Body& body, std::uint32_t end) {
  switch (body.kind(end)) {
    case TokenKind::close:
    case TokenKind::comma:
    case TokenKind::colon:
    case TokenKind::semicolon:
      return true;
    default:
      return read_locator(body, end).has_value();
  }
}

}  // namespace

BackReference read_back_reference(const Body& body, std::uint32_t at, std::uint32_t& end) {
  if (body.kind(at) != TokenKind::word) return BackReference::none;
  const char first = body.folded(at).empty() ? ' ' : body.folded(at).front();
  for (const BackReferenceRow& row : rows) {
    if (row.words.front() != first) continue;
    const std::uint32_t after = match(body, at, row);
    if (after == at) continue;
    end = after;
    return row.kind;
  }
  const std::uint32_t after = match_note(body, at);
  if (after == at) return BackReference::none;
  end = after;
  return BackReference::work_of_note;
}

bool points_back(std::string_view folded) noexcept {
  constexpr std::string_view words[] = {"above", "also",  "cf",  "cit", "cited", "infra", "oben", "see",
                                        "siehe", "supra", "ver", "vgl", "vease", "veja",  "vide", "voir",
                                        "wie",   "же",    "см",  "in",  "auch",  "citado"};
  return std::find(std::begin(words), std::end(words), folded) != std::end(words);
}

std::string_view note_number(std::string_view printed) noexcept {
  const std::size_t last = printed.find_last_of("0123456789");
  if (last == std::string_view::npos) return {};
  const std::size_t before = printed.find_last_not_of("0123456789", last);
  return before == std::string_view::npos ? printed.substr(0, last + 1) : printed.substr(before + 1, last - before);
}

Proposals propose_back_references(const Source& source) {
  const Body& body = source.body;
  Proposals proposals;
  for (std::uint32_t i = 0; i < body.size(); ++i) {
    const std::uint32_t bracket = body.bracket(i);
    if (bracket == no_token || body.kind(i) != TokenKind::word) continue;
    std::uint32_t end = i;
    const BackReference kind = read_back_reference(body, i, end);
    if (kind == BackReference::none || kind == BackReference::work_of_note) continue;
    if (!may_begin(body, i, bracket, kind) || !may_end(body, end)) continue;
    if (std::optional<Proposal> proposal = propose(source, bracket, i, end, kind))
      proposals.push_back(std::move(*proposal));
    i = end - 1;
  }
  return proposals;
}

}  // namespace citegraph::citation
