// The tokens a reference string is labelled by.
//
// Runs of letters and digits, every other character alone, an address or DOI as one token (without the punctuation that
// closes it); every CJK ideograph alone, since no blank divides them. White space belongs to no token.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "citegraph/span.hpp"

namespace citegraph::crf {

enum class TokenKind : std::uint8_t { word, number, mixed, ideograph, address, punctuation };

struct Token {
  TextSpan span;
  TokenKind kind = TokenKind::word;
  bool space_before = false;
  char32_t first = 0;  // its first code point
};

std::vector<Token> tokenize(std::string_view text);

}  // namespace citegraph::crf
