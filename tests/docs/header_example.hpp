// What an example of a header finds around it: the standard library, a folder with the sample paper, and asserts.
#pragma once

#undef NDEBUG
#include <cassert>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iostream>
#include <sstream>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

#include <citegraph/citegraph.hpp>

/// Examples run in a folder of their own, which holds what they read: paper.md, draft.txt, article.xml, list.txt,
/// library.bib and records.
class HeaderExample : public testing::Test {
 protected:
  void SetUp() override {
    namespace fs = std::filesystem;
    const fs::path root = CITEGRAPH_SOURCE_DIR;
    before_ = fs::current_path();
    const testing::TestInfo& info = *testing::UnitTest::GetInstance()->current_test_info();
    folder_ =
        fs::temp_directory_path() / ("citegraph-example-" + std::string(info.name()) + std::to_string(::getpid()));
    fs::create_directories(folder_);
    fs::copy_file(root / "data/sample-paper.md", folder_ / "paper.md");
    fs::copy_file(root / "data/sample-paper.md", folder_ / "draft.txt");
    fs::copy_file(root / "data/sample-article.xml", folder_ / "article.xml");
    for (const char* const records : {"works.jsonl", "coci.csv", "edges.tsv"})
      fs::copy_file(root / "data/records" / records, folder_ / records);
    std::ofstream(folder_ / "list.txt") << "Levine, S.I. (1992). Second Chance in China. Annals, 519(1), 26-38.\n";
    std::ofstream(folder_ / "library.bib")
        << "@book{knuth1984, author = {Knuth, D. E.}, title = {The TeXbook}, year = 1984}\n";
    fs::current_path(folder_);
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
  }

  void TearDown() override {
    testing::internal::GetCapturedStderr();
    testing::internal::GetCapturedStdout();
    std::filesystem::current_path(before_);
    std::filesystem::remove_all(folder_);
  }

 private:
  std::filesystem::path before_, folder_;
};
