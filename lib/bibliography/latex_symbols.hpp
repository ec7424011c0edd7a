// LaTeX commands for characters outside ASCII.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace citegraph::bibliography {

// The command for a character that is none of ASCII, in braces where it needs them: `{\ss}`, `{\"u}`, `--`,
// `\ensuremath{\alpha}`; nothing where there is none. A letter with more than one accent has none: nested accent
// commands break.
std::optional<std::string> latex_symbol(char32_t c);

// `text` with every letter and its combining accents as one character, where there is one (normalisation form C).
std::string composed(std::string_view text);

}  // namespace citegraph::bibliography
