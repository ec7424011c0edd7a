#include "reference/crf/attributes.hpp"

#include <algorithm>
#include <string>
#include <utf8proc.h>
#include <utility>

#include "reference/crf/hash.hpp"
#include "reference/labeller.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace citegraph::crf {
namespace {

// Into `out`, in place of what it held.
void lower_case(std::string_view word, std::string& out) {
  out.clear();
  for (std::size_t i = 0; i < word.size();) {
    if (static_cast<unsigned char>(word[i]) < 0x80) {
      out += text::ascii_lower(word[i++]);
      continue;
    }
    const text::CodePoint c = text::decode_at(word, i);
    i += c.size;
    text::append(out, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c.value))));
  }
}

// Runs of upper, lower, digit and other, each capped at two: "Levine" -> Ull, "IPCC" -> UU, "38a" -> ddl.
std::uint32_t shape_of(std::string_view word) {
  std::uint32_t shape = 0;
  std::uint32_t last = 0;
  int run = 0;
  int length = 0;
  for (std::size_t i = 0; i < word.size() && length < 10;) {
    const text::CodePoint c = text::decode_at(word, i);
    i += c.size;
    const std::uint32_t cls = text::is_upper(c.value)   ? 1
                              : text::is_digit(c.value) ? 3
                              : text::is_lower(c.value) ? 2
                                                        : 4;
    run = cls == last ? run + 1 : 1;
    last = cls;
    if (run > 2) continue;
    shape = shape * 5 + cls;
    ++length;
  }
  return shape;
}

bool is_roman(std::string_view lower) {
  return !lower.empty() && lower.size() <= 7 && lower.find_first_not_of("ivxlc") == std::string_view::npos;
}

NumberClass number_class(const Token& token, std::string_view word, std::string_view lower) {
  if (token.kind == TokenKind::word) return is_roman(lower) ? NumberClass::roman : NumberClass::none;
  const auto is_year = [](std::string_view d) { return d.size() == 4 && d >= "1500" && d <= "2099"; };
  if (token.kind == TokenKind::mixed)
    return word.size() == 5 && is_year(word.substr(0, 4)) && text::is_ascii_lower(word[4]) ? NumberClass::year_letter
                                                                                           : NumberClass::mixed;
  if (token.kind != TokenKind::number) return NumberClass::none;
  if (is_year(word)) return NumberClass::year;
  const auto digits1 = static_cast<std::size_t>(NumberClass::digits1);
  return static_cast<NumberClass>(digits1 + std::min<std::size_t>(word.size(), 5) - 1);
}

// The hashes of the word, of its beginnings and ends: a beginning is a stage on the way to the word.
void hash_affixes(std::string_view lower, Attributes& a) {
  std::uint64_t hash = hash_start;
  std::size_t front = 0;
  for (std::uint64_t& prefix : a.prefix) {
    const std::size_t end = front < lower.size() ? front + text::decode_at(lower, front).size : front;
    for (; front < end; ++front) hash = hash_byte(hash, lower[front]);
    prefix = hash;
  }
  for (; front < lower.size(); ++front) hash = hash_byte(hash, lower[front]);
  a.word = hash;
  std::size_t back = lower.size();
  for (std::uint64_t& suffix : a.suffix) {
    if (back > 0) back -= text::decode_before(lower, back).size;
    suffix = hash_bytes(lower.substr(back));
  }
}

