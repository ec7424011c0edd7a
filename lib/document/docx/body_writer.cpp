#include "document/docx/body_writer.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "document/docx/walk.hpp"
#include "document/xml.hpp"
#include "text/utf8.hpp"

namespace citegraph::document::docx {
namespace {

bool is_frame(std::string_view name) { return name == "tbl" || name == "tr" || name == "tc"; }

// Fields and hyperlinks share the numbers of links.
std::uint64_t link_of_field(std::uint32_t field) { return 2 * std::uint64_t{field}; }
std::uint64_t link_of_element(pugi::xml_node node) { return 2 * std::uint64_t{offset_of(node)} + 1; }

std::string_view without_outer_white(std::string_view raw) {
  constexpr std::string_view white = " \t\r\n";
  const std::size_t first = raw.find_first_not_of(white);
  return first == std::string_view::npos ? std::string_view{}
                                         : raw.substr(first, raw.find_last_not_of(white) + 1 - first);
}

// A character of a font of signs: those of the private area mean nothing outside of it.
std::string sign_of(pugi::xml_node symbol) {
  const std::string code = attribute(symbol, "char");
  std::uint32_t value = 0;
  const auto [end, failure] = std::from_chars(code.data(), code.data() + code.size(), value, 16);
  if (failure != std::errc{} || end != code.data() + code.size() || value < 0x20 || value >= 0xD800) return {};
  std::string text;
  text::append(text, value);
  return text;
}

}  // namespace

BodyWriter::BodyWriter(const Sources& sources, jats::Builder& builder) : sources_(sources), builder_(builder) {}

void BodyWriter::run() {
  builder_.open("article");
  builder_.open("body");
  body_ = builder_.depth();
  write(sources_.text, sources_.text.part->root());
  write_notes();
  builder_.close_to(0);
}

void BodyWriter::write(const Story& story, pugi::xml_node root) {
  story_ = &story;
  builder_.move_to({offset_of(root), offset_of(root), story.part->file});
  walk(
      root, [&](pugi::xml_node node) { return enter(node); }, [&](pugi::xml_node node) { leave(node); });
}

bool BodyWriter::enter(pugi::xml_node node) {
  if (is_text(node)) characters(node);
  if (!is_element(node)) return false;
  const std::string_view name = local_name(node);
  if (is_unread(name)) return false;
  if (is_frame(name)) {
    enter_frame(node, name);
  } else if (name == "p") {
    enter_paragraph(node);
  } else if (name == "txbxContent") {
    boxes_.push_back(builder_.depth());
    if (!in_entry_) builder_.open("boxed-text");
  } else if (!paragraphs_.empty()) {
    return enter_inline(node, name);
  }
  return true;
}

bool BodyWriter::enter_inline(pugi::xml_node node, std::string_view name) {
  InlineWriter& text = paragraphs_.back().text;
  const std::uint32_t offset = offset_of(node);
  if (name == "r") text.set_format(sources_.styles.run(node));
  if (name == "hyperlink") open_link(node);
  if (is_field_element(name) || name == "fldChar" || name == "bookmarkStart" || name == "bookmarkEnd")
    if (const FieldSign* sign = story_->scan.sign_at(offset)) follow(*sign);
  if (!is_shown()) return true;
  if (name == "tab" || name == "ptab") text.put(" ", offset);
  if (name == "noBreakHyphen") text.put("-", offset);
  if (name == "sym") text.put(sign_of(node), offset);
  if (name == "cr" || (name == "br" && attribute(node, "type").empty())) text.line_break();
  if (name == "footnoteReference") call_note(node, sources_.footnotes);
  if (name == "endnoteReference") call_note(node, sources_.endnotes);
  return true;
}

void BodyWriter::leave(pugi::xml_node node) {
  const std::string_view name = local_name(node);
  if (is_frame(name)) return leave_frame();
  if (name == "p") return leave_paragraph();
  if (name == "txbxContent") {
    builder_.close_to(boxes_.back());
    boxes_.pop_back();
    return;
  }
  if (paragraphs_.empty()) return;
  if (name == "r") paragraphs_.back().text.set_format({});
  if (name == "hyperlink") paragraphs_.back().text.close_link(link_of_element(node));
  if (is_field_element(name))
    if (const FieldSign* sign = story_->scan.sign_at(offset_of(node))) end_field(sign->field);
}

void BodyWriter::characters(pugi::xml_node node) {
  const pugi::xml_node parent = node.parent();
  if (!is_shown() || local_name(parent) != "t") return;
  InlineWriter& text = paragraphs_.back().text;
  const std::string_view raw = node.value();
  if (node.type() == pugi::node_cdata) return text.literal(raw, offset_of(node));
  const std::string_view kept = attribute(parent, "space") == "preserve" ? raw : without_outer_white(raw);
  const auto skipped = static_cast<std::uint32_t>(kept.empty() ? 0 : kept.data() - raw.data());
  text.characters(kept, offset_of(node) + skipped);
}

// ---- paragraphs

void BodyWriter::enter_paragraph(pugi::xml_node node) {
  Paragraph paragraph{builder_.depth(), false, InlineWriter(builder_)};
  if (in_entry_) {
    builder_.put(" ", offset_of(node));
  } else if (story_->scan.entry_at(offset_of(node)) != nullptr) {
    const ListPlace place = sources_.styles.paragraph(node).list;
    open_entry(offset_of(node), place.number != 0 ? sources_.numbering.next(place) : std::string());
    paragraph.is_entry = true;
  } else {
    const ParagraphFormat format = sources_.styles.paragraph(node);
    note_head(node, format.role);
    open_paragraph(format, paragraph);
  }
  paragraph.text.begin();
  paragraphs_.push_back(std::move(paragraph));
}

void BodyWriter::open_paragraph(const ParagraphFormat& format, Paragraph& paragraph) {
  if (format.role == ParagraphRole::title && is_flat()) return heading(1, paragraph);
  if (format.heading != 0 && is_flat()) return heading(format.heading, paragraph);
  if (format.list.number != 0 && frames_.empty() && !in_note_) list_item(format.list);
  if (format.role == ParagraphRole::quote && frames_.empty()) builder_.open("disp-quote");
  builder_.open(format.role == ParagraphRole::code ? "preformat" : "p");
}

void BodyWriter::leave_paragraph() {
  if (paragraphs_.empty()) return;
  Paragraph& paragraph = paragraphs_.back();
  paragraph.text.end();
  builder_.close_to(paragraph.depth);
  in_entry_ = in_entry_ && !paragraph.is_entry;
  paragraphs_.pop_back();
  write_notes();
}

void BodyWriter::note_head(pugi::xml_node node, ParagraphRole role) {
  if (role == ParagraphRole::title && head_.title.empty()) head_.title = shown_text(node);
  if (role == ParagraphRole::author) head_.authors.push_back(shown_text(node));
  if (role == ParagraphRole::date && head_.date.empty()) head_.date = shown_text(node);
}

void BodyWriter::heading(std::size_t level, Paragraph& paragraph) {
  sections_ = std::min(sections_, level - 1);
  builder_.close_to(body_ + sections_);
  for (; sections_ + 1 < level; ++sections_) builder_.open("sec");
  paragraph.depth = builder_.depth();  // the heading closes with its paragraph, the sections stay open
  builder_.open("title");
}

void BodyWriter::list_item(ListPlace place) {
  for (std::uint32_t level = 0; level <= place.level; ++level) builder_.open("list");
  builder_.open("list-item");
  put_label(sources_.numbering.next(place));
}

void BodyWriter::put_label(const std::string& label) {
  if (label.empty()) return;
  builder_.open("label");
  builder_.put(label, builder_.place().start);
  builder_.close();
}

// An entry belongs to a list, whose heading the document has itself.
void BodyWriter::open_entry(std::uint32_t offset, const std::string& number) {
  const PrintedEntry* entry = story_->scan.entry_at(offset);
  const auto position = static_cast<std::size_t>(entry - story_->scan.entries.data());
  builder_.open("ref-list", {{"content-type", "untitled"}});
  builder_.open("ref", {{"id", story_->entries[position]}});
  put_label(number);
  builder_.open("mixed-citation");
  in_entry_ = true;
}

// ---- tables

void BodyWriter::enter_frame(pugi::xml_node node, std::string_view name) {
  const std::uint32_t offset = offset_of(node);
  Frame frame{builder_.depth(), !frames_.empty() && frames_.back().holds_entries, false};
  if (name == "tbl" && story_->scan.is_entry_table(offset)) frame.holds_entries = true;
  if (frame.holds_entries && name == "tr" && !in_entry_ && story_->scan.entry_at(offset) != nullptr) {
    open_entry(offset, {});
    frame.is_entry = true;
  } else if (!frame.holds_entries && !in_entry_) {
    builder_.open(name == "tbl" ? "table" : name == "tc" ? "td" : "tr");
  }
  frames_.push_back(frame);
}

void BodyWriter::leave_frame() {
  const Frame frame = frames_.back();
  frames_.pop_back();
  builder_.close_to(frame.depth);
  in_entry_ = in_entry_ && !frame.is_entry;
  write_notes();
}

// ---- fields and links

void BodyWriter::follow(const FieldSign& sign) {
  if (sign.kind == FieldSign::Kind::begin) {
    fields_.push_back({sign.field, false});
    ++hidden_fields_;
    return;
  }
  if (sign.kind == FieldSign::Kind::end) return end_field(sign.field);
  const auto open =
      std::find_if(fields_.rbegin(), fields_.rend(), [&](const OpenField& each) { return each.field == sign.field; });
  if (open == fields_.rend()) {
    fields_.push_back({sign.field, true});
  } else if (!open->shown) {
    open->shown = true;
    --hidden_fields_;
  }
  if (is_shown()) show_field(sign.field, paragraphs_.back().text);
}

void BodyWriter::end_field(std::uint32_t field) {
  const auto open =
      std::find_if(fields_.rbegin(), fields_.rend(), [&](const OpenField& each) { return each.field == field; });
  if (open == fields_.rend()) return;
  if (!open->shown) --hidden_fields_;
  fields_.erase(open.base() - 1);
  paragraphs_.back().text.close_link(link_of_field(field));
}

void BodyWriter::show_field(std::uint32_t number, InlineWriter& text) {
  const Field& field = story_->scan.fields[number];
  if (field.kind == FieldKind::hyperlink) {
    const std::vector<std::string> words = instruction_words(field.instruction);
    if (words.size() > 1 && !words[1].starts_with('\\'))
      text.open_link(link_of_field(number), "ext-link", {{"xlink:href", words[1]}});
  } else if (const std::string& ids = story_->cited[number]; !ids.empty() && !in_entry_) {
    text.open_link(link_of_field(number), "xref", {{"ref-type", "bibr"}, {"rid", ids}});
  }
}

void BodyWriter::open_link(pugi::xml_node node) {
  const auto target = story_->links.find(attribute(node, "id"));
  if (target != story_->links.end() && is_shown())
    paragraphs_.back().text.open_link(link_of_element(node), "ext-link", {{"xlink:href", target->second}});
}

// ---- notes

// The number stands nowhere: it is counted. Endnotes are told apart from footnotes as Word does.
void BodyWriter::call_note(pugi::xml_node node, const Story& notes) {
  const auto found = notes.notes.find(attribute(node, "id"));
  if (in_note_ || found == notes.notes.end()) return;
  const bool is_endnote = &notes == &sources_.endnotes;
  std::string& label = note_labels_[found->second.hash_value()];
  if (label.empty()) {
    const bool in_roman = is_endnote && !sources_.footnotes.notes.empty();
    label = in_number_format(is_endnote ? ++endnotes_ : ++footnotes_, in_roman ? "lowerRoman" : "decimal");
    notes_.push_back({&notes, found->second, label});
  }
  if (!attribute(node, "customMarkFollows").empty()) return;  // a sign of the author's own
  InlineWriter& text = paragraphs_.back().text;
  const RunFormat around = text.format();
  const std::uint64_t link = link_of_element(node);
  text.open_link(link, "xref", {{"ref-type", "fn"}, {"rid", label}});
  text.set_format({.raised = Raised::superscript});
  text.put(label, offset_of(node));
  text.close_link(link);
  text.set_format(around);
}

// Behind the paragraph or table that calls them. A note calls none, so that this never stands inside itself.
void BodyWriter::write_notes() {
  if (in_note_ || in_entry_ || !paragraphs_.empty() || !frames_.empty()) return;
  const std::vector<Note> notes = std::move(notes_);
  notes_.clear();
  if (notes.empty()) return;
  const SourceSpan place = builder_.place();
  const Story* story = story_;
  std::vector<OpenField> fields = std::move(fields_);
  const std::size_t hidden = std::exchange(hidden_fields_, 0);
  in_note_ = true;
  for (const Note& note : notes) {
    const std::size_t depth = builder_.depth();
    fields_.clear();
    hidden_fields_ = 0;
    builder_.open("fn", {{"id", note.label}});
    write(*note.story, note.node);
    builder_.close_to(depth);
  }
  in_note_ = false;
  hidden_fields_ = hidden;
  fields_ = std::move(fields);
  story_ = story;
  builder_.move_to(place);
}

}  // namespace citegraph::document::docx
