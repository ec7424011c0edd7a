#include "document/pages.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "document/continuation.hpp"
#include "document/headings.hpp"
#include "document/list_starts.hpp"
#include "document/page_furniture.hpp"

namespace citegraph::document {
namespace {

constexpr std::uint32_t longest_lone_head = 60;  // bytes of a running head that is seen once, with a page number
constexpr std::size_t widest_gap = 8;            // blocks that may stand between the halves of a paragraph

std::string_view block_text(std::string_view text, const RawDocument& document, const RawBlock& block) {
  return slice(text, {document.first_line(block).start, document.last_line(block).end});
}

// A head that is seen once bears a page number and no sentence.
bool is_lone_head(std::string_view line) {
  return line.size() <= longest_lone_head && begins_or_ends_with_number(line) &&
         line.find(". ") == std::string_view::npos && beginning_of(line) != Beginning::continuing;
}

class PageMender {
 public:
  PageMender(std::string_view text, RawDocument& document) : text_(text), document_(document) {}

  void run() {
    count_heads();
    for (RawBlock& block : document_.blocks)
      if (is_paragraph(block) && block.line_count == 1 && is_page_number(text_of(block))) block.kind = RawKind::dropped;
    count_heads_beside_numbers();
    starts_ = judge_list_starts(text_, document_);
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) i = mend(i);
    drop_repeated_heads();
    for (RawBlock& block : document_.blocks)
      if (block.kind == RawKind::rule) block.kind = RawKind::dropped;
  }

 private:
  std::string_view text_of(const RawBlock& block) const { return block_text(text_, document_, block); }
  static bool is_paragraph(const RawBlock& block) { return block.kind == RawKind::paragraph; }
  static bool may_break(const RawBlock& block) {
    return block.kind == RawKind::paragraph || block.kind == RawKind::list_item || block.kind == RawKind::block_quote;
  }
  enum class Interruption : std::uint8_t { none, head, note, other };

  std::size_t mend(std::size_t index);
  std::size_t find_rest(std::size_t tail);
  bool may_be_rest(std::size_t tail, std::size_t rest, Interruption interruption, bool at_once, bool after_rule) const;
  Interruption interruption_of(const RawBlock& block, bool after_rule) const;
  bool is_heading_like(const RawBlock& block) const { return block.line_count == 1 && is_section_name(text_of(block)); }
  void drop(RawBlock& block);
  void count_heads();
  void count_heads_beside_numbers();
  bool stands_beside_numbers(const std::string& key) const;
  void drop_repeated_heads();
  void make_note(RawBlock& block);

  std::string_view text_;
  RawDocument& document_;
  std::vector<ListStart> starts_;
  std::unordered_map<std::string, std::uint32_t> heads_;           // how often; asked only, never walked
  std::unordered_map<std::string, std::uint32_t> beside_numbers_;  // how often next to the number of a page
  std::unordered_map<std::string, std::uint32_t> interrupting_;    // how often between two halves
};

void PageMender::count_heads() {
  for (const RawBlock& block : document_.blocks)
    if (is_paragraph(block) && block.line_count == 1 && is_head_shaped(text_of(block)))
      ++heads_[head_key(text_of(block))];
}

void PageMender::count_heads_beside_numbers() {
  const auto& blocks = document_.blocks;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!is_paragraph(blocks[i]) || blocks[i].line_count != 1 || !is_head_shaped(text_of(blocks[i]))) continue;
    const bool beside = (i > 0 && blocks[i - 1].kind == RawKind::dropped) ||
                        (i + 1 < blocks.size() && blocks[i + 1].kind == RawKind::dropped);
    if (beside) ++beside_numbers_[head_key(text_of(blocks[i]))];
  }
}

// More than once, and as often as not.
bool PageMender::stands_beside_numbers(const std::string& key) const {
  const auto beside = beside_numbers_.find(key);
  const auto all = heads_.find(key);
  return beside != beside_numbers_.end() && all != heads_.end() && beside->second > 1 &&
         2 * beside->second >= all->second;
}

