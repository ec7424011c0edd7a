#include "reference/type/type.hpp"

#include <gtest/gtest.h>
#include <ostream>

#include "notation.hpp"
#include "reference/normaliser/normaliser.hpp"

namespace citegraph::reference {
namespace {

struct TypeCase {
  const char* trait;
  const char* labelled;
  const char* type;
  bool emphasised = false;
};

void PrintTo(const TypeCase& row, std::ostream* out) { *out << row.trait; }

class TypeTest : public testing::TestWithParam<TypeCase> {};

TEST_P(TypeTest, IsDecided) {
  const test::Labelled entry = test::read_labelled(GetParam().labelled);
  EXPECT_EQ(to_string(normalise(entry.text, entry.segments, GetParam().emphasised).type), GetParam().type);
}

INSTANTIATE_TEST_SUITE_P(
    , TypeTest,
    testing::Values(
        TypeCase{"journal_by_volume",
                 "{author:Adler, T.} ({date:2001}) {title:On ice}. {container-title:Water}, {volume:3}, {pages:1-9}",
                 "article-journal"},
        TypeCase{"journal_by_month",
                 "{author:Adler, T.} ({date:February 2001}) {title:On ice}. {container-title:Global Waters}",
                 "article-journal"},
        TypeCase{"newspaper_by_day", "{title:On ice}. {container-title:River Daily}, {date:18 July 2000}",
                 "article-newspaper"},
        TypeCase{"newspaper_by_name",
                 "{author:Adler, T.} {title:On ice}, {container-title:The Vessin Gazette} ({date:2001})",
                 "article-newspaper"},
        TypeCase{"chapter_by_editor",
                 "{title:On ice}, in {editor:Falk, R.} (ed.) {container-title:Waters} {publisher:Holm}", "chapter"},
        TypeCase{"chapter_by_publisher",
                 "{title:On ice}, in {container-title:Waters}. {publisher-place:Oslo}: {publisher:Holm}, {pages:1-9}",
                 "chapter"},
        TypeCase{"conference",
                 "{title:On ice}. In {container-title:Proceedings of the River Conference}, {pages:1-9}, {date:1990}",
                 "paper-conference"},
        TypeCase{
            "academy_is_a_journal",
            "{title:On ice}. {container-title:Proceedings of the Vessin Academy of Waters} {volume:107}, {pages:1-9}",
            "article-journal"},
        TypeCase{"book", "{author:Adler, T.} ({date:2001}) {title:Ice}. {publisher-place:Oslo}: {publisher:Holm}",
                 "book"},
        TypeCase{"book_in_italics", "{author:Adler, T.} ({date:2001}) {title:Ice}", "book", true},
        TypeCase{"edited_book", "{editor:Falk, R.} (ed.) {title:Ice}. {publisher-place:Oslo}: {publisher:Holm}",
                 "book"},
        TypeCase{"thesis",
                 "{author:Adler, T.} ({date:2001}) {title:Ice}. {genre:PhD thesis}, {publisher:University of Vessin}",
                 "thesis"},
        TypeCase{"report_by_genre", "{author:Adler, T.} {title:Ice}. {genre:Technical Report 12}", "report"},
        TypeCase{"report_of_an_office", "{title:Ice}, {publisher:Ministry of Waters}", "report", true},
        TypeCase{
            "report_by_number",
            "{author:Adler, T.} ({date:2001}) {title:Ice (Report No. 12)}. {publisher-place:Oslo}: {publisher:Holm}",
            "report"},
        TypeCase{
            "chapter_in_a_series_of_reports",
            "{author:Adler, T.} ({date:2001}) {title:Ice}, in {editor:Falk, R.} (ed.) {container-title:Waters}, Report "
            "No. 30. {publisher-place:Oslo}: {publisher:Holm}, {pages:1-9}",
            "chapter"},
        TypeCase{
            "report_of_its_own_publisher",
            "{author:River Commission} ({date:2001}) {title:Ice}. {publisher-place:Oslo}: {publisher:River Commission}",
            "report"},
        TypeCase{"patent_in_the_title",
                 "{author:Adler, T.} ({date:2001}) {title:Ice saw (U.S. Patent No. 174,465)}. {publisher-place:Oslo}",
                 "patent"},
        TypeCase{"data_in_brackets", "{author:Adler, T.} ({date:2001}) {title:Ice [data file]}. {publisher:Holm}",
                 "dataset"},
        TypeCase{"software_of_a_package",
                 "{author:Adler, T.} {title:ice}. R {container-title:package version 1.0.2}; {date:2020}", "software"},
        TypeCase{"law_by_number",
                 "{title:Ice Act of 1964}, {container-title:Pub. L}. No. {volume:88}-{issue:352}, {pages:241}",
                 "legislation"},
        TypeCase{
            "standard_by_number",
            "{author:Adler, T.}, {title:Ice protocol}, {container-title:RFC 2616, River Task Force}, {date:June 1999}",
            "standard"},
        TypeCase{"web_page", "{title:Ice today}. {url:www.ice.example}", "webpage"},
        TypeCase{"web_site_as_publisher", "{author:Adler, T.} {title:Ice today}. {publisher:Ministry web site}",
                 "webpage"},
        TypeCase{"treaty", "{title:Treaty of Good Waters between the Rivers} ({date:2001})", "treaty"},
        TypeCase{"preprint", "{author:Adler, T.} {title:Ice}. {eprint:arXiv:2101.00001}", "article"},
        TypeCase{"title_and_year", "{title:Joint Statement of the Rivers}, {date:2021}", "document"},
        TypeCase{"nothing", "", "document"}),
    [](const auto& row) { return row.param.trait; });

}  // namespace
}  // namespace citegraph::reference
