#include <string>

#include "citegraph/date.hpp"
#include "citegraph/identifier.hpp"
#include "citegraph/name.hpp"
#include "citegraph/pages.hpp"

#include "fuzz/require.hpp"
#include "fuzz/targets.hpp"
#include "soundness.hpp"

namespace citegraph::fuzz {
namespace {

// Parts of a text that is UTF-8 are UTF-8.
void require_text(std::string_view given, std::string_view read) {
  require(is_utf8(read) || !is_utf8(given), "what is read of UTF-8 is UTF-8");
}

void read_names(std::string_view text) {
  const Name name = parse_name(text);
  require(name == parse_name(text), "the same name twice");
  require_text(text, to_string(name));
  require_text(text, name.cited_form());
  for (const Name& one : parse_names(text).names) {
    require_text(text, to_string(one));
    require(one != Name{}, "a name of a list says something");
  }
}

bool is_possible(const CalendarDate& date) { return date.month <= 12 && date.day <= 31 && date.season <= 4; }

void read_date(std::string_view text) {
  const std::optional<Date> date = parse_date(text);
  require(date == parse_date(text), "the same date twice");
  if (!date) return;
  require(date->start || !date->literal.empty(), "a date says something");
  for (const auto& day : {date->start, date->end, date->original})
    require(!day || is_possible(*day), "a date of the calendar");
  require_text(text, to_string(*date));
  require_text(text, date->suffix);
  require(merge(*date, *date) == *date, "a date adds nothing to itself");
}

void read_pages(std::string_view text) {
  const std::optional<Pages> pages = parse_pages(text);
  require(pages == parse_pages(text), "the same pages twice");
  if (!pages) return;
  require(!pages->ranges.empty(), "pages have a range");
  require_text(text, to_string(*pages));
}

void read_identifiers(std::string_view text) {
  std::uint32_t end = 0;
  for (const FoundIdentifier& found : find_identifiers(text)) {
    require(!found.span.empty() && test::lies_in(found.span, text), "an identifier lies in its text");
    require(found.span.start >= end, "identifiers do not overlap");
    require(!found.identifier.value.empty(), "an identifier says something");
    require_text(text, found.identifier.value);
    end = found.span.end;
  }
  require(parse_identifier(text) == parse_identifier(text), "the same identifier twice");
}

}  // namespace

void names_and_dates(std::string_view bytes) {
  read_names(bytes);
  read_date(bytes);
  read_pages(bytes);
  read_identifiers(bytes);
}

}  // namespace citegraph::fuzz
