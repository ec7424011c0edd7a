#include "citegraph/date.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <span>
#include <utility>
#include <vector>

#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "work/date_words.hpp"

namespace citegraph {
namespace {

enum class TokenKind : std::uint8_t { number, word, dash, slash, dot, comma, open, close, other };

struct Token {
  TokenKind kind = TokenKind::other;
  bool space_before = false;
  char32_t mark = 0;   // of anything but a number or word
  int value = 0;       // of a number
  int digits = 0;      // of a number
  std::string folded;  // of a word
};

// A date, or the part of one that stands together, with the tokens it was read from.
struct Event {
  CalendarDate date;
  std::string suffix;
  bool circa = false;
  bool bracketed = false;
  std::size_t first = 0;
  std::size_t end = 0;  // one past its last token
  int range_days = 0;   // "18-20 July": the other day, before (negative) or after the one in `date`
};

std::vector<Token> tokenise(std::string_view text);
std::vector<Event> find_events(const std::vector<Token>& tokens);
bool joined_as_range(const std::vector<Token>& tokens, const Event& a, const Event& b);
bool tells_of_reprint(const std::vector<Token>& tokens);
Date assemble(const std::vector<Token>& tokens, const std::vector<Event>& events);
void read_placeholder(const std::vector<Token>& tokens, Date& date);
bool is_only_month(const std::vector<Token>& tokens, const Date& date);
bool fill(CalendarDate& date, const CalendarDate& more);

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  const std::vector<Token> tokens = tokenise(text);
  Date date = assemble(tokens, find_events(tokens));
  read_placeholder(tokens, date);
  const bool bare_month = date.start && !date.has_year() && date.start->day == 0;
  if (bare_month && !is_only_month(tokens, date)) date.start.reset();
  if (!date.start && date.literal.empty()) return std::nullopt;
  return date;
}

Date merge(Date date, const Date& more) {
  if (!date.start) {
    date.start = more.start;
    date.end = more.end;
  } else if (more.start) {
    CalendarDate start = *date.start;
    if (!fill(start, *more.start)) return date;
    if (!date.end && more.end && date.start->month == 0) {
      CalendarDate end = *more.end;
      if (end.year == 0) end.year = start.year;
      date.end = end;
    }
    date.start = start;
  }
  if (!date.original) date.original = more.original;
  if (date.suffix.empty()) date.suffix = more.suffix;
  if (date.has_year() && date.literal == "n.d.") date.literal.clear();
  if (date.literal.empty() && !(date.has_year() && more.literal == "n.d.")) date.literal = more.literal;
  date.circa = date.circa || more.circa;
  return date;
}

namespace {

void append_digits(std::string& out, int value, std::size_t width) {
  const std::string digits = std::to_string(value);
  if (digits.size() < width) out.append(width - digits.size(), '0');
  out += digits;
}

// EDTF counts years as astronomers do: 1 BC is the year 0. Seasons are the months 21 to 24.
void append_calendar_date(std::string& out, const CalendarDate& date) {
  if (date.year == 0) {
    out += "XXXX";
  } else if (date.year < 0) {
    const int astronomical = -date.year - 1;
    if (astronomical > 0) out += '-';
    append_digits(out, astronomical, 4);
  } else {
    append_digits(out, date.year, 4);
  }
  if (date.month != 0 || date.season != 0) {
    out += '-';
    append_digits(out, date.month != 0 ? date.month : 20 + date.season, 2);
    if (date.month != 0 && date.day != 0) {
      out += '-';
      append_digits(out, date.day, 2);
    }
  }
}

}  // namespace

std::string to_string(const Date& date) {
  if (!date.start) return date.literal;
  std::string line;
  append_calendar_date(line, *date.start);
  if (date.circa) line += '~';
  if (date.end) {
    line += '/';
    append_calendar_date(line, *date.end);
  }
  return line;
}

namespace {

constexpr int first_year = 1000;
constexpr int last_year = 2199;  // further ahead it is a page, a price or a number

// ---------------------------------------------------------------- tokens

TokenKind kind_of(char32_t c) noexcept {
  if (text::is_dash(c)) return TokenKind::dash;
  switch (c) {
    case U'/':
      return TokenKind::slash;
    case U'.':
      return TokenKind::dot;
    case U',':
      return TokenKind::comma;
    case U'(':
    case U'[':
    case U'{':
    case U'（':
    case U'【':
      return TokenKind::open;
    case U')':
    case U']':
    case U'}':
    case U'）':
    case U'】':
      return TokenKind::close;
    default:
      return TokenKind::other;
  }
}

bool is_ideograph_of_date(char32_t c) noexcept {
  return c == U'年' || c == U'月' || c == U'日' || c == U'号' || c == U'년' || c == U'월' || c == U'일';
}

std::vector<Token> tokenise(std::string_view text) {
  std::vector<Token> tokens;
  bool space = false;
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode_at(text, i);
    if (text::is_space(c.value)) {
      space = true;
      i += c.size;
      continue;
    }
    Token token;
    token.space_before = std::exchange(space, false);
    const std::size_t start = i;
    if (text::is_digit(c.value)) {
      token.kind = TokenKind::number;
      for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
        if (token.digits < 9) token.value = token.value * 10 + (text[i] - '0');
        ++token.digits;
      }
    } else if (is_ideograph_of_date(c.value)) {
      token.kind = TokenKind::word;
      i += c.size;
      token.folded = text.substr(start, c.size);
    } else if (text::is_letter(c.value) || text::is_mark(c.value)) {
      token.kind = TokenKind::word;
      while (i < text.size()) {
        const text::CodePoint next = text::decode_at(text, i);
        if (!(text::is_letter(next.value) || text::is_mark(next.value)) || is_ideograph_of_date(next.value)) break;
        i += next.size;
      }
      token.folded = text::fold_letters(text.substr(start, i - start));
    } else {
      token.kind = kind_of(c.value);
      token.mark = c.value;
      i += c.size;
    }
    tokens.push_back(std::move(token));
  }
  return tokens;
}

