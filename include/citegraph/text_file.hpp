/// \file
/// Files as bytes and as text, with the checks every reader makes first.
///
///     std::string list = decode_text(read_bytes("list.txt"), "list.txt");
#pragma once

#include <string>
#include <string_view>

#include "citegraph/api.hpp"
#include "citegraph/options.hpp"

namespace citegraph {

/// The bytes of a file.
/// \throws Error for a file that is not there, is no regular file, cannot be read, or is larger than
/// `options.limits.bytes`.
[[nodiscard]] CITEGRAPH_API std::string read_bytes(const std::string& path, const ReadOptions& options = {});

/// Bytes as UTF-8: UTF-16 and Windows-1252 are recognised and converted, ill-formed places become U+FFFD, a byte order
/// mark goes. \throws Error for binary content and passed limits; `path` names it.
[[nodiscard]] CITEGRAPH_API std::string decode_text(std::string_view bytes, const std::string& path = {},
                                                    const ReadOptions& options = {});

}  // namespace citegraph
