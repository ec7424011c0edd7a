#include "text/phrases.hpp"

#include <gtest/gtest.h>

namespace citegraph::text {
namespace {

constexpr auto works = phrase_map<int>({{"phd thesis", 1}, {"thesis", 2}, {"r package", 3}, {"e print", 4}, {"a", 5}});

TEST(Words, AreFolded) {
  EXPECT_EQ(Words("Thèse: de  Doctorat!").padded(), " these de doctorat ");
  EXPECT_EQ(Words("Thèse: de  Doctorat!").bare(), "these de doctorat");
  EXPECT_TRUE(Words("--").empty());
  EXPECT_EQ(Words("--").bare(), "");
  EXPECT_EQ(Words("one two three", 7).bare(), "one two");
}

TEST(Words, BeginWithWholePhrases) {
  EXPECT_TRUE(Words("Law of the Sea").starts_with("law of"));
  EXPECT_TRUE(Words("Law of").starts_with("law of"));
  EXPECT_FALSE(Words("Law office").starts_with("law of"));
}

TEST(Words, HoldPiecesOfWords) {
  EXPECT_TRUE(Words("An Encyclopedia of ice").has_any_piece({"lexikon", "encyclop"}));
  EXPECT_TRUE(Words("Proc. Conf. Ice").has_piece(" conf "));
  EXPECT_FALSE(Words("Confidence").has_piece(" conf "));
}

TEST(PhraseMap, FindsTheFirstPhraseThatStandsAsWholeWords) {
  const auto found = [](const char* text) {
    const int* const value = works.find_in(Words(text));
    return value == nullptr ? 0 : *value;
  };
  EXPECT_EQ(found("Unpublished PhD thesis, Delft"), 1);
  EXPECT_EQ(found("Master's thesis"), 2);
  EXPECT_EQ(found("R package, version 2"), 3);
  EXPECT_EQ(found("e-print"), 4);
  EXPECT_EQ(found("vitamin A"), 5);
  EXPECT_EQ(found("hypothesis or package"), 0);
  EXPECT_EQ(found("theses"), 0);
  EXPECT_EQ(found(""), 0);
}

TEST(PhraseMap, KnowsHowATextBegins) {
  EXPECT_TRUE(works.any_starts(Words("Thesis on ice")));
  EXPECT_FALSE(works.any_starts(Words("On ice, thesis")));
}

}  // namespace
}  // namespace citegraph::text
