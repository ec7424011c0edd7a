// Names and year: "(Smith, 2009: 12)", "Smith and Jones (2009, 2011a, b)", "(A; B, 2019, p. 20)", "Smith et al. 2009".
//
// Every year of the body is looked at once. The names are read from right to left before it, or before the bracket it
// opens; then the locator, and the years and suffixes that continue the same names.
#include <algorithm>
#include <optional>
#include <string>

#include "citation/dated.hpp"
#include "citation/form.hpp"
#include "citation/locator.hpp"
#include "citation/names.hpp"
#include "citation/title_names.hpp"
#include "citation/unlisted.hpp"
#include "citation/words.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::citation {
namespace {

using Knows = EntryIndex::Knows;

// How far a bracket may reach back from a year: a group of thirty works is about 600 tokens.
constexpr std::uint32_t longest_group = 2000;
class AuthorDateFinder {
 public:
  explicit AuthorDateFinder(const Source& source) : source_(source), body_(source.body), unlisted_(source) {}

  Proposals run() {
    for (std::uint32_t i = 0; i < body_.size(); ++i) {
      if (i < next_) continue;
      std::optional<Dated> dated = read_date(body_, i);
      if (!dated) dated = read_noted_year(body_, i);
      if (dated && !narrative(*dated) && !parenthetical(*dated)) bare(*dated);
    }
    return std::move(proposals_);
  }

 private:
  std::string_view folded(std::uint32_t token) const { return body_.folded(token); }

  // ---- the three places of names

  // "Smith and Jones (2009": the bracket begins with the year.
  bool narrative(const Dated& dated) {
    const std::uint32_t bracket = body_.bracket(dated.first);
    if (bracket == no_token || bracket == 0 || !dated.date.has_year()) return false;
    if (before_book_and_chapter(body_, dated.first, bracket) != bracket + 1) return false;  // "(VI 71, 2010"
    std::uint32_t end = bracket;
    if (body_.kind(end - 1) == TokenKind::comma) --end;  // "et al., (2001)"
    const NameRun run = read_names_before(body_, end, floor_, source_.index);
    const ChosenNames chosen = choose_names(body_, run, source_.index, dated.date.year(), NamePlace::in_sentence);
    if (chosen.known < Knows::first_author && before_author(dated, bracket)) return true;
    if (chosen.first == no_token || is_unlistable(chosen, dated)) return false;
    if (chosen.known < Knows::first_author && !names_title(source_.index, chosen) &&
        !unlisted_.likely_narrative(chosen, dated, bracket))
      return false;
    add(chosen, dated, bracket, CitationForm::narrative);
    return true;
  }

  // "*Moral and More* (1969) by Arnold Gehlen": a title, whose author is named behind the year.
  bool before_author(const Dated& dated, std::uint32_t bracket) {
    const std::uint32_t close = body_.partner(bracket);
    if (close != dated.end) return false;
    const std::optional<ChosenNames> author = author_after_title(source_, close + 1, dated.date.year());
    if (!author) return false;
    propose(*author, dated, bracket, author->first + 1, bracket, CitationForm::narrative);
    floor_ = next_ = author->first + 1;
    return true;
  }

