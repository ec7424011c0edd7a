// The checks before reading that documents and bare texts share.
#pragma once

#include <string>
#include <string_view>

#include "citegraph/options.hpp"

#include "text/encoding.hpp"

namespace citegraph::text {

// The bytes as UTF-8 with the way back. Throws Error for binary content and passed limits.
Decoded decode_checked(std::string_view bytes, const std::string& path, const ReadOptions& options);

}  // namespace citegraph::text
