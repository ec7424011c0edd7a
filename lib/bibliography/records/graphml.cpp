#include "bibliography/records/graphml.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <expat.h>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <utility>
#include <vector>

#include "citegraph/error.hpp"

#include "bibliography/records/graphml_fields.hpp"
#include "bibliography/records/id_table.hpp"
#include "bibliography/records/input_file.hpp"
#include "text/utf8.hpp"

namespace citegraph::bibliography::records {
namespace {

constexpr int xml_block = 1 << 18;
constexpr std::size_t most_cited = 1024;  // in one record: what is handed over is bounded too

using Attributes = const XML_Char**;
using Number = std::uint32_t;

std::string_view local_name(std::string_view name) { return name.substr(name.rfind(':') + 1); }

std::string_view value_of(Attributes attributes, std::string_view name) {
  for (; *attributes != nullptr; attributes += 2)
    if (name == *attributes) return attributes[1];
  return {};
}

struct DeclaredKey {
  std::string id;
  GraphmlField field;
  std::optional<std::string> default_value;
  bool set = false;  // on the node that is read
};

struct WaitingEdge {
  Number source;
  Number target;
  std::uint32_t line;
  std::uint32_t column;
};

// Names of nodes by their numbers, and which of them are declared.
class Nodes {
 public:
  Number number_of(std::string_view id) {
    const Number number = ids_.number_of(id);
    if (number >= declared_.size()) declared_.resize(number + 1);
    return number;
  }
  bool declare(Number number) {
    const bool is_new = !declared_[number];
    declared_[number] = true;
    return is_new;
  }
  void withdraw(Number number) { declared_[number] = false; }
  void rename(Number number, std::string_view name) {
    if (name_numbers_.size() <= number) name_numbers_.resize(ids_.size(), unnamed);
    name_numbers_[number] = names_.number_of(name);
  }
  [[nodiscard]] bool is_declared(Number number) const { return declared_[number]; }
  [[nodiscard]] std::string_view id(Number number) const { return ids_.id(number); }
  // What the attribute `id` says, else the id in the file.
  [[nodiscard]] std::string_view name(Number number) const {
    const bool has_name = number < name_numbers_.size() && name_numbers_[number] != unnamed;
    return has_name ? names_.id(name_numbers_[number]) : ids_.id(number);
  }

