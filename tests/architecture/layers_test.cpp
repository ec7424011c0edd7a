// The order of the layers, read from the include directives of the library.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path root = CITEGRAPH_SOURCE_DIR;

struct Layers {
  std::vector<std::string> order;
  std::map<std::string, std::size_t> of_layer;          // "text" -> 0
  std::map<std::string, std::size_t> of_public_header;  // "citegraph/span.hpp" -> 0
};

Layers read_layers() {
  Layers layers;
  std::ifstream file(root / "tests/architecture/layers.txt");
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    std::string layer;
    words >> layer;
    const std::size_t position = layers.order.size();
    layers.order.push_back(layer);
    layers.of_layer[layer] = position;
    for (std::string header; words >> header;) layers.of_public_header["citegraph/" + header + ".hpp"] = position;
  }
  return layers;
}

struct Include {
  std::string file;  // relative to the root
  int line;
  std::string target;  // as written, without quotes or brackets
};

bool is_source(const fs::path& path) {
  return path.extension() == ".cpp" || path.extension() == ".hpp" || path.extension() == ".inc";
}

std::vector<Include> includes_under(const std::string& folder) {
  std::vector<Include> includes;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / folder)) {
    if (!entry.is_regular_file() || !is_source(entry.path())) continue;
    std::ifstream file(entry.path());
    int number = 0;
    for (std::string line; std::getline(file, line);) {
      ++number;
      const std::size_t directive = line.find_first_not_of(" \t");
      if (directive == std::string::npos || line.compare(directive, 8, "#include") != 0) continue;
      const std::size_t start = line.find_first_of("\"<");
      const std::size_t end = line.find_last_of("\">");
      if (start == std::string::npos || end <= start) continue;
      includes.push_back(
          {fs::relative(entry.path(), root).generic_string(), number, line.substr(start + 1, end - start - 1)});
    }
  }
  std::sort(includes.begin(), includes.end(),
            [](const Include& a, const Include& b) { return std::tie(a.file, a.line) < std::tie(b.file, b.line); });
  return includes;
}

std::string place(const Include& include) { return include.file + ':' + std::to_string(include.line); }

// The position of the layer of a file of the library, or of the target of an include; -1 for what is not ours.
int layer_of_file(const Layers& layers, const std::string& file) {
  if (file.starts_with("lib/")) {
    const auto layer = layers.of_layer.find(file.substr(4, file.find('/', 4) - 4));
    return layer == layers.of_layer.end() ? -1 : static_cast<int>(layer->second);
  }
  const auto header = layers.of_public_header.find(file.substr(std::string("include/").size()));
  return header == layers.of_public_header.end() ? -1 : static_cast<int>(header->second);
}

int layer_of_target(const Layers& layers, const std::string& target) {
  if (const auto header = layers.of_public_header.find(target); header != layers.of_public_header.end())
    return static_cast<int>(header->second);
  const auto layer = layers.of_layer.find(target.substr(0, target.find('/')));
  return layer == layers.of_layer.end() || target.find('/') == std::string::npos ? -1 : static_cast<int>(layer->second);
}

std::vector<Include> all_includes() {
  std::vector<Include> includes = includes_under("lib");
  const std::vector<Include> more = includes_under("include/citegraph");
  includes.insert(includes.end(), more.begin(), more.end());
  return includes;
}

TEST(Layers, every_public_header_belongs_to_a_layer) {
  const Layers layers = read_layers();
  std::set<std::string> found;
  for (const fs::directory_entry& entry : fs::directory_iterator(root / "include/citegraph"))
    found.insert("citegraph/" + entry.path().filename().string());
  for (const std::string& header : found)
    EXPECT_TRUE(layers.of_public_header.count(header)) << header << " is missing in tests/architecture/layers.txt";
  for (const auto& [header, layer] : layers.of_public_header)
    EXPECT_TRUE(found.count(header)) << header << " of tests/architecture/layers.txt does not exist";
}

