#include "citegraph/records.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <vector>
#include <zlib.h>

#include "citegraph/bibliography.hpp"
#include "citegraph/error.hpp"

#include "bibliography/records/columns.hpp"
#include "text/utf8.hpp"

namespace citegraph {
namespace {

using V = Variable;

class RecordsTest : public testing::Test {
 protected:
  ~RecordsTest() override { std::filesystem::remove(path_); }

  const std::string& file(const std::string& content) {
    std::ofstream(path_, std::ios::binary) << content;
    return path_;
  }

  const std::string& compressed(const std::string& content, std::size_t cut = 0) {
    const gzFile out = gzopen(path_.c_str(), "wb");
    gzwrite(out, content.data(), static_cast<unsigned>(content.size()));
    gzclose(out);
    std::filesystem::resize_file(path_, std::filesystem::file_size(path_) - cut);
    return path_;
  }

  RecordCounts read(const std::string& path, RecordOptions options = {}) {
    options.report = [this](const Diagnostic& finding) { findings_.push_back(finding); };
    return read_records(
        path, [this](const WorkRecord& record) { records_.push_back(record); }, options);
  }

  std::vector<WorkRecord> records_;
  std::vector<Diagnostic> findings_;
  std::string path_ =
      testing::TempDir() + "records_" + testing::UnitTest::GetInstance()->current_test_info()->name() + ".txt";
};

constexpr const char* open_alex =
    R"({"id":"https://openalex.org/W2741809807","doi":"https://doi.org/10.7717/PeerJ.4375",)"
    R"("title":"The state of <i>OA</i>:  a large-scale analysis &amp; more","display_name":"The state of OA",)"
    R"("publication_year":2018,"publication_date":"2018-02-13","language":"en","type":"article",)"
    R"("ids":{"openalex":"x","pmid":"https://pubmed.ncbi.nlm.nih.gov/29456894","pmcid":"https://www.ncbi.nlm.nih.gov/pmc/articles/5815332"},)"
    R"("primary_location":{"landing_page_url":"https://doi.org/10.7717/peerj.4375","source":{"display_name":"PeerJ","issn_l":"2167-8359","issn":["2167-8359"],"host_organization_name":"PeerJ, Inc.","type":"journal"}},)"
    R"("authorships":[{"author_position":"first","author":{"id":"A1","display_name":"Heather Piwowar","orcid":null},"institutions":[{"id":"I1"}]},)"
    R"({"author":{"display_name":"Jason Priem"}},{"author":{"display_name":null},"raw_author_name":"V. Larivière"}],)"
    R"("biblio":{"volume":"6","issue":null,"first_page":"e4375","last_page":"e4375"},)"
    R"("abstract_inverted_index":{"Despite":[0],"growing":[1]},"cited_by_count":900,)"
    R"("referenced_works":["https://openalex.org/W1","https://openalex.org/W22"]})";

TEST_F(RecordsTest, WorkOfOpenAlex) {
  EXPECT_EQ(read(file(std::string(open_alex) + "\n")), (RecordCounts{1, 1, 0, std::string(open_alex).size() + 1}));
  ASSERT_EQ(records_.size(), 1U);
  const WorkRecord& record = records_[0];
  EXPECT_EQ(record.id, "W2741809807");
  EXPECT_EQ(record.cited, (std::vector<std::string>{"W1", "W22"}));
  EXPECT_EQ(record.work.type, WorkType::article_journal);
  EXPECT_EQ(record.work.get(V::doi), "10.7717/peerj.4375");
  EXPECT_EQ(record.work.get(V::title), "The state of OA: a large-scale analysis & more");
  EXPECT_EQ(record.work.get(V::container_title), "PeerJ");
  EXPECT_EQ(record.work.get(V::publisher), "PeerJ, Inc.");
  EXPECT_EQ(record.work.get(V::issn), "2167-8359");
  EXPECT_EQ(record.work.get(V::volume), "6");
  EXPECT_EQ(record.work.get(V::issue), "");
  EXPECT_EQ(record.work.get(V::page), "e4375");
  EXPECT_EQ(record.work.get(V::pmid), "29456894");
  EXPECT_EQ(record.work.get(V::pmcid), "PMC5815332");
  EXPECT_EQ(record.work.get(V::url), "");
  EXPECT_EQ(to_string(*record.work.get(DateVariable::issued)), "2018-02-13");
  const auto authors = record.work.get(NameVariable::author);
  ASSERT_EQ(authors.size(), 3U);
  EXPECT_EQ(authors[0].family, "Piwowar");
  EXPECT_EQ(authors[0].given, "Heather");
  EXPECT_EQ(authors[2].family, "Larivière");
  EXPECT_TRUE(findings_.empty());
}

constexpr const char* crossref =
    R"({"indexed":{"date-parts":[[2022,1,1]]},"DOI":"10.1000/ABC.1","type":"journal-article","title":["Tides"],"subtitle":["A study"],)"
    R"("container-title":["Journal of Shores"],"short-container-title":["J. Shores"],"publisher":"Sea Press","volume":"12","issue":"3","page":"145-168",)"
    R"("author":[{"given":"Søren","family":"Alder","sequence":"first","affiliation":[]},{"name":"Sea Office"}],"ISSN":["1234-5679","1111-2222"],)"
    R"("issued":{"date-parts":[[2020,7,18]]},"reference-count":2,)"
    R"("reference":[{"key":"1","doi-asserted-by":"crossref","DOI":"10.1000/XYZ"},{"key":"2","unstructured":"Oak 1990"}],"URL":"http://dx.doi.org/10.1000/abc.1"})";

void expect_tides(const WorkRecord& record) {
  EXPECT_EQ(record.id, "10.1000/abc.1");
  EXPECT_EQ(record.cited, (std::vector<std::string>{"10.1000/xyz"}));
  EXPECT_EQ(record.work.type, WorkType::article_journal);
  EXPECT_EQ(record.work.get(V::title), "Tides: A study");
  EXPECT_EQ(record.work.get(V::container_title), "Journal of Shores");
  EXPECT_EQ(record.work.get(V::container_title_short), "J. Shores");
  EXPECT_EQ(record.work.get(V::page), "145-168");
  EXPECT_EQ(record.work.get(V::issn), "1234-5679");
  EXPECT_EQ(to_string(*record.work.get(DateVariable::issued)), "2020-07-18");
  const auto authors = record.work.get(NameVariable::author);
  ASSERT_EQ(authors.size(), 2U);
  EXPECT_EQ(authors[0].family, "Alder");
  EXPECT_EQ(authors[1].literal, "Sea Office");
}

TEST_F(RecordsTest, WorkOfCrossref) {
  const std::string work = crossref;
  const std::string wrapped[] = {
      work,
      R"({"items":[)" + work + "]}",
      R"({"status":"ok","message-type":"work","message-version":"1.0.0","message":)" + work + "}",
      R"({"status":"ok","message-type":"work-list","message":{"facets":{},"items":[)" + work + "]}}",
  };
  for (const std::string& text : wrapped) {
    records_.clear();
    EXPECT_EQ(read(file(text)).records, 1U) << text.substr(0, 60);
    ASSERT_EQ(records_.size(), 1U);
    expect_tides(records_[0]);
  }
  EXPECT_TRUE(findings_.empty());
}

TEST_F(RecordsTest, AsBibliographies) {
  const std::string work = crossref;
  const std::string counted = R"({"reference-count":1,)" + work.substr(1);
  const Bibliography one = parse_bibliography("[" + counted + ",\n" + counted + "]");
  EXPECT_EQ(one.format, BibliographyFormat::crossref);
  ASSERT_EQ(one.entries.size(), 2U);
  EXPECT_EQ(one.entries[1].work.get(V::title), "Tides: A study");

  const Bibliography other =
      parse_bibliography(R"({"meta":{"count":1},"results":[)" + std::string(open_alex) + "]}\n{\"id\":7}");
  EXPECT_EQ(other.format, BibliographyFormat::open_alex);
  ASSERT_EQ(other.entries.size(), 1U);
  EXPECT_EQ(other.entries[0].work.get(V::container_title), "PeerJ");
  EXPECT_EQ(other.entries[0].extra, (std::vector<ExtraField>{{"openalex", "W2741809807"}}));
  ASSERT_EQ(other.diagnostics.size(), 1U);
  EXPECT_EQ(other.diagnostics[0].line, 2U);
}

TEST_F(RecordsTest, BadLinesAreReportedCountedAndPassedOver) {
  const std::string good = R"({"id":"https://openalex.org/W1","title":"A","referenced_works":[]})";
  struct Row {
    const char* trait;
    std::string line;
    const char* message;
  };
  const Row rows[] = {
      {"cut short", R"({"id":"https://openalex.org/W2","title":"A",)", "broken"},
      {"string not closed", R"({"id":"https://openalex.org/W2","title":"A)", "not closed"},
      {"no object", R"(["W2"])", "no JSON object"},
      {"no identifier", R"({"title":"A"})", "no identifier"},
      {"missing comma", R"({"id":"https://openalex.org/W2" "title":"A"})", "broken"},
      {"text behind", R"({"id":"https://openalex.org/W2"} x)", "broken"},
      {"words", "once upon a time", "broken"},
      {"too long", R"({"id":"https://openalex.org/W2","title":")" + std::string(3000, 'x') + "\"}", "longer than"},
  };
  std::string text = good + "\r\n";
  for (const Row& row : rows) text += row.line + "\n";
  text += "\n   \n" + good;
  RecordOptions options;
  options.longest_line = 2000;
  const RecordCounts counts = read(file(text), options);
  EXPECT_EQ(counts.skipped, std::size(rows));
  EXPECT_EQ(counts.lines, std::size(rows) + 4);
  EXPECT_EQ(counts.bytes, text.size());
  EXPECT_EQ(records_.back().id, "W1");
  ASSERT_EQ(findings_.size(), std::size(rows));
  for (std::size_t i = 0; i < std::size(rows); ++i) {
    EXPECT_EQ(findings_[i].line, i + 2) << rows[i].trait;
    EXPECT_EQ(findings_[i].path, path_);
    EXPECT_EQ(findings_[i].code, "broken-entry");
    EXPECT_NE(findings_[i].message.find(rows[i].message), std::string::npos)
        << rows[i].trait << ": " << findings_[i].message;
  }
}

// Fields of another kind than expected are left out; the rest of the work is there.
TEST_F(RecordsTest, FieldsOfTheWrongKind) {
  read(file(R"({"id":"https://openalex.org/W1","title":{"a":[1]},"display_name":"B","authorships":"x","biblio":[1,2],)"
            R"("publication_year":"1999","ids":null,"referenced_works":[7,null,{"a":1},"https://openalex.org/W3"]})"));
  ASSERT_EQ(records_.size(), 1U);
  EXPECT_EQ(records_[0].work.get(V::title), "B");
  EXPECT_EQ(records_[0].work.year(), 1999);
  EXPECT_EQ(records_[0].cited, std::vector<std::string>{"W3"});
}

// What begins a file may be broken; the next line tells what the file is.
TEST_F(RecordsTest, ABrokenFirstLine) {
  EXPECT_EQ(read(file("{\"title\":\"cut\n" + std::string(open_alex))).records, 1U);
  EXPECT_EQ(records_.at(0).id, "W2741809807");
  EXPECT_EQ(findings_.size(), 1U);
  records_.clear();
  EXPECT_EQ(read(file("{\"id\":\"https://openalex.org/W1\",\n" + std::string(crossref))).records, 1U);
  EXPECT_EQ(records_.at(0).id, "10.1000/abc.1");
}

TEST_F(RecordsTest, InvalidUtf8IsRepaired) {
  read(file("{\"id\":\"https://openalex.org/W1\",\"title\":\"A\xFF\xC3\xA9\"}\n"));
  ASSERT_EQ(records_.size(), 1U);
  EXPECT_EQ(records_[0].work.get(V::title), "A\uFFFDé");
  ASSERT_EQ(findings_.size(), 1U);
  EXPECT_EQ(findings_[0].code, "invalid-utf8");
}

TEST_F(RecordsTest, DeepNestingIsNoTrouble) {
  const std::string deep(100000, '[');
  const RecordCounts counts =
      read(file("{\"id\":\"https://openalex.org/W1\",\"x\":" + deep + std::string(100000, ']') + "}\n" + open_alex));
  EXPECT_EQ(records_.back().id, "W2741809807");
  EXPECT_EQ(counts.lines, 2U);
}

TEST_F(RecordsTest, Citations) {
  const std::string coci =
      "oci,citing,cited,creation,timespan,journal_sc,author_sc\n"
      "0200101-0200102,10.1000/A,10.1000/b,2019-05,P1Y,no,no\n"
      "x,\"10.1000/a\",\"10.1000/c,d\",2019,P1Y,no,no\n"
      "x,,10.1000/c,2019,P1Y,no,no\n"
      "x,omid:br/061 doi:10.1000/e pmid:5,omid:br/062,,P1Y,no,no\n";
  const RecordCounts counts = read(file(coci));
  EXPECT_EQ(counts.records, 3U);
  EXPECT_EQ(counts.skipped, 1U);
  ASSERT_EQ(records_.size(), 3U);
  EXPECT_EQ(records_[0].id, "10.1000/a");
  EXPECT_EQ(records_[0].work.get(V::doi), "10.1000/a");
  EXPECT_EQ(to_string(*records_[0].work.get(DateVariable::issued)), "2019-05");
  EXPECT_EQ(records_[0].cited, std::vector<std::string>{"10.1000/b"});
  EXPECT_EQ(records_[1].cited, std::vector<std::string>{"10.1000/c,d"});
  EXPECT_EQ(records_[2].id, "10.1000/e");
  EXPECT_EQ(records_[2].cited, std::vector<std::string>{"omid:br/062"});
  ASSERT_EQ(findings_.size(), 1U);
  EXPECT_EQ(findings_[0].line, 4U);
}

TEST_F(RecordsTest, Edges) {
  const RecordCounts counts =
      read(file("\xEF\xBB\xBF# who cites whom\nciting\tcited\na\tb\nc d\ne,f\ng; h\n\"i\"\t\"j\"\nalone\n"));
  std::vector<std::string> pairs;
  for (const WorkRecord& record : records_) pairs.push_back(record.id + ">" + record.cited.at(0));
  EXPECT_EQ(pairs, (std::vector<std::string>{"a>b", "c>d", "e>f", "g>h", "i>j"}));
  EXPECT_EQ(counts.skipped, 1U);
  EXPECT_EQ(findings_.at(0).line, 8U);
}

TEST_F(RecordsTest, DamagedBytesOfALineAreReadAround) {
  for (const char* text : {"a\tb\nc\xFF\td\n", "citing,cited\na,b\nc\xFF,d\n"}) {
    records_.clear();
    findings_.clear();
    (void)read(file(text));
    ASSERT_EQ(records_.size(), 2U);
    EXPECT_EQ(text::find_invalid(records_[1].id), std::string::npos);
    ASSERT_EQ(findings_.size(), 1U);
    EXPECT_EQ(findings_[0].code, "invalid-utf8");
  }
}

TEST_F(RecordsTest, Compressed) {
  std::string text;
  for (int i = 0; i < 3000; ++i)
    text += R"({"id":"https://openalex.org/W)" + std::to_string(i) + R"(","title":"A work of )" +
            std::string(700, 'x') + "\"}\n";
  EXPECT_EQ(read(compressed(text)).bytes, text.size());
  EXPECT_EQ(records_.size(), 3000U);
  records_.clear();
  EXPECT_THROW(read(compressed(text, 20)), Error);
  EXPECT_GT(records_.size(), 100U);  // what could be read was handed over
}

TEST_F(RecordsTest, WhatCannotBeRead) {
  EXPECT_THROW(read("no/such/file"), Error);
  EXPECT_THROW(read(testing::TempDir()), Error);
  EXPECT_THROW(read(file("<html>")), Error);
  RecordOptions options;
  options.format = RecordFormat::open_citations;
  EXPECT_THROW(read(file("a,b\nc,d\n"), options), Error);
  EXPECT_EQ(read(file("")), RecordCounts{});
}

TEST_F(RecordsTest, FormatsByName) {
  for (const auto format : {RecordFormat::open_alex, RecordFormat::crossref, RecordFormat::open_citations,
                            RecordFormat::edge_list, RecordFormat::automatic})
    EXPECT_EQ(parse_record_format(to_string(format)), format);
  EXPECT_FALSE(parse_record_format("marc"));
}

TEST(ColumnsTest, HeadsOfEdges) {
  for (const char* head : {"citing,cited", "Source\tTarget", "from;to", "\"source\",\"target\"", "src dst"})
    EXPECT_TRUE(bibliography::records::is_edge_head(head)) << head;
  for (const char* line : {"a,b", "source", "target,source", "from,b", ""})
    EXPECT_FALSE(bibliography::records::is_edge_head(line)) << line;
}

TEST(ColumnsTest, SplitsCsv) {
  struct Row {
    const char* line;
    std::vector<std::string> fields;
  };
  const Row rows[] = {{"a,b", {"a", "b"}},
                      {"", {""}},
                      {",", {"", ""}},
                      {" a , b ", {"a", "b"}},
                      {R"("a,b","c ""d""",e)", {"a,b", "c \"d\"", "e"}},
                      {R"("a)", {"a"}},
                      {"a,b\"c", {"a", "b\"c"}}};
  std::vector<std::string> fields;
  for (const Row& row : rows) {
    bibliography::records::split_csv(row.line, fields);
    EXPECT_EQ(fields, row.fields) << row.line;
  }
}

}  // namespace
}  // namespace citegraph