 private:
  static constexpr Number unnamed = ~Number{0};
  IdTable ids_;
  IdTable names_;
  std::vector<bool> declared_;
  std::vector<Number> name_numbers_;
};

class GraphmlReader {
 public:
  GraphmlReader(const std::string& path, const RecordSink& sink, const RecordOptions& options)
      : path_(path), sink_(sink), options_(options), file_(path), parser_(XML_ParserCreate(nullptr), XML_ParserFree) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), &GraphmlReader::on_start, &GraphmlReader::on_end);
    XML_SetEntityDeclHandler(parser_.get(), &GraphmlReader::on_entity);
  }

  // What was read before an error is handed over before it is thrown; what the sink throws ends all.
  RecordCounts read() {
    std::exception_ptr problem;
    try {
      while (parse_block()) {
      }
    } catch (const Error&) {
      if (in_sink_) throw;
      problem = std::current_exception();
    }
    if (node_) nodes_.withdraw(*node_);  // an error cut it: it is not handed over, and nothing cites it
    flush_edges();
    deliver_waiting();
    if (problem) std::rethrow_exception(problem);
    counts_.lines = XML_GetCurrentLineNumber(parser_.get());
    counts_.bytes = file_.bytes();
    return counts_;
  }

 private:
  bool parse_block();
  [[noreturn]] void fail_as_xml() const;

  static void XMLCALL on_start(void* self, const XML_Char* name, Attributes attributes) {
    static_cast<GraphmlReader*>(self)->guard(
        [=](GraphmlReader& reader) { reader.start(local_name(name), attributes); });
  }
  static void XMLCALL on_end(void* self, const XML_Char* name) {
    static_cast<GraphmlReader*>(self)->guard([=](GraphmlReader& reader) { reader.end(local_name(name)); });
  }
  static void XMLCALL on_text(void* self, const XML_Char* text, int size) {
    static_cast<GraphmlReader*>(self)->guard([=](GraphmlReader& reader) {
      reader.take_text({text, static_cast<std::size_t>(size)});
    });
  }
  // Neither files outside nor entities that grow: none are read at all.
  static void XMLCALL on_entity(void* self, const XML_Char* name, int, const XML_Char*, int, const XML_Char*,
                                const XML_Char*, const XML_Char*, const XML_Char*) {
    static_cast<GraphmlReader*>(self)->guard([=](const GraphmlReader& reader) {
      throw reader.error_here("the file declares an entity, \"" + std::string(name) + "\", and entities are not read");
    });
  }

  // Nothing may be thrown through the parser, which is written in C.
  template <class Action>
  void guard(const Action& action) {
    if (thrown_) return;
    try {
      action(*this);
    } catch (...) {
      thrown_ = std::current_exception();
      XML_StopParser(parser_.get(), XML_FALSE);
    }
  }

  void start(std::string_view name, Attributes attributes);
  void end(std::string_view name);
  void begin_key(Attributes attributes);
  void begin_graph(Attributes attributes);
  void begin_node(Attributes attributes);
  void begin_edge(Attributes attributes);
  void begin_data(Attributes attributes);
  void end_node();
  void end_data();
  DeclaredKey& key_of(std::string_view id);

  void skip_element() { skipped_depth_ = depth_; }
  void collect(bool wanted) { XML_SetCharacterDataHandler(parser_.get(), wanted ? &GraphmlReader::on_text : nullptr); }
  bool is_drawn_label(std::string_view name) const {
    return name == "NodeLabel" && data_ && keys_[*data_].field.kind == FieldKind::graphics;
  }
  void take_text(std::string_view text) {
    if (text_.size() + text.size() > options_.longest_line)
      throw error_here("a value is longer than " + std::to_string(options_.longest_line) + " bytes");
    text_ += text;
  }
  void set(const DeclaredKey& key, const std::string& value);

  void cite(Number source, Number target);
  void flush_edges();
  void deliver_waiting();
  void deliver(const WorkRecord& record) {
    ++counts_.records;
    in_sink_ = true;
    sink_(record);
    in_sink_ = false;
  }

  std::uint32_t line() const { return static_cast<std::uint32_t>(XML_GetCurrentLineNumber(parser_.get())); }
  std::uint32_t column() const { return static_cast<std::uint32_t>(XML_GetCurrentColumnNumber(parser_.get())) + 1; }
  Error error_here(const std::string& message) const { return {path_, message, line(), column()}; }
  void report(std::string_view code, std::string message) { report(code, std::move(message), line(), column()); }
  void report(std::string_view code, std::string message, std::uint32_t line, std::uint32_t column);
  void skip(std::string message) {
    ++counts_.skipped;
    report("broken-entry", std::move(message));
    skip_element();
  }

  const std::string& path_;
  const RecordSink& sink_;
  const RecordOptions& options_;
  InputFile file_;
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, void (*)(XML_Parser)> parser_;
  std::exception_ptr thrown_;

  std::uint32_t depth_ = 0;
  std::uint32_t skipped_depth_ = 0;  // of the element that is passed over with all it holds; 0: none is
  std::vector<DeclaredKey> keys_;
  bool in_key_ = false;      // the last of `keys_`
  bool has_titles_ = false;  // else labels are titles
  std::optional<Number> node_;
  std::optional<std::size_t> data_;  // the key of the value that is read
  std::string text_;
  std::string name_;   // of the node, as its attribute `id` says
  std::string label_;  // of the node
  WorkRecord record_;
  Nodes nodes_;
  Number source_ = 0;  // of `citing_`
  WorkRecord citing_;  // edges that are not handed over yet
  std::vector<WaitingEdge> waiting_;
  bool in_sink_ = false;
  RecordCounts counts_;
};

// False once all is read.
bool GraphmlReader::parse_block() {
  void* const buffer = XML_GetBuffer(parser_.get(), xml_block);
  if (buffer == nullptr) throw std::bad_alloc();
  const std::size_t got = file_.read(static_cast<char*>(buffer), xml_block, XML_GetCurrentLineNumber(parser_.get()));
  const XML_Status status = XML_ParseBuffer(parser_.get(), static_cast<int>(got), got == 0 ? 1 : 0);
  if (thrown_) std::rethrow_exception(thrown_);
  if (status == XML_STATUS_ERROR) fail_as_xml();
  const XML_Index done = XML_GetCurrentByteIndex(parser_.get());
  if (done >= 0 && file_.bytes() - static_cast<std::uint64_t>(done) > options_.longest_line + xml_block)
    throw error_here("a tag is longer than " + std::to_string(options_.longest_line) + " bytes");
  return got > 0;
}

