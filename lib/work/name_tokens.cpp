#include "work/name_tokens.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "work/family_first.hpp"
#include "work/name_words.hpp"

namespace citegraph::work {
namespace {

class Tokeniser {
 public:
  explicit Tokeniser(std::string_view text) : text_(text) {}
  std::vector<NameToken> run() &&;

 private:
  bool skip_brackets();
  bool opens_given_name(std::string_view bracketed) const;
  bool is_behind_person() const;
  void add_separator(NameTokenKind kind, std::size_t size);
  void add_run();
  bool separates_ideographs(std::size_t at, text::CodePoint mark) const;
  std::size_t glued_conjunction() const;
  bool is_inside_acronym(std::size_t at, std::size_t begin) const;
  void add_word(std::size_t begin, std::size_t end);
  std::string_view slice(std::size_t begin, std::size_t end) const { return text_.substr(begin, end - begin); }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t skipped_close_ = std::string_view::npos;
  std::vector<NameToken> tokens_;
};

void classify(NameToken& token, std::string_view word, bool after_initial, bool last);
void mark_capital_conjunctions(std::string_view text, std::vector<NameToken>& tokens);
void mark_czech_conjunctions(std::string_view text, std::vector<NameToken>& tokens);
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
    } else if (at_ == skipped_close_) {
      add_separator(NameTokenKind::comma, 1);
    } else if (const NameTokenKind kind = separator_of(c.value); kind != NameTokenKind::word) {
      add_separator(kind, c.size);
    } else if (!skip_brackets()) {
      add_run();
    }
  }
  mark_capital_conjunctions(text_, tokens_);
  mark_czech_conjunctions(text_, tokens_);
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

constexpr std::size_t longest_bracket = 80;  // bytes
constexpr std::size_t longest_person = 6;    // words

// Leaves out roles, "(eds.)", "[Hrsg.]", "(org. e trad.)", and opens the group that people wrote for, "(LHCb
// Collaboration)".
bool Tokeniser::skip_brackets() {
  const char open = text_[at_];
  if (open != '(' && open != '[') return false;
  const std::string_view window = text_.substr(0, std::min(text_.size(), at_ + longest_bracket));
  const std::size_t close = window.find(open == '(' ? ')' : ']', at_);
  if (close == std::string_view::npos) return false;
  const std::string words = text::fold_words(slice(at_ + 1, close));
  bool any_role = false;
  bool any_organisation = false;
  bool only_roles = true;
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    const std::string_view word(words.data() + begin, end - begin);
    if (is_role(word)) {
      any_role = true;
    } else {
      if (word.size() > 3 && !is_conjunction(word)) only_roles = false;
      any_organisation = any_organisation || is_organisation_word(word);
    }
    begin = end + 1;
  }
  if (opens_given_name(words)) {
    add_separator(NameTokenKind::comma, 1);
    skipped_close_ = close;
    return true;
  }
  if ((any_role && only_roles) || (!any_organisation && is_behind_person())) {
    at_ = close + 1;
    return true;
  }
  const bool after_person =
      !tokens_.empty() && (tokens_.back().initial || tokens_.back().maybe_initial || tokens_.back().others);
  if (!any_organisation || !after_person) return false;
  add_separator(NameTokenKind::comma, 1);
  skipped_close_ = close;
  return true;
}

// "Monnier (J.)", "DUPONT (Jean)", as French bibliographies invert names.
bool Tokeniser::opens_given_name(std::string_view bracketed) const {
  if (tokens_.empty() || tokens_.back().kind != NameTokenKind::word) return false;
  const bool one_word = tokens_.size() == 1 || tokens_[tokens_.size() - 2].kind != NameTokenKind::word;
  const NameToken& family = tokens_.back();
  if (!one_word || family.initial || family.organisation || family.number || family.lower) return false;
  const bool initials = std::all_of(bracketed.begin(), bracketed.end(), [previous = ' '](char c) mutable {
    const bool short_word = c == ' ' || previous == ' ';
    previous = c;
    return short_word;
  });
  const bool one_given_name = family.caps && bracketed.size() > 2 && bracketed.find(' ') == std::string_view::npos &&
                              text::is_upper(text::decode_at(text_, at_ + 1).value) &&
                              text::is_lower(text::decode_at(text_, at_ + 2).value);
  return (initials && !bracketed.empty()) || one_given_name;
}

