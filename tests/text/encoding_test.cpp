#include "text/encoding.hpp"

#include <gtest/gtest.h>
#include <string>
#include <string_view>

#include "text/utf8.hpp"

namespace citegraph::text {
namespace {

using namespace std::string_view_literals;

// Whatever comes in: valid UTF-8 of which every byte has a place in the file, in the order of the file.
void expect_sound(std::string_view bytes, const Decoded& decoded) {
  EXPECT_EQ(find_invalid(decoded.text), std::string_view::npos);
  EXPECT_EQ(decoded.text.find('\0'), std::string::npos);
  EXPECT_EQ(decoded.map.text_size(), decoded.text.size());
  std::uint32_t before = 0;
  for (const SourceMap::Piece& piece : decoded.map.pieces()) {
    EXPECT_GE(piece.source_start, before);
    EXPECT_GT(piece.source_end, piece.source_start);
    EXPECT_LE(piece.source_end, bytes.size());
    before = piece.source_end;
  }
}

std::string utf16(std::u16string_view text, Encoding encoding, bool bom) {
  std::string bytes;
  const auto add = [&](char16_t unit) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    bytes += encoding == Encoding::utf16_le ? low : high;
    bytes += encoding == Encoding::utf16_le ? high : low;
  };
  if (bom) add(0xFEFF);
  for (const char16_t unit : text) add(unit);
  return bytes;
}

struct DecodeCase {
  const char* trait;
  std::string_view bytes;
  std::string_view text;
  Encoding encoding;
};

constexpr DecodeCase decode_cases[] = {
    {"empty", "", "", Encoding::utf8},
    {"ascii", "plain", "plain", Encoding::utf8},
    {"utf-8", "naïve – 中 😀", "naïve – 中 😀", Encoding::utf8},
    {"utf-8 with bom", "\xEF\xBB\xBFé", "é", Encoding::utf8_bom},
    {"bom alone", "\xEF\xBB\xBF", "", Encoding::utf8_bom},
    {"bom inside stays", "a\xEF\xBB\xBFz", "a\uFEFFz", Encoding::utf8},
    {"latin-1, one letter", "caf\xE9 noir", "café noir", Encoding::latin1},
    {"latin-1 at the end", "caf\xE9", "café", Encoding::latin1},
    {"latin-1 beside a quotation mark", "Caf\xE9\xBB, gar\xE7on, d\xE9j\xE0", "Café», garçon, déjà", Encoding::latin1},
    {"windows-1252 quotes and euro", "\x93quoted\x94 \x80 \x97 it\x92s", "“quoted” € — it’s", Encoding::latin1},
    {"one damaged place in utf-8", "é à ü \xFF ö", "é à ü \uFFFD ö", Encoding::utf8},
    {"utf-16 bom alone", "\xFF\xFE", "", Encoding::utf16_le},
};

TEST(EncodingTest, DecodesEveryEncoding) {
  for (const DecodeCase& c : decode_cases) {
    const Decoded decoded = decode(c.bytes);
    EXPECT_EQ(decoded.text, c.text) << c.trait;
    EXPECT_EQ(decoded.encoding, c.encoding) << c.trait;
    EXPECT_FALSE(decoded.binary) << c.trait;
    expect_sound(c.bytes, decoded);
  }
}

TEST(EncodingTest, DecodesUtf16WithAndWithoutBom) {
  const std::u16string_view text = u"Müller – 中文 \U0001F600 and more text\n";
  for (const Encoding encoding : {Encoding::utf16_le, Encoding::utf16_be})
    for (const bool bom : {true, false}) {
      const std::string bytes = utf16(text, encoding, bom);
      const Decoded decoded = decode(bytes);
      EXPECT_EQ(decoded.text, "Müller – 中文 😀 and more text\n") << to_string(encoding) << bom;
      EXPECT_EQ(decoded.encoding, encoding);
      EXPECT_TRUE(decoded.replaced.empty());
      const std::uint32_t start = bom ? 2 : 0;
      EXPECT_EQ(decoded.map.to_source({0, 1}), (SourceSpan{start, start + 2}));
      expect_sound(bytes, decoded);
    }
}

TEST(EncodingTest, ReplacesLoneSurrogatesOfUtf16) {
  const std::u16string text = {u'a', char16_t{0xD83D}, u'b', char16_t{0xDE00}, u'c', char16_t{0xD83D}};
  const Decoded decoded = decode(utf16(text, Encoding::utf16_le, true) + "x");
  EXPECT_EQ(decoded.text, "a\uFFFDb\uFFFDc\uFFFD\uFFFD");
  EXPECT_EQ(decoded.replaced,
            (std::vector<SourceSpan>{{4, 6}, {8, 10}, {12, 14}, {14, 15}}));  // the last one is half a unit
}

struct IllFormedCase {
  const char* trait;
  std::string_view bytes;
};

constexpr IllFormedCase ill_formed[] = {
    {"lone continuation", "\x80"},
    {"lone continuation, greatest", "\xBF"},
    {"lead without its byte", "\xC3"},
    {"overlong slash in two", "\xC0\xAF"},
    {"overlong, C1", "\xC1\xBF"},
    {"overlong slash in three", "\xE0\x80\xAF"},
    {"overlong slash in four", "\xF0\x80\x80\xAF"},
    {"truncated three, one byte", "\xE2"},
    {"truncated three, two bytes", "\xE2\x82"},
    {"truncated four, one byte", "\xF0"},
    {"truncated four, two bytes", "\xF0\x9F"},
    {"truncated four, three bytes", "\xF0\x9F\x98"},
    {"high surrogate", "\xED\xA0\x80"},
    {"low surrogate", "\xED\xBF\xBF"},
    {"beyond U+10FFFF", "\xF4\x90\x80\x80"},
    {"lead F5", "\xF5\x80\x80\x80"},
    {"five bytes", "\xF8\x88\x80\x80\x80"},
    {"six bytes", "\xFC\x84\x80\x80\x80\x80"},
    {"FE", "\xFE"},
    {"FF", "\xFF"},
    {"nul", "\0"sv},
};

TEST(EncodingTest, EveryClassOfDamageIsOneLocatedReplacement) {
  const std::string before = "Caf\u00E9 and \u201Cquotes\u201D ";
  for (const IllFormedCase& c : ill_formed)
    for (const char* after : {"", ".", " and then \u00FC"}) {
      const std::string bytes = before + std::string(c.bytes) + after;
      const Decoded decoded = decode(bytes);
      EXPECT_EQ(decoded.text, before + "\uFFFD" + after) << c.trait;
      ASSERT_EQ(decoded.replaced.size(), 1U) << c.trait;
      const auto start = static_cast<std::uint32_t>(before.size());
      const auto size = static_cast<std::uint32_t>(c.bytes.size());
      EXPECT_EQ(decoded.replaced[0], (SourceSpan{start, start + size})) << c.trait;
      EXPECT_EQ(decoded.map.to_source({start, start + 3}), decoded.replaced[0]) << c.trait;
      EXPECT_EQ(decoded.encoding, Encoding::utf8) << c.trait;
      expect_sound(bytes, decoded);
    }
}

TEST(EncodingTest, DamageInPlainAsciiIsFoundOnce) {
  for (const IllFormedCase& c : ill_formed) {
    const std::string bytes = "plain words " + std::string(c.bytes) + " and more";
    const Decoded decoded = decode(bytes);
    // A lone high byte may as well be a letter of Latin-1; it is one or the other.
    EXPECT_EQ(decoded.replaced.size() + (decoded.encoding == Encoding::latin1 ? 1 : 0), 1U) << c.trait;
    expect_sound(bytes, decoded);
  }
}

TEST(EncodingTest, KnowsBinaryContent) {
  std::string noise;
  std::uint32_t state = 1;
  for (int i = 0; i < 4096; ++i) {
    state = state * 1664525U + 1013904223U;
    noise += static_cast<char>(state >> 24U);
  }
  EXPECT_TRUE(decode(noise).binary);
  EXPECT_TRUE(decode(std::string(1000, '\x01')).binary);
  EXPECT_TRUE(decode(std::string(1000, '\0')).binary);
  EXPECT_FALSE(decode("one \0 among text"sv).binary);
  EXPECT_FALSE(decode("page\fbreaks\f\v and\ttabs\r\n").binary);
}

TEST(EncodingTest, EveryPairOfBytesIsSound) {
  for (int a = 0; a < 256; ++a)
    for (int b = 0; b < 256; ++b) {
      const std::string bytes = {static_cast<char>(a), static_cast<char>(b)};
      expect_sound(bytes, decode(bytes));
      const std::string inside = "é" + bytes + "é";
      expect_sound(inside, decode(inside));
    }
}

TEST(EncodingTest, LongInputs) {
  for (const std::string_view unit : {"a"sv, "é"sv, "\xE9"sv, "\xFF"sv, "\0"sv, "\x80"sv, "\xED\xA0\x80"sv, "\xC3"sv}) {
    std::string bytes;
    while (bytes.size() < (1U << 20U)) bytes += unit;
    const Decoded decoded = decode(bytes);
    EXPECT_EQ(find_invalid(decoded.text), std::string_view::npos);
    EXPECT_EQ(decoded.map.text_size(), decoded.text.size());
  }
}

}  // namespace
}  // namespace citegraph::text
