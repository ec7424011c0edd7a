#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "citegraph/bibtex.hpp"
#include "citegraph/csl_json.hpp"
#include "citegraph/dot.hpp"
#include "citegraph/gexf.hpp"
#include "citegraph/graph.hpp"
#include "citegraph/graph_bibtex.hpp"
#include "citegraph/graphml.hpp"
#include "citegraph/reference.hpp"

#include "fuzz/require.hpp"
#include "fuzz/targets.hpp"

namespace citegraph::fuzz {
namespace {

// Every variable, whatever a reader would put there: "title=x{" in a line of its own.
void set_field(Work& work, std::string_view name, std::string_view value) {
  for (int v = 0; v <= static_cast<int>(Variable::arxiv); ++v)
    if (name == to_string(static_cast<Variable>(v))) work.set(static_cast<Variable>(v), std::string(value));
  for (int v = 0; v <= static_cast<int>(NameVariable::reviewed_author); ++v)
    if (name == to_string(static_cast<NameVariable>(v)))
      work.set(static_cast<NameVariable>(v), parse_names(value).names);
  for (int v = 0; v <= static_cast<int>(DateVariable::submitted); ++v)
    if (name == to_string(static_cast<DateVariable>(v))) work.set(static_cast<DateVariable>(v), parse_date(value));
  if (name == "type") work.type = parse_work_type(value).value_or(WorkType::document);
  if (name == "literal") {
    Name undivided;
    undivided.literal = value;
    work.set(NameVariable::author, {undivided});
  }
  if (name == "key") work.key = value;
}

// The first line is a reference; the others change fields of its work.
std::vector<Work> read_works(std::string_view bytes) {
  std::vector<Work> works = parse_reference(bytes.substr(0, bytes.find('\n'))).works;
  for (std::size_t at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
    const std::string_view line = bytes.substr(at + 1, bytes.find('\n', at + 1) - at - 1);
    if (const std::size_t equals = line.find('='); equals != std::string_view::npos)
      set_field(works.front(), line.substr(0, equals), line.substr(equals + 1));
  }
  return works;
}

// BibTeX counts braces, escaped or not: outside all of them stand the entries, each begun at the start of a line.
std::size_t count_entries(std::string_view bibtex) {
  std::size_t entries = 0;
  std::size_t depth = 0;
  char before = '\n';
  for (const char c : bibtex) {
    if (c == '@' && depth == 0) {
      require(before == '\n', "an entry begins its line");
      ++entries;
    }
    if (c == '{') ++depth;
    if (c == '}') require(depth-- > 0, "braces balance");
    before = c;
  }
  require(depth == 0, "braces balance");
  return entries;
}

void write_as_bibtex(const std::vector<Work>& works) {
  for (const BibtexDialect dialect : {BibtexDialect::bibtex, BibtexDialect::biblatex})
    for (const Charset charset : {Charset::utf8, Charset::latex}) {
      std::ostringstream out;
      write_bibtex(out, works, {.dialect = dialect, .charset = charset});
      require(is_utf8(out.str()), "BibTeX is UTF-8");
      require(count_entries(out.str()) == works.size(), "a work is an entry");
    }
}

void write_as_json(const std::vector<Work>& works) {
  std::ostringstream out;
  write_csl_json(out, works);
  const nlohmann::json items = nlohmann::json::parse(out.str(), nullptr, false);
  require(items.is_array() && items.size() == works.size(), "a work is an item");
}

// Statements are lines; outside of quoted strings stands only what the writer itself says.
std::size_t count_labels(std::string_view dot) {
  std::string outside;
  bool quoted = false;
  for (std::size_t i = 0; i < dot.size(); ++i) {
    if (quoted && dot[i] == '\\') {
      ++i;
    } else if (dot[i] == '"') {
      quoted = !quoted;
    } else if (!quoted) {
      outside += dot[i];
    }
  }
  require(!quoted, "a quoted string ends");
  std::size_t labels = 0;
  for (std::size_t at = outside.find("tooltip="); at != std::string::npos; at = outside.find("tooltip=", at + 1))
    ++labels;
  return labels;
}

std::size_t count_nodes(const std::string& file, const pugi::xml_document& document) {
  require(is_utf8(file), "XML is UTF-8");
  std::size_t nodes = 0;
  for (const pugi::xpath_node& node : document.select_nodes("//node")) nodes += node.node().attribute("id") ? 1 : 0;
  return nodes;
}

void write_as_xml(const Graph& graph) {
  for (const auto& write : {+[](std::ostream&out, const Graph&g) { write_graphml(out, g); },
                            +[](std::ostream&out, const Graph&g) { write_gexf(out, g); }}) {
    std::ostringstream out;
    write(out, graph);
    pugi::xml_document document;
    require(document.load_string(out.str().c_str()), "it is XML");
    require(count_nodes(out.str(), document) == graph.vertex_count(), "a work is a node");
  }
}

void draw(const std::vector<Work>& works) {
  GraphBuilder builder;
  for (const Work& work : works) builder.add(work);
  const Graph graph = std::move(builder).build();
  std::ostringstream out;
  write_dot(out, graph);
  require(is_utf8(out.str()), "DOT is UTF-8");
  require(count_labels(out.str()) == graph.vertex_count(), "a work is a node");
  write_as_xml(graph);
}

}  // namespace

void writers(std::string_view bytes) {
  const std::vector<Work> works = read_works(bytes);
  write_as_bibtex(works);
  write_as_json(works);
  draw(works);
}

}  // namespace citegraph::fuzz