// Behind what may be a person: pen names, maiden names and years in brackets are no part of the name.
bool Tokeniser::is_behind_person() const {
  std::size_t words = 0;
  bool capitals = true;
  for (std::size_t i = tokens_.size(); i > 0 && tokens_[i - 1].kind == NameTokenKind::word; --i) {
    const NameToken& token = tokens_[i - 1];
    if (token.organisation || token.function_word || token.number || ++words > longest_person) return false;
    capitals = capitals && token.caps && !token.maybe_initial;
  }
  return words > 1 || (words == 1 && !capitals);
}

// A run of characters without white space or separator: one word, or initials and a word printed without a blank
// ("J.P.Smith").
void Tokeniser::add_run() {
  if (const std::size_t size = glued_conjunction(); size > 0) {
    add_separator(NameTokenKind::conjunction, size);
    return;
  }
  std::size_t begin = at_;
  std::size_t letters = 0;
  bool simple = true;  // since `begin` only letters
  while (at_ < text_.size()) {
    const text::CodePoint c = text::decode_at(text_, at_);
    if (at_ == skipped_close_) break;
    if (ends_run(c.value) && !is_inside_acronym(at_, begin)) break;
    if (c.value == U'/' && at_ > begin && (at_ + 1 == text_.size() || text_[at_ + 1] == ' ')) break;
    if (separates_ideographs(at_, c)) {
      add_word(begin, at_);
      add_separator(NameTokenKind::comma, c.size);
      return;
    }
    at_ += c.size;
    if (text::is_letter(c.value)) ++letters;
    const bool registered_society = slice(begin, text_.size()).starts_with("e.V");
    if (c.value == U'.' && simple && !registered_society && letters >= 1 && letters <= 2 && at_ < text_.size() &&
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

// "서지원.양진운", "馬淵久夫・平尾良光": but the dot of a name in katakana divides it.
bool Tokeniser::separates_ideographs(std::size_t at, text::CodePoint mark) const {
  if (mark.value != U'.' && mark.value != U'·' && mark.value != U'・' && mark.value != U'ㆍ') return false;
  const auto is_name_character = [](char32_t c) { return is_ideograph(c) && !(c >= 0x3040 && c <= 0x30FF); };
  return is_name_character(text::decode_before(text_, at).value) &&
         is_name_character(text::decode_at(text_, at + mark.size).value);
}

// "P. Alder andS. Birch": text of a PDF that lost a blank. The bytes of the conjunction, or 0.
std::size_t Tokeniser::glued_conjunction() const {
  for (const std::string_view word : {"and", "und", "et"}) {
    if (text_.substr(at_).starts_with(word) && text::is_upper(text::decode_at(text_, at_ + word.size()).value))
      return word.size();
  }
  return 0;
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
    if (!is_wrapping(c.value) && c.value != U'.') break;
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

// "l’équipe", "d'Institut": the article is no part of the word.
std::string_view without_article(std::string_view word, std::string_view folded) {
  const bool elided = word.size() > 3 && (word.substr(1).starts_with("'") || word.substr(1).starts_with("’"));
  return elided ? folded.substr(1) : folded;
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
  std::uint32_t digits = 0;
  bool hyphen = false;
};

Letters count_letters(std::string_view word) {
  Letters letters;
  std::uint32_t part = 0;
  for (std::size_t i = 0; i < word.size();) {
    const text::CodePoint c = text::decode_at(word, i);
    i += c.size;
    if (text::is_digit(c.value)) ++letters.digits;
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
  if (letters.count == 0 || letters.cased == 0 || letters.first_lower || token.suffix || token.title ||
      letters.digits > 0)
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
  token.number = letters.digits > 0 && letters.digits >= letters.count;
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
  token.suffix = is_suffix(folded) && !letters.first_lower && letters.longest_part > 1 &&
                 !(token.caps && !token.dotted && !after_initial && (folded == "jr" || folded == "sr"));
  if (is_suffix(folded) && letters.digits > 0) token.suffix = true;
  if (folded == "jr" && token.dotted && letters.longest_part > 1) token.suffix = true;
  token.family_suffix = is_family_suffix(folded);
  token.role = is_role(folded) && (letters.first_lower || token.dotted || letters.count > 4) && !token.caps;
  token.organisation = letters.count > 2 && is_organisation_word(without_article(word, folded));
  if (token.caps && word.find('/') != std::string_view::npos) token.organisation = true;  // "OECD/IEA"
  if (folded == "ev" && word.starts_with("e.V")) token.organisation = true;
  token.function_word = (letters.first_lower || folded == "the") && is_function_word(folded);
  token.patronymic = is_patronymic(folded);
  if (!letters.first_lower && !token.dotted) {
    token.chinese_surname = is_chinese_surname(folded);
    token.korean_surname = is_korean_surname(folded);
    token.vietnamese_surname = is_vietnamese_surname(folded);
    token.pinyin = is_pinyin(folded) && !token.chinese_surname;
    token.two_syllables = letters.hyphen && letters.upper == 1 && letters.count <= 11 && letters.longest_part <= 6;
  }
  token.family_opening = !letters.first_lower && is_family_opening(folded);
  // "AND" and "UND" are nobody's initials; for "ET" and "E" see `mark_capital_conjunctions`.
  const bool capital_conjunction = token.caps && (folded == "and" || folded == "und");
  const bool dotted_et = token.dotted && folded == "et";
  const bool conjunction =
      (letters.first_lower && (!token.dotted || dotted_et) && is_conjunction(folded)) || capital_conjunction;
  token.inner_conjunction = conjunction && is_inner_conjunction(folded);
  if (conjunction) token.kind = NameTokenKind::conjunction;
  token.others = letters.first_lower && (is_et_al(folded) || is_others_word(folded));
  if (letters.ideographs > 0) token.others = is_et_al(folded);
  classify_initial(token, letters, folded, last);
}

// "SILVA, J. E SOUZA, M.": in a list all in capitals whose initials have full stops, a bare "E" or "ET" is no initial.
void mark_capital_conjunctions(std::string_view text, std::vector<NameToken>& tokens) {
  bool dotted = false;
  for (const NameToken& token : tokens) {
    if (token.initial && token.dotted) dotted = true;
    if (token.letters >= 3 && !token.caps && token.kind == NameTokenKind::word) return;
  }
  if (!dotted) return;
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    NameToken& token = tokens[i];
    const NameToken& next = tokens[i + 1];
    const bool between_words = tokens[i - 1].kind == NameTokenKind::word && next.kind == NameTokenKind::word;
    if (!between_words || token.dotted || token.letters > 3 || next.letters < 2 || next.initial) continue;
    const std::string folded = text::fold_letters(text.substr(token.begin, token.end - token.begin));
    if (!is_conjunction(folded) || !tokens[i - 1].dotted) continue;
    token.kind = NameTokenKind::conjunction;
    token.inner_conjunction = is_inner_conjunction(folded);
  }
}

// "Jan NOVÁK a Petr SVOBODA": a lower-case "a" between a family name and a capital.
void mark_czech_conjunctions(std::string_view text, std::vector<NameToken>& tokens) {
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    NameToken& token = tokens[i];
    if (text.substr(token.begin, token.end - token.begin) != "a") continue;
    const NameToken& before = tokens[i - 1];
    const NameToken& next = tokens[i + 1];
    const bool words = before.kind == NameTokenKind::word && next.kind == NameTokenKind::word;
    if (words && before.letters > 1 && !before.lower && next.letters > 1 && !next.lower && !next.caps) {
      token.kind = NameTokenKind::conjunction;
    }
  }
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
  return c == U'[' || c == U']' || c == U'*' || c == U'_' || c == U'†' || c == U'‡' || c == U'"' || c == U'“' ||
         c == U'”' || c == U'„' || c == U'«' || c == U'»';
}

bool is_ideograph(char32_t c) noexcept {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) || (c >= 0x1100 && c <= 0x11FF);
}

}  // namespace
}  // namespace citegraph::work
