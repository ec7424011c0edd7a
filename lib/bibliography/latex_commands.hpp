// What LaTeX's commands stand for.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace citegraph::bibliography {

// The character or text of a command that takes no argument, named without its backslash: "ss" is "ß", "alpha" is "α",
// "&" is "&". Nothing for one that is none.
std::optional<std::string_view> text_of_command(std::string_view name) noexcept;

// The combining character of an accent command: "\"" is U+0308, "v" is U+030C; 0 for one that is none.
char32_t combining_accent(std::string_view name) noexcept;

// What becomes of a command's arguments.
enum class ArgumentUse : std::uint8_t {
  shown,        // \emph{x}: x. Commands that are not known are read like that.
  dropped,      // \noopsort{x}: nothing
  quoted,       // \enquote{x}: “x”
  superscript,  // \textsuperscript{2}: ²
  subscript,
  mathematics,  // \ensuremath{x}
  second,       // \href{url}{x}: x
};
ArgumentUse argument_use(std::string_view name) noexcept;

// The raised or lowered form of a character; 0 where there is none.
char32_t superscript_of(char32_t c) noexcept;
char32_t subscript_of(char32_t c) noexcept;

}  // namespace citegraph::bibliography