bool is_kind(const std::vector<Token>& tokens, std::size_t i, TokenKind kind) {
  return i < tokens.size() && tokens[i].kind == kind;
}

bool is_word(const std::vector<Token>& tokens, std::size_t i, std::string_view folded) {
  return is_kind(tokens, i, TokenKind::word) && tokens[i].folded == folded;
}

// A number glued to the tokens at both sides, as in 2010-08-30.
bool is_glued(const std::vector<Token>& tokens, std::size_t i) { return i < tokens.size() && !tokens[i].space_before; }

bool is_year(const Token& token) noexcept {
  return token.kind == TokenKind::number && token.digits == 4 && token.value >= first_year && token.value <= last_year;
}

bool is_day(const std::vector<Token>& tokens, std::size_t i) {
  return is_kind(tokens, i, TokenKind::number) && tokens[i].digits <= 2 && tokens[i].value >= 1 &&
         tokens[i].value <= 31;
}

// ---------------------------------------------------------------- events

CalendarDate calendar_date(int year, int month, int day) {
  CalendarDate date;
  date.year = static_cast<std::int16_t>(year);
  date.month = static_cast<std::uint8_t>(month);
  date.day = static_cast<std::uint8_t>(day);
  return date;
}

bool is_month_and_day(int month, int day) noexcept { return month >= 1 && month <= 12 && day >= 1 && day <= 31; }

