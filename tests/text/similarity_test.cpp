#include "text/similarity.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace citegraph::text {
namespace {

// The whole table, without a limit.
std::size_t full_distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  return d[a.size()][b.size()];
}

std::vector<std::string> all_strings(std::size_t longest) {
  std::vector<std::string> strings = {""};
  std::size_t from = 0;
  for (std::size_t size = 1; size <= longest; ++size) {
    const std::size_t end = strings.size();
    for (; from < end; ++from)
      for (const char c : {'a', 'b', 'c'}) strings.push_back(strings[from] + c);
  }
  return strings;
}

TEST(EditDistanceTest, AgreesWithTheFullTableOnAllSmallStrings) {
  const std::vector<std::string> strings = all_strings(4);
  for (const std::string& a : strings)
    for (const std::string& b : strings) {
      const std::size_t expected = full_distance(a, b);
      for (std::size_t limit = 0; limit <= 6; ++limit)
        ASSERT_EQ(edit_distance(a, b, limit), std::min(expected, limit + 1)) << a << " " << b << " " << limit;
    }
}

TEST(EditDistanceTest, AgreesWithTheFullTableOnLongerStrings) {
  std::uint32_t state = 7;
  for (int round = 0; round < 2000; ++round) {
    std::string a;
    std::string b;
    for (int i = 0; i < 12; ++i) {
      state = state * 1664525U + 1013904223U;
      if ((state >> 16U) % 10 != 0) a += static_cast<char>('a' + (state >> 24U) % 3);
      if ((state >> 12U) % 10 != 0) b += static_cast<char>('a' + (state >> 26U) % 3);
    }
    const std::size_t expected = full_distance(a, b);
    for (const std::size_t limit : {1U, 3U, 5U, 20U})
      ASSERT_EQ(edit_distance(a, b, limit), std::min<std::size_t>(expected, limit + 1))
          << a << " " << b << " " << limit;
  }
}

TEST(EditDistanceTest, CountsCodePoints) {
  EXPECT_EQ(edit_distance("Wishnick", "Wishnik", 3), 1U);
  EXPECT_EQ(edit_distance("Mülller", "Müller", 3), 1U);
  EXPECT_EQ(edit_distance("é", "中", 3), 1U);
  EXPECT_EQ(edit_distance("Pedro", "Perdo", 3), 1U);
  EXPECT_EQ(edit_distance("", "", 0), 0U);
  EXPECT_EQ(edit_distance("abc", "", static_cast<std::size_t>(-1)), 3U);
}

TEST(EditDistanceTest, ALimitKeepsLongStringsCheap) {
  const std::string a(1U << 20U, 'a');
  const std::string b = "b" + a + "c";
  EXPECT_EQ(edit_distance(a, b, 2), 2U);
  EXPECT_EQ(edit_distance(a, std::string(1U << 20U, 'z'), 3), 4U);
}

struct ContainmentCase {
  const char* trait;
  const char* shorter;
  const char* longer;
  double share;
};

constexpr ContainmentCase containment_cases[] = {
    {"all words", "The Art of War", "art and the war", 1.0},
    {"half of the words", "alpha beta", "Beta gamma", 0.5},
    {"accents and case do not count", "Educação Básica", "EDUCACAO BASICA no Brasil", 1.0},
    {"short words do not count", "a of in", "a of in", 0.0},
    {"nothing in common", "alpha", "beta", 0.0},
    {"empty", "", "alpha", 0.0},
};

TEST(WordContainmentTest, Shares) {
  for (const ContainmentCase& c : containment_cases)
    EXPECT_DOUBLE_EQ(word_containment(c.shorter, c.longer), c.share) << c.trait;
}

}  // namespace
}  // namespace citegraph::text
