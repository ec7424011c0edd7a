#include <algorithm>

#include "reference/rules/dates.hpp"
#include "reference/rules/rules.hpp"
#include "text/utf8.hpp"

namespace citegraph::reference::rules {

namespace {

bool is_roman(std::string_view word) {
  return !word.empty() && word.size() <= 7 && word.find_first_not_of("ivxlcdm") == std::string_view::npos;
}

// A number with a letter before or after it: "e1234", "S12", "B91", "12a".
bool is_lettered_number(const Draft& draft, std::uint32_t i) {
  const std::string_view word = draft.word(i);
  if (draft.is_punctuation(i) || word.size() < 2 || word.size() > 12) return false;
  const std::size_t digits =
      static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) { return '0' <= c && c <= '9'; }));
  return digits > 0 && word.size() - digits <= 2;
}

bool is_page(const Draft& draft, std::uint32_t i) {
  return draft.open(i) && (draft.is_number(i) || is_lettered_number(draft, i));
}

// "145-68", "e1234", "S12–S15", "A-349", "101, 105-9": the end, or `i`. `range` tells whether a dash was met.
std::uint32_t match_pages(const Draft& draft, std::uint32_t i, bool roman, bool& range) {
  range = false;
  std::uint32_t at = i;
  if (draft.is_word(at) && draft.printed(at).size() == 1 && draft.is_dash(at + 1) && draft.is_number(at + 2)) at += 2;
  const auto one = [&](std::uint32_t k) {
    return is_page(draft, k) || (roman && draft.open(k) && is_roman(draft.word(k)));
  };
  if (!one(at)) return i;
  std::uint32_t end = at + 1;
  while (true) {
    std::uint32_t dash = end;
    while (dash < draft.size() && (draft.is_dash(dash) || draft.is(dash, U'=')) && dash - end < 3) ++dash;
    if (dash > end && one(dash)) {
      range = true;
      end = dash + 1;
      continue;
    }
    // "101, 105-9", "45 + 47"
    if (range && (draft.is(end, U',') || draft.is(end, U'+')) && one(end + 1) && !draft.is_year(end + 1) &&
        draft.is_dash(end + 2)) {
      end += 2;
      continue;
    }
    break;
  }
  if (draft.word(end) == "ff" || draft.word(end) == "f" || draft.word(end) == "sq" || draft.word(end) == "sqq") ++end;
  return end;
}

bool has_stop_or_number(const Draft& draft, std::uint32_t i) {
  return draft.is(i + 1, U'.') || draft.is(i + 1, U':') || draft.is_number(i + 1) || is_lettered_number(draft, i + 1);
}

std::uint32_t after_keyword(const Draft& draft, std::uint32_t i) {
  std::uint32_t at = i + 1;
  while (at < draft.size() && at - i < 4 &&
         (draft.is(at, U'.') || draft.is(at, U':') || draft.is(at, U'°') || draft.is(at, U'º') || draft.is(at, U'-') ||
          (draft.word(at) == "o" && draft.is_number(at + 1))))
    ++at;
  return at;
}

// "pp. 145-68", "S. 12", "p.60-75"; "158 p.", "29 pages" only where nothing else is pages.
void claim_marked_pages(Draft& draft) {
  for (std::uint32_t i = draft.head_end; i < draft.size(); ++i) {
    if (!draft.open(i) || !draft.is(i, WordClass::pages) || !has_stop_or_number(draft, i)) continue;
    if (draft.is_capitalised(i) && draft.is_initial(i) && !(draft.is_number(i + 2) || draft.is_number(i + 1))) continue;
    bool range = false;
    const std::uint32_t first = after_keyword(draft, i);
    const std::uint32_t end = match_pages(draft, first, true, range);
    if (end == first) continue;
    if (draft.has(Label::pages) && !range) continue;
    if (draft.claim({first, end}, Label::pages, 0.97)) {
      draft.skip({i, first});
      i = end;
    }
  }
  if (draft.has(Label::pages)) return;
  for (std::uint32_t i = draft.head_end; i < draft.size(); ++i) {
    if (!draft.open(i) || !draft.is_number(i) || draft.is_year(i)) continue;
    if (draft.is(i + 1, WordClass::pages) && draft.printed(i).size() >= 2 &&
        !(draft.is_number(i + 2) || draft.is_number(i + 3)) && (draft.word(i + 1) != "s" || draft.is(i + 2, U'.')) &&
        draft.is_punctuation(i - 1)) {
      draft.claim({i, i + 2}, Label::pages, 0.8);
      return;
    }
  }
}

