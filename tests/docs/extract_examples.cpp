// Takes the examples out of the documentation, so that they are compiled and run:
//   extract_examples headers OUT.cpp HEADER.hpp...      the examples in the comments of headers, one test for each
//   header extract_examples block FILE.md LANGUAGE N OUT       the Nth fenced block of that language, from 0, as it is
//
// An example in a comment is an indented block that ends like code: with ';' or '}'. Other indented blocks (pictures of
// spans, printed output) are left alone.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "docs/files.hpp"

namespace {

void write(const std::string& path, const std::string& text) {
  std::ofstream file(path);
  if (!(file << text)) throw std::runtime_error("cannot write " + path);
}

struct Example {
  std::vector<std::string> lines;
  std::size_t first_line = 0;  // in the file, from 1

  bool is_code() const {
    const std::string last = lines.back().substr(0, lines.back().find("  //"));
    return last.ends_with(';') || last.ends_with('}');
  }
};

// The indented blocks of the comments that begin with three slashes.
std::vector<Example> indented_blocks(const std::vector<std::string>& lines) {
  std::vector<Example> blocks;
  bool inside = false;
  std::size_t blanks = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t start = lines[i].find_first_not_of(' ');
    const bool comment = start != std::string::npos && lines[i].compare(start, 3, "///") == 0;
    const std::string text = comment ? lines[i].substr(start + 3) : "";
    if (comment && text.starts_with("     ")) {
      if (!inside) blocks.push_back({{}, i + 1});
      blocks.back().lines.insert(blocks.back().lines.end(), inside ? blanks : 0, "");
      blocks.back().lines.push_back(text.substr(5));
      inside = true;
      blanks = 0;
    } else if (comment && text.empty()) {
      ++blanks;
    } else {
      inside = false;
      blanks = 0;
    }
  }
  return blocks;
}

// The blocks of a page but for whole programs.
std::vector<Example> blocks_of_page(const std::string& page) {
  std::vector<Example> blocks;
  for (const Fence& fence : fences_of(page)) {
    if (fence.language != "cpp" || fence.text.find("int main(") != std::string::npos) continue;
    blocks.push_back({{}, fence.first_line});
    std::istringstream lines(fence.text);
    for (std::string line; std::getline(lines, line);) blocks.back().lines.push_back(line);
  }
  return blocks;
}

// Includes go to the top, the rest into the body of a test. A later block of a file sees the variables of the earlier
// ones.
void extract_tests(const std::vector<std::string>& files, const std::string& out) {
  std::string includes = "#include \"docs/header_example.hpp\"\n\n";
  std::string tests = "\nusing namespace citegraph;\n";
  for (const std::string& file : files) {
    const bool page = file.ends_with(".md");
    std::string body;
    for (const Example& example : page ? blocks_of_page(file) : indented_blocks(lines_of(file))) {
      if (!page && !example.is_code()) continue;
      body += "#line " + std::to_string(example.first_line) + " \"" + file + "\"\n";
      for (const std::string& line : example.lines) {
        if (line.starts_with("#include")) includes += line + '\n';
        body += (line.starts_with("#include") ? "" : "  " + line) + '\n';
      }
    }
    const std::size_t slash = file.find_last_of('/') + 1;
    std::string name = (page ? "page_" : "") + file.substr(slash, file.find_last_of('.') - slash);
    std::replace(name.begin(), name.end(), '-', '_');
    if (!body.empty()) tests += "\nTEST_F(HeaderExample, " + name + ") {\n" + body + "}\n";
  }
  write(out, includes + tests);
}

void extract_block(const std::string& path, const std::string& language, std::size_t wanted, const std::string& out) {
  for (const Fence& fence : fences_of(path)) {
    if (fence.language == language && wanted-- == 0) return write(out, fence.text);
  }
  throw std::runtime_error(path + " has too few blocks of " + language);
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  try {
    if (arguments.size() >= 3 && arguments[0] == "tests") {
      extract_tests({arguments.begin() + 2, arguments.end()}, arguments[1]);
    } else if (arguments.size() == 5 && arguments[0] == "block") {
      extract_block(arguments[1], arguments[2], std::stoul(arguments[3]), arguments[4]);
    } else {
      std::cerr << "usage: extract_examples tests OUT FILE... | block FILE LANGUAGE N OUT\n";
      return 2;
    }
  } catch (const std::exception& error) {
    std::cerr << "extract_examples: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
