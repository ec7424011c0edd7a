// Raised numbers: in a superscript mark, or typed with Unicode's superscript digits: "text³", "text^1,4–6^".
#include <algorithm>
#include <optional>

#include "citation/form.hpp"
#include "text/utf8.hpp"

namespace citegraph::citation {
namespace {

int raised_digit(char32_t c) noexcept {
  if (c == U'\u00B9') return 1;
  if (c == U'\u00B2') return 2;
  if (c == U'\u00B3') return 3;
  if (c == U'\u2070' || (c >= U'\u2074' && c <= U'\u2079')) return static_cast<int>(c - U'\u2070');
  return -1;
}

// A raised run as numbers and the signs between them, offsets into the text.
struct Number {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::uint32_t value = 0;
  bool after_dash = false;
};

class SuperscriptFinder {
 public:
  explicit SuperscriptFinder(const Source& source)
      : source_(source), text_(source.body.text()), highest_(Numbering(source.references).highest()) {}

  Proposals run() {
    const Body& body = source_.body;
    for (std::uint32_t i = 0; i < body.size();) {
      const Token& token = body[i];
      if (token.raised) {
        i = marked(i);
      } else if (token.kind == TokenKind::other && raised_digit(text::decode_at(text_, token.start).value) >= 0) {
        i = typed(i);
      } else {
        ++i;
      }
    }
    return std::move(proposals_);
  }

 private:
  // Tokens of superscript marks, and the comma or dash between two marks.
  std::uint32_t marked(std::uint32_t at) {
    const Body& body = source_.body;
    std::vector<Number> numbers;
    bool dash = false;
    bool plain = true;  // nothing but numbers, commas, dashes
    const std::uint32_t first = at;
    for (; at < body.size(); ++at) {
      const Token& token = body[at];
      const bool between = !token.raised && body[at + 1].raised && !token.after_space && !body[at + 1].after_space &&
                           (token.kind == TokenKind::comma || token.kind == TokenKind::dash);
      if (!token.raised && !between) break;
      if (token.kind == TokenKind::number) {
        numbers.push_back({token.start, token.end, number_value(body.text(at)), dash});
        dash = false;
      } else if (token.kind == TokenKind::dash) {
        dash = true;
      } else if (token.kind != TokenKind::comma && token.kind != TokenKind::semicolon &&
                 token.kind != TokenKind::open && token.kind != TokenKind::close) {
        plain = false;
      }
    }
    if (plain && !dash && !(numbers.size() == 1 && numbers.front().after_dash) && !is_isotope(first, at))
      add(numbers, body[first].start);
    return at;
  }

  // "^13^C": the number belongs to the letters that follow it.
  bool is_isotope(std::uint32_t first, std::uint32_t after) const noexcept {
    const Token& next = source_.body[after];
    return source_.body[first].after_space && next.kind == TokenKind::word && !next.after_space && next.capital;
  }

  std::uint32_t typed(std::uint32_t at) {
    const Body& body = source_.body;
    const std::uint32_t first = body[at].start;
    std::vector<Number> numbers;
    bool dash = false;
    std::uint32_t offset = first;
    while (offset < text_.size()) {
      const text::CodePoint c = text::decode_at(text_, offset);
      const int digit = raised_digit(c.value);
      if (digit >= 0) {
        if (numbers.empty() || numbers.back().end != offset) numbers.push_back({offset, offset, 0, dash});
        Number& number = numbers.back();
        number.end = offset + c.size;
        if (number.value < 100000) number.value = number.value * 10 + static_cast<std::uint32_t>(digit);
        dash = false;
        offset += c.size;
        continue;
      }
      const bool sign = c.value == U',' || c.value == U'\u207B' || c.value == U'\u02D2' || text::is_dash(c.value);
      if (!sign || raised_digit(text::decode_at(text_, offset + c.size).value) < 0) break;
      dash = c.value != U',' && c.value != U'\u02D2';
      offset += c.size;
    }
    if (!(numbers.size() == 1 && numbers.front().after_dash)) add(numbers, first);
    return body.token_at(std::max(offset, body[at].end));
  }

  // "km²", "R²", "10⁶": a single number raised after a number, a letter or a unit.
  bool is_exponent(const std::vector<Number>& numbers) const noexcept {
    if (numbers.size() != 1) return false;
    std::uint32_t start = numbers.front().start;
    std::size_t letters = 0;
    while (start > 0 && letters < 4) {
      const text::CodePoint c = text::decode_before(text_, start);
      if (!text::is_word(c.value)) break;
      if (text::is_digit(c.value)) return true;
      ++letters;
      start -= c.size;
    }
    return letters == 1 || (letters == 2 && (numbers.front().value == 2 || numbers.front().value == 3));
  }

  void add(const std::vector<Number>& numbers, std::uint32_t group) {
    if (is_exponent(numbers)) return;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      const Number& from = numbers[i];
      const bool range = i + 1 < numbers.size() && numbers[i + 1].after_dash;
      const Number& to = range ? numbers[++i] : from;
      if (from.value == 0 || to.value < from.value || to.value - from.value >= longest_range) continue;
      Proposal proposal;
      proposal.confirmed = to.value <= highest_;
      Citation& citation = proposal.citation;
      citation.form = CitationForm::superscript;
      citation.group = group;
      citation.span = {from.start, to.end};
      for (std::uint32_t n = from.value; n <= to.value; ++n) citation.numbers.push_back(n);
      citation.targets.resize(citation.numbers.size());
      proposals_.push_back(std::move(proposal));
    }
  }

  const Source& source_;
  std::string_view text_;
  std::uint32_t highest_;
  Proposals proposals_;
};

}  // namespace

Proposals propose_raised_numbers(const Source& source) { return SuperscriptFinder(source).run(); }

}  // namespace citegraph::citation
