// Findings as other tools read them.
#include "citegraph/reports.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace citegraph {
namespace {

const std::string source =
    "# Flüsse\n\nÜber Handel (Marlowe, 1998) und Wege (Nobody, 2011).\n\n## References\n\nMarlow, T. (1998). *Rivers "
    "of "
    "Trade*. London: Harbour Press.\n";

std::vector<Paper> papers() {
  std::vector<Paper> all;
  all.push_back(parse_paper(source, "my papers/ü.md"));
  return all;
}

TEST(Reports, SarifHasRulesResultsRegionsAndFixes) {
  std::ostringstream out;
  SarifOptions options;
  options.documentation = "https://example.org/docs/";
  write_sarif(out, papers(), options);
  const auto log = nlohmann::json::parse(out.str());
  EXPECT_EQ(log["version"], "2.1.0");
  ASSERT_EQ(log["runs"].size(), 1U);
  const auto& run = log["runs"][0];
  EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
  const auto& rules = run["tool"]["driver"]["rules"];
  EXPECT_EQ(rules.size(), diagnostic_codes().size());
  EXPECT_EQ(run["artifacts"][0]["location"]["uri"], "my%20papers/%C3%BC.md");
  EXPECT_EQ(run["artifacts"][0]["length"], source.size());
  ASSERT_EQ(run["results"].size(), 2U);
  for (const auto& result : run["results"]) {
    const auto& rule = rules[result["ruleIndex"].get<std::size_t>()];
    EXPECT_EQ(rule["id"], result["ruleId"]);
    EXPECT_EQ(rule["helpUri"], "https://example.org/docs/" + result["ruleId"].get<std::string>() + ".md");
    EXPECT_EQ(result["level"], "warning");
  }
  const auto& misspelt = run["results"][0];
  EXPECT_EQ(misspelt["ruleId"], "name-mismatch");
  const auto& region = misspelt["locations"][0]["physicalLocation"]["region"];
  EXPECT_EQ(region["startLine"], 3);
  EXPECT_EQ(region["startColumn"], 14);
  EXPECT_EQ(region["endLine"], 3);
  EXPECT_EQ(region["endColumn"], 27);
  const std::size_t start = region["byteOffset"];
  EXPECT_EQ(source.substr(start, region["byteLength"]), "Marlowe, 1998");
  const auto& replacement = misspelt["fixes"][0]["artifactChanges"][0]["replacements"][0];
  EXPECT_EQ(replacement["deletedRegion"]["byteOffset"], start);
  EXPECT_EQ(replacement["insertedContent"]["text"], "Marlow, 1998");
  EXPECT_FALSE(run["results"][1].contains("fixes"));
}

TEST(Reports, SarifOfNothingIsARunWithoutResults) {
  std::ostringstream out;
  write_sarif(out, {});
  const auto log = nlohmann::json::parse(out.str());
  EXPECT_TRUE(log["runs"][0]["results"].empty());
  EXPECT_FALSE(log["runs"][0]["tool"]["driver"]["rules"][0].contains("helpUri"));
}

TEST(Reports, GithubAnnotationsAreOneLineEach) {
  std::vector<Diagnostic> findings(2);
  findings[0].code = "missing";
  findings[0].path = "a,b: 100%.md";
  findings[0].line = 7;
  findings[0].column = 3;
  findings[0].message = "100% of\nit";
  findings[1].code = "never-cited";
  findings[1].severity = Severity::note;
  findings[1].message = "x";
  findings[1].suggestion = Suggestion{{}, "y", Certainty::likely};
  std::ostringstream out;
  write_github_annotations(out, findings);
  EXPECT_EQ(out.str(),
            "::warning file=a%2Cb%3A 100%25.md,line=7,col=3,title=missing::100%25 of%0Ait\n"
            "::notice file=,line=1,col=1,title=never-cited::x%0Asuggestion: y\n");
}

}  // namespace
}  // namespace citegraph
