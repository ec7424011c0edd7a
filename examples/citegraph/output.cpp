#include "output.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <iostream>
#include <ostream>
#include <set>
#include <streambuf>
#include <sys/stat.h>
#include <unistd.h>

#include "interruption.hpp"

namespace command {
namespace {

[[noreturn]] void fail_to_write(const std::string& name, int error) {
  throw InputOutputError(fmt::format("cannot write {}: {}", name, std::strerror(error)));
}

// A stream buffer over a file descriptor that remembers why a write failed, which std::ofstream does not tell.
class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor), buffer_(1 << 16) {
    setp(buffer_.data(), buffer_.data() + buffer_.size());
  }
  int error() const noexcept { return error_; }

 protected:
  int_type overflow(int_type c) override {
    if (sync() != 0) return traits_type::eof();
    if (!traits_type::eq_int_type(c, traits_type::eof())) sputc(traits_type::to_char_type(c));
    return traits_type::not_eof(c);
  }
  int sync() override {
    const char* at = pbase();
    while (at < pptr()) {
      const ssize_t written = ::write(descriptor_, at, static_cast<std::size_t>(pptr() - at));
      if (written < 0) {
        if (errno == EINTR) continue;
        error_ = errno;
        setp(buffer_.data(), buffer_.data() + buffer_.size());
        return -1;
      }
      at += written;
    }
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    return 0;
  }

 private:
  int descriptor_;
  int error_ = 0;
  std::vector<char> buffer_;
};

// The temporary file beside the final place; removed unless `keep` is called, also where a signal ends the program.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& path) : final_(path), name_(path + ".XXXXXX") {
    descriptor_ = ::mkstemp(name_.data());
    if (descriptor_ < 0) fail_to_write(final_, errno);
    guard_.guard(name_);
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(descriptor_, 0666 & ~mask);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!kept_) ::unlink(name_.c_str());
  }
  int descriptor() const noexcept { return descriptor_; }
  void keep() {
    if (::fsync(descriptor_) != 0) fail_to_write(final_, errno);
    const int closed = ::close(descriptor_);
    descriptor_ = -1;
    if (closed != 0 || ::rename(name_.c_str(), final_.c_str()) != 0) fail_to_write(final_, errno);
    kept_ = true;
  }

 private:
  std::string final_;
  std::string name_;
  TemporaryGuard guard_;
  int descriptor_ = -1;
  bool kept_ = false;
};

void write_through(int descriptor, const std::string& name, const std::function<void(std::ostream&)>& write) {
  DescriptorBuffer buffer(descriptor);
  std::ostream stream(&buffer);
  write(stream);
  stream.flush();
  if (buffer.error() != 0) fail_to_write(name, buffer.error());
}

// Devices and pipes cannot be replaced by renaming: they are written to directly.
bool is_special(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
}

}  // namespace

std::vector<Output> parse_outputs(const std::vector<std::string>& values, const std::vector<std::string>& formats,
                                  const std::string& fallback) {
  std::vector<Output> outputs;
  std::set<std::string> places;
  for (const std::string& value : values.empty() ? std::vector<std::string>{fallback} : values) {
    const std::size_t equals = value.find('=');
    Output output{value.substr(0, equals), equals == std::string::npos ? "" : value.substr(equals + 1)};
    if (std::find(formats.begin(), formats.end(), output.format) == formats.end())
      throw UsageError(fmt::format("unknown format '{}': one of {}", output.format, fmt::join(formats, ", ")));
    if (equals != std::string::npos && output.path.empty())
      throw UsageError(fmt::format("'--to {}' names no file", value));
    if (output.path == "-") output.path.clear();
    if (!places.insert(output.path).second)
      throw UsageError(output.path.empty()
                           ? "two outputs for standard output: give all but one a file, as in --to json=paper.json"
                           : fmt::format("two outputs for {}", output.path));
    outputs.push_back(std::move(output));
  }
  return outputs;
}

void write_output(const Output& output, const std::function<void(std::ostream&)>& write) {
  if (output.path.empty()) return write_through(STDOUT_FILENO, "standard output", write);
  if (is_special(output.path)) {
    const int descriptor = ::open(output.path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) fail_to_write(output.path, errno);
    try {
      write_through(descriptor, output.path, write);
    } catch (...) {
      ::close(descriptor);
      throw;
    }
    if (::close(descriptor) != 0) fail_to_write(output.path, errno);
    return;
  }
  TemporaryFile file(output.path);
  write_through(file.descriptor(), output.path, write);
  file.keep();
}

}  // namespace command
