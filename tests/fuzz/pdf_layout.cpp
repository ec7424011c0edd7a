#include <array>
#include <cstdint>
#include <utility>

#include "citegraph/error.hpp"

#include "document/pdf/compose.hpp"
#include "fuzz/require.hpp"
#include "fuzz/targets.hpp"
#include "soundness.hpp"

namespace citegraph::fuzz {
namespace {

using namespace document::pdf;

constexpr std::array<const char*, 16> texts = {
    "Ships", "coast,", "(Lee,", "2001).",     "12",           "*",      "[3]",    "divi-",
    "ded",   "of",     "1.",    "References", "\u2010\u2010", "\u00E9", "Smith,", "https://example.org/a"};

// Eight bytes a word: where it stands, how wide and large it is, what it says and how it is set.
Word word_of(std::string_view bytes) {
  const auto byte = [bytes](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const auto place = [&](std::size_t i) { return static_cast<Length>(byte(i) + 256 * byte(i + 1)) * 2; };
  Word word;
  word.text = texts[byte(6) % texts.size()];
  word.size = byte(5) * point / 8;
  word.box = {place(0), place(2), place(0) + byte(4) * point, place(2) + word.size};
  word.italic = (byte(7) & 1U) != 0;
  word.bold = (byte(7) & 2U) != 0;
  word.glued = (byte(7) & 4U) != 0;
  return word;
}

Pages pages_of(std::string_view bytes) {
  constexpr std::size_t size = 8;
  Pages read;
  read.pages.emplace_back();
  for (; bytes.size() >= size; bytes.remove_prefix(size)) {
    if ((static_cast<unsigned char>(bytes[size - 1]) & 0x80U) != 0) read.pages.emplace_back();
    read.pages.back().words.push_back(word_of(bytes));
  }
  return read;
}

}  // namespace

// Words anywhere on pages become a document.
void pdf_layout(std::string_view bytes) {
  try {
    Document document = compose(pages_of(bytes), "a.pdf");
    document.format = Format::pdf;
    require_sound(test::unsound(document));
  } catch (const Error& error) {
    require(is_utf8(error.what()), "the message of an error is UTF-8");
  }
}

}  // namespace citegraph::fuzz
