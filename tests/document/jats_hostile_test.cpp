// XML that is made to break a reader: it is read or refused, in linear time, without deep recursion.
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

constexpr std::size_t size = 1U << 18U;

std::string repeated(std::string_view pattern, std::size_t bytes = size) {
  std::string text;
  while (text.size() < bytes) text += pattern;
  return text;
}

// Reads or refuses.
void expect_survived(const std::string& xml) {
  try {
    for (const Document& document : parse_documents(xml, "a.xml")) expect_sound(document);
  } catch (const Error&) {
  }
}

void expect_quick(const std::string& xml, std::string_view what) {
  // A release build takes a few hundredths of a second; what is quadratic takes far longer than this.
  EXPECT_LT(test::processor_seconds([&] { expect_survived(xml); }), 5.0) << what;
}

std::string in_body(const std::string& content) { return "<article><body>" + content + "</body></article>"; }

std::string in_list(const std::string& content) {
  return "<article><body><p>a</p></body><back><ref-list>" + content + "</ref-list></back></article>";
}

constexpr std::string_view elements[] = {
    "p",
    "sec",
    "title",
    "label",
    "list",
    "list-item",
    "fig",
    "fn",
    "table",
    "td",
    "italic",
    "disp-quote",
    "xref",
    "ext-link",
    "code",
    "ref-list",
    "ref",
    "caption",
    "mml:math",
    "mixed-citation",
    "person-group",
    "name",
    "comment",
    "sub-article",
    "response",
    "boxed-text",
    "article",
    "name-alternatives",
    "string-name",
    "element-citation",
    "table-wrap",
    "foo",
};

TEST(JatsHostileTest, AnyElementNestedDeeply) {
  for (const std::string_view name : elements) {
    const std::string open = "<" + std::string(name) + ">";
    const std::string close = "</" + std::string(name) + ">";
    const std::size_t depth = size / (open.size() + close.size() + 1);
    std::string nested;
    for (std::size_t i = 0; i < depth; ++i) nested += open + "a";
    for (std::size_t i = 0; i < depth; ++i) nested += close;
    expect_quick(in_body(nested), name);
    expect_quick(in_list("<ref id=\"B\"><mixed-citation>" + nested + "</mixed-citation></ref>"), name);
  }
}

TEST(JatsHostileTest, TwoElementsInTurnNestedDeeply) {
  for (const std::string_view first : elements)
    for (const std::string_view second : elements) {
      std::string nested;
      const std::size_t depth = 200;
      for (std::size_t i = 0; i < depth; ++i) nested += "<" + std::string(first) + ">a<" + std::string(second) + ">";
      for (std::size_t i = 0; i < depth; ++i) nested += "</" + std::string(second) + ">b</" + std::string(first) + ">";
      expect_quick(in_body(nested), first);
    }
}

TEST(JatsHostileTest, AnyElementManyTimes) {
  for (const std::string_view name : elements) {
    const std::string element = "<" + std::string(name) + ">a b</" + std::string(name) + ">";
    expect_quick(in_body("<p>" + repeated(element) + "</p>"), name);
    expect_quick(in_body(repeated(element)), name);
    expect_quick(in_list(repeated(element)), name);
    expect_quick(in_list("<ref><mixed-citation>" + repeated(element) + "</mixed-citation></ref>"), name);
    expect_quick(in_list("<ref><element-citation>" + repeated(element) + "</element-citation></ref>"), name);
  }
}

constexpr std::string_view fields[] = {"year",  "month",  "source",        "article-title", "volume", "fpage",
                                       "lpage", "pub-id", "publisher-loc", "edition",       "collab", "etal",
                                       "isbn",  "uri"};

TEST(JatsHostileTest, AnyFieldManyTimes) {
  for (const std::string_view name : fields) {
    const std::string field = repeated("<" + std::string(name) + ">12</" + std::string(name) + ">");
    expect_quick(in_list("<ref><element-citation>" + field + "</element-citation></ref>"), name);
    expect_quick(in_list("<ref><mixed-citation>x" + field + "</mixed-citation></ref>"), name);
    expect_quick(in_list("<ref><mixed-citation>x" + repeated("12 ") + "</mixed-citation><element-citation>" + field +
                         "</element-citation></ref>"),
                 name);
  }
}

constexpr std::string_view broken[] = {"<",   ">",    "&",    "&#",     "&#x41",  "<!--", "<![CDATA[",
                                       "]]>", "<?a",  "</p>", "<p ",    "<p a='", "\xFF", "<!DOCTYPE a [",
                                       "<p/", "<p><", "\"",   "<a:b:c>"};

