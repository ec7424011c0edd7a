// What TeX reads from: the files of a document and the expansions of its macros. All of them lie one behind the other
// in a space of offsets of their own, which a map leads back to the files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citegraph/source_map.hpp"

namespace citegraph::document::latex {

struct Text {
  std::string owned;  // where it is an expansion or a file that was taken in
  std::string_view view;
  std::uint32_t base = 0;                                       // its place in the space of offsets
  std::vector<std::pair<std::uint32_t, std::uint32_t>> braces;  // "{" and its "}"; the end where there is none
  std::string path;                                             // of a file that was taken in
  bool is_expansion = false;

  // Where the brace that opens at `open` closes.
  [[nodiscard]] std::uint32_t closing(std::uint32_t open) const noexcept;
  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(view.size()); }
};

class Texts {
 public:
  static constexpr std::uint32_t most_bytes = 1U << 30U;

  // The main file; `view` outlives the reader.
  const Text& add_main(std::string_view view);
  // A file with the way back to its bytes; `number` is that of a SourceSpan. Null where the space is full.
  const Text* add_file(std::string text, const SourceMap& map, std::uint32_t number, std::string path);
  // An expansion; every piece of `map` leads into the space of offsets, and so to a file. Null where the space is full.
  const Text* add_expansion(std::string text, const SourceMap& map);

  [[nodiscard]] const SourceMap& map() const noexcept { return map_; }
  [[nodiscard]] std::uint64_t bytes_of_files() const noexcept { return bytes_of_files_; }

  // All but the expansions.
  template <class Function>
  void for_each_file(Function function) const {
    for (const Text& text : texts_)
      if (!text.is_expansion) function(text);
  }

 private:
  const Text& add(std::string text);
  std::deque<Text> texts_;
  SourceMap map_;
  std::uint64_t bytes_of_files_ = 0;
};

// Of a command's name inside packages, where '@' is one.
bool is_letter(char c) noexcept;

bool is_white(char c) noexcept;

// `needle` where it is not in a comment, at or after `from`.
std::size_t find_live(std::string_view text, std::string_view needle, std::size_t from = 0);

// The end of a comment that begins at `at`: of its line, and of the white space that the next one begins with; before
// the line end where the next line is empty.
std::uint32_t comment_end(std::string_view text, std::uint32_t at) noexcept;

// The size of a command name behind its backslash: letters (with "@"), or one other character.
std::uint32_t name_size(std::string_view text, std::uint32_t at) noexcept;

// True for environments whose content is no LaTeX: it ends at the next "\end{name}" as it stands.
bool is_verbatim(std::string_view environment) noexcept;

}  // namespace citegraph::document::latex
