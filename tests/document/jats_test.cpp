#include "document/jats.hpp"

#include <gtest/gtest.h>
#include <string>

#include "citegraph/error.hpp"

#include "document/dump.hpp"
#include "document/dump_tagged.hpp"
#include "document/invariants.hpp"

namespace citegraph::document {
namespace {

Document read(const std::string& xml) {
  Document document = parse_document(xml, "a.xml");
  expect_sound(document);
  expect_exact(document);
  return document;
}

struct JatsCase {
  const char* trait;
  const char* xml;  // inside <article>
  const char* dump;
};

std::string article(const char* content) { return std::string("<article>") + content + "</article>"; }

// ---- text

constexpr JatsCase jats_text_cases[] = {
    {"nothing", "<front/>", ""},
    {"title, abstract, body",
     "<front><article-meta><title-group><article-title>On <italic>Ships</italic></article-title></title-group>"
     "<contrib-group><contrib><name><surname>Lee</surname></name></contrib></contrib-group>"
     "<abstract><title>Summary</title><p>Short.</p></abstract></article-meta></front><body><p>One.</p><p>Two.</p></"
     "body>",
     "heading 1|On {em:Ships}\nheading 2|Summary\nparagraph|Short.\nparagraph|One.\nparagraph|Two.\n"},
    {"sections by depth, numbered",
     "<body><sec><label>1</label><title>A</title><p>a</p><sec><title>B</title><p>b</p></sec></sec></body>",
     "heading 2|1 A\nparagraph|a\nheading 3|B\nparagraph|b\n"},
    {"white space is collapsed", "<body>\n <p>\n  One\n\ttwo&#x20;&#10;three <bold> four </bold>five\n </p>\n</body>",
     "paragraph|One two three {strong:four} five\n"},
    {"marks",
     "<body><p>a<sup>2</sup> b<sub>i</sub> <monospace>c</monospace> <italic>d <italic>e</italic></italic></p></body>",
     "paragraph|a{sup:2} b{sub:i} {code:c} {em:d e}\n"},
    {"links",
     "<body><p><ext-link xlink:href=\"http://a.b/c?d=e&amp;f\">here</ext-link> <uri>http://g.h</uri></p></body>",
     "paragraph|{link:here=http://a.b/c?d=e&f} {link:http://g.h=http://g.h}\n"},
    {"entities", "<body><p>R&#233;sum&#xe9; &amp; caf&eacute; &lt;x> &unknown; AT&T</p></body>",
     "paragraph|Résumé & café <x> &unknown; AT&T\n"},
    {"character data sections and comments", "<body><p>a <![CDATA[<b> &amp;]]><!-- no --> c</p></body>",
     "paragraph|a <b> &amp; c\n"},
    {"a line break", "<body><p>One<break/>two</p></body>", "paragraph|One/two\n"},
    {"lists",
     "<body><list><list-item><label>1.</label><p>a</p><p>b</p></list-item><list-item><p>c</p><list><list-item><p>d</p>"
     "</list-item></list></list-item></list></body>",
     "item 1 [1.]|a\nitem 1|b\nitem 1|c\nitem 2|d\n"},
    {"a list inside a paragraph", "<body><p>Before <list><list-item><p>a</p></list-item></list> after</p></body>",
     "paragraph|Before\nitem 1|a\nparagraph|after\n"},
    {"definitions", "<body><def-list><def-item><term>A</term><def><p>is b</p></def></def-item></def-list></body>",
     "item 1|A is b\n"},
    {"quotation", "<body><disp-quote><p>q</p><attrib>Lee</attrib></disp-quote><p>r</p></body>",
     "quote|q\nquote|Lee\nparagraph|r\n"},
    {"a note follows its paragraph",
     "<body><p>One<xref ref-type=\"fn\" rid=\"n1\"><sup>1</sup></xref><fn id=\"n1\"><label>1</label><p>Note.</p></fn> "
     "two.</p>"
     "<p>Three.</p></body>",
     "paragraph|One{sup:{sup:1=^n1}} two.\nnote [n1]|Note.\nparagraph|Three.\n"},
    {"figure inside a paragraph",
     "<body><p>One <fig><label>Figure 1</label><caption><title>F.</title><p>More <fn><p>N</p></fn>of it.</p></caption>"
     "<graphic/></fig>two.</p></body>",
     "paragraph|One two.\nparagraph|Figure 1 F.\nparagraph|More of it.\nnote|N\n"},
    {"table with notes",
     "<body><table-wrap><label>Table "
     "1</label><caption><p>T</p></caption><table><thead><tr><th>A</th><th/><th>B</th></tr>"
     "</thead><tbody><tr><td><p>c</p><p>d</p></td><td>e</td></tr></tbody></table><table-wrap-foot><fn><p>f</p></fn>"
     "</table-wrap-foot></table-wrap></body>",
     "paragraph|Table 1 T\ntable|A |  | B/c d | e\nnote|f\n"},
    {"formulas",
     "<body><p>If <inline-formula><alternatives><mml:math>\n <mml:mi>x</mml:mi>\n <mml:mo>=</mml:mo> <mml:mn>2</mml:mn>"
     "</mml:math><tex-math>$x=2$</tex-math></alternatives></inline-formula> then</p></body>",
     "paragraph|If x=2 then\n"},
    {"code keeps its lines", "<body><code>a =  b;\r\n\r\n  c();\n</code><p>d</p></body>",
     "code|a =  b;/  c();\nparagraph|d\n"},
    {"back matter",
     "<back><ack><title>Thanks</title><p>To B.</p></ack><app-group><app><title>App</title><p>c</p></app>"
     "</app-group></back>",
     "heading 2|Thanks\nparagraph|To B.\nheading 2|App\nparagraph|c\n"},
    {"floats", "<body><p>a</p></body><floats-group><fig><caption><p>b</p></caption></fig></floats-group>",
     "paragraph|a\nparagraph|b\n"},
    {"articles inside the article are not its text",
     "<body><p>a</p></body><sub-article><body><p>b</p></body></sub-article><response><body><p>c</p></body></response>",
     "paragraph|a\n"},
    {"text without a paragraph", "<body>a<sec>b <x>c</x></sec></body>", "paragraph|a\nparagraph|b c\n"},
    {"unknown elements", "<body><p>a <foo>b<bar/>c</foo></p><foo><p>d</p></foo></body>",
     "paragraph|a bc\nparagraph|d\n"},
    {"a mark around paragraphs stays within blocks", "<body><bold><p>a</p><p>b</p></bold></body>",
     "paragraph|a\nparagraph|{strong:b}\n"},
};

TEST(JatsTest, Text) {
  for (const JatsCase& row : jats_text_cases) EXPECT_EQ(dump(read(article(row.xml))), row.dump) << row.trait;
}

// ---- entries

constexpr JatsCase jats_entry_cases[] = {
    {"printed with punctuation",
     "<ref id=\"B1\"><label>1.</label><mixed-citation "
     "publication-type=\"journal\"><string-name><surname>Lee</surname>, "
     "<given-names>A.</given-names></string-name> (<year>2001</year>). <article-title>Of ships</article-title>. "
     "<source><italic>Harbours</italic></source>, <volume>3</volume>(<issue>2</issue>), "
     "<fpage>4</fpage>–<lpage>9</lpage>."
     "</mixed-citation></ref>",
     "heading 2|References\nitem 1 [1.]|Lee, A. (2001). Of ships. {em:Harbours}, 3(2), 4–9.\n"
     "entry B1 [1.]\n  article-journal author=Lee,A.; date=2001; title=Of ships; container-title=Harbours; "
     "volume=3; issue=2; pages=4-9~4–9\n"},
    {"fields only",
     "<ref id=\"B1\"><element-citation publication-type=\"journal\"><person-group person-group-type=\"author\"><name>"
     "<surname>Lee</surname><given-names>A</given-names></name><name><surname>van "
     "Dam</surname><given-names>B</given-names>"
     "</name><etal/></person-group><year>2001</year><article-title>Of ships.</article-title><source>Harbours</source>"
     "<volume>3</volume><fpage>4</fpage><lpage>9</lpage><pub-id pub-id-type=\"doi\">10.1000/182</pub-id>"
     "</element-citation></ref>",
     "heading 2|References\nitem 1|Lee A, van Dam B, et al. (2001). Of ships. Harbours, 3, 4-9. 10.1000/182.\n"
     "entry B1\n  article-journal author=Lee,A~Lee A; author=van Dam,B~van Dam B; author=et al.; date=2001; "
     "title=Of ships.; container-title=Harbours; volume=3; pages=4-9; doi=10.1000/182\n"},
    {"text without tags",
     "<ref id=\"B1\"><mixed-citation>Lee A. <italic>Of ships</italic>. 2001.</mixed-citation></ref>",
     "heading 2|References\nitem 1|Lee A. {em:Of ships}. 2001.\nentry B1\n  document\n"},
    {"printed once and tagged once",
     "<ref id=\"B1\"><mixed-citation>LEE, A.; van DAM, B. <italic>Of ships</italic>. 2. ed. Oslo: Fjord, 2001. p. 12-9."
     "</mixed-citation><element-citation publication-type=\"book\"><person-group "
     "person-group-type=\"author\"><name><surname>"
     "LEE</surname><given-names>A.</given-names></name><name><surname>van "
     "DAM</surname><given-names>B.</given-names></name>"
     "</person-group><source>Of "
     "ships</source><edition>2</edition><publisher-loc>Oslo</publisher-loc><publisher-name>Fjord"
     "</publisher-name><year>2001</year><fpage>12</fpage><lpage>19</lpage></element-citation></ref>",
     "heading 2|References\nitem 1|LEE, A.; van DAM, B. {em:Of ships}. 2. ed. Oslo: Fjord, 2001. p. 12-9.\n"
     "entry B1\n  book author=LEE,A.~LEE, A.; author=van DAM,B.~van DAM, B.; title=Of ships; edition=2; "
     "publisher-place=Oslo; publisher=Fjord; date=2001; pages=12-19~12-9\n"},
    {"alternatives",
     "<ref id=\"B1\"><citation-alternatives><mixed-citation>Lee "
     "2001.</mixed-citation><element-citation><year>2001</year>"
     "</element-citation></citation-alternatives></ref>",
     "heading 2|References\nitem 1|Lee 2001.\nentry B1\n  document date=2001\n"},
    {"several works in one entry",
     "<ref id=\"B1\"><label>[1]</label><mixed-citation>(a) <name><surname>Lee</surname></name>, <year>2001</year>;"
     "</mixed-citation><mixed-citation id=\"B1b\">(b) <name><surname>Dam</surname></name>, "
     "<year>2002</year>.</mixed-citation>"
     "</ref>",
     "heading 2|References\nitem 1 [[1]]|(a) Lee, 2001; (b) Dam, 2002.\nentry B1 [[1]]\n"
     "  document author=Lee,; date=2001\n  document author=Dam,; date=2002\n"},
    {"elements that run into each other",
     "<ref "
     "id=\"B1\"><mixed-citation><person-group><name><surname>Lee</surname><given-names>A</given-names></name><name>"
     "<surname>Dam</surname><given-names>B</given-names></name></person-group>: "
     "<article-title>Ships?</article-title><source>"
     "Ports</source><year>2001</year>;<volume>3</volume></mixed-citation></ref>",
     "heading 2|References\nitem 1|Lee A, Dam B: Ships? Ports 2001;3\nentry B1\n  document author=Lee,A~Lee A; "
     "author=Dam,B~Dam B; title=Ships?; container-title=Ports; date=2001; volume=3\n"},
    {"chapter with editors",
     "<ref id=\"B1\"><element-citation publication-type=\"book\"><person-group "
     "person-group-type=\"author\"><collab>Port Office"
     "</collab></person-group><person-group person-group-type=\"editor\"><name><surname>Dam</surname><given-names>B"
     "</given-names><suffix>Jr</suffix></name></person-group><chapter-title>Ships</chapter-title><source>Sea</source>"
     "<month>3</month><year>2001</year><day>9</day></element-citation></ref>",
     "heading 2|References\nitem 1|Port Office (2001 3 9). Ships. In: Dam B Jr (eds.). Sea.\nentry B1\n"
     "  chapter author=Port Office; editor=Dam,B,Jr~Dam B Jr; title=Ships; container-title=Sea; date=2001-03-09~2001 3 "
     "9\n"},
    {"names behind the title are editors",
     "<ref id=\"B1\"><mixed-citation publication-type=\"book\"><string-name>A. Lee</string-name>, <chapter-title>Ships"
     "</chapter-title>, in <string-name>B. Dam</string-name> (ed.), <source>Sea</source></mixed-citation></ref>",
     "heading 2|References\nitem 1|A. Lee, Ships, in B. Dam (ed.), Sea\nentry B1\n  chapter author=Lee,A.; "
     "title=Ships; editor=Dam,B.; container-title=Sea\n"},
    {"identifiers",
     "<ref id=\"B1\"><mixed-citation>Lee, <source>Ports</source> <volume>3</volume>, <fpage>5</fpage> <pub-id "
     "pub-id-type=\"pmid\">123</pub-id> <pub-id pub-id-type=\"pmcid\">456</pub-id> <ext-link "
     "xlink:href=\"https://doi.org/10.1000/182\">Full text</ext-link><pub-id pub-id-type=\"coden\">XYZ</pub-id> "
     "<uri>http://a.b"
     "</uri></mixed-citation></ref>",
     "heading 2|References\nitem 1|Lee, Ports 3, 5 123 456 {link:Full text=https://doi.org/10.1000/182} "
     "{link:http://a.b=http://a.b}\nentry B1\n  document container-title=Ports; volume=3; pages=5; eprint=123; "
     "eprint=PMC456~456; "
     "doi=https://doi.org/10.1000/182~Full text; url=http://a.b\n"},
    {"a web page",
     "<ref id=\"B1\"><element-citation publication-type=\"webpage\"><source>Tides</source><ext-link "
     "xlink:href=\"http://a.b\"/><date-in-citation content-type=\"access-date\">2 May 2011</date-in-citation>"
     "</element-citation></ref>",
     "heading 2|References\nitem 1|Tides. http://a.b. 2 May 2011.\nentry B1\n  webpage title=Tides; url=http://a.b~; "
     "accessed=2 May 2011\n"},
    {"lists in lists, with titles",
     "<title>Works cited</title><ref-list><title>Sources</title><ref "
     "id=\"B1\"><mixed-citation>Lee.</mixed-citation></ref>"
     "</ref-list><ref-list><ref id=\"B2\"><mixed-citation>Dam.</mixed-citation></ref></ref-list>",
     "heading 2|Works cited\nheading 3|Sources\nitem 1|Lee.\nitem 1|Dam.\nentry B1\n  document\nentry B2\n  "
     "document\n"},
    {"white space inside names, a remark with an identifier",
     "<ref id=\"B1\"><element-citation publication-type=\"journal\">\n <name>\n  <surname>Lee</surname>\n  "
     "<given-names>A"
     "</given-names>\n </name>\n <name><surname>Dam</surname> "
     "</name><year>2001</year>\n<source>\n<italic>Ports</italic></source>"
     "<comment>arXiv:0709.2092 [hep-ph]</comment></element-citation></ref>",
     "heading 2|References\nitem 1|Lee A, Dam (2001). {em:Ports}. arXiv:0709.2092 [hep-ph].\nentry B1\n"
     "  article-journal author=Lee,A; author=Dam,; date=2001; container-title=Ports; "
     "eprint=arXiv:0709.2092~arXiv:0709.2092 [hep-ph]\n"},
    {"an author who is also an editor",
     "<ref id=\"B1\"><mixed-citation>Lee, A. Ships. In A. Lee &amp; B. Dam (eds.), Sea. "
     "2001.</mixed-citation><element-citation "
     "publication-type=\"book\"><person-group person-group-type=\"author\"><name><surname>Lee</surname><given-names>A."
     "</given-names></name></person-group><person-group "
     "person-group-type=\"editor\"><name><surname>Lee</surname><given-names>A."
     "</given-names></name><name><surname>Dam</surname><given-names>B.</given-names></name></"
     "person-group><chapter-title>Ships"
     "</chapter-title><source>Sea</source><year>2001</year></element-citation></ref>",
     "heading 2|References\nitem 1|Lee, A. Ships. In A. Lee & B. Dam (eds.), Sea. 2001.\nentry B1\n  chapter "
     "author=Lee,A.~Lee, A.; "
     "editor=Lee,A.~A. Lee; editor=Dam,B.~B. Dam; title=Ships; container-title=Sea; date=2001\n"},
    {"an entry without text", "<ref id=\"B1\"/><ref/>", "heading 2|References\nentry B1\nentry \n"},
};

TEST(JatsTest, Entries) {
  for (const JatsCase& row : jats_entry_cases) {
    const Document document =
        read("<article><body/><back><ref-list>" + std::string(row.xml) + "</ref-list></back></article>");
    EXPECT_EQ(dump(document) + dump_tagged(document), row.dump) << row.trait;
  }
}

// ---- citations

constexpr JatsCase jats_citation_cases[] = {
    {"author and year",
     "(<xref ref-type=\"bibr\" rid=\"B1\">Lee, 2001</xref>; <xref ref-type=\"bibr\" rid=\"B2\">2002</xref>)",
     "cites B1|Lee, 2001\ncites B2|2002\n"},
    {"brackets of the tag go",
     "<xref ref-type=\"bibr\" rid=\"B1\">[1]</xref>, <xref ref-type=\"bibr\" rid=\"B2\">Lee (2002)</xref>",
     "cites B1|1\ncites B2|Lee (2002)\n"},
    {"half a bracket",
     "<xref ref-type=\"bibr\" rid=\"B1\">Lee (2001</xref>) and (<xref ref-type=\"bibr\" rid=\"B2\">Dam 2002)</xref>",
     "cites B1|Lee (2001)\ncites B2|Dam 2002\n"},
    {"several entries in one", "<xref ref-type=\"bibr\" rid=\"B1 B3\">[1,3]</xref>", "cites B1 B3|1,3\n"},
    {"range between two tags",
     "[<xref ref-type=\"bibr\" rid=\"B1\">1</xref>–<xref ref-type=\"bibr\" rid=\"B4\">4</xref>]",
     "cites B1 B2 B3 B4|1–4\n"},
    {"range between brackets",
     "<xref ref-type=\"bibr\" rid=\"B1\">[1]</xref>-<xref ref-type=\"bibr\" rid=\"B3\">[3]</xref>",
     "cites B1 B2 B3|1]-[3\n"},
    {"range of raised numbers",
     "<sup>(</sup><xref ref-type=\"bibr\" rid=\"B2\"><sup>2</sup></xref><sup>)-(</sup><xref ref-type=\"bibr\" "
     "rid=\"B4\"><sup>4"
     "</sup></xref><sup>)</sup>",
     "cites B2 B3 B4|2)-(4\n"},
    {"range in one tag", "<xref ref-type=\"bibr\" rid=\"B2\">2-4</xref>", "cites B2 B3 B4|2-4\n"},
    {"range in one tag with both ends", "<xref ref-type=\"bibr\" rid=\"B2 B4\">2-4</xref>", "cites B2 B3 B4|2-4\n"},
    {"entries between that are pointed to without text",
     "<xref ref-type=\"bibr\" rid=\"B1\">1</xref>–<xref ref-type=\"bibr\" rid=\"B2\"/><xref ref-type=\"bibr\" "
     "rid=\"B3\">3</xref>",
     "cites B1 B2 B3|1–3\n"},
    {"a dash between years is no range",
     "<xref ref-type=\"bibr\" rid=\"B1\">Lee 2001</xref>–<xref ref-type=\"bibr\" rid=\"B3\">Dam 2003</xref>",
     "cites B1|Lee 2001\ncites B3|Dam 2003\n"},
    {"numbers that fall", "<xref ref-type=\"bibr\" rid=\"B3\">3</xref>–<xref ref-type=\"bibr\" rid=\"B1\">1</xref>",
     "cites B3|3\ncites B1|1\n"},
    {"no text", "[<xref ref-type=\"bibr\" rid=\"B2\"/>]", "cites B2|2\n"},
    {"no such entry", "<xref ref-type=\"bibr\" rid=\"B9\">9</xref>", "cites B9|9\n"},
    {"a pointer without type", "<xref rid=\"B2\">2</xref> <xref rid=\"F1\">Fig. 1</xref>", "cites B2|2\n"},
    {"other pointers", "<xref ref-type=\"fig\" rid=\"F1\">Fig. 1</xref><xref ref-type=\"bibr\">x</xref>", ""},
    {"a citation inside an entry", "<xref ref-type=\"bibr\" rid=\"B4b\">4b</xref>", "cites B4|4b\n"},
};

TEST(JatsTest, Citations) {
  for (const JatsCase& row : jats_citation_cases) {
    Document document =
        read("<article><body><p>" + std::string(row.xml) +
             "</p></body><back><ref-list><ref id=\"B1\"/><ref id=\"B2\"/><ref id=\"B3\"/><ref id=\"B4\">"
             "<mixed-citation/><mixed-citation id=\"B4b\"/></ref></ref-list></back></article>");
    document.tagged_references.clear();
    EXPECT_EQ(dump_tagged(document), row.dump) << row.trait;
  }
}

TEST(JatsTest, CitationsOfFiguresTablesAndNotesCount) {
  const Document document = read(
      "<article><front><article-meta><abstract><p><xref ref-type=\"bibr\" "
      "rid=\"B1\">a</xref></p></abstract></article-meta>"
      "</front><body><p>x<fn><p><xref ref-type=\"bibr\" rid=\"B1\">c</xref></p></fn> "
      "<xref ref-type=\"bibr\" rid=\"B1\">b</xref></p><fig><caption><p><xref ref-type=\"bibr\" "
      "rid=\"B1\">d</xref></p></caption>"
      "</fig><table-wrap><table><tr><td><xref ref-type=\"bibr\" "
      "rid=\"B1\">e</xref></td></tr></table></table-wrap></body><back>"
      "<ref-list><ref id=\"B1\"><mixed-citation>See <xref ref-type=\"bibr\" "
      "rid=\"B1\">f</xref></mixed-citation></ref></ref-list>"
      "</back></article>");
  EXPECT_EQ(dump_tagged(document),
            "entry B1\n  document\ncites B1|a\ncites B1|b\ncites B1|c\ncites B1|d\ncites B1|e\n");
}

// ---- the article itself

TEST(JatsTest, Metadata) {
  const Document document = read(
      "<article "
      "xml:lang=\"en\"><front><journal-meta><journal-title-group><journal-title>Ports</journal-title></"
      "journal-title-group>"
      "<issn>1234-5679</issn></journal-meta><article-meta><article-id "
      "pub-id-type=\"doi\">10.1000/ABC</article-id><article-id "
      "pub-id-type=\"pmc\">77</article-id><title-group><article-title>On "
      "<italic>Ships</italic></article-title><subtitle>A view"
      "</subtitle></title-group><contrib-group><contrib "
      "contrib-type=\"author\"><name><surname>Lee</surname><given-names>Ann"
      "</given-names></name></contrib><contrib contrib-type=\"author\"><collab>Port Office</collab></contrib><contrib "
      "contrib-type=\"editor\"><name><surname>Dam</surname></name></contrib></contrib-group><pub-date "
      "pub-type=\"epub\"><day>3"
      "</day><month>12</month><year>2010</year></pub-date><pub-date "
      "pub-type=\"collection\"><year>2011</year></pub-date><volume>4"
      "</volume><fpage>5</fpage><lpage>9</lpage></article-meta></front></article>");
  const Work& work = document.work;
  EXPECT_EQ(summary(work), "Lee, Ann, & Port Office (2011). On Ships: A view. Ports, 4, 5-9.");
  EXPECT_EQ(work.type, WorkType::article_journal);
  EXPECT_EQ(work.get(Variable::doi), "10.1000/abc");
  EXPECT_EQ(work.get(Variable::pmcid), "PMC77");
  EXPECT_EQ(work.get(Variable::language), "en");
  EXPECT_EQ(document.format, Format::jats);
  EXPECT_FALSE(document.stands_in_source());
}

constexpr const char* translated =
    "<article><body><p>a <xref ref-type=\"bibr\" rid=\"B2\">2</xref></p></body><back><ref-list><ref "
    "id=\"B1\"><mixed-citation>"
    "Lee.</mixed-citation></ref><ref "
    "id=\"B2\"><mixed-citation>Dam.</mixed-citation></ref></ref-list></back><sub-article "
    "article-type=\"translation\"><front-stub><title-group><article-title>T</article-title></title-group></"
    "front-stub><body><p>b "
    "<xref ref-type=\"bibr\" "
    "rid=\"B2\">2</xref></p></body><response><body><p>c</p></body></response></sub-article><sub-article>"
    "<body><p>d <xref ref-type=\"bibr\" rid=\"C1\">1</xref></p></body><back><ref-list><ref "
    "id=\"C1\"><mixed-citation>Roe."
    "</mixed-citation></ref></ref-list></back></sub-article></article>";

TEST(JatsTest, ArticlesInsideTheArticleAreDocumentsOfTheirOwn) {
  const std::vector<Document> documents = parse_documents(translated, "a.xml");
  const char* const expected[] = {
      ("paragraph|a 2\nheading 2|References\nitem 1|Lee.\nitem 1|Dam.\nentry B1\n  document\nentry B2\n  "
       "document\ncites B2|2\n"),
      "heading 1|T\nparagraph|b 2\nheading 2|References\nitem 1|Dam.\nentry B2\n  document\ncites B2|2\n",
      "paragraph|c\n",
      "paragraph|d 1\nheading 2|References\nitem 1|Roe.\nentry C1\n  document\ncites C1|1\n",
  };
  ASSERT_EQ(documents.size(), 4U);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    EXPECT_EQ(dump(documents[i]) + dump_tagged(documents[i]), expected[i]);
    expect_sound(documents[i]);
    EXPECT_EQ(documents[i].path, "a.xml");
  }
  EXPECT_EQ(dump(parse_document(translated, "a.xml")), dump(documents.front()));
}

TEST(JatsTest, AnArchiveWrapsArticles) {
  const std::string one = "<article><body><p>a</p></body></article>";
  const std::string two = "<article><body><p>b</p></body></article>";
  const std::vector<Document> documents =
      parse_documents("<pmc-articleset>" + one + two + "</pmc-articleset>", "a.xml");
  ASSERT_EQ(documents.size(), 2U);
  EXPECT_EQ(documents[0].text, "a");
  EXPECT_EQ(documents[1].text, "b");
}

// ---- places

TEST(JatsTest, EveryPieceKnowsItsBytes) {
  const std::string xml =
      "<?xml version=\"1.0\"?>\n<article>\n <body><p>R&#xe9;sum&#xe9; of\n  "
      "<italic>ships</italic></p></body>\n</article>\n";
  const Document document = read(xml);
  const auto source = [&](std::string_view printed) {
    const auto at = static_cast<std::uint32_t>(document.text.find(printed));
    const SourceSpan span = document.map.to_source({at, at + static_cast<std::uint32_t>(printed.size())});
    return xml.substr(span.start, span.size());
  };
  EXPECT_EQ(source("Résumé"), "R&#xe9;sum&#xe9;");
  EXPECT_EQ(source("of ships"), "of\n  <italic>ships");
  EXPECT_EQ(source("ships"), "ships");
  const auto at = static_cast<std::uint32_t>(document.text.find("ships"));
  const Diagnostic diagnostic = document.diagnose("missing", {at, at + 5}, "x");
  EXPECT_EQ(diagnostic.line, 4U);
  EXPECT_EQ(diagnostic.column, 11U);
}

TEST(JatsTest, PlacesInUtf16) {
  const std::string narrow = "<article><body><p>\xC3\xA9 ships</p></body></article>";
  std::string wide = "\xFF\xFE";
  for (std::size_t i = 0; i < narrow.size(); ++i) {
    const bool accent = narrow[i] == '\xC3';
    wide += accent ? '\xE9' : narrow[i];
    wide += '\0';
    i += accent ? 1 : 0;
  }
  const Document document = parse_document(wide, "a.xml");
  expect_sound(document);
  EXPECT_EQ(document.text, "\xC3\xA9 ships");
  const SourceSpan span = document.map.to_source({3, 8});
  EXPECT_EQ(span.start, 2U + 2U * 20U);
  EXPECT_EQ(span.size(), 10U);
}

// ---- which files

struct FormatCase {
  const char* path;
  const char* text;
  Format format;
};

TEST(JatsTest, IsRecognisedByNameAndContent) {
  const FormatCase rows[] = {
      {"a.xml", "<article><body/></article>", Format::jats},
      {"a.NXML", "<article><body/></article>", Format::jats},
      {"", "<article><body/></article>", Format::jats},
      {"",
       "<?xml version=\"1.0\"?><!-- x --><!DOCTYPE article PUBLIC \"-//NLM//DTD JATS\" \"a.dtd\" [<!ENTITY a "
       "\"b>\">]>\n"
       "<article><body/></article>",
       Format::jats},
      {"a.md", "<article><body/></article>", Format::markdown},
      {"", "<b>Title</b> of something", Format::plain_text},
      {"", "text <article>", Format::plain_text},
  };
  for (const FormatCase& row : rows) EXPECT_EQ(parse_document(row.text, row.path).format, row.format) << row.text;
}

struct ErrorCase {
  const char* trait;
  std::string xml;
  const char* what;
};

TEST(JatsTest, WhatCannotBeReadIsSaidWithItsPlace) {
  const ErrorCase rows[] = {
      {"empty file", "", "a.xml:1:1: no XML element"},
      {"text", "just text", "a.xml:1:10: no XML element"},
      {"another kind of XML", "<?xml version=\"1.0\"?>\n<book><body/></book>",
       "a.xml:2:1: this is XML with the root element \"book\"; of XML, JATS, TEI and HTML are read"},
      {"another kind of article", "<article><info><title>T</title></info><para>x</para></article>",
       "a.xml:1:1: this is XML with the root element \"article\"; of XML, JATS, TEI and HTML are read"},
      {"never closed", "<article>\n <body>\n  <p>a", "a.xml:3:3: the element \"p\" is never closed"},
      {"closed by another", "<article>\n <body><p>a</body>\n</article>",
       "a.xml:2:12: the end tag \"body\" closes no open element"},
      {"a tag cut off", "<article><body><p", "a.xml:1:17: broken XML: error parsing start element tag"},
      {"an encoding that nobody knows",
       "<?xml version=\"1.0\" encoding=\"KOI8-R\"?><article><body><p>\xD4\xC5</p></body></article>",
       "a.xml:1:1: the encoding koi8-r is not supported; convert the file to UTF-8"},
  };
  for (const ErrorCase& row : rows) {
    try {
      static_cast<void>(parse_document(row.xml, "a.xml"));
      ADD_FAILURE() << row.trait;
    } catch (const Error& error) {
      EXPECT_STREQ(error.what(), row.what) << row.trait;
    }
  }
}

TEST(JatsTest, AWrongDeclarationOfTheEncodingIsNoError) {
  EXPECT_EQ(read("<?xml version=\"1.0\" encoding=\"UTF-16\"?><article><body><p>\xC3\xA9</p></body></article>").text,
            "\xC3\xA9");
  EXPECT_EQ(parse_document("<?xml version=\"1.0\" encoding=\"UTF-8\"?><article><body><p>\xE9t\xE9</p></body></article>",
                           "a.xml")
                .text,
            "\xC3\xA9t\xC3\xA9");
}

}  // namespace
}  // namespace citegraph::document
