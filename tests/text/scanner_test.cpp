#include "text/scanner.hpp"

#include <gtest/gtest.h>

namespace citegraph::text {
namespace {

TEST(ScannerTest, ReadsTheExampleOfTheHeader) {
  Scanner s("see  (1994a)", {3, 12});
  std::string_view year;
  s.skip_spaces();
  ASSERT_TRUE(s.accept("("));
  ASSERT_TRUE(s.accept_digits(year, 4, 4));
  EXPECT_EQ(year, "1994");
  EXPECT_EQ(s.peek(), U'a');
  EXPECT_EQ(s.before(), U'4');
  EXPECT_EQ(s.rest(), "a)");
  EXPECT_EQ(s.since(5), "(1994");
}

TEST(ScannerTest, NeverLeavesItsBounds) {
  const std::string_view text = "aé中b";
  for (std::uint32_t start = 0; start <= 12; ++start)
    for (std::uint32_t end = 0; end <= 12; ++end) {
      Scanner s(text, {start, end});
      ASSERT_LE(s.offset(), s.end());
      ASSERT_LE(s.end(), text.size());
      std::uint32_t steps = 0;
      while (!s.at_end()) {
        const std::uint32_t before = s.offset();
        s.next();
        ASSERT_GT(s.offset(), before);
        ASSERT_LE(s.offset(), s.end());
        ASSERT_LT(++steps, 20U);
      }
      EXPECT_EQ(s.peek(), 0U);
      EXPECT_EQ(s.next(), 0U);
      EXPECT_TRUE(s.rest().empty());
      s.seek(99);
      EXPECT_TRUE(s.at_end());
      std::string_view digits;
      EXPECT_FALSE(s.accept(U'x'));
      EXPECT_FALSE(s.accept("x"));
      EXPECT_FALSE(s.accept_digits(digits, 1, 9));
      EXPECT_TRUE(s.skip_spaces().empty());
    }
}

TEST(ScannerTest, AcceptEitherMovesOrStays) {
  Scanner s("Vol. 12b, été");
  std::string_view digits;
  EXPECT_FALSE(s.accept(U'v'));
  EXPECT_FALSE(s.accept("vol"));
  EXPECT_FALSE(s.accept_word_ignoring_case("vo"));
  EXPECT_FALSE(s.accept_digits(digits, 1, 3));
  EXPECT_EQ(s.offset(), 0U);
  EXPECT_TRUE(s.accept_word_ignoring_case("VOL"));
  EXPECT_TRUE(s.accept(U'.'));
  EXPECT_EQ(s.skip_spaces(), " ");
  EXPECT_FALSE(s.accept_digits(digits, 1, 1)) << "the whole run or nothing";
  EXPECT_FALSE(s.accept_digits(digits, 3, 4));
  EXPECT_TRUE(s.accept_digits(digits, 2, 2));
  EXPECT_EQ(digits, "12");
  EXPECT_TRUE(s.accept("b, "));
  EXPECT_TRUE(s.accept(U'é'));
  EXPECT_EQ(s.take_while(is_letter), "té");
  EXPECT_TRUE(s.at_end());
}

TEST(ScannerTest, LooksBehindItsBounds) {
  Scanner s("(a)", {1, 2});
  EXPECT_EQ(s.before(), U'(');
  EXPECT_EQ(Scanner("a").before(), 0U);
}

TEST(ScannerTest, ACodePointAcrossTheEndIsNotRead) {
  Scanner s("中x", {0, 2});
  EXPECT_EQ(s.peek(), 0xFFFDU);
  EXPECT_FALSE(s.accept(U'中'));
  s.next();
  EXPECT_EQ(s.offset(), 2U);
}

}  // namespace
}  // namespace citegraph::text
