#include "text/fold.hpp"

#include <gtest/gtest.h>

#include "text/utf8.hpp"

namespace citegraph::text {
namespace {

struct FoldCase {
  const char* trait;
  const char* text;
  const char* folded;
};

constexpr FoldCase fold_cases[] = {
    {"empty", "", ""},
    {"ascii keeps punctuation", "Smith, J. (2009)!", "smith, j. (2009)!"},
    {"acute, grave, circumflex", "ÉÈÊéèê", "eeeeee"},
    {"umlauts", "Müller Öçal", "muller ocal"},
    {"tilde and cedilla", "São François ñ", "sao francois n"},
    {"combining marks", "e\u0301a\u0308", "ea"},
    {"caron and stroke", "Čech Łódź Đorđe ħ ŧ", "cech lodz dorde h t"},
    {"o with stroke, a with ring", "Ørsted Ångström", "orsted angstrom"},
    {"ligatures of letters", "Œuvre Æsop æ", "oeuvre aesop ae"},
    {"sharp s, both", "Straße STRAẞE", "strasse strasse"},
    {"thorn and eth", "Þórður Guðmundsson", "thordur gudmundsson"},
    {"eng", "ŋ", "n"},
    {"Turkish i, dotted and not", "İstanbul Iğdır ılık", "istanbul igdir ilik"},
    {"typographic ligatures", "ﬁnd eﬃcient ﬂow", "find efficient flow"},
    {"Greek with tonos and final sigma", "Άλφα ΛΟΓΟΣ λόγος", "αλφα λογοσ λογοσ"},
    {"Cyrillic", "ДОСТОЕВСКИЙ Ёлка", "достоевскии елка"},
    {"full width", "ＡＢＣ１２", "abc12"},
    {"superscripts", "x² H₂O", "x2 h2o"},
    {"typographic quotes", "“a” ‘b’ «c» „d“ ‹e›", "\"a\" 'b' \"c\" \"d\" 'e'"},
    {"apostrophes", "O’Brien Oʼbrien O´Brien O`Brien", "o'brien o'brien o'brien o'brien"},
    {"dashes", "a–b—c−d‐e", "a-b-c-d-e"},
    {"white space", "a\u00A0b\u2009c\td\ne", "a b c d e"},
    {"ellipsis", "wait…", "wait..."},
    {"soft hyphen and joiners go", "co\u00ADoperate a\u200Db", "cooperate ab"},
    {"Chinese stays", "中文", "中文"},
    {"Devanagari keeps its vowel signs", "हिन्दी", "हिन्दी"},
    {"Thai keeps its vowels", "ภาษาไทย", "ภาษาไทย"},
    {"Hebrew points and Arabic vowels go", "שָׁלוֹם مَرحبا", "שלום مرحبا"},
    {"emoji stays", "😀", "😀"},
};

TEST(FoldTest, Folds) {
  for (const FoldCase& c : fold_cases) EXPECT_EQ(fold(c.text), c.folded) << c.trait;
}

TEST(FoldTest, IsIdempotentAndValidForEveryCodePoint) {
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    std::string text;
    append(text, c);
    const std::string once = fold(text);
    ASSERT_EQ(find_invalid(once), std::string_view::npos) << "U+" << std::hex << static_cast<std::uint32_t>(c);
    ASSERT_EQ(fold(once), once) << "U+" << std::hex << static_cast<std::uint32_t>(c);
  }
}

constexpr FoldCase word_cases[] = {
    {"empty", "", ""},
    {"punctuation alone", " ... - ", ""},
    {"punctuation divides", "China-Russia: New/Old", "china russia new old"},
    {"apostrophe divides", "D'Arc l’État", "d arc l etat"},
    {"no blanks at the ends", "  (a) b. ", "a b"},
    {"digits are words", "no. 12(3)", "no 12 3"},
};

TEST(FoldTest, FoldsToWords) {
  for (const FoldCase& c : word_cases) EXPECT_EQ(fold_words(c.text), c.folded) << c.trait;
}

TEST(FoldTest, FoldsToLetters) {
  EXPECT_EQ(fold_letters("Mont'Alvão-X., 2"), "montalvaox2");
  EXPECT_EQ(fold_letters(""), "");
  EXPECT_TRUE(same_letters("Garcia-Muñoz", "GARCÍA MUNOZ"));
  EXPECT_TRUE(same_letters("", "..."));
  EXPECT_FALSE(same_letters("Garcia", "Garcias"));
}

TEST(FoldTest, LongInputs) {
  for (const char* unit : {"a", "É", "ﬃ", "\u0301", "😀", "ﷺ"}) {
    std::string text;
    while (text.size() < (1U << 20U)) text += unit;
    EXPECT_LE(fold(text).size(), text.size() * 18);
  }
}

}  // namespace
}  // namespace citegraph::text
