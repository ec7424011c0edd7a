// How many references of known types are given their type: tests/reference/types/references.txt, from string to type,
// with all that the labeller gets wrong. The table of what is taken for what is printed.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <string>
#include <utility>

#include "citegraph/reference.hpp"

namespace citegraph {
namespace {

// Of those in the file. It only rises: whoever reads more of them right writes the new number here.
constexpr std::size_t right_so_far = 126;

struct Result {
  std::size_t references = 0;
  std::size_t right = 0;
  std::map<std::pair<std::string, std::string>, std::size_t> taken_for;  // [is, read as]
  std::map<std::string, std::size_t> of_type;
};

Result read_types() {
  Result result;
  std::ifstream file(CITEGRAPH_SOURCE_DIR "/tests/reference/types/references.txt");
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) {
      ADD_FAILURE() << "no tab after the type: " << line;
      continue;
    }
    const std::string type = line.substr(0, tab);
    const Reference reference = parse_reference(line.substr(tab + 1));
    const std::string read(to_string(reference.works.front().type));
    ++result.references;
    ++result.of_type[type];
    result.right += type == read ? 1 : 0;
    if (type != read) ++result.taken_for[{type, read}];
  }
  return result;
}

TEST(Types, OfWholeReferencesAreRead) {
  const Result result = read_types();
  for (const auto& [type, count] : result.of_type) {
    std::printf("%-22s %3zu", type.c_str(), count);
    for (const auto& [pair, times] : result.taken_for)
      if (pair.first == type) std::printf("   %zu read as %s", times, pair.second.c_str());
    std::printf("\n");
  }
  std::printf("%zu of %zu right\n", result.right, result.references);
  EXPECT_GE(result.references, 120U);
  EXPECT_GE(result.right, right_so_far);
  EXPECT_LE(result.right, right_so_far) << "more are right than before: raise right_so_far to " << result.right;
}

}  // namespace
}  // namespace citegraph
