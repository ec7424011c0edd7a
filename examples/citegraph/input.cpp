#include "input.hpp"

#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <unistd.h>
#include <vector>

#include "output.hpp"

namespace command {

std::string read_standard_input(std::uint64_t limit) {
  std::string bytes;
  std::vector<char> buffer(1 << 16);
  for (;;) {
    const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count == 0) return bytes;
    if (count < 0) {
      if (errno == EINTR) continue;
      throw InputOutputError(fmt::format("cannot read standard input: {}", std::strerror(errno)));
    }
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
    if (bytes.size() > limit)
      throw InputOutputError(fmt::format("standard input is larger than the limit of {} bytes", limit));
  }
}

}  // namespace command
