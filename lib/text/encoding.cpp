#include "text/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "text/utf8.hpp"

namespace citegraph::text {
namespace {

// Bytes 0x80 to 0x9F of Windows-1252; the five it leaves undefined stay control characters, as in the WHATWG standard.
constexpr std::array<char16_t, 32> windows_1252 = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                                   0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

std::uint32_t offset32(std::size_t offset) noexcept { return static_cast<std::uint32_t>(offset); }

// Builds the text and its map together.
class Output {
 public:
  explicit Output(std::size_t expected) { decoded_.text.reserve(expected); }

  void copy(std::string_view bytes, std::size_t start, std::size_t end) {
    if (start == end) return;
    decoded_.text.append(bytes, start, end - start);
    decoded_.map.append(offset32(end - start), {offset32(start), offset32(end)});
  }
  void put(char32_t c, std::size_t start, std::size_t end) {
    const std::size_t before = decoded_.text.size();
    append(decoded_.text, c);
    decoded_.map.append_replacement(offset32(decoded_.text.size() - before), {offset32(start), offset32(end)});
  }
  void replace(std::size_t start, std::size_t end) {
    put(replacement_character, start, end);
    decoded_.replaced.push_back({offset32(start), offset32(end)});
  }
  void count_control(char32_t c) noexcept {
    if ((c < 0x20 && (c < 0x09 || c > 0x0D)) || c == 0x7F) ++controls_;
  }
  Decoded finish(Encoding encoding, std::size_t units) && {
    // Text holds at most a few stray controls; compressed or executable data has one in ten bytes and more.
    decoded_.binary = controls_ >= 8 && controls_ * 16 > units;
    decoded_.encoding = encoding;
    return std::move(decoded_);
  }

 private:
  Decoded decoded_;
  std::size_t controls_ = 0;
};

// An ill-formed place reaches over the continuation bytes that its lead byte claims: an overlong form, a surrogate or a
// value that is too large is one place, not one for each of its bytes.
std::size_t ill_formed_length(std::string_view bytes, std::size_t start) noexcept {
  const std::uint8_t lead = byte_at(bytes, start);
  std::size_t claimed = 1;
  if (lead >= 0xC0 && lead < 0xFE) claimed = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF8 ? 4 : lead < 0xFC ? 5 : 6;
  std::size_t length = 1;
  while (length < claimed && start + length < bytes.size() && (byte_at(bytes, start + length) & 0xC0U) == 0x80U)
    ++length;
  return length;
}

constexpr bool is_undefined_in_windows_1252(std::uint8_t byte) noexcept {
  return byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D;
}

// A text in Latin-1 has lone high bytes and next to none that happen to form a sequence.
bool looks_like_latin1(std::string_view bytes, std::size_t first_invalid) noexcept {
  std::size_t lone = 0;
  std::size_t sequences = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    if (byte_at(bytes, i) < 0x80) {
      ++i;
      continue;
    }
    if (i < first_invalid || decode_at(bytes, i).value != replacement_character) {
      const CodePoint c = decode_at(bytes, i);
      ++sequences;
      i += c.size;
      continue;
    }
    const std::size_t length = ill_formed_length(bytes, i);
    if (length == 1 && !is_undefined_in_windows_1252(byte_at(bytes, i))) {
      ++lone;
    } else {
      ++sequences;
    }
    i += length;
  }
  return lone > 0 && sequences * 3 <= lone;
}

Decoded decode_latin1(std::string_view bytes) {
  Output out(bytes.size() + bytes.size() / 8);
  std::size_t copied = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::uint8_t byte = byte_at(bytes, i);
    out.count_control(byte);
    if (byte != 0 && byte < 0x80) continue;
    out.copy(bytes, copied, i);
    copied = i + 1;
    if (byte == 0)
      out.replace(i, i + 1);
    else
      out.put(byte < 0xA0 ? windows_1252[byte - 0x80U] : byte, i, i + 1);
  }
  out.copy(bytes, copied, bytes.size());
  return std::move(out).finish(Encoding::latin1, bytes.size());
}