// 2010-08-30, 30/08/2010, 30.08.10, 08/30/2010, 08/2010, 2010/08, 20100830.
std::optional<Event> numeric_date(const std::vector<Token>& tokens, std::size_t i) {
  Event event;
  event.first = i;
  const Token& a = tokens[i];
  if (a.digits == 8) {
    const int year = a.value / 10000;
    const int month = a.value / 100 % 100;
    if (year < first_year || year > last_year || !is_month_and_day(month, a.value % 100)) return std::nullopt;
    event.date = calendar_date(year, month, a.value % 100);
    event.end = i + 1;
    return event;
  }
  const bool separated = i + 2 < tokens.size() && is_kind(tokens, i + 2, TokenKind::number) &&
                         is_glued(tokens, i + 1) && is_glued(tokens, i + 2);
  if (!separated || a.digits > 4) return std::nullopt;
  const TokenKind separator = tokens[i + 1].kind;
  if (separator != TokenKind::dash && separator != TokenKind::slash && separator != TokenKind::dot) return std::nullopt;
  const Token& b = tokens[i + 2];
  const bool three = is_kind(tokens, i + 3, separator) && is_kind(tokens, i + 4, TokenKind::number) &&
                     is_glued(tokens, i + 3) && is_glued(tokens, i + 4);
  if (three) {
    const Token& c = tokens[i + 4];
    event.end = i + 5;
    if (is_year(a) && b.digits <= 2 && c.digits <= 2 && is_month_and_day(b.value, c.value)) {
      event.date = calendar_date(a.value, b.value, c.value);
      return event;
    }
    int year = c.value;
    if (c.digits == 2 && separator != TokenKind::dash) year += year <= 40 ? 2000 : 1900;
    if (a.digits > 2 || b.digits > 2 || year < first_year || year > last_year) return std::nullopt;
    if (is_month_and_day(b.value, a.value)) {  // day first, as all the world but the United States
      event.date = calendar_date(year, b.value, a.value);
      return event;
    }
    if (is_month_and_day(a.value, b.value)) {
      event.date = calendar_date(year, a.value, b.value);
      return event;
    }
    return std::nullopt;
  }
  event.end = i + 3;
  if (a.digits <= 2 && is_year(b) && a.value >= 1 && a.value <= 12) {
    event.date = calendar_date(b.value, a.value, 0);
    return event;
  }
  // 2010-08 is a month, but 2005-08 a range: its second part is larger than the first year's end.
  const bool month_follows =
      is_year(a) && b.digits == 2 && b.value >= 1 && b.value <= 12 && separator != TokenKind::dot;
  if (month_follows && b.value <= a.value % 100) {
    event.date = calendar_date(a.value, b.value, 0);
    return event;
  }
  return std::nullopt;
}

// 2010年8月30日, 2010년 8월
std::optional<Event> ideographic_date(const std::vector<Token>& tokens, std::size_t i) {
  const auto counts = [&tokens](std::size_t at, std::string_view chinese, std::string_view korean) {
    return is_kind(tokens, at, TokenKind::number) &&
           (is_word(tokens, at + 1, chinese) || is_word(tokens, at + 1, korean));
  };
  if (!counts(i, "年", "년") || tokens[i].digits != 4) return std::nullopt;
  Event event;
  event.first = i;
  event.end = i + 2;
  event.date = calendar_date(tokens[i].value, 0, 0);
  if (counts(i + 2, "月", "월") && tokens[i + 2].value >= 1 && tokens[i + 2].value <= 12) {
    event.date.month = static_cast<std::uint8_t>(tokens[i + 2].value);
    event.end = i + 4;
    const bool day = counts(i + 4, "日", "일") || counts(i + 4, "号", "号");
    if (day && is_day(tokens, i + 4)) {
      event.date.day = static_cast<std::uint8_t>(tokens[i + 4].value);
      event.end = i + 6;
    }
  }
  return event;
}

enum class Era : std::uint8_t { none, before, common };

