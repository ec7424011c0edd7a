/// \file
/// The one exception of the library.
///
/// Text that is unclear is never an error: it gives the best value and a `Diagnostic`. `Error` is thrown for what
/// cannot go on at all: a file that cannot be read, markup that is broken, a limit that is passed. `what()` is ready to
/// print, as in `paper.xml:12:7: the element "ref" is never closed`.
///
///     try {
///       const Paper paper = read_paper("missing.md");
///     } catch (const Error& error) {
///       std::cerr << error.what() << '\n';
///     }
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "citegraph/api.hpp"

namespace citegraph {

/// Thrown for what cannot go on: `what()` is "path:line:column: message".
class CITEGRAPH_API Error : public std::runtime_error {
 public:
  /// `line` and `column` are 1-based; 0 says that there is none.
  Error(std::string path, std::string_view message, std::uint32_t line = 0, std::uint32_t column = 0);

  /// The file, as the caller named it; empty for text without one.
  [[nodiscard]] const std::string& path() const& noexcept { return path_; }
  const std::string& path() const&& = delete;  // A view into an error that is about to go does not compile.
  /// 1-based, or 0 where there is none.
  [[nodiscard]] std::uint32_t line() const noexcept { return line_; }
  /// 1-based, in code points, or 0 where there is none.
  [[nodiscard]] std::uint32_t column() const noexcept { return column_; }

 private:
  std::string path_;
  std::uint32_t line_;
  std::uint32_t column_;
};

}  // namespace citegraph
