#include "reference/rules/places.hpp"

#include <algorithm>

#include "reference/rules/dates.hpp"
#include "reference/rules/rules.hpp"

namespace citegraph::reference::rules {

namespace {

constexpr std::uint32_t longest_place = 5;       // tokens
constexpr std::uint32_t longest_publisher = 40;  // tokens

bool is_break(const Draft& draft, std::uint32_t i) {
  return i >= draft.size() || !draft.open(i) || draft.is(i, U',') || draft.is(i, U';') || draft.is(i, U':') ||
         draft.is(i, U'(') || draft.is(i, U')') || draft.ends_sentence(i);
}

std::uint32_t end_of_piece(const Draft& draft, std::uint32_t i) {
  while (!is_break(draft, i)) ++i;
  return i;
}

// The first token of the town before the colon at `colon`; `colon` where no town stands there.
std::uint32_t start_of_place(const Draft& draft, std::uint32_t colon, bool& known) {
  std::uint32_t first = colon;
  known = false;
  const std::uint32_t run = draft.emphasis(colon);
  if (run) return colon;
  while (first > draft.head_end && colon - first < 8) {
    const std::uint32_t k = first - 1;
    if (!draft.open(k) || draft.emphasis(k) || draft.is(k, U'(') || draft.is(k, U'[')) break;
    // "Cambridge, MA", "Amsterdam; Boston", "Malden, Mass."
    const bool joined = (draft.is(k, U',') && draft.is_initial(first)) || draft.is(k, U';') ||
                        (draft.is(k, U',') && (draft.is(first, WordClass::place) || draft.is(first + 1, U'.'))) ||
                        draft.is_dash(k);
    if (draft.is_punctuation(k) && !joined && !(draft.is(k, U'.') && !draft.ends_sentence(k))) break;
    if (draft.is(k, U'.') && known && !draft.is(first, U'.')) break;
    if (draft.is_word(k) && !draft.is_capitalised(k) && !draft.is(k, WordClass::particle) &&
        !draft.is(k, WordClass::conjunction))
      return colon;
    if (draft.is_number(k)) break;
    known |= draft.is(k, WordClass::place);
    first = k;
  }
  while (first < colon && draft.is_punctuation(first)) ++first;
  return first;
}

// Where the publisher ends that begins behind `colon`; `known` if a word of it tells one.
std::uint32_t end_of_publisher(const Draft& draft, std::uint32_t colon, bool& known) {
  std::uint32_t end = colon + 1;
  while (end < draft.size() && end - colon < longest_publisher && draft.open(end) && !draft.is(end, U')') &&
         !(draft.is(end, U'.') && draft.ends_sentence(end)) && !draft.is(end, U'(')) {
    const DateFound date = match_date(draft, end, draft.size());
    if (date.year && draft.is_year(end)) break;
    if (draft.is(end, U',') && (match_date(draft, end + 1, draft.size()).year || !draft.open(end + 1))) break;
    known |= draft.is(end, WordClass::publisher) || draft.is(end, WordClass::institution);
    ++end;
  }
  return end;
}

// "Place: Publisher": the last colon that has a town before it and a title before that.
bool claim_place_and_publisher(Draft& draft) {
  std::uint32_t first_word = draft.head_end;
  while (first_word < draft.size() && (!draft.open(first_word) || draft.is_punctuation(first_word))) ++first_word;
  for (std::uint32_t colon = draft.size(); colon-- > draft.head_end + 1;) {
    if (!draft.open(colon) || !draft.is(colon, U':') || draft.emphasis(colon)) continue;
    if (!draft.open(colon + 1) ||
        !(draft.is_word(colon + 1) || draft.is(colon + 1, U'[') || draft.is_number(colon + 1)))
      continue;
    bool known = false;
    const std::uint32_t first = start_of_place(draft, colon, known);
    if (first >= colon || colon - first > longest_place + 3) continue;
    bool publisher = false;
    const std::uint32_t end = end_of_publisher(draft, colon, publisher);
    const bool title_before = draft.has(Label::title) || first_word < first;
    const bool set_off =
        first > 0 && (draft.ends_sentence(first - 1) || draft.is(first - 1, U'.') || draft.is(first - 1, U'(') ||
                      !draft.open(first - 1) || draft.is(first - 1, U',') || (draft.emphasis(first - 1) != 0));
    const bool near_end = end >= draft.size() || draft.size() - end < 30;
    // A comma after italics or a quoted title sets off as well as a full stop.
    const bool after_title = first > 1 && (draft.emphasis(first - 2) != 0 || !draft.open(first - 2));
    const bool sentence = first > 0 && (!draft.is(first - 1, U',') || after_title);
    if (!title_before || !set_off || !near_end ||
        !(known || publisher || (sentence && colon - first <= 4 && end - colon <= 8)))
      continue;
    // A subtitle is longer and goes on in lower case.
    if (!known && !publisher && draft.has(Label::volume) && draft.has(Label::pages)) continue;
    draft.claim({first, colon}, Label::publisher_place, known ? 0.95 : 0.8);
    draft.claim({colon + 1, end}, Label::publisher, known || publisher ? 0.93 : 0.8);
    draft.skip({colon, colon + 1});
    return true;
  }
  return false;
}

// "MA", "Mass.", "UK"
bool is_state(const Draft& draft, std::uint32_t i) {
  if (draft.is_initial(i)) return draft.printed(i).size() == 2;
  return draft.is(i, WordClass::place) || draft.word(i) == "usa" || draft.word(i) == "uk";
}

// "Publisher, Place", "Place, Publisher" in what follows the title.
void claim_pieces(Draft& draft, Range range) {
  std::uint32_t i = range.first;
  while (i < range.end) {
    while (i < range.end && draft.is_punctuation(i)) ++i;
    if (i >= range.end) return;
    const std::uint32_t end = std::min(end_of_piece(draft, i), range.end);
    if (end <= i) {
      ++i;
      continue;
    }
    if (starts_place(draft, i) && !starts_publisher(draft, i) && !draft.has(Label::publisher_place)) {
      std::uint32_t place_end = end;
      if (draft.is(place_end, U',') && is_state(draft, place_end + 1) &&
          (place_end + 2 >= range.end || draft.is_punctuation(place_end + 2)))
        place_end += 2;
      if (draft.claim({i, place_end}, Label::publisher_place, 0.88)) {
        // What is set off beside the town is its publisher.
        if (!draft.has(Label::publisher) && draft.is(place_end, U',') && draft.open(place_end + 1)) {
          const std::uint32_t next = place_end + 1;
          const std::uint32_t next_end = std::min(end_of_piece(draft, next), range.end);
          if (!draft.is_number(next) && draft.is_capitalised(next))
            draft.claim({next, next_end}, Label::publisher, 0.85);
        }
        i = place_end;
        continue;
      }
    } else if (starts_publisher(draft, i) && !draft.has(Label::publisher)) {
      draft.claim({i, end}, Label::publisher, 0.88);
    }
    i = end + 1;
  }
}

}  // namespace

namespace {

// Two pieces of a word or two after a title in italics, nothing known of either: a town and its publisher, in this
// order.
void claim_unknown_pair(Draft& draft, Range range) {
  if (draft.has(Label::publisher) || draft.has(Label::publisher_place) ||
      !draft.emphasis(range.first > 0 ? range.first - 1 : 0))
    return;
  range = draft.trimmed(range);
  const std::uint32_t comma = end_of_piece(draft, range.first);
  if (!draft.is(comma, U',') || comma - range.first > 2 || range.end <= comma + 1 || range.end - comma > 4) return;
  for (std::uint32_t i = range.first; i < range.end; ++i)
    if (i != comma && !draft.is_capitalised(i)) return;
  draft.claim({range.first, comma}, Label::publisher_place, 0.6);
  draft.claim({comma + 1, range.end}, Label::publisher, 0.6);
}

}  // namespace

bool starts_place(const Draft& draft, std::uint32_t i) {
  if (!draft.is_capitalised(i)) return false;
  for (std::uint32_t k = i; k < draft.size() && k - i < longest_place && !is_break(draft, k); ++k) {
    if (draft.is(k, WordClass::place)) return end_of_piece(draft, i) - i <= longest_place;
    if (!draft.is_capitalised(k) && !draft.is_punctuation(k)) return false;
  }
  return false;
}

bool starts_publisher(const Draft& draft, std::uint32_t i) {
  if (!draft.is_capitalised(i)) return false;
  for (std::uint32_t k = i; k < draft.size() && k - i < 14 && !is_break(draft, k); ++k)
    if (draft.is(k, WordClass::publisher) && draft.is_capitalised(k)) return true;
  return false;
}

std::uint32_t end_of_container(const Draft& draft, std::uint32_t first) {
  std::uint32_t end = first;
  while (end < draft.size() && draft.open(end)) {
    if (draft.ends_sentence(end)) break;
    if (draft.is(end, U'(') && (!draft.open(end + 1) || starts_place(draft, end + 1) ||
                                starts_publisher(draft, end + 1) || draft.is(end + 1, WordClass::editor)))
      break;
    if (draft.is(end, U',')) {
      const std::uint32_t next = end + 1;
      if (!draft.open(next) || starts_place(draft, next) || starts_publisher(draft, next) || draft.is_year(next)) break;
    }
    ++end;
  }
  return end;
}

void claim_publishers(Draft& draft) {
  if (claim_place_and_publisher(draft)) return;
  // In brackets after the title: "(Springer, Berlin, 2001)", "(Berlin)"
  for (std::uint32_t i = draft.head_end + 1; i < draft.size(); ++i) {
    if (!draft.open(i) || !draft.is(i, U'(')) continue;
    if (!starts_place(draft, i + 1) && !starts_publisher(draft, i + 1)) continue;
    std::uint32_t end = i + 1;
    while (end < draft.size() && !draft.is(end, U')')) ++end;
    claim_pieces(draft, {i + 1, end});
    return;
  }
  // After the title, or after the first mark that may end it.
  std::uint32_t from = draft.head_end;
  const Range title = draft.range_of(Label::title);
  const Range container = draft.range_of(Label::container_title);
  if (!title.empty()) from = std::max(from, title.end);
  if (!container.empty()) from = std::max(from, container.end);
  if (title.empty() && container.empty()) {
    std::uint32_t first = from;
    while (first < draft.size() && (draft.is_punctuation(first) || !draft.open(first))) ++first;
    const std::uint32_t run = draft.emphasis(first);
    from = run ? first : end_of_piece(draft, first);
    while (run && from < draft.size() && draft.emphasis(from) == run) ++from;
    // No volume: a book. With a volume, what looks like a town is part of the journal.
    if (draft.has(Label::volume) && draft.has(Label::pages)) return;
  }
  Range open = draft.next_open({from, draft.size()});
  std::uint32_t ranges = 0;
  while (!open.empty() && ranges++ < 8) {
    claim_pieces(draft, open);
    if (ranges == 1 && draft.all_open(open)) claim_unknown_pair(draft, open);
    open = draft.next_open({open.end, draft.size()});
  }
}

}  // namespace citegraph::reference::rules
