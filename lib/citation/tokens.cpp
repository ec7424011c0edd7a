#include "citation/tokens.hpp"

#include <algorithm>
#include <array>

#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::citation {
namespace {

// Citations of works before printing name later editions; what is beyond is a quantity.
constexpr int first_year = 1400;
constexpr int last_year = 2099;

bool is_apostrophe(char32_t c) noexcept {
  return c == U'\'' || c == U'\u2019' || c == U'\u02BC' || c == U'`' || c == U'\u00B4';
}

bool is_hyphen(char32_t c) noexcept { return c == U'-' || c == U'\u2010' || c == U'\u2011' || c == U'\u00AD'; }

TokenKind kind_of(char32_t c) noexcept {
  switch (c) {
    case U'(':
    case U'[':
    case U'\uFF08':
      return TokenKind::open;
    case U')':
    case U']':
    case U'\uFF09':
      return TokenKind::close;
    case U',':
    case U'\uFF0C':
    case U'\u060C':
    case U'\u3001':
    case U'\u30FB':
      return TokenKind::comma;
    case U';':
    case U'\uFF1B':
      return TokenKind::semicolon;
    case U':':
    case U'\uFF1A':
      return TokenKind::colon;
    case U'.':
    case U'\u3002':
      return TokenKind::period;
    case U'\u2026':
      return TokenKind::ellipsis;
    case U'/':
      return TokenKind::slash;
    case U'&':
      return TokenKind::ampersand;
    default:
      break;
  }
  if (text::is_dash(c) || is_hyphen(c)) return TokenKind::dash;
  if (text::is_quote(c) || is_apostrophe(c)) return TokenKind::quote;
  return TokenKind::other;
}

char32_t closing_of(char32_t open) noexcept {
  if (open == U'(') return U')';
  if (open == U'[') return U']';
  return U'\uFF09';
}

// The end of the word or number that starts at `offset`; `limit` is the end of the block or of a superscript.
// Letters hold together over one apostrophe or hyphen, digits never do.
std::uint32_t word_end(std::string_view text, std::uint32_t offset, std::uint32_t limit) noexcept {
  bool after_letter = false;
  const bool number = text::is_digit(text::decode_at(text, offset).value);  // "1997a-c" is three tokens
  while (offset < limit) {
    const text::CodePoint c = text::decode_at(text, offset);
    if (text::is_word(c.value)) {
      after_letter = !number && !text::is_digit(c.value);
      offset += c.size;
      continue;
    }
    if (!after_letter || !(is_apostrophe(c.value) || is_hyphen(c.value)) || offset + c.size >= limit) break;
    if (!text::is_letter(text::decode_at(text, offset + c.size).value)) break;
    offset += c.size;
  }
  return offset;
}

// Where a name begins in "albicollisBrandt": behind at least four lower-case letters, of which the first begins the
// word; 0: nowhere.
std::size_t glued_capital(std::string_view word) noexcept {
  constexpr std::size_t least = 4;
  std::size_t lower = 0;
  std::size_t offset = 0;
  for (; offset < word.size(); ++lower) {
    const text::CodePoint c = text::decode_at(word, offset);
    if (!text::is_lower(c.value)) break;
    offset += std::max(c.size, 1U);
  }
  if (lower < least || offset == word.size() || !text::is_upper(text::decode_at(word, offset).value)) return 0;
  const std::size_t after = offset + text::decode_at(word, offset).size;
  return text::is_lower(text::decode_at(word, after).value) ? offset : 0;
}

// "apudGarcía", "1985apud", "albicollisBrandt": the word was set in italics, and its blanks were lost.
std::uint32_t before_glued_name(std::string_view text, std::uint32_t start, std::uint32_t end) noexcept {
  constexpr std::string_view apud = "apud";
  const std::string_view word = text.substr(start, end - start);
  if (word.starts_with(apud) && text::is_upper(text::decode_at(word, apud.size()).value)) return start + 4;
  if (const std::size_t capital = glued_capital(word); capital > 0) return start + static_cast<std::uint32_t>(capital);
  const std::size_t at = word.find(apud);
  const bool year = at == 4 && word.find_first_not_of("0123456789") == at;
  return year ? start + 4 : end;
}

bool all_digits(std::string_view word) noexcept { return std::all_of(word.begin(), word.end(), text::is_ascii_digit); }

TokenKind kind_of_word(std::string_view word) noexcept {
  if (is_year(word)) return TokenKind::year;
  if (all_digits(word)) return TokenKind::number;
  const bool digit = std::any_of(word.begin(), word.end(), text::is_ascii_digit);
  return digit ? TokenKind::mixed : TokenKind::word;
}

// "el-Hajj" and "d'Orbigny" are names like "Hajj"; "pH-dependent" is not.
bool begins_capital(std::string_view word) noexcept {
  std::size_t offset = 0;
  for (int letters = 0; letters < 4; ++letters) {
    const text::CodePoint c = text::decode_at(word, offset);
    if (c.size == 0) return false;
    const bool caseless = letters == 0 && text::is_letter(c.value) && !text::is_lower(c.value);  // Chinese, Arabic
    if (text::is_upper(c.value) || caseless)
      return letters == 0 || !text::is_letter(text::decode_before(word, offset).value);
    offset += c.size;
  }
  return false;
}

// Most words of a text are lower-case ASCII.
bool is_folded(std::string_view word) noexcept {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return text::is_ascii_lower(c) || text::is_ascii_digit(c) || c == '-'; });
}

}  // namespace

