// Notes print works in many ways, and the list tells which of their words are a title:
//
//     J. Krause and G. D. Ruxton, Living in groups (Oxford: Oxford University Press, 2002)
//     Müller, Uwe: Wiesen und Weiden. München 2003        ders., Wiesen        Krause, op. cit.
//     FREIRE, Paulo. Pedagogia do oprimido. Rio de Janeiro: Paz e Terra, 1987
//
// So every author of the list that is named among the first words is looked for, and then the beginning of a title of
// theirs behind the name. What the list does not know is a work only where quotation marks show its title.
#include "citation/note_work.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "citation/back_reference.hpp"
#include "citation/locator.hpp"
#include "citation/words.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::citation {
namespace {

using Knows = EntryIndex::Knows;

constexpr std::uint32_t furthest_author = 40;  // tokens from the start of the piece
constexpr std::uint32_t furthest_title = 120;  // tokens from the author
constexpr std::uint32_t furthest_reference = 30;
constexpr std::size_t sure_words = 4;  // so many words of a title in a row are the title wherever they stand

// A word of the text and the token it stands in: "selbst-bewusst" is two.
struct WordInToken {
  std::string folded;
  std::uint32_t token = 0;
};

class NoteReader {
 public:
  NoteReader(const Source& source, std::uint32_t first, std::uint32_t end, const ChosenNames& before)
      : body_(source.body), index_(source.index), first_(first), end_(end), before_(before) {
    while (first_ < end_ && body_.kind(first_) == TokenKind::word && introduces(first_)) skip_word();
  }

  std::optional<NoteWork> read() const {
    if (first_ >= end_) return std::nullopt;
    std::uint32_t after = first_;
    const BackReference kind = read_back_reference(body_, first_, after);
    if (kind == BackReference::same_author || kind == BackReference::same_work) {
      if (std::optional<NoteWork> work = same_author(after)) return work;
      if (kind == BackReference::same_work) return back_to(first_, after, {}, true);
    }
    if (std::optional<NoteWork> work = listed()) return work;
    if (std::optional<NoteWork> work = back_reference()) return work;
    if (std::optional<NoteWork> work = quoted()) return work;
    return author_and_page();
  }

 private:
  std::string_view folded(std::uint32_t token) const { return body_.folded(token); }

  // "See", "vgl.", "cf. also": words before the names, with a capital only at the very beginning.
  bool introduces(std::uint32_t token) const {
    return is_never_a_name(folded(token)) && index_.knows(folded(token), 0) < Knows::author;
  }

  void skip_word() {
    ++first_;
    while (first_ < end_ && (body_.kind(first_) == TokenKind::period || body_.kind(first_) == TokenKind::comma ||
                             body_.kind(first_) == TokenKind::colon))
      ++first_;
  }

  // ---- works of the list

  struct Match {
    std::uint32_t author = no_token;  // the token that names the author
    std::uint32_t title = 0;          // the first token of the title
    std::uint32_t title_end = 0;
    std::size_t words = 0;
    std::uint32_t entry = 0;
  };

  // Of all authors and titles the pair with the longest beginning of a title.
  std::optional<NoteWork> listed() const {
    Match best;
    for (std::uint32_t i = first_; i < end_ && i - first_ < furthest_author; ++i) {
      if (!body_[i].capital || (body_.kind(i) != TokenKind::word && body_.kind(i) != TokenKind::mixed)) continue;
      const std::string name = text::fold_letters(bare_name(body_.text(i)));
      if (index_.knows(name, 0) < Knows::author) continue;
      for (const std::uint32_t number : index_.by_name(name))
        if (is_family_of(index_.entries()[number], name)) match(number, i, i + 1, best);
    }
    if (best.author == no_token) return std::nullopt;
    return work_of(best, names_before(best));
  }

  // The index knows given names too.
  static bool is_family_of(const Entry& entry, std::string_view name) {
    if (!entry.head.empty() && entry.head.front() == name) return true;
    return std::any_of(entry.names.begin(), entry.names.end(), [&](const EntryName& author) {
      return author.organisation || author.family.ends_with(name) || author.full.ends_with(name) ||
             author.family.starts_with(name);
    });
  }

  // "ders., Wiesen": a title of the author named before.
  std::optional<NoteWork> same_author(std::uint32_t after) const {
    if (before_.names.empty()) return std::nullopt;
    Match best;
    const std::vector<std::string> words = folded_words(before_.names.front());
    for (const std::string& word : words)
      for (const std::uint32_t number : index_.by_name(word)) match(number, first_, after, best);
    if (best.author == no_token) return std::nullopt;
    ChosenNames names = before_;
    names.first = first_;
    return work_of(best, names);
  }