// `lower` is room for the word in lower case.
Attributes attributes_of(std::string_view text, const Token& token, std::string& lower) {
  Attributes a;
  a.space_before = token.space_before;
  a.sign = Sign::of(token);
  const std::string_view word = slice(text, token.span);
  a.kind = static_cast<std::uint32_t>(token.kind);
  if (token.kind == TokenKind::address) {
    a.word = a.printed = 1;
    a.shape = 7;
    return a;
  }
  lower_case(word, lower);
  a.shape = shape_of(word);
  if (token.kind == TokenKind::punctuation) {
    a.kind = static_cast<std::uint32_t>(token.first) + 16;
    a.word = hash_bytes(lower);
  } else {
    hash_affixes(lower, a);
  }
  a.printed = lower == word ? a.word : hash_bytes(word);
  a.number = number_class(token, word, lower);
  if (token.kind == TokenKind::word || token.kind == TokenKind::mixed) a.keyword = keyword_of(lower);
  if (token.kind == TokenKind::number && word.size() <= 9)
    for (const char c : word) a.value = a.value * 10 + static_cast<std::uint32_t>(c - '0');
  a.initial = token.kind == TokenKind::word && word.size() <= 3 && lower != word &&
              text::count_code_points(word) <= 2 &&
              std::all_of(word.begin(), word.end(), [](char c) { return c < 'a' || c > 'z'; });
  return a;
}

// Of what stands before and after the reference.
Attributes attributes_beyond(std::uint64_t word, std::uint32_t shape, std::uint32_t sign, std::uint32_t rule) {
  Attributes a;
  a.word = a.printed = word;
  a.shape = a.kind = shape;
  a.sign = sign;
  a.rule = rule;
  return a;
}
Attributes attributes_before() { return attributes_beyond(2, 240, Sign::before, RuleLabel::before); }
Attributes attributes_after() { return attributes_beyond(3, 241, Sign::after, RuleLabel::after); }

bool is_year(NumberClass n) { return n == NumberClass::year || n == NumberClass::year_letter; }

bool opens_quote(char32_t c) { return c == 0x201C || c == 0x00AB || c == 0x2018 || c == 0x201E || c == 0x300C; }
bool closes_quote(char32_t c) { return c == 0x201D || c == 0x00BB || c == 0x300D; }

struct QuoteRun {
  std::size_t open = SIZE_MAX, close = SIZE_MAX;
};

// The first quoted run of two tokens or more; straight quotes pair up, a typographic one is closed by its partner.
QuoteRun first_quoted(const std::vector<Token>& tokens) {
  QuoteRun run;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind != TokenKind::punctuation) continue;
    const char32_t c = tokens[i].first;
    if (run.open == SIZE_MAX) {
      if (opens_quote(c) || c == '"' || (c == 0x201D && tokens[i].space_before)) run.open = i;
    } else if ((closes_quote(c) || c == '"' || (c == 0x2019 && tokens[run.open].first == 0x2018)) && i > run.open + 2) {
      run.close = i;
      break;
    }
  }
  if (run.close == SIZE_MAX) run.open = SIZE_MAX;
  return run;
}

// Where the tokens stand that others are placed by; SIZE_MAX for what there is none of.
struct Landmarks {
  std::size_t first_year = SIZE_MAX;
  std::size_t last_year = SIZE_MAX;
  std::size_t first_in = SIZE_MAX;

  // 0 without a year; before, at, between, at the last, after the years.
  std::uint8_t beside_years(std::size_t i) const {
    if (first_year == SIZE_MAX) return 0;
    if (i <= first_year) return i < first_year ? 1 : 2;
    if (i <= last_year) return i < last_year ? 3 : 4;
    return 5;
  }
};

Landmarks landmarks_of(const Context& context) {
  const auto& tokens = context.tokens;
  const auto attributes = context.attributes();
  Landmarks marks;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Attributes& a = attributes[i];
    if (is_year(a.number)) {
      if (marks.first_year == SIZE_MAX) marks.first_year = i;
      marks.last_year = i;
    }
    const bool capital_in = tokens[i].first < 'a' && i > 2;
    const bool in_colon = i + 1 < tokens.size() && tokens[i + 1].first == ':';
    if (marks.first_in == SIZE_MAX && a.keyword == Keyword::in && (capital_in || in_colon)) marks.first_in = i;
  }
  return marks;
}

// Commas, numbers and the like so far.
struct Counts {
  int stops = 0, commas = 0, numbers = 0, depth = 0, clause = 0;

