#include "citegraph/pages.hpp"

#include <gtest/gtest.h>
#include <string>
#include <string_view>

namespace citegraph {
namespace {

std::string compact(const std::optional<Pages>& pages) {
  if (!pages) return "-";
  return to_string(*pages) + (pages->article_number ? " article" : "");
}

TEST(Pages, Parse) {
  struct Row {
    std::string_view trait;
    std::string_view text;
    std::string_view expected;
  };
  static constexpr Row rows[] = {
      {"range", "145-168", "145-168"},
      {"mistyped hyphen", "737=745", "737-745"},
      {"abbreviated end", "pp. 145-68", "145-168"},
      {"abbreviated by three", "1045-9", "1045-1049"},
      {"German, en dash", "S. 12–15", "12-15"},
      {"Portuguese", "págs. 5-9", "5-9"},
      {"Russian", "С. 12-15", "12-15"},
      {"two hyphens", "145--168", "145-168"},
      {"blanks around the dash", "145 - 168.", "145-168"},
      {"in words", "pages 12 to 15", "12-15"},
      {"single page", "p. 5", "5"},
      {"list", "101, 105-9", "101, 105-109"},
      {"list with label and open end", "p. 12-15, 20, 33ff", "12-15, 20, 33ff."},
      {"following page", "45 f.", "45ff."},
      {"et seq.", "45 et seq.", "45ff."},
      {"roman", "xii-xx", "xii-xx"},
      {"roman capitals", "XII–XX", "xii-xx"},
      {"supplement", "S12-S15", "S12-S15"},
      {"supplement, prefix left out", "S12-5", "S12-S15"},
      {"letters behind", "123A-125A", "123A-125A"},
      {"parts", "3.1–3.12", "3.1-3.12"},
      {"descends: as printed", "528-27", "528-27"},
      {"electronic", "e1234", "e1234 article"},
      {"six digits", "102345", "102345 article"},
      {"letter and five digits", "L151101", "L151101 article"},
      {"label", "Art. 45", "45 article"},
      {"range of electronic pages", "e100-e105", "e100-e105"},
      {"six digits with a label are a page", "p. 102345", "102345"},
      {"word", "forthcoming", "-"},
      {"lone letter", "c", "-"},
      {"nothing", "", "-"},
  };
  for (const Row& row : rows) EXPECT_EQ(compact(parse_pages(row.text)), row.expected) << row.trait << ": " << row.text;
}

TEST(Pages, Contain) {
  struct Row {
    std::string_view trait;
    std::string_view outer;
    std::string_view inner;
    bool expected;
  };
  static constexpr Row rows[] = {
      {"page inside", "145-68", "150", true},
      {"first page", "145-68", "145", true},
      {"last page", "145-68", "168", true},
      {"page before", "145-68", "144", false},
      {"page behind", "145-68", "169", false},
      {"range inside", "145-68", "150-160", true},
      {"range that leaves", "145-68", "160-170", false},
      {"second range", "1-5, 20-25", "22", true},
      {"all must be inside", "1-5, 20-25", "4, 22", true},
      {"one is not", "1-5, 20-25", "4, 10", false},
      {"open end", "45ff.", "60", true},
      {"roman", "i-xx", "xii", true},
      {"roman is no arabic", "i-xx", "12", false},
      {"prefix", "S12-S15", "S13", true},
      {"other prefix", "S12-S15", "13", false},
      {"numbers, not strings", "9-100", "20", true},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(parse_pages(row.outer)->contains(*parse_pages(row.inner)), row.expected) << row.trait;
  }
  EXPECT_FALSE(parse_pages("1-5")->contains(Pages{}));
}

TEST(Pages, HugeInputs) {
  constexpr std::size_t size = 1 << 18;
  for (const std::string_view unit :
       {"1", "1-", "i", "p. ", "1, ", "-", "e1", ".", "1.", "\xF0\x9F\x98\x80", "ff ", "et seq "}) {
    std::string text;
    while (text.size() < size) text += unit;
    (void)parse_pages(text);
  }
}

}  // namespace
}  // namespace citegraph
