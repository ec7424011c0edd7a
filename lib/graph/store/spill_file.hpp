// What waits on disk until there is room to sort it: a temporary file without a name, which goes with its owner.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

namespace citegraph::graph::store {

class SpillFile {
 public:
  // Throws Error where `directory` takes no file.
  explicit SpillFile(const std::string& directory);

  // Throws Error where the disk takes no more.
  void put(std::string_view bytes);
  template <class T>
  void put_value(const T& value) {
    put({reinterpret_cast<const char*>(&value), sizeof value});
  }

  // To the first byte, for reading; nothing is put afterwards.
  void rewind();

  // Up to `size` bytes; fewer at the end only.
  std::size_t read(char* to, std::size_t size);
  // False at the end.
  template <class T>
  bool read_value(T& value) {
    return read(reinterpret_cast<char*>(&value), sizeof value) == sizeof value;
  }

  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }

 private:
  [[noreturn]] void fail() const;

  struct Close {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
  };
  std::string directory_;
  std::unique_ptr<std::FILE, Close> file_;
  std::uint64_t size_ = 0;
};

}  // namespace citegraph::graph::store
