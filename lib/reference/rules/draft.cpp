#include "reference/rules/draft.hpp"

#include <algorithm>

#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::reference::rules {

namespace {

bool opens_value(char32_t c) { return c == U'(' || c == U'[' || c == U'#' || c == U'@' || c == U'&' || c == U'$'; }
bool closes_value(char32_t c) {
  return c == U')' || c == U']' || c == U'?' || c == U'!' || c == U'%' || c == U'+' || c == U'*';
}

}  // namespace

Draft::Draft(std::string_view text, std::span<const Mark> marks, std::span<const crf::Token> tokens)
    : text_(text), tokens_(tokens) {
  const std::size_t n = tokens_.size();
  words_.reserve(n);
  classes_.reserve(n);
  emphasis_.assign(n, 0);
  use_.assign(n, Use::open);
  for (const crf::Token& token : tokens_) {
    words_.push_back(token.kind == crf::TokenKind::punctuation ? std::string(slice(text, token.span))
                                                               : text::fold(slice(text, token.span)));
    classes_.push_back(classes_of(words_.back()));
  }
  std::uint32_t number = 0;
  for (const Mark& mark : marks) {
    if (mark.kind == MarkKind::link) links_.push_back(mark.span);
    if (mark.kind != MarkKind::emphasis && mark.kind != MarkKind::strong) continue;
    const Range range = tokens_in(mark.span);
    bool has_word = false;
    for (std::uint32_t i = range.first; i < range.end; ++i) has_word |= is_word(i);
    if (!has_word) continue;  // a volume in italics says nothing
    ++number;
    for (std::uint32_t i = range.first; i < range.end; ++i) emphasis_[i] = number;
  }
  tail = size();
}

bool Draft::is_dash(std::uint32_t i) const noexcept { return is_punctuation(i) && text::is_dash(tokens_[i].first); }

bool Draft::is_capitalised(std::uint32_t i) const noexcept { return is_word(i) && text::is_upper(tokens_[i].first); }

bool Draft::is_initial(std::uint32_t i) const noexcept {
  if (!is_capitalised(i)) return false;
  const std::string_view word = printed(i);
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const text::CodePoint c = text::decode_at(word, at);
    if (text::is_mark(c.value)) {
      at += c.size;
      continue;
    }
    if (!text::is_upper(c.value) || ++letters > 3) return false;
    at += c.size;
  }
  return true;
}

bool Draft::is_year(std::uint32_t i) const noexcept {
  if (i >= size() || tokens_[i].span.size() < 4 || tokens_[i].span.size() > 5) return false;
  const std::string_view word = printed(i);
  for (std::size_t k = 0; k < 4; ++k)
    if (word[k] < '0' || word[k] > '9') return false;
  if (word.size() == 5 && (word[4] < 'a' || word[4] > 'z')) return false;
  return (word[0] == '1' && word[1] >= '5') || (word[0] == '2' && word[1] == '0');
}

bool Draft::ends_sentence(std::uint32_t i) const noexcept {
  if (is(i, U'?') || is(i, U'!') || is(i, U'。')) return true;
  if (!is(i, U'.') || i == 0) return false;
  if (i + 1 >= size()) return true;
  const crf::Token& next = tokens_[i + 1];
  if (next.kind == crf::TokenKind::word && text::is_lower(next.first) && next.first < 0x250) return false;
  if (next.kind == crf::TokenKind::punctuation && next.first != U'(' && next.first != U'[' &&
      !text::is_quote(next.first))
    return false;
  // "J. Biol. Chem.": short words with a capital are abbreviations. An acronym in capitals, or a longer word, ends a
  // sentence.
  if (!is_capitalised(i - 1)) return true;
  const std::size_t letters = text::count_code_points(printed(i - 1));
  if (letters == 1) return false;
  const std::string_view word = printed(i - 1);
  const text::CodePoint last = text::decode_before(word, word.size());
  if (text::is_upper(last.value)) return letters > 2;
  // A sentence of one word is none: "in soil. Environ. Microbiol."
  if (i >= 2 && is(i - 2, U'.')) return false;
  // "... in Japan." ends running text; "Proc. Natl." does not stand in it.
  if (i >= 2 && is_word(i - 2) && text::is_lower(tokens_[i - 2].first) && !is(i - 1, WordClass::journal)) return true;
  return letters > 6;
}

bool Draft::all_open(Range range) const noexcept {
  for (std::uint32_t i = range.first; i < range.end; ++i)
    if (!open(i)) return false;
  return true;
}

