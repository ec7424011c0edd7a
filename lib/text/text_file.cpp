#include "text/text_file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "citegraph/error.hpp"
#include "citegraph/text_file.hpp"

#include "text/ascii.hpp"

namespace citegraph {
namespace {

// Offsets are 32 bits, and a byte of the file may become three of the text.
constexpr std::uint64_t largest_file = 1ULL << 30U;

std::uint64_t byte_limit(const ReadOptions& options) { return std::min(options.limits.bytes, largest_file); }

[[noreturn]] void throw_too_large(const std::string& path, std::uint64_t limit) {
  throw Error(path, "larger than the limit of " + std::to_string(limit) + " bytes");
}

// What a binary file is, where its first bytes tell.
std::string_view binary_format(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("%PDF-"sv)) return "a PDF file; convert it to text or Markdown first";
  if (bytes.starts_with("PK\x03\x04"sv)) return "a ZIP archive (DOCX, ODT, EPUB); convert it to text or Markdown first";
  if (bytes.starts_with("\xD0\xCF\x11\xE0"sv))
    return "an old Microsoft Office file; convert it to text or Markdown first";
  if (bytes.starts_with("\x1F\x8B"sv)) return "a gzip file; unpack it first";
  return {};
}

}  // namespace

std::string read_bytes(const std::string& path, const ReadOptions& options) {
  std::error_code failure;
  const std::filesystem::file_status status = std::filesystem::status(path, failure);
  if (status.type() == std::filesystem::file_type::not_found) throw Error(path, "no such file");
  if (failure) throw Error(path, failure.message());
  if (status.type() == std::filesystem::file_type::directory) throw Error(path, "is a directory");
  if (status.type() != std::filesystem::file_type::regular) throw Error(path, "is not a regular file");
  const std::uint64_t limit = byte_limit(options);
  const std::uint64_t size = std::filesystem::file_size(path, failure);
  if (failure) throw Error(path, failure.message());
  if (size > limit) throw_too_large(path, limit);

  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(path, "cannot be opened: " + std::generic_category().message(errno));
  std::string bytes(static_cast<std::size_t>(size), '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(size));
  if (file.bad()) throw Error(path, "cannot be read");
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

std::string decode_text(std::string_view bytes, const std::string& path, const ReadOptions& options) {
  return text::decode_checked(bytes, path, options).text;
}

namespace text {

void check_size(std::string_view bytes, const std::string& path, const ReadOptions& options) {
  if (bytes.size() > byte_limit(options)) throw_too_large(path, byte_limit(options));
}

Decoded decode_checked(std::string_view bytes, const std::string& path, const ReadOptions& options) {
  check_size(bytes, path, options);
  const std::string_view known = binary_format(bytes);
  if (!known.empty()) throw Error(path, "this is " + std::string(known));
  Decoded decoded = decode(bytes);
  if (decoded.binary) throw Error(path, "binary content, not text");
  return decoded;
}

std::string path_ending(std::string_view path) {
  const std::size_t name = path.find_last_of("/\\");
  if (name != std::string_view::npos) path.remove_prefix(name + 1);
  const std::size_t dot = path.rfind('.');
  return dot == std::string_view::npos ? std::string{} : ascii_lower_case(path.substr(dot));
}

}  // namespace text
}  // namespace citegraph