void claim_marked(Draft& draft, WordClass mark, Label label) {
  for (std::uint32_t i = draft.head_end; i + 1 < draft.size(); ++i) {
    if (!draft.open(i) || !draft.is(i, mark)) continue;
    // One letter ("t", "v", "n", "h") needs its full stop or a degree sign.
    const bool letter = draft.word(i).size() <= 1;
    if (letter && !draft.is(i + 1, U'.') && !draft.is(i + 1, U'°') && !draft.is(i + 1, U'º')) continue;
    if (letter && draft.is_capitalised(i) && !draft.is_number(i + 2) && !draft.is_number(i + 1)) continue;
    const std::uint32_t first = after_keyword(draft, i);
    if (!draft.open(first)) continue;
    const bool number = draft.is_number(first) || is_lettered_number(draft, first) ||
                        (label == Label::volume && is_roman(draft.word(first)) && draft.printed(first).size() <= 6 &&
                         draft.word(first) != "d");
    if (!number || (draft.is_year(first) && label == Label::issue)) continue;
    std::uint32_t end = first + 1;
    if ((draft.is_dash(end) || draft.is(end, U'/')) && (draft.is_number(end + 1) || is_roman(draft.word(end + 1))))
      end += 2;
    if (!draft.claim({first, end}, label, 0.95)) continue;
    draft.skip({i, first});
    // "vol. 12(3)"
    if (label == Label::volume && draft.is(end, U'(') && !draft.is_year(end + 1) &&
        (draft.is_number(end + 1) || is_lettered_number(draft, end + 1))) {
      std::uint32_t close = end + 1;
      while (close < draft.size() && !draft.is(close, U')') && close - end < 8) ++close;
      draft.claim({end + 1, close}, Label::issue, 0.93);
    }
    return;
  }
}

// What a run of bare numbers amounts to.
struct Bare {
  Range date;
  Range volume;
  Range issue;
  Range pages;
  std::uint32_t end = 0;
  int score = 0;
};

bool is_volume(const Draft& draft, std::uint32_t i) {
  if (!draft.open(i)) return false;
  if (draft.is_number(i)) return draft.printed(i).size() <= 4;
  return is_lettered_number(draft, i) && draft.printed(i).size() <= 5;
}

// "(3)", "(3-4)", "(Suppl. 1)": the range inside and the end.
std::uint32_t match_issue(const Draft& draft, std::uint32_t i, Range& issue) {
  if (!draft.is(i, U'(') && !draft.is(i, U'[')) return i;
  std::uint32_t close = i + 1;
  while (close < draft.size() && close - i < 9 && !draft.is(close, U')') && !draft.is(close, U']')) ++close;
  if (close >= draft.size() || close - i >= 9 || close == i + 1) return i;
  if (match_date(draft, i + 1, close).year) return i;
  bool number = false;
  for (std::uint32_t k = i + 1; k < close; ++k) number |= draft.is_number(k) || is_lettered_number(draft, k);
  const bool month = match_date(draft, i + 1, close).month;
  if (!number && draft.word(i + 1) != "suppl" && !is_roman(draft.word(i + 1)) && !month) return i;
  std::uint32_t first = i + 1;
  while (first < close && (draft.is(first, WordClass::issue) || draft.is(first, U'.'))) ++first;
  issue = {first, close};
  return close + 1;
}

// "(2016)", "(July 2000)"
std::uint32_t match_bracketed_date(const Draft& draft, std::uint32_t i, Range& date) {
  if (!draft.is(i, U'(') && !draft.is(i, U'[')) return i;
  const DateFound found = match_date(draft, i + 1, draft.size());
  if (!found.year || !(draft.is(found.end, U')') || draft.is(found.end, U']'))) return i;
  date = {i + 1, found.end};
  return found.end + 1;
}

