#include "export/work_label.hpp"

#include <algorithm>
#include <span>

#include "text/utf8.hpp"

namespace citegraph::dot {
namespace {

// The first `count` code points.
std::string_view head(std::string_view text, std::size_t count) {
  std::size_t offset = 0;
  while (count-- > 0 && offset < text.size()) offset += text::decode_at(text, offset).size;
  return text.substr(0, offset);
}

// The longest beginning of `text` that fits and ends at a blank or behind a hyphen; a longer word is cut.
std::string_view line_of(std::string_view text, std::size_t width) {
  const std::string_view fitting = head(text, width);
  if (fitting.size() == text.size() || text[fitting.size()] == ' ') return fitting;
  const std::size_t end = fitting.find_last_of(" -");
  if (end == std::string_view::npos) return fitting;
  return fitting.substr(0, fitting[end] == '-' ? end + 1 : end);
}

// Before it a blank, where there is anything.
std::string date_of(const Work& work) {
  const Date* issued = work.get(DateVariable::issued);
  if (issued == nullptr) return {};
  if (issued->has_year()) return ' ' + std::to_string(issued->year()) + issued->suffix;
  return issued->literal.empty() ? std::string() : ' ' + issued->literal;
}

std::string file_name(const Graph& graph, Vertex vertex) {
  const std::span<const Variant> variants = graph.variants(vertex);
  if (graph.role(vertex) != VertexRole::paper || variants.empty()) return {};
  const std::string& path = variants[0].path;
  return path.substr(path.find_last_of("/\\") + 1);
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t width, std::size_t lines) {
  width = std::max<std::size_t>(width, 4);
  // What does not fit into all lines is not looked at: a title may be megabytes long.
  const std::string tidy = text::collapse_spaces(head(text, (width + 1) * (lines + 1)));
  std::string result;
  std::string_view rest = tidy;
  for (std::size_t n = 0; n < lines && !rest.empty(); ++n) {
    if (n > 0) result += '\n';
    std::string_view line = line_of(rest, width);
    const bool cut = n + 1 == lines && line.size() < rest.size();
    if (cut) line = line_of(rest, width - 1);
    result += line;
    if (cut) result += "…";
    rest = text::trim(rest.substr(line.size()));
  }
  return result;
}

std::string cited_as(const Work& work) {
  NameVariable variable = NameVariable::author;
  if (work.get(variable).empty()) variable = NameVariable::editor;
  const std::span<const Name> names = work.get(variable);
  if (names.empty()) return {};
  std::string cited = names[0].cited_form();
  if (names.size() > 2 || work.has_others(variable))
    cited += " et al.";
  else if (names.size() == 2)
    cited += " & " + names[1].cited_form();
  return cited + date_of(work);
}

std::string work_label(const Graph& graph, Vertex vertex, std::size_t width) {
  const Work& work = graph[vertex];
  const std::string cited = cited_as(work);
  const std::string_view title = work.get(Variable::title);
  if (cited.empty() && title.empty()) {
    const std::string file = file_name(graph, vertex);
    return file.empty() ? work.key : wrapped(file, width, 2);
  }
  if (cited.empty()) return wrapped(title, width, 2) + date_of(work);
  std::string label = wrapped(cited, width, 2);
  if (!title.empty()) label += '\n' + wrapped(title, width, 2);
  return label;
}

}  // namespace citegraph::dot
