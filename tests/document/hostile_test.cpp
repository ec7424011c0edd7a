// Text that is made to break a parser: any is valid, and none may take more than linear time.
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/document.hpp"
#include "citegraph/error.hpp"

#include "document/invariants.hpp"
#include "processor_time.hpp"

namespace citegraph::document {
namespace {

constexpr std::string_view patterns[] = {
    "[",
    "]",
    "(",
    ")",
    "*a ",
    "a*",
    "*",
    "**a",
    "*_",
    "_a ",
    "*a_ ",
    "a**b",
    "> ",
    ">\n",
    "- ",
    "-\n",
    "- a\n",
    "1. ",
    "# ",
    "a-\n",
    "<",
    "<a ",
    "<i>",
    "</i>",
    "<sup>",
    "<!--",
    "<a href=\"",
    "&",
    "&amp;",
    "\\",
    "`",
    "` ",
    "$",
    "$a ",
    "^",
    "~a",
    "http://",
    "[^a]",
    "[^a]: b\n",
    "[a]: /b\n",
    "[a](",
    "[a](b",
    "[a](<b",
    "[a](u)",
    "![",
    "|",
    "a|b\n-|-\n",
    "```\n",
    "    a\n",
    "\t",
    "\r",
    "\f",
    "abc\f12\n",
    "a",
    " ",
    "\n",
    "a\n\n",
    "12\n\n",
    "and the\n\n",
    "Head 1\n\nthe thing and\n\n",
    "(a\n\n",
    "Figure 1\n\n",
    "a\n-\n",
    "---\n",
    "\u00A0",
    "\U0001F600",
    "\u05E9\u05DC ",
    "a\u00AD\n",
    "\u2022 a\n",
    "Lee, A. 2001.\n\n",
    "[1] a\n\n",
    "van \n\n",
    "\u0301",
    "\uFFFD",
    "...",
    "et al.\n\n",
    "\xFF",
    "\xC3(",
    "\xED\xA0\x80",
};

TEST(HostileTest, AnyPatternIsReadInTime) {
  for (const std::string_view pattern : patterns)
    for (const Format format : {Format::markdown, Format::plain_text}) {
      std::string text;
      while (text.size() < (1U << 18U)) text += pattern;
      ReadOptions options;
      options.format = format;
      Document document;
      // A release build takes a few hundredths of a second; what is quadratic takes far longer than this.
      EXPECT_LT(test::processor_seconds([&] { document = parse_document(text, {}, options); }), 5.0) << pattern;
      expect_sound(document);
    }
}

TEST(HostileTest, NestedBracketsWithLinks) {
  std::string text(200000, '[');
  for (int i = 0; i < 50000; ++i) text += "[a](u.v)";
  text += std::string(200000, ']');
  expect_sound(parse_document(text, "a.md"));
}

TEST(HostileTest, BacktickRunsOfEveryLength) {
  std::string text;
  for (std::size_t i = 1; i < 1400; ++i) text += std::string(i, '`') + "' ";
  expect_sound(parse_document(text, "a.md"));
}

TEST(HostileTest, DeepIndentation) {
  std::string text;
  for (std::size_t i = 0; i < 1000; ++i) text += std::string(i, ' ') + "- a\n\n";
  expect_sound(parse_document(text, "a.md"));
}

// All texts of up to five pieces of markup.
TEST(HostileTest, EveryShortText) {
  constexpr std::string_view pieces[] = {"*", "_",  "[",  "](b.c)", "`",     "\n", " ",
                                         "a", "- ", "> ", "<i>",    "&amp;", "\\"};
  std::vector<std::string> texts = {""};
  std::size_t from = 0;
  for (int length = 1; length <= 4; ++length) {
    const std::size_t end = texts.size();
    for (; from < end; ++from)
      for (const std::string_view piece : pieces) texts.push_back(texts[from] + std::string(piece));
  }
  for (const std::string& text : texts) {
    const Document document = parse_document(text, "a.md");
    expect_sound(document);
    if (::testing::Test::HasFatalFailure()) FAIL() << text;
  }
}

std::string sample() {
  return "---\ntitle: A\nauthor: B C\n---\n\n# A *title*\n\nAnn Lee^1^, Bo\u00E9\\*\n\n## Intro:\n\nText "
         "(Lee,\n\n12\n\n2009:83) and "
         "[link](http://x.org/a_b) and <https://y.org> with exam-\nple[^1] &eacute; `c` $x^2$ "
         "<sup>st</sup>.\n\n---\n\n\\* A note\n\n"
         "goes on. | A | b |\n\n| a | b |\n|---|---|\n| c | d |\n\n> q\n\n```\ncode\n```\n\n[^1]: Note\n    two\n\n## "
         "References\n\n- Adams, B. "
         "*Title*. 2001.\n- Baker, C. (2002).\n\n[3] Third.\n1. One\n2. Two\n";
}

TEST(HostileTest, EveryPrefixAndEverySingleByteChange) {
  const std::string whole = sample();
  for (const char* path : {"a.md", "a.txt"}) {
    for (std::size_t size = 0; size <= whole.size(); ++size) expect_sound(parse_document(whole.substr(0, size), path));
    for (std::size_t i = 0; i < whole.size(); ++i)
      for (const char c : {'\0', '\n', '\r', '\f', '*', '[', ']', '<', '`', '\\', '\xC3', '\xFF', ' '}) {
        std::string changed = whole;
        changed[i] = c;
        const Document document = parse_document(changed, path);
        expect_sound(document);
        if (::testing::Test::HasFatalFailure()) FAIL() << path << " " << i << " " << static_cast<int>(c);
      }
  }
}

TEST(HostileTest, RandomMixturesOfMarkup) {
  std::uint64_t state = 1;
  const auto random = [&](std::size_t limit) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::size_t>(state >> 33U) % limit;
  };
  const std::string whole = sample();
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (std::size_t k = random(30); k > 0; --k) {
      if (random(2) == 0) {
        text += patterns[random(std::size(patterns))];
      } else {
        text += whole.substr(random(whole.size()), random(40));
      }
    }
    const Document document = parse_document(text, round % 2 == 0 ? "a.md" : "a.txt");
    expect_sound(document);
    if (::testing::Test::HasFatalFailure()) FAIL() << "round " << round << ": " << text;
  }
}

}  // namespace
}  // namespace citegraph::document
