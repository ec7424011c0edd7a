// Where results go: standard output or a file that is either whole or not there.
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace command {

// What `--to FORMAT[=FILE]` asks for. Without a file the output goes to standard output.
struct Output {
  std::string format;
  std::string path;
};

// A mistake in how the command was called; the message goes to the user as it is.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Reading or writing failed.
class InputOutputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Reads the values of `--to`; none given is `fallback`. Throws UsageError for a format that is not in `formats`, two
// outputs for standard output, or two for one file.
std::vector<Output> parse_outputs(const std::vector<std::string>& values, const std::vector<std::string>& formats,
                                  const std::string& fallback);

// Calls `write` with a stream to where `output` goes. A file is written beside its place and renamed when all of it is
// on the disk, so that a failure leaves what was there before. Throws InputOutputError.
void write_output(const Output& output, const std::function<void(std::ostream&)>& write);

}  // namespace command
