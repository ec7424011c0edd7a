#include "document/jats.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "document/jats/elements.hpp"
#include "document/jats/entries.hpp"
#include "document/jats/flow.hpp"
#include "document/jats/metadata.hpp"
#include "document/xml.hpp"

namespace citegraph::document {
namespace {

using namespace jats;

bool is_list(std::string_view name) { return name == "ref-list"; }
bool is_main_article(std::string_view name) { return name == "article"; }
bool is_article(std::string_view name) { return name == "article" || name == "sub-article" || name == "response"; }

// Every article in document order: roots, those inside them, and those that an archive wraps several of.
std::vector<pugi::xml_node> find_articles(pugi::xml_node root) {
  std::vector<pugi::xml_node> articles;
  for (pugi::xml_node node = root; node; node = next_inside(node, root))
    if (is_element(node) && is_article(local_name(node))) articles.push_back(node);
  return articles;
}

bool is_jats(pugi::xml_node article) {
  return child(article, "front") || child(article, "body") || child(article, "back") || child(article, "front-stub");
}

// A list that stands by itself.
Document read_list(pugi::xml_node list) {
  const Entries entries(list, nullptr);
  Flow flow(entries);
  flow.part(list);
  Document document;
  flow.finish(document);
  return document;
}

Document read_article(pugi::xml_node article, const Entries& entries) {
  Flow flow(entries);
  const pugi::xml_node front = child(article, "front");
  const pugi::xml_node meta = front ? child(front, "article-meta") : child(article, "front-stub");
  const pugi::xml_node titles = child(meta, "title-group");
  if (const pugi::xml_node title = child(titles, "article-title")) flow.title(title);
  for (const pugi::xml_node part : meta.children())
    if (local_name(part) == "abstract" || local_name(part) == "trans-abstract") flow.part(part);
  for (const pugi::xml_node part : article.children()) {
    const std::string_view name = local_name(part);
    if (name != "front" && name != "front-stub" && !is_article(name)) flow.part(part);
  }
  Document document;
  flow.finish(document);
  document.work = read_metadata(article);
  return document;
}

// Each with the entries of the article around it at hand.
std::vector<Document> read_articles(const std::vector<pugi::xml_node>& articles) {
  struct Open {
    pugi::xml_node article;
    Entries entries;
  };
  std::vector<Open> around;
  std::vector<Document> documents;
  for (const pugi::xml_node article : articles) {
    while (!around.empty() && around.back().article != article.parent()) around.pop_back();
    around.push_back({article, Entries(article, around.empty() ? nullptr : &around.back().entries)});
    documents.push_back(read_article(article, around.back().entries));
  }
  return documents;
}

}  // namespace

bool has_jats_root(std::string_view text) {
  const std::string_view root = xml_root_name(text);
  return is_main_article(root) || is_list(root);
}

bool looks_like_xml(std::string_view text) {
  if (has_jats_root(text)) return true;
  return text.starts_with("<?xml") && !xml_root_name(text).empty();
}

std::vector<Document> read_jats(const Input& input) {
  const auto& [decoded, wanted, file, companions] = input;
  check_xml_encoding(decoded);
  const XmlTree tree(decoded.text);
  if (is_list(local_name(tree.root()))) return {read_list(tree.root())};
  const std::vector<pugi::xml_node> articles = find_articles(tree.root());
  const auto main = std::find_if(articles.begin(), articles.end(),
                                 [](pugi::xml_node node) { return is_main_article(local_name(node)); });
  if (main == articles.end() || !is_jats(*main))
    throw MarkupError("this is XML with the root element \"" + std::string(local_name(tree.root())) +
                          "\"; of XML, JATS, TEI and HTML are read",
                      offset_of(tree.root()) - 1);
  if (wanted == Articles::main) return {read_article(*main, Entries(*main, nullptr))};
  return read_articles(articles);
}

Document read_jats_text(std::string_view xml) {
  const XmlTree tree(xml);
  return read_article(tree.root(), Entries(tree.root(), nullptr));
}

}  // namespace citegraph::document
