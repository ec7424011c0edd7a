#include "document/docx/package.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <utility>
#include <zip.h>

#include "citegraph/error.hpp"

namespace citegraph::document::docx {
namespace {

// Offsets into a part are 32 bits, as those into a file.
constexpr std::uint64_t largest_package = 1ULL << 30U;

zip_t* archive_in(void* archive) noexcept { return static_cast<zip_t*>(archive); }

struct CloseFile {
  void operator()(zip_file_t* file) const noexcept { zip_fclose(file); }
};

zip_t* open_archive(std::string_view bytes, const std::string& path) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) throw std::bad_alloc();
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive == nullptr) {
    zip_source_free(source);
    const std::string why = zip_error_strerror(&error);
    zip_error_fini(&error);
    throw Error(path, "this is no complete ZIP archive, as a DOCX file is: " + why);
  }
  zip_error_fini(&error);
  return archive;
}

// Names of parts are equal in any letter case (part 2, 6.3.5).
zip_int64_t locate(zip_t* archive, const std::string& name) {
  const zip_int64_t exact = zip_name_locate(archive, name.c_str(), 0);
  return exact >= 0 ? exact : zip_name_locate(archive, name.c_str(), ZIP_FL_NOCASE);
}

}  // namespace

bool is_zip(std::string_view bytes) noexcept {
  using namespace std::string_view_literals;
  return bytes.starts_with("PK\x03\x04"sv);
}

void Package::Close::operator()(void* archive) const noexcept { zip_discard(archive_in(archive)); }

Package::Package(std::string_view bytes, std::string path, const Limits& limits)
    : path_(std::move(path)), limit_(std::min(limits.bytes, largest_package)), left_(limit_) {
  archive_.reset(open_archive(bytes, path_));
}

std::string Package::path_of(std::string_view name) const {
  return path_.empty() ? std::string(name) : path_ + '/' + std::string(name);
}

bool Package::has(const std::string& name) const { return locate(archive_in(archive_.get()), name) >= 0; }

std::optional<std::string> Package::unpack(const std::string& name) {
  zip_t* archive = archive_in(archive_.get());
  const zip_int64_t index = locate(archive, name);
  if (index < 0) return std::nullopt;
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive, static_cast<zip_uint64_t>(index), 0));
  if (!file) throw Error(path_of(name), "cannot be unpacked: " + std::string(zip_strerror(archive)));
  std::string bytes;
  std::array<char, 1U << 16U> buffer;
  while (true) {
    const zip_int64_t count = zip_fread(file.get(), buffer.data(), buffer.size());
    if (count < 0) throw Error(path_of(name), "cannot be unpacked: " + std::string(zip_file_strerror(file.get())));
    if (count == 0) return bytes;
    const auto size = static_cast<std::size_t>(count);
    if (size > left_) throw Error(path_, "larger than the limit of " + std::to_string(limit_) + " bytes when unpacked");
    left_ -= size;
    bytes.append(buffer.data(), size);
  }
}

}  // namespace citegraph::document::docx
