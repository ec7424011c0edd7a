// Names and year: "(Smith, 2009: 12)", "Smith and Jones (2009, 2011a, b)", "(A; B, 2019, p. 20)", "Smith et al. 2009".
//
// Every year of the body is looked at once. The names are read from right to left before it, or before the bracket it
// opens; then the locator, and the years and suffixes that continue the same names.
#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>

#include "citation/form.hpp"
#include "citation/locator.hpp"
#include "citation/names.hpp"
#include "citation/words.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::citation {
namespace {

using Knows = EntryIndex::Knows;

// How far a bracket may reach back from a year: a group of thirty works is about 600 tokens.
constexpr std::uint32_t longest_group = 2000;
// A title in the place of names ("Concept of National Security of ..., 1997").
constexpr std::uint32_t longest_title = 40;

// Stands for a year; sorted. Words are folded, stops left out.
struct UndatedRow {
  std::string_view words;
  std::string_view literal;  // as `Date::literal` has it
};
constexpr UndatedRow undated[] = {
    {"accepted", "accepted"},
    {"en prensa", "in press"},
    {"em preparacao", "in preparation"},
    {"forthcoming", "forthcoming"},
    {"im druck", "in press"},
    {"in prep", "in preparation"},
    {"in preparation", "in preparation"},
    {"in press", "in press"},
    {"in review", "in review"},
    {"n d", "n.d."},
    {"nd", "n.d."},
    {"no date", "n.d."},
    {"no prelo", "in press"},
    {"o j", "n.d."},
    {"s d", "n.d."},
    {"s f", "n.d."},
    {"s/d", "n.d."},
    {"sem data", "n.d."},
    {"sin fecha", "n.d."},
    {"sous presse", "in press"},
    {"submitted", "submitted"},
    {"unpublished", "unpublished"},
};

// Words that may stand between the bracket and an unknown name.
bool introduces(std::string_view word) noexcept {
  constexpr std::string_view words[] = {
      "a",     "adapted", "after", "also",   "and",        "apud",     "as",        "aus",     "bei",
      "but",   "by",      "cf",    "cited",  "citado",     "citing",   "como",      "de",      "e",
      "ebd",   "eg",      "em",    "en",     "especially", "example",  "following", "for",     "from",
      "g",     "i",       "ie",    "in",     "including",  "instance", "most",      "nach",    "notably",
      "or",    "per",     "por",   "quoted", "recently",   "review",   "reviewed",  "reviews", "see",
      "segun", "segundo", "selon", "sensu",  "siehe",      "the",      "to",        "und",     "ver",
      "vea",   "vease",   "vgl",   "via",    "vide",       "voir",     "with",      "y",
  };
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// Articles and prepositions that stand before things and places rather than before authors.
bool precedes_things(std::string_view word) noexcept {
  constexpr std::string_view words[] = {"al",    "an",    "ao",  "at",    "da",  "das", "dem", "den",  "des",   "do",
                                        "dos",   "du",    "el",  "em",    "en",  "im",  "in",  "la",   "las",   "le",
                                        "los",   "na",    "nas", "no",    "nos", "o",   "of",  "pela", "pelas", "pelo",
                                        "pelos", "since", "the", "until", "vom", "zum", "zur"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// One year of a citation, and the tokens it fills.
struct Dated {
  Date date;
  std::uint32_t first = 0;
  std::uint32_t end = 0;  // the token after it
  std::optional<Locator> locator;
};

class Finder {
 public:
  explicit Finder(const Source& source) : source_(source), body_(source.body) {
    for (const Entry& entry : source.index.entries())
      for (const int year : entry.years) oldest_ = std::min(oldest_, year);
  }

  std::vector<Proposal> run() {
    for (std::uint32_t i = 0; i < body_.size(); ++i) {
      if (i < next_) continue;
      Dated dated;
      if (!read_date(i, dated)) continue;
      if (narrative(dated) || parenthetical(dated) || bare(dated)) continue;
    }
    return std::move(proposals_);
  }

 private:
  std::string folded(std::uint32_t token) const { return text::fold(body_.text(token)); }

  // ---- dates

  bool read_date(std::uint32_t at, Dated& dated) const {
    if (body_.kind(at) == TokenKind::year) return read_year(at, dated);
    return body_.kind(at) == TokenKind::word && body_.bracket(at) != no_token && read_undated(at, dated);
  }

  bool read_year(std::uint32_t at, Dated& dated) const {
    if (part_of_number(at)) return false;
    dated.first = at;
    dated.end = at + 1;
    dated.date = date_of(body_.text(at));
    read_second_year(dated);
    return true;
  }

  // "0.2009", "13.2009", "1999-2005", "2009-1212", "2,2009.5"
  bool part_of_number(std::uint32_t at) const {
    const auto attached = [&](std::uint32_t token) { return !body_[token].after_space; };
    const auto digits = [&](std::uint32_t token) {
      return body_.kind(token) == TokenKind::number || body_.kind(token) == TokenKind::year;
    };
    if (at > 1 && attached(at) && attached(at - 1) && digits(at - 2) &&
        (body_.kind(at - 1) == TokenKind::period || body_.kind(at - 1) == TokenKind::dash))
      return true;
    if (body_.kind(at + 1) == TokenKind::dash && digits(at + 2)) return true;
    return body_.kind(at + 1) == TokenKind::period && attached(at + 1) && digits(at + 2) && attached(at + 2);
  }

  static Date date_of(std::string_view year_token) {
    Date date;
    date.start = CalendarDate{.year = static_cast<std::int16_t>(year_value(year_token))};
    date.suffix = year_suffix(year_token);
    return date;
  }

  // "2011 [1979]" and "1979/2011": the first publication beside the issue.
  void read_second_year(Dated& dated) const {
    const std::uint32_t at = dated.end;
    if (body_.kind(at) == TokenKind::open && body_.kind(at + 1) == TokenKind::year &&
        body_.kind(at + 2) == TokenKind::close) {
      dated.date.original = CalendarDate{.year = static_cast<std::int16_t>(year_value(body_.text(at + 1)))};
      dated.end = at + 3;
    } else if (body_.kind(at) == TokenKind::slash && body_.kind(at + 1) == TokenKind::year) {
      Date later = date_of(body_.text(at + 1));
      later.original = dated.date.start;
      dated.date = later;
      dated.end = at + 2;
    } else if (body_.kind(at) == TokenKind::close && dated.first > 0 &&
               body_.kind(dated.first - 1) == TokenKind::open && body_.kind(at + 1) == TokenKind::year &&
               body_.bracket(dated.first - 1) != no_token) {  // "([1979] 2011)"
      Date later = date_of(body_.text(at + 1));
      later.original = dated.date.start;
      dated.date = later;
      --dated.first;
      dated.end = at + 2;
    }
  }

  bool read_undated(std::uint32_t at, Dated& dated) const {
    const std::string first = folded(at);
    for (const UndatedRow& row : undated) {
      const std::size_t blank = row.words.find_first_of(" /");
      if (row.words.substr(0, blank) != first) continue;
      std::uint32_t end = at + 1;
      if (blank != std::string_view::npos) {
        if (body_.kind(end) == TokenKind::period || body_.kind(end) == TokenKind::slash) ++end;
        if (body_.kind(end) != TokenKind::word || folded(end) != row.words.substr(blank + 1)) continue;
        ++end;
      }
      if (body_.kind(end) == TokenKind::period && !body_[end].after_space) ++end;
      if (body_.kind(end) == TokenKind::word) continue;
      dated.first = at;
      dated.end = end;
      dated.date.literal = row.literal;
      return true;
    }
    return false;
  }

  // ---- the three places of names

  // "Smith and Jones (2009": the bracket begins with the year.
  bool narrative(const Dated& dated) {
    const std::uint32_t bracket = body_.bracket(dated.first);
    if (bracket == no_token || bracket == 0 || !dated.date.has_year()) return false;
    if (skip_book_and_chapter(dated.first, bracket) != bracket + 1) return false;  // "(VI 71, 2010"
    std::uint32_t end = bracket;
    if (body_.kind(end - 1) == TokenKind::comma) --end;  // "et al., (2001)"
    const NameRun run = read_names_before(body_, end, floor_, source_.index);
    const ChosenNames chosen = choose_names(body_, run, source_.index, dated.date.year(), NamePlace::in_sentence);
    if (chosen.first == no_token) return false;
    if (chosen.known < Knows::first_author && !names_title(chosen) && !likely_narrative(chosen, dated, bracket))
      return false;
    add(chosen, dated, bracket, CitationForm::narrative);
    return true;
  }

  // "(see Smith, 2009": names and year in one bracket.
  bool parenthetical(const Dated& dated) {
    const std::uint32_t bracket = body_.bracket(dated.first);
    if (bracket == no_token || dated.first - bracket > longest_group) return false;
    const std::uint32_t floor = std::max(floor_, bracket + 1);
    const std::uint32_t end = end_of_names(dated.first, floor);
    if (end <= floor) return false;
    if (article(dated, floor, bracket)) return true;
    const NameRun run = read_names_before(body_, end, floor, source_.index);
    ChosenNames chosen = choose_names(body_, run, source_.index, dated.date.year(), NamePlace::in_bracket);
    // Of a title or an organisation keep all: "Joint Statement", "Agency of Food, Water and Health".
    if (!run.empty() && !run.others && (run.names.size() > 1 || chosen.first > run.names.front().first)) {
      const std::string_view printed = bare_name(body_.text(run.names.front().first, run.names.back().last));
      if (begins_entry(printed)) {
        chosen.first = run.names.front().first;
        chosen.names = {text::collapse_spaces(printed)};
        chosen.known = Knows::first_author;
      }
    }
    if (chosen.known < Knows::first_author) {
      if (std::optional<ChosenNames> title = title_as_name(end, floor, chosen)) chosen = std::move(*title);
      if (chosen.first == no_token ||
          (chosen.known < Knows::author && !likely_parenthetical(chosen, run, floor, dated)))
        return false;
    }
    add(chosen, dated, bracket, CitationForm::parenthetical);
    return true;
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
  bool bare(const Dated& dated) {
    if (!dated.date.has_year()) return false;
    const std::uint32_t end = end_of_names(dated.first, floor_);
    const NameRun run = read_names_before(body_, end, floor_, source_.index);
    const ChosenNames chosen = choose_names(body_, run, source_.index, dated.date.year(), NamePlace::in_sentence);
    if (chosen.first == no_token || chosen.known < Knows::first_author_and_year) return false;
    add(chosen, dated, no_token, CitationForm::narrative);
    return true;
  }

  // Before the punctuation and the day and month that stand between names and year.
  std::uint32_t end_of_names(std::uint32_t year, std::uint32_t floor) const {
    std::uint32_t end = year;
    bool month = false;
    const auto skip_marks = [&] {
      while (end > floor) {
        const TokenKind kind = body_.kind(end - 1);
        if (kind != TokenKind::comma && kind != TokenKind::period && kind != TokenKind::colon &&
            kind != TokenKind::semicolon)
          break;
        if (kind == TokenKind::period && end - 1 > floor && is_initials(body_.text(end - 2)) &&
            !body_[end - 1].after_space)
          break;
        --end;
      }
    };
    skip_marks();
    // "24/5/", "18 July", "July 18,", "de 2 de outubro de"
    std::uint32_t at = end;
    while (at > floor && year - at < 8) {
      const TokenKind kind = body_.kind(at - 1);
      const std::string word = kind == TokenKind::word ? folded(at - 1) : std::string{};
      if (kind == TokenKind::number && body_.text(at - 1).size() <= 2) {
        --at;
      } else if (kind == TokenKind::slash || is_month(word)) {
        month = true;
        --at;
      } else if (word == "de" || (kind == TokenKind::comma && at > floor + 1)) {
        --at;
      } else if (kind == TokenKind::period && month) {
        --at;
      } else {
        break;
      }
    }
    if (month && at < end) {
      end = at;
      skip_marks();
      return end;
    }
    return skip_book_and_chapter(end, floor);
  }

  // "Diogenes, VI 40, 2010", "Epictetus, III, 1993": the place in a classical work, between name and year.
  std::uint32_t skip_book_and_chapter(std::uint32_t end, std::uint32_t floor) const {
    std::uint32_t at = end;
    bool roman = false;
    while (at > floor && end - at < 6) {
      const TokenKind kind = body_.kind(at - 1);
      const bool is_roman = kind == TokenKind::word && body_[at - 1].capital &&
                            body_.text(at - 1).find_first_not_of("IVXLC") == std::string_view::npos;
      roman = roman || is_roman;
      if (!is_roman && kind != TokenKind::number && kind != TokenKind::comma && kind != TokenKind::dash &&
          kind != TokenKind::period)
        break;
      --at;
    }
    return roman ? at : end;
  }

  // ---- names that no entry bears

  // A title in the place of names: from the bracket or semicolon on, capitalised words and the small words between
  // them; or any words with which an entry begins.
  std::optional<ChosenNames> title_as_name(std::uint32_t end, std::uint32_t floor, const ChosenNames& names) const {
    std::uint32_t start = end;
    while (start > floor && end - start < longest_title && body_.kind(start - 1) != TokenKind::semicolon &&
           body_.kind(start - 1) != TokenKind::gap)
      --start;
    while (start < end && body_.kind(start) == TokenKind::quote) ++start;
    while (start < end && !body_[start].capital && body_.kind(start) != TokenKind::number) {
      if (body_.kind(start) == TokenKind::word && !introduces(folded(start))) return std::nullopt;
      ++start;
    }
    while (start + 1 < end && is_never_a_name(folded(start)) && introduces(folded(start)) && folded(start) != "the")
      ++start;
    if (start >= end || (names.first != no_token && start >= names.first)) return std::nullopt;
    const std::string_view printed = bare_name(body_.text(start, end - 1));
    ChosenNames title;
    title.first = start;
    title.names = {text::collapse_spaces(printed)};
    if (begins_entry(printed)) {
      title.known = Knows::first_author;
      return title;
    }
    if (made_of_title_words(printed)) return title;
    std::size_t capitals = 0;
    for (std::uint32_t i = start; i < end; ++i) {
      const TokenKind kind = body_.kind(i);
      if (kind == TokenKind::word && !body_[i].capital && !is_function_word(folded(i)) && !is_particle(folded(i)))
        return std::nullopt;
      if (kind == TokenKind::number || kind == TokenKind::year || kind == TokenKind::comma || kind == TokenKind::period)
        return std::nullopt;
      capitals += body_[i].capital;
    }
    if (capitals < 3) return std::nullopt;
    return title;
  }

  // "Joint statements": two to six words, each of them known from titles of the list.
  bool made_of_title_words(std::string_view printed) const {
    const std::vector<std::string> words = folded_words(printed);
    if (words.size() < 2 || words.size() > 6) return false;
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
      return !is_content_word(word) || source_.index.in_titles(word);
    });
  }

  // "the Charter of Gardens and Woods (1948)": at least three words with which an entry begins.
  bool names_title(const ChosenNames& names) const {
    return names.names.size() == 1 && folded_words(names.names.front()).size() >= 3 &&
           begins_entry(names.names.front());
  }

  // "in preparation" is cited without being listed; it is a citation where the list says so of a work of the author.
  bool has_undated(const ChosenNames& names, std::string_view literal) const {
    const bool printed_soon = literal == "in press" || literal == "forthcoming" || literal == "n.d.";
    for (const std::uint32_t number : source_.index.by_name(text::fold_letters(names.names.front()))) {
      const Entry& entry = source_.index.entries()[number];
      if (!entry.date_literal.empty() || (printed_soon && entry.years.empty())) return true;
    }
    return false;
  }

  bool begins_entry(std::string_view printed) const {
    const std::vector<std::string> words = folded_words(printed);
    if (words.size() < 2) return false;
    for (const std::uint32_t number : source_.index.by_beginning(words)) {
      const Entry& entry = source_.index.entries()[number];
      for (const std::vector<std::string>* title : {&entry.title, &entry.head})
        if (title->size() >= words.size() && std::equal(words.begin(), words.end(), title->begin())) return true;
    }
    return false;
  }

  // Names that the list does not know. A work older than all that are listed is rather the author of a species, or an
  // event.
  bool likely_narrative(const ChosenNames& names, const Dated& dated, std::uint32_t bracket) const {
    if (is_authority(names, dated, bracket)) return false;
    if (names.others || names.names.size() > 1) return true;
    const std::string& name = names.names.front();
    if (text::count_code_points(name) < 3 || emphasised(names.first, bracket)) return false;
    // "the Constitution (1988)", "no Censo (2010)", "in Beijing (2008)", "WTO (1995)", and words of the field
    // ("China").
    if (names.first > 0 && precedes_things(folded(names.first - 1))) return false;
    if (names.known == Knows::author) return true;
    if (names.known == Knows::word || source_.index.in_titles(text::fold_letters(name))) return false;
    const bool word = name.find(' ') == std::string::npos;
    const bool capitals = std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return !(word && capitals);
  }

  bool likely_parenthetical(const ChosenNames& names, const NameRun& run, std::uint32_t floor,
                            const Dated& dated) const {
    if (text::count_code_points(names.names.front()) < 2) return false;
    if (is_authority(names, dated, floor - 1)) return false;
    if (!dated.date.has_year() && dated.date.literal != "in press" && dated.date.literal != "forthcoming" &&
        dated.date.literal != "n.d.")
      return false;
    // A list of places or things ("Corp, Armonk, NY, USA, 2012") has commas and no conjunction.
    const auto commas = std::count_if(run.names.begin(), run.names.end(),
                                      [](const PrintedName& n) { return n.before == NameSeparator::comma; });
    const bool joined = names.others || std::any_of(run.names.begin(), run.names.end(), [](const PrintedName& n) {
                          return n.before == NameSeparator::conjunction;
                        });
    if (commas >= 3 && !joined) return false;
    if (names.first == floor) return true;
    switch (body_.kind(names.first - 1)) {
      case TokenKind::semicolon:
      case TokenKind::comma:
      case TokenKind::period:
      case TokenKind::colon:
      case TokenKind::quote:
        return true;
      case TokenKind::word:
        return introduces(folded(names.first - 1)) || names.others || dated.first == names.first;
      default:
        return names.others;
    }
  }

  // "Aus bus (Linnaeus, 1758)" names the author of a species, and "the war (1618)" an event: older than all that is
  // listed, after a word pair like a species' name or by centuries.
  bool is_authority(const ChosenNames& names, const Dated& dated, std::uint32_t bracket) const {
    if (names.others || !dated.date.has_year() || dated.date.year() >= oldest_) return false;
    if (dated.date.year() < std::min(1800, oldest_ - 50)) return true;
    if (bracket < 2 || names.first < bracket) return false;
    const Token& species = body_[bracket - 1];
    return species.kind == TokenKind::word && !species.capital && body_.kind(bracket - 2) == TokenKind::word &&
           body_[bracket - 2].capital && !is_function_word(folded(bracket - 1));
  }

  bool emphasised(std::uint32_t first, std::uint32_t end) const {
    const TextSpan span{body_[first].start, body_[end - 1].end};
    for (const Mark& mark : source_.document.marks_in(span))
      if ((mark.kind == MarkKind::emphasis || mark.kind == MarkKind::strong) && mark.span.contains(span)) return true;
    return false;
  }

  // ---- from names and date to citations

  void add(const ChosenNames& names, Dated dated, std::uint32_t bracket, CitationForm form) {
    const std::uint32_t group = bracket == no_token ? body_[names.first].start : body_[bracket].start;
    std::uint32_t first = names.first;
    std::uint32_t end = 0;
    while (true) {
      if (!dated.locator) {
        dated.locator = read_locator(body_, dated.end);
        if (dated.locator) dated.end = dated.locator->end;
      }
      end = dated.end;
      Dated following;
      const bool more = continues(dated, following, bracket);
      if (!more && form == CitationForm::narrative && first == names.first && bracket != no_token &&
          body_.partner(bracket) == end)
        ++end;
      Proposal proposal;
      Citation& citation = proposal.citation;
      citation.span = {body_[first].start, body_[end - 1].end};
      citation.form = form;
      citation.group = group;
      citation.names = names.names;
      citation.others = names.others;
      citation.date = dated.date;
      Target target;
      if (dated.locator) {
        target.locator = dated.locator->text;
        target.locator_label = dated.locator->label;
      }
      citation.targets.push_back(std::move(target));
      proposal.confirmed = names.known >= Knows::first_author;
      proposals_.push_back(std::move(proposal));
      if (!more) break;
      dated = std::move(following);
      first = dated.first;
    }
    floor_ = next_ = end;
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
    if (body_.kind(at) == TokenKind::year) return read_year(at, following) && !begins_phrase(following.end);
    if (kind == TokenKind::semicolon || dated.date.suffix.empty() || body_.kind(at) != TokenKind::word) return false;
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
  int oldest_ = 9999;        // year of the list
  std::uint32_t floor_ = 0;  // names do not reach back into the citation before
  std::uint32_t next_ = 0;   // years before this token are used up
  std::vector<Proposal> proposals_;
};

}  // namespace

std::vector<Proposal> propose_author_date(const Source& source) { return Finder(source).run(); }

}  // namespace citegraph::citation