void GraphmlReader::fail_as_xml() const {
  const XML_Error code = XML_GetErrorCode(parser_.get());
  if (code == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
  const bool cut = code == XML_ERROR_NO_ELEMENTS || code == XML_ERROR_UNCLOSED_TOKEN ||
                   code == XML_ERROR_PARTIAL_CHAR || code == XML_ERROR_UNCLOSED_CDATA_SECTION;
  if (cut && file_.bytes() == 0) throw error_here("the file is empty");
  throw error_here(cut ? std::string("the file ends within its graph")
                       : "this is no well-formed XML: " + std::string(XML_ErrorString(code)));
}

void GraphmlReader::report(std::string_view code, std::string message, std::uint32_t at_line, std::uint32_t at_column) {
  if (!options_.report) return;
  Diagnostic finding;
  finding.code = diagnostic_code(code).code;
  finding.severity = diagnostic_code(code).severity;
  finding.path = path_;
  finding.line = at_line;
  finding.column = at_column;
  finding.message = std::move(message);
  options_.report(finding);
}

void GraphmlReader::start(std::string_view name, Attributes attributes) {
  ++depth_;
  if (skipped_depth_ != 0) {
    // The labels that yEd draws stand deep in what it says of a node.
    if (is_drawn_label(name)) collect(true);
    return;
  }
  if (depth_ == 1) {
    if (name != "graphml")
      throw error_here("this is no GraphML: the file begins with the element \"" + std::string(name) + '"');
    return;
  }
  if (name == "node") return begin_node(attributes);
  if (name == "edge") return begin_edge(attributes);
  if (name == "data") return begin_data(attributes);
  if (name == "graph") return begin_graph(attributes);
  if (name == "key") return begin_key(attributes);
  if (name == "default" && in_key_) {
    text_.clear();
    return collect(true);
  }
  if (name == "hyperedge") return skip("a hyperedge says not who cites whom");
  skip_element();  // ports, descriptions, what other programs add
}

void GraphmlReader::end(std::string_view name) {
  const std::uint32_t depth = depth_--;
  if (skipped_depth_ != 0 && depth > skipped_depth_) {
    if (is_drawn_label(name)) collect(false);
    return;
  }
  if (data_) end_data();
  if (std::exchange(skipped_depth_, 0) != 0) return;
  if (name == "default" && in_key_) {
    collect(false);
    keys_.back().default_value = text_;
  }
  if (name == "key") in_key_ = false;
  if (name == "node" && node_) end_node();
}

void GraphmlReader::begin_key(Attributes attributes) {
  const std::string_view what = value_of(attributes, "for");
  if (!what.empty() && what != "node" && what != "all") return skip_element();
  DeclaredKey key;
  key.id = value_of(attributes, "id");
  std::string_view name = value_of(attributes, "attr.name");
  if (value_of(attributes, "yfiles.type") == "nodegraphics")
    key.field.kind = FieldKind::graphics;
  else
    key.field = graphml_field(name.empty() ? key.id : name);
  has_titles_ |= key.field.kind == FieldKind::text && key.field.variable == Variable::title;
  keys_.push_back(std::move(key));
  in_key_ = true;
}

void GraphmlReader::begin_graph(Attributes attributes) {
  if (node_) {
    report("broken-markup", "a graph within the node \"" + std::string(nodes_.id(*node_)) + "\" is passed over");
    return skip_element();
  }
  if (value_of(attributes, "edgedefault") == "undirected")
    report("broken-markup", "the graph is undirected: the source of each edge is taken for the citing work");
}

void GraphmlReader::begin_node(Attributes attributes) {
  flush_edges();
  const std::string_view id = value_of(attributes, "id");
  if (node_) return skip("a node within the node \"" + std::string(nodes_.id(*node_)) + '"');
  if (id.empty()) return skip("the node has no id");
  const Number number = nodes_.number_of(id);
  if (!nodes_.declare(number)) return skip("there is a node \"" + std::string(id) + "\" already");
  node_ = number;
  record_.work = Work();
  name_.clear();
  label_.clear();
  for (DeclaredKey& key : keys_) key.set = false;
}

void GraphmlReader::end_node() {
  for (const DeclaredKey& key : keys_)
    if (!key.set && key.default_value) set(key, *key.default_value);
  const Number number = *std::exchange(node_, std::nullopt);
  if (!name_.empty() && name_ != nodes_.id(number)) nodes_.rename(number, name_);
  if (!has_titles_ && !label_.empty()) record_.work.set(Variable::title, label_);
  record_.id = nodes_.name(number);
  deliver(record_);
}

// A key that nobody declared is its own name.
DeclaredKey& GraphmlReader::key_of(std::string_view id) {
  const auto known = std::find_if(keys_.begin(), keys_.end(), [&](const DeclaredKey& key) { return key.id == id; });
  if (known != keys_.end()) return *known;
  report("broken-markup", "the key \"" + std::string(id) + "\" is not declared");
  keys_.push_back({std::string(id), graphml_field(id), std::nullopt});
  return keys_.back();
}

void GraphmlReader::begin_data(Attributes attributes) {
  skip_element();
  if (!node_) return;
  DeclaredKey& key = key_of(value_of(attributes, "key"));
  if (key.field.kind == FieldKind::none) return;
  data_ = static_cast<std::size_t>(&key - keys_.data());
  text_.clear();
  if (key.field.kind != FieldKind::graphics) collect(true);
}

void GraphmlReader::end_data() {
  collect(false);
  DeclaredKey& key = keys_[*std::exchange(data_, std::nullopt)];
  key.set = true;
  set(key, text_);
}

void GraphmlReader::set(const DeclaredKey& key, const std::string& value) {
  const std::string_view trimmed = text::trim(value);
  if (trimmed.empty()) return;
  if (key.field.kind == FieldKind::id) {
    name_ = trimmed;
  } else if (key.field.kind == FieldKind::label || (key.field.kind == FieldKind::graphics && label_.empty())) {
    label_ = text::collapse_spaces(value);
  } else if (!set_field(record_, key.field, value)) {
    report("broken-markup", "\"" + std::string(trimmed.substr(0, 80)) + "\" is no value of \"" + key.id + '"');
  }
}

void GraphmlReader::begin_edge(Attributes attributes) {
  const std::string_view source = value_of(attributes, "source");
  const std::string_view target = value_of(attributes, "target");
  if (source.empty() || target.empty()) return skip("the edge has no source or no target");
  const Number from = nodes_.number_of(source);
  const Number to = nodes_.number_of(target);
  if (value_of(attributes, "directed") == "false")
    report("broken-markup", "the edge is undirected: its source is taken for the citing work");
  if (!node_ && nodes_.is_declared(from) && nodes_.is_declared(to))  // all that is declared was handed over
    cite(from, to);
  else
    waiting_.push_back({from, to, line(), column()});
}

void GraphmlReader::cite(Number source, Number target) {
  if (source != source_ || citing_.cited.size() >= most_cited) flush_edges();
  source_ = source;
  citing_.cited.emplace_back(nodes_.name(target));
}

void GraphmlReader::flush_edges() {
  if (citing_.cited.empty()) return;
  citing_.id = nodes_.name(source_);
  deliver(citing_);
  citing_.cited.clear();
}

void GraphmlReader::deliver_waiting() {
  for (const WaitingEdge& edge : waiting_) {
    if (nodes_.is_declared(edge.source) && nodes_.is_declared(edge.target)) {
      cite(edge.source, edge.target);
      continue;
    }
    ++counts_.skipped;
    const Number unknown = nodes_.is_declared(edge.source) ? edge.target : edge.source;
    report("broken-entry", "there is no node \"" + std::string(nodes_.id(unknown)) + '"', edge.line, edge.column);
  }
  flush_edges();
}

// Text of GraphML begins with a tag, after a mark of the byte order and blanks.
bool begins_with_tag(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '<';
}

}  // namespace

bool looks_like_graphml(const std::string& path) {
  if (path.ends_with(".graphml") || path.ends_with(".graphml.gz")) return true;
  std::error_code unknown;
  if (!std::filesystem::is_regular_file(path, unknown)) return false;
  std::array<char, 256> start{};
  return begins_with_tag({start.data(), InputFile(path).read(start.data(), start.size(), 1)});
}

RecordCounts read_graphml(const std::string& path, const RecordSink& sink, const RecordOptions& options) {
  return GraphmlReader(path, sink, options).read();
}

}  // namespace citegraph::bibliography::records