  void before(char32_t c) {
    if (c == ')' || c == ']') depth = std::max(0, depth - 1);
  }
  void behind(char32_t c, bool after_initial, bool is_number) {
    if (c == '(' || c == '[') ++depth;
    if (c == '.' && !after_initial) ++stops;
    if (c == ',' || c == ';') ++commas;
    clause = c == '.' || c == ',' || c == ';' || c == ':' ? 0 : clause + 1;
    if (is_number) ++numbers;
  }
};

void place_tokens(Context& context) {
  const auto& tokens = context.tokens;
  const auto attributes = std::as_const(context).attributes();
  const std::size_t n = tokens.size();
  for (std::size_t i = 0; i < n; ++i)
    if (attributes[i].number != NumberClass::none && attributes[i].number != NumberClass::roman)
      context.last_number = i + 1;
  const Landmarks marks = landmarks_of(context);
  const QuoteRun quotes = first_quoted(tokens);
  context.places.resize(n);
  Counts counts;
  for (std::size_t i = 0; i < n; ++i) {
    Context::Place& p = context.places[i];
    const char32_t c = tokens[i].kind == TokenKind::punctuation ? tokens[i].first : 0;
    counts.before(c);
    p.year = marks.beside_years(i);
    p.after_in = marks.first_in == SIZE_MAX ? 0 : i <= marks.first_in ? 1 : 2;
    p.quotes = quotes.open == SIZE_MAX ? 0 : i < quotes.open ? 1 : i <= quotes.close ? 2 : 4;
    p.bracket = static_cast<std::uint8_t>(std::min(counts.depth, Context::Place::most_brackets));
    p.stops = static_cast<std::uint8_t>(std::min(counts.stops, Context::Place::most_stops));
    p.commas = static_cast<std::uint8_t>(std::min(counts.commas, Context::Place::most_commas));
    p.numbers = static_cast<std::uint8_t>(std::min(counts.numbers, Context::Place::most_numbers));
    p.clause = static_cast<std::uint8_t>(std::min(counts.clause, Context::Place::most_words));
    const long from_year =
        marks.first_year == SIZE_MAX ? 99 : static_cast<long>(i) - static_cast<long>(marks.first_year);
    p.from_year =
        static_cast<std::int16_t>(std::clamp<long>(from_year, -Context::Place::farthest, Context::Place::farthest));
    counts.behind(c, i > 0 && attributes[i - 1].initial, tokens[i].kind == TokenKind::number);
  }
}

// What the whole reference looks like: the same field stands elsewhere in another style.
void sign_style(Context& context) {
  const auto& tokens = context.tokens;
  const auto attributes = std::as_const(context).attributes();
  int initials = 0, semicolons = 0;
  bool quotes = false, in = false, pages = false, editor = false;
  std::size_t year = SIZE_MAX;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Attributes& a = attributes[i];
    initials += a.initial;
    if (tokens[i].kind == TokenKind::punctuation) {
      semicolons += tokens[i].first == ';';
      quotes = quotes || opens_quote(tokens[i].first) || tokens[i].first == '"';
    }
    in = in || (a.keyword == Keyword::in && tokens[i].first < 'a');
    pages = pages || a.keyword == Keyword::pages;
    editor = editor || a.keyword == Keyword::editor;
    if (year == SIZE_MAX && is_year(a.number)) year = i;
  }
  const bool bracketed = year != SIZE_MAX && year > 0 && tokens[year - 1].first == '(';
  const std::size_t where = year == SIZE_MAX ? 9 : year * 4 / std::max<std::size_t>(tokens.size(), 1);
  context.style_year = where * 2 + (bracketed ? 1 : 0);
  context.style = mix(
      mix(mix(static_cast<std::uint64_t>(std::min(initials, 3)), static_cast<std::uint64_t>(std::min(semicolons, 2))),
          (quotes ? 1U : 0U) | (in ? 2U : 0U) | (pages ? 4U : 0U) | (editor ? 8U : 0U)),
      context.style_year);
}

