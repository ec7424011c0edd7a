// Runs a fuzz target on stored inputs, as an ordinary test: replay TARGET FILE-OR-FOLDER...
// An input that breaks something aborts; its name is printed before. No input at all is an error.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/targets.hpp"

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> list_inputs(const std::vector<fs::path>& places) {
  std::vector<fs::path> inputs;
  for (const fs::path& place : places) {
    if (!fs::is_directory(place)) {
      inputs.push_back(place);
      continue;
    }
    for (const fs::directory_entry& entry : fs::directory_iterator(place)) inputs.push_back(entry.path());
  }
  std::sort(inputs.begin(), inputs.end());
  return inputs;
}

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

int main(int count, char** arguments) {
  const std::string_view name = count > 1 ? arguments[1] : "";
  const auto target = std::find_if(citegraph::fuzz::targets.begin(), citegraph::fuzz::targets.end(),
                                   [&](const citegraph::fuzz::FuzzTarget& one) { return one.name == name; });
  const std::vector<fs::path> inputs = list_inputs({arguments + std::min(count, 2), arguments + count});
  if (target == citegraph::fuzz::targets.end() || inputs.empty()) {
    std::cerr << "usage: replay TARGET FILE-OR-FOLDER...\n";
    return 2;
  }
  for (const fs::path& input : inputs) {
    std::cout << input.filename().string() << std::endl;
    target->run(read(input));
  }
  std::cout << inputs.size() << " inputs\n";
  return 0;
}
