// The command as the tests run it: in a folder of its own, through the shell.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace citegraph::test {

namespace fs = std::filesystem;

struct Result {
  int exit_code = -1;
  std::string out;
  std::string err;
};

inline std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// A folder of its own for every test.
class CommandTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "citegraph-test-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override {
    std::error_code ignored;
    fs::permissions(folder_, fs::perms::owner_all, ignored);
    fs::remove_all(folder_, ignored);
  }

  void put(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  std::string get(const std::string& name) const { return contents(folder_ / name); }
  bool exists(const std::string& name) const { return fs::exists(folder_ / name); }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

  // Runs `citegraph ARGUMENTS` in the folder, through the shell.
  Result run(const std::string& arguments, const std::string& input = {}, const std::string& environment = {}) const {
    const std::string base = folder_.string() + ".io";
    std::ofstream(base + ".in", std::ios::binary) << input;
    const std::string line = "cd '" + folder_.string() + "' && " + environment + " '" CITEGRAPH_COMMAND "' " +
                             arguments + " <'" + base + ".in' >'" + base + ".out' 2>'" + base + ".err'";
    const int status = std::system(line.c_str());
    Result result{WIFEXITED(status) ? WEXITSTATUS(status) : -1, contents(base + ".out"), contents(base + ".err")};
    for (const char* end : {".in", ".out", ".err"}) fs::remove(base + end);
    return result;
  }

  fs::path folder_;
};

}  // namespace citegraph::test
