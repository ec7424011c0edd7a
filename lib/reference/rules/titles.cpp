#include <algorithm>

#include "reference/rules/places.hpp"
#include "reference/rules/rules.hpp"

namespace citegraph::reference::rules {

namespace {

bool is_name_like(const Draft& draft, std::uint32_t i) {
  return draft.is_capitalised(i) || draft.is(i, WordClass::function) || draft.is_punctuation(i) || draft.is(i, U'&');
}

// Share of words with a capital among those that would bear one in a name, in percent.
std::uint32_t capital_share(const Draft& draft, Range range) {
  std::uint32_t words = 0;
  std::uint32_t capitals = 0;
  for (std::uint32_t i = range.first; i < range.end; ++i) {
    if (!draft.is_word(i) || (draft.is(i, WordClass::function) && !draft.is_capitalised(i))) continue;
    ++words;
    capitals += draft.is_capitalised(i) ? 1U : 0U;
  }
  return words == 0 ? 0 : capitals * 100 / words;
}

std::uint32_t count_words(const Draft& draft, Range range) {
  std::uint32_t words = 0;
  for (std::uint32_t i = range.first; i < range.end; ++i) words += draft.is_punctuation(i) ? 0U : 1U;
  return words;
}

bool has_stop(const Draft& draft, Range range) {
  for (std::uint32_t i = range.first; i < range.end; ++i)
    if (draft.is(i, U'.')) return true;
  return false;
}

bool has_journal_word(const Draft& draft, Range range) {
  for (std::uint32_t i = range.first; i < range.end; ++i)
    if (draft.is(i, WordClass::journal) || draft.is(i, WordClass::conference)) return true;
  return false;
}

// Where the container begins in a range that holds a title and a container, or range.end where it holds none, or
// range.first where it holds nothing else.
std::uint32_t start_of_container(const Draft& draft, Range range) {
  const std::uint32_t words = count_words(draft, range);
  // "Phys. Rev. D", "Nature": nothing but a name
  const bool short_name =
      words <= 8 && capital_share(draft, range) == 100 &&
      (has_stop(draft, {range.first, range.end - 1}) || has_journal_word(draft, range) || words <= 2);
  std::uint32_t sentence = range.end;
  std::uint32_t comma = range.end;
  std::uint32_t depth = 0;
  std::uint32_t last_word = range.first;
  for (std::uint32_t i = range.first; i < range.end; ++i)
    if (!draft.is_punctuation(i)) last_word = i;
  for (std::uint32_t i = range.first; i + 1 < range.end; ++i) {
    if (draft.is(i, U'(') || draft.is(i, U'[')) ++depth;
    if ((draft.is(i, U')') || draft.is(i, U']')) && depth > 0) --depth;
    if (depth > 0 || i == range.first) continue;
    const bool goes_on = draft.is_capitalised(i + 1) || draft.is_number(i + 1) ||
                         (draft.is_word(i + 1) && !draft.is(i + 1, WordClass::function));
    if (draft.ends_sentence(i) && i < last_word) sentence = i + 1;
    if ((draft.is(i, U',') || draft.is(i, U';')) && goes_on && draft.is_capitalised(i + 1)) comma = i + 1;
  }
  if (sentence < range.end && count_words(draft, {sentence, range.end}) <= 16) return sentence;
  if (short_name) return range.first;
  if (comma < range.end && count_words(draft, {comma, range.end}) <= 12 &&
      capital_share(draft, {comma, range.end}) >= 60)
    return comma;
  // The longest run of capitals at the end: "... of critical percolation J. Stat. Mech."
  std::uint32_t first = range.end;
  for (std::uint32_t i = range.end; i-- > range.first;) {
    if (!is_name_like(draft, i) || draft.is(i, U',') || draft.is(i, U':') || draft.is(i, U'?') || draft.is(i, U')'))
      break;
    if (draft.is_capitalised(i) && !draft.is(i, WordClass::function)) first = i;
  }
  const bool abbreviated = has_stop(draft, {first, range.end > first ? range.end - 1 : first}) ||
                           has_journal_word(draft, {first, range.end});
  if (first < range.end && first > range.first + 1 && abbreviated) return first;
  return range.end;
}

bool dated_after(const Draft& draft, std::uint32_t i) {
  const Range date = draft.range_of(Label::date);
  return !date.empty() && date.first >= i;
}

void claim_plain(Draft& draft, Range range) {
  const bool with_locator = draft.has(Label::volume) || draft.has(Label::pages) || draft.has(Label::issue);
  const bool has_container = draft.has(Label::container_title);
  if (has_container || (draft.has(Label::publisher) && !draft.has(Label::volume))) {
    // One sentence; what follows it is for the rules after this one.
    std::uint32_t end = range.first;
    while (end < range.end && !(draft.ends_sentence(end) && end > range.first + 1)) ++end;
    if (end < range.end && !draft.is(end, U'.')) ++end;
    draft.claim({range.first, has_container ? range.end : end}, Label::title, 0.85);
    return;
  }
  if (with_locator || dated_after(draft, range.end) || draft.has(Label::doi)) {
    const std::uint32_t container = start_of_container(draft, range);
    const bool book = !with_locator && (container == range.end || container == range.first);
    if (!book) {
      if (container > range.first) draft.claim({range.first, container}, Label::title, 0.85);
      if (container < range.end) draft.claim({container, range.end}, Label::container_title, 0.8);
      return;
    }
  }
  std::uint32_t end = range.first;
  while (end < range.end && !(draft.ends_sentence(end) && end > range.first + 1)) {
    if (draft.is(end, U',') && (starts_publisher(draft, end + 1) || starts_place(draft, end + 1))) break;
    ++end;
  }
  if (end < range.end && (draft.is(end, U'?') || draft.is(end, U'!'))) ++end;
  draft.claim({range.first, end}, Label::title, 0.75);
}

}  // namespace

void claim_title(Draft& draft) {
  if (draft.has(Label::title)) return;
  Range range = draft.next_open({draft.head_end, draft.size()});
  if (range.empty()) return;
  range = {draft.trimmed(range).first, range.end};
  if (const std::uint32_t run = draft.emphasis(range.first)) {
    std::uint32_t end = range.first;
    while (end < range.end && draft.emphasis(end) == run) ++end;
    // A day between the year and the italics, and words before the year: a newspaper item named by its own title.
    draft.claim({range.first, end}, Label::title, 0.93);
    return;
  }
  for (std::uint32_t i = range.first; i < range.end; ++i)
    if (draft.emphasis(i)) range.end = i;
  claim_plain(draft, range);
}

void claim_rest(Draft& draft) {
  const Range title = draft.range_of(Label::title);
  std::uint32_t from = title.empty() ? draft.head_end : title.end;
  Range open = draft.next_open({from, draft.size()});
  std::uint32_t ranges = 0;
  while (!open.empty() && ranges++ < 12) {
    const std::uint32_t first = draft.trimmed(open).first;
    const std::uint32_t end = std::min(end_of_container(draft, first), open.end);
    const bool located =
        draft.has(Label::volume) || draft.has(Label::pages) || draft.has(Label::issue) || draft.has(Label::doi);
    bool institution = false;
    for (std::uint32_t i = first; i < end; ++i)
      institution |= draft.is(i, WordClass::institution) || draft.is(i, WordClass::publisher);
    const Range range{first, end};
    if (first < end && !draft.is_number(first) && count_words(draft, range) <= 25) {
      if (!draft.has(Label::container_title) &&
          (located || has_journal_word(draft, range) || dated_after(draft, end)) && !(institution && !located)) {
        draft.claim(range, Label::container_title, 0.7);
      } else if (!draft.has(Label::publisher) && draft.is_capitalised(first) &&
                 (institution || !draft.has(Label::container_title))) {
        draft.claim(range, Label::publisher, 0.65);
      }
    }
    open = draft.next_open({std::max(end, first + 1), draft.size()});
  }
}

void settle_head(Draft& draft) {
  if (draft.has(Label::title)) return;
  const Range author = draft.range_of(Label::author);
  if (author.empty()) return;
  // Nothing else can be the title: then the words before the date are, unless they are plainly names.
  bool initials = false;
  std::uint32_t words = 0;
  for (std::uint32_t i = author.first; i < author.end; ++i) {
    initials |= draft.is_initial(i);
    words += draft.is_word(i) ? 1U : 0U;
  }
  const bool contained = draft.has(Label::container_title);
  if (words >= 3 && (!initials || (words >= 6 && !contained))) draft.relabel(Label::author, Label::title);
}

}  // namespace citegraph::reference::rules
