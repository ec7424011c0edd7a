// References of formats that tag their fields: read as tagged, labelled only where tags are missing.
#include "reference/tagged.hpp"

#include <gtest/gtest.h>
#include <string>

#include "citegraph/reference.hpp"

namespace citegraph::reference {
namespace {

Document read(const std::string& list) {
  return parse_document("<article><body><p>Text.</p></body><back><ref-list>" + list + "</ref-list></back></article>",
                        "a.xml");
}

std::string dump(const Document& document, const Reference& reference) {
  std::string out = reference.id + "|";
  for (std::size_t i = 0; i < reference.works.size(); ++i)
    out += (i == 0 ? "" : " + ") + std::string(to_string(reference.works[i].type)) + " " + summary(reference.works[i]);
  for (const Segment& segment : reference.segments)
    out += "|" + std::string(to_string(segment.label)) + "=" + std::string(slice(document.text, segment.span));
  return out;
}

struct TaggedCase {
  const char* trait;
  const char* xml;
  const char* dump;
};

constexpr TaggedCase tagged_cases[] = {
    {"fields are taken as they are",
     "<ref id=\"B1\"><element-citation "
     "publication-type=\"journal\"><person-group><name><surname>Ng</surname><given-names>X"
     "</given-names></name><collab>Harbour Group</collab><etal/></person-group><article-title>Of "
     "ships.</article-title><source>"
     "Ports</source><year>2001</year><volume>3</volume><issue>2</issue><fpage>45</fpage><lpage>8</lpage><pub-id "
     "pub-id-type=\"doi\">10.1000/182</pub-id></element-citation></ref>",
     "B1|article-journal Ng, X, Harbour Group, et al. (2001). Of ships. Ports, 3(2), 45-48.|author=Ng X, Harbour "
     "Group, et al.|"
     "date=2001|title=Of ships.|container-title=Ports|volume=3|issue=2|pages=45-8|doi=10.1000/182"},
    {"names are not divided anew",
     "<ref id=\"B1\"><mixed-citation><string-name><given-names>Mary Ann</given-names> <surname>Lee "
     "Dam</surname></string-name>, "
     "<source>Ports</source>, <year>2001</year>.</mixed-citation></ref>",
     "B1|document Lee Dam, Mary Ann (2001). Ports.|author=Mary Ann Lee Dam|title=Ports|date=2001"},
    {"what is not tagged is labelled",
     "<ref id=\"B1\"><mixed-citation>Lee, A. (2001). Of ships. <italic>Ports and Harbours</italic>, 3(2), "
     "45-48.</mixed-citation>"
     "</ref>",
     "B1|article-journal Lee, A. (2001). Of ships. Ports and Harbours, 3(2), 45-48.|author=Lee, A.|date=2001|title=Of "
     "ships|"
     "container-title=Ports and Harbours|volume=3|issue=2|pages=45-48"},
    {"a whole list of names in one tag",
     "<ref id=\"B1\"><mixed-citation><person-group>Lee A, Dam B</person-group>. <article-title>Of "
     "ships</article-title>. <source>"
     "Ports</source> <year>2001</year>.</mixed-citation></ref>",
     "B1|article-journal Lee, A, & Dam, B (2001). Of ships. Ports.|author=Lee A, Dam B|title=Of "
     "ships|container-title=Ports|date=2001"},
    {"several works",
     "<ref id=\"B1\"><mixed-citation publication-type=\"journal\"><name><surname>Lee</surname></name>, "
     "<source>Ports</source> "
     "<year>2001</year>;</mixed-citation><mixed-citation "
     "publication-type=\"journal\"><name><surname>Dam</surname></name>, <source>"
     "Tides</source> <year>2002</year>.</mixed-citation></ref>",
     "B1|article-journal Lee (2001). Ports. + article-journal Dam (2002). "
     "Tides.|author=Lee|container-title=Ports|date=2001|"
     "author=Dam|container-title=Tides|date=2002"},
    {"month and day",
     "<ref id=\"B1\"><element-citation publication-type=\"newspaper\"><collab>Tide Office</collab><article-title>"
     "Tides</article-title><source>Daily</source><day>9</day><month>3</month><year>2001</year></element-citation></"
     "ref>",
     "B1|article-newspaper Tide Office (2001). Tides. Daily.|author=Tide Office|date=2001 9 "
     "3|title=Tides|container-title=Daily"},
};

TEST(TaggedReferences, Table) {
  for (const TaggedCase& row : tagged_cases) {
    const Document document = read(row.xml);
    const ReferenceLists lists = find_references(document);
    ASSERT_EQ(lists.references.size(), 1U) << row.trait;
    EXPECT_EQ(dump(document, lists.references.front()), row.dump) << row.trait;
  }
}

TEST(TaggedReferences, WhatIsMissingInTheTagsIsFilledIn) {
  const Document document = read(
      "<ref id=\"B1\"><mixed-citation>Lee, A. (<year>2001</year>). Of ships. <source>Ports and Harbours</source>, "
      "3(2), 45-48."
      "</mixed-citation></ref>");
  const ReferenceLists lists = find_references(document);
  const Work& work = lists.references.at(0).works.at(0);
  ASSERT_EQ(work.get(NameVariable::author).size(), 1U);
  EXPECT_EQ(work.get(NameVariable::author)[0].family, "Lee");
  EXPECT_EQ(work.year(), 2001);
  EXPECT_LT(lists.references[0].confidence, 1.0);
}

TEST(TaggedReferences, TheListIsWhereTheEntriesStand) {
  const Document document = parse_document(
      "<article><body><p>Text.</p></body><back><ref-list><title>Sources</title><ref-list><title>A</"
      "title><ref><mixed-citation>Lee"
      "</mixed-citation></ref></ref-list><ref-list><title>B</title><ref><mixed-citation>Dam</mixed-citation></ref></"
      "ref-list>"
      "</ref-list><fn-group><title>Notes</title><fn><p>Note.</p></fn></fn-group><ref-list><ref><mixed-citation>Roe"
      "</mixed-citation></ref></ref-list></back></article>",
      "a.xml");
  const ReferenceLists lists = find_references(document);
  ASSERT_EQ(lists.lists.size(), 2U);
  EXPECT_EQ(slice(document.text, lists.lists[0]), "Sources\n\nA\n\nLee\n\nB\n\nDam");
  EXPECT_EQ(slice(document.text, lists.lists[1]), "References\n\nRoe");
  EXPECT_EQ(lists.references.size(), 3U);
}

TEST(TaggedReferences, WithoutAListTheTextIsSearched) {
  const Document document = parse_document(
      "<article><body><p>Text.</p><sec><title>References</title><p>Lee, A. (2001). Of ships. Ports, 3, "
      "45-48.</p><p>Dam, B. (2002). Of "
      "tides. Ports, 4, 1-9.</p></sec></body></article>",
      "a.xml");
  EXPECT_EQ(find_references(document).references.size(), 2U);
}

}  // namespace
}  // namespace citegraph::reference
