// Names and page, without a year: "(Aster 45)", "(see Birch, p. 12)", "(DIÓGENES LAÉRCIO, VI 73, p. 229)", as the MLA
// style cites, and others once the work is known.
//
// Words and a number in a bracket are most often no citation: so the list must have a work of the names, and nothing
// but names and pages may stand in the bracket or between its semicolons.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "citation/dated.hpp"
#include "citation/form.hpp"
#include "citation/locator.hpp"
#include "citation/names.hpp"
#include "citation/title_names.hpp"

namespace citegraph::citation {
namespace {

constexpr std::uint32_t longest_names = 24;    // tokens
constexpr std::uint32_t longest_locator = 10;  // tokens
constexpr std::uint32_t longest_page_group = 600;

class AuthorPageFinder {
 public:
  explicit AuthorPageFinder(const Source& source) : source_(source), body_(source.body) {}

  Proposals run() {
    for (std::uint32_t i = 0; i < body_.size(); ++i)
      if (body_.kind(i) == TokenKind::open && body_.partner(i) != no_token) group(i, body_.partner(i));
    return std::move(proposals_);
  }

 private:
  void group(std::uint32_t open, std::uint32_t close) {
    if (close - open > longest_page_group) return;
    std::uint32_t first = open + 1;
    for (std::uint32_t i = first; i <= close; ++i) {
      if (i != close && body_.kind(i) != TokenKind::semicolon) continue;
      citation(open, first, i);
      first = i + 1;
    }
  }

  // Tokens [first, end) of a bracket: names, and behind them nothing but a page.
  void citation(std::uint32_t open, std::uint32_t first, std::uint32_t end) {
    while (first < end && is_introduction(first)) ++first;
    if (end - first < 2 || end - first > longest_names + longest_locator || !body_[first].capital) return;
    const std::uint32_t earliest = std::max(first + 1, end > longest_locator ? end - longest_locator : 0);
    for (std::uint32_t at = earliest; at < end; ++at) {
      const std::optional<Locator> locator = locator_at(at, end);
      if (!locator) continue;
      const NameRun run = read_names_before(body_, before_book_and_chapter(body_, at, first), first, source_.index);
      const ChosenNames names = choose_names(body_, run, source_.index, 0, NamePlace::in_note);
      if (names.first == first && names.known >= EntryIndex::Knows::first_author) add(names, *locator, open);
      return;
    }
  }

  bool is_introduction(std::uint32_t token) const {
    const TokenKind kind = body_.kind(token);
    return kind == TokenKind::quote || kind == TokenKind::comma || kind == TokenKind::period ||
           (kind == TokenKind::word && !body_[token].capital && introduces(body_.folded(token)));
  }

  // The locator from token `at` to `end`: with its label, or a number behind the names.
  std::optional<Locator> locator_at(std::uint32_t at, std::uint32_t end) const {
    const TokenKind kind = body_.kind(at);
    if (kind == TokenKind::number && body_[at].after_space && body_.kind(at - 1) != TokenKind::comma)
      return number_at(at, end);
    std::optional<Locator> locator = kind == TokenKind::number ? std::nullopt : read_locator(body_, at);
    if (!locator || locator->end != end || locator->label != "page") return std::nullopt;
    const bool labelled = kind == TokenKind::word || kind == TokenKind::mixed ||
                          body_.kind(at + 1) == TokenKind::word || body_.kind(at + 1) == TokenKind::mixed;
    return labelled ? locator : std::nullopt;
  }

  // "45", "45-47"
  std::optional<Locator> number_at(std::uint32_t at, std::uint32_t end) const {
    const bool range =
        end - at == 3 && body_.kind(at + 1) == TokenKind::dash && body_.kind(at + 2) == TokenKind::number;
    if (end - at != 1 && !range) return std::nullopt;
    return Locator{std::string(body_.text(at, end - 1)), "page", end};
  }

  void add(const ChosenNames& names, const Locator& locator, std::uint32_t open) {
    Proposal proposal;
    proposal.confirmed = true;
    Citation& citation = proposal.citation;
    citation.form = CitationForm::parenthetical;
    citation.group = body_[open].start;
    citation.span = {body_[names.first].start + names.skip, body_[locator.end - 1].end};
    citation.names = names.names;
    citation.others = names.others;
    citation.targets.push_back(target_at(locator));
    proposals_.push_back(std::move(proposal));
  }

  const Source& source_;
  const Body& body_;
  Proposals proposals_;
};

}  // namespace

Proposals propose_author_page(const Source& source) { return AuthorPageFinder(source).run(); }

}  // namespace citegraph::citation