std::uint32_t skip_separators(const Draft& draft, std::uint32_t i) {
  std::uint32_t at = i;
  while (at < draft.size() && at - i < 2 &&
         (draft.is(at, U',') || draft.is(at, U':') || draft.is(at, U';') || draft.is(at, U'.')))
    ++at;
  return at;
}

// The pattern that starts with a volume at `i`: "38(2), 145-68", "58 (1998), 2996", "64, 073006 (2001)", "22 259-327".
Bare match_volume(const Draft& draft, std::uint32_t i) {
  Bare found;
  if (!is_volume(draft, i)) return found;
  std::uint32_t at = i + 1;
  if ((draft.is_dash(at) || draft.is(at, U'/')) && draft.is_number(at + 1) &&
      (draft.is(at + 2, U'(') || draft.is(at + 2, U':')))
    at += 2;
  else if (draft.is(at, U'.') && draft.is_number(at + 1) && !draft.space_before(at + 1) && !draft.is_year(at + 1)) {
    found.issue = {at + 1, at + 2};  // "110.1 (2013): 33-60"
    at += 2;
  }
  found.volume = {i, found.issue.empty() ? at : at - 2};
  if (found.issue.empty()) {
    std::uint32_t comma = at;
    if (draft.is(at, U',') && draft.is(at + 1, U'(')) ++comma;
    const std::uint32_t issue = match_issue(draft, comma, found.issue);
    if (issue != comma) at = issue;
  }
  const std::uint32_t dated = match_bracketed_date(draft, at, found.date);
  const bool date_first = dated != at;
  at = dated;
  const bool has_issue = !found.issue.empty();
  found.end = at;
  const std::uint32_t separated = skip_separators(draft, at);
  bool range = false;
  std::uint32_t pages = match_pages(draft, separated, false, range);
  if (pages != separated && draft.is_year(separated) && !range && pages == separated + 1)
    pages = separated;  // "12, 2016"
  if (pages != separated && (separated != at || date_first || range || has_issue)) {
    found.pages = {separated, pages};
    found.end = pages;
    if (found.date.empty()) {
      const std::uint32_t dated_after = match_bracketed_date(draft, pages, found.date);
      if (dated_after != pages) found.end = dated_after;
    }
  } else if (pages != separated) {
    return {};
  }
  if (found.pages.empty() && !has_issue && !date_first) return {};
  found.score = (has_issue ? 3 : 0) + (range ? 3 : !found.pages.empty() ? 2 : 0) + (found.date.empty() ? 0 : 2);
  if (draft.is_year(i)) found.score -= 4;
  return found;
}

// "2004;88(1):246-56", "2010, 12, 45-67", "2018 Jun 1;103(6):2244"
Bare match_dated_volume(const Draft& draft, std::uint32_t i) {
  const DateFound date = match_date(draft, i, draft.size());
  if (!date.year || !draft.all_open({i, date.end})) return {};
  const bool semicolon = draft.is(date.end, U';');
  if (!semicolon && !draft.is(date.end, U',') && !draft.is(date.end, U'.') && !draft.is(date.end, U':')) return {};
  Bare found = match_volume(draft, date.end + 1);
  if (found.score <= 0 && semicolon && is_volume(draft, date.end + 1)) {
    found = {};
    found.volume = {date.end + 1, date.end + 2};
    found.end = date.end + 2;
    found.score = 1;
  }
  if (found.score <= 0) return {};
  if (found.date.empty()) {
    found.date = {i, date.end};
    found.score += semicolon ? 4 : 2;
  }
  return found;
}

void claim_bare(Draft& draft, const Bare& found) {
  const double confidence = found.score >= 5 ? 0.95 : 0.85;
  if (!draft.has(Label::volume)) draft.claim(found.volume, Label::volume, confidence);
  if (!found.issue.empty() && !draft.has(Label::issue)) draft.claim(found.issue, Label::issue, confidence);
  if (!found.date.empty() && !draft.has(Label::date)) draft.claim(found.date, Label::date, confidence);
  if (!found.pages.empty() && !draft.has(Label::pages)) draft.claim(found.pages, Label::pages, confidence);
}