TEST(Layers, includes_point_to_the_left) {
  const Layers layers = read_layers();
  const std::vector<Include> includes = all_includes();
  ASSERT_GT(includes.size(), 200U);
  for (const Include& include : includes) {
    const int from = layer_of_file(layers, include.file);
    const int to = layer_of_target(layers, include.target);
    ASSERT_GE(from, 0) << include.file << " is in no layer";
    EXPECT_TRUE(to >= 0 || !include.target.starts_with("citegraph/")) << place(include) << ": " << include.target;
    EXPECT_LE(to, from) << place(include) << ": " << include.target << " is to the right of "
                        << layers.order[static_cast<std::size_t>(from)];
  }
}

TEST(Layers, public_headers_include_no_private_ones) {
  for (const Include& include : includes_under("include/citegraph"))
    EXPECT_FALSE(fs::exists(root / "lib" / include.target)) << place(include) << ": " << include.target;
}

struct Restriction {
  const char* prefix;  // of what is included
  std::vector<std::string> allowed;
};

TEST(Layers, libraries_stay_where_they_belong) {
  const Restriction restrictions[] = {
      {"pugixml", {"lib/text/xml", "lib/bibliography/", "lib/document/", "lib/export/"}},
      {"boost/", {"include/citegraph/boost.hpp", "include/citegraph/adjacency_list.hpp"}},
      {"zip.h", {"lib/document/docx/"}},
      {"igraph/", {"lib/graph/analysis/leiden.cpp"}},
      {"poppler-", {"lib/document/pdf/poppler_pages.cpp"}},
      {"regex", {}},
      {"locale", {}},
      {"cctype", {}},
      {"ctype.h", {}},
      {"fmt/", {}},
      {"CLI/", {}},
  };
  for (const Include& include : all_includes()) {
    for (const Restriction& restriction : restrictions) {
      if (!include.target.starts_with(restriction.prefix)) continue;
      const bool allowed = std::any_of(restriction.allowed.begin(), restriction.allowed.end(),
                                       [&](const std::string& where) { return include.file.starts_with(where); });
      EXPECT_TRUE(allowed) << place(include) << " may not include " << include.target;
    }
  }
}

// A name of ours that Boost.Graph calls unqualified would be found by argument-dependent lookup and preferred, or make
// the call ambiguous: the model in boost.hpp has these names, as plain functions, and nothing else in namespace
// citegraph may.
TEST(Layers, names_of_boost_graph_stay_in_its_model) {
  const std::vector<std::string> names = {
      "source",
      "target",
      "get",
      "put",
      "degree",
      "in_degree",
      "out_degree",
      "vertices",
      "edges",
      "out_edges",
      "in_edges",
      "adjacent_vertices",
      "num_vertices",
      "num_edges",
      "edge",
      "vertex",
      "add_edge",
      "add_vertex",
      "remove_edge",
      "page_rank",
      "link",
      "visit",
      "visitor",
      "connected_components",
      "strong_components",
      "topological_sort",
      "copy_graph",
      "closeness",
  };
  for (const fs::directory_entry& entry : fs::directory_iterator(root / "include/citegraph")) {
    if (entry.path().filename() == "boost.hpp") continue;
    std::ifstream file(entry.path());
    bool own = false;  // inside `citegraph` itself, where the compiler looks for functions that take a graph
    for (std::string line; std::getline(file, line);) {
      if (line.starts_with("namespace ")) own = line == "namespace citegraph {";
      if (!own) continue;
      // Functions of the namespace stand at the beginning of a line; members are indented.
      if (line.empty() || line[0] == ' ' || line[0] == '/' || line[0] == '#') continue;
      for (const std::string& name : names)
        EXPECT_EQ(line.find(' ' + name + '('), std::string::npos) << entry.path().filename() << ": " << line;
    }
  }
}

}  // namespace