Body::Body(const Document& document, const std::vector<TextSpan>& lists) : text_(document.text) {
  end_.start = end_.end = static_cast<std::uint32_t>(text_.size());
  tokens_.reserve(text_.size() / 4);  // more than prose has; what stays untouched costs nothing
  partner_.reserve(text_.size() / 4);
  for (const Mark& mark : document.marks)
    if (mark.kind == MarkKind::superscript && !mark.span.empty()) raised_.push_back(mark.span);
  std::vector<TextSpan> outside = lists;
  std::sort(outside.begin(), outside.end());
  std::size_t next = 0;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::code) continue;
    std::uint32_t start = block.span.start;
    while (next < outside.size() && outside[next].end <= start) ++next;
    for (std::size_t i = next; i < outside.size() && outside[i].start < block.span.end; ++i) {
      if (outside[i].start > start) tokenize({start, outside[i].start});
      start = std::max(start, outside[i].end);
    }
    if (start < block.span.end) tokenize({start, block.span.end});
  }
}

std::string_view Body::text(std::uint32_t token) const noexcept {
  const Token& t = (*this)[token];
  return text_.substr(t.start, t.end - t.start);
}

std::string_view Body::text(std::uint32_t first, std::uint32_t last) const noexcept {
  const std::uint32_t start = (*this)[first].start;
  const std::uint32_t end = (*this)[last].end;
  return start < end ? text_.substr(start, end - start) : std::string_view{};
}

std::string_view Body::folded(std::uint32_t token) const noexcept {
  const Token& t = (*this)[token];
  if (t.fold_start == t.fold_end) return text(token);
  return std::string_view(folded_).substr(t.fold_start, t.fold_end - t.fold_start);
}

std::uint32_t Body::token_at(std::uint32_t offset) const noexcept {
  const auto found = std::lower_bound(tokens_.begin(), tokens_.end(), offset,
                                      [](const Token& token, std::uint32_t value) { return token.start < value; });
  return static_cast<std::uint32_t>(found - tokens_.begin());
}