// A container goes before: a word, a closing bracket of its name, or a mark after it.
bool may_follow_container(const Draft& draft, std::uint32_t i) {
  if (i == 0 || i <= draft.head_end) return false;
  if (draft.is_dash(i - 1) || draft.is(i - 1, U'#') || draft.is(i - 1, U'/')) return false;
  return true;
}

void claim_bare_locator(Draft& draft) {
  Bare best;
  for (std::uint32_t i = draft.head_end; i < draft.size(); ++i) {
    if (!draft.open(i) || draft.is_punctuation(i) || !may_follow_container(draft, i)) continue;
    Bare found = match_dated_volume(draft, i);
    if (found.score <= 0) found = match_volume(draft, i);
    if (found.score <= 0) continue;
    if (found.score >= best.score) best = found;
    i = found.end > i ? found.end - 1 : i;
  }
  if (best.score > 0) claim_bare(draft, best);
}

// Pages without a mark: a range after the volume, or set off by commas near the end.
void claim_loose_pages(Draft& draft) {
  if (draft.has(Label::pages)) return;
  const Range volume = draft.range_of(Label::volume);
  const Range issue = draft.range_of(Label::issue);
  std::uint32_t from = draft.head_end;
  if (!volume.empty()) from = std::max(from, volume.end);
  if (!issue.empty()) from = std::max(from, issue.end);
  for (std::uint32_t i = from; i < draft.size(); ++i) {
    if (!draft.open(i) || draft.is_punctuation(i) || i == 0) continue;
    bool range = false;
    const std::uint32_t end = match_pages(draft, i, false, range);
    if (end == i) continue;
    const bool set_off = (draft.is(i - 1, U',') || draft.is(i - 1, U':') || draft.is(i - 1, U'.') ||
                          draft.is(i - 1, U'(') || !draft.open(i - 1) || draft.is(i - 1, U')')) &&
                         (end >= draft.size() || draft.is_punctuation(end) || !draft.open(end));
    const bool years = draft.is_year(i) && draft.is_year(end - 1);
    const bool near_volume = !volume.empty() && i - from <= 6;
    if (set_off && ((range && !years) || (near_volume && !draft.is_year(i)))) {
      draft.claim({i, end}, Label::pages, range ? 0.88 : 0.75);
      return;
    }
    i = end - 1;
  }
}

// "Iheringia 73", "Container, 12": a number alone at the end of what may be a container.
void claim_loose_volume(Draft& draft) {
  if (draft.has(Label::volume) || draft.has(Label::issue)) return;
  const Range pages = draft.range_of(Label::pages);
  for (std::uint32_t i = draft.head_end + 2; i < draft.size(); ++i) {
    if (!draft.open(i) || !(draft.is_number(i) || (is_lettered_number(draft, i) && draft.is_capitalised(i))) ||
        draft.is_year(i) || draft.printed(i).size() > 4)
      continue;
    const bool after_name =
        draft.open(i - 1) &&
        (draft.is_capitalised(i - 1) || (draft.is_punctuation(i - 1) && !draft.is_dash(i - 1) &&
                                         !draft.is(i - 1, U'(') && !draft.is(i - 1, U'#') && draft.is_word(i - 2)));
    const std::uint32_t next = skip_separators(draft, i + 1);
    const bool before_rest = next >= draft.size() || !draft.open(next) || next == pages.first ||
                             ((draft.is(i + 1, U'.') || draft.is(i + 1, U',')) && draft.is_year(next)) ||
                             (draft.is(i + 1, U'(') && draft.is_year(i + 2));
    if (after_name && before_rest && (draft.has(Label::date) || draft.is_year(next) || draft.is_year(i + 2))) {
      draft.claim({i, i + 1}, Label::volume, 0.7);
      return;
    }
  }
}

}  // namespace

void claim_locators(Draft& draft) {
  claim_marked_pages(draft);
  claim_marked(draft, WordClass::volume, Label::volume);
  claim_marked(draft, WordClass::issue, Label::issue);
  claim_bare_locator(draft);
  claim_loose_pages(draft);
  claim_loose_volume(draft);
  for (Label label : {Label::volume, Label::issue, Label::pages}) {
    const Range range = draft.range_of(label);
    if (!range.empty()) draft.tail = std::min(draft.tail, range.first);
  }
}

}  // namespace citegraph::reference::rules
