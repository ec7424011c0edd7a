#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>
#include <zlib.h>

#include "citegraph/error.hpp"
#include "citegraph/records.hpp"

#include "bibliography/records/id_table.hpp"

namespace citegraph {
namespace {

using V = Variable;

const std::string head = R"(<graphml xmlns="http://graphml.graphdrawing.org/xmlns">)";

class GraphmlTest : public testing::Test {
 protected:
  ~GraphmlTest() override { std::filesystem::remove(path_); }

  const std::string& file(const std::string& content) {
    std::ofstream(path_, std::ios::binary) << content;
    return path_;
  }

  void read(const std::string& content, RecordOptions options = {}) {
    records_.clear();
    findings_.clear();
    error_.reset();
    options.report = [this](const Diagnostic& finding) { findings_.push_back(finding); };
    try {
      counts_ = read_records(
          file(content), [this](const WorkRecord& record) { records_.push_back(record); }, options);
    } catch (const Error& error) {
      error_ = error;
    }
  }

  // "a b; b>c d": the nodes and edges in the order in which they come.
  std::string dump() const {
    std::string text;
    for (const WorkRecord& record : records_) {
      text += (text.empty() ? "" : "; ") + record.id;
      for (const std::string& cited : record.cited) text += ">" + cited;
    }
    return text;
  }

