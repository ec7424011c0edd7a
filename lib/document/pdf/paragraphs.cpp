#include "document/pdf/paragraphs.hpp"

#include <iterator>
#include <map>
#include <utility>

namespace citegraph::document::pdf {
namespace {

constexpr Length same_size_percent = 8;  // how much fonts of one paragraph may differ
constexpr Length indent_percent = 70;    // of the size: less is the ragged edge of right-aligned numbers
constexpr Length label_percent = 40;     // the same, to the left of an entry's further lines
constexpr Length short_percent = 20;     // of the width: what a line that ends a paragraph leaves free at its right
constexpr Length gap_percent = 125;      // of the distance of lines
constexpr std::size_t overlong = 10;     // one line of so many may run over the edge of its column

// A column is justified where so many of its lines, and such a part of them, end within a point of each other. What a
// line that ends a paragraph leaves free there is measured by the size of its font.
constexpr Length same_edge = point;
constexpr std::ptrdiff_t least_justified = 4;
constexpr std::ptrdiff_t justified_percent = 25;
constexpr Length short_justified_percent = 50;

bool same_size(Length a, Length b) { return std::abs(a - b) * 100 <= std::max(a, b) * same_size_percent; }

// The usual distance of lines in each size of font: the lower quartile, for lists may leave a gap after every entry.
// Of a few lines, as headings are, no more than one and a half of their size is believed.
class Leading {
 public:
  explicit Leading(const std::vector<std::vector<Column>>& pages) {
    std::map<Length, std::vector<Length>> distances;
    for (const auto& columns : pages)
      for (const Column& column : columns)
        for (std::size_t i = 1; i < column.lines.size(); ++i) {
          const Line& a = column.lines[i - 1];
          const Line& b = column.lines[i];
          if (same_size(a.size, b.size) && b.bottom > a.bottom) distances[key(b.size)].push_back(b.bottom - a.bottom);
        }
    for (auto& [size, all] : distances) {
      const auto quartile = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 4);
      std::nth_element(all.begin(), quartile, all.end());
      const Length widest = all.size() < few ? size * (point / 2) * 3 / 2 : *quartile;
      usual_[size] = std::min(*quartile, widest);
    }
  }
  [[nodiscard]] Length of(Length size) const {
    const auto found = usual_.find(key(size));
    return found == usual_.end() ? size * 6 / 5 : found->second;
  }

 private:
  static constexpr std::size_t few = 8;
  static Length key(Length size) { return size / (point / 2); }
  std::map<Length, Length> usual_;
};

// Another font, another weight or a gap divides two lines whatever their indents.
bool divided(const Line& a, const Line& b, const Leading& leading) {
  if (!same_size(a.size, b.size) || a.bold != b.bold) return true;
  const Length distance = b.bottom - a.bottom;
  return distance <= 0 || distance * 100 > leading.of(b.size) * gap_percent;
}

// Where the lines of a column end.
class RightEdge {
 public:
  explicit RightEdge(const std::vector<Line>& lines) {
    std::vector<Length> rights;
    rights.reserve(lines.size());
    for (const Line& line : lines) rights.push_back(line.box.right);
    const auto edge = rights.end() - 1 - static_cast<std::ptrdiff_t>(rights.size() / overlong);
    std::nth_element(rights.begin(), edge, rights.end());
    right_ = *edge;
    const auto there = std::count_if(rights.begin(), rights.end(),
                                     [&](Length right) { return std::abs(right - right_) <= same_edge; });
    justified_ = there >= least_justified && there * 100 >= std::ssize(lines) * justified_percent;
  }
  [[nodiscard]] Length right() const noexcept { return right_; }
  [[nodiscard]] bool is_justified() const noexcept { return justified_; }

 private:
  Length right_ = 0;  // beyond it only a few lines run: those that an address does not let break
  bool justified_ = false;
};

// Lines without a gap or another font between them.
class Run {
 public:
  Run(std::vector<Line>::iterator first, std::vector<Line>::iterator last, const RightEdge& edge)
      : first_(first), count_(last - first), justified_(edge.is_justified()) {
    left_ = first->box.left;
    right_ = first->box.right;
    for (std::ptrdiff_t i = 0; i < count_; ++i) {
      left_ = std::min(left_, line(i).box.left);
      right_ = std::max(right_, line(i).box.right);
    }
    right_ = std::min(right_, std::max(left_, edge.right()));
    decide();
  }
  [[nodiscard]] Layout layout() const noexcept { return layout_; }
  [[nodiscard]] Line& line(std::ptrdiff_t i) const { return first_[i]; }
  [[nodiscard]] bool is_full(std::ptrdiff_t i) const {
    const Length free = right_ - line(i).box.right;
    if (justified_) return free * 100 <= line(i).size * short_justified_percent;
    return free * std::int64_t{100} <= (right_ - left_) * std::int64_t{short_percent};
  }
  // Whether line `i` begins a paragraph by its indent.
  [[nodiscard]] bool begins(std::ptrdiff_t i) const {
    switch (layout_) {
      case Layout::flush:
        return false;
      case Layout::indented:
        return is_indented(i) && (i == 0 || !is_indented(i - 1) || !is_full(i - 1) || goes_on_flush(i));
      case Layout::hanging:
        return (further_left_ - line(i).box.left) * 100 > line(i).size * label_percent;
    }
    return false;
  }

