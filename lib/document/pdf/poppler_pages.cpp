// The words of pages, by poppler-cpp.
#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <mutex>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>
#include <string_view>
#include <utility>

#include "citegraph/error.hpp"

#include "document/pdf/font_style.hpp"
#include "document/pdf/letters.hpp"
#include "document/pdf/pages.hpp"

namespace citegraph::document::pdf {
namespace {

constexpr double farthest = 20000.0;  // points: what lies beyond is no page

// Poppler would print what it meets in broken files. The setting is the process's; it has no other.
void silence_poppler() {
  static std::once_flag once;
  std::call_once(once, [] { poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr); });
}

Length length(double points) {
  if (!(points > -farthest)) return static_cast<Length>(-farthest * point);
  return static_cast<Length>(std::lround(std::min(points, farthest) * point));
}

Box box_of(const poppler::rectf& rectangle) {
  const Box box{length(rectangle.left()), length(rectangle.top()), length(rectangle.right()),
                length(rectangle.bottom())};
  return {std::min(box.left, box.right), std::min(box.top, box.bottom), std::max(box.left, box.right),
          std::max(box.top, box.bottom)};
}

// A box of poppler is a word, in one font or in several.
class WordBox {
 public:
  explicit WordBox(const poppler::text_box& box) : box_(box), letters_(box.text()) {
    for (std::size_t i = 0; i < letters_.size(); ++i)
      if (i == 0 || !is_low_surrogate(letters_[i]) || is_low_surrogate(letters_[i - 1])) starts_.push_back(i);
    // Poppler keeps fonts by glyph and checks no index; beyond the last glyph the box is empty. Where there are fewer
    // glyphs than letters, the font of the first is that of all.
    many_fonts_ = box.has_font_info() && !starts_.empty() && has_glyph(starts_.size() - 1);
  }

  // Words that stand upright are left out: the stamps of archives.
  void add_to(std::vector<Word>& words) const {
    if (box_.rotation() != 0 || letters_.empty()) return;
    std::size_t start = 0;
    FontStyle style = style_at(0);
    const std::size_t count = starts_.size();
    const bool one_font = !many_fonts_ || style == style_at(count - 1);
    for (std::size_t i = 1; i <= count; ++i) {
      const FontStyle next = i < count && !one_font ? style_at(i) : style;
      if (i < count && next == style) continue;
      Word word;
      word.text = utf8_of(piece(start, i));
      word.box = box_of(box_.bbox());
      if (!one_font) {
        word.box.left = box_of(box_.char_bbox(start)).left;
        word.box.right = box_of(box_.char_bbox(i - 1)).right;
      }
      const Length size = length(box_.has_font_info() ? box_.get_font_size() : 0);
      word.size = size > 0 ? size : word.box.height();
      word.italic = style.italic;
      word.bold = style.bold;
      word.glued = start > 0;
      if (!word.text.empty()) words.push_back(std::move(word));
      start = i;
      style = next;
    }
  }

 private:
  static bool is_low_surrogate(unsigned short c) noexcept { return c >= 0xDC00 && c <= 0xDFFF; }
  [[nodiscard]] bool has_glyph(std::size_t i) const {
    const poppler::rectf place = box_.char_bbox(i);
    return place.width() != 0 || place.height() != 0;
  }
  [[nodiscard]] FontStyle style_at(std::size_t i) const {
    const bool known = box_.has_font_info() && has_glyph(i);
    return known ? font_style(box_.get_font_name(static_cast<int>(i))) : FontStyle{};
  }
  [[nodiscard]] std::basic_string_view<unsigned short> piece(std::size_t first, std::size_t last) const {
    const std::size_t end = last < starts_.size() ? starts_[last] : letters_.size();
    return std::basic_string_view<unsigned short>(letters_).substr(starts_[first], end - starts_[first]);
  }

  const poppler::text_box& box_;
  poppler::ustring letters_;
  std::vector<std::size_t> starts_;  // of code points
  bool many_fonts_ = false;          // may be
};

}  // namespace

Pages read_pages(const std::string& bytes, const std::string& path, std::uint64_t most_bytes) {
  silence_poppler();
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    throw Error(path, "too large for a PDF file");
  const std::unique_ptr<poppler::document> file(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (file == nullptr) throw Error(path, "this PDF file is broken: its table of objects cannot be read");
  if (file->is_locked())
    throw Error(path, "this PDF file is encrypted: save a copy without its password first (qpdf --decrypt)");
  Pages read;
  std::uint64_t size = 0;
  for (int i = 0; i < file->pages(); ++i) {
    Page& page = read.pages.emplace_back();
    const std::unique_ptr<poppler::page> source(file->create_page(i));
    if (source == nullptr) {
      read.broken.push_back(static_cast<std::uint32_t>(i + 1));
      continue;
    }
    page.box = box_of(source->page_rect());
    for (const poppler::text_box& box : source->text_list(poppler::page::text_list_include_font))
      WordBox(box).add_to(page.words);
    for (const Word& word : page.words) size += word.text.size() + 1;
    if (size > most_bytes)
      throw Error(path, "the text is larger than the limit of " + std::to_string(most_bytes) + " bytes");
  }
  return read;
}

}  // namespace citegraph::document::pdf
