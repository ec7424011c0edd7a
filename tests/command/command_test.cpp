// The command as a user meets it: exit codes, messages, files written or left alone.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <sys/stat.h>
#include <vector>

#include "command/command_fixture.hpp"

namespace citegraph::test {
namespace {

const std::string paper =
    "# Rivers and Roads\n\nAnna Example\n\n## Introduction\n\n"
    "Trade follows rivers (Marlow, 1998:44), and roads follow trade (Quill & Stern 2004; Marlowe, 1998). "
    "Canals came late (Nobody, 2011).\n\n"
    "## References\n\n"
    "Marlow, T. (1998). *Rivers of Trade*. London: Harbour Press.\n\n"
    "Quill, R., & Stern, B. (2004). \"Roads and Markets\", *Journal of Transport History*, 12(3), 45-68.\n\n"
    "Upton, C. (1987). *Bridges*. Oxford: Arch Books.\n";

TEST_F(CommandTest, HelpNamesTheSubcommandsAndTheExitCodes) {
  const Result result = run("--help");
  EXPECT_EQ(result.exit_code, 0);
  for (const char* word : {"read", "check", "refs", "Exit status", "biblatex"})
    EXPECT_NE(result.out.find(word), std::string::npos) << word;
}

// The environment of a user must not show in what is written.
TEST_F(CommandTest, NeitherThreadsNorLocaleChangeTheOutput) {
  std::string files;
  for (int i = 0; i < 12; ++i) {
    const std::string name = "paper" + std::to_string(i) + ".md";
    put(name, paper + "Iscan, I. (20" + std::to_string(10 + i) + "). *Istanbul 1,5*. Izmir: Irmak.\n");
    files += " " + name;
  }
  for (const char* format : {"text", "json", "jsonl", "bibtex", "biblatex", "dot", "graphml", "gexf"}) {
    const std::string arguments = "read" + files + " --to " + format;
    const Result expected = run(arguments + " -j1");
    EXPECT_EQ(expected.exit_code, 0) << expected.err;
    EXPECT_EQ(run(arguments + " -j8").out, expected.out) << format;
    for (const char* locale : {"C", "C.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8"})
      EXPECT_EQ(run(arguments, {}, std::string("LC_ALL=") + locale).out, expected.out) << format << ' ' << locale;
  }
}

// What is written as GraphML comes back; of a file that is cut, what was read.
TEST_F(CommandTest, GraphmlThereAndBack) {
  put("paper.md", paper);
  const std::string written = run("graph paper.md --to graphml").out;
  put("whole.graphml", written);
  put("cut.graphml", written.substr(0, written.find("</graph>")));
  const Result whole = run("graph whole.graphml --to graphml");
  EXPECT_EQ(whole.exit_code, 0) << whole.err;
  const auto edges = [](const std::string& graphml) { return graphml.substr(graphml.find("<edge")); };
  const auto first_edge = [&](const std::string& graphml) {
    return edges(graphml).substr(0, edges(graphml).find('>'));
  };
  EXPECT_EQ(first_edge(whole.out), first_edge(written));
  const Result cut = run("graph cut.graphml --to graphml");
  EXPECT_EQ(cut.exit_code, 2);
  EXPECT_NE(cut.err.find("cut.graphml:"), std::string::npos) << cut.err;
  EXPECT_EQ(cut.out, whole.out);
}

struct UsageRow {
  const char* trait;
  const char* arguments;
  const char* message;
};

TEST_F(CommandTest, WrongUsageExitsWithTwoAndSaysWhy) {
  put("paper.md", paper);
  const std::vector<UsageRow> rows = {
      {"no subcommand", "", "subcommand"},
      {"unknown option", "read paper.md --colour", "--colour"},
      {"unknown format", "read paper.md --to docx", "unknown format 'docx': one of text, json"},
      {"format without its file", "read paper.md --to json=", "names no file"},
      {"two outputs for standard output", "read paper.md --to json --to dot", "two outputs for standard output"},
      {"two outputs for one file", "read paper.md --to json=a --to dot=a", "two outputs for a"},
      {"no file", "read", "files"},
      {"unknown input format", "read paper.md --from odt", "--from"},
      {"not a number", "read paper.md --max-bytes many", "--max-bytes"},
      {"pages of codes nowhere shown", "check paper.md --documentation https://example.org/", "--documentation"},
  };
  for (const UsageRow& row : rows) {
    const Result result = run(row.arguments);
    EXPECT_EQ(result.exit_code, 2) << row.trait;
    EXPECT_NE(result.err.find(row.message), std::string::npos) << row.trait << ": " << result.err;
  }
  EXPECT_EQ(files(), 1U);
}

TEST_F(CommandTest, CheckPrintsPlacesCaretsAndSuggestions) {
  put("paper.md", paper);
  const Result result = run("check paper.md");
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_NE(result.out.find("paper.md:7:"), std::string::npos) << result.out;
  EXPECT_NE(result.out.find("warning[missing]"), std::string::npos) << result.out;
  EXPECT_NE(result.out.find("warning[name-mismatch]"), std::string::npos) << result.out;
  EXPECT_NE(result.out.find("note[never-cited]"), std::string::npos) << result.out;
  EXPECT_NE(result.out.find("^^^^"), std::string::npos) << result.out;
  EXPECT_EQ(result.err, "");
}

TEST_F(CommandTest, CheckSaysFirstHowMuchThereIs) {
  put("paper.md", paper);
  put("clean.md",
      "# T\n\nText (Marlow, 1998).\n\n## References\n\nMarlow, T. (1998). *Rivers of Trade*. London: Harbour Press.\n");
  const Result result = run("check paper.md clean.md");
  EXPECT_EQ(result.out.find("paper.md: 3 references, 4 citations: 2 warnings, 1 note "
                            "(missing 1, name-mismatch 1, never-cited 1)\n"
                            "clean.md: 1 reference, 1 citation: no findings\n"
                            "paper.md:7:"),
            0U)
      << result.out;
}

TEST_F(CommandTest, CheckExitsCleanWhenAllIsWell) {
  put("paper.md",
      "# T\n\nText (Marlow, 1998).\n\n## References\n\nMarlow, T. (1998). *Rivers of Trade*. London: Harbour Press.\n");
  EXPECT_EQ(run("check paper.md").exit_code, 0);
}

TEST_F(CommandTest, NeverCitedIsANoteUnlessAskedFor) {
  put("paper.md",
      "# T\n\nText (Marlow, 1998).\n\n## References\n\nMarlow, T. (1998). *Rivers of Trade*. London: Harbour Press.\n\n"
      "Upton, C. (1987). *Bridges*. Oxford: Arch Books.\n");
  EXPECT_EQ(run("check paper.md").exit_code, 0);
  EXPECT_EQ(run("check paper.md --uncited").exit_code, 1);
}

TEST_F(CommandTest, CheckWritesForOtherTools) {
  put("paper.md", paper);
  const Result sarif = run("check paper.md --diagnostics=sarif");
  EXPECT_EQ(sarif.exit_code, 1);
  const auto log = nlohmann::json::parse(sarif.out);
  EXPECT_EQ(log["runs"][0]["results"].size(), 3U);
  for (const char* address : {"https://example.org/codes", "https://example.org/codes/"}) {
    const auto with_pages =
        nlohmann::json::parse(run("check paper.md --diagnostics=sarif --documentation " + std::string(address)).out);
    const auto& rule = with_pages["runs"][0]["tool"]["driver"]["rules"][0];
    EXPECT_EQ(rule["helpUri"], "https://example.org/codes/" + rule["id"].get<std::string>() + ".md");
  }
  const Result github = run("check paper.md --diagnostics=github");
  EXPECT_EQ(github.exit_code, 1);
  EXPECT_EQ(github.out.find("::warning file=paper.md,line=7,col="), 0U) << github.out;
  EXPECT_EQ(std::count(github.out.begin(), github.out.end(), '\n'), 3);
}

TEST_F(CommandTest, FindingsAreLeftOutWhereAsked) {
  struct Row {
    const char* trait;
    const char* arguments;
    std::string toml;
    std::string comment;
    int exit_code;
    const char* summary;
  };
  const std::vector<Row> rows = {
      {"nothing", "", "", "", 1, "2 warnings, 1 note (missing 1, name-mismatch 1, never-cited 1)"},
      {"codes", "--ignore missing,name-mismatch", "", "", 0, "1 note (never-cited 1)"},
      {"codes, one by one", "--ignore missing --ignore name-mismatch", "", "", 0, "1 note (never-cited 1)"},
      {"severity", "--severity warning", "", "", 1, "2 warnings (missing 1, name-mismatch 1)"},
      {"comment", "", "", "<!-- citegraph-ignore missing, name-mismatch -->\n\n", 0, "1 note (never-cited 1)"},
      {"project file", "", "ignore = [\"missing\", \"name-mismatch\"]\n", "", 0, "1 note (never-cited 1)"},
      {"project file, not wanted", "--no-config", "ignore = [\"missing\"]\n", "", 1, "2 warnings, 1 note"},
      {"project file, severity", "--severity error", "[severity]\nmissing = \"error\"\n", "", 1, "1 error (missing 1)"},
      {"project file, uncited", "--ignore missing,name-mismatch", "uncited = true\n", "", 1,
       "1 warning (never-cited 1)"},
      {"project file, comments", "", "# none\n", "", 1, "2 warnings, 1 note"},
      {"unknown code", "--ignore mising", "", "", 2, "unknown code 'mising'"},
      {"unknown severity", "--severity bad", "", "", 2, "unknown severity 'bad'"},
      {"unknown setting", "", "ignored = [\"missing\"]\n", "", 2, "unknown setting 'ignored'"},
      {"unknown code in the file", "", "ignore = [\"mising\"]\n", "", 2, "unknown code 'mising'"},
      {"named file that is not there", "--config none.toml", "", "", 2, "none.toml: cannot be read"},
  };
  fs::create_directory(folder_ / "drafts");
  for (const Row& row : rows) {
    std::string text = paper;
    text.insert(text.find("Trade follows"), row.comment);
    put("drafts/paper.md", text);
    fs::remove(folder_ / ".citegraph.toml");
    if (!row.toml.empty()) put(".citegraph.toml", row.toml);
    const Result result = run("check drafts/paper.md " + std::string(row.arguments));
    EXPECT_EQ(result.exit_code, row.exit_code) << row.trait << '\n' << result.out << result.err;
    EXPECT_NE((result.out + result.err).find(row.summary), std::string::npos) << row.trait << '\n'
                                                                              << result.out << result.err;
  }
}

TEST_F(CommandTest, FixWritesACorrectedCopy) {
  put("paper.md", paper);
  const Result fixed = run("check paper.md --fix");
  EXPECT_EQ(fixed.exit_code, 1);
  EXPECT_NE(fixed.err.find("Marlowe, 1998 -> Marlow, 1998\n"), std::string::npos) << fixed.err;
  EXPECT_NE(fixed.err.find("paper.md: 1 correction written to paper.fixed.md\n"), std::string::npos) << fixed.err;
  EXPECT_EQ(get("paper.md"), paper);
  std::string expected = paper;
  expected.replace(expected.find("Marlowe"), 7, "Marlow");
  EXPECT_EQ(get("paper.fixed.md"), expected);
  EXPECT_EQ(run("check paper.fixed.md").out.find("name-mismatch"), std::string::npos);
  EXPECT_NE(run("check paper.fixed.md --fix").err.find("nothing to correct"), std::string::npos);
  EXPECT_FALSE(exists("paper.fixed.fixed.md"));
  run("check paper.md --fix --output other.md");
  EXPECT_EQ(get("other.md"), expected);
  EXPECT_EQ(run("check - --from markdown --fix", paper).exit_code, 2);
  EXPECT_EQ(run("check paper.md other.md --fix --output one.md").exit_code, 2);
  EXPECT_EQ(get("paper.md"), paper);
  run("check paper.md --fix --in-place");
  EXPECT_EQ(get("paper.md"), expected);
}

TEST_F(CommandTest, LikelySuggestionsAreAppliedOnlyWhenAsked) {
  const std::string text =
      "# T\n\nText (Marlow, 1999).\n\n## References\n\nMarlow, T. (1998). *Rivers of Trade*. London: Harbour Press.\n";
  put("paper.md", text);
  EXPECT_NE(run("check paper.md --fix").err.find("nothing to correct"), std::string::npos);
  EXPECT_FALSE(exists("paper.fixed.md"));
  run("check paper.md --fix-likely");
  EXPECT_NE(get("paper.fixed.md").find("(Marlow, 1998)"), std::string::npos);
}

TEST_F(CommandTest, ReadWritesEveryFormatAtOnce) {
  put("paper.md", paper);
  const Result result =
      run("read paper.md --to text --to json=p.json --to jsonl=p.jsonl --to bibtex=p.bib --to biblatex=q.bib --to "
          "dot=p.dot");
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_NE(result.out.find("3 references"), std::string::npos) << result.out;
  const auto json = nlohmann::json::parse(get("p.json"));
  EXPECT_EQ(json["schema"], 1);
  ASSERT_EQ(json["papers"].size(), 1U);
  EXPECT_EQ(json["papers"][0]["references"].size(), 3U);
  EXPECT_EQ(json["papers"][0]["citations"].size(), 4U);
  for (const auto& c : json["papers"][0]["citations"])
    EXPECT_EQ(paper.substr(c["start"], c["end"].get<std::size_t>() - c["start"].get<std::size_t>()), c["text"]);
  EXPECT_EQ(nlohmann::json::parse(get("p.jsonl")), json["papers"][0]);
  EXPECT_NE(get("p.bib").find("@article{"), std::string::npos);
  EXPECT_NE(get("q.bib").find("journaltitle"), std::string::npos);
  EXPECT_EQ(get("p.dot").find("digraph"), 0U);
  EXPECT_EQ(files(), 6U);
}

TEST_F(CommandTest, ReadExplainsItsLinksAndListsContexts) {
  put("paper.md", paper);
  const Result plain = run("read paper.md");
  EXPECT_EQ(plain.out.find("Links\n"), std::string::npos);
  const Result result = run("read paper.md --explain --contexts --to text --to json=p.json");
  EXPECT_EQ(result.exit_code, 0) << result.err;
  for (const char* piece : {"Links\n", "paper.md:7:23: \"Marlow, 1998:44\"\n", "linked (0.97): one entry fits\n",
                            "name +1000: the first author", "Contexts\n", "(not in the list)", "(never cited)",
                            "7:119 (Introduction): Canals came late (Nobody, 2011).\n"})
    EXPECT_NE(result.out.find(piece), std::string::npos) << piece << '\n' << result.out;
  const auto json = nlohmann::json::parse(get("p.json"))["papers"][0];
  const auto& why = json["citations"][0]["targets"][0]["explanation"];
  EXPECT_EQ(why["decision"], "one entry fits");
  EXPECT_EQ(why["candidates"][0]["evidence"][0]["kind"], "name");
  ASSERT_EQ(json["contexts"].size(), 4U);
  EXPECT_EQ(json["contexts"][0]["mentions"][0]["locator"], "44");
  EXPECT_EQ(json["contexts"][3]["reference"], nullptr);
}

// The text of an article in XML stands between its tags, so it is printed, and offsets count into it.
TEST_F(CommandTest, ReadsJats) {
  const std::string article = CITEGRAPH_SOURCE_DIR "/data/sample-article.xml";
  const Result result = run("read '" + article + "' --to json --to bibtex=p.bib");
  EXPECT_EQ(result.exit_code, 0) << result.err;
  const auto json = nlohmann::json::parse(result.out);
  ASSERT_EQ(json["papers"].size(), 1U);
  const auto& paper_json = json["papers"][0];
  const std::string text = paper_json["text"];
  ASSERT_EQ(paper_json["references"].size(), 13U);
  ASSERT_EQ(paper_json["citations"].size(), 15U);
  for (const char* list : {"references", "citations"})
    for (const auto& each : paper_json[list])
      EXPECT_EQ(text.substr(each["start"], each["end"].get<std::size_t>() - each["start"].get<std::size_t>()),
                each["text"]);
  EXPECT_EQ(paper_json["references"][4]["id"], "B5");
  EXPECT_EQ(paper_json["references"][4]["work"]["volume"], "159");
  const auto& range = paper_json["citations"][4];
  EXPECT_EQ(range["text"], "5–7");
  ASSERT_EQ(range["targets"].size(), 3U);
  EXPECT_EQ(range["targets"][1]["reference"], 5);
  ASSERT_EQ(paper_json["diagnostics"].size(), 1U);
  EXPECT_EQ(paper_json["diagnostics"][0]["code"], "missing");
  EXPECT_EQ(paper_json["diagnostics"][0]["line"], 56);
  EXPECT_NE(get("p.bib").find("doi = {10.1126/science.122.3159.108}"), std::string::npos);
  const Result check = run("check '" + article + "'");
  EXPECT_EQ(check.exit_code, 1);
  EXPECT_NE(check.out.find("sample-article.xml:56:57: warning[missing]"), std::string::npos) << check.out;
}

TEST_F(CommandTest, BrokenXmlIsNamedWithItsPlace) {
  put("broken.xml", "<article>\n <body>\n  <p>text\n");
  put("other.xml", "<svg/>");
  EXPECT_EQ(run("read broken.xml").err, "citegraph: broken.xml:3:3: the element \"p\" is never closed\n");
  EXPECT_EQ(run("read other.xml").exit_code, 2);
  EXPECT_EQ(run("read - --from jats", "<article><body/></article>").exit_code, 0);
}

TEST_F(CommandTest, ReadsStandardInput) {
  const Result result = run("read - --from markdown --to jsonl", paper);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(nlohmann::json::parse(result.out)["references"].size(), 3U);
}

TEST_F(CommandTest, ThreadsDoNotChangeTheOutput) {
  std::string names;
  for (int i = 0; i < 12; ++i) {
    put("p" + std::to_string(i) + ".md",
        paper + "\nUpton, D. (" + std::to_string(1900 + i) + "). *Gates*. Oxford: Arch Books.\n");
    names += " p" + std::to_string(i) + ".md";
  }
  const Result one = run("read -j 1 --to json" + names);
  const Result eight = run("read -j 8 --to json" + names);
  EXPECT_EQ(one.exit_code, 0);
  EXPECT_EQ(one.out, eight.out);
}

TEST_F(CommandTest, ABrokenFileIsReportedAndTheRestIsRead) {
  put("a.md", paper);
  put("b.md", paper);
  const Result result = run("read a.md nowhere.md b.md --to jsonl");
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_NE(result.err.find("nowhere.md"), std::string::npos) << result.err;
  EXPECT_EQ(std::count(result.out.begin(), result.out.end(), '\n'), 2);
}

struct BadInputRow {
  const char* trait;
  std::string bytes;
  int check_exit;
  const char* message;
};

TEST_F(CommandTest, OddTextIsReadAndReported) {
  const std::vector<BadInputRow> rows = {
      {"empty file", "", 1, "no-reference-list"},
      {"white space", " \n\n \xC2\xA0\n", 1, "no-reference-list"},
      {"no reference list", "# T\n\nSome text.\n", 1, "no-reference-list"},
      {"list without citations",
       "# T\n\nSome text.\n\n## References\n\nMarlow, T. (1998). *Rivers*. London: Harbour Press.\n", 0,
       "no-citations"},
      {"invalid UTF-8",
       "# T\n\nR\xE9sum\xC3\xA9 \xFF (Marlow, 1998).\n\n## References\n\nMarlow, T. (1998). *Rivers*. London: Harbour "
       "Press.\n",
       1, "invalid-utf8"},
      {"NUL byte",
       std::string("# T\n\nA\0B (Marlow, 1998).\n\n## References\n\nMarlow, T. (1998). *Rivers*. London: Harbour.\n",
                   88),
       1, "nul-byte"},
      {"Latin-1",
       "# T\n\nR\xE9sum\xE9 (M\xFCller, 1998).\n\n## References\n\nM\xFCller, T. (1998). *Rivers*. London: Harbour "
       "Press.\n",
       0, "converted-encoding"},
  };
  for (const BadInputRow& row : rows) {
    put("paper.md", row.bytes);
    const Result result = run("check paper.md");
    EXPECT_EQ(result.exit_code, row.check_exit) << row.trait << '\n' << result.out << result.err;
    EXPECT_NE(result.out.find(row.message), std::string::npos) << row.trait << '\n' << result.out << result.err;
  }
}

TEST_F(CommandTest, WhatCannotBeReadIsNamed) {
  std::string binary(4096, '\0');
  for (std::size_t i = 0; i < binary.size(); ++i) binary[i] = static_cast<char>(i * 7 % 256);
  put("binary.md",
      "\x7F"
      "ELF" +
          binary);
  fs::create_directory(folder_ / "folder.md");
  put("large.md", paper);
  ASSERT_EQ(::mkfifo((folder_ / "pipe.md").c_str(), 0600), 0);
  const std::vector<UsageRow> rows = {
      {"missing", "read nowhere.md", "nowhere.md: "},
      {"directory", "read folder.md", "folder.md: "},
      {"binary", "read binary.md", "binary.md: "},
      {"FIFO", "read pipe.md", "pipe.md: "},
      {"device", "read /dev/zero", "/dev/zero: "},
      {"too large", "read large.md --max-bytes 100", "large.md: "},
      {"no such model", "read large.md --model nowhere.model", "nowhere.model: "},
      {"no model", "refs large.md --model large.md", "large.md: not a citegraph model"},
  };
  for (const UsageRow& row : rows) {
    const Result result = run(row.arguments);
    EXPECT_EQ(result.exit_code, 2) << row.trait;
    EXPECT_NE(result.err.find(row.message), std::string::npos) << row.trait << ": " << result.err;
    EXPECT_EQ(result.out, "") << row.trait;
  }
}

TEST_F(CommandTest, AnUnreadableFileIsNamed) {
  if (::geteuid() == 0) GTEST_SKIP() << "root reads everything";
  put("paper.md", paper);
  fs::permissions(folder_ / "paper.md", fs::perms::none);
  const Result result = run("read paper.md");
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_NE(result.err.find("paper.md: "), std::string::npos) << result.err;
}

TEST_F(CommandTest, AFullDiskLeavesTheOldFile) {
  put("paper.md", paper);
  put("paper.json", "old");
  const Result full = run("read paper.md --to json=/dev/full");
  EXPECT_EQ(full.exit_code, 2);
  EXPECT_NE(full.err.find("cannot write /dev/full: No space left on device"), std::string::npos) << full.err;
  const Result standard_output = run("read paper.md --to json >/dev/full; echo $? >code; true");
  EXPECT_EQ(get("code"), "2\n");
  const Result limited =
      run("--version && (ulimit -f 1; trap '' XFSZ; exec '" CITEGRAPH_COMMAND "' read paper.md --to json=paper.json)");
  EXPECT_EQ(limited.exit_code, 2) << limited.err;
  EXPECT_EQ(get("paper.json"), "old");
  EXPECT_EQ(files(), 3U);
}

TEST_F(CommandTest, ALineOfFiftyMegabytesIsRead) {
  std::string line;
  while (line.size() < (50U << 20)) line += "All work and no play makes Jack a dull boy (Marlow, 1998). ";
  put("paper.md", "# T\n\n" + line + "\n\n## References\n\nMarlow, T. (1998). *Rivers*. London: Harbour Press.\n");
  const Result result = run("read paper.md");
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_NE(result.out.find("1 reference"), std::string::npos) << result.out.substr(0, 500);
}

TEST_F(CommandTest, RefsGivesOneRecordForEveryLine) {
  put("list.txt",
      "Marlow, T. (1998). Rivers of Trade. London: Harbour Press.\n\nUpton, C. (1987). Bridges. Oxford: Arch Books.");
  const Result result = run("refs list.txt");
  EXPECT_EQ(result.exit_code, 0) << result.err;
  std::istringstream lines(result.out);
  std::vector<nlohmann::json> records;
  for (std::string line; std::getline(lines, line);) records.push_back(nlohmann::json::parse(line));
  ASSERT_EQ(records.size(), 3U);
  EXPECT_EQ(records[0]["work"]["title"], "Rivers of Trade");
  EXPECT_EQ(records[1]["text"], "");
  EXPECT_EQ(records[2]["work"]["author"][0]["family"], "Upton");
}

TEST_F(CommandTest, ConvertTakesListsOfArticles) {
  const std::string jats =
      "<ref-list><ref id=\"B1\"><element-citation publication-type=\"journal\"><article-title>Rivers of Trade"
      "</article-title><source>Ports</source><year>1998</year></element-citation></ref></ref-list>";
  put("list.xml", jats);
  for (const char* format : {"bibtex", "biblatex", "csl-json", "ris", "mods", "endnote", "refer", "jats", "tei"}) {
    const Result result = run(std::string("convert list.xml --to ") + format);
    EXPECT_EQ(result.exit_code, 0) << format << result.err;
    EXPECT_NE(result.out.find("Rivers of"), std::string::npos) << format << result.out;
  }
  const std::string tei = run("convert list.xml --to tei").out;
  EXPECT_EQ(run("convert - --from tei --to jats", tei).out, run("convert list.xml --to jats").out);
  const Result broken = run("convert - --to bibtex", "<ref-list>\n<ref></ref-list>");
  EXPECT_EQ(broken.exit_code, 2);
  EXPECT_NE(broken.err.find(":2:"), std::string::npos) << broken.err;
}

TEST_F(CommandTest, RefsWritesBibliographies) {
  const std::string list = "Marlow, T. (1998). Rivers of Trade. London: Harbour Press.\n";
  EXPECT_NE(run("refs - --to bibtex", list).out.find("@book{marlow1998rivers"), std::string::npos);
  EXPECT_EQ(nlohmann::json::parse(run("refs --to csl-json", list).out).size(), 1U);
  EXPECT_NE(run("refs --to text", list).out.find("Rivers of Trade"), std::string::npos);
  for (const char* format : {"ris", "mods", "endnote", "refer", "jats", "tei"}) {
    const Result written = run(std::string("refs --to ") + format, list + "\n" + list);
    EXPECT_EQ(written.exit_code, 0) << format << written.err;
    const Result again = run(std::string("convert - --to csl-json --from ") + format, written.out);
    EXPECT_EQ(nlohmann::json::parse(again.out).size(), 2U) << format << written.out;
  }
}

TEST_F(CommandTest, RefsReadsAPastedList) {
  const Result result =
      run("refs --list --to jsonl",
          "References\n\n[1] Marlow, T. (1998). Rivers of Tra-\nde and War. London: Harbour\nPress.\n"
          "[2] Upton, C. (1987). Bridges of the Old World. Oxford:\nArch Books. ISBN\n978-3-16-148410-1\n");
  EXPECT_EQ(result.exit_code, 0) << result.err;
  std::istringstream lines(result.out);
  std::vector<nlohmann::json> records;
  for (std::string line; std::getline(lines, line);) records.push_back(nlohmann::json::parse(line));
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records[0]["text"], "Marlow, T. (1998). Rivers of Trade and War. London: Harbour Press.");
  EXPECT_EQ(records[0]["work"]["publisher"], "Harbour Press");
  for (const nlohmann::json& record : records) {
    const std::string text = record["text"];
    for (const nlohmann::json& segment : record["segments"])
      if (segment["label"] == "title") {
        EXPECT_EQ(
            text.substr(segment["start"], segment["end"].get<std::size_t>() - segment["start"].get<std::size_t>()),
            record["work"]["title"]);
      }
  }
  ASSERT_EQ(records[1]["diagnostics"].size(), 1U);
  EXPECT_EQ(records[1]["diagnostics"][0]["line"], 6);
}

TEST_F(CommandTest, RefsIsTheSameForAnyThreadsAndFormat) {
  std::string list;
  for (int i = 0; i < 5000; ++i)
    list += "Marlow, T. (" + std::to_string(1900 + i % 90) + "). Rivers of Trade " + std::to_string(i % 700) +
            ". London: Harbour Press.\n" + (i % 50 == 0 ? "\n" : "");
  for (const char* format : {"jsonl", "json", "csl-json", "bibtex", "text", "ris"}) {
    const std::string one = run(std::string("refs -j 1 --to ") + format, list).out;
    EXPECT_EQ(run(std::string("refs -j 3 --to ") + format, list).out, one) << format;
  }
  const nlohmann::json items = nlohmann::json::parse(run("refs --to csl-json", list).out);
  EXPECT_EQ(items.size(), 5000U);
  std::set<std::string> ids;
  for (const nlohmann::json& item : items) ids.insert(item["id"].get<std::string>());
  EXPECT_EQ(ids.size(), 5000U);
  EXPECT_EQ(nlohmann::json::parse(run("refs --to json", list).out)["references"].size(), 5100U);
}

TEST_F(CommandTest, RefsFillsSeveralOutputsInOneRun) {
  const std::string list = "Marlow, T. (1998). Rivers of Trade. London: Harbour Press.\n\n";
  EXPECT_EQ(run("refs --to jsonl --to bibtex=a.bib --to csl-json=a.json", list).exit_code, 0);
  EXPECT_NE(get("a.bib").find("@book{marlow1998rivers,"), std::string::npos);
  EXPECT_EQ(nlohmann::json::parse(get("a.json"))[0]["id"], "marlow1998rivers");
  EXPECT_EQ(run("refs --to csl-json", "\n").out, "[]\n");
  EXPECT_EQ(nlohmann::json::parse(run("refs --to json", "").out)["references"].size(), 0U);
}

TEST_F(CommandTest, ControlCharactersOfADocumentDoNotReachTheTerminal) {
  put("paper.md",
      "# T\n\nText (Mar\x1B[31mlow, 1998) and (Nobody\x1B]0;x\x07, 2001).\n\n## References\n\nUpton, C. (1987). "
      "*Bri\x1B[2Jdges*. Oxford: Arch Books.\n");
  for (const char* arguments : {"read paper.md", "check paper.md"}) {
    const Result result = run(arguments);
    EXPECT_EQ(result.out.find('\x1B'), std::string::npos) << arguments;
    EXPECT_EQ(result.err.find('\x1B'), std::string::npos) << arguments;
  }
}

// Two papers that list one book, printed differently.
const std::string second_paper =
    "# Harbours and Roads\n\nBen Sample\n\n## Introduction\n\nRivers came first (Marlow, 1998), then markets (Dray, "
    "2001).\n\n"
    "## References\n\nMarlow T: Rivers of trade. Harbour Press, London, 1998.\n\n"
    "Dray, K. (2001). *Markets*. London: Harbour Press.\n";

TEST_F(CommandTest, GraphMergesPapers) {
  put("a.md", paper);
  put("b.md", second_paper);
  const struct {
    const char* trait;
    const char* options;
    int exit_code;
    std::vector<const char*> printed;  // on either stream
  } rows[] = {
      {"counts", "", 0, {"2 papers read; ", "By citations\n       2  marlow1998rivers"}},
      {"explained", "--explain", 0, {"a.md:11:1", "b.md:11:1", "[same-title: title, authors, year"}},
      {"ranked", "--rank pagerank --top 1", 0, {"By pagerank\n"}},
      {"around", "--around 'dray markets'", 0, {"chosen: 2 works, 1 citation\n", "dray2001markets"}},
      {"path", "--path upton1987bridges dray2001markets", 0, {"Works\n  upton1987bridges", "\n  dray2001markets"}},
      {"since", "--since 2000 --to bibtex", 0, {"dray2001markets", "quill2004roads"}},
      {"cited together", "--cocited marlow1998rivers", 0, {"Cited together with marlow1998rivers"}},
      {"main path", "--main-path spc --search local", 0, {"Main path (spc, local)"}},
      {"communities", "--communities", 0, {"communities\n    1: "}},
      {"years", "--cited-years", 0, {"1998      2"}},
      {"history", "--history 1", 0, {"Historiograph\n     2  marlow1998rivers"}},
      {"a file that is not there", "none.md", 2, {"none.md", "2 papers read, 1 could not be"}},
      {"no such work", "--around volga", 2, {"no work is called \"volga\""}},
      {"several works", "--around rivers", 2, {"works are called \"rivers\"; name one by its key: marlow1998rivers ("}},
      {"no such type", "--type novella", 2, {"\"novella\" is no type of CSL"}},
      {"no such community", "--community 99", 2, {"communities"}},
  };
  for (const auto& row : rows) {
    const Result result = run(std::string("graph a.md b.md ") + row.options);
    EXPECT_EQ(result.exit_code, row.exit_code) << row.trait << ' ' << result.err;
    for (const char* text : row.printed)
      EXPECT_NE((result.out + result.err).find(text), std::string::npos) << row.trait << ":\n"
                                                                         << result.out << result.err;
  }
}

TEST_F(CommandTest, AGraphIsStoredAndOpenedAgain) {
  put("a.md", paper);
  put("b.md", second_paper);
  EXPECT_EQ(run("graph a.md b.md --to store=two.cgs").exit_code, 0);
  const Result from_papers = run("graph a.md b.md --rank pagerank");
  const Result from_store = run("graph two.cgs --rank pagerank");
  EXPECT_EQ(from_store.exit_code, 0) << from_store.err;
  EXPECT_EQ(from_store.out, from_papers.out);
  const std::string bytes = get("two.cgs");
  put("cut.cgs", bytes.substr(0, bytes.size() - 9));
  const Result cut = run("graph cut.cgs");
  EXPECT_EQ(cut.exit_code, 2);
  EXPECT_NE(cut.err.find("cut.cgs: the store is cut short"), std::string::npos) << cut.err;
}

TEST_F(CommandTest, AGraphGoesOnFromAStore) {
  put("a.md", paper);
  put("b.md", second_paper);
  const std::string all = run("graph a.md b.md --explain").out;
  EXPECT_EQ(run("graph a.md --resume field.cgs").exit_code, 0);
  put("a.md", "not read again");
  const Result resumed = run("graph a.md b.md --resume field.cgs --explain");
  EXPECT_EQ(resumed.exit_code, 0) << resumed.err;
  EXPECT_EQ(resumed.out, all);
  EXPECT_EQ(run("graph field.cgs --explain").out, all);
  EXPECT_EQ(run("graph b.md field.cgs --explain").out, all);
  put("field.cgs", get("field.cgs").substr(0, 500));
  const Result broken = run("graph a.md --resume field.cgs");
  EXPECT_EQ(broken.exit_code, 2);
  EXPECT_NE(broken.err.find("field.cgs: the store is cut short"), std::string::npos) << broken.err;
}

TEST_F(CommandTest, RecordsStandBesidePapersAndStores) {
  put("a.md", paper);
  put("b.md", second_paper);
  put("works.jsonl", R"({"id":"https://openalex.org/W1","title":"Tides of the Nile","publication_year":2001,)"
                     R"("referenced_works":["https://openalex.org/W2"]})"
                     "\n{\"id\":\"https://open\n");
  const std::string papers = run("graph a.md b.md").out;
  const Result once = run("graph a.md b.md works.jsonl --to store=all.cgs --to text");
  EXPECT_EQ(once.exit_code, 0) << once.err;
  EXPECT_NE(once.err.find("works.jsonl:2:1: error[broken-entry]"), std::string::npos) << once.err;
  EXPECT_NE(once.out, papers);
  EXPECT_EQ(run("graph all.cgs works.jsonl").out, once.out);  // known works stay one
  for (int round = 0; round < 2; ++round)
    EXPECT_EQ(run("graph a.md b.md works.jsonl --resume field.cgs").out, once.out) << round;
  EXPECT_EQ(run("graph field.cgs").out, papers);
  EXPECT_EQ(run("graph a.md lost.jsonl").exit_code, 2);
}

TEST_F(CommandTest, AStoreOfRecordsIsBuiltOnDisk) {
  put("coci.csv", "oci,citing,cited,creation\n1-2,10.1000/b,10.1000/a,2001\n1-3,10.1000/c,10.1000/a,2003-04\n");
  put("works.jsonl",
      "{\"id\":\"https://openalex.org/W1\",\"title\":\"Tides of the Nile\",\"publication_year\":2001}\n");
  const Result built = run("graph coci.csv works.jsonl --bulk all.cgs --memory 1");
  EXPECT_EQ(built.exit_code, 0) << built.err;
  EXPECT_EQ(built.out, "4 works, 2 citations\n");
  EXPECT_EQ(run("graph coci.csv works.jsonl --to store=same.cgs").exit_code, 0);
  EXPECT_EQ(get("all.cgs"), get("same.cgs"));
  put("a.md", paper);
  EXPECT_EQ(run("graph coci.csv a.md --bulk all.cgs").exit_code, 2);
  put("n.graphml", "<graphml/>");
  EXPECT_EQ(run("graph coci.csv n.graphml --bulk all.cgs").exit_code, 2);
  EXPECT_EQ(run("graph lost.csv --bulk lost.cgs").exit_code, 2);
  EXPECT_FALSE(fs::exists(folder_ / "lost.cgs"));
}

TEST_F(CommandTest, MergesAreUndoneByHand) {
  put("a.md", paper);
  put("b.md", second_paper);
  const std::string merged = run("graph a.md b.md").out;
  const Result apart = run("graph a.md b.md --apart a.md:11 b.md:11 --to text --to store=apart.cgs");
  EXPECT_EQ(apart.exit_code, 0) << apart.err;
  EXPECT_NE(apart.out, merged);
  EXPECT_EQ(run("graph apart.cgs").out, apart.out);
  EXPECT_EQ(run("graph apart.cgs b.md").out, apart.out);
  const Result nowhere = run("graph a.md b.md --same a.md:11 b.md:999");
  EXPECT_EQ(nowhere.exit_code, 2);
  EXPECT_NE(nowhere.err.find("b.md:999 prints no work"), std::string::npos) << nowhere.err;
  EXPECT_NE(run("graph a.md b.md --same a.md b.md").err.find("is no place"), std::string::npos);
}

TEST_F(CommandTest, AFullDiskLeavesTheStoreThatWas) {
  if (!fs::exists("/dev/full")) GTEST_SKIP();
  put("a.md", paper);
  const Result full = run("graph a.md --to store=/dev/full");
  EXPECT_EQ(full.exit_code, 2);
  EXPECT_NE(full.err.find("cannot write /dev/full: No space left on device"), std::string::npos) << full.err;
  put("old.cgs", "old");
  const Result limited = run("graph a.md --to store=old.cgs", {}, "ulimit -f 1;");
  EXPECT_NE(limited.exit_code, 0);
  EXPECT_EQ(get("old.cgs"), "old");
}

TEST_F(CommandTest, RefsRecognisesTheSameWork) {
  const Result result = run(
      "refs - --merge",
      "Marlow, T. (1998). Rivers of Trade. London: Harbour Press.\n\n"
      "Dray, K. (2001). Markets. London: Harbour Press.\nMarlow T. Rivers of trade. London: Harbour Press; 1998.\n");
  std::vector<int> same_as;
  std::istringstream lines(result.out);
  for (std::string line; std::getline(lines, line);)
    same_as.push_back(nlohmann::json::parse(line)["same_as"].get<int>());
  EXPECT_EQ(same_as, (std::vector<int>{0, 1, 2, 0}));
}

}  // namespace
}  // namespace citegraph::test
