#include "document/docx/fields.hpp"

#include <algorithm>
#include <string_view>

#include "document/docx/walk.hpp"
#include "document/xml.hpp"
#include "text/utf8.hpp"

namespace citegraph::document::docx {
namespace {

constexpr std::size_t most_open = 1000;  // fields within fields; more is no document
constexpr std::string_view control_citation = "MENDELEY_CITATION_";
constexpr std::string_view control_list = "MENDELEY_BIBLIOGRAPHY";

FieldKind kind_of(std::string_view instruction) {
  const std::string_view text = text::trim(instruction);
  const std::string_view first = text.substr(0, text.find_first_of(" \t\n\r"));
  const auto has = [&](std::string_view word) { return text.find(word) != std::string_view::npos; };
  if (first == "CITATION") return FieldKind::word_citation;
  if (first == "BIBLIOGRAPHY") return FieldKind::bibliography;
  if (first == "HYPERLINK") return FieldKind::hyperlink;
  if (first.starts_with(control_citation)) return FieldKind::csl_citation;
  if (first == control_list) return FieldKind::bibliography;
  if (first != "ADDIN") return FieldKind::other;
  const std::string_view rest = text::trim(text.substr(first.size()));
  const std::string_view what = rest.substr(0, rest.find_first_of(" \t\n\r<"));
  // The JSON of a citation may hold any word, so what is before it decides.
  const std::string_view head = text.substr(0, text.find('{'));
  if (head.find("CSL_CITATION") != std::string_view::npos) return FieldKind::csl_citation;
  if (what == "EN.CITE") return FieldKind::endnote_citation;
  if (what == "EN.REFLIST") return FieldKind::bibliography;
  if (has("ZOTERO_BIBL") || has("CSL_BIBLIOGRAPHY") || has("Mendeley Bibliography")) return FieldKind::bibliography;
  return FieldKind::other;
}

// What an element that is a field as a whole says; empty where it is none.
std::string instruction_of(pugi::xml_node node) {
  if (local_name(node) == "fldSimple") return attribute(node, "instr");
  const std::string tag = attribute(child(child(node, "sdtPr"), "tag"), "val");
  return tag.starts_with(control_citation) || tag == control_list ? tag : std::string();
}

template <typename Row>
const Row* row_at(const std::vector<Row>& rows, std::uint32_t offset) noexcept {
  const auto found = std::lower_bound(rows.begin(), rows.end(), offset,
                                      [](const Row& row, std::uint32_t value) { return row.offset < value; });
  return found != rows.end() && found->offset == offset ? &*found : nullptr;
}

class FieldScanner {
 public:
  explicit FieldScanner(const Bookmarks& bookmarks) : bookmarks_(bookmarks) {}

  FieldScan run(pugi::xml_node root) {
    walk(
        root, [&](pugi::xml_node node) { return enter(node); }, [&](pugi::xml_node node) { leave(node); });
    return std::move(scan_);
  }

 private:
  struct Open {
    Field field;
    std::vector<FieldSign> signs;
    bool shown = false;    // the result has begun
    std::string bookmark;  // its id
  };

  bool enter(pugi::xml_node node) {
    if (!is_element(node)) return false;
    const std::string_view name = local_name(node);
    if (name == "fldChar") return character(node), false;
    if (name == "instrText") return instruct(node), false;
    if (name == "tr") rows_.push_back(node);
    if (name == "p") paragraphs_.push_back(node);
    if (name == "tbl") tables_.push_back(node);
    if (name == "bookmarkStart") begin_bookmark(node);
    if (name == "bookmarkEnd") end_bookmark(node);
    if (is_field_element(name)) simple(node);
    if (name == "t" && listings_ > 0) note_entry();
    return !is_unread(name) && name != "t";
  }

  void leave(pugi::xml_node node) {
    const std::string_view name = local_name(node);
    if (name == "tr" && !rows_.empty()) rows_.pop_back();
    if (name == "p" && !paragraphs_.empty()) paragraphs_.pop_back();
    if (name == "tbl" && !tables_.empty()) tables_.pop_back();
    if (!is_field_element(name)) return;
    end(offset_of(node), simple_.back());
    simple_.pop_back();
  }

  void character(pugi::xml_node node) {
    if (paragraphs_.empty()) return;
    const std::string type = attribute(node, "fldCharType");
    const std::uint32_t offset = offset_of(node);
    if (type == "begin") {
      if (open_.size() >= most_open) return;
      Open open;
      open.field.place = offset;
      open.field.data = child(node, "fldData").child_value();
      open.signs.push_back({offset, FieldSign::Kind::begin, 0});
      open_.push_back(std::move(open));
    } else if (type == "separate" && !open_.empty() && !open_.back().shown) {
      show(open_.back());
      open_.back().signs.push_back({offset, FieldSign::Kind::separate, 0});
    } else if (type == "end" && !open_.empty()) {
      open_.back().signs.push_back({offset, FieldSign::Kind::end, 0});
      close();
    }
  }

  void instruct(pugi::xml_node node) {
    if (open_.empty() || open_.back().shown) return;
    Field& field = open_.back().field;
    if (field.instruction.empty()) field.place = offset_of(node);
    for (const pugi::xml_node text : node.children())
      if (is_text(text)) field.instruction += decode_references(text.value());
  }

