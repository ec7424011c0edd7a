// What is written comes back: works of hostile texts through every format that is read and written.
#include <gtest/gtest.h>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "citegraph/bibliography.hpp"
#include "citegraph/csl_json.hpp"

#include "bibliography/hostile_works.hpp"
#include "text/utf8.hpp"

namespace citegraph {
namespace {

constexpr std::size_t works_to_return = 10'000;

std::string write(std::span<const Work> works, BibliographyFormat format) {
  std::ostringstream out;
  write_bibliography(out, works, format);
  return out.str();
}

std::string clean(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode_at(text, i);
    text::append(out, c.value);
    i += c.size;
  }
  return out;
}

// Bytes that are no text cannot come back.
Work clean(const Work& work) {
  Work result = work;
  for (const auto& [variable, text] : work.texts()) result.set(variable, clean(text));
  for (const auto& [variable, names] : work.names()) {
    std::vector<Name> cleaned(names);
    for (Name& name : cleaned)
      for (std::string* part : {&name.family, &name.given, &name.dropping_particle, &name.non_dropping_particle,
                                &name.suffix, &name.literal})
        *part = clean(*part);
    result.set(variable, std::move(cleaned));
  }
  for (const auto& [variable, date] : work.dates()) {
    Date cleaned = date;
    cleaned.literal = clean(date.literal);
    result.set(variable, cleaned);
  }
  return result;
}

TEST(RoundTrip, EverythingOfAWorkSurvivesCslJson) {
  std::vector<Work> works = test::hostile_works(works_to_return, 11);
  for (std::size_t i = 0; i < works.size(); ++i) {
    works[i] = clean(works[i]);
    works[i].key = "k" + std::to_string(i);
  }
  const Bibliography library = parse_bibliography(write(works, BibliographyFormat::csl_json));
  EXPECT_EQ(library.format, BibliographyFormat::csl_json);
  ASSERT_EQ(library.entries.size(), works.size());
  for (std::size_t i = 0; i < works.size(); ++i) {
    ASSERT_EQ(library.entries[i].work, works[i]) << to_csl_json(works[i]) << '\n'
                                                 << to_csl_json(library.entries[i].work);
    ASSERT_TRUE(library.entries[i].extra.empty()) << library.entries[i].extra[0].name;
  }
}

class RoundTripOf : public ::testing::TestWithParam<BibliographyFormat> {};

TEST_P(RoundTripOf, HostileWorksSurvive) {
  const std::vector<Work> works = test::hostile_works(works_to_return, 13);
  const std::string file = write(works, GetParam());
  const Bibliography library = parse_bibliography(file, {}, {.format = GetParam(), .limits = {}});
  for (const Diagnostic& finding : library.diagnostics) ADD_FAILURE() << finding.line << ' ' << finding.message;
  ASSERT_EQ(library.entries.size(), works.size());
  std::set<std::string> keys;
  for (const BibliographyEntry& entry : library.entries) {
    EXPECT_FALSE(entry.broken);
    EXPECT_TRUE(keys.insert(entry.work.key).second) << entry.work.key;
  }
  EXPECT_TRUE(library.skipped.empty());
}

// Works of real texts come back from the file that was made of them, and make the same file.
TEST_P(RoundTripOf, OursToOursIsIdentical) {
  const std::string file = R"(
@article{a, author = {van der Berg, Jan and {World Health Organization} and King, Jr., Martin L. and others},
  title = {On {DNA} \& the ``rest''}, journal = {Annals}, volume = 3, number = 4, pages = {10--20}, year = 1931,
  month = may, doi = {10.1000/abc}, url = {https://x.org/a_b}, issn = {0317-8471}, keywords = {x}, abstract = {Long.}}
@book{b, editor = {Alder, S.}, title = {Tides}, publisher = {Arch}, address = {Oxford}, year = {2005--2008}, edition = {2}}
@incollection{c, author = {Upton, C.}, title = {A chapter}, booktitle = {The book}, editor = {Alder, S.}, publisher = {P},
  year = 1999, pages = {1--9}, isbn = {978-3-16-148410-0}}
@phdthesis{d, author = {{\'E}luard, P.}, title = {Work}, school = {U}, year = 2001}
@techreport{e, author = {{OECD}}, title = {Numbers}, institution = {OECD}, year = 2010, number = {7}}
@inproceedings{f, author = {Silva, A.}, title = {Talk}, booktitle = {Proc.}, year = 2012, eprint = {2101.00001}, eprinttype = {arxiv}})";
  const BibliographyOptions options = {.format = GetParam(), .limits = {}};
  const Bibliography original = parse_bibliography(file);
  ASSERT_EQ(original.entries.size(), 6U);
  const std::string first = write(original.works(), GetParam());
  const Bibliography again = parse_bibliography(first, {}, options);
  EXPECT_TRUE(again.diagnostics.empty());
  EXPECT_EQ(write(again.works(), GetParam()), first);
  for (std::size_t i = 0; i < original.entries.size(); ++i)
    EXPECT_EQ(again.entries[i].work.get(Variable::title), original.entries[i].work.get(Variable::title));
}

// Each reader, at every byte.
TEST_P(RoundTripOf, EveryPrefixIsRead) {
  const std::vector<Work> works = test::hostile_works(6, 19);
  const std::string file = write(works, GetParam());
  for (std::size_t size = 0; size <= file.size(); ++size) {
    const std::string start = file.substr(0, size);
    const Bibliography library = parse_bibliography(start, {}, {.format = GetParam(), .limits = {}});
    ASSERT_LE(library.entries.size(), works.size() + 1);
    for (const BibliographyEntry& entry : library.entries) ASSERT_LE(entry.source.end, start.size());
  }
}

INSTANTIATE_TEST_SUITE_P(RoundTrip, RoundTripOf,
                         ::testing::Values(BibliographyFormat::bibtex, BibliographyFormat::biblatex,
                                           BibliographyFormat::csl_json, BibliographyFormat::ris,
                                           BibliographyFormat::mods, BibliographyFormat::endnote,
                                           BibliographyFormat::refer),
                         [](const auto& each) {
                           std::string name(to_string(each.param));
                           std::erase(name, '-');
                           return name;
                         });

}  // namespace
}  // namespace citegraph
