#include "citegraph/store.hpp"

#include <boost/graph/breadth_first_search.hpp>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

#include "citegraph/boost.hpp"
#include "citegraph/error.hpp"
#include "citegraph/ranking.hpp"

namespace citegraph {
namespace {

namespace fs = std::filesystem;

const Graph& sample() {
  static const Graph graph = [] {
    GraphBuilder builder;
    builder.add(read_paper(CITEGRAPH_SOURCE_DIR "/data/sample-paper.md"));
    return std::move(builder).build();
  }();
  return graph;
}

std::string store_bytes(const Graph& graph) {
  std::ostringstream out;
  write_store(out, graph);
  return std::move(out).str();
}

class StoreTest : public testing::Test {
 protected:
  void SetUp() override {
    path_ = (fs::temp_directory_path() / ("citegraph-store-" + std::to_string(::getpid()))).string();
  }
  void TearDown() override { fs::remove(path_); }
  const std::string& put(const std::string& bytes) const {
    std::ofstream(path_, std::ios::binary | std::ios::trunc) << bytes;
    return path_;
  }
  std::string path_;
};

void expect_equal(const Graph& a, const Graph& b) {
  ASSERT_EQ(a.vertex_count(), b.vertex_count());
  ASSERT_EQ(a.edge_count(), b.edge_count());
  for (Vertex v = 0; v < a.vertex_count(); ++v) {
    EXPECT_EQ(a[v], b[v]) << v;
    EXPECT_EQ(a.role(v), b.role(v)) << v;
    EXPECT_EQ(std::vector(a.variants(v).begin(), a.variants(v).end()),
              std::vector(b.variants(v).begin(), b.variants(v).end()))
        << v;
    EXPECT_EQ(std::vector(a.citing(v).begin(), a.citing(v).end()), std::vector(b.citing(v).begin(), b.citing(v).end()));
    ASSERT_EQ(std::vector(a.cited(v).begin(), a.cited(v).end()), std::vector(b.cited(v).begin(), b.cited(v).end()));
    for (const Vertex w : a.cited(v)) {
      const Edge edge{.from = v, .to = w};
      EXPECT_EQ(a[edge], b[edge]);
    }
    EXPECT_EQ(b.find(a[v].key), v);
  }
  EXPECT_EQ(std::vector(a.papers().begin(), a.papers().end()), std::vector(b.papers().begin(), b.papers().end()));
}

TEST_F(StoreTest, holds_everything) {
  const Graph opened = open_store(put(store_bytes(sample())));
  expect_equal(sample(), opened);
  EXPECT_EQ(store_bytes(opened), store_bytes(sample()));
  EXPECT_TRUE(verify_store(path_).empty());
}

TEST_F(StoreTest, the_empty_graph) {
  const Graph opened = open_store(put(store_bytes(Graph())));
  EXPECT_EQ(opened.vertex_count(), 0U);
  EXPECT_EQ(opened.find("x"), std::nullopt);
}

TEST_F(StoreTest, boost_and_analyses_take_it) {
  const Graph opened = open_store(put(store_bytes(sample())), StoreCheck::frame);
  std::size_t found = 0;
  struct Counter : boost::default_bfs_visitor {
    std::size_t* found;
    void discover_vertex(Vertex, const Graph&) const { ++*found; }
  } counter;
  counter.found = &found;
  boost::breadth_first_search(opened, opened.papers().front(), boost::visitor(counter));
  EXPECT_EQ(found, opened.vertex_count());
  EXPECT_EQ(analysis::page_rank(opened.structure()), analysis::page_rank(sample().structure()));
}

TEST_F(StoreTest, copies_outlive_the_file) {
  Graph copy;
  {
    const Graph opened = open_store(put(store_bytes(sample())));
    copy = opened;
  }
  fs::remove(path_);
  expect_equal(sample(), copy);
}

TEST_F(StoreTest, many_threads_read_one) {
  const Graph opened = open_store(put(store_bytes(sample())));
  std::vector<std::string> seen(8);
  {
    std::vector<std::jthread> threads;
    for (std::string& all : seen)
      threads.emplace_back([&] {
        for (Vertex v = 0; v < opened.vertex_count(); ++v)
          all += opened[v].key + std::to_string(opened.variants(v).size());
      });
  }
  for (const std::string& all : seen) EXPECT_EQ(all, seen[0]);
}

std::string error_of(const std::string& path) {
  try {
    const Graph graph = open_store(path);
    return "opened";
  } catch (const Error& error) {
    return error.what();
  }
}

TEST_F(StoreTest, what_is_no_store_is_refused) {
  const std::string whole = store_bytes(sample());
  const auto with = [&](std::size_t at, std::string_view bytes) {
    std::string changed = whole;
    changed.replace(at, bytes.size(), bytes);
    return changed;
  };
  const struct {
    const char* trait;
    std::string bytes;
    const char* message;
  } cases[] = {
      {"empty", "", "not a store of citegraph"},
      {"another file", "# A paper\n\nwith text that is long enough to be a head and a tail of a store.", "not a store"},
      {"another version", with(8, std::string_view("\3\0\0\0", 4)),
       "a store of version 3; this library reads version 2"},
      {"another byte order", with(12, std::string_view("\1\2\3\4", 4)), "another byte order"},
      {"cut short", whole.substr(0, whole.size() - 1), "cut short"},
      {"cut to its head", whole.substr(0, 16), "cut short"},
      {"its end alone", whole.substr(0, 16) + whole.substr(whole.size() - 24), "table of sections is damaged"},
  };
  for (const auto& c : cases) {
    const std::string message = error_of(put(c.bytes));
    EXPECT_NE(message.find(c.message), std::string::npos) << c.trait << ": " << message;
    EXPECT_TRUE(message.starts_with(path_)) << c.trait << ": " << message;
  }
  EXPECT_NE(error_of("/no/such/store").find("No such file"), std::string::npos);
  EXPECT_NE(error_of(fs::temp_directory_path().string()).find("not a regular file"), std::string::npos);
}

// Every byte changed in turn is noticed, or is one that nothing reads: padding between sections.
TEST_F(StoreTest, every_changed_byte_is_noticed) {
  GraphBuilder builder;
  Work work;
  work.set(Variable::title, "The Nile");
  const WorkId a = builder.add(work);
  work.set(Variable::title, "The Ob");
  builder.cite(builder.add(work), a);
  const Graph graph = std::move(builder).build();
  const std::string whole = store_bytes(graph);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string changed = whole;
    changed[i] = static_cast<char>(changed[i] ^ 0x41);
    if (error_of(put(changed)) != "opened") continue;
    expect_equal(graph, open_store(path_));
  }
}

// Records are read within their bounds also where nothing was checked.
TEST_F(StoreTest, damaged_records_read_as_what_is_left_of_them) {
  const std::string whole = store_bytes(sample());
  for (std::size_t i = 64; i < whole.size(); i += 211) {
    std::string changed = whole;
    changed[i] = static_cast<char>(changed[i] ^ 0xFF);
    put(changed);
    try {
      const Graph graph = open_store(path_, StoreCheck::frame);
      for (Vertex v = 0; v < graph.vertex_count(); ++v) {
        (void)graph[v];
        (void)graph.variants(v);
      }
    } catch (const Error&) {
    }
  }
}

TEST_F(StoreTest, verify_names_the_sections) {
  std::string bytes = store_bytes(sample());
  bytes[64] = static_cast<char>(bytes[64] + 1);  // the first offset
  const std::vector<std::string> damage = verify_store(put(bytes));
  ASSERT_EQ(damage.size(), 2U);
  EXPECT_EQ(damage[0], "out_offsets: the checksum does not fit");
  EXPECT_EQ(damage[1], "out_offsets: not ascending to the number of citations");
}

}  // namespace
}  // namespace citegraph
