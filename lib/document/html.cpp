#include "document/html.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_set>
#include <utility>

#include "document/html_tokens.hpp"
#include "document/jats/builder.hpp"
#include "document/xml.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace citegraph::document {
namespace {

constexpr std::size_t farthest = 200;  // open elements that an end tag looks through

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_block(std::string_view name) {
  return is_one_of(
      name, {"address", "article", "aside", "blockquote", "dd", "div", "dl",  "dt",      "fieldset", "figcaption",
             "figure",  "footer",  "form",  "h1",         "h2", "h3",  "h4",  "h5",      "h6",       "header",
             "hr",      "li",      "main",  "nav",        "ol", "p",   "pre", "section", "table",    "ul"});
}

// What an id, class or role says its element holds.
enum class Hint : std::uint8_t { none, entries, notes };
Hint hint_of(const std::string& names) {
  const auto has = [&](std::string_view word) { return names.find(word) != std::string::npos; };
  if (has("footnote") || has("endnote") || has("fn") || has("doc-note") || has("ftn")) return Hint::notes;
  if (has("ref") || has("bib") || has("cit") || has("csl-") || has("literat") || has("works-cited"))
    return Hint::entries;
  return Hint::none;
}

// Which elements are entries and notes: those that links of the document lead to, where their names or those of what is
// around them say so.
class Targets {
 public:
  Targets(std::string_view text, const std::vector<HtmlToken>& tokens) : text_(text) {
    for (const HtmlToken& token : tokens)
      if (token.kind == HtmlToken::Kind::open && token.name == "a")
        if (const std::string href = attribute(token, "href"); href.size() > 1 && href.front() == '#')
          linked_.insert(href.substr(1));
    find(tokens);
  }

  [[nodiscard]] bool is_entry(const std::string& id) const { return entries_.contains(id); }
  [[nodiscard]] bool is_note(const std::string& id) const { return notes_.contains(id); }
  // Of the opening tag at `start`: the id by which links name it.
  [[nodiscard]] const std::string* id_at(std::uint32_t start) const {
    const auto found = std::lower_bound(ids_.begin(), ids_.end(), start,
                                        [](const auto& each, std::uint32_t value) { return each.first < value; });
    return found != ids_.end() && found->first == start ? &found->second : nullptr;
  }

 private:
  std::string attribute(const HtmlToken& token, std::string_view name) const {
    return html_attribute(slice(text_, token.attributes), name);
  }

  struct Open {
    std::string_view name;
    Hint hint = Hint::none;
    std::uint32_t start = 0;
    bool holds_target = false;
  };

  // An anchor names the block it stands in.
  void add_target(const std::string& id, const HtmlToken& token, Hint hint, std::vector<Open>& open) {
    if (is_one_of(token.name, {"li", "p", "div", "dd", "tr"})) return add(id, token.span.start, hint);
    if (!is_one_of(token.name, {"a", "span"})) return;
    for (std::size_t i = open.size(); i > 0 && i + 4 > open.size(); --i) {
      Open& block = open[i - 1];
      if (block.holds_target || !is_one_of(block.name, {"li", "p", "dd", "tr"})) continue;
      block.holds_target = true;
      return add(id, block.start, hint);
    }
  }

  void find(const std::vector<HtmlToken>& tokens) {
    std::vector<Open> open;
    for (const HtmlToken& token : tokens) {
      if (token.kind == HtmlToken::Kind::close) {
        for (std::size_t i = open.size(), looked = 0; i > 0 && looked < farthest; --i, ++looked)
          if (open[i - 1].name == token.name) {
            open.resize(i - 1);
            break;
          }
        continue;
      }
      if (token.kind != HtmlToken::Kind::open) continue;
      if (is_one_of(token.name, {"li", "p", "dd", "dt", "tr"}))
        while (!open.empty() && (open.back().name == token.name || is_one_of(open.back().name, {"p", "span", "a"})))
          open.pop_back();
      std::string id = attribute(token, "id");
      if (id.empty() && token.name == "a") id = attribute(token, "name");
      const Hint own =
          hint_of(text::ascii_lower_case(id + ' ' + attribute(token, "class") + ' ' + attribute(token, "role")));
      const Hint around = open.empty() ? Hint::none : open.back().hint;
      const Hint hint = own == Hint::none || around == Hint::notes ? std::max(own, around) : own;
      if (!id.empty() && linked_.contains(id) && hint != Hint::none) add_target(id, token, hint, open);
      if (!token.empty && !is_void_element(token.name))
        open.push_back({token.name, hint, token.span.start, !id.empty()});
    }
    std::stable_sort(ids_.begin(), ids_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  }

  void add(const std::string& id, std::uint32_t start, Hint hint) {
    if (!(hint == Hint::notes ? notes_ : entries_).insert(id).second) return;
    ids_.emplace_back(start, id);
  }

  std::string_view text_;
  std::unordered_set<std::string> linked_;
  std::unordered_set<std::string> entries_;
  std::unordered_set<std::string> notes_;
  std::vector<std::pair<std::uint32_t, std::string>> ids_;
};

// Tags become elements of JATS, sections by the levels of the headings.
class HtmlConverter {
 public:
  explicit HtmlConverter(std::string_view text) : text_(text), tokens_(html_tokens(text)), targets_(text, tokens_) {}

