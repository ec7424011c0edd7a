#include "document/tei.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "document/jats/builder.hpp"
#include "document/tei/entries.hpp"
#include "document/xml.hpp"

namespace citegraph::document {
namespace {

using namespace tei;

bool is_text_element(std::string_view name) { return name == "TEI" || name == "TEI.2"; }
bool is_list_of_works(std::string_view name) { return name == "listBibl"; }
bool is_reference(pugi::xml_node node) { return local_name(node) == "ref" || local_name(node) == "ptr"; }

// "#b0 #b1" as the ids that JATS would have: "b0 b1"; empty for an address.
std::string ids_in(const std::string& target) {
  std::string ids;
  for (std::size_t at = 0; at < target.size();) {
    const std::size_t end = std::min(target.find_first_of(" \t\r\n", at), target.size());
    if (target[at] == '#' && end > at + 1)
      ids.append(ids.empty() ? "" : " ").append(target, at + 1, end - at - 1);
    else if (end > at)
      return {};
    at = end + 1;
  }
  return ids;
}

// Elements in document order become those of JATS. Nothing calls itself.
class TeiConverter {
 public:
  explicit TeiConverter(pugi::xml_node tei) : tei_(tei) {}

  Document run() { return is_list_of_works(local_name(tei_)) ? read_list() : read_text(); }

 private:
  // A list that stands by itself.
  Document read_list() {
    builder_.open("article");
    builder_.open("back");
    builder_.open("ref-list");
    walk(tei_);
    builder_.close_to(0);
    return builder_.read();
  }

  Document read_text() {
    builder_.open("article");
    builder_.open("front");
    builder_.open("article-meta");
    const pugi::xml_node header = child(tei_, "teiHeader");
    write_head(header, builder_);
    builder_.open("abstract");
    walk(child(child(header, "profileDesc"), "abstract"));
    builder_.close_to(1);
    const pugi::xml_node text = child(tei_, "text");
    for (const char* part : {"front", "body", "group"}) {
      builder_.open("body");
      walk(child(text, part));
      builder_.close_to(1);
    }
    builder_.open("back");
    walk(child(text, "back"));
    builder_.close_to(0);
    return builder_.read();
  }

  void walk(pugi::xml_node root) {
    if (!root) return;
    struct Open {
      pugi::xml_node node;
      std::size_t depth;  // of the builder, before it
    };
    std::vector<Open> open;
    for (pugi::xml_node node = root; node;) {
      const std::size_t depth = builder_.depth();
      const bool inside = enter(node, node == root) && node.first_child();
      if (inside) {
        open.push_back({node, depth});
        node = node.first_child();
        continue;
      }
      builder_.close_to(depth);
      while (node && node != root && !node.next_sibling()) {
        node = node.parent();
        if (!open.empty()) {
          builder_.close_to(open.back().depth);
          open.pop_back();
        }
      }
      if (!node || node == root) return;
      node = node.next_sibling();
    }
  }

  // True if what is inside is to be read too.
  bool enter(pugi::xml_node node, bool is_root) {
    if (is_text(node)) {
      if (node.type() == pugi::node_cdata)
        builder_.text(node.value(), offset_of(node));
      else
        builder_.characters(node.value(), offset_of(node));
      return false;
    }
    if (!is_element(node)) return false;
    if (is_root) return true;
    const std::string_view name = local_name(node);
    if (name == "listBibl") {
      builder_.open("ref-list");
      return true;
    }
    if (name == "biblStruct" || (name == "bibl" && local_name(node.parent()) == "listBibl")) {
      write_entry(node, builder_);
      return false;
    }
    if (is_reference(node)) return enter_reference(node);
    if (name == "hi" || name == "emph") return enter_highlighted(node);
    if (name == "note") return enter_note(node);
    return enter_named(node, name);
  }

