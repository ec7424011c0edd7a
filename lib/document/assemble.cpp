#include "document/assemble.hpp"

#include <algorithm>
#include <utility>

#include "document/hyphenation.hpp"
#include "document/rich_text.hpp"
#include "text/utf8.hpp"

namespace citegraph::document {
namespace {

constexpr std::uint32_t longest_bold_heading = 100;

BlockKind block_kind(RawKind kind) {
  switch (kind) {
    case RawKind::heading:
      return BlockKind::heading;
    case RawKind::list_item:
      return BlockKind::list_item;
    case RawKind::block_quote:
      return BlockKind::block_quote;
    case RawKind::note:
      return BlockKind::note;
    case RawKind::code:
      return BlockKind::code;
    case RawKind::table:
      return BlockKind::table;
    default:
      return BlockKind::paragraph;
  }
}

// White space and what it was that stands between two pieces, as the source of a break of `length` bytes.
TextSpan gap_source(std::string_view decoded, std::uint32_t from, std::uint32_t to) {
  if (from >= to) return {to, to};
  const std::string_view gap = decoded.substr(from, to - from);
  const std::size_t other = gap.find_first_not_of(" \t\r\n\f\v");
  return {from, other == std::string_view::npos ? to : from + static_cast<std::uint32_t>(other)};
}

class Assembler {
 public:
  Assembler(std::string_view decoded, const RawDocument& raw, const Reader& reader)
      : decoded_(decoded), raw_(raw), reader_(reader) {
    continuations_.resize(raw.blocks.size());
    for (const RawBlock& block : raw.blocks)
      if (block.continued_by >= 0) continuations_[static_cast<std::size_t>(block.continued_by)] = true;
  }

  void run(Document& document) {
    blocks_.reserve(raw_.blocks.size());
    for (std::size_t i = 0; i < raw_.blocks.size(); ++i)
      if (raw_.blocks[i].kind != RawKind::dropped && !continuations_[i]) add(raw_.blocks[i]);
    join_divided_words();
    join_lines();
    // Inner marks were made first; of two on the same run the outer comes first.
    std::reverse(out_.marks.begin(), out_.marks.end());
    std::stable_sort(out_.marks.begin(), out_.marks.end(), [](const Mark& a, const Mark& b) {
      return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end > b.span.end;
    });
    document.text = std::move(out_.text);
    document.map = std::move(out_.map);
    document.marks = std::move(out_.marks);
    document.blocks = std::move(blocks_);
  }

 private:
  void add(const RawBlock& first);
  void add_lines(RichText& rich, const RawBlock& block) const;
  void add_marks(RichText& rich, TextSpan line) const;
  void append(const RichText& rich);
  void join_divided_words();
  void join_lines();
  void edit(const std::vector<Edit>& edits);

