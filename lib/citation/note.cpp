// Citations in footnotes and endnotes: a reference in full, a short title, "op. cit.", "ibid."
//
//     1. J. Krause and G. D. Ruxton, Living in groups (Oxford: Oxford University Press, 2002); W. Hamilton, “Geometry,”
//     ...
//     2. Krause and Ruxton, “Living in groups”, 45.    3. Ibid.    4. HAMILTON, op. cit.
//
// Notes are blocks marked as such, and numbered lines under a heading like "Notes". A semicolon outside of quotation
// marks and brackets divides works.
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "citation/back_reference.hpp"
#include "citation/form.hpp"
#include "citation/locator.hpp"
#include "citation/names.hpp"
#include "citation/words.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::citation {
namespace {

using Knows = EntryIndex::Knows;

constexpr std::uint32_t longest_piece = 400;  // tokens
constexpr std::size_t title_words = 4;        // of a title without quotes, to be known as one

bool is_notes_heading(std::string_view heading) {
  constexpr std::string_view headings[] = {"anmerkungen",
                                           "endnotes",
                                           "end notes",
                                           "footnotes",
                                           "fussnoten",
                                           "note",
                                           "notes",
                                           "notas",
                                           "notas de rodape",
                                           "notas al pie",
                                           "notes and references",
                                           "noten"};
  const std::string folded = text::fold_words(heading);
  return std::find(std::begin(headings), std::end(headings), folded) != std::end(headings);
}

class Finder {
 public:
  explicit Finder(const Source& source) : source_(source), body_(source.body) {}

  std::vector<Proposal> run() {
    bool under_heading = false;
    std::size_t list = 0;
    const auto& lists = source_.references.lists;
    for (const Block& block : source_.document.blocks) {
      if (block.kind == BlockKind::heading) under_heading = is_notes_heading(slice(body_.text(), block.span));
      while (list < lists.size() && lists[list].end <= block.span.start) ++list;
      if (list < lists.size() && lists[list].overlaps(block.span)) continue;
      if (block.kind == BlockKind::note ||
          (under_heading && (block.kind == BlockKind::list_item || block.kind == BlockKind::paragraph)))
        numbered_lines(block);
    }
    return std::move(proposals_);
  }

 private:
  std::string folded(std::uint32_t token) const { return text::fold(body_.text(token)); }

  // A block is one note, or several: lines that begin with the number that follows the one before.
  void numbered_lines(const Block& block) {
    std::uint32_t start = body_.token_at(block.span.start);
    const std::uint32_t end = body_.token_at(block.span.end);
    std::uint32_t number = number_value(block.label.substr(0, block.label.find_first_not_of("0123456789")));
    if (body_.kind(start) == TokenKind::number) number = number_value(body_.text(start));
    for (std::uint32_t i = start + 1; i < end; ++i) {
      if (!begins_line(i) || body_.kind(i) != TokenKind::number || body_.kind(i + 1) != TokenKind::period) continue;
      if (number != 0 && number_value(body_.text(i)) != number + 1) continue;
      number = number_value(body_.text(i));
      note(start, i);
      start = i;
    }
    note(start, end);
  }

  bool begins_line(std::uint32_t token) const {
    const std::uint32_t previous = body_[token - 1].end;
    return body_.text().substr(previous, body_[token].start - previous).find('\n') != std::string_view::npos;
  }

  void note(std::uint32_t start, std::uint32_t end) {
    while (end > start && body_.kind(end - 1) == TokenKind::gap) --end;
    if (start < end && body_.kind(start) == TokenKind::number) {  // its own number
      ++start;
      if (body_.kind(start) == TokenKind::period || body_.kind(start) == TokenKind::close) ++start;
    }
    int quoted = 0;
    std::uint32_t first = start;
    for (std::uint32_t i = start; i < end; ++i) {
      if (body_.kind(i) == TokenKind::quote) quoted = quote_depth(body_.text(i), quoted);
      if (body_.kind(i) != TokenKind::semicolon || quoted > 0 || body_.bracket(i) != body_.bracket(start)) continue;
      piece(first, i);
      first = i + 1;
    }
    piece(first, end);
  }

  static int quote_depth(std::string_view quote, int depth) noexcept {
    const char32_t c = text::decode_at(quote, 0).value;
    if (c == U'\u201C' || c == U'\u201E' || c == U'\u00AB')
      return c == U'\u201C' && depth > 0 ? 0 : 1;  // „so“ closes with “
    if (c == U'\u201D' || c == U'\u00BB') return 0;
    if (c == U'"') return depth > 0 ? 0 : 1;
    return depth;
  }

  void piece(std::uint32_t first, std::uint32_t end) {
    while (end > first && body_.kind(end - 1) == TokenKind::period && end - 1 > first &&
           body_.kind(end - 2) != TokenKind::word)
      --end;
    if (first >= end || end - first > longest_piece) return;
    if (back_reference(first, end) || quoted_title(first, end) || plain_title(first, end)) return;
  }

  // ---- ibid., op. cit.

