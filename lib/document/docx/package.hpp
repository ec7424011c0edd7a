// The ZIP archive that a DOCX file is (Open Packaging Conventions, ECMA-376 part 2): its parts by name.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "citegraph/options.hpp"

namespace citegraph::document::docx {

// What every ZIP archive that holds something begins with.
bool is_zip(std::string_view bytes) noexcept;

class Package {
 public:
  // `bytes` outlive the package; `path` names it in errors. Throws Error for what is no archive.
  Package(std::string_view bytes, std::string path, const Limits& limits);

  [[nodiscard]] const std::string& path() const noexcept { return path_; }
  // "paper.docx/word/document.xml"
  [[nodiscard]] std::string path_of(std::string_view name) const;
  [[nodiscard]] bool has(const std::string& name) const;
  // The bytes of a part, nothing where there is none. What is unpacked counts, not what the archive claims: throws
  // Error where all parts together pass the limit, and for a part that cannot be unpacked.
  std::optional<std::string> unpack(const std::string& name);

 private:
  struct Close {
    void operator()(void* archive) const noexcept;
  };

  std::string path_;
  std::uint64_t limit_;
  std::uint64_t left_;
  std::unique_ptr<void, Close> archive_;
};

}  // namespace citegraph::document::docx
