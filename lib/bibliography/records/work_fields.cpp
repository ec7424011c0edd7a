#include "bibliography/records/work_fields.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace citegraph::bibliography::records {

std::string normal_doi(std::string_view printed) {
  printed = text::trim(printed);
  const std::size_t start = printed.find("10.");
  if (start == std::string_view::npos) return {};
  printed.remove_prefix(start);
  if (printed.find('/') == std::string_view::npos) return {};
  return text::ascii_lower_case(printed);
}

std::optional<Date> iso_date(std::string_view text) {
  std::array<int, 3> parts = {0, 0, 0};
  const char* at = text.data();
  const char* const end = text.data() + text.size();
  for (int& part : parts) {
    const auto [next, error] = std::from_chars(at, end, part);
    if (error != std::errc()) break;
    at = next;
    if (at == end || *at != '-') break;
    ++at;
  }
  const auto [year, month, day] = parts;
  if (year <= 0 || year > 9999) return std::nullopt;
  CalendarDate date{.year = static_cast<std::int16_t>(year), .month = 0, .day = 0, .season = 0};
  if (month >= 1 && month <= 12) {
    date.month = static_cast<std::uint8_t>(month);
    if (day >= 1 && day <= 31) date.day = static_cast<std::uint8_t>(day);
  }
  Date result;
  result.start = date;
  return result;
}

std::string page_range(std::string_view first, std::string_view last) {
  std::string pages(text::trim(first));
  last = text::trim(last);
  if (!pages.empty() && !last.empty() && last != pages) pages.append("-").append(last);
  return pages;
}

WorkType type_of(std::span<const TypeRow> table, std::string_view name) {
  const auto row = std::find_if(table.begin(), table.end(), [name](const TypeRow& each) { return each.name == name; });
  return row == table.end() ? WorkType::document : row->type;
}

}  // namespace citegraph::bibliography::records
