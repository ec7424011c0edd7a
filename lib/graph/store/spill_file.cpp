#include "graph/store/spill_file.hpp"

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <unistd.h>

#include "citegraph/error.hpp"

namespace citegraph::graph::store {

SpillFile::SpillFile(const std::string& directory) : directory_(directory) {
  std::string name = directory + "/citegraph-XXXXXX";
  const int descriptor = ::mkstemp(name.data());
  if (descriptor < 0) fail();
  ::unlink(name.c_str());
  file_.reset(::fdopen(descriptor, "w+b"));
  if (file_ == nullptr) {
    const int code = errno;
    ::close(descriptor);
    errno = code;
    fail();
  }
}

void SpillFile::fail() const { throw Error(directory_, "a temporary file: " + std::generic_category().message(errno)); }

void SpillFile::put(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) fail();
  size_ += bytes.size();
}

void SpillFile::rewind() {
  if (std::fflush(file_.get()) != 0 || std::fseek(file_.get(), 0, SEEK_SET) != 0) fail();
}

std::size_t SpillFile::read(char* to, std::size_t size) {
  const std::size_t count = std::fread(to, 1, size, file_.get());
  if (count < size && std::ferror(file_.get()) != 0) fail();
  return count;
}

}  // namespace citegraph::graph::store
