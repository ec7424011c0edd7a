// The other files of a document: parts that it takes in, bibliographies that it names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "citegraph/options.hpp"

namespace citegraph::document {

// Reads from the folder of `path`, and nothing outside it.
CompanionReader folder_of(const std::string& path, const Limits& limits);

// `name` as seen from the document's folder: "/" between parts, no "." and "..". Nothing for one that leads out.
std::optional<std::string> inner_path(std::string_view name);

class Companions {
 public:
  enum class Outcome : std::uint8_t { read, absent, outside, refused };
  struct File {
    Outcome outcome = Outcome::absent;
    std::string path;   // as `inner_path` gives it
    std::string bytes;  // where it was read
  };

  // `document_path` as the caller named it.
  Companions(const ReadOptions& options, std::string document_path);

  [[nodiscard]] bool any() const noexcept { return static_cast<bool>(options_.companions); }
  // The first of `name` and `name` with each of the endings ("chapter" is "chapter.tex").
  File read(std::string_view name, std::string_view ending = {});
  // The file beside the document that bears its name but for `ending` (".bib").
  [[nodiscard]] std::string sibling(std::string_view ending) const;
  // As it may be opened: in the folder of the document.
  [[nodiscard]] std::string full_path(std::string_view inner) const;
  [[nodiscard]] const ReadOptions& options() const noexcept { return options_; }

 private:
  const ReadOptions& options_;
  std::string document_path_;
  std::uint64_t bytes_left_;
  std::uint32_t files_left_;
};

// "... was not found" and the like, for a finding.
std::string why_not(Companions::Outcome outcome);

}  // namespace citegraph::document