  // Looks for the beginning of the title of entry `number` from token `from` on.
  void match(std::uint32_t number, std::uint32_t author, std::uint32_t from, Match& best) const {
    const Entry& entry = index_.entries()[number];
    if (entry.title.empty()) return;
    const std::size_t skip = entry.title.size() > 1 && !is_content_word(entry.title.front()) ? 1 : 0;
    for (std::uint32_t i = from; i < end_ && i - author < furthest_title; ++i) {
      if (body_.kind(i) != TokenKind::word && body_.kind(i) != TokenKind::mixed && body_.kind(i) != TokenKind::number &&
          body_.kind(i) != TokenKind::year)
        continue;
      for (std::size_t left_out = 0; left_out <= skip; ++left_out) {
        std::uint32_t end = i;
        const std::size_t words = common_words(entry.title, left_out, i, end);
        if (words > best.words && is_title(entry, words + left_out, i, end)) best = {author, i, end, words, number};
      }
    }
  }

  // How many words of `title`, the first `left_out` ones passed over, the tokens from `at` on repeat.
  std::size_t common_words(const std::vector<std::string>& title, std::size_t left_out, std::uint32_t at,
                           std::uint32_t& end) const {
    std::size_t next = left_out;
    while (at < end_ && next < title.size()) {
      const TokenKind kind = body_.kind(at);
      if (kind == TokenKind::gap || kind == TokenKind::semicolon) break;
      std::size_t matched = 0;
      const std::vector<std::string> words = folded_words(body_.text(at));
      while (matched < words.size() && next + matched < title.size() && words[matched] == title[next + matched])
        ++matched;
      if (matched < words.size()) break;
      next += matched;
      ++at;
      if (matched > 0) end = at;
    }
    return next - left_out;
  }

  // A short title is set off: it follows a mark, and a mark follows it. Many words in a row need no such sign.
  bool is_title(const Entry& entry, std::size_t words, std::uint32_t at, std::uint32_t end) const {
    if (words == 0) return false;
    if (words >= sure_words) return true;
    return is_mark(at - 1) && (is_mark(end) || end >= end_ || words == entry.title.size());
  }

  bool is_mark(std::uint32_t token) const {
    switch (body_.kind(token)) {
      case TokenKind::comma:
      case TokenKind::colon:
      case TokenKind::period:
      case TokenKind::quote:
      case TokenKind::open:
      case TokenKind::ellipsis:
      case TokenKind::semicolon:
      case TokenKind::gap:
        return true;
      case TokenKind::close:  // "Müller, U. (2003): Wiesen"
        return true;
      default:
        return false;
    }
  }

  // The names before the title; where they are printed family name first, from the author found on.
  ChosenNames names_before(const Match& match) const {
    std::uint32_t end = match.title;
    while (end > match.author + 1 && body_.kind(end - 1) != TokenKind::word &&
           body_.kind(end - 1) != TokenKind::mixed &&
           !(body_.kind(end - 1) == TokenKind::period && is_initials(body_.text(end - 2))))
      --end;
    ChosenNames names = choose(read_names_before(body_, end, first_, index_));
    if (names.first == no_token || names.first > match.author || names.known < Knows::author) {
      names.first = match.author;
      names.names = {text::collapse_spaces(bare_name(body_.text(match.author)))};
      names.others = false;
    }
    names.first = std::min(names.first, match.author);
    join_given_names(index_.entries()[match.entry], names);
    return names;
  }

  // "FREIRE, Paulo" is one name, where the entry says so.
  static void join_given_names(const Entry& entry, ChosenNames& names) {
    if (names.names.size() < 2 || entry.names.empty()) return;
    const std::string second = text::fold_letters(names.names[1]);
    const std::string& given = entry.names.front().given;
    const bool same = given.starts_with(second) || second.starts_with(given) ||
                      (!given.empty() && second.front() == given.front() && entry.names.size() == 1);
    if (given.empty() || second.empty() || !same) return;
    names.names.front() += ", " + names.names[1];
    names.names.erase(names.names.begin() + 1);
  }

  ChosenNames choose(const NameRun& run) const { return choose_names(body_, run, index_, 0, NamePlace::in_note); }

  NoteWork work_of(const Match& match, const ChosenNames& names) const {
    NoteWork work;
    work.first = names.first;
    work.names = names;
    work.title = text::collapse_spaces(bare_name(body_.text(match.title, match.title_end - 1)));
    work.confirmed = true;
    work.year = year_from(match.title_end);
    work.end = std::max(work_end(match.title_end), match.title_end);
    return work;
  }

  // ---- "op. cit.", and notes named by their number

  std::optional<NoteWork> back_reference() const {
    for (std::uint32_t i = first_; i < end_ && i - first_ < furthest_reference; ++i) {
      std::uint32_t after = i;
      const BackReference kind = read_back_reference(body_, i, after);
      if (kind != BackReference::work_of_author && kind != BackReference::work_of_note) continue;
      std::uint32_t names_end = i;
      while (names_end > first_ && stands_between(names_end - 1)) --names_end;
      const ChosenNames names = choose(read_names_before(body_, names_end, first_, index_));
      if (names.first == no_token) return std::nullopt;
      // A number of a note needs the author to be more than a remark ("see note 3").
      if (kind == BackReference::work_of_note && names.known < Knows::first_author) return std::nullopt;
      if (body_.kind(after) == TokenKind::close && after < end_) ++after;
      return back_to(names.first, after, names, names.known >= Knows::first_author);
    }
    return std::nullopt;
  }

