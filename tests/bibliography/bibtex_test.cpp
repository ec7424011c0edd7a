#include "citegraph/bibtex.hpp"

#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <vector>

#include "bibliography/works.hpp"

namespace citegraph {
namespace {

using test::make_work;
using test::WorkSpec;

// The entry without its key, on one line: `article: author {Alder, S.}, title {Tides}`.
std::string entry_of(const Work& work, const BibtexOptions& options) {
  std::ostringstream out;
  write_bibtex(out, std::vector<Work>{work}, options);
  std::istringstream in(out.str());
  std::string line;
  std::getline(in, line);
  std::string entry = line.substr(1, line.find('{') - 1) + ":";
  while (std::getline(in, line) && line != "}") {
    const std::size_t equals = line.find(" = ");
    entry += (entry.ends_with(':') ? " " : ", ") + line.substr(2, equals - 2) + " " +
             line.substr(equals + 3, line.size() - equals - 4);
  }
  return entry;
}

struct Row {
  const char* trait;
  WorkSpec work;
  const char* expected;
};

template <std::size_t Size>
void check(const Row (&rows)[Size], const BibtexOptions& options) {
  for (const Row& row : rows) EXPECT_EQ(entry_of(make_work(row.work), options), row.expected) << row.trait;
}

using V = Variable;
using T = WorkType;

TEST(Bibtex, TypesOfBibtex) {
  const Row rows[] = {
      {"article",
       {T::article_journal,
        "Alder, S., & Birch, T.",
        "18 July 2000",
        "Tides",
        {{V::container_title, "J. Shores"},
         {V::volume, "12"},
         {V::issue, "3"},
         {V::page, "1–5"},
         {V::doi, "10.1/a_b"}}},
       "article: author {Alder, S. and Birch, T.}, title {Tides}, journal {J. Shores}, volume {12}, number {3}, pages "
       "{1--5}, year {2000}, "
       "month jul, day {18}, doi {10.1/a_b}"},
      {"article without journal",
       {T::article_journal, "Alder, S.", "2000", "Tides"},
       "misc: author {Alder, S.}, title {Tides}, year {2000}"},
      {"article without title",
       {T::article_journal, "Alder, S.", "2000", "", {{V::container_title, "Phys. Rev. D"}, {V::volume, "95"}}},
       "article: author {Alder, S.}, journal {Phys. Rev. D}, volume {95}, year {2000}"},
      {"book",
       {T::book,
        "Alder, S.",
        "2000",
        "Tides",
        {{V::publisher, "Shore and Co"}, {V::publisher_place, "Hull"}, {V::edition, "2nd ed."}}},
       "book: author {Alder, S.}, title {Tides}, edition {2nd ed.}, publisher {{Shore and Co}}, address {Hull}, year "
       "{2000}"},
      {"edited book",
       {T::book, "", "2000", "Tides", {}, "Birch, T."},
       "book: editor {Birch, T.}, title {Tides}, year {2000}"},
      {"chapter",
       {T::chapter,
        "Alder, S.",
        "2000",
        "Tides",
        {{V::container_title, "Seas"}, {V::page, "7-9"}, {V::publisher, "P"}},
        "Birch, T."},
       "incollection: author {Alder, S.}, editor {Birch, T.}, title {Tides}, booktitle {Seas}, pages {7--9}, publisher "
       "{P}, year {2000}"},
      {"paper",
       {T::paper_conference, "Alder, S.", "2000", "Tides", {{V::event_title, "Shore Days"}}},
       "inproceedings: author {Alder, S.}, title {Tides}, booktitle {Shore Days}, year {2000}"},
      {"thesis",
       {T::thesis, "Alder, S.", "2000", "Tides", {{V::publisher, "U Hull"}, {V::genre, "PhD thesis"}}},
       "phdthesis: author {Alder, S.}, title {Tides}, school {U Hull}, type {PhD thesis}, year {2000}"},
      {"master's thesis",
       {T::thesis, "Alder, S.", "2000", "Tides", {{V::publisher, "U Hull"}, {V::genre, "Master's thesis"}}},
       "mastersthesis: author {Alder, S.}, title {Tides}, school {U Hull}, type {Master's thesis}, year {2000}"},
      {"report",
       {T::report, "Alder, S.", "2000", "Tides", {{V::publisher, "Sea Office"}, {V::number, "7"}}},
       "techreport: author {Alder, S.}, title {Tides}, number {7}, institution {Sea Office}, year {2000}"},
      {"page on the web",
       {T::webpage, "Sea Office", "2000", "Tides", {{V::url, "www.sea.org"}}},
       "misc: author {{Sea Office}}, title {Tides}, year {2000}, howpublished {\\url{http://www.sea.org}}, url "
       "{http://www.sea.org}"},
      {"what plain.bst sorts by",
       {T::webpage, "", "n.d.", "The Tides of May", {{V::url, "http://a.org/{x}"}}},
       "misc: title {The Tides of May}, year {n.d.}, howpublished {\\url{http://a.org/%7Bx%7D}}, url "
       "{http://a.org/%7Bx%7D}, key {tides may}"},
      {"range of years",
       {T::book, "Alder, S.", "2005-2008", "Tides"},
       "book: author {Alder, S.}, title {Tides}, year {2005--2008}"},
      {"range of months",
       {T::book, "Alder, S.", "May–June 2001", "Tides"},
       "book: author {Alder, S.}, title {Tides}, year {2001}, month may # \"--\" # jun"},
      {"season",
       {T::book, "Alder, S.", "Spring 2001", "Tides"},
       "book: author {Alder, S.}, title {Tides}, year {2001}, month {Spring}"},
      {"in press",
       {T::book, "Alder, S.", "in press", "Tides"},
       "book: author {Alder, S.}, title {Tides}, year {in press}"},
      {"preprint",
       {T::article, "Alder, S.", "2021", "Tides", {{V::arxiv, "2101.00001"}}},
       "misc: author {Alder, S.}, title {Tides}, year {2021}, eprint {2101.00001}, archiveprefix {arXiv}"},
  };
  check(rows, {});
}

TEST(Bibtex, TypesOfBiblatex) {
  const Row rows[] = {
      {"article",
       {T::article_journal,
        "Alder, S.",
        "18 July 2000",
        "Tides",
        {{V::container_title, "J. Shores"},
         {V::volume, "12"},
         {V::issue, "3"},
         {V::page, "e1234"},
         {V::issn, "0317-8471"}}},
       "article: author {Alder, S.}, title {Tides}, journaltitle {J. Shores}, volume {12}, number {3}, eid {e1234}, "
       "date {2000-07-18}, issn "
       "{0317-8471}"},
      {"volume that is no integer",
       {T::article_journal, "Alder, S.", "2000", "Tides", {{V::container_title, "J"}, {V::volume, "XII"}}},
       "article: author {Alder, S.}, title {Tides}, journaltitle {J}, date {2000}, note {vol. XII}"},
      {"newspaper",
       {T::article_newspaper,
        "Alder, S.",
        "2000",
        "Tides",
        {{V::container_title, "Daily Shore"}, {V::publisher_place, "Hull"}}},
       "article: author {Alder, S.}, title {Tides}, journaltitle {Daily Shore}, entrysubtype {newspaper}, date {2000}, "
       "note {Hull}"},
      {"article without author",
       {T::article_newspaper, "", "2000", "Tides", {{V::container_title, "Daily Shore"}, {V::page, "3"}}},
       "misc: title {Tides}, date {2000}, howpublished {Daily Shore, pp.~3}"},
      {"book",
       {T::book,
        "Alder, S.",
        "2000",
        "Tides",
        {{V::publisher, "P"}, {V::publisher_place, "Hull"}, {V::edition, "2nd ed."}, {V::isbn, "9783161484100"}}},
       "book: author {Alder, S.}, title {Tides}, edition {2}, publisher {P}, location {Hull}, date {2000}, isbn "
       "{9783161484100}"},
      {"wrong ISBN",
       {T::book, "Alder, S.", "2000", "Tides", {{V::isbn, "9783161484101"}}},
       "book: author {Alder, S.}, title {Tides}, date {2000}, note {ISBN 9783161484101}"},
      {"edited book",
       {T::book, "", "2000", "Tides", {}, "Birch, T."},
       "collection: editor {Birch, T.}, title {Tides}, date {2000}"},
      {"book of nobody",
       {T::book, "", "2000", "Tides", {{V::publisher, "P"}, {V::volume, "3"}}},
       "misc: title {Tides}, organization {P}, date {2000}, note {vol. 3}"},
      {"chapter",
       {T::chapter, "Alder, S.", "2000", "Tides", {{V::container_title, "Seas"}}, "Birch, T."},
       "incollection: author {Alder, S.}, editor {Birch, T.}, title {Tides}, booktitle {Seas}, date {2000}"},
      {"chapter without editor",
       {T::chapter, "Alder, S.", "2000", "Tides", {{V::container_title, "Seas"}}},
       "inbook: author {Alder, S.}, title {Tides}, booktitle {Seas}, date {2000}"},
      {"thesis",
       {T::thesis, "Alder, S.", "2000", "Tides", {{V::publisher, "U Hull"}}},
       "thesis: author {Alder, S.}, title {Tides}, institution {U Hull}, type {phdthesis}, date {2000}"},
      {"thesis of nowhere",
       {T::thesis, "Alder, S.", "2000", "Tides", {{V::genre, "PhD thesis"}}},
       "misc: author {Alder, S.}, title {Tides}, type {PhD thesis}, date {2000}"},
      {"report",
       {T::report, "Alder, S.", "2000", "Tides", {{V::publisher, "Sea Office"}, {V::number, "7"}}},
       "report: author {Alder, S.}, title {Tides}, number {7}, institution {Sea Office}, type {Report}, date {2000}"},
      {"page on the web",
       {T::webpage, "Sea Office", "2000", "Tides", {{V::url, "www.sea.org"}, {V::container_title, "Sea"}}},
       "online: author {{Sea Office}}, title {Tides}, organization {Sea}, date {2000}, url {http://www.sea.org}"},
      {"page without address",
       {T::webpage, "Sea Office", "2000", "Tides"},
       "misc: author {{Sea Office}}, title {Tides}, date {2000}"},
      {"undated", {T::book, "Alder, S.", "n.d.", "Tides"}, "book: author {Alder, S.}, title {Tides}, date {XXXX}"},
      {"in press",
       {T::book, "Alder, S.", "in press", "Tides"},
       "book: author {Alder, S.}, title {Tides}, date {XXXX}, pubstate {inpress}"},
      {"first published",
       {T::book, "Alder, S.", "2011 [1979]", "Tides"},
       "book: author {Alder, S.}, title {Tides}, date {2011}, origdate {1979}"},
      {"circa", {T::book, "Alder, S.", "c. 1850", "Tides"}, "book: author {Alder, S.}, title {Tides}, date {1850~}"},
      {"dataset",
       {T::dataset, "", "2000", "Tides", {{V::version, "2"}}},
       "dataset: title {Tides}, version {2}, date {2000}"},
      {"PubMed",
       {T::article_journal,
        "Alder, S.",
        "2000",
        "Tides",
        {{V::container_title, "J"}, {V::pmid, "12"}, {V::pmcid, "PMC34"}}},
       "article: author {Alder, S.}, title {Tides}, journaltitle {J}, date {2000}, eprint {12}, eprinttype {pubmed}, "
       "note {PMCID PMC34}"},
      {"article without title",
       {T::article_journal, "Alder, S.", "2000", "", {{V::container_title, "Phys. Rev. D"}, {V::volume, "95"}}},
       "misc: author {Alder, S.}, title {Phys. Rev. D}, date {2000}, howpublished {vol.~95}"},
      {"nothing at all", {}, "misc: title {[Untitled]}, date {XXXX}"},
  };
  check(rows, {.dialect = BibtexDialect::biblatex});
}

TEST(Bibtex, Names) {
  struct NameRow {
    const char* trait;
    std::vector<Name> names;
    bool others;
    const char* expected;
  };
  const auto person = [](const char* family, const char* given) {
    return Name{.family = family,
                .given = given,
                .dropping_particle = {},
                .non_dropping_particle = {},
                .suffix = {},
                .literal = {}};
  };
  const auto literal = [](const char* text) {
    return Name{
        .family = {}, .given = {}, .dropping_particle = {}, .non_dropping_particle = {}, .suffix = {}, .literal = text};
  };
  Name van = person("Elm", "Jan");
  van.non_dropping_particle = "van der";
  Name junior = person("Elm", "Jan");
  junior.suffix = "Jr.";
  Name dropping = person("Elm", "Jan");
  dropping.dropping_particle = "de";
  Name dash = person("Elm", "");
  dash.dropping_particle = "-";
  Name elided = person("Alembert", "J.");
  elided.non_dropping_particle = "d'";
  Name bare_suffix = person("Elm", "");
  bare_suffix.suffix = "Jr.";
  Name quoted = person("Hooft", "Gerard");
  quoted.non_dropping_particle = "'t";
  Name capital = person("Cruz", "Juan");
  capital.non_dropping_particle = "De la";
  Name capital_alone = person("Cruz", "");
  capital_alone.non_dropping_particle = "De la";
  const NameRow rows[] = {
      {"person", {person("Elm", "Jan")}, false, "Elm, Jan"},
      {"family alone", {person("Elm", "")}, false, "Elm"},
      {"two family names alone", {person("Elm Oak", "")}, false, "{Elm Oak}"},
      {"particle", {van}, false, "van der Elm, Jan"},
      {"particle behind an apostrophe", {quoted}, false, "'t Hooft, Gerard"},
      {"particle with a capital", {capital}, false, "De la Cruz, Juan"},
      {"particle with a capital and no comma", {capital_alone}, false, "{De la Cruz}"},
      {"family name with a small letter behind an apostrophe", {person("'t Hooft", "G.")}, false, "{'t Hooft}, G."},
      {"suffix", {junior}, false, "Elm, Jr., Jan"},
      {"suffix without given name", {bare_suffix}, false, "{Elm Jr.}"},
      {"dropping particle", {dropping}, false, "Elm, Jan de"},
      {"elided particle", {elided}, false, "{J. d'Alembert}"},
      {"lower case inside", {person("Elm y Oak", "J")}, false, "{Elm y Oak}, J"},
      {"lower case in front", {person("el-Elm", "J")}, false, "{el-Elm}, J"},
      {"organisation", {literal("Sea Office"), person("Elm", "J")}, false, "{Sea Office} and Elm, J"},
      {"organisation with and", {literal("Seas and Shores")}, false, "{Seas and Shores}"},
      {"an author called others", {literal("others")}, false, "{others}"},
      {"others", {person("Elm", "J")}, true, "Elm, J and others"},
      {"comma inside", {person("Elm, Oak", "J")}, false, "{J Elm, Oak}"},
      {"and inside", {person("Elm and Oak", "J")}, false, "{Elm and Oak}, J"},
      {"equals sign", {literal("a=b")}, false, "{a{\\char61}b}"},
      {"given name alone", {person("", "Jan")}, false, "{Jan}"},
      {"given name without letters", {person("Elm", "-")}, false, "{- Elm}"},
      {"particle without letters", {dash}, false, "{- Elm}"},
      {"braces", {person("El{m", "J")}, false, "El\\textbraceleft{}m, J"},
  };
  for (const NameRow& row : rows) {
    Work work = make_work({.type = WorkType::book, .year = "2000", .title = "T"});
    work.set(NameVariable::author, row.names);
    work.set_others(NameVariable::author, row.others);
    EXPECT_EQ(entry_of(work, {}), "book: author {" + std::string(row.expected) + "}, title {T}, year {2000}")
        << row.trait;
  }
}

TEST(Bibtex, Charset) {
  const Work work = make_work({WorkType::book, "Žižek, Đ.", "2000", "Über DNA – “x”"});
  EXPECT_EQ(entry_of(work, {.charset = Charset::latex}),
            "book: author {{\\v{Z}}i{\\v{z}}ek, {\\DJ}.}, title {{\\\"U}ber {DNA} -- ``x''}, year {2000}");
}

TEST(Bibtex, KeysAreSafeAndDifferent) {
  std::vector<Work> works(4, make_work({WorkType::book, "Alder, S.", "2000", "Tides"}));
  works[0].key = "a b,{c}\"#%";
  works[1].key = "10.1/x-Y_z";
  works[2].key = "ABC";
  works[3].set(Variable::title, "Dikes");
  std::ostringstream out;
  write_bibtex(out, works);
  const std::string text = out.str();
  EXPECT_NE(text.find("@book{10.1/x-Y_z,"), std::string::npos);
  EXPECT_NE(text.find("@book{alder2000dikes,"), std::string::npos);
  EXPECT_EQ(text.find("a b"), std::string::npos);
  // Of the two keys that differ in nothing but letter case, one is kept.
  EXPECT_NE(text.find("@book{abc,") == std::string::npos, text.find("@book{ABC,") == std::string::npos);
}

TEST(Bibtex, NoWorks) {
  std::ostringstream out;
  write_bibtex(out, {});
  EXPECT_EQ(out.str(), "");
}

}  // namespace
}  // namespace citegraph
