#include "document/jats/flow.hpp"

#include <algorithm>
#include <string_view>

#include "document/jats/citations.hpp"
#include "document/jats/entry.hpp"
#include "document/xml.hpp"
#include "text/utf8.hpp"

namespace citegraph::document::jats {
namespace {

constexpr std::uint8_t deepest_heading = 6;
constexpr std::string_view list_heading = "References";  // where the file has none

bool is_white(std::string_view raw) { return raw.find_first_not_of(" \t\r\n") == std::string_view::npos; }

Role role_of_parent(pugi::xml_node node) { return role_of(local_name(node.parent())); }

// The title of a figure or a list is no heading: nothing stands under it but its own.
bool is_caption_title(pugi::xml_node node) {
  return local_name(node.parent()) == "caption" || role_of_parent(node) == Role::list;
}

bool stands_before_title(pugi::xml_node label) {
  const Role parent = role_of_parent(label);
  return parent == Role::section || parent == Role::reference_list || parent == Role::floating;
}

std::vector<std::string> split_ids(std::string_view ids) {
  std::vector<std::string> list;
  constexpr std::string_view white = " \t\r\n";
  for (std::size_t at = ids.find_first_not_of(white); at != std::string_view::npos;) {
    const std::size_t end = std::min(ids.find_first_of(white, at), ids.size());
    list.emplace_back(ids.substr(at, end - at));
    at = ids.find_first_not_of(white, end);
  }
  return list;
}

// A part of a person's name, which its neighbour must not run into.
bool is_name_part(std::string_view name) {
  return name == "surname" || name == "given-names" || name == "prefix" || name == "suffix";
}

bool is_name(std::string_view name) {
  return name == "name" || name == "string-name" || name == "collab" || name == "etal" || name == "anonymous";
}

}  // namespace

// ---- the walk

void Flow::title(pugi::xml_node node) {
  begin(BlockKind::heading, 1);
  ++paragraphs_;
  part(node);
  --paragraphs_;
  release();
  run(0);
}

void Flow::part(pugi::xml_node node) {
  walks_.push_back({node, node});
  run(0);
  writer_.end();
}

void Flow::inline_content(pugi::xml_node node, Watched& watched) {
  watched_ = &watched;
  field_end_ = name_end_ = 0;
  walks_.push_back({node, node});
  run(walks_.size() - 1);
  watched_ = nullptr;
}

void Flow::run(std::size_t floor) {
  while (walks_.size() > floor) {
    const pugi::xml_node node = walks_.back().at;
    const bool leaving = walks_.back().leaving;
    const bool inside = leaving || enter(node);
    Walk& walk = walks_.back();
    if (inside && !leaving) {
      walk.leaving = !node.first_child();
      if (!walk.leaving) walk.at = node.first_child();
      continue;
    }
    if (node == walk.root) {
      walks_.pop_back();
    } else if (const pugi::xml_node next = node.next_sibling()) {
      walk.at = next;
      walk.leaving = false;
    } else {
      walk.at = node.parent();
      walk.leaving = true;
    }
    if (inside) leave(node);  // may begin further walks
  }
}

bool Flow::enter(pugi::xml_node node) {
  if (is_text(node)) characters(node);
  if (!is_element(node)) return false;
  const Role role = role_of(local_name(node));
  if (role == Role::skipped || (watched_ != nullptr && is_hidden_in_entry(node))) return false;
  if (watched_ != nullptr) open_field(node);
  if (role == Role::table && watched_ == nullptr) {
    if (tables_++ == 0) begin(BlockKind::table);
    ++paragraphs_;
    return true;
  }
  return is_inline_only() ? enter_inline(node, role) : enter_block(node, role);
}

void Flow::leave(pugi::xml_node node) {
  const Role role = role_of(local_name(node));
  if (role == Role::table && watched_ == nullptr) {
    if (--tables_ == 0) writer_.end();
    --paragraphs_;
    return release();
  }
  if (is_inline_only() || !leave_block(node, role)) leave_inline(node, role);
  if (watched_ != nullptr) close_field(node);
}

void Flow::characters(pugi::xml_node node) {
  const std::string_view raw = node.value();
  if (is_white(raw) && (maths_ > 0 || !writer_.has_begun())) return;
  if (!writer_.has_begun()) begin_in_context();
  const auto references =
      node.type() == pugi::node_cdata ? BlockWriter::References::literal : BlockWriter::References::decoded;
  if (codes_ > 0 && !is_inline_only())
    writer_.verbatim(raw, offset_of(node), references);
  else
    writer_.characters(raw, offset_of(node), references);
}

// What stood in a paragraph without being part of it follows it, in its order.
void Flow::release() {
  if (paragraphs_ > 0) return;
  for (; !waiting_.empty(); waiting_.pop_back()) walks_.push_back({waiting_.back(), waiting_.back()});
}

// ---- blocks

bool Flow::enter_block(pugi::xml_node node, Role role) {
  switch (role) {
    case Role::region:
      writer_.end();
      return true;
    case Role::section:
      writer_.end();
      ++sections_;
      return true;
    case Role::heading:
      enter_heading(node);
      return true;
    case Role::label:
      return enter_label(node);
    case Role::paragraph:
      ++paragraphs_;
      begin_in_context();
      return true;
    case Role::list:
      writer_.end();
      ++lists_;
      return true;
    case Role::list_item:
      writer_.end();
      contexts_.push_back({BlockKind::list_item, static_cast<std::uint8_t>(std::clamp(lists_, 1U, 255U)),
                           value_of(child(node, "label"))});
      return true;
    case Role::quote:
      writer_.end();
      contexts_.push_back({BlockKind::block_quote, 0, {}});
      return true;
    case Role::note:
    case Role::floating:
      return enter_beside(node, role);
    case Role::code:
      begin(BlockKind::code);
      ++codes_;
      return true;
    case Role::reference_list:
      enter_reference_list(node);
      return true;
    case Role::reference:
      references_.push_back(write_entry(node, *this));
      return false;
    default:
      return enter_inline(node, role);
  }
}

// False for what is inline.
bool Flow::leave_block(pugi::xml_node node, Role role) {
  switch (role) {
    case Role::region:
      break;
    case Role::section:
    case Role::reference_list:
      --sections_;
      break;
    case Role::heading:
    case Role::paragraph:
      --paragraphs_;
      writer_.end();
      release();
      return true;
    case Role::label:
      joins_ = stands_before_title(node);
      writer_.separate(" ", offset_of(node));
      return true;
    case Role::list:
      --lists_;
      break;
    case Role::list_item:
    case Role::quote:
    case Role::note:
    case Role::floating:
      contexts_.pop_back();
      break;
    case Role::code:
      --codes_;
      break;
    default:
      return false;
  }
  writer_.end();
  return true;
}

bool Flow::enter_beside(pugi::xml_node node, Role role) {
  if (paragraphs_ > 0) {
    waiting_.push_back(node);
    return false;
  }
  writer_.end();
  if (role == Role::floating) {
    contexts_.push_back({});
    return true;
  }
  std::string label = attribute(node, "id");
  if (label.empty()) label = value_of(child(node, "label"));
  contexts_.push_back({BlockKind::note, 0, std::move(label)});
  return true;
}

// The number of a section or figure stands before its title; that of an item or note belongs to the block.
bool Flow::enter_label(pugi::xml_node node) {
  const Role parent = role_of_parent(node);
  if (parent == Role::list_item || parent == Role::note) return false;
  if (!stands_before_title(node)) return true;
  parent == Role::floating ? begin(BlockKind::paragraph) : begin(BlockKind::heading, heading_level());
  return true;
}

void Flow::enter_heading(pugi::xml_node node) {
  ++paragraphs_;
  is_caption_title(node) ? begin(BlockKind::paragraph) : begin(BlockKind::heading, heading_level());
}

void Flow::enter_reference_list(pugi::xml_node node) {
  writer_.end();
  ++sections_;
  if (child(node, "title") || role_of_parent(node) == Role::reference_list) return;
  if (attribute(node, "content-type") == "untitled") return;  // the heading stands elsewhere
  begin(BlockKind::heading, heading_level());
  writer_.put(list_heading, offset_of(node));
  writer_.end();
}

std::uint8_t Flow::heading_level() const noexcept {
  return static_cast<std::uint8_t>(std::min<unsigned>(sections_ + 1, deepest_heading));
}

void Flow::begin(BlockKind kind, std::uint8_t level) {
  const bool joins = joins_ && writer_.has_begun() && writer_.kind() == kind;
  joins_ = false;
  if (!joins) writer_.begin(kind, level);
}

void Flow::begin_in_context() {
  Context context = contexts_.empty() ? Context{} : contexts_.back();
  const bool joins = joins_ && writer_.has_begun() && writer_.kind() == context.kind;
  joins_ = false;
  if (joins) return;
  if (!contexts_.empty()) contexts_.back().label.clear();
  writer_.begin(context.kind, context.level, std::move(context.label));
}

// ---- inline text

bool Flow::enter_inline(pugi::xml_node node, Role role) {
  const std::uint32_t offset = offset_of(node);
  switch (role) {
    case Role::emphasis:
      open_mark(MarkKind::emphasis);
      break;
    case Role::strong:
      open_mark(MarkKind::strong);
      break;
    case Role::superscript:
      open_mark(MarkKind::superscript);
      break;
    case Role::subscript:
      open_mark(MarkKind::subscript);
      break;
    case Role::typewriter:
      open_mark(MarkKind::code);
      break;
    case Role::address:
    case Role::cross_reference:
      writer_.open_run();
      break;
    case Role::math:
      ++maths_;
      break;
    case Role::line_break:
      writer_.separate(watched_ != nullptr ? " " : "\n", offset);
      break;
    case Role::row:
      writer_.separate("\n", offset);
      break;
    case Role::cell: {
      pugi::xml_node before = node.previous_sibling();
      while (before && !is_element(before)) before = before.previous_sibling();
      if (before) writer_.separate(BlockWriter::cell_separator, offset);
      break;
    }
    case Role::inline_text:
      break;
    default:
      writer_.separate(" ", offset);
  }
  return true;
}

void Flow::leave_inline(pugi::xml_node node, Role role) {
  switch (role) {
    case Role::emphasis:
      return close_mark(MarkKind::emphasis);
    case Role::strong:
      return close_mark(MarkKind::strong);
    case Role::superscript:
      return close_mark(MarkKind::superscript);
    case Role::subscript:
      return close_mark(MarkKind::subscript);
    case Role::typewriter:
      return close_mark(MarkKind::code);
    case Role::address:
      return leave_address(node);
    case Role::cross_reference:
      return leave_cross_reference(node);
    case Role::math:
      --maths_;
      return;
    case Role::inline_text:
      if (local_name(node) != "term") return;
      joins_ = true;
      return writer_.separate(" ", offset_of(node));
    case Role::line_break:
    case Role::row:
    case Role::cell:
      return;
    default:
      writer_.separate(" ", offset_of(node));
  }
}

// The same mark inside itself says nothing new.
void Flow::open_mark(MarkKind kind) {
  if (open_marks_[static_cast<std::size_t>(kind)]++ == 0) writer_.open_run();
}

void Flow::close_mark(MarkKind kind, std::string target) {
  if (--open_marks_[static_cast<std::size_t>(kind)] == 0)
    writer_.add_mark({kind, writer_.close_run(), std::move(target)});
}

void Flow::leave_address(pugi::xml_node node) {
  const TextSpan span = writer_.close_run();
  std::string target = attribute(node, "href");
  if (target.empty()) target = span.size() < 2000 ? std::string(slice(writer_.text(), span)) : std::string{};
  writer_.add_mark({MarkKind::link, span, std::move(target)});
}

void Flow::leave_cross_reference(pugi::xml_node node) {
  const TextSpan span = writer_.close_run();
  if (watched_ != nullptr) return;  // an entry that points to another one cites nothing
  const std::string type = attribute(node, "ref-type");
  std::vector<std::string> ids = split_ids(attribute(node, "rid"));
  if (type == "bibr" || (type.empty() && !ids.empty() && entries_.find(ids.front())))
    return cite(span, std::move(ids), offset_of(node));
  if (type == "fn" && !ids.empty()) writer_.add_mark({MarkKind::superscript, span, "^" + ids.front()});
}

// A pointer without text is for programs that number the entries themselves. Right behind another citation it belongs
// to that, behind a dash to the range that ends next; else the numbers are printed.
void Flow::cite(TextSpan span, std::vector<std::string> ids, std::uint32_t offset) {
  if (ids.empty()) return;
  if (span.empty()) {
    const text::CodePoint last = text::decode_before(writer_.text(), writer_.size());
    if (writer_.is_open() && text::is_dash(last.value)) return;
    if (!citations_.empty() && citations_.back().span.end == writer_.size() && !writer_.is_separated()) {
      auto& before = citations_.back().ids;
      before.insert(before.end(), std::make_move_iterator(ids.begin()), std::make_move_iterator(ids.end()));
      return;
    }
    std::string numbers;
    for (const std::string& id : ids)
      if (const auto position = entries_.find(id)) numbers += (numbers.empty() ? "" : ",") + entries_.number(*position);
    if (numbers.empty()) return;
    if (!writer_.has_begun()) begin_in_context();
    writer_.open_run();
    writer_.put(numbers, offset);
    span = writer_.close_run();
  }
  TaggedCitation citation;
  citation.span = span;
  citation.ids = std::move(ids);
  citations_.push_back(std::move(citation));
}

// ---- fields of entries

TextSpan* Flow::watched_span(pugi::xml_node node) noexcept {
  const auto field = std::lower_bound(watched_->begin(), watched_->end(), node.hash_value(),
                                      [](const auto& each, std::size_t value) { return each.first < value; });
  return field != watched_->end() && field->first == node.hash_value() ? &field->second : nullptr;
}

// Elements without punctuation between them must not run into each other.
void Flow::open_field(pugi::xml_node node) {
  const std::string_view name = local_name(node);
  const bool watched = watched_span(node) != nullptr;
  if (is_name(name) && name_end_ > 0 && name_end_ == writer_.size())
    writer_.separate(", ", offset_of(node));
  else if ((watched || is_name_part(name)) && field_end_ == writer_.size() && !writer_.is_separated())
    writer_.separate(" ", offset_of(node));
  if (watched) writer_.open_run();
  if (name == "etal" && !node.first_child()) writer_.put("et al.", offset_of(node));
}

void Flow::close_field(pugi::xml_node node) {
  const std::string_view name = local_name(node);
  TextSpan* const field = watched_span(node);
  if (field != nullptr) *field = writer_.close_run();
  if (field != nullptr || is_name_part(name)) field_end_ = writer_.size();
  if (is_name(name)) name_end_ = writer_.size();
}

// ---- the end

// Of a list that stands in another article, the entries that are cited.
void Flow::write_inherited() {
  std::vector<std::uint32_t> cited;
  for (const TaggedCitation& citation : citations_)
    for (const std::string& id : citation.ids)
      if (const auto position = entries_.find(id)) cited.push_back(*position);
  std::sort(cited.begin(), cited.end());
  cited.erase(std::unique(cited.begin(), cited.end()), cited.end());
  if (cited.empty()) return;
  begin(BlockKind::heading, 2);
  writer_.put(list_heading, offset_of(entries_[cited.front()]));
  for (const std::uint32_t position : cited) references_.push_back(write_entry(entries_[position], *this));
}

void Flow::finish(Document& document) {
  citations_ = complete_citations(std::move(citations_), entries_, writer_.text());
  if (entries_.are_inherited()) write_inherited();
  writer_.finish(document);
  document.tagged_references = std::move(references_);
  document.tagged_citations = std::move(citations_);
}

}  // namespace citegraph::document::jats
