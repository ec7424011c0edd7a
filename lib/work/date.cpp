#include "citegraph/date.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <utility>
#include <vector>

#include "work/date_events.hpp"
#include "work/date_tokens.hpp"
#include "work/date_words.hpp"

namespace citegraph {
namespace {

using work::DateEvent;
using work::DateToken;
using work::DateTokenKind;
using DateTokens = std::vector<DateToken>;

Date assemble(const DateTokens& tokens, const std::vector<DateEvent>& events);
void read_placeholder(const DateTokens& tokens, Date& date);
bool is_only_month(const DateTokens& tokens, const Date& date);
bool fill(CalendarDate& date, const CalendarDate& more);

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  const std::vector<DateToken> tokens = work::tokenise_date(text);
  Date date = assemble(tokens, work::find_date_events(tokens));
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

bool joined_as_range(const DateTokens& tokens, const DateEvent& a, const DateEvent& b) {
  if (b.first - std::min(a.end, b.first) > 4) return false;
  for (std::size_t i = a.end; i < b.first; ++i) {
    const DateToken& token = tokens[i];
    if (token.kind == DateTokenKind::dash || token.kind == DateTokenKind::slash) return true;
    if (token.kind == DateTokenKind::word && work::is_range_word(token.folded)) return true;
  }
  return false;
}

bool tells_of_reprint(const DateTokens& tokens) {
  static constexpr std::array<std::string_view, 9> stems = {"orig", "repr",   "rpt",   "nachdr", "reimp",
                                                            "reed", "reissu", "first", "zuerst"};
  return std::any_of(tokens.begin(), tokens.end(), [](const DateToken& token) {
    return token.kind == DateTokenKind::word &&
           std::any_of(stems.begin(), stems.end(),
                       [&token](std::string_view stem) { return token.folded.starts_with(stem); });
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

bool is_original_and_reprint(const DateTokens& tokens, const DateEvent& a, const DateEvent& b, bool range) {
  if (a.date.year == 0 || b.date.year == 0 || a.date.year == b.date.year) return false;
  if (a.bracketed != b.bracketed) return true;
  if (range && b.date.year < a.date.year) return true;
  if (!range) return tells_of_reprint(tokens);
  const bool slash = a.end < tokens.size() && tokens[a.end].kind == DateTokenKind::slash && b.first == a.end + 1;
  const bool years_only = a.date.month == 0 && b.date.month == 0;
  return slash && years_only && std::abs(b.date.year - a.date.year) > longest_slashed_range;
}

CalendarDate only_year(std::int16_t year) noexcept {
  CalendarDate date;
  date.year = year;
  return date;
}

class Assembler {
 public:
  explicit Assembler(const DateTokens& tokens) : tokens_(tokens) {}

  void add(const DateEvent& event) {
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
  void set_original(const DateEvent& event) {
    CalendarDate& known = parts_.back();
    if (event.date.year > known.year && known.month != 0) return;  // a day is not printed of a first edition
    if (event.date.year < known.year) {
      date_.original = event.date;
    } else {
      date_.original = only_year(known.year);
      known = event.date;
    }
  }

  // "18-20 July" holds two days.
  void add_days(const DateEvent& event) {
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
    if (start.year == end.year && end.year > work::first_year && start.month > end.month && end.month != 0)
      --start.year;
  }

  const DateTokens& tokens_;
  Date date_;
  std::vector<CalendarDate> parts_;
  const DateEvent* last_ = nullptr;
  const DateEvent* last_year_ = nullptr;
};

Date assemble(const DateTokens& tokens, const std::vector<DateEvent>& events) {
  Assembler assembler(tokens);
  for (const DateEvent& event : events) assembler.add(event);
  return std::move(assembler).finish();
}

// ---------------------------------------------------------------- words in place of a date

constexpr std::size_t longest_placeholder = 12;  // words

void read_placeholder(const DateTokens& tokens, Date& date) {
  if (tokens.size() > 2 * longest_placeholder) return;
  std::vector<std::string_view> words;
  for (const DateToken& token : tokens) {
    if (token.kind == DateTokenKind::word) words.push_back(token.folded);
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

bool is_only_month(const DateTokens& tokens, const Date& date) {
  const std::size_t expected = date.end ? 2 : 1;
  return static_cast<std::size_t>(std::count_if(tokens.begin(), tokens.end(), [](const DateToken& token) {
           return token.kind == DateTokenKind::word;
         })) <= expected;
}

}  // namespace
}  // namespace citegraph