  Document run() {
    builder_.open("article");
    builder_.open("body");
    body_ = builder_.depth();
    for (const HtmlToken& token : tokens_) {
      switch (token.kind) {
        case HtmlToken::Kind::text:
          characters(token.span);
          break;
        case HtmlToken::Kind::open:
          open(token);
          break;
        case HtmlToken::Kind::close:
          close(token.name);
          break;
      }
    }
    close_to(0);
    Document document = builder_.read();
    set_head(document);
    return document;
  }

 private:
  struct Open {
    std::string name;
    std::size_t depth;    // of the builder, before it
    bool hidden = false;  // what is inside is not read
    bool entry = false;
    bool inline_only = false;
  };

  std::string attribute(const HtmlToken& token, std::string_view name) const {
    return html_attribute(slice(text_, token.attributes), name);
  }

  bool is_hidden() const { return !open_.empty() && open_.back().hidden; }
  bool in_entry() const { return !open_.empty() && open_.back().entry; }
  // In nothing but sections.
  bool is_flat() const { return builder_.depth() == body_ + sections_; }

  void characters(TextSpan span) {
    if (in_title_) return add_title(span);
    if (is_hidden()) return;
    // References are those of XML too; a bracket that begins no tag is text.
    for (std::uint32_t at = span.start; at < span.end;) {
      const std::size_t bracket = slice(text_, {at, span.end}).find('<');
      const std::uint32_t end = bracket == std::string_view::npos ? span.end : at + static_cast<std::uint32_t>(bracket);
      builder_.characters(slice(text_, {at, end}), at);
      if (end < span.end) builder_.text("<", end);
      at = end + 1;
    }
  }

  void add_title(TextSpan span) { title_ += decode_references(slice(text_, span)); }

  void open(const HtmlToken& token) {
    const std::string& name = token.name;
    if (name == "meta") return meta(token);
    if (name == "title" && open_.size() < 4) in_title_ = title_.empty();
    close_implied(name);
    if (name == "br" && !is_hidden()) {
      builder_.open("break");
      builder_.close();
      return;
    }
    if (token.empty || is_void_element(name)) return;
    Open element{name, builder_.depth(), is_hidden(), in_entry(), false};
    element.hidden = element.hidden || is_one_of(name, {"head", "nav", "button", "select", "annotation", "title"});
    if (!element.hidden) emit(token, element);
    open_.push_back(std::move(element));
  }

  void emit(const HtmlToken& token, Open& element) {
    const std::string& name = token.name;
    const std::string* target = targets_.id_at(token.span.start);
    if (target != nullptr && targets_.is_entry(*target) && !element.entry) return emit_entry(*target, element);
    if (element.entry) {
      if (is_block(name)) builder_.put(" ", token.span.start);
    } else if (target != nullptr && targets_.is_note(*target)) {
      return builder_.open("fn", {{"id", *target}});
    } else if (emit_block(token, element)) {
      return;
    }
    emit_inline(token, element);
  }

  // An entry belongs to a list, whose heading the document has itself.
  void emit_entry(const std::string& id, Open& element) {
    element.entry = true;
    builder_.open("ref-list", {{"content-type", "untitled"}});
    builder_.open("ref", {{"id", id}});
    builder_.open("mixed-citation");
  }

  bool emit_block(const HtmlToken& token, Open& element) {
    const std::string& name = token.name;
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
      heading(static_cast<std::size_t>(name[1] - '0'), element);
      return true;
    }
    struct Row {
      std::string_view name;
      std::string_view jats;
    };
    static constexpr Row table[] = {
        {"blockquote", "disp-quote"},
        {"dd", "list-item"},
        {"dl", "list"},
        {"dt", "list-item"},
        {"figcaption", "p"},
        {"figure", "fig"},
        {"li", "list-item"},
        {"ol", "list"},
        {"p", "p"},
        {"pre", "preformat"},
        {"table", "table"},
        {"td", "td"},
        {"th", "th"},
        {"tr", "tr"},
        {"ul", "list"},
        {"caption", "td"},
        {"address", "p"},
    };
    const auto row =
        std::find_if(std::begin(table), std::end(table), [&](const Row& each) { return each.name == name; });
    if (row == std::end(table)) {
      // A division holds paragraphs or text; it ends both.
      if (is_block(name) && is_flat()) {
        builder_.open("sec");
        builder_.close();
      }
      return false;
    }
    builder_.open(row->jats);
    return true;
  }

  void heading(std::size_t level, Open& element) {
    if (!is_flat()) return builder_.open("p");
    sections_ = std::min(sections_, level - 1);
    builder_.close_to(body_ + sections_);
    for (; sections_ + 1 < level; ++sections_) builder_.open("sec");
    element.depth = builder_.depth();  // the heading closes with its tag, the sections stay open
    builder_.open("title");
  }

