#include "citegraph/document.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

#include "citegraph/error.hpp"

#include "document/dump.hpp"
#include "document/invariants.hpp"

namespace citegraph {
namespace {

using namespace std::string_literals;

class DocumentFileTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("citegraph_document_" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& bytes) const {
    const std::string path = (folder_ / name).string();
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  static std::string failure(const std::string& path, const ReadOptions& options = {}) {
    try {
      (void)read_document(path, options);
    } catch (const Error& error) {
      EXPECT_EQ(error.path(), path);
      return std::string(error.what()).substr(path.size());
    }
    return "none";
  }

  std::filesystem::path folder_;
};

TEST_F(DocumentFileTest, ReadsAFile) {
  const std::string path = write("a.md", "# T\n\n*x*\n");
  const Document document = read_document(path);
  EXPECT_EQ(document.path, path);
  EXPECT_EQ(document.format, Format::markdown);
  EXPECT_EQ(document.source, "# T\n\n*x*\n");
  EXPECT_EQ(document.text, "T\n\nx");
  EXPECT_TRUE(read_document(write("empty.txt", "")).text.empty());
}

TEST_F(DocumentFileTest, RefusesWhatIsNoTextFile) {
  EXPECT_EQ(failure((folder_ / "none.md").string()), ": no such file");
  EXPECT_EQ(failure(folder_.string()), ": is a directory");
  const std::string fifo = (folder_ / "fifo").string();
  ASSERT_EQ(::mkfifo(fifo.c_str(), 0600), 0);
  EXPECT_EQ(failure(fifo), ": is not a regular file");
  EXPECT_EQ(failure("/dev/zero"), ": is not a regular file");
  EXPECT_NE(failure(write("a.pdf", "%PDF-1.5\n")).find("PDF"), std::string::npos);
  EXPECT_NE(failure(write("a.docx", "PK\x03\x04")).find("ZIP"), std::string::npos);
  EXPECT_NE(failure(write("a.bin", std::string(100, '\x02'))).find("binary"), std::string::npos);
}

TEST_F(DocumentFileTest, RefusesWhatIsTooLargeBeforeReadingIt) {
  ReadOptions options;
  options.limits.bytes = 10;
  EXPECT_EQ(failure(write("ten.txt", "0123456789"), options), "none");
  EXPECT_NE(failure(write("eleven.txt", "0123456789a"), options).find("limit of 10 bytes"), std::string::npos);
  EXPECT_THROW((void)parse_document("0123456789a", "x", options), Error);
  const std::string sparse = write("sparse.txt", "");
  std::filesystem::resize_file(sparse, 5ULL << 30U);
  EXPECT_NE(failure(sparse).find("limit of"), std::string::npos);
}

struct FormatCase {
  const char* path;
  const char* text;
  Format asked;
  Format found;
};

constexpr FormatCase formats[] = {
    {"a.md", "x", Format::automatic, Format::markdown},
    {"b/A.MARKDOWN", "x", Format::automatic, Format::markdown},
    {"a.txt", "# A\n\n## B\n", Format::automatic, Format::plain_text},
    {"a.txt", "x", Format::markdown, Format::markdown},
    {"a.md", "x", Format::plain_text, Format::plain_text},
    {"md/a", "x", Format::automatic, Format::plain_text},
    {"a.dat", "# A\n\n## B\n", Format::automatic, Format::markdown},
    {"", "x", Format::automatic, Format::plain_text},
    {".md", "x", Format::automatic, Format::markdown},
};

TEST(DocumentTest, ChoosesTheFormat) {
  for (const FormatCase& c : formats) {
    ReadOptions options;
    options.format = c.asked;
    EXPECT_EQ(parse_document(c.text, c.path, options).format, c.found) << c.path;
  }
}

struct FindingCase {
  const char* trait;
  std::string bytes;
  std::string findings;
};

TEST(DocumentTest, ReportsDamageWhereItStands) {
  const FindingCase cases[] = {
      {"nothing", "plain é", ""},
      {"one ill-formed place", "é é\n\né \xFF x", "invalid-utf8 3:3 10-11;"},
      {"two of them", "é é \xC3( \xE2\x82 x é", "invalid-utf8 1:5 6-7;invalid-utf8 1:8 9-11;"},
      {"nul", "a\nb\0c"s, "nul-byte 2:2 3-4;"},
      {"latin-1", "one\ncaf\xE9 and d\xE9j\xE0", "converted-encoding 2:4 7-8;"},
      {"utf-16",
       "\xFF\xFE"
       "a\0b\0"s,
       "converted-encoding 1:1 2-4;"},
  };
  for (const FindingCase& c : cases) {
    std::string found;
    for (const Diagnostic& d : parse_document(c.bytes, "a.txt").diagnostics) {
      EXPECT_EQ(d.path, "a.txt");
      found += std::string(d.code) + " " + std::to_string(d.line) + ":" + std::to_string(d.column) + " " +
               std::to_string(d.source.start) + "-" + std::to_string(d.source.end) + ";";
    }
    EXPECT_EQ(found, c.findings) << c.trait;
  }
}

TEST(DocumentTest, DiagnosesPlacesOfTheText) {
  const Document document = parse_document("# Title\n\nSome *emphasised* é word.\n", "p.md");
  const auto start = static_cast<std::uint32_t>(document.text.find("word"));
  const Diagnostic diagnostic = document.diagnose("missing", {start, start + 4}, "why");
  EXPECT_EQ(diagnostic.line, 3U);
  EXPECT_EQ(diagnostic.column, 21U);
  EXPECT_EQ(diagnostic.severity, Severity::warning);
  EXPECT_EQ(document.source.substr(diagnostic.source.start, diagnostic.source.end - diagnostic.source.start), "word");
  EXPECT_EQ(Document().line_column(7), (std::pair<std::uint32_t, std::uint32_t>{1, 1}));
}

TEST(DocumentTest, AnswersAboutPlaces) {
  const Document document = parse_document("One.\n\n# A *b*\n\nTwo *c* `d`.\n\n## E\n\nThree.\n", "p.md");
  const auto at = [&](std::string_view what) { return static_cast<std::uint32_t>(document.text.find(what)); };
  EXPECT_EQ(document.section_at(0), "");
  EXPECT_EQ(document.section_at(at("A b")), "A b");
  EXPECT_EQ(document.section_at(at("Two")), "A b");
  EXPECT_EQ(document.section_at(at("Three")), "E");
  EXPECT_EQ(document.section_at(9999), "E");
  EXPECT_EQ(document.block_at(4), nullptr) << "between blocks";
  ASSERT_NE(document.block_at(at("Two")), nullptr);
  EXPECT_EQ(document.block_at(at("Two"))->kind, BlockKind::paragraph);
  EXPECT_EQ(document.block_at(9999), nullptr);
  EXPECT_EQ(document.marks_in({at("Two"), at("Two") + 3}).size(), 0U);
  EXPECT_EQ(document.marks_in({at("Two"), at("Two") + 5}).size(), 1U);
  EXPECT_EQ(document.marks_in({at("Two"), at("Three")}).size(), 2U);
  EXPECT_EQ(document.marks_in({0, 9999}).size(), 3U);
}

TEST(DocumentTest, MapsThroughEveryEncoding) {
  const std::u16string_view text = u"# É\n\nÀ *b* c\n";
  std::string utf16 = "\xFF\xFE";
  for (const char16_t unit : text) {
    utf16 += static_cast<char>(unit & 0xFF);
    utf16 += static_cast<char>(unit >> 8);
  }
  const Document wide = parse_document(utf16, "a.md");
  EXPECT_EQ(wide.text, "É\n\nÀ b c");
  const auto b = static_cast<std::uint32_t>(wide.text.find('b'));
  EXPECT_EQ(wide.map.to_source({b, b + 1}), (SourceSpan{18, 20}));
  const Document narrow = parse_document("# \xC9\n\n\xC0 *b* c\n", "a.md");
  EXPECT_EQ(narrow.text, "É\n\nÀ b c");
  EXPECT_EQ(narrow.map.to_source({b, b + 1}), (SourceSpan{8, 9}));
}

TEST(DocumentTest, CopiesShareTheLinesOfTheFile) {
  Document copy;
  {
    const Document document = parse_document("a\nb c\n", "a.txt");
    copy = document;
  }
  EXPECT_EQ(copy.line_column(4), (std::pair<std::uint32_t, std::uint32_t>{2, 3}));
}

}  // namespace
}  // namespace citegraph
