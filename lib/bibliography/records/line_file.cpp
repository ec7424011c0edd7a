#include "bibliography/records/line_file.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace citegraph::bibliography::records {
namespace {

constexpr std::size_t block = 1 << 20;

}  // namespace

LineFile::LineFile(std::string path, std::uint64_t longest_line, std::size_t padding)
    : file_(std::move(path)), longest_line_(longest_line), padding_(padding), buffer_(block + padding) {}

// Moves what is left to the front and reads behind it. False at the end of the file.
bool LineFile::fill() {
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (buffer_.size() - padding_ - end_ < block / 2) buffer_.resize((buffer_.size() - padding_) * 2 + padding_);
  const std::size_t room = std::min(buffer_.size() - padding_ - end_, block);
  const std::size_t got = file_.read(buffer_.data() + end_, room, number_ + 1);
  end_ += got;
  return got > 0;
}

void LineFile::take(std::size_t end, std::size_t next_line) {
  std::size_t size = end - begin_;
  if (size > 0 && buffer_[begin_ + size - 1] == '\r') --size;
  line_ = {buffer_.data() + begin_, size};
  begin_ = next_line;
}

void LineFile::skip_line() {
  too_long_ = true;
  line_ = {};
  for (;;) {
    const void* const found = std::memchr(buffer_.data() + begin_, '\n', end_ - begin_);
    if (found != nullptr) {
      begin_ = static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data()) + 1;
      return;
    }
    begin_ = end_;
    if (!fill()) return;
  }
}

bool LineFile::next() {
  too_long_ = false;
  line_ = {};
  std::size_t looked_at = 0;  // bytes behind begin_ that hold no line end
  for (;;) {
    const void* const found = end_ == begin_ + looked_at
                                  ? nullptr
                                  : std::memchr(buffer_.data() + begin_ + looked_at, '\n', end_ - begin_ - looked_at);
    const std::size_t size = found != nullptr
                                 ? static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data()) - begin_
                                 : end_ - begin_;
    if (size > longest_line_) {
      ++number_;
      skip_line();
      return true;
    }
    if (found != nullptr) {
      ++number_;
      take(begin_ + size, begin_ + size + 1);
      return true;
    }
    looked_at = size;
    if (fill()) continue;
    if (begin_ == end_) return false;
    ++number_;
    take(end_, end_);
    return true;
  }
}

}  // namespace citegraph::bibliography::records
