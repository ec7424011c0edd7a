#include "document/pdf/lines.hpp"

#include <map>
#include <utility>

#include "text/ascii.hpp"

namespace citegraph::document::pdf {
namespace {

// A raised digit is smaller than its line (at most 0.85 of it) and ends well above it. Measured on pdfTeX (0.7, 0.36 em
// above), Word (0.65, 0.33) and browsers (0.65-0.83, 0.33).
constexpr Length small_percent = 85;
constexpr Length raised_percent = 20;   // of the size of the line
constexpr Length lowered_percent = 25;  // its top below the top of the line

// What most of the letters are set in.
void measure(Line& line) {
  std::map<Length, std::uint32_t> letters;
  line.bold = true;
  for (const Word& word : line.words) {
    const auto size = static_cast<std::uint32_t>(word.text.size());
    letters[word.size] += size;
    line.letters += size;
    line.bold &= word.bold;
  }
  std::uint32_t most = 0;
  for (const auto& [size, count] : letters) {
    if (count < most) continue;
    most = count;
    line.size = size;
  }
  for (const Word& word : line.words)
    if (word.size == line.size) line.bottom = std::max(line.bottom, word.box.bottom);
}

void mark_raised(Line& line) {
  Length top = line.box.bottom;
  for (const Word& word : line.words)
    if (word.size == line.size) top = std::min(top, word.box.top);
  for (Word& word : line.words) {
    if (word.size * 100 > line.size * small_percent) continue;
    if (line.bottom - word.box.bottom >= line.size * raised_percent / 100)
      word.raise = Raise::superscript;
    else if (word.box.top - top >= line.size * lowered_percent / 100)
      word.raise = Raise::subscript;
  }
}

// No blank where the gap is narrower than any blank: a font or a raise has changed within a word.
void glue(Line& line) {
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    const Word& before = line.words[i - 1];
    Word& word = line.words[i];
    const Length gap = word.box.left - before.box.right;
    word.glued = word.glued || gap * 10 < std::max(word.size, before.size);
  }
}

Line make_line(const std::vector<Word>& words, std::vector<Fragment>::const_iterator first,
               std::vector<Fragment>::const_iterator last) {
  Line line;
  line.box = first->box;
  for (auto fragment = first; fragment != last; ++fragment) {
    line.box.include(fragment->box);
    for (const std::uint32_t word : fragment->words) line.words.push_back(words[word]);
  }
  std::stable_sort(line.words.begin(), line.words.end(),
                   [](const Word& a, const Word& b) { return a.box.left < b.box.left; });
  measure(line);
  mark_raised(line);
  glue(line);
  return line;
}

}  // namespace

std::vector<Line> make_lines(const std::vector<Word>& words, std::vector<Fragment> fragments) {
  std::stable_sort(fragments.begin(), fragments.end(),
                   [](const Fragment& a, const Fragment& b) { return a.box.middle() < b.box.middle(); });
  std::vector<Line> lines;
  for (auto first = fragments.cbegin(); first != fragments.cend();) {
    Box box = first->box;
    auto last = first + 1;
    for (; last != fragments.cend(); ++last) {
      const Length least = std::min(box.height(), last->box.height()) / 2;
      if (shared_height(box, last->box) <= least) break;
      if (last->box.height() > box.height()) box = last->box;
    }
    lines.push_back(make_line(words, first, last));
    first = last;
  }
  return lines;
}

}  // namespace citegraph::document::pdf
