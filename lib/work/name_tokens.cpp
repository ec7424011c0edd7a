#include "work/name_tokens.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "work/name_words.hpp"

namespace citegraph::work {
namespace {

class Tokeniser {
 public:
  explicit Tokeniser(std::string_view text) : text_(text) {}
  std::vector<NameToken> run() &&;

 private:
  bool skip_role_brackets();
  void add_separator(NameTokenKind kind, std::size_t size);
  void add_run();
  bool is_inside_acronym(std::size_t at, std::size_t begin) const;
  void add_word(std::size_t begin, std::size_t end);
  std::string_view slice(std::size_t begin, std::size_t end) const { return text_.substr(begin, end - begin); }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<NameToken> tokens_;
};

void classify(NameToken& token, std::string_view text, bool after_initial, bool last);
NameTokenKind separator_of(char32_t c) noexcept;
bool ends_run(char32_t c) noexcept;
bool is_wrapping(char32_t c) noexcept;
bool is_ideograph(char32_t c) noexcept;

}  // namespace

std::vector<NameToken> tokenise_names(std::string_view text) { return Tokeniser(text).run(); }

namespace {

std::vector<NameToken> Tokeniser::run() && {
  while (at_ < text_.size()) {
    const text::CodePoint c = text::decode_at(text_, at_);
    if (text::is_space(c.value)) {
      at_ += c.size;
    } else if (const NameTokenKind kind = separator_of(c.value); kind != NameTokenKind::word) {
      add_separator(kind, c.size);
    } else if (!skip_role_brackets()) {
      add_run();
    }
  }
  return std::move(tokens_);
}

void Tokeniser::add_separator(NameTokenKind kind, std::size_t size) {
  NameToken token;
  token.kind = kind;
  token.begin = static_cast<std::uint32_t>(at_);
  at_ += size;
  token.end = token.bare_end = static_cast<std::uint32_t>(at_);
  tokens_.push_back(token);
}

constexpr std::size_t longest_role = 48;  // bytes between brackets

// "(eds.)", "[Hrsg.]", "(org. e trad.)"
bool Tokeniser::skip_role_brackets() {
  const char open = text_[at_];
  if (open != '(' && open != '[') return false;
  const std::size_t close =
      text_.substr(0, std::min(text_.size(), at_ + longest_role)).find(open == '(' ? ')' : ']', at_);
  if (close == std::string_view::npos) return false;
  const std::string words = text::fold_words(slice(at_ + 1, close));
  bool any_role = false;
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    const std::string_view word(words.data() + begin, end - begin);
    if (is_role(word)) {
      any_role = true;
    } else if (word.size() > 3 && !is_conjunction(word)) {
      return false;
    }
    begin = end + 1;
  }
  if (!any_role) return false;
  at_ = close + 1;
  return true;
}

// A run of characters without white space or separator: one word, or initials and a word printed without a blank
// ("J.P.Smith").
void Tokeniser::add_run() {
  std::size_t begin = at_;
  std::size_t letters = 0;
  bool simple = true;  // since `begin` only letters
  while (at_ < text_.size()) {
    const text::CodePoint c = text::decode_at(text_, at_);
    if (ends_run(c.value) && !is_inside_acronym(at_, begin)) break;
    if (c.value == U'/' && at_ > begin && (at_ + 1 == text_.size() || text_[at_ + 1] == ' ')) break;
    at_ += c.size;
    if (text::is_letter(c.value)) ++letters;
    if (c.value == U'.' && simple && letters >= 1 && letters <= 2 && at_ < text_.size() &&
        text::is_letter(text::decode_at(text_, at_).value)) {
      add_word(begin, at_);
      begin = at_;
      letters = 0;
    } else if (!text::is_letter(c.value) && !text::is_mark(c.value)) {
      simple = false;
    }
  }
  if (at_ == begin) at_ += std::max<std::size_t>(text::decode_at(text_, at_).size, 1);
  add_word(begin, at_);
}

// "AT&T", "Texas A&M"
bool Tokeniser::is_inside_acronym(std::size_t at, std::size_t begin) const {
  if (text_[at] != '&' || at == begin || at + 1 >= text_.size()) return false;
  const text::CodePoint next = text::decode_at(text_, at + 1);
  return text::is_upper(next.value) && !text::is_word(text::decode_at(text_, at + 1 + next.size).value);
}

void Tokeniser::add_word(std::size_t begin, std::size_t end) {
  while (begin < end) {
    const text::CodePoint c = text::decode_at(text_, begin);
    if (!is_wrapping(c.value)) break;
    begin += c.size;
  }
  while (begin < end) {
    const text::CodePoint c = text::decode_before(text_, end);
    if (!is_wrapping(c.value) && c.value != U':') break;
    end -= c.size;
  }
  if (begin == end) return;
  NameToken token;
  token.begin = static_cast<std::uint32_t>(begin);
  token.end = static_cast<std::uint32_t>(end);
  const bool after_initial = !tokens_.empty() && (tokens_.back().initial || tokens_.back().maybe_initial);
  const bool last = text::trim(text_.substr(end)).empty();
  classify(token, slice(begin, end), after_initial, last);
  if (token.letters == 0 && !token.number) return;
  tokens_.push_back(token);
}

bool has_vowel(std::string_view folded) noexcept {
  return folded.find_first_of("aeiouy") != std::string_view::npos || (!folded.empty() && (folded[0] & 0x80) != 0);
}

struct Letters {
  std::uint32_t count = 0;
  std::uint32_t upper = 0;
  std::uint32_t cased = 0;
  std::uint32_t ideographs = 0;
  std::uint32_t longest_part = 0;  // between hyphens and full stops
  bool first_lower = false;
  bool digit = false;
  bool hyphen = false;
};

Letters count_letters(std::string_view word) {
  Letters letters;
  std::uint32_t part = 0;
  for (std::size_t i = 0; i < word.size();) {
    const text::CodePoint c = text::decode_at(word, i);
    i += c.size;
    if (text::is_digit(c.value)) letters.digit = true;
    if (text::is_dash(c.value)) letters.hyphen = true;
    if (!text::is_letter(c.value)) {
      if (text::is_dash(c.value) || c.value == U'.') part = 0;
      continue;
    }
    const bool upper = text::is_upper(c.value);
    const bool lower = text::is_lower(c.value);
    if (letters.count == 0) letters.first_lower = lower;
    ++letters.count;
    letters.upper += upper ? 1 : 0;
    letters.cased += upper || lower ? 1 : 0;
    letters.ideographs += is_ideograph(c.value) ? 1 : 0;
    letters.longest_part = std::max(letters.longest_part, ++part);
  }
  return letters;
}

void classify_initial(NameToken& token, const Letters& letters, const std::string& folded, bool last) {
  if (letters.count == 0 || letters.cased == 0 || letters.first_lower || token.suffix || token.title || letters.digit)
    return;
  const bool all_upper = letters.upper == letters.cased;
  if (letters.longest_part == 1) {
    token.initial = true;
  } else if (token.dotted && letters.count <= 3 && letters.upper == 1 && folded != "st" && !token.role) {
    // "Th.", "Yu.", "Chr."; but a full stop that closes the list says nothing about "Li." and "Ann."
    token.initial = !has_vowel(folded) || (!last && letters.count == 2);
  } else if (letters.hyphen && letters.longest_part <= 2 && letters.upper >= 2 && letters.count <= 4) {
    token.initial = true;  // "DJ-F", "J-Ch"
  } else if (all_upper && (letters.count <= 3 || (letters.count <= 5 && !has_vowel(folded)))) {
    token.maybe_initial = true;
  }
}

void classify(NameToken& token, std::string_view word, bool after_initial, bool last) {
  const Letters letters = count_letters(word);
  token.letters = letters.count;
  token.number = letters.digit;
  token.dotted = word.ends_with('.');
  token.bare_end = token.end - (token.dotted ? 1U : 0U);
  token.lower = letters.first_lower;
  token.caps = letters.count >= 2 && letters.upper == letters.count;
  token.ideographic = letters.ideographs > 0 && letters.ideographs == letters.count;
  token.caseless = letters.count > 0 && letters.cased == 0;
  const std::string folded = text::fold_letters(word);
  token.title = is_title(folded) && !token.caps && (token.dotted || letters.count > 3);
  token.particle = letters.first_lower && is_particle(folded);
  token.capital_particle = !letters.first_lower && !token.dotted && is_capital_particle(folded);
  // "JR" may be the initials of Johnson, J. R.; "Jr", "JR." and "JE JR" are not.
  token.suffix = is_suffix(folded) && !letters.first_lower &&
                 !(token.caps && !token.dotted && !after_initial && (folded == "jr" || folded == "sr"));
  if (is_suffix(folded) && letters.digit) token.suffix = true;
  if (folded == "jr" && token.dotted) token.suffix = true;
  token.family_suffix = is_family_suffix(folded);
  token.role = is_role(folded) && (letters.first_lower || token.dotted || letters.count > 4) && !token.caps;
  token.organisation = letters.count > 2 && is_organisation_word(folded);
  token.function_word = (letters.first_lower || folded == "the") && is_function_word(folded);
  token.patronymic = is_patronymic(folded);
  const bool conjunction = letters.first_lower && !token.dotted && is_conjunction(folded);
  token.inner_conjunction = conjunction && is_inner_conjunction(folded);
  if (conjunction) token.kind = NameTokenKind::conjunction;
  token.others = is_et_al(folded) || ((letters.first_lower || folded == "al") && is_others_word(folded));
  classify_initial(token, letters, folded, last);
}

NameTokenKind separator_of(char32_t c) noexcept {
  switch (c) {
    case U',':
    case U'，':
    case U'、':
    case U'،':
      return NameTokenKind::comma;
    case U';':
    case U'；':
    case U'؛':
    case U'|':
    case U'•':
    case U'/':
      return NameTokenKind::semicolon;
    case U'&':
    case U'＆':
    case U'+':
      return NameTokenKind::conjunction;
    default:
      return NameTokenKind::word;
  }
}

bool ends_run(char32_t c) noexcept {
  return text::is_space(c) || (c != U'/' && separator_of(c) != NameTokenKind::word);
}

bool is_wrapping(char32_t c) noexcept {
  return c == U'*' || c == U'_' || c == U'†' || c == U'‡' || c == U'"' || c == U'“' || c == U'”' || c == U'„' ||
         c == U'«' || c == U'»';
}

bool is_ideograph(char32_t c) noexcept {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) || (c >= 0x1100 && c <= 0x11FF);
}

}  // namespace
}  // namespace citegraph::work
