#include "text/utf8.hpp"

#include <gtest/gtest.h>
#include <string>
#include <string_view>

namespace citegraph::text {
namespace {

using namespace std::string_view_literals;

struct CodePointCase {
  const char* trait;
  std::string_view bytes;
  char32_t value;
  std::uint32_t size;
};

constexpr CodePointCase code_point_cases[] = {
    {"empty", "", 0, 0},
    {"ascii", "a", U'a', 1},
    {"nul", "\0"sv, 0, 1},
    {"two bytes, least", "\xC2\x80", 0x80, 2},
    {"two bytes, greatest", "\xDF\xBF", 0x7FF, 2},
    {"three bytes, least", "\xE0\xA0\x80", 0x800, 3},
    {"last before the surrogates", "\xED\x9F\xBF", 0xD7FF, 3},
    {"first behind the surrogates", "\xEE\x80\x80", 0xE000, 3},
    {"noncharacter is valid", "\xEF\xBF\xBF", 0xFFFF, 3},
    {"four bytes, least", "\xF0\x90\x80\x80", 0x10000, 4},
    {"four bytes, greatest", "\xF4\x8F\xBF\xBF", 0x10FFFF, 4},
    {"lone continuation", "\x80", 0xFFFD, 1},
    {"overlong two", "\xC0\x80", 0xFFFD, 1},
    {"overlong three", "\xE0\x80\x80", 0xFFFD, 1},
    {"overlong four", "\xF0\x80\x80\x80", 0xFFFD, 1},
    {"surrogate", "\xED\xA0\x80", 0xFFFD, 1},
    {"too large", "\xF4\x90\x80\x80", 0xFFFD, 1},
    {"no lead", "\xFF", 0xFFFD, 1},
    {"truncated two", "\xC3", 0xFFFD, 1},
    {"truncated three", "\xE2\x82", 0xFFFD, 2},
    {"truncated four", "\xF0\x9F\x98", 0xFFFD, 3},
    {"broken off by a letter", "\xE2\x82x", 0xFFFD, 2},
};

TEST(Utf8Test, DecodesWhatStartsThere) {
  for (const CodePointCase& c : code_point_cases) {
    const CodePoint found = decode_at(c.bytes, 0);
    EXPECT_EQ(found.value, c.value) << c.trait;
    EXPECT_EQ(found.size, c.size) << c.trait;
    EXPECT_EQ(find_invalid(c.bytes) == std::string_view::npos, c.size == 0 || c.value != 0xFFFD) << c.trait;
  }
  EXPECT_EQ(decode_at("a", 1).size, 0U);
  EXPECT_EQ(decode_at("a", 99).size, 0U);
}

TEST(Utf8Test, EveryCodePointSurvivesTheRoundTrip) {
  std::string text;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    text.clear();
    append(text, c);
    const CodePoint forward = decode_at(text, 0);
    const CodePoint backward = decode_before(text, text.size());
    ASSERT_EQ(forward.value, c);
    ASSERT_EQ(forward.size, text.size());
    ASSERT_EQ(backward.value, c);
    ASSERT_EQ(backward.size, text.size());
    ASSERT_EQ(find_invalid(text), std::string_view::npos);
  }
}

TEST(Utf8Test, AppendsReplacementForWhatIsNoCodePoint) {
  for (const char32_t c : {char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}, char32_t{0xFFFFFFFF}}) {
    std::string text;
    append(text, c);
    EXPECT_EQ(text, "\uFFFD") << static_cast<std::uint32_t>(c);
  }
}

TEST(Utf8Test, WalksBackwardsOverIllFormedBytes) {
  EXPECT_EQ(decode_before("", 0).size, 0U);
  EXPECT_EQ(decode_before("a\x80", 2).value, 0xFFFDU);
  EXPECT_EQ(decode_before("a\x80", 2).size, 1U);
  EXPECT_EQ(decode_before("\xE2\x82", 2).size, 2U);
  EXPECT_EQ(decode_before("é", 99).value, U'é');
  // Every step goes back, so that a loop ends.
  const std::string_view bytes = "\x80\x80\x80\x80\x80\xF0\x9F\x98\xC3\xA9\xFF"sv;
  for (std::size_t i = bytes.size(); i > 0;) {
    const CodePoint c = decode_before(bytes, i);
    ASSERT_GE(c.size, 1U);
    ASSERT_LE(c.size, i);
    i -= c.size;
  }
}