// The era printed from token `i` on, and where it ends: "BC", "B.C.", "v. Chr.", "AD".
std::pair<Era, std::size_t> era_at(const std::vector<Token>& tokens, std::size_t i) {
  std::string joined;
  for (int words = 0; words < 3 && i < tokens.size();) {
    if (tokens[i].kind == TokenKind::dot || tokens[i].kind == TokenKind::dash) {
      ++i;
      continue;
    }
    if (tokens[i].kind != TokenKind::word || tokens[i].folded.size() > 9) break;
    joined += tokens[i].folded;
    ++i;
    ++words;
    if (joined == "a" || joined == "av" || joined == "v" || joined == "b" || joined == "avj" || joined == "bc") {
      if (joined != "bc") continue;
      const bool longer = is_kind(tokens, i, TokenKind::dot) && is_word(tokens, i + 1, "e");
      return {Era::before, longer ? i + 2 : i};
    }
    if (work::is_bc_mark(joined)) return {Era::before, i};
    if (joined == "ad" || joined == "ce" || joined == "dc" || joined == "nchr") return {Era::common, i};
    break;
  }
  return {Era::none, i};
}

// The number at `i` as a year, with its letter, its era and the marks of doubt around it.
std::optional<Event> year_at(const std::vector<Token>& tokens, std::size_t i) {
  const Token& token = tokens[i];
  if (token.kind != TokenKind::number || token.digits > 4 || token.value == 0) return std::nullopt;
  Event event;
  event.first = i;
  event.end = i + 1;
  int year = token.value;
  const auto [era, era_end] = era_at(tokens, i + 1);
  const bool era_before = i > 0 && (is_word(tokens, i - 1, "ad") || (i > 1 && is_word(tokens, i - 2, "ad")));
  if (era != Era::none) {
    if (era == Era::before) year = -year;
    event.end = era_end;
  } else if (!is_year(token) && !era_before) {
    return std::nullopt;
  }
  event.date.year = static_cast<std::int16_t>(year);
  const std::size_t next = i + 1;
  if (era == Era::none && is_kind(tokens, next, TokenKind::word)) {
    const std::string& letters = tokens[next].folded;
    const bool last_letter = next + 1 == tokens.size();
    const bool one_letter = letters.size() == 1 && letters[0] >= 'a' && letters[0] <= 'z';
    if (one_letter && letters != "s" && (is_glued(tokens, next) || last_letter)) {
      event.suffix = letters;
      event.end = next + 1;
    } else if (letters == "s" && is_glued(tokens, next)) {
      event.circa = true;  // the 1990s
      event.end = next + 1;
    }
  }
  if (event.end < tokens.size() && tokens[event.end].mark == U'?') event.circa = true;
  std::size_t before = i;
  if (before > 0 && tokens[before - 1].kind == TokenKind::dot) --before;
  if (before > 0 && tokens[before - 1].kind == TokenKind::word && work::is_circa(tokens[before - 1].folded)) {
    const bool copyright = before == i && is_glued(tokens, i) && tokens[before - 1].folded == "c";  // "c1998"
    event.circa = event.circa || !copyright;
  }
  if (i > 0 && tokens[i - 1].mark == U'~') event.circa = true;
  return event;
}

bool is_ordinal_mark(const std::vector<Token>& tokens, std::size_t i) {
  static constexpr std::array<std::string_view, 9> marks = {"st", "nd", "rd", "th", "er", "o", "a", "e", "eme"};
  if (!is_glued(tokens, i)) return false;
  if (tokens[i].kind != TokenKind::word) return tokens[i].mark == U'º' || tokens[i].mark == U'°';
  return std::find(marks.begin(), marks.end(), tokens[i].folded) != marks.end();
}

bool is_filler(const std::vector<Token>& tokens, std::size_t i) {
  static constexpr std::array<std::string_view, 9> words = {"of", "de", "the", "den", "del", "di", "d", "o", "em"};
  if (tokens[i].kind == TokenKind::dot || tokens[i].kind == TokenKind::comma) return true;
  if (tokens[i].kind == TokenKind::word) {
    return std::find(words.begin(), words.end(), tokens[i].folded) != words.end() || is_ordinal_mark(tokens, i);
  }
  return tokens[i].mark == U'º' || tokens[i].mark == U'°';
}

