#include "bibliography/latex.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>
#include <string_view>

#include "text/utf8.hpp"

namespace citegraph::bibliography {
namespace {

struct Row {
  std::string_view trait;
  std::string_view text;
  std::string_view expected;
};

TEST(Latex, SpecialCharacters) {
  static constexpr Row rows[] = {
      {"plain", "Tides of 1992", "Tides of 1992"},
      {"escaped with a backslash", "# $ % & _", "\\# \\$ \\% \\& \\_"},
      {"as commands", "~ ^ < > |", "\\textasciitilde{} \\textasciicircum{} \\textless{} \\textgreater{} \\textbar{}"},
      {"backslash", "a\\b", "a\\textbackslash{}b"},
      {"braces", "a{b}c", "a\\textbraceleft{}b\\textbraceright{}c"},
      {"quotes stay", "\"a\" 'b' c", "\"a\" 'b' c"},
      {"what LaTeX would join", "a--b `c'' it''s", "a-{}-b \\textasciigrave{}c'{}' it'{}'s"},
      {"white space", " a\t\n b  c ", "a b c"},
      {"control characters", std::string_view("a\x01\0b", 4), "a b"},
      {"letters stay", "Müller–Žižek 😀", "Müller–Žižek 😀"},
      {"no UTF-8", "a\xFF", "a\uFFFD"},
      {"empty", "", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(latex_text(row.text, Charset::utf8), row.expected) << row.trait;
}

TEST(Latex, AsciiCommands) {
  static constexpr Row rows[] = {
      {"accents above", "é è ê ñ ö ā ż", "{\\'e} {\\`e} {\\^e} {\\~n} {\\\"o} {\\=a} {\\.z}"},
      {"commands of letters", "š ő ă å", "{\\v{s}} {\\H{o}} {\\u{a}} {\\aa}"},
      {"accents below", "ç ę ș ạ", "{\\c{c}} {\\k{e}} {\\textcommabelow{s}} {\\d{a}}"},
      {"dotless", "ï í ĵ", "{\\\"{\\i}} {\\'{\\i}} {\\^{\\j}}"},
      {"capital I has no dot", "Í", "{\\'I}"},
      {"letters of their own", "ß æ Ø ł đ þ ı", "{\\ss} {\\ae} {\\O} {\\l} {\\dj} {\\th} {\\i}"},
      {"decomposed", "e\u0301 u\u0308", "{\\'e} {\\\"u}"},
      {"two accents stay", "ế", "ế"},
      {"dashes", "1–2 a—b", "1--2 a---b"},
      {"quotes", "“a” ‘b’ „c“ «d»", "``a'' `b' {\\quotedblbase}c`` {\\guillemotleft}d{\\guillemotright}"},
      {"Greek", "α→β", "\\ensuremath{\\alpha}\\ensuremath{\\rightarrow}\\ensuremath{\\beta}"},
      {"superscript", "m²", "m\\textsuperscript{2}"},
      {"ligatures", "ﬁne", "fine"},
      {"no-break space", "a\u00A0b", "a~b"},
      {"no command", "Иван 王 😀", "Иван 王 😀"},
  };
  for (const Row& row : rows) EXPECT_EQ(latex_text(row.text, Charset::latex), row.expected) << row.trait;
}

TEST(Latex, Titles) {
  static constexpr Row rows[] = {
      {"capitals inside", "The DNA of mRNA", "The {DNA} of {mRNA}"},
      {"name with capital inside", "McDonald and iPhone", "{McDonald} and {iPhone}"},
      {"abbreviation with its stop", "In the U.S.", "In the {U.S.}"},
      {"punctuation outside", "“NATO” and (EU)!", "“{NATO}” and ({EU})!"},
      {"first letters only", "A Title of Words", "A Title of Words"},
      {"hyphenated first letters", "Sino-American Tides", "Sino-American Tides"},
      {"all in capitals: nothing to protect", "TIDES AND DIKES", "TIDES AND DIKES"},
      {"escapes inside", "R&D costs", "{R\\&D} costs"},
  };
  for (const Row& row : rows) EXPECT_EQ(latex_title(row.text, Charset::utf8), row.expected) << row.trait;
}

TEST(Latex, Verbatim) {
  static constexpr Row rows[] = {
      {"as it stands", "http://a.org/b_c%20d#e&f~g?x=$1", "http://a.org/b_c%20d#e&f~g?x=$1"},
      {"braces", "http://a.org/{x}", "http://a.org/%7Bx%7D"},
      {"blank", "http://a.org/a b ", "http://a.org/a%20b"},
      {"backslash", "a\\b", "a%5Cb"},
  };
  for (const Row& row : rows) EXPECT_EQ(latex_verbatim(row.text), row.expected) << row.trait;
}

TEST(Latex, BracesAreBalancedWhateverTheText) {
  for (const Charset charset : {Charset::utf8, Charset::latex}) {
    for (char32_t c = 1; c < 0x3000; ++c) {
      std::string text = "a";
      text::append(text, c);
      for (const std::string& latex : {latex_text(text, charset), latex_title(text, charset), latex_verbatim(text)}) {
        EXPECT_EQ(std::count(latex.begin(), latex.end(), '{'), std::count(latex.begin(), latex.end(), '}')) << latex;
        EXPECT_NE(latex.back(), '\\') << latex;
      }
    }
  }
}

}  // namespace
}  // namespace citegraph::bibliography
