// The checks before reading that documents and bare texts share.
#pragma once

#include <string>
#include <string_view>

#include "citegraph/options.hpp"

#include "text/encoding.hpp"

namespace citegraph::text {

// Throws Error for more bytes than the limit.
void check_size(std::string_view bytes, const std::string& path, const ReadOptions& options);

// The bytes as UTF-8 with the way back. Throws Error for binary content and passed limits.
Decoded decode_checked(std::string_view bytes, const std::string& path, const ReadOptions& options);

// What follows the last dot of a file's name, with the dot, in lower case: ".md"; empty without one.
std::string path_ending(std::string_view path);

}  // namespace citegraph::text
