#include "document/pdf/furniture.hpp"

#include <map>
#include <string>
#include <utility>

#include "document/page_furniture.hpp"

namespace citegraph::document::pdf {
namespace {

constexpr std::size_t edge_rows = 3;    // at the top and at the foot of a page
constexpr std::size_t number_rows = 2;  // the same, of those that may be the bare number of the page
constexpr Length same_height = 4 * point;
constexpr std::size_t longest_head = 200;  // bytes

// Lines of all columns that stand beside each other.
struct Row {
  Box box;
  std::vector<std::pair<std::size_t, std::size_t>> lines;  // column and line
  std::string text;
};

std::vector<Row> rows_of(const PageColumns& columns) {
  std::vector<std::pair<std::size_t, std::size_t>> lines;
  for (std::size_t c = 0; c < columns.size(); ++c)
    for (std::size_t l = 0; l < columns[c].lines.size(); ++l) lines.emplace_back(c, l);
  const auto box = [&](const auto& place) -> const Box& { return columns[place.first].lines[place.second].box; };
  std::stable_sort(lines.begin(), lines.end(),
                   [&](const auto& a, const auto& b) { return box(a).middle() < box(b).middle(); });
  std::vector<Row> rows;
  for (const auto& place : lines) {
    if (rows.empty() || shared_height(rows.back().box, box(place)) * 2 < box(place).height()) {
      rows.push_back({box(place), {}, {}});
    }
    Row& row = rows.back();
    row.box.include(box(place));
    row.lines.push_back(place);
    if (row.text.size() > longest_head) continue;
    if (!row.text.empty()) row.text += ' ';
    row.text += text_of(columns[place.first].lines[place.second]);
  }
  return rows;
}

// A row at an edge: its page, and its words without the number of the page.
struct Edge {
  std::size_t page;
  Row row;
  std::string key;
  bool may_be_number;
};

std::vector<Edge> edges_of(const std::vector<PageColumns>& pages) {
  std::vector<Edge> edges;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    std::vector<Row> rows = rows_of(pages[page]);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i >= edge_rows && i + edge_rows < rows.size()) continue;
      std::string key = rows[i].text.size() <= longest_head ? head_key(rows[i].text) : std::string{};
      const bool outer = i < number_rows || i + number_rows >= rows.size();
      edges.push_back({page, std::move(rows[i]), std::move(key), outer});
    }
  }
  return edges;
}

// Of each key the heights at which it stands, with the pages.
using Heights = std::map<std::string, std::map<Length, std::size_t>>;

// How many pages have the same words at the same height.
std::size_t count_at(const std::map<Length, std::size_t>& heights, Length height) {
  std::size_t count = 0;
  for (auto at = heights.lower_bound(height - same_height); at != heights.end() && at->first <= height + same_height;
       ++at)
    count += at->second;
  return count;
}

}  // namespace

void drop_furniture(std::vector<PageColumns>& pages) {
  std::vector<Edge> edges = edges_of(pages);
  Heights heights;
  for (const Edge& edge : edges)
    if (!edge.key.empty()) ++heights[edge.key][edge.row.box.middle()];
  for (const Edge& edge : edges) {
    const bool repeated = !edge.key.empty() && count_at(heights[edge.key], edge.row.box.middle()) >= 2;
    if (!repeated && !(edge.may_be_number && is_page_number(edge.row.text))) continue;
    for (const auto& [column, line] : edge.row.lines) pages[edge.page][column].lines[line].words.clear();
  }
  for (PageColumns& columns : pages) {
    for (Column& column : columns) std::erase_if(column.lines, [](const Line& line) { return line.words.empty(); });
    std::erase_if(columns, [](const Column& column) { return column.lines.empty(); });
  }
}

}  // namespace citegraph::document::pdf