  bool back_reference(std::uint32_t first, std::uint32_t end) {
    std::uint32_t at = first;
    while (at < end && body_.kind(at) == TokenKind::word && !body_[at].capital && is_never_a_name(folded(at)))
      ++at;  // "see"
    std::uint32_t after = at;
    if (read_back_reference(body_, at, after) == BackReference::same_work) {
      add(at, after, {}, {}, {}, true);
      return true;
    }
    for (std::uint32_t i = at; i < end && i - at < 30; ++i) {
      if (read_back_reference(body_, i, after) != BackReference::work_of_author) continue;
      std::uint32_t names_end = i;
      while (names_end > at && body_.kind(names_end - 1) == TokenKind::comma) --names_end;
      const NameRun run = read_names_before(body_, names_end, at, source_.index);
      const ChosenNames names = choose_names(body_, run, source_.index, 0, NamePlace::in_bracket);
      if (names.first == no_token) return false;
      add(names.first, after, names, {}, {}, names.known >= Knows::first_author);
      return true;
    }
    return false;
  }

  // ---- names and title

  // "Krause and Ruxton, “Living in groups,” Journal 3 (2002): 4-5"
  bool quoted_title(std::uint32_t first, std::uint32_t end) {
    std::uint32_t open = first;
    while (open < end && quote_depth(body_.text(open), 0) == 0) ++open;
    if (open >= end || body_.kind(open) != TokenKind::quote || open - first > 120) return false;
    std::uint32_t close = open + 1;
    while (close < end && !(body_.kind(close) == TokenKind::quote && quote_depth(body_.text(close), 1) == 0)) ++close;
    if (close >= end || close == open + 1) return false;
    std::uint32_t names_end = open;
    while (names_end > first &&
           (body_.kind(names_end - 1) == TokenKind::comma || body_.kind(names_end - 1) == TokenKind::colon))
      --names_end;
    const NameRun run = read_names_before(body_, names_end, first, source_.index);
    const ChosenNames names = choose_names(body_, run, source_.index, 0, NamePlace::in_bracket);
    if (names.first == no_token) return false;
    const std::string title = text::collapse_spaces(bare_name(body_.text(open + 1, close - 1)));
    add(names.first, work_end(close + 1, end), names, title, year_in(close + 1, end),
        names.known >= Knows::first_author);
    return true;
  }

  // "H. Sick, Ornitologia brasileira (Rio de Janeiro: Nova Fronteira, 1997), 37": names that the list knows, then words
  // with which a title of the list begins.
  bool plain_title(std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t comma = first + 1; comma < end && comma - first < 60; ++comma) {
      if (body_.kind(comma) != TokenKind::comma) continue;
      std::uint32_t title_end = comma + 1;
      while (title_end < end && body_.kind(title_end) != TokenKind::open && body_.kind(title_end) != TokenKind::comma)
        ++title_end;
      if (title_end == comma + 1) continue;
      const std::string_view printed = body_.text(comma + 1, title_end - 1);
      if (!begins_title(printed)) continue;
      const NameRun run = read_names_before(body_, comma, first, source_.index);
      const ChosenNames names = choose_names(body_, run, source_.index, 0, NamePlace::in_bracket);
      if (names.first == no_token || names.known < Knows::author) continue;
      add(names.first, work_end(title_end, end), names, text::collapse_spaces(bare_name(printed)),
          year_in(title_end, end), true);
      return true;
    }
    return false;
  }

  bool begins_title(std::string_view printed) const {
    std::vector<std::string> words = folded_words(printed);
    if (words.empty()) return false;
    if (words.size() > title_words) words.resize(title_words);
    for (const std::uint32_t number : source_.index.by_beginning(words)) {
      const std::vector<std::string>& title = source_.index.entries()[number].title;
      if (words.size() <= title.size() && std::equal(words.begin(), words.end(), title.begin())) return true;
    }
    return false;
  }

  // The end of what describes the work: after the year in brackets, or before the page cited.
  std::uint32_t work_end(std::uint32_t from, std::uint32_t end) const {
    std::uint32_t last = from;
    for (std::uint32_t i = from; i < end; ++i)
      if (body_.kind(i) == TokenKind::year && body_.bracket(i) != no_token) last = i + 1;
    if (last > from && body_.kind(last) == TokenKind::close) ++last;
    if (body_.kind(last) == TokenKind::colon) {  // "(2002): 4-5"
      ++last;
      while (last < end && body_.kind(last) != TokenKind::comma && body_.kind(last) != TokenKind::period) ++last;
    }
    return last;
  }

  std::string year_in(std::uint32_t from, std::uint32_t end) const {
    for (std::uint32_t i = from; i < end; ++i)
      if (body_.kind(i) == TokenKind::year && body_.bracket(i) != no_token) return std::string(body_.text(i));
    return {};
  }

  void add(std::uint32_t first, std::uint32_t end, const ChosenNames& names, std::string title, const std::string& year,
           bool confirmed) {
    Proposal proposal;
    proposal.confirmed = confirmed;
    Citation& citation = proposal.citation;
    citation.form = CitationForm::note;
    citation.span = {body_[first].start, body_[end - 1].end};
    citation.group = citation.span.start;
    citation.names = names.names;
    citation.others = names.others;
    citation.title = std::move(title);
    if (!year.empty()) {
      citation.date.start = CalendarDate{.year = static_cast<std::int16_t>(year_value(year))};
      citation.date.suffix = year_suffix(year);
    }
    Target target;
    if (std::optional<Locator> locator = read_locator(body_, end)) {
      target.locator = locator->text;
      target.locator_label = locator->label;
    }
    citation.targets.push_back(std::move(target));
    proposals_.push_back(std::move(proposal));
  }

  const Source& source_;
  const Body& body_;
  std::vector<Proposal> proposals_;
};

}  // namespace

std::vector<Proposal> propose_notes(const Source& source) { return Finder(source).run(); }

}  // namespace citegraph::citation