TEST(JatsHostileTest, BrokenMarkup) {
  for (const std::string_view pattern : broken) {
    expect_quick(in_body("<p>" + repeated(pattern) + "</p>"), pattern);
    expect_quick(repeated(pattern), pattern);
    expect_quick("<?xml version=\"1.0\"?>" + repeated(pattern), pattern);
    expect_quick("<!DOCTYPE article [" + repeated(pattern) + "]><article><body/></article>", pattern);
  }
}

TEST(JatsHostileTest, LargeAttributes) {
  expect_quick("<article><body><p id=\"" + repeated("a ") + "\">b</p></body></article>", "value");
  expect_quick("<article><body><p><xref ref-type=\"bibr\" rid=\"" + repeated("B ") + "\">b</xref></p></body></article>",
               "ids");
  std::string many = "<article><body><p>a<xref";
  for (std::size_t i = 0; i < 20000; ++i) many += " a" + std::to_string(i) + "=\"1\"";
  expect_quick(many + ">b</xref></p></body></article>", "count");
}

// Each would hold thousands of entries.
TEST(JatsHostileTest, ManyRanges) {
  std::string list;
  for (int i = 1; i <= 4000; ++i)
    list += "<ref id=\"B" + std::to_string(i) + "\"><label>" + std::to_string(i) + "</label></ref>";
  const std::string range =
      "<xref ref-type=\"bibr\" rid=\"B1\">1</xref>-<xref ref-type=\"bibr\" rid=\"B4000\">4000</xref>, ";
  expect_quick(
      "<article><body><p>" + repeated(range) + "</p></body><back><ref-list>" + list + "</ref-list></back></article>",
      "ranges");
}

TEST(JatsHostileTest, EntityBombs) {
  const std::string bomb =
      "<!DOCTYPE article [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c "
      "\"&b;&b;&b;&b;&b;&b;\">"
      "<!ENTITY x SYSTEM \"file:///etc/passwd\">]><article><body><p>&c;&x;</p></body></article>";
  EXPECT_EQ(parse_document(bomb, "a.xml").text, "&c;&x;");
}

TEST(JatsHostileTest, ManyArticlesInside) {
  const std::string inside =
      "<sub-article><body><p><xref ref-type=\"bibr\" rid=\"B1\">1</xref></p></body></sub-article>";
  std::string list = "<back><ref-list>" + repeated("<ref id=\"B1\"/>") + "</ref-list></back>";
  expect_quick("<article><body/>" + list + repeated(inside, 1U << 17U) + "</article>", "sub-articles");
}

constexpr std::string_view hostile_sample =
    "<?xml version=\"1.0\"?>\n<!DOCTYPE article [<!ENTITY x "
    "\"y\">]>\n<article><front><article-meta><title-group><article-title>"
    "T&#233;</article-title></title-group></article-meta></front><body><sec><title>A</title><p>b <xref "
    "ref-type=\"bibr\" rid=\"B1\">"
    "[1]</xref>–<xref ref-type=\"bibr\" rid=\"B3\">[3]</xref><fn "
    "id=\"f\"><p>n</p></fn></p><table><tr><td>c</td></tr></table></sec>"
    "</body><back><ref-list><ref "
    "id=\"B1\"><label>1</label><element-citation><name><surname>Lee</surname></name><year>2001</year>"
    "<source>S</source><fpage>1</fpage><lpage>2</lpage></element-citation></ref><ref id=\"B3\"><mixed-citation>D &amp; "
    "<italic>E"
    "</italic></mixed-citation></ref></ref-list></back></article>";

TEST(JatsHostileTest, EveryPrefix) {
  for (std::size_t i = 0; i <= hostile_sample.size(); ++i) expect_survived(std::string(hostile_sample.substr(0, i)));
}

TEST(JatsHostileTest, EveryChangeOfAByte) {
  for (std::size_t i = 0; i < hostile_sample.size(); ++i)
    for (const char c : {'<', '>', '&', '/', '"', ' ', 'a', '\0', '\xFF'}) {
      std::string changed(hostile_sample);
      changed[i] = c;
      expect_survived(changed);
    }
}

TEST(JatsHostileTest, EveryTagLeftOut) {
  for (std::size_t i = hostile_sample.find('<'); i != std::string_view::npos; i = hostile_sample.find('<', i + 1)) {
    std::string changed(hostile_sample);
    changed.erase(i, changed.find('>', i) + 1 - i);
    expect_survived(changed);
  }
}

}  // namespace
}  // namespace citegraph::document
