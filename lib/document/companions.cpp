#include "document/companions.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "citegraph/error.hpp"
#include "citegraph/text_file.hpp"

namespace citegraph::document {
namespace {

constexpr std::uint32_t most_files = 1000;
constexpr std::size_t longest_path = 1000;  // bytes

std::size_t name_start(std::string_view path) {
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string_view::npos ? 0 : slash + 1;
}

}  // namespace

CompanionReader folder_of(const std::string& path, const Limits& limits) {
  return [folder = std::filesystem::path(path).parent_path(), limits](const std::string& inner) {
    std::optional<std::string> bytes;
    std::error_code failure;
    const std::filesystem::path place = folder / inner;
    if (!std::filesystem::is_regular_file(place, failure) || failure) return bytes;
    // A link may lead out of the folder though its name does not.
    const std::filesystem::path base =
        std::filesystem::canonical(folder.empty() ? std::filesystem::path(".") : folder, failure);
    if (failure) return bytes;
    const std::filesystem::path real = std::filesystem::canonical(place, failure);
    if (failure || std::mismatch(base.begin(), base.end(), real.begin(), real.end()).first != base.end()) return bytes;
    ReadOptions options;
    options.limits = limits;
    bytes = read_bytes(place.string(), options);
    return bytes;
  };
}

std::optional<std::string> inner_path(std::string_view name) {
  if (name.empty() || name.size() > longest_path || name.front() == '/' || name.front() == '\\' ||
      name.find('\0') != std::string_view::npos || name.find(':') != std::string_view::npos)
    return std::nullopt;
  std::vector<std::string_view> parts;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of("/\\"), name.size());
    const std::string_view part = name.substr(0, end);
    name.remove_prefix(std::min(end + 1, name.size()));
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (parts.empty()) {
      return std::nullopt;
    } else {
      parts.pop_back();
    }
  }
  std::string path;
  for (const std::string_view part : parts) path.append(path.empty() ? "" : "/").append(part);
  return path.empty() ? std::nullopt : std::optional(path);
}

Companions::Companions(const ReadOptions& options, std::string document_path)
    : options_(options),
      document_path_(std::move(document_path)),
      bytes_left_(options.limits.bytes),
      files_left_(most_files) {}

Companions::File Companions::read(std::string_view name, std::string_view ending) {
  File file;
  const std::optional<std::string> inner = inner_path(name);
  if (!inner) {
    file.outcome = Outcome::outside;
    return file;
  }
  file.path = *inner;
  if (!any()) return file;
  if (files_left_ == 0) {
    file.outcome = Outcome::refused;
    return file;
  }
  --files_left_;
  const bool ends = ending.empty() || inner->ends_with(ending);
  try {
    std::optional<std::string> bytes;
    if (!ends) {
      bytes = options_.companions(*inner + std::string(ending));
      if (bytes) file.path += ending;
    }
    if (!bytes) bytes = options_.companions(*inner);
    if (!bytes) {
      if (!ends) file.path += ending;
      return file;
    }
    if (bytes->size() > bytes_left_) {
      file.outcome = Outcome::refused;
      return file;
    }
    bytes_left_ -= bytes->size();
    file.bytes = std::move(*bytes);
    file.outcome = Outcome::read;
  } catch (const Error&) {
    file.outcome = Outcome::refused;
  }
  return file;
}

std::string Companions::sibling(std::string_view ending) const {
  std::string name = document_path_.substr(name_start(document_path_));
  const std::size_t dot = name.rfind('.');
  if (dot != std::string::npos && dot > 0) name.resize(dot);
  return name.empty() ? name : name + std::string(ending);
}

std::string Companions::full_path(std::string_view inner) const {
  return document_path_.substr(0, name_start(document_path_)) + std::string(inner);
}

std::string why_not(Companions::Outcome outcome) {
  switch (outcome) {
    case Companions::Outcome::read:
      return "was read";
    case Companions::Outcome::absent:
      return "was not found";
    case Companions::Outcome::outside:
      return "lies outside the folder of the document and is not read";
    case Companions::Outcome::refused:
      return "is too large or cannot be read";
  }
  return {};
}

}  // namespace citegraph::document
