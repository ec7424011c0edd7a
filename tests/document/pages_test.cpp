#include "document/pages.hpp"

#include <gtest/gtest.h>
#include <string>

#include "document/markdown_rows.hpp"
#include "document/page_furniture.hpp"

namespace citegraph::document {
namespace {

constexpr MarkdownRow joined[] = {
    {"goes on in lower case", "The states have quite different\n\nnotions of order.\n",
     "paragraph|The states have quite different/notions of order.\n"},
    {"inside a bracket", "They share a border (Roth,\n\n2009:83). Then.\n",
     "paragraph|They share a border (Roth,/2009:83). Then.\n"},
    {"the bracket is closed behind the break", "It was said (see the Act of\n\nUnion 1707) before.\n",
     "paragraph|It was said (see the Act of/Union 1707) before.\n"},
    {"behind a comma, with a capital", "First it was Paris, then,\n\nBerlin and so on.\n",
     "paragraph|First it was Paris, then,/Berlin and so on.\n"},
    {"behind a function word", "It was decided by the\n\nUnited Nations.\n",
     "paragraph|It was decided by the/United Nations.\n"},
    {"prose that stops at a capital",
     "It began a long time ago. They flew with the Red Air\n\nForce over the whole of the northern region in July.\n",
     "paragraph|It began a long time ago. They flew with the Red Air/Force over the whole of the northern region in "
     "July.\n"},
    {"behind an abbreviation", "This was found by Becker et al.\n\n(2019) and others.\n",
     "paragraph|This was found by Becker et al./(2019) and others.\n"},
    {"empty lines and a page number", "The trade relation hurts the\n\n\n12\n\n\n\ndefence product.\n",
     "paragraph|The trade relation hurts the/defence product.\n"},
    {"a running head", "The trade relation hurts the\n\nJournal of Trade 12\n\ndefence product.\n",
     "paragraph|The trade relation hurts the/defence product.\n"},
    {"a rule and a note", "The states have different\n\n---\n\n\\* The author thanks A. Roth\n\nnotions of order.\n",
     "paragraph|The states have different/notions of order.\nnote [*]|The author thanks A. Roth\n"},
    {"a rule and a numbered note", "The states have different\n\n---\n\n<sup>3</sup> See Roth.\n\nnotions of order.\n",
     "paragraph|The states have different/notions of order.\nnote [3]|See Roth.\n"},
    {"a figure and its caption",
     "The states have quite different\n\n![](a.png)\n\nFigure 2. The states.\n\nnotions of order.\n",
     "paragraph|The states have quite different/notions of order.\nparagraph|Figure 2. The states.\n"},
    {"emphasis over the break", "It was in the *Journal of\n\nthings*, 3.\n",
     "paragraph|It was in the {em:Journal of/things}, 3.\n"},
    {"a divided word", "They spoke of their devel-\n\nopment then.\n",
     "paragraph|They spoke of their development/then.\n"},
    {"over three pages", "One page and the\n\n7\n\nnext page and the\n\n8\n\nlast page.\n",
     "paragraph|One page and the/next page and the/last page.\n"},
    {"an item", "- Roth, A. On the theory of\n\nthings. Press, 2001.\n- Second.\n",
     "item 1|Roth, A. On the theory of/things. Press, 2001.\nitem 1|Second.\n"},
};

TEST(PagesTest, JoinsWhatAPageHasBroken) { expect_all(joined); }

constexpr MarkdownRow apart[] = {
    {"sentences", "It ends here.\n\nThen it goes on.\n", "paragraph|It ends here.\nparagraph|Then it goes on.\n"},
    {"entries that end without a full stop",
     "Roth, A. (2001). On things. Oxford: University Press\n\nSand, B. (2002). On others. Press\n",
     "paragraph|Roth, A. (2001). On things. Oxford: University Press\nparagraph|Sand, B. (2002). On others. Press\n"},
    {"entries that end with an address", "Roth, A. (2001). On things. http://x.org/a/\n\nSand, B. (2002). On others.\n",
     "paragraph|Roth, A. (2001). On things. http://x.org/a/\nparagraph|Sand, B. (2002). On others.\n"},
    {"a name that begins with a particle",
     "Roth, A. (2001). On things, 3, 12-15.\n\nvan der Berg, P. (2002). Others.\n",
     "paragraph|Roth, A. (2001). On things, 3, 12-15.\nparagraph|van der Berg, P. (2002). Others.\n"},
    {"a heading", "The states have quite different\n\n## notions\n",
     "paragraph|The states have quite different\nheading 2|notions\n"},
    {"the name of a section", "The list is given in the section that is named\n\nReferences\n",
     "paragraph|The list is given in the section that is named\nheading 2|References\n"},
    {"an item behind a paragraph", "There are these and the\n\n- others\n",
     "paragraph|There are these and the\nitem 1|others\n"},
    {"a numbered entry", "[11] Roth, A. On things and\n\n[12] Sand, B. Others.\n",
     "paragraph|[11] Roth, A. On things and\nparagraph|[12] Sand, B. Others.\n"},
    {"a term and its explanation", "PCR\n\npolymerase chain reaction\n",
     "paragraph|PCR\nparagraph|polymerase chain reaction\n"},
    {"keywords", "Keywords: trade, war, peace\n\nThe states are many and they are old.\n",
     "paragraph|Keywords: trade, war, peace\nparagraph|The states are many and they are old.\n"},
    {"a number in a sentence of its own", "In 2009.\n\n12 apples were sold.\n",
     "paragraph|In 2009.\nparagraph|12 apples were sold.\n"},
    {"a note behind a complete paragraph", "It ends here.\n\n---\n\n\\* A note.\n\nIt begins.\n",
     "paragraph|It ends here.\nparagraph|* A note.\nparagraph|It begins.\n"},
};

TEST(PagesTest, LeavesApartWhatIsComplete) { expect_all(apart); }

TEST(PagesTest, ARunningHeadThatBreaksASentenceIsDroppedEverywhere) {
  const std::string text =
      "It began with the\n\nJournal of Trade 12\n\nfirst of them.\n\nJournal of Trade 13\n\nThen the second.\n\n"
      "Journal of Trade 14\n\nThen the third.\n";
  EXPECT_EQ(dump(text, Format::markdown),
            "paragraph|It began with the/first of them.\nparagraph|Then the second.\nparagraph|Then the third.\n");
}

constexpr const char* entries[] = {
    "Adams, B. (2001). Title of first. Press.",    "Baker, C. (2002). Title of second. Press.",
    "Carter, D. (2003). Title of third. Press.",   "Dawson, E. (2004). Title of fourth. Press.",
    "Ellis, F. (2005). Title of fifth. Press.",    "Foster, G. (2006). Title of sixth. Press.",
    "Graham, H. (2007). Title of seventh. Press.", "Harris, I. (2008). Title of eighth. Press."};

// A page may cut an entry behind any word; the order of the list tells.
TEST(PagesTest, AHeadBesideTheNumbersOfPagesIsDropped) {
  const std::string paragraph = "The rain falls, and the rivers rise over their banks again.\n\n";
  const std::string text = paragraph + "11\n\nRivers of the North 12 (2010)\n\n" + paragraph +
                           "12\n\nRivers of the North 12 (2010)\n\n" + paragraph + "Rivers of the South\n\n" +
                           paragraph;
  const Document document = parse_document(text, "a.md");
  EXPECT_EQ(document.text.find("Rivers of the North"), std::string::npos) << document.text;
  EXPECT_NE(document.text.find("Rivers of the South"), std::string::npos) << document.text;
  EXPECT_EQ(document.text.find("12"), std::string::npos) << document.text;
}

TEST(PagesTest, AHeadAmongTheLinesOfAParagraphIsDropped) {
  constexpr const char* waters[] = {"rivers", "streams", "brooks", "lakes"};
  std::string text;
  for (int page = 11; page < 15; ++page)
    text += "The rain falls on the hills and on the plains, and the\n" + std::string(waters[page - 11]) +
            " rise over their\n" + std::to_string(page) +
            "\nRivers of the North\nbanks again, as they have done of old.\n\n";
  const Document document = parse_document(text, "a.txt");
  EXPECT_EQ(document.text.find("Rivers of the North"), std::string::npos) << document.text;
  EXPECT_NE(document.text.find("rivers rise over their\nbanks again"), std::string::npos) << document.text;
  // Twice is no habit.
  const std::string twice = "One\n11\nRivers of the North\ntwo.\n\nThree\n12\nRivers of the North\nfour.\n";
  EXPECT_NE(parse_document(twice, "a.txt").text.find("Rivers of the North"), std::string::npos);
}

TEST(PagesTest, AnEntryOfAnOrderedListIsJoinedWhereverItIsCut) {
  for (const bool items : {false, true})
    for (std::size_t cut = 1; cut + 1 < std::size(entries); ++cut) {
      const std::string entry = entries[cut];
      for (std::size_t i = entry.find(' '); i != std::string::npos; i = entry.find(' ', i + 1)) {
        std::string text = "## References\n\n";
        std::string expected = "heading 2|References\n";
        for (std::size_t k = 0; k < std::size(entries); ++k) {
          std::string printed = entries[k];
          std::string seen = printed;
          if (k == cut) {
            printed.replace(i, 1, "\n\n");
            seen[i] = '/';
          }
          text += (items ? "- " : "") + printed + "\n\n";
          expected += (items ? "item 1|" : "paragraph|") + seen + "\n";
        }
        EXPECT_EQ(dump(text, Format::markdown), expected);
      }
    }
}

TEST(PagesTest, ANumberedListKeepsWhatFollowsItApart) {
  std::string text = "## References\n\n";
  std::string expected = "heading 2|References\n";
  for (int i = 1; i <= 8; ++i) {
    text += "[" + std::to_string(i) + "] Roth, A. Title. 2001.\n\n";
    expected += "paragraph|[" + std::to_string(i) + "] Roth, A. Title. 2001.\n";
  }
  text += "The publisher remains neutral.\n";
  expected += "paragraph|The publisher remains neutral.\n";
  EXPECT_EQ(dump(text, Format::markdown), expected);
}

struct LineCase {
  const char* line;
  bool is;
};

constexpr LineCase page_numbers[] = {{"12", true},
                                     {"1234", true},
                                     {"- 12 -", true},
                                     {"Page 12", true},
                                     {"p. 12", true},
                                     {"12 of 20", true},
                                     {"12/20", true},
                                     {"Page 3 of 9", true},
                                     {"xii", true},
                                     {"{3}----------", true},
                                     {"12345", false},
                                     {"12.", false},
                                     {"2009,", false},
                                     {"12 apples", false},
                                     {"I think", false},
                                     {"a", false},
                                     {"", false},
                                     {"3 4", false},
                                     {"[1]", false},
                                     {"(2)", false},
                                     {"civil", false},
                                     {"iv", true},
                                     {"XLII", true},
                                     {"iiii", false},
                                     {"xcix", true},
                                     {"Page", false},
                                     {"pages twelve", false}};

TEST(PagesTest, KnowsPageNumbers) {
  for (const LineCase& c : page_numbers) EXPECT_EQ(is_page_number(c.line), c.is) << c.line;
}

struct LabelCase {
  const char* line;
  std::uint32_t size;
  const char* label;
};

constexpr LabelCase labels[] = {{"\\* The author", 3, "*"},
                                {"* The author", 2, "*"},
                                {"\u2020The author", 3, "\u2020"},
                                {"1 See", 2, "1"},
                                {"<sup>12</sup> See", 14, "12"},
                                {"<sup>12 See", 0, ""},
                                {"1997 was", 0, ""},
                                {"The author", 0, ""},
                                {"12", 0, ""},
                                {"*em* text", 0, ""},
                                {"", 0, ""}};

TEST(PagesTest, KnowsLabelsOfNotes) {
  for (const LabelCase& c : labels) {
    TextSpan label;
    EXPECT_EQ(note_label(c.line, label), c.size) << c.line;
    if (c.size != 0) {
      EXPECT_EQ(slice(c.line, label), c.label) << c.line;
    }
  }
}

}  // namespace
}  // namespace citegraph::document