  // Between the author and the number of the note: "Smith (wie Anm. 3)", "Smith, supra note 3".
  bool stands_between(std::uint32_t token) const {
    const TokenKind kind = body_.kind(token);
    return kind == TokenKind::comma || kind == TokenKind::open || kind == TokenKind::colon ||
           (kind == TokenKind::word && !body_[token].capital && points_back(folded(token)));
  }

  // "Freire, p. 30": an author of the list and a page, nothing else.
  std::optional<NoteWork> author_and_page() const {
    std::uint32_t mark = first_ + 1;
    while (mark < end_ && body_.kind(mark) != TokenKind::comma && body_.kind(mark) != TokenKind::colon) ++mark;
    const std::optional<Locator> locator = mark < end_ ? read_locator(body_, mark) : std::nullopt;
    if (!locator || locator->label != "page" || locator->end < end_) return std::nullopt;
    const ChosenNames names = choose(read_names_before(body_, mark, first_, index_));
    if (names.first != first_ || names.known < Knows::first_author) return std::nullopt;
    return back_to(names.first, mark, names, true);
  }

  static NoteWork back_to(std::uint32_t first, std::uint32_t end, const ChosenNames& names, bool confirmed) {
    NoteWork work;
    work.first = first;
    work.end = end;
    work.names = names;
    work.confirmed = confirmed;
    return work;
  }

  // ---- works that the list does not know

  // "Krause and Ruxton, “Living in groups,” Journal 3 (2002): 4-5"
  std::optional<NoteWork> quoted() const {
    std::uint32_t open = first_;
    while (open < end_ && !opens_quote(open)) ++open;
    if (open >= end_ || open - first_ > furthest_title) return std::nullopt;
    std::uint32_t close = open + 1;
    while (close < end_ && !closes_quote(close)) ++close;
    if (close >= end_ || close == open + 1) return std::nullopt;
    std::uint32_t names_end = open;
    while (names_end > first_ &&
           (body_.kind(names_end - 1) == TokenKind::comma || body_.kind(names_end - 1) == TokenKind::colon))
      --names_end;
    NoteWork work;
    work.names = choose(read_names_before(body_, names_end, first_, index_));
    if (work.names.first == no_token) return std::nullopt;
    work.first = work.names.first;
    work.title = text::collapse_spaces(bare_name(body_.text(open + 1, close - 1)));
    work.year = year_from(close + 1);
    work.end = work_end(close + 1);
    work.confirmed = work.names.known >= Knows::first_author;
    return work;
  }

  bool opens_quote(std::uint32_t token) const {
    if (body_.kind(token) != TokenKind::quote) return false;
    const char32_t c = text::decode_at(body_.text(token), 0).value;
    return c == U'\u201C' || c == U'\u201E' || c == U'\u00AB' || c == U'"';
  }

  bool closes_quote(std::uint32_t token) const {
    if (body_.kind(token) != TokenKind::quote) return false;
    const char32_t c = text::decode_at(body_.text(token), 0).value;
    return c == U'\u201D' || c == U'\u201C' || c == U'\u00BB' || c == U'"';
  }

  // ---- what follows the title

  // The year in brackets, else the last one printed: "(Oxford: Clarendon, 2002)", "München 2003".
  std::uint32_t year_token(std::uint32_t from) const {
    std::uint32_t last = no_token;
    for (std::uint32_t i = from; i < end_; ++i) {
      if (body_.kind(i) != TokenKind::year || body_.kind(i - 1) == TokenKind::dash ||
          body_.kind(i + 1) == TokenKind::dash)
        continue;
      if (body_.bracket(i) != no_token && body_.bracket(i) >= from) return i;
      last = i;
    }
    return last;
  }

  std::string year_from(std::uint32_t from) const {
    const std::uint32_t year = year_token(from);
    return year == no_token ? std::string{} : std::string(body_.text(year));
  }

  // The end of what describes the work: after the year and the pages of the whole, before the page cited.
  std::uint32_t work_end(std::uint32_t from) const {
    std::uint32_t end = year_token(from);
    if (end == no_token) return from;
    ++end;
    if (body_.kind(end) == TokenKind::close) ++end;
    if (body_.kind(end) == TokenKind::colon) {  // "(2002): 4-5"
      ++end;
      while (end < end_ && body_.kind(end) != TokenKind::comma && body_.kind(end) != TokenKind::period) ++end;
    }
    return end;
  }

  const Body& body_;
  const EntryIndex& index_;
  std::uint32_t first_;
  std::uint32_t end_;
  const ChosenNames& before_;
};

}  // namespace

std::optional<NoteWork> read_note_work(const Source& source, std::uint32_t first, std::uint32_t end,
                                       const ChosenNames& before) {
  return NoteReader(source, first, end, before).read();
}

}  // namespace citegraph::citation
