#include "reference/normaliser/normaliser.hpp"

#include <gtest/gtest.h>
#include <ostream>
#include <string>

#include "notation.hpp"

namespace citegraph::reference {
namespace {

// "author=Adler/T. B.; title=On ice": all that is set, in the order of the variables.
std::string describe(const Work& work) {
  std::string out;
  const auto add = [&](std::string_view name, const std::string& value) {
    out += (out.empty() ? "" : "; ") + std::string(name) + "=" + value;
  };
  for (const auto& [variable, names] : work.names()) {
    std::string value;
    for (const Name& name : names)
      value += (value.empty() ? "" : " & ") + (name.is_literal() ? name.literal : name.family + "/" + name.given);
    add(to_string(variable), value + (work.has_others(variable) ? " et al." : ""));
  }
  for (const auto& [variable, date] : work.dates()) add(to_string(variable), to_string(date) + date.suffix);
  for (const auto& [variable, text] : work.texts()) add(to_string(variable), text);
  return out;
}

struct Case {
  const char* trait;
  const char* labelled;
  const char* work;
};

void PrintTo(const Case& row, std::ostream* out) { *out << row.trait; }

class NormaliserTest : public testing::TestWithParam<Case> {};

TEST_P(NormaliserTest, MakesAWork) {
  const test::Labelled entry = test::read_labelled(GetParam().labelled);
  EXPECT_EQ(describe(normalise(entry.text, entry.segments)), GetParam().work);
}

INSTANTIATE_TEST_SUITE_P(
    , NormaliserTest,
    testing::Values(
        Case{"names", "{author:Adler, T. B. and Brandt, K}. {title:On ice}.",
             "author=Adler/T. B. & Brandt/K.; title=On ice"},
        Case{"et_al", "{author:Adler, T., et al}. {title:On ice}.", "author=Adler/T. et al.; title=On ice"},
        Case{"two_pieces_of_names", "{author:Adler, T.} {title:On ice} {author:Brandt, K.}",
             "author=Adler/T. & Brandt/K.; title=On ice"},
        Case{"day_after_year", "({date:2000}). {title:On ice}, {date:18 July}.", "issued=2000-07-18; title=On ice"},
        Case{"day_before_year", "{title:On ice}, {date:18 July} ({date:2000}).", "issued=2000-07-18; title=On ice"},
        Case{"year_suffix", "({date:1997a}) {title:On ice}", "issued=1997a; title=On ice"},
        Case{"undated", "({date:n.d}.) {title:On ice}", "issued=n.d.; title=On ice"},
        Case{"pages_completed", "{title:On ice}, {pages:145-68}", "title=On ice; page=145-168"},
        Case{"page_count", "{title:On ice}, {pages:158 p}.", "title=On ice; number-of-pages=158"},
        Case{"question_mark_belongs_to_the_title", "\"{title:Brothers again}?\" {container-title:Water}",
             "title=Brothers again?; container-title=Water"},
        Case{"comma_and_quotes_do_not", "{title:\"On ice,\"} {volume:3}", "title=On ice; volume=3"},
        Case{"inner_quotes_do", "{title:The 'new' river and \"us\" again}", "title=The 'new' river and \"us\" again"},
        Case{"colon_at_the_end_does_not", "{title:Both rivers gain:}", "title=Both rivers gain"},
        Case{"stop_of_an_abbreviation_does", "{title:Rivers of the U.S.}", "title=Rivers of the U.S."},
        Case{"line_break_is_a_blank", "{title:On ice\nand snow}", "title=On ice and snow"},
        Case{"doi", "doi:{doi:10.1000/ICE.12}", "DOI=10.1000/ice.12"},
        Case{"pmid_bare", "{title:On ice} {eprint:30460196}", "title=On ice; PMID=30460196"},
        Case{"url", "{title:On ice}, {url:www.ice.example}", "title=On ice; URL=www.ice.example"},
        Case{"accessed", "{title:On ice} {accessed:3 May 2012}", "accessed=2012-05-03; title=On ice"},
        Case{"the_same_twice", "{doi:10.1000/ice} https://doi.org/{doi:10.1000/ice}", "DOI=10.1000/ice"},
        Case{"number_and_other_are_left_out", "[{citation-number:3}] {title:On ice} {other:x}", "title=On ice"},
        Case{"nothing", "words only", ""}),
    [](const auto& row) { return row.param.trait; });

}  // namespace
}  // namespace citegraph::reference