Decoded decode_utf8(std::string_view bytes, std::size_t start, std::size_t first_invalid) {
  Output out(bytes.size());
  std::size_t copied = start;
  for (std::size_t i = start; i < bytes.size();) {
    const std::uint8_t byte = byte_at(bytes, i);
    if (byte != 0 && byte < 0x80) {
      out.count_control(byte);
      ++i;
      continue;
    }
    if (byte == 0) {
      out.count_control(byte);
      out.copy(bytes, copied, i);
      out.replace(i, i + 1);
      copied = ++i;
      continue;
    }
    if (i < first_invalid) {  // valid: stepped over without decoding
      i += byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
      continue;
    }
    const std::size_t end = i + ill_formed_length(bytes, i);
    out.copy(bytes, copied, i);
    out.replace(i, end);
    copied = i = end;
    first_invalid = find_invalid(bytes, end);
  }
  out.copy(bytes, copied, bytes.size());
  return std::move(out).finish(start == 0 ? Encoding::utf8 : Encoding::utf8_bom, bytes.size());
}

Decoded decode_utf16(std::string_view bytes, std::size_t start, Encoding encoding) {
  const bool little = encoding == Encoding::utf16_le;
  const auto unit = [&](std::size_t i) noexcept {
    const char32_t a = byte_at(bytes, i);
    const char32_t b = byte_at(bytes, i + 1);
    return little ? (b << 8U) | a : (a << 8U) | b;
  };
  Output out(bytes.size());
  std::size_t i = start;
  for (; i + 1 < bytes.size(); i += 2) {
    const char32_t first = unit(i);
    out.count_control(first);
    if (first == 0 || (first >= 0xDC00 && first < 0xE000)) {
      out.replace(i, i + 2);
    } else if (first >= 0xD800 && first < 0xDC00) {
      const char32_t second = i + 3 < bytes.size() ? unit(i + 2) : 0;
      if (second < 0xDC00 || second >= 0xE000) {
        out.replace(i, i + 2);
        continue;
      }
      out.put(0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00), i, i + 4);
      i += 2;
    } else {
      out.put(first, i, i + 2);
    }
  }
  if (i < bytes.size()) out.replace(i, bytes.size());
  return std::move(out).finish(encoding, bytes.size() / 2);
}

// Characters below U+0100 have a zero byte, and blanks and line ends are such in every script.
Encoding guess_utf16(std::string_view bytes) noexcept {
  const std::size_t sample = std::min<std::size_t>(bytes.size(), 1U << 16U) & ~std::size_t{1};
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < sample; i += 2) {
    even += byte_at(bytes, i) == 0 ? 1 : 0;
    odd += byte_at(bytes, i + 1) == 0 ? 1 : 0;
  }
  const std::size_t pairs = sample / 2;
  const auto enough = [pairs](std::size_t zeros, std::size_t others) {
    return zeros >= 2 && zeros * 10 >= pairs && (pairs >= 64 || zeros * 3 >= pairs) && others * 10 < zeros;
  };
  if (enough(odd, even)) return Encoding::utf16_le;
  if (enough(even, odd)) return Encoding::utf16_be;
  return Encoding::utf8;
}

}  // namespace

Decoded decode(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xEF\xBB\xBF"sv)) return decode_utf8(bytes, 3, find_invalid(bytes, 3));
  if (bytes.starts_with("\xFF\xFE"sv)) return decode_utf16(bytes, 2, Encoding::utf16_le);
  if (bytes.starts_with("\xFE\xFF"sv)) return decode_utf16(bytes, 2, Encoding::utf16_be);
  if (const Encoding guess = guess_utf16(bytes); guess != Encoding::utf8) return decode_utf16(bytes, 0, guess);
  const std::size_t first_invalid = find_invalid(bytes);
  if (first_invalid != std::string_view::npos && looks_like_latin1(bytes, first_invalid)) return decode_latin1(bytes);
  return decode_utf8(bytes, 0, first_invalid);
}

std::string_view to_string(Encoding encoding) noexcept {
  switch (encoding) {
    case Encoding::utf8:
      return "UTF-8";
    case Encoding::utf8_bom:
      return "UTF-8 with BOM";
    case Encoding::utf16_le:
      return "UTF-16LE";
    case Encoding::utf16_be:
      return "UTF-16BE";
    case Encoding::latin1:
      return "Windows-1252";
  }
  return {};
}

}  // namespace citegraph::text