std::uint32_t Draft::open_words(Range range) const noexcept {
  std::uint32_t words = 0;
  for (std::uint32_t i = range.first; i < range.end; ++i) words += open(i) && !is_punctuation(i) ? 1U : 0U;
  return words;
}

Range Draft::next_open(Range within) const noexcept {
  within.end = std::min(within.end, size());
  std::uint32_t i = within.first;
  while (i < within.end) {
    while (i < within.end && !open(i)) ++i;
    Range range{i, i};
    bool has_word = false;
    while (range.end < within.end && open(range.end)) {
      has_word |= !is_punctuation(range.end);
      ++range.end;
    }
    if (has_word) return range;
    i = range.end;
  }
  return {within.end, within.end};
}

Range Draft::trimmed(Range range) const noexcept {
  range.end = std::min(range.end, size());
  int depth = 0;
  for (std::uint32_t i = range.first; i < range.end; ++i) {
    if (is(i, U'(') || is(i, U'[')) ++depth;
    if (is(i, U')') || is(i, U']')) --depth;
  }
  while (!range.empty() && is_punctuation(range.first) && !(opens_value(tokens_[range.first].first) && depth == 0)) {
    if (is(range.first, U'(') || is(range.first, U'[')) --depth;
    ++range.first;
  }
  while (!range.empty() && is_punctuation(range.end - 1)) {
    const char32_t c = tokens_[range.end - 1].first;
    if (closes_value(c) && !((c == U')' || c == U']') && depth != 0)) break;
    if (c == U')' || c == U']') ++depth;
    --range.end;
  }
  return range;
}

Range Draft::tokens_in(TextSpan span) const noexcept {
  const auto first = std::lower_bound(tokens_.begin(), tokens_.end(), span.start,
                                      [](const crf::Token& t, std::uint32_t at) { return t.span.end <= at; });
  const auto end = std::lower_bound(first, tokens_.end(), span.end,
                                    [](const crf::Token& t, std::uint32_t at) { return t.span.start < at; });
  return {static_cast<std::uint32_t>(first - tokens_.begin()), static_cast<std::uint32_t>(end - tokens_.begin())};
}

bool Draft::claim(Range range, Label label, double confidence) {
  range = trimmed(range);
  if (range.empty() || !all_open(range)) return false;
  // The full stop of an initial belongs to the name.
  const bool names = label == Label::author || label == Label::editor || label == Label::translator;
  if (names && is(range.end, U'.') && open(range.end) && is_initial(range.end - 1) &&
      text::count_code_points(printed(range.end - 1)) == 1)
    ++range.end;
  labels_ |= 1U << static_cast<unsigned>(label);
  claims_.push_back({range, {tokens_[range.first].span.start, tokens_[range.end - 1].span.end}, label, confidence});
  for (std::uint32_t i = range.first; i < range.end; ++i) use_[i] = Use::claimed;
  return true;
}

void Draft::claim_bytes(TextSpan span, Label label, double confidence) {
  const Range range = tokens_in(span);
  if (range.empty() || span.empty() || !all_open(range)) return;
  labels_ |= 1U << static_cast<unsigned>(label);
  claims_.push_back({range, span, label, confidence});
  for (std::uint32_t i = range.first; i < range.end; ++i) use_[i] = Use::claimed;
}

void Draft::skip(Range range) noexcept {
  for (std::uint32_t i = range.first; i < std::min(range.end, size()); ++i)
    if (use_[i] == Use::open) use_[i] = Use::skipped;
}

void Draft::relabel(Label from, Label to) noexcept {
  for (Claim& claim : claims_)
    if (claim.label == from) claim.label = to;
  if (!has(from)) return;
  labels_ &= ~(1U << static_cast<unsigned>(from));
  labels_ |= 1U << static_cast<unsigned>(to);
}

Range Draft::range_of(Label label) const noexcept {
  Range best{size(), size()};
  for (const Claim& claim : claims_)
    if (claim.label == label && claim.range.first < best.first) best = claim.range;
  return best;
}

std::vector<Segment> Draft::segments() const {
  std::vector<Segment> out;
  out.reserve(claims_.size());
  for (const Claim& claim : claims_) out.push_back({claim.label, claim.span, claim.confidence});
  std::sort(out.begin(), out.end(), [](const Segment& a, const Segment& b) { return a.span.start < b.span.start; });
  return out;
}

}  // namespace citegraph::reference::rules
