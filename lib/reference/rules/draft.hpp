// A reference string while the rules label it: tokens, what is known of each, and what has been claimed so far.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/document.hpp"
#include "citegraph/reference.hpp"

#include "reference/crf/token.hpp"
#include "reference/lexicon.hpp"

namespace citegraph::reference::rules {

// A half-open range of tokens.
struct Range {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  bool empty() const noexcept { return end <= first; }
  std::uint32_t size() const noexcept { return empty() ? 0 : end - first; }
};

enum class Use : std::uint8_t {
  open,     // nobody has claimed it
  skipped,  // known, and no part of any value: "pp.", "Retrieved from"
  claimed,
};

class Draft {
 public:
  // Text and tokens outlive the draft.
  Draft(std::string_view text, std::span<const Mark> marks, std::span<const crf::Token> tokens);

  std::string_view text() const noexcept { return text_; }
  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(tokens_.size()); }
  std::string_view printed(std::uint32_t i) const noexcept { return slice(text_, tokens_[i].span); }
  std::string_view word(std::uint32_t i) const noexcept {
    return i < size() ? std::string_view(words_[i]) : std::string_view();
  }
  bool is(std::uint32_t i, WordClass word_class) const noexcept {
    return i < size() && has_class(classes_[i], word_class);
  }
  // True for the punctuation mark `c`.
  bool is(std::uint32_t i, char32_t c) const noexcept {
    return i < size() && tokens_[i].kind == crf::TokenKind::punctuation && tokens_[i].first == c;
  }
  bool is_punctuation(std::uint32_t i) const noexcept {
    return i < size() && tokens_[i].kind == crf::TokenKind::punctuation;
  }
  bool is_dash(std::uint32_t i) const noexcept;
  bool is_number(std::uint32_t i) const noexcept { return i < size() && tokens_[i].kind == crf::TokenKind::number; }
  bool is_word(std::uint32_t i) const noexcept {
    return i < size() && (tokens_[i].kind == crf::TokenKind::word || tokens_[i].kind == crf::TokenKind::ideograph);
  }
  bool is_capitalised(std::uint32_t i) const noexcept;  // a word that starts with a capital
  bool is_initial(std::uint32_t i) const noexcept;      // "J", "JP": capitals only, up to three
  bool is_year(std::uint32_t i) const noexcept;         // 1500-2099, with or without a letter
  bool space_before(std::uint32_t i) const noexcept { return i < size() && tokens_[i].space_before; }
  // A full stop that ends a sentence rather than an abbreviation, or a question or exclamation mark.
  bool ends_sentence(std::uint32_t i) const noexcept;
  // The number of the italic run that holds the token, from 1; 0 outside.
  std::uint32_t emphasis(std::uint32_t i) const noexcept { return i < size() ? emphasis_[i] : 0; }

  // Printed text that links to an address, as offsets into the text.
  const std::vector<TextSpan>& links() const noexcept { return links_; }

  bool open(std::uint32_t i) const noexcept { return i < size() && use_[i] == Use::open; }
  bool all_open(Range range) const noexcept;
  std::uint32_t open_words(Range range) const noexcept;
  // The first range of open tokens that holds a word or a number, within `within`.
  Range next_open(Range within) const noexcept;

  // Labels the tokens, without the punctuation around them. Nothing happens where a token is already claimed.
  bool claim(Range range, Label label, double confidence);
  // The same for bytes of the text (an identifier may be a part of a token).
  void claim_bytes(TextSpan span, Label label, double confidence);
  void skip(Range range) noexcept;
  void relabel(Label from, Label to) noexcept;

  bool has(Label label) const noexcept { return (labels_ >> static_cast<unsigned>(label) & 1U) != 0; }
  // The tokens of the first claim of `label`; empty where there is none.
  Range range_of(Label label) const noexcept;
  Range trimmed(Range range) const noexcept;  // without punctuation that belongs to no value
  Range tokens_in(TextSpan span) const noexcept;

  // The claims in order of the text.
  std::vector<Segment> segments() const;

  // Landmarks that rules leave for later rules.
  std::uint32_t head_end = 0;  // where the authors (and the date after them) end
  std::uint32_t tail = 0;      // where volume, issue and pages begin; size() where there are none

 private:
  struct Claim {
    Range range;
    TextSpan span;
    Label label;
    double confidence;
  };
  std::string_view text_;
  std::span<const crf::Token> tokens_;
  std::vector<std::string> words_;
  std::vector<std::uint32_t> classes_;
  std::vector<std::uint32_t> emphasis_;
  std::vector<Use> use_;
  std::vector<Claim> claims_;
  std::uint32_t labels_ = 0;  // one bit for each label that is claimed
  std::vector<TextSpan> links_;
};

}  // namespace citegraph::reference::rules
