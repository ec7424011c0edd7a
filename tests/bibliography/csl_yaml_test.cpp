// CSL's items as YAML.
#include <gtest/gtest.h>
#include <string>

#include "citegraph/bibliography.hpp"
#include "citegraph/csl_json.hpp"

namespace citegraph {
namespace {

std::string items_of(const std::string& yaml, const std::string& path = "a.yaml") {
  std::string out;
  for (const BibliographyEntry& entry : parse_bibliography(yaml, path).entries)
    out += entry.work.key + " " + to_csl_json(entry.work) + "\n";
  return out;
}

TEST(CslYaml, Items) {
  struct Row {
    const char* trait;
    const char* yaml;
    const char* expected;
  };
  const char* const lee = R"(lee01 {"id":"lee01","type":"book","author":[{"family":"Lee","given":"A."}],)"
                          R"("issued":{"date-parts":[[2001]]},"title":"Ships"})"
                          "\n";
  const Row rows[] = {
      {"Pandoc's",
       "---\nreferences:\n- author:\n  - family: Lee\n    given: A.\n  id: lee01\n  issued: 2001\n  title: Ships\n"
       "  type: book\n...\n",
       lee},
      {"a bare list",
       "- id: lee01\n  type: book\n  author: {family: Lee, given: A.}\n  issued: {year: 2001}\n  title: Ships\n", lee},
      {"set in, with a remark",
       "# mine\nreferences:\n  - id: lee01\n    type: book\n    author:\n      - family: Lee\n        given: A.\n"
       "    issued:\n      date-parts: [[2001]]\n\n    title: Ships\nnocite: x\n",
       lee},
      {"none", "references:\n", ""},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(items_of(row.yaml), row.expected) << row.trait;
    EXPECT_EQ(items_of(row.yaml, ""), row.expected) << row.trait << ", told by its content";
  }
}

TEST(CslYaml, ABrokenItemIsReportedWhereItBegins) {
  const Bibliography read = parse_bibliography("- id: a\n  title: One\n- just words\n- id: b\n  title: Two\n", "a.yml");
  ASSERT_EQ(read.entries.size(), 2U);
  EXPECT_EQ(read.entries[1].work.key, "b");
  EXPECT_EQ(read.entries[1].source.start, 34U);
  ASSERT_EQ(read.diagnostics.size(), 1U);
  EXPECT_EQ(read.diagnostics[0].code, "broken-entry");
  EXPECT_EQ(read.diagnostics[0].line, 3U);
}

TEST(CslYaml, EveryPrefixIsRead) {
  const std::string yaml =
      "references:\n- id: a\n  author: [{family: \"Lee\", given: 'A.'}]\n  note: |\n    x\n- id: b\n";
  for (std::size_t size = 0; size <= yaml.size(); ++size) {
    BibliographyOptions options;
    options.format = BibliographyFormat::csl_yaml;
    EXPECT_NO_THROW((void)parse_bibliography(yaml.substr(0, size), "a.yaml", options));
  }
}

}  // namespace
}  // namespace citegraph
