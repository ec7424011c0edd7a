#include "text/word_table.hpp"

#include <gtest/gtest.h>
#include <set>
#include <string>

namespace citegraph::text {
namespace {

constexpr auto months = word_map<int>({{"april", 4}, {"apr", 4}, {"may", 5}, {"мая", 5}, {"september", 9}, {"apr", 7}});
constexpr auto signs =
    word_set({"&", "and", "", "a word of more than sixteen bytes", "a word of more than sixteen bites"});

static_assert(months.contains("may") && !months.contains("maybe"));

TEST(WordMap, FindsItsWordsAndNoOthers) {
  ASSERT_NE(months.find("мая"), nullptr);
  EXPECT_EQ(*months.find("мая"), 5);
  EXPECT_EQ(*months.find("september"), 9);
  for (const char* other : {"", "a", "ap", "april ", "April", "septembre", "septembe"})
    EXPECT_FALSE(months.contains(other)) << other;
}

TEST(WordMap, OfWordsThatStandTwiceTheFirstCounts) { EXPECT_EQ(*months.find("apr"), 4); }

TEST(WordSet, HoldsWordsOfAnyLength) {
  EXPECT_TRUE(signs.contains("&"));
  EXPECT_TRUE(signs.contains(""));
  EXPECT_TRUE(signs.contains("a word of more than sixteen bites"));
  EXPECT_FALSE(signs.contains("a word of more than sixteen bits"));
  EXPECT_FALSE(signs.contains("&&"));
}

TEST(HashWord, IsTheSameWhileCompilingAndRunning) {
  constexpr std::uint64_t compiled[] = {
      hash_word(""),     hash_word("o"),       hash_word("of"),          hash_word("the"),
      hash_word("with"), hash_word("journal"), hash_word("proceedings"), hash_word("тёмная материя")};
  const std::string words[] = {"", "o", "of", "the", "with", "journal", "proceedings", "тёмная материя"};
  for (std::size_t i = 0; i < std::size(words); ++i) EXPECT_EQ(hash_word(words[i]), compiled[i]) << words[i];
  EXPECT_EQ(std::set<std::uint64_t>(std::begin(compiled), std::end(compiled)).size(), std::size(words));
}

}  // namespace
}  // namespace citegraph::text
