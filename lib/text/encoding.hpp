// From the bytes of a file to valid UTF-8, with the way back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/source_map.hpp"

namespace citegraph::text {

enum class Encoding : std::uint8_t { utf8, utf8_bom, utf16_le, utf16_be, latin1 };

struct Decoded {
  std::string text;  // valid UTF-8 without a BOM, NUL bytes replaced by U+FFFD
  SourceMap map;     // text -> bytes of the file
  Encoding encoding = Encoding::utf8;
  std::vector<SourceSpan>
      replaced;         // one for every ill-formed place (all that a lead byte claims, a lone surrogate, a NUL)
  bool binary = false;  // more control bytes than any text has: not worth parsing
};

// Recognises a BOM, UTF-16 without one (zero bytes at even or odd places), UTF-8 otherwise; bytes that are not UTF-8
// are Latin-1 (Windows-1252, as browsers read it) where there is hardly a valid multi-byte sequence among the
// ill-formed ones, else UTF-8 with repairs. Linear; never throws but std::bad_alloc.
Decoded decode(std::string_view bytes);

std::string_view to_string(Encoding encoding) noexcept;

}  // namespace citegraph::text