  // "(see Smith, 2009": names and year in one bracket.
  bool parenthetical(const Dated& dated) {
    const std::uint32_t bracket = body_.bracket(dated.first);
    if (bracket == no_token || dated.first - bracket > longest_group) return false;
    const std::uint32_t floor = std::max(floor_, bracket + 1);
    const std::uint32_t end = end_of_names(body_, dated.first, floor);
    if (end <= floor) return false;
    if (article(dated, floor, bracket)) return true;
    const NameRun run = read_names_before(body_, end, floor, source_.index);
    ChosenNames chosen = choose_names(body_, run, source_.index, dated.date.year(), NamePlace::in_bracket);
    // Of a title or an organisation keep all: "Joint Statement", "Agency of Food, Water and Health".
    if (!run.empty() && !run.others && (run.names.size() > 1 || chosen.first > run.names.front().first)) {
      const std::string_view printed = bare_name(body_.text(run.names.front().first, run.names.back().last));
      if (begins_entry(source_.index, printed)) {
        chosen.first = run.names.front().first;
        chosen.names = {text::collapse_spaces(printed)};
        chosen.known = Knows::first_author;
      }
    }
    if (chosen.known < Knows::first_author && dated.date.has_year())
      if (std::optional<ChosenNames> author = author_before_title(source_, end, floor, dated.date.year()))
        chosen = std::move(*author);
    if (chosen.known < Knows::first_author) {
      if (std::optional<ChosenNames> title = title_as_name(source_, end, floor, chosen)) chosen = std::move(*title);
      if (chosen.first == no_token ||
          (chosen.known < Knows::author && !unlisted_.likely_parenthetical(chosen, run, floor, dated)))
        return false;
    }
    if (chosen.known >= Knows::author && !unlisted_.likely_undated(chosen, dated)) return false;
    if (is_unlistable(chosen, dated)) return false;
    add(chosen, dated, bracket, CitationForm::parenthetical);
    return true;
  }

  // What the list does not hold, and could not.
  bool is_unlistable(const ChosenNames& names, const Dated& dated) const {
    if (names.known < Knows::first_author && dated.doubtful) return true;
    return names.known < Knows::first_author_and_year && unlisted_.is_unpublished(dated);
  }

  // "(Article 4, 2001)": part of a treaty or law, which only the year and the sentence name.
  bool article(const Dated& dated, std::uint32_t floor, std::uint32_t bracket) {
    const std::string_view article =
        body_.kind(floor) == TokenKind::word ? article_word(body_.text(floor)) : std::string_view{};
    if (article.empty()) return false;
    std::uint32_t number = floor + 1;
    if (body_.kind(number) == TokenKind::dash || body_.kind(number) == TokenKind::period) ++number;
    if (body_.kind(number) != TokenKind::number || body_.kind(number + 1) != TokenKind::comma ||
        number + 2 != dated.first)
      return false;
    ChosenNames names;
    names.first = floor;
    Dated with_article = dated;
    with_article.locator =
        Locator{std::string(article) + ' ' + std::string(body_.text(number)), "article-locator", dated.end};
    add(names, with_article, bracket, CitationForm::parenthetical);
    proposals_.back().citation.title = body_.text(floor, number);
    return true;
  }

  // "in Smith et al. 2009 and": no bracket at all, so the list must know both the name and the year.
  void bare(const Dated& dated) {
    if (!dated.date.has_year()) return;
    const std::uint32_t end = end_of_names(body_, dated.first, floor_);
    const NameRun run = read_names_before(body_, end, floor_, source_.index);
    const ChosenNames chosen = choose_names(body_, run, source_.index, dated.date.year(), NamePlace::in_sentence);
    if (chosen.first == no_token || chosen.known < Knows::first_author_and_year) return;
    add(chosen, dated, no_token, CitationForm::narrative);
  }

  // ---- from names and date to citations

  void add(const ChosenNames& names, Dated dated, std::uint32_t bracket, CitationForm form) {
    std::uint32_t first = names.first;
    std::uint32_t end = 0;
    for (bool more = true; more;) {
      if (!dated.locator) {
        dated.locator = read_locator(body_, dated.end);
        if (dated.locator) dated.end = dated.locator->end;
      }
      const std::uint32_t letter = dated.locator ? no_token : last_suffix(dated);
      if (letter != no_token) dated.end = letter + 1;
      end = dated.end;
      Dated following;
      more = continues(dated, following, bracket);
      const bool closed = form == CitationForm::narrative && bracket != no_token && body_.partner(bracket) == end;
      if (letter != no_token) {
        dated.end = letter - 1;
        propose(names, dated, first, dated.end, bracket, form);
        add_suffixes(names, dated, letter, bracket, form);
      } else {
        propose(names, dated, first, closed && !more && first == names.first ? end + 1 : end, bracket, form);
      }
      if (more) dated = std::move(following);
      first = dated.first;
    }
    floor_ = next_ = end;
  }

