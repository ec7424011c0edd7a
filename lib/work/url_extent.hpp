// How far a URL or the suffix of a DOI reaches in running text.
#pragma once

#include <cstdint>
#include <string_view>

namespace citegraph::work {

// Bytes of the address at the start of `text`: up to white space, a quotation mark or an angle bracket, without closing
// punctuation, and without closing brackets that were not opened in it. 0 where there is none.
std::uint32_t url_size(std::string_view text) noexcept;

// Bytes of the DOI suffix at the start of `text`, by the same rules; a SICI ("...16<1661::AID-SIM968>3.0.CO;2-2") keeps
// its angle brackets.
std::uint32_t doi_suffix_size(std::string_view text) noexcept;

}  // namespace citegraph::work
