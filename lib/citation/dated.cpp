#include "citation/dated.hpp"

#include <string>
#include <string_view>

#include "citation/names.hpp"
#include "citation/words.hpp"
#include "text/fold.hpp"

namespace citegraph::citation {
namespace {

// Stands for a year. Words are folded, with a stop, a blank or a slash between them.
struct UndatedRow {
  std::string_view first;
  std::string_view second;   // empty where one word is all
  std::string_view literal;  // as `Date::literal` has it
};
constexpr UndatedRow undated[] = {
    {"accepted", "", "accepted"},
    {"em", "preparacao", "in preparation"},
    {"en", "prensa", "in press"},
    {"forthcoming", "", "forthcoming"},
    {"im", "druck", "in press"},
    {"in", "prep", "in preparation"},
    {"in", "preparation", "in preparation"},
    {"in", "press", "in press"},
    {"in", "review", "in review"},
    {"n", "d", "n.d."},
    {"nd", "", "n.d."},
    {"no", "date", "n.d."},
    {"no", "prelo", "in press"},
    {"o", "j", "n.d."},
    {"s", "d", "n.d."},
    {"s", "f", "n.d."},
    {"sem", "data", "n.d."},
    {"sin", "fecha", "n.d."},
    {"sous", "presse", "in press"},
    {"submitted", "", "submitted"},
    {"unpublished", "", "unpublished"},
};

// "0.2009", "13.2009", "1999-2005", "2009-1212", "2,2009.5"
bool is_part_of_number(const Body& body, std::uint32_t at) {
  const auto attached = [&](std::uint32_t token) { return !body[token].after_space; };
  const auto digits = [&](std::uint32_t token) {
    return body.kind(token) == TokenKind::number || body.kind(token) == TokenKind::year;
  };
  if (at > 1 && attached(at) && attached(at - 1) && digits(at - 2) &&
      (body.kind(at - 1) == TokenKind::period || body.kind(at - 1) == TokenKind::dash))
    return true;
  if (body.kind(at + 1) == TokenKind::dash && digits(at + 2)) return true;
  return body.kind(at + 1) == TokenKind::period && attached(at + 1) && digits(at + 2) && attached(at + 2);
}

Date date_of(std::string_view year_token) {
  Date date;
  date.start = CalendarDate{.year = static_cast<std::int16_t>(year_value(year_token))};
  date.suffix = year_suffix(year_token);
  return date;
}

// "2011 [1979]" and "1979/2011": the first publication beside the issue.
void read_second_year(const Body& body, Dated& dated) {
  const std::uint32_t at = dated.end;
  if (body.kind(at) == TokenKind::open && body.kind(at + 1) == TokenKind::year &&
      body.kind(at + 2) == TokenKind::close) {
    dated.date.original = CalendarDate{.year = static_cast<std::int16_t>(year_value(body.text(at + 1)))};
    dated.end = at + 3;
  } else if (body.kind(at) == TokenKind::slash && body.kind(at + 1) == TokenKind::year) {
    Date later = date_of(body.text(at + 1));
    later.original = dated.date.start;
    dated.date = later;
    dated.end = at + 2;
  } else if (body.kind(at) == TokenKind::close && dated.first > 0 && body.kind(dated.first - 1) == TokenKind::open &&
             body.kind(at + 1) == TokenKind::year && body.bracket(dated.first - 1) != no_token) {  // "([1979] 2011)"
    Date later = date_of(body.text(at + 1));
    later.original = dated.date.start;
    dated.date = later;
    --dated.first;
    dated.end = at + 2;
  }
}

bool read_undated(const Body& body, std::uint32_t at, Dated& dated) {
  const std::string_view first = body.folded(at);
  for (const UndatedRow& row : undated) {
    if (row.first != first) continue;
    std::uint32_t end = at + 1;
    if (!row.second.empty()) {
      if (body.kind(end) == TokenKind::period || body.kind(end) == TokenKind::slash) ++end;
      if (body.kind(end) != TokenKind::word || body.folded(end) != row.second) continue;
      ++end;
    }
    if (body.kind(end) == TokenKind::period && !body[end].after_space) ++end;
    if (body.kind(end) == TokenKind::word) continue;
    dated.first = at;
    dated.end = end;
    dated.date.literal = row.literal;
    return true;
  }
  return false;
}

}  // namespace

std::optional<Dated> read_date(const Body& body, std::uint32_t at) {
  Dated dated;
  if (body.kind(at) == TokenKind::year) {
    if (is_part_of_number(body, at)) return std::nullopt;
    dated.first = at;
    dated.end = at + 1;
    dated.date = date_of(body.text(at));
    read_second_year(body, dated);
    return dated;
  }
  if (body.kind(at) != TokenKind::word || body.bracket(at) == no_token || !read_undated(body, at, dated))
    return std::nullopt;
  return dated;
}

std::optional<Dated> read_noted_year(const Body& body, std::uint32_t at) {
  const std::string_view digits = body.text(at);
  if (body.kind(at) != TokenKind::number || digits.size() < 5 || digits.size() > 6) return std::nullopt;
  const std::string_view year = digits.substr(0, 4);
  if (!is_year(year) || is_part_of_number(body, at)) return std::nullopt;
  Dated dated;
  dated.first = at;
  dated.end = at + 1;
  dated.date = date_of(year);
  dated.doubtful = true;
  return dated;
}

std::uint32_t end_of_names(const Body& body, std::uint32_t year, std::uint32_t floor) {
  std::uint32_t end = year;
  bool month = false;
  const auto skip_marks = [&] {
    while (end > floor) {
      const TokenKind kind = body.kind(end - 1);
      if (kind != TokenKind::comma && kind != TokenKind::period && kind != TokenKind::colon &&
          kind != TokenKind::semicolon)
        break;
      if (kind == TokenKind::period && end - 1 > floor && is_initials(body.text(end - 2)) && !body[end - 1].after_space)
        break;
      --end;
    }
  };
  skip_marks();
  // "24/5/", "18 July", "July 18,", "de 2 de outubro de"
  std::uint32_t at = end;
  while (at > floor && year - at < 8) {
    const TokenKind kind = body.kind(at - 1);
    const std::string_view word = kind == TokenKind::word ? body.folded(at - 1) : std::string_view{};
    if (kind == TokenKind::number && body.text(at - 1).size() <= 2) {
      --at;
    } else if (kind == TokenKind::slash || is_month(word)) {
      month = true;
      --at;
    } else if (word == "de" || (kind == TokenKind::comma && at > floor + 1)) {
      --at;
    } else if (kind == TokenKind::period && month) {
      --at;
    } else {
      break;
    }
  }
  if (month && at < end) {
    end = at;
    skip_marks();
    return end;
  }
  return before_book_and_chapter(body, end, floor);
}

std::uint32_t before_book_and_chapter(const Body& body, std::uint32_t end, std::uint32_t floor) {
  std::uint32_t at = end;
  bool roman = false;
  while (at > floor && end - at < 6) {
    const TokenKind kind = body.kind(at - 1);
    const bool is_roman = kind == TokenKind::word && body[at - 1].capital &&
                          body.text(at - 1).find_first_not_of("IVXLC") == std::string_view::npos;
    roman = roman || is_roman;
    if (!is_roman && kind != TokenKind::number && kind != TokenKind::comma && kind != TokenKind::dash &&
        kind != TokenKind::period)
      break;
    --at;
  }
  return roman ? at : end;
}

}  // namespace citegraph::citation
