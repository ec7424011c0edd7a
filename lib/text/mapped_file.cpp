#include "text/mapped_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "citegraph/error.hpp"

namespace citegraph::text {
namespace {

[[noreturn]] void fail_mapping(const std::string& path, int descriptor = -1) {
  const int code = errno;
  if (descriptor >= 0) ::close(descriptor);
  throw Error(path, std::generic_category().message(code));
}

}  // namespace

MappedFile::MappedFile(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) fail_mapping(path);
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) fail_mapping(path, descriptor);
  if (!S_ISREG(status.st_mode)) {
    ::close(descriptor);
    throw Error(path, "not a regular file");
  }
  size_ = static_cast<std::size_t>(status.st_size);
  if (size_ > 0) {
    memory_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (memory_ == MAP_FAILED) {
      memory_ = nullptr;
      fail_mapping(path, descriptor);
    }
  }
  ::close(descriptor);
}

MappedFile::~MappedFile() {
  if (memory_ != nullptr) ::munmap(memory_, size_);
}

}  // namespace citegraph::text
