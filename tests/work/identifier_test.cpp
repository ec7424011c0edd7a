#include "citegraph/identifier.hpp"

#include <gtest/gtest.h>
#include <span>
#include <string>
#include <string_view>

namespace citegraph {
namespace {

// "doi:10.1/x <10.1/X>": scheme, value, what is printed; "!" behind an invalid one.
std::string compact(std::string_view text) {
  std::string line;
  for (const FoundIdentifier& found : find_identifiers(text)) {
    if (!line.empty()) line += " ";
    line += std::string(to_string(found.identifier.scheme)) + ":" + found.identifier.value;
    if (!found.identifier.valid) line += "!";
    if (const std::string_view printed = slice(text, found.span); printed != found.identifier.value) {
      line += " <" + std::string(printed) + ">";
    }
  }
  return line;
}

struct IdentifierRow {
  std::string_view trait;
  std::string_view text;
  std::string_view expected;
};

void check_identifiers(std::span<const IdentifierRow> rows) {
  for (const IdentifierRow& row : rows) EXPECT_EQ(compact(row.text), row.expected) << row.trait;
}

TEST(Identifiers, Dois) {
  static constexpr IdentifierRow rows[] = {
      {"bare", "10.1000/xyz123", "doi:10.1000/xyz123"},
      {"label", "doi:10.1000/xyz123", "doi:10.1000/xyz123"},
      {"label and blank", "DOI 10.1000/xyz123.", "doi:10.1000/xyz123"},
      {"label glued", "doi10.1000/xyz123", "doi:10.1000/xyz123"},
      {"resolver", "https://doi.org/10.1000/xyz123.", "doi:10.1000/xyz123 <https://doi.org/10.1000/xyz123>"},
      {"old resolver", "http://dx.doi.org/10.1000/xyz123", "doi:10.1000/xyz123 <http://dx.doi.org/10.1000/xyz123>"},
      {"resolver and label", "https://doi.org/doi:10.1000/x1", "doi:10.1000/x1 <https://doi.org/doi:10.1000/x1>"},
      {"resolver without scheme", "doi.org/10.1000/x1", "doi:10.1000/x1 <doi.org/10.1000/x1>"},
      {"capitals", "10.1016/J.CELL.2020.01.001", "doi:10.1016/j.cell.2020.01.001 <10.1016/J.CELL.2020.01.001>"},
      {"balanced brackets", "10.1016/S0140-6736(05)67889-2",
       "doi:10.1016/s0140-6736(05)67889-2 <10.1016/S0140-6736(05)67889-2>"},
      {"in brackets", "(doi:10.1000/xyz).", "doi:10.1000/xyz"},
      {"in angle brackets", "<10.1000/xyz>", "doi:10.1000/xyz"},
      {"angle brackets of a SICI", "10.1002/(SICI)1097(1998)17:15<1::A>3.0.CO;2-2",
       "doi:10.1002/(sici)1097(1998)17:15<1::a>3.0.co;2-2 "
       "<10.1002/(SICI)1097(1998)17:15<1::A>3.0.CO;2-2>"},
      {"percent code", "https://doi.org/10.1000%2Fxyz", "doi:10.1000/xyz <https://doi.org/10.1000%2Fxyz>"},
      {"typographic hyphen", "10.1000/a–b", "doi:10.1000/a-b <10.1000/a–b>"},
      {"query", "https://doi.org/10.1000/xyz?a=b", "doi:10.1000/xyz <https://doi.org/10.1000/xyz>"},
      {"closing quote", "“10.1000/xyz”", "doi:10.1000/xyz"},
      {"parts of a registrant", "10.1000.10/123", "doi:10.1000.10/123"},
      {"a number", "10.1000", ""},
      {"a version", "section 2.10.1000/x", ""},
  };
  check_identifiers(rows);
}

TEST(Identifiers, Urls) {
  static constexpr IdentifierRow rows[] = {
      {"full stop behind", "See http://www.tcf.org/a.", "url:http://www.tcf.org/a"},
      {"without scheme", "available at www.tcf.org.", "url:www.tcf.org"},
      {"in brackets", "(http://a.org/c).", "url:http://a.org/c"},
      {"brackets inside", "http://a.org/Foo_(bar), 2001", "url:http://a.org/Foo_(bar)"},
      {"in angle brackets", "<http://a.org/b>", "url:http://a.org/b"},
      {"in quotes", "\"http://a.org/b\"", "url:http://a.org/b"},
      {"in guillemets", "«http://a.org/b»", "url:http://a.org/b"},
      {"emphasis behind", "*http://a.org/b*", "url:http://a.org/b"},
      {"query and fragment", "https://a.org/?x=1&y=%20#z;", "url:https://a.org/?x=1&y=%20#z"},
      {"ftp", "ftp://a.org/b", "url:ftp://a.org/b"},
      {"capitals", "HTTP://A.ORG/B", "url:HTTP://A.ORG/B"},
      {"ideographic full stop", "http://a.cn/b。然后", "url:http://a.cn/b"},
      {"two", "http://a.org, http://b.org", "url:http://a.org url:http://b.org"},
      {"host alone", "tcf.org", ""},
      {"scheme alone", "http://", ""},
  };
  check_identifiers(rows);
}

TEST(Identifiers, Preprints) {
  static constexpr IdentifierRow rows[] = {
      {"new", "arXiv:2101.00001", "arxiv:2101.00001"},
      {"version", "arXiv:2101.00001v2 [cs.CL]", "arxiv:2101.00001 <2101.00001v2>"},
      {"old", "arXiv:hep-th/9901001", "arxiv:hep-th/9901001"},
      {"old without label", "[hep-th/9901001]", "arxiv:hep-th/9901001"},
      {"subject class", "arXiv:math.GT/0309136", "arxiv:math.GT/0309136"},
      {"address", "https://arxiv.org/abs/1706.03762v5", "arxiv:1706.03762 <https://arxiv.org/abs/1706.03762v5>"},
      {"address of the PDF", "http://arxiv.org/pdf/1706.03762.pdf.",
       "arxiv:1706.03762 <http://arxiv.org/pdf/1706.03762.pdf>"},
      {"preprint", "arXiv preprint arXiv:1706.03762", "arxiv:1706.03762"},
      {"thirteenth month", "arXiv:2113.00001", ""},
      {"a fraction", "2101.00001", ""},
  };
  check_identifiers(rows);
}

TEST(Identifiers, RecordNumbers) {
  static constexpr IdentifierRow rows[] = {
      {"PMID", "PMID: 12345678.", "pmid:12345678"},
      {"PMID and PMCID", "PMID: 12345678; PMCID: PMC1234567", "pmid:12345678 pmcid:PMC1234567"},
      {"PMC", "PMC1234567", "pmcid:PMC1234567"},
      {"address of PubMed", "https://www.ncbi.nlm.nih.gov/pubmed/123456",
       "pmid:123456 <https://www.ncbi.nlm.nih.gov/pubmed/123456>"},
      {"ISBN-13", "ISBN 978-3-16-148410-0", "isbn:9783161484100 <978-3-16-148410-0>"},
      {"ISBN-10", "ISBN: 0-19-852663-6.", "isbn:0198526636 <0-19-852663-6>"},
      {"ISBN with X", "ISBN 0-8044-2957-X", "isbn:080442957X <0-8044-2957-X>"},
      {"ISBN-13 as label", "ISBN-13: 9783161484100", "isbn:9783161484100"},
      {"wrong checksum", "ISBN 978-3-16-148410-1", "isbn:9783161484101! <978-3-16-148410-1>"},
      {"two ISBN", "ISBN 0-19-852663-6 (pbk), 978-0-19-852663-6",
       "isbn:0198526636 <0-19-852663-6> isbn:9780198526636 <978-0-19-852663-6>"},
      {"ISSN", "ISSN 0317-8471", "issn:0317-8471"},
      {"ISSN with X", "ISSN: 1050-124X", "issn:1050-124X"},
      {"ISSN, wrong checksum", "ISSN 0317-8472", "issn:0317-8472!"},
      {"word", "PMCs and ISBNs", ""},
  };
  check_identifiers(rows);
}

TEST(Identifiers, ParseOne) {
  struct OneRow {
    std::string_view trait;
    std::string_view text;
    std::string_view expected;
  };
  static constexpr OneRow rows[] = {
      {"DOI", "10.1000/xyz", "10.1000/xyz"},
      {"with label and full stop", "doi: 10.1000/xyz.", "10.1000/xyz"},
      {"bare ISBN", "978-3-16-148410-0", "9783161484100"},
      {"bare ISSN", "0317-8471", "0317-8471"},
      {"bare arXiv", "2101.00001v1", "2101.00001"},
      {"URL", " <http://a.org> ", "http://a.org"},
      {"years are no ISSN", "1998-1999", ""},
      {"words behind", "10.1000/xyz is a DOI", ""},
      {"sentence before", "It was published there under 10.1000/xyz", ""},
      {"two", "http://a.org http://b.org", ""},
      {"nothing", "", ""},
  };
  for (const OneRow& row : rows) {
    const std::optional<Identifier> identifier = parse_identifier(row.text);
    EXPECT_EQ(identifier ? identifier->value : "", row.expected) << row.trait;
  }
}

TEST(Identifiers, Checksums) {
  EXPECT_TRUE(is_valid_isbn("0198526636"));
  EXPECT_TRUE(is_valid_isbn("080442957X"));
  EXPECT_FALSE(is_valid_isbn("0198526637"));
  EXPECT_FALSE(is_valid_isbn("X804429570"));
  EXPECT_TRUE(is_valid_isbn("9783161484100"));
  EXPECT_FALSE(is_valid_isbn("9773161484103")) << "not a book's prefix";
  EXPECT_FALSE(is_valid_isbn(""));
  EXPECT_TRUE(is_valid_issn("0317-8471"));
  EXPECT_TRUE(is_valid_issn("03178471"));
  EXPECT_TRUE(is_valid_issn("1050124X"));
  EXPECT_FALSE(is_valid_issn("0317-8470"));
  EXPECT_FALSE(is_valid_issn("031-78471"));
}

TEST(Identifiers, HugeInputs) {
  constexpr std::size_t size = 1 << 18;
  for (const std::string_view unit : {"a",
                                      "1",
                                      "http://",
                                      "www.",
                                      "10.1000/",
                                      "10.1000/)",
                                      "(",
                                      ")",
                                      "http://a)",
                                      "isbn ",
                                      "isbn 1",
                                      "doi:",
                                      ".",
                                      "hep-",
                                      "arxiv:",
                                      "pmc1",
                                      "\xF0\x9F\x98\x80",
                                      "(SICI)",
                                      "10.1000/(SICI)<",
                                      "9-"}) {
    std::string text;
    while (text.size() < size) text += unit;
    std::uint32_t last = 0;
    for (const FoundIdentifier& found : find_identifiers(text)) {
      EXPECT_LE(last, found.span.start) << unit;
      EXPECT_LE(found.span.end, text.size()) << unit;
      last = found.span.end;
    }
  }
}

}  // namespace
}  // namespace citegraph