  void simple(pugi::xml_node node) {
    std::string instruction = instruction_of(node);
    simple_.push_back(!instruction.empty() && open_.size() < most_open);
    if (simple_.back()) open_.push_back(shown_field(std::move(instruction), offset_of(node)));
  }

  Open shown_field(std::string instruction, std::uint32_t offset) {
    Open open;
    open.field = {FieldKind::other, std::move(instruction), {}, offset};
    show(open);
    open.signs.push_back({offset, FieldSign::Kind::separate, 0});
    return open;
  }

  void begin_bookmark(pugi::xml_node node) {
    const auto known = bookmarks_.find(attribute(node, "name"));
    if (known == bookmarks_.end() || open_.size() >= most_open) return;
    open_.push_back(shown_field(known->second, offset_of(node)));
    open_.back().bookmark = attribute(node, "id");
  }

  // Bookmarks may cross fields: what has begun since stays open.
  void end_bookmark(pugi::xml_node node) {
    const std::string id = attribute(node, "id");
    const auto found = std::find_if(open_.rbegin(), open_.rend(),
                                    [&](const Open& each) { return !id.empty() && each.bookmark == id; });
    if (found == open_.rend()) return;
    found->signs.push_back({offset_of(node), FieldSign::Kind::end, 0});
    std::rotate(found.base() - 1, found.base(), open_.end());
    close();
  }

  // Whatever was begun inside a simple field and has not ended does not end.
  void end(std::uint32_t offset, bool was_opened) {
    if (!was_opened) return;
    while (!open_.empty() && open_.back().signs.front().offset != offset) {
      listings_ -= is_listing(open_.back()) ? 1 : 0;
      open_.pop_back();
    }
    if (!open_.empty()) close();
  }

  void close() {
    Open open = std::move(open_.back());
    open_.pop_back();
    listings_ -= is_listing(open) ? 1 : 0;
    for (FieldSign& sign : open.signs) sign.field = static_cast<std::uint32_t>(scan_.fields.size());
    scan_.signs.insert(scan_.signs.end(), open.signs.begin(), open.signs.end());
    scan_.fields.push_back(std::move(open.field));
  }

  static bool is_listing(const Open& open) { return open.shown && open.field.kind == FieldKind::bibliography; }

  void show(Open& open) {
    open.shown = true;
    open.field.kind = kind_of(open.field.instruction);
    if (is_listing(open) && listings_++ == 0) {
      rows_around_ = rows_.size();
      tables_around_ = tables_.size();
    }
  }

  void note_entry() {
    if (paragraphs_.empty()) return;
    const pugi::xml_node node = rows_.size() > rows_around_ ? rows_[rows_around_] : paragraphs_.back();
    const std::uint32_t offset = offset_of(node);
    if (!scan_.entries.empty() && scan_.entries.back().offset >= offset) return;
    scan_.entries.push_back({offset, shown_text(node)});
    if (tables_.size() <= tables_around_) return;
    const std::uint32_t table = offset_of(tables_[tables_around_]);
    if (scan_.tables.empty() || scan_.tables.back() < table) scan_.tables.push_back(table);
  }

  const Bookmarks& bookmarks_;
  FieldScan scan_;
  std::vector<Open> open_;
  std::vector<bool> simple_;  // open elements that may be fields: whether each was counted in
  unsigned listings_ = 0;     // open fields that show a bibliography, and what stands around the first of them
  std::size_t rows_around_ = 0;
  std::size_t tables_around_ = 0;
  std::vector<pugi::xml_node> rows_;
  std::vector<pugi::xml_node> paragraphs_;
  std::vector<pugi::xml_node> tables_;
};

}  // namespace

bool is_field_element(std::string_view name) noexcept { return name == "fldSimple" || name == "sdt"; }

FieldScan scan_fields(pugi::xml_node root, const Bookmarks& bookmarks) {
  FieldScan scan = FieldScanner(bookmarks).run(root);
  std::sort(scan.signs.begin(), scan.signs.end(),
            [](const FieldSign& a, const FieldSign& b) { return a.offset < b.offset; });
  return scan;
}

const FieldSign* FieldScan::sign_at(std::uint32_t offset) const noexcept { return row_at(signs, offset); }
const PrintedEntry* FieldScan::entry_at(std::uint32_t offset) const noexcept { return row_at(entries, offset); }
bool FieldScan::is_entry_table(std::uint32_t offset) const noexcept {
  return std::binary_search(tables.begin(), tables.end(), offset);
}

std::vector<std::string> instruction_words(const std::string& instruction) {
  std::vector<std::string> words;
  constexpr std::string_view white = " \t\r\n";
  for (std::size_t at = instruction.find_first_not_of(white); at != std::string::npos;) {
    const bool quoted = instruction[at] == '"';
    const std::size_t start = quoted ? at + 1 : at;
    const std::size_t end =
        std::min(quoted ? instruction.find('"', start) : instruction.find_first_of(white, start), instruction.size());
    words.push_back(instruction.substr(start, end - start));
    at = instruction.find_first_not_of(white, std::min(end + (quoted ? 1 : 0), instruction.size()));
  }
  return words;
}

}  // namespace citegraph::document::docx
