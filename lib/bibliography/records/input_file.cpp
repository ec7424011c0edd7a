#include "bibliography/records/input_file.hpp"

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "citegraph/error.hpp"

namespace citegraph::bibliography::records {
namespace {

constexpr unsigned zlib_buffer = 1 << 20;

}  // namespace

InputFile::InputFile(std::string path) : path_(std::move(path)) {
  std::error_code unknown;
  if (std::filesystem::is_directory(path_, unknown)) throw Error(path_, "this is a folder");
  errno = 0;
  file_ = gzopen(path_.c_str(), "rb");
  if (file_ == nullptr)
    throw Error(path_, "cannot be opened: " + std::generic_category().message(errno == 0 ? ENOMEM : errno));
  gzbuffer(file_, zlib_buffer);
}

InputFile::~InputFile() { gzclose_r(file_); }

std::size_t InputFile::read(char* to, std::size_t size, std::uint64_t line) {
  const int got = gzread(file_, to, static_cast<unsigned>(size));
  int status = Z_OK;
  const char* const message = gzerror(file_, &status);
  if (got < 0 || (got == 0 && status != Z_OK && status != Z_STREAM_END)) {
    const std::string what = status == Z_BUF_ERROR ? "the compressed file is cut short"
                             : status == Z_ERRNO   ? "cannot be read: " + std::generic_category().message(errno)
                                                   : "the compressed file is damaged: " + std::string(message);
    throw Error(path_, what, static_cast<std::uint32_t>(line), 1);
  }
  bytes_ += static_cast<std::uint64_t>(got);
  return static_cast<std::size_t>(got);
}

}  // namespace citegraph::bibliography::records
