#include "reference/crf/token.hpp"

#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace citegraph::crf {
namespace {

bool is_ideograph(char32_t c) {
  return (c >= 0x2E80 && c <= 0x303F && c != 0x3000) || (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool starts_with(std::string_view text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i)
    if (text::ascii_lower(text[i]) != prefix[i]) return false;
  return true;
}

// "10.1016/...": a DOI without its resolver.
bool starts_doi(std::string_view text) {
  if (!text.starts_with("10.")) return false;
  std::size_t i = 3;
  while (i < text.size() && text::is_ascii_digit(text[i])) ++i;
  return i >= 6 && i < text.size() && text[i] == '/';
}

// The length of the address at the start of `text`, or 0.
std::size_t address_length(std::string_view text) {
  if (!starts_with(text, "http") && !starts_with(text, "www.") && !starts_with(text, "ftp://") && !starts_doi(text))
    return 0;
  if (starts_with(text, "http") && text.find("://") > 5) return 0;
  std::size_t end = 0;
  while (end < text.size()) {
    const text::CodePoint c = text::decode_at(text, end);
    if (text::is_space(c.value) || c.value == '<' || c.value == '>' || c.value == '"' || c.value == 0x201D) break;
    end += c.size;
  }
  constexpr std::string_view closing = ".,;:)]}'";
  while (end > 0 && closing.find(text[end - 1]) != std::string_view::npos) --end;
  return end;
}

}  // namespace

std::vector<Token> tokenize(std::string_view text) {
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 4 + 4);
  bool space = false;
  std::size_t offset = 0;
  while (offset < text.size()) {
    text::CodePoint c = text::decode_at(text, offset);
    if (text::is_space(c.value)) {
      space = true;
      offset += c.size;
      continue;
    }
    Token token;
    token.first = c.value;
    token.space_before = space;
    space = false;
    const std::size_t start = offset;
    const char ascii = text::ascii_lower(text[offset]);
    const bool may_be_address = ascii == 'h' || ascii == 'w' || ascii == 'f' || ascii == '1';
    const std::size_t address = may_be_address ? address_length(text.substr(offset)) : 0;
    if (address > 0) {
      token.kind = TokenKind::address;
      offset += address;
    } else if (is_ideograph(c.value)) {
      token.kind = TokenKind::ideograph;
      offset += c.size;
    } else if (text::is_word(c.value)) {
      bool letters = false, digits = false;
      while (c.size > 0 && text::is_word(c.value) && !is_ideograph(c.value)) {
        (text::is_digit(c.value) ? digits : letters) = true;
        offset += c.size;
        c = text::decode_at(text, offset);
      }
      token.kind = letters && digits ? TokenKind::mixed : digits ? TokenKind::number : TokenKind::word;
    } else {
      token.kind = TokenKind::punctuation;
      offset += c.size;
    }
    token.span = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(offset)};
    tokens.push_back(token);
  }
  return tokens;
}

}  // namespace citegraph::crf
