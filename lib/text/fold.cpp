#include "text/fold.hpp"

#include <array>
#include <string>
#include <utf8proc.h>
#include <utility>

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

// Of every byte of a word its lower case; 0 for other bytes, and for those outside ASCII.
constexpr std::array<char, 256> word_bytes = [] {
  std::array<char, 256> lower{};
  for (std::size_t byte = 0; byte < 0x80; ++byte)
    if (const char c = static_cast<char>(byte); is_ascii_alphanumeric(c)) lower[byte] = ascii_lower(c);
  return lower;
}();

char word_byte(char c) noexcept { return word_bytes[static_cast<unsigned char>(c)]; }

// Collects what words keep of a folded text.
class WordCollector {
 public:
  WordCollector(std::size_t size, std::string_view separator) : separator_(separator) { out_.reserve(size); }

  // The bytes of a word at the beginning of `text`, as many as there are.
  std::size_t take_bytes(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && word_byte(text[end]) != 0) ++end;
    if (end == 0) return 0;
    separate();
    const std::size_t size = out_.size();
    out_.append(text, 0, end);
    for (std::size_t i = size; i < out_.size(); ++i) out_[i] = word_byte(out_[i]);
    return end;
  }

  void take(std::string_view folded) {
    for (std::size_t i = 0; i < folded.size();) {
      if (const std::size_t size = take_bytes(folded.substr(i)); size > 0) {
        i += size;
        continue;
      }
      const CodePoint c = decode_at(folded, i);
      if (is_kept_in_words(c.value)) {
        separate();
        out_.append(folded, i, c.size);
      } else {
        end_word();
      }
      i += c.size;
    }
  }

  void end_word() noexcept { ended_ = true; }
  std::string words() && { return std::move(out_); }

 private:
  void separate() {
    if (ended_ && !out_.empty()) out_.append(separator_);
    ended_ = false;
  }

  std::string out_;
  std::string_view separator_;
  bool ended_ = false;
};

std::string words_of(std::string_view text, std::string_view separator) {
  WordCollector collector(text.size(), separator);
  std::string folded;
  for (std::size_t i = 0; i < text.size();) {
    i += collector.take_bytes(text.substr(i));
    if (i == text.size()) break;
    const CodePoint c = decode_at(text, i);
    i += c.size;
    if (c.value < 0x80) {
      collector.end_word();
      continue;
    }
    folded.clear();
    fold_code_point(folded, c.value);
    collector.take(folded);
  }
  return std::move(collector).words();
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

std::string fold_words(std::string_view text) { return words_of(text, " "); }

std::string fold_letters(std::string_view text) { return words_of(text, ""); }

bool same_letters(std::string_view a, std::string_view b) { return fold_letters(a) == fold_letters(b); }

}  // namespace citegraph::text
