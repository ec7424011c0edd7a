// What the features ask of a token and of the whole reference, worked out once.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "citegraph/document.hpp"
#include "citegraph/label.hpp"

#include "reference/crf/lexicon.hpp"
#include "reference/crf/token.hpp"

namespace citegraph::crf {

enum class NumberClass : std::uint8_t {
  none,
  year,
  year_letter,
  digits1,
  digits2,
  digits3,
  digits4,
  digits5,
  roman,
  mixed
};

// Where a token stands between the emphasis marks of the document.
enum class MarkState : std::uint8_t { outside, begins, inside };

// Kinds of tokens in few numbers: common punctuation told apart, the rest together.
struct Sign {
  static constexpr std::uint32_t rare = static_cast<std::uint32_t>(TokenKind::punctuation);
  static constexpr std::uint32_t before = rare + 1, after = rare + 2;  // outside the reference
  static constexpr std::u32string_view common =
      U".,:;()[]-/\"'&?!\u2013\u2014\u201C\u201D\u00AB\u00BB\u2018\u2019\u201E";
  static constexpr std::uint32_t count = after + 1 + static_cast<std::uint32_t>(common.size());
  static std::uint32_t of(const Token& token) noexcept;
};

// The label that the rules give: none, or twice the label and one more, another one for a further token.
struct RuleLabel {
  static constexpr std::uint32_t none = 0;
  static constexpr std::uint32_t before = 1 + 2 * (static_cast<std::uint32_t>(Label::other) + 1), after = before + 1;
  static constexpr std::uint32_t count = after + 1;
};

struct Attributes {
  std::uint64_t word = 0;  // lower case; every digit of a long number as it is
  std::uint64_t printed = 0;
  std::array<std::uint64_t, 4> prefix{};
  std::array<std::uint64_t, 4> suffix{};
  std::uint32_t shape = 0;
  std::uint32_t kind = 0;  // which punctuation, or which kind of token
  NumberClass number = NumberClass::none;
  Keyword keyword = Keyword::none;
  MarkState mark = MarkState::outside;
  std::uint32_t value = 0;  // of a number, up to nine digits
  std::uint32_t sign = 0;   // as Sign
  std::uint32_t rule = 0;   // as RuleLabel
  std::uint8_t abbreviations =
      0;                 // the run of abbreviated words it belongs to, by length, place and what follows; 0 none
  bool initial = false;  // one upper-case letter, perhaps two: "J", "JY"
  bool space_before = false;
};

// Of the whole reference, and per token where it stands in it.
struct Context {
  // What stands beyond both ends has attributes of its own, as far as features look.
  static constexpr std::size_t margin = 3;

  std::vector<Token> tokens;
  std::vector<Attributes> attributes_and_margins;
  // Of the tokens.
  std::span<Attributes> attributes() noexcept { return {attributes_and_margins.data() + margin, tokens.size()}; }
  std::span<const Attributes> attributes() const noexcept {
    return {attributes_and_margins.data() + margin, tokens.size()};
  }
  struct Place {
    static constexpr std::uint32_t years = 6, ins = 3, quotations = 5;
    static constexpr int most_brackets = 2, most_stops = 7, most_commas = 9, most_numbers = 5, most_words = 6;
    static constexpr int farthest = 8;
    std::uint8_t year = 0;      // 0 no year, 1 before the first, 2 at it, 3 between, 4 at the last, 5 after
    std::uint8_t after_in = 0;  // 0 none in the reference, 1 before, 2 after
    std::uint8_t quotes = 0;    // 0 none, 1 before, 2 inside, 3 between, 4 after
    std::uint8_t bracket = 0;   // depth, capped at 2
    std::uint8_t stops = 0;     // full stops so far, those of initials not counted
    std::uint8_t commas = 0;
    std::uint8_t numbers = 0;
    std::uint8_t clause = 0;  // words since the last full stop or comma, capped
    std::int16_t from_year = 0;
  };
  std::vector<Place> places;
  std::uint64_t style = 0;  // signature of the whole reference
  static constexpr std::uint32_t year_styles = 20;
  std::uint64_t style_year = 0;  // where its year stands, and whether in brackets
  std::size_t last_number = 0;   // index + 1 of the last number
};

Context make_context(std::string_view text, std::span<const Mark> marks);

}  // namespace citegraph::crf
