// The years of citations, and what stands for a year.
#pragma once

#include <cstdint>
#include <optional>

#include "citegraph/date.hpp"

#include "citation/locator.hpp"
#include "citation/tokens.hpp"

namespace citegraph::citation {

// A year of a citation, and the tokens it fills.
struct Dated {
  Date date;
  std::uint32_t first = 0;
  std::uint32_t end = 0;  // the token after it
  bool doubtful = false;  // only a known author makes it a date
  std::optional<Locator> locator;
};

// "1997a", "2011 [1979]", "1979/2011", and within brackets "in press", "n.d.", "no prelo"; nothing for a number that
// only looks like a year ("13.2009", "1999-2005").
std::optional<Dated> read_date(const Body& body, std::uint32_t at);

// "20003": the year 2000 and the mark of a note that lost its superscript, or a slip of the hand. Doubtful.
std::optional<Dated> read_noted_year(const Body& body, std::uint32_t at);

// The token before which the names end: punctuation, day and month ("18 July 2000"), and the place in a classical work
// ("VI 40, 2010") stand between them and the year. Not before `floor`.
std::uint32_t end_of_names(const Body& body, std::uint32_t year, std::uint32_t floor);

// The same for the place in a classical work alone.
std::uint32_t before_book_and_chapter(const Body& body, std::uint32_t end, std::uint32_t floor);

}  // namespace citegraph::citation
