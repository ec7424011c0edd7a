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

#include "citation/form.hpp"
#include "citation/locator.hpp"
#include "citation/names.hpp"
#include "citation/note_work.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::citation {
namespace {

constexpr std::uint32_t longest_piece = 400;  // tokens

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

class NoteFinder {
 public:
  explicit NoteFinder(const Source& source) : source_(source), body_(source.body) {}

  Proposals run() {
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
    std::optional<NoteWork> work = read_note_work(source_, first, end, last_names_);
    if (!work) return;
    add(*work);
    if (work->names.first != no_token) last_names_ = std::move(work->names);
  }

  void add(const NoteWork& work) {
    Proposal proposal;
    proposal.confirmed = work.confirmed;
    Citation& citation = proposal.citation;
    citation.form = CitationForm::note;
    citation.span = {body_[work.first].start, body_[work.end - 1].end};
    citation.group = citation.span.start;
    citation.names = work.names.names;
    citation.others = work.names.others;
    citation.title = work.title;
    if (!work.year.empty()) {
      citation.date.start = CalendarDate{.year = static_cast<std::int16_t>(year_value(work.year))};
      citation.date.suffix = year_suffix(work.year);
    }
    citation.targets.push_back(target_at(read_locator(body_, work.end)));
    proposals_.push_back(std::move(proposal));
  }

  const Source& source_;
  const Body& body_;
  ChosenNames last_names_;  // of the work cited last
  Proposals proposals_;
};

}  // namespace

Proposals propose_notes(const Source& source) { return NoteFinder(source).run(); }

}  // namespace citegraph::citation