bool is_time(const std::vector<Token>& tokens, std::size_t i) {
  return (i + 1 < tokens.size() && tokens[i + 1].mark == U':') || (i > 0 && tokens[i - 1].mark == U':');
}

constexpr std::size_t most_fillers = 3;

// The month named at `i` with the day or days beside it.
std::optional<Event> month_at(const std::vector<Token>& tokens, std::size_t i, std::size_t after_last_event) {
  if (tokens[i].kind != TokenKind::word) return std::nullopt;
  Event event;
  event.date.month = work::month_of(tokens[i].folded);
  if (event.date.month == 0) return std::nullopt;
  event.first = i;
  event.end = i + 1;
  std::size_t left = i;
  for (std::size_t n = 0; n < most_fillers && left > after_last_event && is_filler(tokens, left - 1); ++n) --left;
  if (left > after_last_event && is_day(tokens, left - 1) && !is_time(tokens, left - 1)) {
    event.first = left - 1;
    event.date.day = static_cast<std::uint8_t>(tokens[left - 1].value);
    const std::size_t dash = left - 2;
    const bool range = left >= 3 && left - 3 >= after_last_event &&
                       (is_kind(tokens, dash, TokenKind::dash) || is_kind(tokens, dash, TokenKind::slash)) &&
                       is_day(tokens, left - 3);
    if (range) {
      event.range_days = -tokens[left - 3].value;
      event.first = left - 3;
    }
    return event;
  }
  std::size_t right = i + 1;
  for (std::size_t n = 0; n < most_fillers && right < tokens.size() && is_filler(tokens, right); ++n) ++right;
  if (!is_day(tokens, right) || is_time(tokens, right)) return event;
  event.date.day = static_cast<std::uint8_t>(tokens[right].value);
  event.end = right + 1;
  if (event.end < tokens.size() && is_ordinal_mark(tokens, event.end)) ++event.end;
  if (is_kind(tokens, event.end, TokenKind::dash) && is_day(tokens, event.end + 1)) {
    const bool next_month = event.end + 2 < tokens.size() && tokens[event.end + 2].kind == TokenKind::word &&
                            work::month_of(tokens[event.end + 2].folded) != 0;
    if (!next_month) {
      event.range_days = tokens[event.end + 1].value;
      event.end += 2;
    }
  }
  return event;
}

std::optional<Event> season_at(const std::vector<Token>& tokens, std::size_t i) {
  if (tokens[i].kind != TokenKind::word) return std::nullopt;
  Event event;
  event.date.season = work::season_of(tokens[i].folded);
  if (event.date.season == 0) return std::nullopt;
  event.first = i;
  event.end = i + 1;
  return event;
}

// 2005-08, 1996-7, 1998/99: the second year, of the century of the first.
std::optional<Event> abbreviated_year(const std::vector<Token>& tokens, const Event& year) {
  const std::size_t i = year.end + 1;
  const bool range = is_kind(tokens, year.end, TokenKind::dash) || is_kind(tokens, year.end, TokenKind::slash);
  if (!range || !is_kind(tokens, i, TokenKind::number) || year.date.year < first_year) return std::nullopt;
  const int unit = tokens[i].digits == 1 ? 10 : tokens[i].digits == 2 ? 100 : 0;
  if (unit == 0 || !is_glued(tokens, i) || tokens[i].value <= year.date.year % unit) return std::nullopt;
  Event event;
  event.first = i;
  event.end = i + 1;
  event.date.year = static_cast<std::int16_t>(year.date.year - year.date.year % unit + tokens[i].value);
  if (is_kind(tokens, i + 1, TokenKind::word) && is_glued(tokens, i + 1) && tokens[i + 1].folded.size() == 1) {
    event.suffix = tokens[i + 1].folded;
    ++event.end;
  }
  return event;
}