  std::vector<WorkRecord> records_;
  std::vector<Diagnostic> findings_;
  std::optional<Error> error_;
  RecordCounts counts_;
  std::string path_ =
      testing::TempDir() + "graphml_" + testing::UnitTest::GetInstance()->current_test_info()->name() + ".xml";
};

struct StructureRow {
  const char* trait;
  std::string content;  // of the element graphml
  const char* records;
  std::vector<std::string> findings;  // "line:column: message"
};

const StructureRow structure_rows[] = {
    {"nodes and edges",
     R"(<graph edgedefault="directed"><node id="a"/><node id="b"/><edge source="a" target="b"/></graph>)",
     "a; b; a>b",
     {}},
    {"edges of one source are one record",
     R"(<graph><node id="a"/><node id="b"/><node id="c"/><edge source="a" target="b"/><edge source="a" target="c"/><edge source="b" target="c"/></graph>)",
     "a; b; c; a>b>c; b>c",
     {}},
    {"edges before their nodes",
     R"(<graph><edge source="a" target="b"/><node id="a"/><node id="b"/></graph>)",
     "a; b; a>b",
     {}},
    {"a prefix", R"(<g:graph xmlns:g="x"><g:node id="a"/></g:graph>)", "a", {}},
    {"an unknown node",
     "<graph>\n<node id=\"a\"/>\n  <edge source=\"a\" target=\"x\"/></graph>",
     "a",
     {"3:3: there is no node \"x\""}},
    {"an edge without target",
     "<graph><node id=\"a\"/>\n<edge source=\"a\"/></graph>",
     "a",
     {"2:1: the edge has no source or no target"}},
    {"a node without id", "<graph>\n<node/></graph>", "", {"2:1: the node has no id"}},
    {"a node twice", "<graph><node id=\"a\"/>\n<node id=\"a\"/></graph>", "a", {"2:1: there is a node \"a\" already"}},
    {"a graph in a node",
     "<graph><node id=\"a\">\n<graph><node id=\"b\"/><edge source=\"a\" target=\"b\"/></graph></node><node "
     "id=\"c\"/></graph>",
     "a; c",
     {"2:1: a graph within the node \"a\" is passed over"}},
    {"undirected",
     "\n<graph edgedefault=\"undirected\"><node id=\"a\"/><node id=\"b\"/><edge source=\"b\" target=\"a\"/></graph>",
     "a; b; b>a",
     {"2:1: the graph is undirected: the source of each edge is taken for the citing work"}},
    {"an undirected edge",
     "<graph><node id=\"a\"/><node id=\"b\"/>\n<edge source=\"b\" target=\"a\" directed=\"false\"/></graph>",
     "a; b; b>a",
     {"2:1: the edge is undirected: its source is taken for the citing work"}},
    {"a hyperedge",
     "<graph><node id=\"a\"/>\n<hyperedge><endpoint node=\"a\"/></hyperedge></graph>",
     "a",
     {"2:1: a hyperedge says not who cites whom"}},
    {"ports and descriptions",
     R"(<desc>x</desc><graph><node id="a"><desc>y</desc><port name="p"/></node><node id="b"/><edge source="a" target="b" sourceport="p"><data key="w">1</data></edge></graph>)",
     "a; b; a>b",
     {}},
    {"names of their own",
     R"(<key id="k" for="node" attr.name="id" attr.type="string"/><graph><node id="n0"><data key="k">ash1990nile</data></node><node id="n1"/><edge source="n1" target="n0"/></graph>)",
     "ash1990nile; n1; n1>ash1990nile",
     {}},
    {"characters and entities of XML",
     R"(<graph><node id="a&amp;&#xE9;"/><node id="&lt;"/><edge source="&lt;" target="a&amp;&#233;"/></graph>)",
     "a&é; <; <>a&é",
     {}},
    {"an empty graph", "", "", {}},
};

TEST_F(GraphmlTest, Structure) {
  for (const StructureRow& row : structure_rows) {
    read(head + row.content + "</graphml>");
    EXPECT_EQ(dump(), row.records) << row.trait;
    EXPECT_FALSE(error_) << row.trait << ": " << error_->what();
    std::vector<std::string> findings;
    for (const Diagnostic& f : findings_)
      findings.push_back(std::to_string(f.line) + ':' + std::to_string(f.column) + ": " + f.message);
    EXPECT_EQ(findings, row.findings) << row.trait;
  }
}

TEST_F(GraphmlTest, Counts) {
  read(head +
       "<graph>\n<node id=\"a\"/>\n<node id=\"b\"/>\n<edge source=\"a\" target=\"b\"/>\n<edge source=\"a\" "
       "target=\"c\"/>\n</graph></graphml>\n");
  EXPECT_EQ(counts_.records, 3U);
  EXPECT_EQ(counts_.skipped, 1U);
  EXPECT_EQ(counts_.lines, 7U);
  EXPECT_EQ(counts_.bytes, std::filesystem::file_size(path_));
}

TEST_F(GraphmlTest, WorksOfOurOwn) {
  read(
      head +
      R"(<key id="title" for="node" attr.name="title" attr.type="string"/><key id="label" for="node" attr.name="label"/>
<key id="authors" for="node" attr.name="authors"/><key id="year" for="node" attr.name="year" attr.type="int"/>
<key id="type" for="node" attr.name="type"><default>book</default></key><key id="doi" for="node" attr.name="doi"/>
<key id="c" for="node" attr.name="container-title"/><key id="weight" for="edge" attr.name="weight"/>
<graph><node id="n0"><data key="label">Ash 1990</data><data key="title">The  Nile &amp; us</data>
<data key="authors">Ash, J.; World Health Organization; van Gogh, Vincent</data><data key="year">1990</data>
<data key="doi">https://doi.org/10.1000/ABC</data><data key="c">Survival</data></node>
<node id="n1"><data key="year">1992.0</data><data key="type">article-journal</data></node></graph></graphml>)");
  ASSERT_EQ(records_.size(), 2U);
  EXPECT_TRUE(findings_.empty());
  const Work& work = records_[0].work;
  EXPECT_EQ(work.get(V::title), "The Nile & us");
  EXPECT_EQ(work.year(), 1990);
  EXPECT_EQ(work.type, WorkType::book) << "the default of the key";
  EXPECT_EQ(work.get(V::doi), "10.1000/abc");
  EXPECT_EQ(work.get(V::container_title), "Survival");
  const auto authors = work.get(NameVariable::author);
  ASSERT_EQ(authors.size(), 3U);
  EXPECT_EQ(authors[1].literal, "World Health Organization");
  EXPECT_EQ(authors[2].non_dropping_particle, "van");
  EXPECT_EQ(records_[1].work.year(), 1992);
  EXPECT_EQ(records_[1].work.type, WorkType::article_journal);
}

struct ProgramRow {
  const char* program;
  const char* keys;
  const char* node;
  const char* title;
  int year;
};

// How other programs write a node; a label is a title where there are no titles.
const ProgramRow program_rows[] = {
    {"networkx",
     R"(<key id="d1" for="node" attr.name="year" attr.type="long"/><key id="d0" for="node" attr.name="title" attr.type="string"/>)",
     R"(<data key="d0">The Nile</data><data key="d1">1990</data>)", "The Nile", 1990},
    {"igraph",
     R"(<key id="v_name" for="node" attr.name="name" attr.type="string"/><key id="v_year" for="node" attr.name="year" attr.type="double"/>)",
     R"(<data key="v_name">The Nile</data><data key="v_year">1990</data>)", "The Nile", 1990},
    {"yEd",
     R"(<key for="node" id="d6" yfiles.type="nodegraphics"/><key for="port" id="d0" yfiles.type="portgraphics"/>)",
     R"(<data key="d6"><y:ShapeNode xmlns:y="y"><y:Geometry height="30.0"/><y:NodeLabel a="b">The Nile<y:LabelModel>
       </y:LabelModel></y:NodeLabel><y:Shape type="rectangle"/></y:ShapeNode></data>)",
     "The Nile", 0},
};

TEST_F(GraphmlTest, WorksOfOtherPrograms) {
  for (const ProgramRow& row : program_rows) {
    read(head + row.keys + "<graph><node id=\"n0\">" + row.node + "</node></graph></graphml>");
    ASSERT_EQ(records_.size(), 1U) << row.program;
    EXPECT_EQ(records_[0].work.get(V::title), row.title) << row.program;
    EXPECT_EQ(records_[0].work.year(), row.year) << row.program;
    EXPECT_TRUE(findings_.empty()) << row.program;
  }
}

TEST_F(GraphmlTest, ValuesThatAreNone) {
  read(head + R"(<key id="year" for="node" attr.name="year"/><graph><node id="a"><data key="year">soon</data>
<data key="title">T</data></node></graph></graphml>)");
  ASSERT_EQ(records_.size(), 1U);
  EXPECT_EQ(records_[0].work.get(V::title), "T") << "a key that is not declared is its own name";
  ASSERT_EQ(findings_.size(), 2U);
  EXPECT_EQ(findings_[0].message, "\"soon\" is no value of \"year\"");
  EXPECT_EQ(findings_[1].message, "the key \"title\" is not declared");
  EXPECT_EQ(findings_[1].line, 2U);
}

struct BrokenRow {
  const char* trait;
  std::string content;
  const char* records;
  const char* error;
};

const std::string two_nodes = head + "<graph>\n<node id=\"a\"/><node id=\"b\"/><edge source=\"a\" target=\"b\"/>";

const BrokenRow broken_rows[] = {
    {"cut after an edge", two_nodes, "a; b; a>b", ":2:58: the file ends within its graph"},
    {"cut in a tag", two_nodes + "\n<edge sour", "a; b; a>b", ":3:1: the file ends within its graph"},
    {"cut in a node that waiting edges name",
     head +
         "<graph><edge source=\"a\" target=\"b\"/><edge source=\"b\" target=\"a\"/><node id=\"a\"/>\n<node id=\"b\">",
     "a", ":2:14: the file ends within its graph"},
    {"edges in a node",
     two_nodes + "\n<node id=\"c\"><edge source=\"c\" target=\"a\"/><edge source=\"b\" target=\"c\"/></node>",
     "a; b; a>b; c; c>a; b>c", ":3:79: the file ends within its graph"},
    {"tags that cross", two_nodes + "\n</graphml>", "a; b; a>b", ":3:3: this is no well-formed XML: mismatched tag"},
    {"an entity", "<!DOCTYPE graphml [\n<!ENTITY a \"aaaa\">]>" + two_nodes, "",
     ":2:12: the file declares an entity, \"a\", and entities are not read"},
    {"an entity outside", "<!DOCTYPE graphml [\n<!ENTITY a SYSTEM \"/etc/passwd\">]>" + two_nodes, "",
     ":2:32: the file declares an entity, \"a\", and entities are not read"},
    {"another root", "<html/>", "", ":1:1: this is no GraphML: the file begins with the element \"html\""},
};

TEST_F(GraphmlTest, BrokenFilesKeepWhatWasRead) {
  for (const BrokenRow& row : broken_rows) {
    read(row.content);
    EXPECT_EQ(dump(), row.records) << row.trait;
    ASSERT_TRUE(error_) << row.trait;
    EXPECT_EQ(error_->what(), path_ + row.error) << row.trait;
  }
}

TEST_F(GraphmlTest, ADocumentTypeIsNotFetched) {
  read("<!DOCTYPE graphml SYSTEM \"http://nowhere.invalid/graphml.dtd\">" + two_nodes + "</graph></graphml>");
  EXPECT_EQ(dump(), "a; b; a>b");
  EXPECT_FALSE(error_);
}

TEST_F(GraphmlTest, TooLongIsAnError) {
  RecordOptions options;
  options.longest_line = 1000;
  read(head + "<key id=\"title\" attr.name=\"title\"/><graph><node id=\"a\"/><node id=\"b\"><data key=\"title\">" +
           std::string(2000, 'x') + "</data></node></graph></graphml>",
       options);
  EXPECT_EQ(dump(), "a");
  ASSERT_TRUE(error_);
  read(two_nodes + "<node id=\"" + std::string(2000000, 'x') + "\"/></graph></graphml>", options);
  EXPECT_EQ(dump(), "a; b; a>b");
  ASSERT_TRUE(error_);
  EXPECT_NE(std::string(error_->what()).find("a tag is longer than 1000 bytes"), std::string::npos);
}

TEST_F(GraphmlTest, WhatTheSinkThrowsEndsTheReading) {
  int called = 0;
  const RecordSink sink = [&called](const WorkRecord&) {
    ++called;
    throw std::runtime_error("enough");
  };
  EXPECT_THROW(read_records(file(two_nodes + "</graph></graphml>"), sink), std::runtime_error);
  EXPECT_EQ(called, 1);
}

TEST_F(GraphmlTest, Compressed) {
  const std::string content = two_nodes + "</graph></graphml>";
  const gzFile out = gzopen(path_.c_str(), "wb");
  gzwrite(out, content.data(), static_cast<unsigned>(content.size()));
  gzclose(out);
  read_records(path_, [this](const WorkRecord& record) { records_.push_back(record); });
  EXPECT_EQ(dump(), "a; b; a>b");
}

TEST(IdTable, NumbersInOrder) {
  bibliography::records::IdTable table;
  for (std::uint32_t i = 0; i < 5000; ++i) EXPECT_EQ(table.number_of("id" + std::to_string(i)), i);
  for (std::uint32_t i = 0; i < 5000; ++i) EXPECT_EQ(table.number_of("id" + std::to_string(i)), i);
  EXPECT_EQ(table.size(), 5000U);
  EXPECT_EQ(table.id(4999), "id4999");
  EXPECT_EQ(table.number_of(""), 5000U);
}

}  // namespace
}  // namespace citegraph
