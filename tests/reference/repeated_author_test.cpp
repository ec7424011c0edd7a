#include "reference/repeated_author.hpp"

#include <gtest/gtest.h>
#include <ostream>
#include <string>
#include <vector>

namespace citegraph::reference {
namespace {

struct RepeatedAuthorCase {
  const char* trait;
  const char* entry;    // printed below "Adler, T. and Brandt, K. (2001). On ice. Oslo: Holm."
  const char* authors;  // families
  const char* editors;
};

void PrintTo(const RepeatedAuthorCase& row, std::ostream* out) { *out << row.trait; }

std::string families(const Work& work, NameVariable variable) {
  std::string out;
  for (const Name& name : work.get(variable))
    out += (out.empty() ? "" : " & ") + (name.is_literal() ? name.literal : name.family);
  return out;
}

class RepeatedAuthorTest : public testing::TestWithParam<RepeatedAuthorCase> {};

TEST_P(RepeatedAuthorTest, IsThatOfTheEntryAbove) {
  const std::vector<std::string> texts = {"Adler, T. and Brandt, K. (2001). On ice. Oslo: Holm.", GetParam().entry};
  const std::vector<Reference> references = parse_references(texts);
  const Work& work = references[1].works.front();
  EXPECT_EQ(families(work, NameVariable::author), GetParam().authors);
  EXPECT_EQ(families(work, NameVariable::editor), GetParam().editors);
}

INSTANTIATE_TEST_SUITE_P(
    , RepeatedAuthorTest,
    testing::Values(RepeatedAuthorCase{"em_dashes", "———. (2003). On snow. Oslo: Holm.", "Adler & Brandt", ""},
                    RepeatedAuthorCase{"one_em_dash", "— (2003). On snow. Oslo: Holm.", "Adler & Brandt", ""},
                    RepeatedAuthorCase{"hyphens", "---. (2003). On snow. Oslo: Holm.", "Adler & Brandt", ""},
                    RepeatedAuthorCase{"underscores", "______. On snow. Oslo: Holm, 2003.", "Adler & Brandt", ""},
                    RepeatedAuthorCase{"en_dashes_and_year", "––––– (2003) On snow. Oslo: Holm.", "Adler & Brandt", ""},
                    RepeatedAuthorCase{"number_before", "[2] ———. On snow. Oslo: Holm, 2003.", "Adler & Brandt", ""},
                    RepeatedAuthorCase{"ders", "Ders., Über Schnee, Oslo: Holm 2003.", "Adler & Brandt", ""},
                    RepeatedAuthorCase{"idem", "Idem, On snow. Oslo: Holm, 2003.", "Adler & Brandt", ""},
                    RepeatedAuthorCase{"id", "Id., Sulla neve, Torino, Einaudi, 2003.", "Adler & Brandt", ""},
                    RepeatedAuthorCase{"as_editors", "———, ed. Waters of the North. Oslo: Holm, 2003.", "",
                                       "Adler & Brandt"},
                    RepeatedAuthorCase{"editor_of_the_book_is_another",
                                       "———. On snow. Edited by R. Falk. Oslo: Holm, 2003.", "Adler & Brandt", "Falk"},
                    RepeatedAuthorCase{"an_ordinary_name", "Idema, W. (2003). On snow. Oslo: Holm.", "Idema", ""},
                    RepeatedAuthorCase{"one_hyphen", "- Castor, M. (2003). On snow. Oslo: Holm.", "Castor", ""}),
    [](const auto& row) { return row.param.trait; });

TEST(RepeatedAuthor, GoesOnOverManyEntriesAndPieces) {
  const std::vector<std::string> texts = {"Adler, T. (2001). On ice. Oslo: Holm.", "———. On snow. Oslo: Holm, 2002.",
                                          "———. On rain. Oslo: Holm, 2003."};
  const std::vector<Reference> all = parse_references(texts);
  EXPECT_EQ(families(all[2].works[0], NameVariable::author), "Adler");
  const std::span<const std::string> rest = std::span(texts).subspan(2);
  EXPECT_EQ(families(parse_references(rest)[0].works[0], NameVariable::author), "");
  EXPECT_EQ(families(parse_references(rest, {}, &all[1])[0].works[0], NameVariable::author), "Adler");
}

TEST(RepeatedAuthor, IsKnownInDocuments) {
  const Document document = parse_document(
      "Words.\n\n# References\n\nAdler, T. (2001). *Ice*. Oslo: Fjell Press.\n\n———. (2003). *Snow*. Oslo: Fjell "
      "Press.\n",
      "paper.md");
  const ReferenceLists found = find_references(document);
  ASSERT_EQ(found.references.size(), 2U);
  EXPECT_EQ(families(found.references[1].works[0], NameVariable::author), "Adler");
}

}  // namespace
}  // namespace citegraph::reference