 private:
  [[nodiscard]] bool is_indented(std::ptrdiff_t i) const {
    return (line(i).box.left - left_) * 100 >= line(i).size * indent_percent;
  }

  // Line `i` is full and the next one is not indented.
  [[nodiscard]] bool goes_on_flush(std::ptrdiff_t i) const {
    return is_full(i) && i + 1 < count_ && !is_indented(i + 1);
  }

  // Two full lines that stand alike are inside a paragraph. A line before the beginning of a paragraph is the end of
  // another, and often short.
  void decide() {
    std::ptrdiff_t indented = is_indented(0) ? 1 : 0;
    std::ptrdiff_t for_indented = 0;
    std::ptrdiff_t for_hanging = 0;
    std::map<Length, std::ptrdiff_t> lefts;
    for (std::ptrdiff_t i = 0; i < count_; ++i)
      if (is_indented(i)) ++lefts[line(i).box.left / point];
    for (std::ptrdiff_t i = 1; i < count_; ++i) {
      const bool full = is_full(i - 1);
      if (is_indented(i)) ++indented;
      if (is_indented(i) == is_indented(i - 1)) {
        if (full) (is_indented(i) ? for_hanging : for_indented) += 2;
      } else if (is_indented(i)) {
        (full ? for_hanging : for_indented) += full ? 1 : 2;
      } else {
        (full ? for_indented : for_hanging) += full ? 1 : 2;
      }
    }
    if (indented == 0) return;
    const bool hanging = for_hanging > for_indented || (for_hanging == for_indented && indented * 2 > count_);
    layout_ = hanging ? Layout::hanging : Layout::indented;
    std::ptrdiff_t most = 0;
    for (const auto& [left, lines] : lefts) {
      if (lines <= most) continue;
      most = lines;
      further_left_ = left * point;
    }
  }

  std::vector<Line>::iterator first_;
  std::ptrdiff_t count_;
  bool justified_;
  Length left_ = 0;
  Length right_ = 0;
  Length further_left_ = 0;  // of an entry's lines behind the first
  Layout layout_ = Layout::flush;
};

class Splitter {
 public:
  explicit Splitter(const std::vector<std::vector<Column>>& pages) : leading_(pages) {}

  void add(Column& column, std::uint32_t page, std::uint32_t number) {
    page_ = page;
    column_ = number;
    begins_column_ = true;
    if (column.lines.empty()) return;
    const RightEdge edge(column.lines);
    auto first = column.lines.begin();
    for (auto line = first; line != column.lines.end(); ++line) {
      if (line + 1 != column.lines.end() && !divided(*line, *(line + 1), leading_)) continue;
      add(Run(first, line + 1, edge), line + 1 - first);
      first = line + 1;
    }
  }
  std::vector<Paragraph> take() { return std::move(out_); }

 private:
  void add(const Run& run, std::ptrdiff_t count) {
    for (std::ptrdiff_t i = 0; i < count; ++i) {
      if (i == 0 || run.begins(i)) {
        Paragraph& paragraph = out_.emplace_back();
        paragraph.page = page_;
        paragraph.column = column_;
        paragraph.size = run.line(i).size;
        paragraph.layout = run.layout();
        paragraph.begins_column = std::exchange(begins_column_, false);
        paragraph.begins_by_indent = run.begins(i);
      }
      out_.back().ends_full = run.is_full(i);
      out_.back().lines.push_back(std::move(run.line(i)));
    }
  }

  Leading leading_;
  std::vector<Paragraph> out_;
  std::uint32_t page_ = 0;
  std::uint32_t column_ = 0;
  bool begins_column_ = false;
};

bool goes_on_in(const Paragraph& first, const Paragraph& second) {
  if (!same_size(first.size, second.size) || first.lines.back().bold != second.lines.front().bold) return false;
  if (ends_with_hyphen(first.lines.back())) return true;
  if (second.begins_by_indent) return false;
  if (second.layout == Layout::hanging) return first.layout == Layout::hanging;
  return second.layout == Layout::indented && first.ends_full;
}

}  // namespace

std::vector<Paragraph> find_paragraphs(std::vector<std::vector<Column>> pages) {
  Splitter splitter(pages);
  for (std::uint32_t page = 0; page < pages.size(); ++page)
    for (std::uint32_t column = 0; column < pages[page].size(); ++column)
      splitter.add(pages[page][column], page, column);
  return splitter.take();
}

void join_over_columns(std::vector<Paragraph>& paragraphs) {
  Paragraph* last = nullptr;
  for (Paragraph& paragraph : paragraphs) {
    if (paragraph.role == Role::note) continue;
    const bool both = last != nullptr && last->role == Role::text && paragraph.role == Role::text;
    if (both && paragraph.begins_column) last->goes_on = goes_on_in(*last, paragraph);
    last = &paragraph;
  }
}

}  // namespace citegraph::document::pdf
