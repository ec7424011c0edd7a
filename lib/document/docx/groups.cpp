#include "document/docx/groups.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "document/docx/ids.hpp"
#include "text/ascii.hpp"

namespace citegraph::document::docx {
namespace {

std::vector<TextSpan> pieces_between(TextSpan span, std::string_view text, char separator) {
  std::vector<TextSpan> pieces;
  for (std::uint32_t at = span.start; at <= span.end;) {
    const std::size_t found = text.substr(0, span.end).find(separator, at);
    const auto end = found == std::string_view::npos ? span.end : static_cast<std::uint32_t>(found);
    pieces.push_back({at, end});
    at = end + 1;
  }
  for (TextSpan& piece : pieces) {
    while (!piece.empty() && (text[piece.start] == ' ' || text[piece.start] == '\n')) ++piece.start;
    while (!piece.empty() && (text[piece.end - 1] == ' ' || text[piece.end - 1] == '\n')) --piece.end;
  }
  return pieces;
}

// "2001" or "2001a" by itself: the next work of the same author.
bool begins_with_year(std::string_view piece) {
  return piece.size() >= 4 && std::all_of(piece.begin(), piece.begin() + 4, text::is_ascii_digit) &&
         (piece.size() == 4 || !text::is_ascii_digit(piece[4]));
}

// "Lee 2001, 2003" behind its semicolons: a comma divides only where a year follows, for names and pages have them too.
std::vector<TextSpan> parts_of(TextSpan span, std::string_view text) {
  std::vector<TextSpan> parts;
  for (const TextSpan whole : pieces_between(span, text, ';')) {
    const std::vector<TextSpan> pieces = pieces_between(whole, text, ',');
    bool dated = false;  // the part at hand has its year
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const std::string_view piece = slice(text, pieces[i]);
      const bool year_alone = begins_with_year(piece);
      if (i == 0 || (year_alone && dated))
        parts.push_back(pieces[i]);
      else
        parts.back().end = pieces[i].end;
      dated = dated || year_alone || (piece.size() > 4 && begins_with_year(piece.substr(piece.rfind(' ') + 1)));
    }
  }
  parts.erase(std::remove_if(parts.begin(), parts.end(), [](TextSpan part) { return part.empty(); }), parts.end());
  return parts;
}

// Each part takes the work it is most like; the program may have sorted them otherwise than the field does.
std::vector<std::size_t> assign(const std::vector<TextSpan>& parts, const std::vector<std::string>& ids,
                                std::string_view text, const EntryMatcher& works) {
  std::vector<std::size_t> order;
  std::vector<bool> taken(ids.size(), false);
  for (const TextSpan part : parts) {
    std::size_t best = ids.size();
    unsigned most = 0;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (taken[i]) continue;
      const auto work = work_of_id(ids[i]);
      const unsigned points = work ? works.likeness(*work, slice(text, part)).points() + 1 : 1;
      if (points > most) {
        most = points;
        best = i;
      }
    }
    taken[best] = true;
    order.push_back(best);
  }
  return order;
}

}  // namespace

std::vector<TaggedCitation> divide_groups(std::vector<TaggedCitation> citations, std::string_view text,
                                          const EntryMatcher& works) {
  constexpr std::size_t most_works = 100;
  std::vector<TaggedCitation> divided;
  for (TaggedCitation& citation : citations) {
    const std::vector<TextSpan> parts = citation.ids.size() > 1 && citation.ids.size() <= most_works
                                            ? parts_of(citation.span, text)
                                            : std::vector<TextSpan>{};
    const bool named = std::all_of(parts.begin(), parts.end(), [&](TextSpan part) {
      return std::any_of(text.begin() + part.start, text.begin() + part.end,
                         [](char c) { return !text::is_ascii_digit(c); }) ||
             part.size() == 4;
    });
    if (parts.size() != citation.ids.size() || !named) {
      divided.push_back(std::move(citation));
      continue;
    }
    const std::vector<std::size_t> order = assign(parts, citation.ids, text, works);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      TaggedCitation one = citation;
      one.span = parts[i];
      one.ids = {citation.ids[order[i]]};
      divided.push_back(std::move(one));
    }
  }
  return divided;
}

}  // namespace citegraph::document::docx