// What a block may be where it stands in the gap that a page makes.
PageMender::Interruption PageMender::interruption_of(const RawBlock& block, bool after_rule) const {
  switch (block.kind) {
    case RawKind::dropped:
      return Interruption::head;
    case RawKind::rule:
    case RawKind::note:
    case RawKind::table:
      return Interruption::other;
    case RawKind::paragraph:
      break;
    default:
      return Interruption::none;
  }
  const std::string_view line = text_of(block);
  if (block.line_count == 1 && is_head_shaped(line)) {
    const auto found = heads_.find(head_key(line));
    const bool repeated = found != heads_.end() && found->second > 1;
    if (repeated || is_lone_head(line)) return Interruption::head;
  }
  TextSpan label;
  if (note_label(line, label) != 0 && (after_rule || !begins_with_item_number(line))) return Interruption::note;
  return is_caption(line) || line.starts_with("![") || line.starts_with("<span") ? Interruption::other
                                                                                 : Interruption::none;
}

// Looks behind block `index` for its rest, and behind that for its; returns the last part.
std::size_t PageMender::mend(std::size_t index) {
  const RawBlock& block = document_.blocks[index];
  if (!may_break(block)) return index;
  if (interruption_of(block, false) == Interruption::head && ending_of(text_of(block)) != Ending::unfinished)
    return index;
  std::size_t tail = index;
  while (const std::size_t next = find_rest(tail)) {
    document_.blocks[tail].continued_by = static_cast<std::int64_t>(next);
    tail = next;
  }
  return tail;
}

// The block that goes on where `tail` breaks off, or 0; what stands between is dropped or made a note.
std::size_t PageMender::find_rest(std::size_t tail) {
  const auto& blocks = document_.blocks;
  std::vector<std::size_t> dropped;
  std::vector<std::size_t> notes;
  bool after_rule = false;
  const std::size_t end = std::min(blocks.size(), tail + 1 + widest_gap);
  for (std::size_t i = tail + 1; i < end; ++i) {
    const RawBlock& candidate = blocks[i];
    Interruption interruption = interruption_of(candidate, after_rule);
    const bool at_once = dropped.size() == i - tail - 1;
    if (may_be_rest(tail, i, interruption, at_once, after_rule)) {
      for (const std::size_t k : dropped) drop(document_.blocks[k]);
      for (const std::size_t k : notes) make_note(document_.blocks[k]);
      return i;
    }
    if (interruption == Interruption::none) return 0;
    if (interruption == Interruption::head) dropped.push_back(i);
    if (interruption == Interruption::note) notes.push_back(i);
    if (candidate.kind == RawKind::rule) after_rule = true;
  }
  return 0;
}

// `at_once`: nothing but page numbers and running heads stands between the two.
bool PageMender::may_be_rest(std::size_t tail, std::size_t rest, Interruption interruption, bool at_once,
                             bool after_rule) const {
  const RawBlock& candidate = document_.blocks[rest];
  if (candidate.kind != RawKind::paragraph || candidate.is_start || is_heading_like(candidate)) return false;
  if (at_once && starts_[rest] == ListStart::continued) return true;
  if (interruption == Interruption::head || (interruption == Interruption::note && after_rule)) return false;
  const std::string_view first = text_of(document_.blocks[tail]);
  if (!continues(first, text_of(candidate), starts_[rest])) return false;
  if (ending_of(first) == Ending::unfinished) return true;
  return at_once ? interruption != Interruption::note : beginning_of(text_of(candidate)) == Beginning::continuing;
}

void PageMender::drop(RawBlock& block) {
  if (block.kind != RawKind::dropped) ++interrupting_[head_key(text_of(block))];
  block.kind = RawKind::dropped;
}

void PageMender::make_note(RawBlock& block) {
  TextSpan label;
  const std::uint32_t size = note_label(text_of(block), label);
  TextSpan& line = document_.lines[block.first_line];
  block.kind = RawKind::note;
  block.label = {line.start + label.start, line.start + label.end};
  line.start += size;
}

// A head that was seen to break sentences, or to stand beside the numbers of pages, is one everywhere.
void PageMender::drop_repeated_heads() {
  if (interrupting_.empty() && beside_numbers_.empty()) return;
  for (RawBlock& block : document_.blocks) {
    if (!is_paragraph(block) || block.line_count != 1 || block.continued_by >= 0 || !is_head_shaped(text_of(block)))
      continue;
    const std::string key = head_key(text_of(block));
    const bool interrupts = interrupting_.contains(key) && begins_or_ends_with_number(text_of(block));
    if (interrupts || stands_beside_numbers(key)) block.kind = RawKind::dropped;
  }
}

}  // namespace

void mend_pages(std::string_view text, RawDocument& document) { PageMender(text, document).run(); }

}  // namespace citegraph::document
