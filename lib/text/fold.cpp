#include "text/fold.hpp"

#include <array>
#include <utf8proc.h>

#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace citegraph::text {
namespace {

// Letters that Unicode does not decompose, after case folding.
std::string_view plain_letter(char32_t c) noexcept {
  switch (c) {
    case 0x00E6:
      return "ae";  // æ
    case 0x00F0:
    case 0x0111:
    case 0x0256:
      return "d";  // ð đ ɖ
    case 0x00F8:
      return "o";  // ø
    case 0x00FE:
      return "th";  // þ
    case 0x0127:
      return "h";  // ħ
    case 0x0131:
      return "i";  // ı
    case 0x0142:
      return "l";  // ł
    case 0x014B:
      return "n";  // ŋ
    case 0x0153:
      return "oe";  // œ
    case 0x0167:
      return "t";  // ŧ
    case 0x0180:
      return "b";  // ƀ
    case 0x0192:
      return "f";  // ƒ
    case 0x01E5:
      return "g";  // ǥ
    case 0x0259:
      return "a";  // ə is printed for a in Azeri names
    case 0x0268:
      return "i";  // ɨ
    default:
      return {};
  }
}

char ascii_kin(char32_t c) noexcept {
  if (is_space(c)) return ' ';
  if (is_dash(c)) return '-';
  switch (c) {
    case '`':
    case 0x00B4:
    case 0x02B9:
    case 0x02BB:
    case 0x02BC:
    case 0x02BD:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x2039:
    case 0x203A:
      return '\'';
    case 0x00AB:
    case 0x00BB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
      return '"';
    default:
      return 0;
  }
}

// A diacritic reorders and so has a combining class. The vowel signs of Indic and Thai script have none and are kept,
// as is the virama (class 9), which makes letters of them.
bool is_diacritic(char32_t c) noexcept {
  if (c < 0x300) return false;
  const utf8proc_property_t* property = utf8proc_get_property(static_cast<utf8proc_int32_t>(c));
  return property->category == UTF8PROC_CATEGORY_MN && property->combining_class != 0 && property->combining_class != 9;
}

void fold_code_point(std::string& out, char32_t c) {
  if (const char kin = ascii_kin(c); kin != 0) {
    out.push_back(kin);
    return;
  }
  std::array<utf8proc_int32_t, 32> parts{};  // the longest compatibility decomposition has 18 code points
  int last_boundary = 0;
  constexpr auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.data(),
                                             static_cast<utf8proc_ssize_t>(parts.size()), options, &last_boundary);
  if (count < 0 || count > static_cast<utf8proc_ssize_t>(parts.size())) {
    append(out, c);
    return;
  }
  for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
    const auto part = static_cast<char32_t>(parts[i]);
    if (is_diacritic(part)) continue;
    if (const char kin = ascii_kin(part); kin != 0) {
      out.push_back(kin);
    } else if (const std::string_view plain = plain_letter(part); !plain.empty()) {
      out.append(plain);
    } else {
      append(out, part);
    }
  }
}

bool is_kept_in_words(char32_t c) noexcept {
  if (c < 0x80) return is_letter(c) || is_digit(c);
  return is_word(c) || utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_ND;
}

constexpr std::array<bool, 256> ascii_words = [] {
  std::array<bool, 256> kept{};
  for (std::size_t byte = 0; byte < 0x80; ++byte) kept[byte] = is_ascii_alphanumeric(static_cast<char>(byte));
  return kept;
}();

std::size_t skip_ascii_word(std::string_view text, std::size_t at) noexcept {
  while (at < text.size() && ascii_words[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

std::string words_of(std::string_view folded, std::string_view separator) {
  std::string out;
  out.reserve(folded.size());
  for (std::size_t i = 0; i < folded.size();) {
    const std::size_t word = i;
    i = skip_ascii_word(folded, i);
    CodePoint c = decode_at(folded, i);
    while (c.size > 0 && is_kept_in_words(c.value)) c = decode_at(folded, i = skip_ascii_word(folded, i + c.size));
    if (i > word) {
      if (!out.empty()) out.append(separator);
      out.append(folded, word, i - word);
    }
    i += c.size;
  }
  return out;
}

// Bytes that are folded without a look at Unicode: ASCII but for the grave accent and most control characters.
constexpr std::array<bool, 256> folded_bytewise = [] {
  std::array<bool, 256> plain{};
  for (std::size_t byte = ' '; byte < 0x80; ++byte) plain[byte] = byte != '`';
  plain[0] = true;
  return plain;
}();

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t run = i;
    while (i < text.size() && folded_bytewise[static_cast<unsigned char>(text[i])]) ++i;
    if (i > run) {
      const std::size_t size = out.size();
      out.append(text, run, i - run);
      for (std::size_t k = size; k < out.size(); ++k) out[k] = ascii_lower(out[k]);
      continue;
    }
    const CodePoint c = decode_at(text, i);
    fold_code_point(out, c.value);
    i += c.size;
  }
  return out;
}

std::string fold_words(std::string_view text) { return words_of(fold(text), " "); }

std::string fold_letters(std::string_view text) { return words_of(fold(text), ""); }

bool same_letters(std::string_view a, std::string_view b) { return fold_letters(a) == fold_letters(b); }

}  // namespace citegraph::text
