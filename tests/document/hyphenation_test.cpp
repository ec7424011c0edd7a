#include "document/hyphenation.hpp"

#include <gtest/gtest.h>

namespace citegraph::document {
namespace {

struct HyphenationCase {
  const char* trait;
  const char* text;
  const char* joined;
};

constexpr HyphenationCase hyphenation_cases[] = {
    {"nothing to do", "one\ntwo", "one\ntwo"},
    {"a word", "an exam-\nple", "an example"},
    {"accents", "a situa-\nção e políti-\nca", "a situação\ne política"},
    {"the line ends behind the word", "an exam-\nple of it", "an example\nof it"},
    {"true hyphen", "exam\u2010\nple", "example"},
    {"true hyphen before a capital", "by Mc\u2010\nMurdie", "by McMurdie"},
    {"true hyphen before what looks like a conjunction", "inherit\u2010\ned", "inherited"},
    {"true hyphens are how the text writes any", "well\u2010known Jean\u2010\nPaul", "well\u2010known Jean\u2010Paul"},
    {"capitals that stand elsewhere as one word", "MNRAS, MN-\nRAS", "MNRAS, MNRAS"},
    {"a compound with a conjunction in it", "face-\nto-face", "face-to-face"},
    {"soft hyphens", "ex\u00ADam\u00AD\nple", "example"},
    {"soft hyphens in a row", "ex\u00AD\u00ADample \u00ADone", "example one"},
    {"soft hyphens that stand alone", "one\n\u00AD\ntwo \u00AD\u00AD three", "one\n\u00AD\ntwo \u00AD\u00AD three"},
    {"a compound that stands elsewhere", "well-known and well-\nknown", "well-known and well-known"},
    {"a word that stands elsewhere", "example, exam-\nple", "example, example"},
    {"both stand elsewhere", "co-author coauthor coauthor co-\nauthor", "co-author coauthor coauthor coauthor"},
    {"before a capital", "Jean-\nPaul and Sino-\nRussian", "Jean-Paul and Sino-Russian"},
    {"behind a capital", "DNA-\nbinding", "DNA-binding"},
    {"between digits", "pp. 12-\n14 and 20\u2013\n25", "pp. 12-14 and 20\u201325"},
    {"digit and letter", "SU-\n27s", "SU-27s"},
    {"the word left out", "short- and\nlong-, pre-\nand post-\nor", "short- and\nlong-, pre-\nand post-\nor"},
    {"in an address", "http://x.org/a-\nb and www.x.org/c-\nd", "http://x.org/a-b and www.x.org/c-d"},
    {"a true hyphen in an address", "www.x.org/ar\u2010\nticle", "www.x.org/article"},
    {"in a doi", "10.1000/ab-\ncd", "10.1000/ab-cd"},
    {"a dash is none", "one -\ntwo \u2014\nthree\u2014\nfour", "one -\ntwo \u2014\nthree\u2014\nfour"},
    {"between blocks", "exam-\n\nple", "exam-\n\nple"},
    {"at the ends", "-\na-\n", "-\na-\n"},
};

TEST(HyphenationTest, JoinsDividedWords) {
  for (const HyphenationCase& c : hyphenation_cases) {
    RichText rich;
    rich.copy(c.text, {0, static_cast<std::uint32_t>(std::string_view(c.text).size())});
    apply_edits(rich, find_divided_words(rich.text));
    EXPECT_EQ(rich.text, c.joined) << c.trait;
  }
}

}  // namespace
}  // namespace citegraph::document
