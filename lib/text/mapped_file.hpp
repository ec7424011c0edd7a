// A file as memory, read-only: its pages are fetched when they are looked at.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace citegraph::text {

class MappedFile {
 public:
  // Throws Error, naming `path`, for what cannot be opened or is no regular file.
  explicit MappedFile(const std::string& path);
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  // At the start of a page; as long as this lives.
  std::string_view bytes() const noexcept { return {static_cast<const char*>(memory_), size_}; }

 private:
  void* memory_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace citegraph::text