void Body::tokenize(TextSpan span) {
  const std::uint32_t first = size();
  const std::uint32_t block_end = std::min(span.end, static_cast<std::uint32_t>(text_.size()));
  bool after_space = true;
  for (std::uint32_t offset = span.start; offset < block_end;) {
    while (next_raised_ < raised_.size() && raised_[next_raised_].end <= offset) ++next_raised_;
    const TextSpan raised = next_raised_ < raised_.size() ? raised_[next_raised_] : TextSpan{};
    std::uint32_t limit = block_end;
    if (raised.contains(offset)) limit = std::min(limit, raised.end);
    if (raised.start > offset) limit = std::min(limit, raised.start);

    const text::CodePoint c = text::decode_at(text_, offset);
    if (text::is_space(c.value)) {
      after_space = true;
      offset += std::max(c.size, 1U);
      continue;
    }
    Token token{.start = offset, .end = offset + std::max(c.size, 1U), .after_space = after_space};
    token.raised = raised.contains(offset);
    if (text::is_word(c.value)) {
      token.end = std::max(token.end, word_end(text_, offset, limit));
      token.end = before_glued_name(text_, token.start, token.end);
      const std::string_view word = text_.substr(token.start, token.end - token.start);
      token.kind = kind_of_word(word);
      token.capital = begins_capital(word);
      if (!is_folded(word)) {
        token.fold_start = static_cast<std::uint32_t>(folded_.size());
        folded_ += text::fold(word);
        token.fold_end = static_cast<std::uint32_t>(folded_.size());
      }
    } else {
      token.kind = kind_of(c.value);
      if (token.kind == TokenKind::ampersand && text_.substr(offset, 5) == "&amp;")
        token.end = std::min(offset + 5, block_end);
      if (token.kind == TokenKind::period && text_.substr(offset, 3) == "...") {
        token.kind = TokenKind::ellipsis;
        token.end = std::min(offset + 3, block_end);
      }
    }
    tokens_.push_back(token);
    offset = token.end;
    after_space = false;
  }
  tokens_.push_back({.start = block_end, .end = block_end, .kind = TokenKind::gap, .after_space = true});
  bracket_.resize(tokens_.size(), no_token);
  partner_.resize(tokens_.size(), no_token);
  match_brackets(first);
}

// One pass with a stack. A closing bracket that has no open one of its kind is passed over; open ones of the other kind
// above its partner stay unclosed.
void Body::match_brackets(std::uint32_t first) {
  std::vector<std::uint32_t> stack;
  std::array<std::uint32_t, 3> open{};
  const auto slot = [](char32_t c) { return c == U'(' || c == U')' ? 0U : c == U'[' || c == U']' ? 1U : 2U; };
  for (std::uint32_t i = first; i < size(); ++i) {
    const char32_t c = text::decode_at(text_, tokens_[i].start).value;
    if (tokens_[i].kind == TokenKind::close && open[slot(c)] > 0) {
      while (closing_of(text::decode_at(text_, tokens_[stack.back()].start).value) != c) {
        --open[slot(text::decode_at(text_, tokens_[stack.back()].start).value)];
        stack.pop_back();
      }
      --open[slot(c)];
      partner_[i] = stack.back();
      partner_[stack.back()] = i;
      stack.pop_back();
    }
    bracket_[i] = stack.empty() ? no_token : stack.back();
    if (tokens_[i].kind == TokenKind::open) {
      stack.push_back(i);
      ++open[slot(c)];
    }
  }
}

bool is_year(std::string_view word) noexcept {
  if (word.size() != 4 && word.size() != 5) return false;
  if (!all_digits(word.substr(0, 4))) return false;
  if (word.size() == 5 && (word[4] < 'a' || word[4] > 'z')) return false;
  const int value = year_value(word);
  return first_year <= value && value <= last_year;
}

int year_value(std::string_view year_token) noexcept {
  int value = 0;
  for (const char c : year_token.substr(0, 4)) value = value * 10 + (c - '0');
  return value;
}

std::string_view year_suffix(std::string_view year_token) noexcept {
  return year_token.size() > 4 ? year_token.substr(4) : std::string_view{};
}

std::uint32_t number_value(std::string_view digits) noexcept {
  if (digits.size() > 9) return 0;
  std::uint32_t value = 0;
  for (const char c : digits) value = value * 10 + static_cast<std::uint32_t>(c - '0');
  return value;
}

}  // namespace citegraph::citation
