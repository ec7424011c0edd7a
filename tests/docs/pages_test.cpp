// The pages for people: links lead somewhere, and the files and functions they name exist.
#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <set>
#include <string>

#include "docs/files.hpp"

namespace {

namespace fs = std::filesystem;

const fs::path repository = CITEGRAPH_SOURCE_DIR;

std::vector<fs::path> all_pages() { return pages_of(repository); }

// The lines outside fenced and indented blocks.
std::vector<std::string> prose_of(const fs::path& page) {
  std::vector<std::string> prose;
  bool fenced = false;
  for (const std::string& line : lines_of(page)) {
    if (line.starts_with("```")) fenced = !fenced;
    if (!fenced && !line.starts_with("    ")) prose.push_back(line);
  }
  return prose;
}

// What stands between `open` and `close`, wherever they stand in a line.
std::vector<std::string> between(const std::string& line, const std::string& open, const std::string& close) {
  std::vector<std::string> found;
  for (std::size_t at = line.find(open); at != std::string::npos; at = line.find(open, at)) {
    at += open.size();
    const std::size_t end = line.find(close, at);
    if (end == std::string::npos) break;
    found.push_back(line.substr(at, end - at));
    at = end + close.size();
  }
  return found;
}

bool is_name(const std::string& text) {
  return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
}

TEST(Pages, links_lead_to_files) {
  for (const fs::path& page : all_pages()) {
    for (const std::string& line : prose_of(page)) {
      for (std::string target : between(line, "](", ")")) {
        target = target.substr(0, target.find('#'));
        if (target.empty() || target.find("://") != std::string::npos) continue;
        EXPECT_TRUE(fs::exists(page.parent_path() / target)) << page << ": " << target;
      }
    }
  }
}

// A folder in capitals stands for any: `tests/fuzz/corpus/TARGET/`.
bool names_a_place(const std::string& path) {
  const fs::path whole(path);
  return std::any_of(whole.begin(), whole.end(), [](const fs::path& part) {
    const std::string name = part.string();
    return name.size() > 2 && name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
  });
}

// `lib/work/date.cpp` and `tests/golden/`: from the repository, or from a folder that the page speaks of.
TEST(Pages, paths_exist) {
  const std::set<std::string> folders = {"lib", "include", "tests", "examples", "docs", "data", "cmake"};
  for (const fs::path& page : all_pages()) {
    for (const std::string& line : prose_of(page)) {
      for (const std::string& code : between(line, "`", "`")) {
        const std::size_t slash = code.find('/');
        if (slash == std::string::npos || !folders.contains(code.substr(0, slash))) continue;
        if (code.find_first_of(" *<>{}$=") != std::string::npos) continue;  // a command or a pattern
        if (names_a_place(code)) continue;
        EXPECT_TRUE(fs::exists(repository / code)) << page << ": " << code;
      }
    }
  }
}

TEST(Pages, public_headers_open_with_prose) {
  for (const fs::directory_entry& header : fs::directory_iterator(repository / "include/citegraph")) {
    const std::vector<std::string> lines = lines_of(header.path());
    EXPECT_EQ(lines.at(0), "/// \\file") << header.path();
    EXPECT_TRUE(lines.at(1).starts_with("/// ")) << header.path();
    EXPECT_TRUE(lines.at(1).ends_with(".") || lines.at(1).ends_with(":") || lines.at(2).starts_with("/// "))
        << header.path();
  }
}

// `find_citations()`, `text::fold()`: functions that a page of docs/ names are in the code.
TEST(Pages, functions_exist) {
  std::string code;
  for (const char* folder : {"include", "lib", "tests", "cmake", "examples"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(repository / folder)) {
      if (!entry.is_regular_file()) continue;
      for (const std::string& line : lines_of(entry.path())) code += line + '\n';
    }
  }
  for (const fs::path& page : all_pages()) {
    for (const std::string& line : prose_of(page)) {
      for (const std::string& text : between(line, "`", "()`")) {
        const std::size_t qualifier = text.find_last_of(":.");
        const std::string name = qualifier == std::string::npos ? text : text.substr(qualifier + 1);
        if (!is_name(name)) continue;
        EXPECT_TRUE(code.find(name + '(') != std::string::npos) << page << ": " << text << "()";
      }
    }
  }
}

}  // namespace