std::vector<Event> find_events(const std::vector<Token>& tokens) {
  std::vector<Event> events;
  int depth = 0;
  for (std::size_t i = 0; i < tokens.size();) {
    if (tokens[i].kind == TokenKind::open) ++depth;
    if (tokens[i].kind == TokenKind::close && depth > 0) --depth;
    std::optional<Event> event;
    if (tokens[i].kind == TokenKind::number) {
      event = numeric_date(tokens, i);
      if (!event) event = ideographic_date(tokens, i);
      if (!event) event = year_at(tokens, i);
    } else if (tokens[i].kind == TokenKind::word) {
      event = month_at(tokens, i, events.empty() ? 0 : events.back().end);
      if (!event) event = season_at(tokens, i);
    }
    if (!event) {
      ++i;
      continue;
    }
    event->bracketed = depth > 0;
    i = std::max(event->end, i + 1);
    events.push_back(std::move(*event));
    if (events.back().date.month == 0 && events.back().date.season == 0) {
      if (std::optional<Event> second = abbreviated_year(tokens, events.back())) {
        second->bracketed = depth > 0;
        i = second->end;
        events.push_back(std::move(*second));
      }
    }
  }
  return events;
}

// ---------------------------------------------------------------- one date from its parts

bool joined_as_range(const std::vector<Token>& tokens, const Event& a, const Event& b) {
  if (b.first - std::min(a.end, b.first) > 4) return false;
  for (std::size_t i = a.end; i < b.first; ++i) {
    const Token& token = tokens[i];
    if (token.kind == TokenKind::dash || token.kind == TokenKind::slash) return true;
    if (token.kind == TokenKind::word && work::is_range_word(token.folded)) return true;
  }
  return false;
}

bool tells_of_reprint(const std::vector<Token>& tokens) {
  static constexpr std::array<std::string_view, 9> stems = {"orig", "repr",   "rpt",   "nachdr", "reimp",
                                                            "reed", "reissu", "first", "zuerst"};
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.kind == TokenKind::word && std::any_of(stems.begin(), stems.end(), [&token](std::string_view stem) {
             return token.folded.starts_with(stem);
           });
  });
}

// Takes what `date` lacks from `more`; false, and nothing taken, where they contradict each other.
bool fill(CalendarDate& date, const CalendarDate& more) {
  const auto clash = [](int a, int b) { return a != 0 && b != 0 && a != b; };
  if (clash(date.year, more.year) || clash(date.month, more.month) || clash(date.day, more.day) ||
      clash(date.season, more.season)) {
    return false;
  }
  if (date.year == 0) date.year = more.year;
  if (date.month == 0) date.month = more.month;
  if (date.day == 0) date.day = more.day;
  if (date.season == 0 && date.month == 0) date.season = more.season;
  return true;
}

// Years far apart with a slash between them are an old edition and a new one (APA: 1979/2011).
constexpr int longest_slashed_range = 2;

bool is_original_and_reprint(const std::vector<Token>& tokens, const Event& a, const Event& b, bool range) {
  if (a.date.year == 0 || b.date.year == 0 || a.date.year == b.date.year) return false;
  if (a.bracketed != b.bracketed) return true;
  if (!range) return tells_of_reprint(tokens);
  const bool slash = a.end < tokens.size() && tokens[a.end].kind == TokenKind::slash && b.first == a.end + 1;
  const bool years_only = a.date.month == 0 && b.date.month == 0;
  return slash && years_only && std::abs(b.date.year - a.date.year) > longest_slashed_range;
}

class Assembler {
 public:
  explicit Assembler(const std::vector<Token>& tokens) : tokens_(tokens) {}