  std::string_view decoded_;
  const RawDocument& raw_;
  const Reader& reader_;
  std::vector<bool> continuations_;
  RichText out_;
  std::vector<Block> blocks_;
  std::vector<std::size_t> whole_;  // of `blocks_`
};

// Appends the lines of `block`, each behind a "\n" that maps to the break of the source.
void Assembler::add_lines(RichText& rich, const RawBlock& block) const {
  for (std::uint32_t i = 0; i < block.line_count; ++i) {
    const TextSpan line = raw_.lines[block.first_line + i];
    if (line.empty()) continue;
    if (!rich.text.empty()) {
      const std::uint32_t from = rich.map.pieces().back().source_end;
      TextSpan gap = gap_source(decoded_, from, line.start);
      if (gap.size() > 1 && decoded_[gap.start] == '\n' && i > 0) gap.end = gap.start + 1;
      rich.put("\n", gap);
    }
    add_marks(rich, line);
    rich.copy(decoded_, line);
  }
}

// Those known of `line`, whose text comes next. One that goes on from the line before stays one mark.
void Assembler::add_marks(RichText& rich, TextSpan line) const {
  const auto base = static_cast<std::uint32_t>(rich.text.size());
  auto mark = std::partition_point(raw_.marks.begin(), raw_.marks.end(),
                                   [&](const Mark& each) { return each.span.end <= line.start; });
  for (; mark != raw_.marks.end() && mark->span.start < line.end; ++mark) {
    const TextSpan here{std::max(mark->span.start, line.start), std::min(mark->span.end, line.end)};
    if (here.empty()) continue;
    const TextSpan span{base + here.start - line.start, base + here.end - line.start};
    const auto before =
        std::find_if(rich.marks.rbegin(), rich.marks.rend(), [&](const Mark& each) { return each.kind == mark->kind; });
    if (mark->span.start < line.start && before != rich.marks.rend() && before->span.end + 1 == base)
      before->span.end = span.end;
    else
      rich.marks.push_back({mark->kind, span, mark->target});
  }
}

// Emptied lines and white space at the edges, which dropped markup leaves behind.
std::vector<Edit> superfluous_space(std::string_view text) {
  std::vector<Edit> edits;
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n'; };
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t i = 0; i < size;) {
    if (!blank(text[i])) {
      ++i;
      continue;
    }
    std::uint32_t end = i;
    std::uint32_t breaks = 0;
    std::uint32_t first_break = size;
    for (; end < size && blank(text[end]); ++end) {
      if (text[end] != '\n') continue;
      if (breaks++ == 0) first_break = end;
    }
    if (i == 0 || end == size) {
      edits.push_back({{i, end}, {}});
    } else if (breaks > 1) {
      if (i < first_break) edits.push_back({{i, first_break}, {}});
      edits.push_back({{first_break + 1, end}, {}});
    }
    i = end;
  }
  return edits;
}

// A paragraph that is bold as a whole, and short, is what converters make of a heading.
bool is_bold_heading(const RichText& rich) {
  if (rich.text.size() > longest_bold_heading || rich.text.find('\n') != std::string::npos) return false;
  if (rich.text.back() == '.' || rich.text.back() == ',') return false;
  return std::any_of(rich.marks.begin(), rich.marks.end(), [&](const Mark& mark) {
    return mark.kind == MarkKind::strong && mark.span.start == 0 && mark.span.end == rich.text.size();
  });
}

void Assembler::add(const RawBlock& first) {
  RichText rich;
  for (const RawBlock* part = &first;; part = &raw_.blocks[static_cast<std::size_t>(part->continued_by)]) {
    add_lines(rich, *part);
    if (part->continued_by < 0) break;
  }
  if (reader_.read_inlines != nullptr && first.kind != RawKind::code) {
    reader_.read_inlines(rich, raw_);
    apply_edits(rich, superfluous_space(rich.text));
  }
  if (rich.text.empty()) return;
  Block block;
  block.kind = block_kind(first.kind);
  block.level = first.level;
  block.label = slice(decoded_, first.label);
  if (block.kind == BlockKind::paragraph && is_bold_heading(rich)) {
    block.kind = BlockKind::heading;
    block.level = 6;
  }
  if (!blocks_.empty()) {
    const std::uint32_t from = out_.map.pieces().back().source_end;
    TextSpan gap = gap_source(decoded_, from, rich.map.pieces().front().source_start);
    if (slice(decoded_, gap).starts_with("\n\n")) gap.end = gap.start + 2;
    out_.put("\n\n", gap);
  }
  block.span.start = static_cast<std::uint32_t>(out_.text.size());
  append(rich);
  block.span.end = static_cast<std::uint32_t>(out_.text.size());
  if (first.is_whole) whole_.push_back(blocks_.size());
  blocks_.push_back(std::move(block));
}

void Assembler::append(const RichText& rich) {
  const auto base = static_cast<std::uint32_t>(out_.text.size());
  out_.map.append(rich.map);
  out_.text += rich.text;
  for (const Mark& mark : rich.marks)
    out_.marks.push_back({mark.kind, {base + mark.span.start, base + mark.span.end}, mark.target});
}

void Assembler::join_divided_words() { edit(find_divided_words(out_.text)); }

// Of blocks that are known to be one paragraph.
void Assembler::join_lines() {
  std::vector<Edit> edits;
  for (const std::size_t whole : whole_) {
    const TextSpan span = blocks_[whole].span;
    for (std::uint32_t i = span.start; i < span.end; ++i)
      if (out_.text[i] == '\n') edits.push_back({{i, i + 1}, " "});
  }
  edit(edits);
}

void Assembler::edit(const std::vector<Edit>& edits) {
  if (edits.empty()) return;
  OffsetShift shift(edits);
  for (Block& block : blocks_) {
    block.span.start = shift(block.span.start);
    block.span.end = shift(block.span.end);
  }
  apply_edits(out_, edits);
}

}  // namespace

void assemble(std::string_view decoded, const RawDocument& raw, const Reader& reader, Document& document) {
  Assembler(decoded, raw, reader).run(document);
}

}  // namespace citegraph::document