  void emit_inline(const HtmlToken& token, Open& element) {
    const std::string& name = token.name;
    if (is_one_of(name, {"em", "i", "cite", "var", "dfn"}))
      builder_.open("italic");
    else if (is_one_of(name, {"strong", "b"}))
      builder_.open("bold");
    else if (name == "sup" || name == "sub")
      builder_.open(name);
    else if (is_one_of(name, {"code", "tt", "kbd", "samp"}))
      builder_.open("monospace");
    else if (name == "a")
      emit_link(attribute(token, "href"), element);
  }

  void emit_link(const std::string& href, Open& element) {
    if (href.size() > 1 && href.front() == '#') {
      const std::string id = href.substr(1);
      if (element.entry)
        element.hidden = true;  // "^", "↩": back to where it is cited
      else if (targets_.is_entry(id))
        builder_.open("xref", {{"ref-type", "bibr"}, {"rid", id}});
      else if (targets_.is_note(id))
        builder_.open("xref", {{"ref-type", "fn"}, {"rid", id}});
    } else if (href.find("://") != std::string::npos) {
      builder_.open("ext-link", {{"xlink:href", href}});
    }
  }

  // What a tag ends without saying so.
  void close_implied(const std::string& name) {
    if (is_block(name)) close_inner("p", {"table", "li", "dd", "td", "blockquote"});
    if (name == "li") close_inner("li", {"ul", "ol"});
    if (name == "dt" || name == "dd") {
      close_inner("dt", {"dl"});
      close_inner("dd", {"dl"});
    }
    if (name == "tr") close_inner("tr", {"table"});
    if (name == "td" || name == "th" || name == "tr") {
      close_inner("td", {"tr", "table"});
      close_inner("th", {"tr", "table"});
    }
  }

  // Closes the innermost `name` that is not outside of one of `scope`.
  void close_inner(std::string_view name, std::initializer_list<std::string_view> scope) {
    for (std::size_t i = open_.size(), looked = 0; i > 0 && looked < farthest; --i, ++looked) {
      if (open_[i - 1].name == name) return close_to(i - 1);
      if (is_one_of(open_[i - 1].name, scope)) return;
    }
  }

  void close(const std::string& name) {
    if (name == "title") in_title_ = false;
    for (std::size_t i = open_.size(), looked = 0; i > 0 && looked < farthest; --i, ++looked)
      if (open_[i - 1].name == name) return close_to(i - 1);
  }

  void close_to(std::size_t count) {
    for (; open_.size() > count; open_.pop_back()) {
      // Sections that headings have opened meanwhile stay.
      builder_.close_to(std::max(open_.back().depth, body_ + sections_));
    }
  }

  void meta(const HtmlToken& token) {
    const std::string name = text::ascii_lower_case(attribute(token, "name"));
    const std::string content = attribute(token, "content");
    if (name == "citation_title" || (name == "dc.title" && cited_title_.empty())) cited_title_ = content;
    if (name == "citation_author" || (name == "author" && authors_.empty())) authors_.push_back(content);
    if (name == "citation_publication_date" || name == "citation_date" || name == "dc.date") date_ = content;
    if (name == "citation_doi") doi_ = content;
    if (name == "citation_journal_title") journal_ = content;
  }

  void set_head(Document& document) const {
    std::string title = cited_title_;
    for (const Block& block : document.blocks)
      if (title.empty() && block.kind == BlockKind::heading && block.level == 1)
        title = slice(document.text, block.span);
    if (title.empty()) title = title_;
    document.work.set(Variable::title, text::collapse_spaces(title));
    std::vector<Name> authors;
    for (const std::string& author : authors_) {
      NameList list = parse_names(author);
      authors.insert(authors.end(), std::make_move_iterator(list.names.begin()),
                     std::make_move_iterator(list.names.end()));
    }
    document.work.set(NameVariable::author, std::move(authors));
    document.work.set(Variable::container_title, journal_);
    if (!date_.empty()) document.work.set(DateVariable::issued, parse_date(slashes_as_dashes(date_)));
    if (const std::optional<Identifier> doi = parse_identifier(doi_)) document.work.set(*doi);
  }

  static std::string slashes_as_dashes(std::string date) {
    std::replace(date.begin(), date.end(), '/', '-');
    return date;
  }

  std::string_view text_;
  std::vector<HtmlToken> tokens_;
  Targets targets_;
  jats::Builder builder_;
  std::vector<Open> open_;
  std::size_t body_ = 0;
  std::size_t sections_ = 0;
  bool in_title_ = false;
  std::string title_;
  std::string cited_title_;
  std::vector<std::string> authors_;
  std::string date_;
  std::string doi_;
  std::string journal_;
};

}  // namespace

bool looks_like_html(std::string_view text) {
  const std::string start = text::ascii_lower_case(std::string(text::trim(text.substr(0, 2000))));
  return xml_root_name(text) == "html" || start.starts_with("<!doctype html") || start.starts_with("<html") ||
         start.find("\n<html") != std::string::npos;
}

std::vector<Document> read_html(const Input& input) {
  std::vector<Document> documents;
  documents.push_back(HtmlConverter(input.decoded.text).run());
  return documents;
}

}  // namespace citegraph::document
