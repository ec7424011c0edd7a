// PDF files, as poppler reads them: small ones written here, whole, broken and encrypted.
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/document.hpp"
#include "citegraph/error.hpp"

#include "document/dump.hpp"
#include "document/invariants.hpp"
#include "document/made_pdf.hpp"

// What fontconfig keeps to the end of the process is no leak of ours.
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\n"; }

namespace citegraph::document {
namespace {

std::string outcome(const std::string& bytes) {
  try {
    const Document document = parse_document(bytes, "a.pdf");
    expect_sound(document);
    return dump(document);
  } catch (const Error& error) {
    return error.what();
  }
}

const std::string small =
    made_pdf({text_at(72, 700, "The growth of cities") + text_at(152, 704, "12", "/F1 7") + text_at(72, 688, "in ") +
              text_at(84, 688, "Science", "/F2 10") + text_at(120, 688, "today.")});

TEST(Pdf, WordsComeWithTheirFontsAndPlaces) {
  EXPECT_EQ(outcome(small), "paragraph|The growth of cities{sup:12}/in {em:Science} today.\n");
  const Document document = parse_document(small, "a.pdf");
  EXPECT_EQ(document.format, Format::pdf);
  EXPECT_FALSE(document.stands_in_source());
  EXPECT_EQ(document.source, small);
  ASSERT_EQ(document.files.size(), 1U);
  EXPECT_EQ(document.files[0].path, "a.pdf/page-1");
}

TEST(Pdf, ContentTellsTheFormatWhateverTheName) {
  EXPECT_EQ(parse_document(small, "a.txt").format, Format::pdf);
  ReadOptions options;
  options.format = Format::pdf;
  EXPECT_THROW((void)parse_document("Words", "a.pdf", options), Error);
}

TEST(Pdf, TheHeaderMayStandBehindOtherLines) {
  struct Row {
    const char* trait;
    std::string bytes;
    Format format;
  };
  const std::string mail = "Received: from example.org\r\nContent-Type: application/pdf\r\n\r\n";
  const std::vector<Row> rows = {
      {"lines of mail", mail + small, Format::pdf},
      {"as far as it may", std::string(1019, '\n') + small, Format::pdf},
      {"farther", std::string(1020, '\n') + small, Format::plain_text},
      {"a text that speaks of it", "A file begins with %PDF-1.7 and holds objects.\n", Format::plain_text},
  };
  for (const Row& row : rows) {
    const Document document = parse_document(row.bytes, "a");
    EXPECT_EQ(document.format, row.format) << row.trait;
    const std::string expected = row.format == Format::pdf ? parse_document(small, "a").text : document.text;
    EXPECT_EQ(document.text, expected) << row.trait;
  }
}

TEST(Pdf, WhatCannotBeReadIsRefusedByName) {
  struct Row {
    const char* trait;
    std::string bytes;
    const char* message;
  };
  const std::string key(32, 'A');
  const std::vector<Row> rows = {
      {"no objects", "%PDF-1.4\n", "a.pdf: this PDF file is broken"},
      {"a password",
       made_pdf({text_at(72, 700, "Secret")},
                "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(" + key + ")/U(" + key + ")>>"),
       "a.pdf: this PDF file is encrypted"},
      {"pages without text", made_pdf({"0 0 100 100 re f"}), "a.pdf: this PDF file holds no text"},
      {"no page", made_pdf({}), "a.pdf: this PDF file"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(outcome(row.bytes).substr(0, std::string_view(row.message).size()), row.message)
        << row.trait << ": " << outcome(row.bytes);
}

TEST(Pdf, TextBeyondTheLimitIsRefused) {
  ReadOptions options;
  options.limits.bytes = small.size();
  const std::string line = text_at(72, 700, "words");
  std::string content;
  for (int i = 0; i < 5; ++i) content += line;
  EXPECT_NO_THROW((void)parse_document(small, "a.pdf", options));
  options.limits.bytes = 10;
  EXPECT_THROW((void)parse_document(small, "a.pdf", options), Error);
}

TEST(Pdf, EveryPrefixAndEveryByteIsReadOrRefused) {
  for (std::size_t size = 0; size < small.size(); size += 5) (void)outcome(small.substr(0, size));
  for (std::size_t at = 0; at < small.size(); at += 3) {
    std::string damaged = small;
    damaged[at] = static_cast<char>(~static_cast<unsigned char>(damaged[at]));
    (void)outcome(damaged);
  }
}

}  // namespace
}  // namespace citegraph::document
