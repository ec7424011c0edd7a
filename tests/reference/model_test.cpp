#include "citegraph/model.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <string>
#include <unistd.h>

#include "citegraph/error.hpp"
#include "citegraph/reference.hpp"

namespace citegraph {
namespace {

constexpr const char* clean = "Adler, T. (2001). On ice and rivers. Journal of Water, 12(3), 45-67.";

std::string built_in_file() { return CITEGRAPH_SOURCE_DIR "/data/models/references.model"; }

// A file with the given bytes, gone with the object.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& bytes)
      : path_((std::filesystem::temp_directory_path() / ("citegraph-model-" + std::to_string(::getpid()))).string()) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~TemporaryFile() { std::filesystem::remove(path_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string error_of(const std::string& path) {
  try {
    static_cast<void>(Model::load(path));
  } catch (const Error& error) {
    return error.what();
  }
  return "loaded";
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Model, LoadedFromAFileReadsAsTheBuiltInOne) {
  ReadOptions options;
  options.model = Model::load(built_in_file());
  const Reference loaded = parse_reference(clean, {}, options);
  const Reference built_in = parse_reference(clean);
  ASSERT_EQ(loaded.segments.size(), built_in.segments.size());
  for (std::size_t i = 0; i < loaded.segments.size(); ++i) {
    EXPECT_EQ(loaded.segments[i].label, built_in.segments[i].label);
    EXPECT_EQ(loaded.segments[i].span, built_in.segments[i].span);
  }
  EXPECT_EQ(loaded.confidence, built_in.confidence);
  EXPECT_TRUE(loaded.works[0] == built_in.works[0]);
}

TEST(Model, AFileThatIsNoneIsRefusedByName) {
  const std::string good = bytes_of(built_in_file());
  struct Row {
    const char* trait;
    std::string bytes;
    const char* message;
  };
  std::string bent = good;
  bent[good.size() / 2] = static_cast<char>(bent[good.size() / 2] ^ 1);
  std::string older = good;
  older[8] = 1;
  std::string huge = good;
  huge[15] = 0x7F;
  const Row rows[] = {
      {"empty", "", "not a citegraph model"},
      {"another kind of file", "%PDF-1.7 and so on", "not a citegraph model"},
      {"the magic word alone", good.substr(0, 8), "cut short"},
      {"a header alone", good.substr(0, 32), "damaged"},
      {"cut in the middle", good.substr(0, good.size() / 2), "damaged"},
      {"its last byte is missing", good.substr(0, good.size() - 1), "damaged"},
      {"something follows", good + "x", "damaged"},
      {"one bit", bent, "damaged"},
      {"an older format", older, "model format 1"},
      {"a number of features no file holds", huge, "too many features"},
  };
  for (const Row& row : rows) {
    const TemporaryFile file(row.bytes);
    const std::string message = error_of(file.path());
    EXPECT_NE(message.find(row.message), std::string::npos) << row.trait << ": " << message;
    EXPECT_EQ(message.find(file.path()), 0U) << row.trait << ": " << message;
  }
  EXPECT_NE(error_of("/no/such/file.model").find("/no/such/file.model"), std::string::npos);
  EXPECT_NE(error_of(std::filesystem::temp_directory_path().string()), "loaded");
}

}  // namespace
}  // namespace citegraph