bool is_stop(const Token& token) { return token.kind == TokenKind::punctuation && token.first == '.'; }
bool is_capital(const Token& token) { return token.kind == TokenKind::word && text::is_upper(token.first); }

// "Nucl. Phys. B 410", "Proc. Natl. Acad. Sci.": words cut short in a row, as journals are printed. Of a run it is told
// how many words it has, whether one is longer than an initial, and whether a number follows.
void mark_abbreviations(Context& context) {
  const auto& tokens = context.tokens;
  const auto attributes = context.attributes();
  const std::size_t n = tokens.size();
  const auto abbreviated = [&](std::size_t i) {
    return i + 1 < n && is_capital(tokens[i]) && tokens[i].span.size() <= 10 && is_stop(tokens[i + 1]);
  };
  for (std::size_t i = 0; i < n;) {
    if (!abbreviated(i)) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    unsigned words = 0;
    bool longer = false;
    for (; abbreviated(i); i += 2) {
      ++words;
      longer = longer || !attributes[i].initial;
    }
    std::size_t next = i;
    if (next < n && attributes[next].initial) ++next;  // the section of the journal
    if (next < n && tokens[next].kind == TokenKind::punctuation && tokens[next].first == ',') ++next;
    const bool number = next < n && (tokens[next].kind == TokenKind::number || tokens[next].kind == TokenKind::mixed);
    const unsigned kind = 1 + 2 * (std::min(words, 4U) - 1) + (longer ? 8 : 0) + (number ? 16 : 0);
    for (std::size_t t = begin; t < i; ++t)
      attributes[t].abbreviations = static_cast<std::uint8_t>(kind + (t > begin ? 1 : 0));
  }
}

void mark_tokens(Context& context, std::span<const Mark> marks) {
  for (const Mark& mark : marks) {
    if (mark.kind != MarkKind::emphasis) continue;
    const auto first = std::lower_bound(context.tokens.begin(), context.tokens.end(), mark.span.start,
                                        [](const Token& t, std::uint32_t offset) { return t.span.start < offset; });
    for (auto t = first; t != context.tokens.end() && t->span.end <= mark.span.end; ++t)
      context.attributes()[static_cast<std::size_t>(t - context.tokens.begin())].mark =
          t == first ? MarkState::begins : MarkState::inside;
  }
}

// The rules' own labelling, token by token.
void add_rule_labels(Context& context, std::string_view text, std::span<const Mark> marks) {
  const std::vector<Segment> segments = reference::RuleLabeller::segments(text, marks, context.tokens);
  const auto attributes = context.attributes();
  std::size_t t = 0;
  for (const Segment& s : segments) {
    while (t < context.tokens.size() && context.tokens[t].span.end <= s.span.start) ++t;
    for (bool first = true; t < context.tokens.size() && context.tokens[t].span.start < s.span.end; ++t, first = false)
      attributes[t].rule = 1 + 2 * static_cast<std::uint32_t>(s.label) + (first ? 0 : 1);
  }
}

}  // namespace

std::uint32_t Sign::of(const Token& token) noexcept {
  if (token.kind != TokenKind::punctuation) return static_cast<std::uint32_t>(token.kind);
  const std::size_t place = common.find(token.first);
  return place == std::u32string_view::npos ? rare : after + 1 + static_cast<std::uint32_t>(place);
}

Context make_context(std::string_view text, std::span<const Mark> marks) {
  Context context;
  context.tokens = tokenize(text);
  auto& attributes = context.attributes_and_margins;
  attributes.reserve(context.tokens.size() + 2 * Context::margin);
  attributes.assign(Context::margin, attributes_before());
  std::string lower;
  for (const Token& token : context.tokens) attributes.push_back(attributes_of(text, token, lower));
  attributes.insert(attributes.end(), Context::margin, attributes_after());
  mark_tokens(context, marks);
  add_rule_labels(context, text, marks);
  mark_abbreviations(context);
  place_tokens(context);
  sign_style(context);
  return context;
}

}  // namespace citegraph::crf
