// A file of bytes, plain or compressed by gzip, read from its beginning to its end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <zlib.h>

namespace citegraph::bibliography::records {

class InputFile {
 public:
  // Throws Error for a file that cannot be opened.
  explicit InputFile(std::string path);
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;
  ~InputFile();

  // Reads up to `size` bytes, below 2^31; 0 at the end. Throws Error, with the line that is read, where the file cannot
  // be read on, or is compressed and damaged.
  std::size_t read(char* to, std::size_t size, std::uint64_t line);

  [[nodiscard]] std::uint64_t bytes() const noexcept { return bytes_; }  // read so far, uncompressed

 private:
  std::string path_;
  gzFile file_ = nullptr;
  std::uint64_t bytes_ = 0;
};

}  // namespace citegraph::bibliography::records
