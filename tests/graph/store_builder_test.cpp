// Stores that are built outside memory are those of graphs that were built in it.
#include "citegraph/store_builder.hpp"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <random>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <vector>

#include "citegraph/error.hpp"
#include "citegraph/record_linker.hpp"
#include "citegraph/store.hpp"

namespace citegraph {
namespace {

WorkRecord dated(std::string id, int year, std::vector<std::string> cited) {
  WorkRecord made{.id = std::move(id), .work = {}, .cited = std::move(cited)};
  made.work.set(DateVariable::issued, parse_date(std::to_string(year)));
  return made;
}

WorkRecord titled(std::string id, int year, std::vector<std::string> cited) {
  WorkRecord made = year > 0 ? dated(std::move(id), year, std::move(cited))
                             : WorkRecord{.id = std::move(id), .work = {}, .cited = std::move(cited)};
  made.work.type = WorkType::article_journal;
  made.work.set(Variable::title, "On " + made.id);
  made.work.set(Variable::publisher, "Press " + std::to_string(year));
  return made;
}

std::string in_memory(const std::vector<WorkRecord>& records) {
  GraphBuilder builder;
  RecordLinker linker(builder);
  for (const WorkRecord& each : records) linker.add(each);
  linker.finish();
  std::ostringstream out;
  write_store(out, std::move(builder).build());
  return out.str();
}

std::string outside(const std::vector<WorkRecord>& records, std::uint64_t memory) {
  StoreBuilder builder({.memory = memory, .directory = ::testing::TempDir()});
  for (const WorkRecord& each : records) builder.add(each);
  std::ostringstream out;
  builder.finish(out);
  return out.str();
}

// Identifiers that no rule takes for the same work, records in no order, works that are only cited, dates that come
// before and behind descriptions, citations said twice, and a work cited by many.
std::vector<WorkRecord> random_records(unsigned seed) {
  std::mt19937 random(seed);
  const auto below = [&](unsigned n) { return static_cast<int>(random() % n); };
  const auto id = [](int i) {
    return "10.5555/" + std::string(1, static_cast<char>('a' + i % 26)) + std::to_string(i);
  };
  std::vector<WorkRecord> records;
  for (int i = 0; i < 400; ++i) {
    const int citing = below(300);
    std::vector<std::string> cited = {id(7)};
    for (int k = below(12); k > 0; --k) cited.push_back(id(below(500)));
    switch (below(4)) {
      case 0:
        records.push_back({.id = id(citing), .work = {}, .cited = std::move(cited)});
        break;
      case 1:
        records.push_back(dated(id(citing), 1900 + below(120), std::move(cited)));
        break;
      default:
        records.push_back(titled(id(citing), below(5) == 0 ? 0 : 1900 + citing % 120, std::move(cited)));
    }
  }
  return records;
}

TEST(StoreBuilder, WritesTheBytesOfAGraphBuiltInMemory) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    const std::vector<WorkRecord> records = random_records(seed);
    const std::string expected = in_memory(records);
    for (const std::uint64_t memory : {std::uint64_t{1}, std::uint64_t{1000}, std::uint64_t{1} << 30U})
      EXPECT_EQ(outside(records, memory), expected) << "seed " << seed << ", memory " << memory;
  }
}

TEST(StoreBuilder, CountsAndOpens) {
  StoreBuilder builder({.memory = 1 << 20, .directory = {}});
  builder.add(titled("W1", 2001, {"W2", "W2", "W1", "W3"}));
  builder.add(titled("W2", 1999, {}));
  EXPECT_EQ(builder.work_count(), 3U);
  const std::filesystem::path path = std::filesystem::path(::testing::TempDir()) / "store_builder.cgs";
  {
    std::ofstream out(path, std::ios::binary);
    builder.finish(out);
  }
  EXPECT_EQ(builder.citation_count(), 2U);
  const Graph graph = open_store(path.string());
  std::filesystem::remove(path);
  ASSERT_EQ(graph.vertex_count(), 3U);
  EXPECT_EQ(graph.edge_count(), 2U);
  ASSERT_TRUE(graph.find("W1"));
  EXPECT_EQ(graph.cited(*graph.find("W1")).size(), 2U);
  EXPECT_EQ(graph[*graph.find("W2")].get(Variable::title), "On W2");
}

TEST(StoreBuilder, NothingIsAnEmptyGraph) { EXPECT_EQ(outside({}, 100), in_memory({})); }

TEST(StoreBuilder, ADirectoryThatIsNotThereIsNamed) {
  try {
    const StoreBuilder builder({.memory = 1, .directory = "/no/such/directory"});
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "/no/such/directory: a temporary file: No such file or directory");
  }
}

// Files may grow no further than this, as on a disk that is full.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  void (*handler_)(int);
  rlimit before_{};
};

TEST(StoreBuilder, AFullDiskIsReported) {
  const std::vector<WorkRecord> records = random_records(1);
  std::string message;
  {
    const SmallDisk disk(2000);
    try {
      (void)outside(records, 1000);
    } catch (const Error& error) {
      message = error.what();
    }
  }
  EXPECT_NE(message.find("a temporary file: File too large"), std::string::npos) << message;
}

}  // namespace
}  // namespace citegraph
