// A file of lines, plain or compressed by gzip, of which one block is held at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bibliography/records/input_file.hpp"

namespace citegraph::bibliography::records {

class LineFile {
 public:
  // Throws Error for a file that cannot be opened. `padding` bytes may be read beyond each line.
  LineFile(std::string path, std::uint64_t longest_line, std::size_t padding);
  LineFile(const LineFile&) = delete;
  LineFile& operator=(const LineFile&) = delete;
  ~LineFile() = default;

  // False at the end. Throws Error where the file cannot be read on, or is compressed and damaged.
  bool next();

  // Without its line end; valid until `next`. Empty for one that is too long.
  [[nodiscard]] std::string_view line() const noexcept { return line_; }
  [[nodiscard]] bool too_long() const noexcept { return too_long_; }
  [[nodiscard]] std::uint64_t number() const noexcept { return number_; }       // 1-based
  [[nodiscard]] std::uint64_t bytes() const noexcept { return file_.bytes(); }  // read so far, uncompressed

 private:
  bool fill();
  void skip_line();
  void take(std::size_t end, std::size_t next_line);

  InputFile file_;
  std::uint64_t longest_line_;
  std::size_t padding_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;  // of what is not handed out yet
  std::size_t end_ = 0;    // of what was read
  std::string_view line_;
  bool too_long_ = false;
  std::uint64_t number_ = 0;
};

}  // namespace citegraph::bibliography::records