  void add(const Event& event) {
    const bool range = last_ != nullptr && joined_as_range(tokens_, *last_, event);
    if (date_.suffix.empty()) date_.suffix = event.suffix;
    date_.circa = date_.circa || event.circa;
    if (last_year_ != nullptr && event.date.year != 0 && !date_.original &&
        is_original_and_reprint(tokens_, *last_year_, event, range)) {
      set_original(event);
    } else if (parts_.empty()) {
      parts_.push_back(event.date);
    } else if (range && parts_.size() == 1) {
      parts_.push_back(event.date);
    } else if (CalendarDate filled = parts_.back(); fill(filled, event.date)) {
      parts_.back() = filled;
    }
    add_days(event);
    last_ = &event;
    if (event.date.year != 0) last_year_ = &event;
  }

  Date finish() && {
    if (parts_.empty()) return std::move(date_);
    date_.start = parts_.front();
    if (parts_.size() > 1) {
      date_.end = parts_.back();
      complete_range(*date_.start, *date_.end);
    }
    return std::move(date_);
  }

 private:
  void set_original(const Event& event) {
    CalendarDate& known = parts_.back();
    if (event.date.year < known.year) {
      date_.original = event.date;
    } else {
      date_.original = calendar_date(known.year, 0, 0);
      known = event.date;
    }
  }

  // "18-20 July" holds two days.
  void add_days(const Event& event) {
    if (event.range_days == 0 || parts_.size() != 1) return;
    CalendarDate other = parts_.back();
    other.day = static_cast<std::uint8_t>(std::abs(event.range_days));
    parts_.insert(event.range_days < 0 ? parts_.begin() : parts_.end(), other);
  }

  static void complete_range(CalendarDate& start, CalendarDate& end) {
    if (start.year == 0) start.year = end.year;
    if (end.year == 0) end.year = start.year;
    if (start.month == 0 && start.day != 0) start.month = end.month;
    if (end.month == 0 && end.day != 0) end.month = start.month;
    // "December-January 2005" began the year before.
    if (start.year == end.year && end.year > first_year && start.month > end.month && end.month != 0) --start.year;
  }

  const std::vector<Token>& tokens_;
  Date date_;
  std::vector<CalendarDate> parts_;
  const Event* last_ = nullptr;
  const Event* last_year_ = nullptr;
};

Date assemble(const std::vector<Token>& tokens, const std::vector<Event>& events) {
  Assembler assembler(tokens);
  for (const Event& event : events) assembler.add(event);
  return std::move(assembler).finish();
}

// ---------------------------------------------------------------- words in place of a date

constexpr std::size_t longest_placeholder = 12;  // words

void read_placeholder(const std::vector<Token>& tokens, Date& date) {
  if (tokens.size() > 2 * longest_placeholder) return;
  std::vector<std::string_view> words;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::word) words.push_back(token.folded);
  }
  const auto joined = [](std::span<const std::string_view> parts) {
    std::string all;
    for (const std::string_view part : parts) all += part;
    return all;
  };
  std::span<const std::string_view> all(words);
  std::string_view term = work::placeholder_of(joined(all));
  const bool letter_at_end =
      !words.empty() && words.back().size() == 1 && words.back()[0] >= 'a' && words.back()[0] <= 'z';
  if (term.empty() && words.size() > 1 && letter_at_end && !date.start) {  // "n.d.-a"
    term = work::placeholder_of(joined(all.first(all.size() - 1)));
    if (!term.empty()) date.suffix = words.back();
  }
  if (term.empty() || (date.start && term == "n.d.")) return;
  date.literal = term;
}

bool is_only_month(const std::vector<Token>& tokens, const Date& date) {
  const std::size_t expected = date.end ? 2 : 1;
  return static_cast<std::size_t>(std::count_if(tokens.begin(), tokens.end(), [](const Token& token) {
           return token.kind == TokenKind::word;
         })) <= expected;
}

}  // namespace
}  // namespace citegraph
