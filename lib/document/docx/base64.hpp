// Base64 (RFC 4648), in which programs keep in attributes and elements what is no text for them.
#pragma once

#include <string>
#include <string_view>

namespace citegraph::document::docx {

// White space is passed over; what follows a character of no other kind is not read.
std::string decode_base64(std::string_view text);

}  // namespace citegraph::document::docx
