#include "bibliography/markup/xml_records.hpp"

#include <algorithm>
#include <optional>
#include <ostream>

#include "text/utf8.hpp"

namespace citegraph::bibliography::markup {
namespace {

// Where markup goes on behind what begins at `at`: a comment, character data, an instruction; `at` for anything else.
std::size_t skip_opaque(std::string_view text, std::size_t at) {
  constexpr std::pair<std::string_view, std::string_view> kinds[] = {
      {"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};
  for (const auto& [open, close] : kinds) {
    if (!text.substr(at).starts_with(open)) continue;
    const std::size_t end = text.find(close, at + open.size());
    return end == std::string_view::npos ? text.size() : end + close.size();
  }
  return at;
}

// Of "<mods:mods ID='a'>" and "</mods:mods>" at the "<".
struct MarkupTag {
  std::string_view name;  // local
  bool closes = false;
  bool empty = false;
  std::size_t end = 0;  // behind the ">"
};

MarkupTag tag_at(std::string_view text, std::size_t at) {
  MarkupTag tag;
  std::size_t i = at + 1;
  tag.closes = i < text.size() && text[i] == '/';
  if (tag.closes) ++i;
  const std::size_t name_end = std::min(text.find_first_of(" \t\r\n/>", i), text.size());
  tag.name = text.substr(i, name_end - i);
  if (const std::size_t colon = tag.name.rfind(':'); colon != std::string_view::npos) tag.name.remove_prefix(colon + 1);
  i = name_end;
  while (i < text.size() && text[i] != '>') {  // ">" may stand in an attribute
    if (text[i] == '"' || text[i] == '\'') {
      const std::size_t quote = text.find(text[i], i + 1);
      if (quote == std::string_view::npos) break;
      i = quote;
    }
    ++i;
  }
  if (i >= text.size() || text[i] != '>') {  // a quote that never closes: the tag ends all the same
    i = std::min(text.find('>', name_end), text.size());
  }
  tag.empty = i > at && i < text.size() && text[i - 1] == '/';
  tag.end = std::min(i + 1, text.size());
  return tag;
}

class RecordReader {
 public:
  RecordReader(Builder& builder, std::string_view name, void (*read)(pugi::xml_node, BibliographyEntry&))
      : builder_(builder), text_(builder.text()), name_(name), read_(read) {}

  void run() {
    for (std::size_t at = text_.find('<'); at != std::string_view::npos; at = text_.find('<', at)) {
      if (const std::size_t behind = skip_opaque(text_, at); behind != at) {
        at = behind;
        continue;
      }
      const MarkupTag tag = tag_at(text_, at);
      if (tag.name == name_) take(tag, at);
      at = tag.end;
    }
    if (open_) close(text::trim(text_).data() + text::trim(text_).size() - text_.data(), false);
  }

 private:
  void take(const MarkupTag& tag, std::size_t at) {
    if (!tag.closes) {
      if (open_) close(static_cast<std::ptrdiff_t>(at), false);
      open_ = true;
      start_ = at;
      if (!tag.empty) return;
    }
    if (open_) close(static_cast<std::ptrdiff_t>(tag.end), true);
  }

  void close(std::ptrdiff_t end, bool closed) {
    open_ = false;
    const std::size_t size = std::max(static_cast<std::size_t>(end), start_) - start_;
    const TextSpan span = {static_cast<std::uint32_t>(start_), static_cast<std::uint32_t>(start_ + size)};
    std::optional<text::MarkupError> failure;
    const text::XmlTree tree(text_.substr(start_, size), failure);
    BibliographyEntry entry;
    if (tree.root()) read_(tree.root(), entry);
    if (failure || !closed) {
      entry.broken = true;
      builder_.report("broken-entry", span, failure ? failure->what() : "the record is never closed");
    }
    builder_.add(std::move(entry), span);
  }

  Builder& builder_;
  std::string_view text_;
  std::string_view name_;
  void (*read_)(pugi::xml_node, BibliographyEntry&);
  bool open_ = false;
  std::size_t start_ = 0;
};

}  // namespace

bool begins_with(std::string_view text, std::initializer_list<std::string_view> roots) {
  return std::find(roots.begin(), roots.end(), text::xml_root_name(text)) != roots.end();
}

void read_records(Builder& builder, std::string_view name, void (*read)(pugi::xml_node, BibliographyEntry&)) {
  RecordReader(builder, name, read).run();
}

std::string text_of(pugi::xml_node node) {
  return text::plain_text(node, [](std::string_view) { return false; });
}

std::string xml_text(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint c = text::decode_at(text, i);
    if (text::is_xml_character(c.value)) text::append(clean, c.value);
    i += c.size;
  }
  return clean;
}

pugi::xml_node add(pugi::xml_node parent, const char* name, std::string_view text,
                   std::initializer_list<std::pair<const char*, std::string_view>> attributes) {
  if (text.empty()) return {};
  pugi::xml_node node = parent.append_child(name);
  for (const auto& [key, value] : attributes) node.append_attribute(key).set_value(xml_text(value).c_str());
  node.text().set(xml_text(text).c_str());
  return node;
}

pugi::xml_node within(pugi::xml_node parent, const char* name) {
  const pugi::xml_node found = parent.child(name);
  return found ? found : parent.append_child(name);
}

void write_records(std::ostream& out, pugi::xml_document& document) {
  document.save(out, "  ", pugi::format_default, pugi::encoding_utf8);
}

}  // namespace citegraph::bibliography::markup
