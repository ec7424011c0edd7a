// A year set apart from its names: "As Freire says, “nobody teaches anybody” (1987, p. 19)."
//
// A year alone in brackets is more often an event. So the sentence before it has to name an author of whom the list has
// a work of that year, and it counts only where nothing else cites that work.
#include <optional>
#include <string>

#include "citation/dated.hpp"
#include "citation/form.hpp"
#include "citation/locator.hpp"
#include "citation/names.hpp"
#include "citation/words.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::citation {
namespace {

using Knows = EntryIndex::Knows;

constexpr std::uint32_t furthest_names = 120;  // tokens between the names and the year

class YearApartFinder {
 public:
  explicit YearApartFinder(const Source& source) : source_(source), body_(source.body) {}

  Proposals run() {
    for (std::uint32_t i = 1; i < body_.size(); ++i) {
      if (body_.kind(i) != TokenKind::year || body_.bracket(i) != i - 1) continue;
      std::optional<Dated> dated = read_date(body_, i);
      if (!dated || !(dated->locator = locator_of(*dated)).has_value()) continue;
      const ChosenNames names = names_before(i - 1, dated->date.year());
      if (names.first != no_token) add(names, *dated);
    }
    return std::move(proposals_);
  }

 private:
  // A page says that something is cited.
  std::optional<Locator> locator_of(const Dated& dated) const {
    std::optional<Locator> locator = read_locator(body_, dated.end);
    if (!locator || body_.kind(locator->end) == TokenKind::word) return std::nullopt;
    return locator;
  }

  // The nearest author of a work of that year, in the same block.
  ChosenNames names_before(std::uint32_t bracket, int year) const {
    for (std::uint32_t i = bracket; i > 0 && bracket - i < furthest_names && body_.kind(i - 1) != TokenKind::gap; --i) {
      const std::uint32_t token = i - 1;
      if (!body_[token].capital || body_.kind(token) != TokenKind::word) continue;
      const std::string letters = text::fold_letters(bare_name(body_.text(token)));
      if (source_.index.knows(letters, year) < Knows::first_author_and_year) continue;
      if (is_never_a_name(body_.folded(token))) continue;
      ChosenNames names;
      names.first = token;
      names.names = {text::collapse_spaces(bare_name(body_.text(token)))};
      names.known = Knows::first_author_and_year;
      read_others(token + 1, names);
      return names;
    }
    return {};
  }

  // "and Cedar", "et al." behind the first name.
  void read_others(std::uint32_t at, ChosenNames& names) const {
    if (body_.kind(at) != TokenKind::word && body_.kind(at) != TokenKind::ampersand) return;
    const std::string_view word = body_.folded(at);
    if (word == "et" && body_.folded(at + 1) == "al") {
      names.others = true;
    } else if (is_name_connector(word) && body_[at + 1].capital && body_.kind(at + 1) == TokenKind::word &&
               source_.index.knows(text::fold_letters(bare_name(body_.text(at + 1))), 0) >= Knows::author) {
      names.names.push_back(text::collapse_spaces(bare_name(body_.text(at + 1))));
    }
  }

  void add(const ChosenNames& names, const Dated& dated) {
    Proposal proposal;
    proposal.confirmed = proposal.weak = true;
    Citation& citation = proposal.citation;
    citation.form = CitationForm::narrative;
    citation.group = body_[dated.first - 1].start;
    citation.span = {body_[dated.first].start, body_[dated.locator->end - 1].end};
    citation.names = names.names;
    citation.others = names.others;
    citation.date = dated.date;
    citation.targets.push_back(target_at(dated.locator));
    proposals_.push_back(std::move(proposal));
  }

  const Source& source_;
  const Body& body_;
  Proposals proposals_;
};

}  // namespace

Proposals propose_years_apart(const Source& source) { return YearApartFinder(source).run(); }

}  // namespace citegraph::citation