  bool enter_named(pugi::xml_node node, std::string_view name) {
    struct Row {
      std::string_view name;
      std::string_view jats;  // empty: not read
    };
    // Sorted; what is not here is text within text.
    static constexpr Row table[] = {
        {"ab", "p"},       {"byline", "p"},       {"cell", "td"},        {"code", "monospace"},
        {"div", "sec"},    {"div1", "sec"},       {"div2", "sec"},       {"div3", "sec"},
        {"div4", "sec"},   {"div5", "sec"},       {"docAuthor", ""},     {"docTitle", ""},
        {"facsimile", ""}, {"figDesc", "p"},      {"figure", "fig"},     {"fw", ""},
        {"graphic", ""},   {"head", "title"},     {"item", "list-item"}, {"l", "verse-line"},
        {"lb", "break"},   {"lg", "verse-group"}, {"list", "list"},      {"p", "p"},
        {"row", "tr"},     {"sp", "p"},           {"table", "table"},    {"teiHeader", ""},
        {"titlePage", ""},
    };
    const auto row = std::lower_bound(std::begin(table), std::end(table), name,
                                      [](const Row& each, std::string_view value) { return each.name < value; });
    const bool known = row != std::end(table) && row->name == name;
    if (name == "quote" || name == "cit") {
      if (local_name(node.parent()) != "p") builder_.open("disp-quote");
      return true;
    }
    if (!known) return true;
    if (row->jats.empty()) return false;
    if (name == "head" && (local_name(node.parent()) == "figure" || local_name(node.parent()) == "table"))
      builder_.open("p");
    else
      builder_.open(row->jats);
    return true;
  }

  bool enter_reference(pugi::xml_node node) {
    const std::string type = attribute(node, "type");
    const std::string target = attribute(node, "target");
    const std::string ids = ids_in(target);
    if (type == "bibr" || type == "bibl" || type == "biblio" || (type.empty() && !ids.empty()))
      builder_.open("xref", {{"ref-type", type.empty() ? "" : "bibr"}, {"rid", ids}});
    else if ((type == "foot" || type == "note" || type == "noteAnchor") && !ids.empty())
      builder_.open("xref", {{"ref-type", "fn"}, {"rid", ids}});
    else if (!target.empty() && ids.empty())
      builder_.open("ext-link", {{"xlink:href", target}});
    return true;
  }

  bool enter_highlighted(pugi::xml_node node) {
    const std::string rend =
        local_name(node) == "emph" ? "italic" : attribute(node, "rend") + attribute(node, "rendition");
    const auto has = [&](std::string_view word) { return rend.find(word) != std::string::npos; };
    if (has("sup"))
      builder_.open("sup");
    else if (has("sub"))
      builder_.open("sub");
    else if (has("bold") || rend == "b")
      builder_.open("bold");
    else if (has("ital") || rend == "i" || rend.empty())
      builder_.open("italic");
    return true;
  }

  bool enter_note(pugi::xml_node node) {
    const std::string id = attribute(node, "id");
    const std::string number = attribute(node, "n");
    builder_.open("fn", {{"id", id.empty() ? number : id}});
    const bool has_blocks = child(node, "p") || child(node, "ab") || child(node, "quote");
    if (!has_blocks) builder_.open("p");
    return true;
  }

  pugi::xml_node tei_;
  jats::Builder builder_;
};

}  // namespace

bool looks_like_tei(std::string_view text) {
  const std::string_view root = xml_root_name(text);
  return is_text_element(root) || is_list_of_works(root) || root == "teiCorpus";
}

std::vector<Document> read_tei(const Input& input) {
  check_xml_encoding(input.decoded);
  const XmlTree tree(input.decoded.text);
  pugi::xml_node tei = tree.root();
  if (local_name(tei) == "teiCorpus") tei = child(tei, "TEI");
  if (!tei || (!is_text_element(local_name(tei)) && !is_list_of_works(local_name(tei))))
    throw MarkupError("this is XML with the root element \"" + std::string(local_name(tree.root())) + "\", not TEI",
                      offset_of(tree.root()) - 1);
  std::vector<Document> documents;
  documents.push_back(TeiConverter(tei).run());
  return documents;
}

}  // namespace citegraph::document