  void propose(const ChosenNames& names, const Dated& dated, std::uint32_t first, std::uint32_t end,
               std::uint32_t bracket, CitationForm form) {
    Proposal proposal;
    Citation& citation = proposal.citation;
    citation.span = {body_[first].start + (first == names.first ? names.skip : 0), body_[end - 1].end};
    citation.form = form;
    citation.group = body_[bracket == no_token ? names.first : bracket].start;
    citation.names = names.names;
    citation.others = names.others;
    citation.date = dated.date;
    citation.targets.push_back(target_at(dated.locator));
    proposal.confirmed = names.known >= Knows::first_author;
    proposals_.push_back(std::move(proposal));
  }

  // The "c" of "2009a-c", or no_token.
  std::uint32_t last_suffix(const Dated& dated) const {
    const std::uint32_t letter = dated.end + 1;
    if (dated.date.suffix.size() != 1 || body_.kind(dated.end) != TokenKind::dash ||
        body_.kind(letter) != TokenKind::word)
      return no_token;
    const std::string_view last = body_.text(letter);
    return last.size() == 1 && last[0] > dated.date.suffix[0] && last[0] <= 'z' ? letter : no_token;
  }

  // "b" and "c" of "2009a-c": both at the letter that says so.
  void add_suffixes(const ChosenNames& names, Dated dated, std::uint32_t letter, std::uint32_t bracket,
                    CitationForm form) {
    const char last = body_.text(letter)[0];
    while (dated.date.suffix[0] < last) {
      ++dated.date.suffix[0];
      propose(names, dated, letter, letter + 1, bracket, form);
    }
  }

  // ", 2013", "; 2014", " and 2015", ", b": another work of the same names.
  bool continues(const Dated& dated, Dated& following, std::uint32_t bracket) const {
    std::uint32_t at = dated.end;
    const TokenKind kind = body_.kind(at);
    const bool conjunction = kind == TokenKind::ampersand || (kind == TokenKind::word && is_name_connector(folded(at)));
    if (kind != TokenKind::comma && kind != TokenKind::semicolon && !conjunction) return false;
    ++at;
    if (!conjunction && (body_.kind(at) == TokenKind::ampersand ||
                         (body_.kind(at) == TokenKind::word && body_[at].after_space && is_name_connector(folded(at)) &&
                          body_.kind(at + 1) == TokenKind::year)))
      ++at;
    if (body_.bracket(at) != bracket) return false;
    if (body_.kind(at) == TokenKind::year) {
      std::optional<Dated> year = read_date(body_, at);
      if (!year || begins_phrase(year->end)) return false;
      following = std::move(*year);
      return true;
    }
    if (dated.date.suffix.empty() || body_.kind(at) != TokenKind::word) return false;
    const std::string_view letter = body_.text(at);
    if (letter.size() != 1 || letter[0] <= dated.date.suffix[0] || letter[0] > 'z' || begins_phrase(at + 1))
      return false;
    following.date = dated.date;
    following.date.suffix = letter;
    following.first = at;
    following.end = at + 1;
    return true;
  }

  // Further words after a continuing year mean that it belongs to them: "(Smith 2009, 2010 census)".
  bool begins_phrase(std::uint32_t at) const {
    return body_.kind(at) == TokenKind::word && !is_name_connector(folded(at)) && locator_label(folded(at)).empty();
  }

  const Source& source_;
  const Body& body_;
  Unlisted unlisted_;
  std::uint32_t floor_ = 0;  // names do not reach back into the citation before
  std::uint32_t next_ = 0;   // years before this token are used up
  Proposals proposals_;
};

}  // namespace

Proposals propose_author_date(const Source& source) { return AuthorDateFinder(source).run(); }

}  // namespace citegraph::citation