// All strings of up to four bytes from each class that the standard tells apart, against a decoder that follows the
// standard's table 3-7 to the letter.
bool well_formed(std::string_view s) {
  const auto in = [](char c, int low, int high) {
    const int byte = static_cast<unsigned char>(c);
    return low <= byte && byte <= high;
  };
  while (!s.empty()) {
    std::size_t size = 0;
    if (in(s[0], 0x00, 0x7F)) {
      size = 1;
    } else if (in(s[0], 0xC2, 0xDF)) {
      size = s.size() >= 2 && in(s[1], 0x80, 0xBF) ? 2 : 0;
    } else if (in(s[0], 0xE0, 0xEF)) {
      const int low = s[0] == '\xE0' ? 0xA0 : 0x80;
      const int high = s[0] == '\xED' ? 0x9F : 0xBF;
      size = s.size() >= 3 && in(s[1], low, high) && in(s[2], 0x80, 0xBF) ? 3 : 0;
    } else if (in(s[0], 0xF0, 0xF4)) {
      const int low = s[0] == '\xF0' ? 0x90 : 0x80;
      const int high = s[0] == '\xF4' ? 0x8F : 0xBF;
      size = s.size() >= 4 && in(s[1], low, high) && in(s[2], 0x80, 0xBF) && in(s[3], 0x80, 0xBF) ? 4 : 0;
    }
    if (size == 0) return false;
    s.remove_prefix(size);
  }
  return true;
}

TEST(Utf8Test, FindsInvalidBytesAsTheStandardDoes) {
  const std::string_view bytes =
      "\x41\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE1\xED\xEE\xEF\xF0\xF1\xF4\xF5\xFF"sv;
  for (const char a : bytes)
    for (const char b : bytes)
      for (const char c : bytes)
        for (const char d : bytes) {
          const char all[] = {a, b, c, d};
          for (std::size_t size = 1; size <= 4; ++size) {
            const std::string_view s(all, size);
            ASSERT_EQ(find_invalid(s) == std::string_view::npos, well_formed(s));
          }
        }
}

TEST(Utf8Test, FindsInvalidBytesBehindLongRuns) {
  for (std::size_t before = 0; before < 40; ++before) {
    const std::string text = std::string(before, 'a') + "\xFF" + std::string(40, 'b') + "\xC0";
    EXPECT_EQ(find_invalid(text), before);
    EXPECT_EQ(find_invalid(text, before + 1), before + 41);
    EXPECT_EQ(find_invalid(text, text.size()), std::string_view::npos);
  }
}

struct ClassCase {
  char32_t c;
  const char* classes;  // l letter, u upper, w lower, d digit, m mark, s space, - dash, q quote, p punctuation
};

constexpr ClassCase class_cases[] = {
    {U'a', "lw"},   {U'Z', "lu"},   {U'7', "d"},    {U' ', "s"},    {U'\t', "s"},   {U'\n', "s"},   {U'-', "-p"},
    {U'\'', "qp"},  {U'"', "qp"},   {U'`', "qp"},   {U'.', "p"},    {U'$', "p"},    {U'\x7F', ""},  {0, ""},
    {U'é', "lw"},   {U'Ł', "lu"},   {U'ß', "lw"},   {U'ǅ', "lu"},   {U'ª', "l"},    {U'中', "l"},   {U'א', "l"},
    {0x0301, "m"},  {0x00A0, "s"},  {0x200B, "s"},  {0xFEFF, "s"},  {0x2028, "s"},  {0x3000, "s"},  {0x00AD, ""},
    {0x2013, "-p"}, {0x2014, "-p"}, {0x2212, "-p"}, {0x2010, "-p"}, {0x201C, "qp"}, {0x2019, "qp"}, {0xAB, "qp"},
    {0x300C, "qp"}, {0x20AC, "p"},  {0x0664, ""},   {0x00B2, ""},   {0x1F600, "p"}, {0xFFFD, "p"},  {0x10FFFF, ""},
    {0xFF0D, "-p"}, {0x0660, ""},   {0x2160, ""},
};

TEST(Utf8Test, TellsClasses) {
  for (const ClassCase& row : class_cases) {
    std::string found;
    if (is_letter(row.c)) found += 'l';
    if (is_upper(row.c)) found += 'u';
    if (is_lower(row.c)) found += 'w';
    if (is_digit(row.c)) found += 'd';
    if (is_mark(row.c)) found += 'm';
    if (is_space(row.c)) found += 's';
    if (is_dash(row.c)) found += '-';
    if (is_quote(row.c)) found += 'q';
    if (is_punctuation(row.c)) found += 'p';
    EXPECT_EQ(found, row.classes) << "U+" << std::hex << static_cast<std::uint32_t>(row.c);
  }
}

TEST(Utf8Test, Trims) {
  EXPECT_EQ(trim(""), "");
  EXPECT_EQ(trim("a"), "a");
  EXPECT_EQ(trim(" \t\n"), "");
  EXPECT_EQ(trim("\u00A0\u3000 a b\u200B\r\n"), "a b");
}

TEST(Utf8Test, CollapsesSpaces) {
  EXPECT_EQ(collapse_spaces(""), "");
  EXPECT_EQ(collapse_spaces("  \u00A0 "), "");
  EXPECT_EQ(collapse_spaces(" a \n\t b\u2009c "), "a b c");
}

TEST(Utf8Test, CountsCodePoints) {
  EXPECT_EQ(count_code_points(""), 0U);
  EXPECT_EQ(count_code_points("aé中😀"), 4U);
  EXPECT_EQ(count_code_points("\xE2\x82|\x80"), 3U);
}

}  // namespace
}  // namespace citegraph::text
