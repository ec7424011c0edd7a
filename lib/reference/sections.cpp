#include "reference/sections.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "reference/entry_shape.hpp"
#include "reference/headings.hpp"
#include "text/utf8.hpp"

namespace citegraph::reference {

namespace {

// A heading as found: marked as one, a paragraph of its own, or the first line of a paragraph.
struct Opener {
  std::uint32_t block = 0;
  std::uint8_t level = 0;  // 0: not marked as a heading
  HeadingSense sense = HeadingSense::other;
  std::uint32_t body_start = 0;  // offset of the text after it
  std::uint32_t body_block = 0;
};

std::vector<Opener> find_openers(const Document& document);
Section extend(const Document& document, const Opener& opener);
bool looks_like_list(const Document& document, const Section& section, int percent);
std::vector<Section> find_without_heading(const Document& document);

}  // namespace

std::vector<Section> find_sections(const Document& document) {
  const std::vector<Opener> openers = find_openers(document);
  std::vector<Section> sections;
  const auto collect = [&](HeadingSense sense, int percent, std::uint32_t from) {
    for (const Opener& opener : openers) {
      if (opener.sense != sense || opener.body_start < from) continue;
      const Section section = extend(document, opener);
      const bool inside = std::any_of(sections.begin(), sections.end(),
                                      [&](const Section& s) { return s.span.overlaps(section.span); });
      if (!inside && section.first_block < section.end_block && looks_like_list(document, section, percent))
        sections.push_back(section);
    }
  };
  collect(HeadingSense::list, 30, 0);
  // "Sources" may also be a chapter: it counts in the second half only, near the lists.
  collect(HeadingSense::likely_list, 60, static_cast<std::uint32_t>(document.text.size() / 2));
  if (sections.empty()) collect(HeadingSense::notes, 60, 0);
  if (sections.empty()) return find_without_heading(document);
  std::sort(sections.begin(), sections.end(),
            [](const Section& a, const Section& b) { return a.span.start < b.span.start; });
  return sections;
}

Section whole_document(const Document& document) {
  const TextSpan all{0, static_cast<std::uint32_t>(document.text.size())};
  return {all, all, 0, static_cast<std::uint32_t>(document.blocks.size())};
}

namespace {

std::string_view text_of(const Document& document, const Block& block) { return slice(document.text, block.span); }

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

// Lines of running text may end in "references": only marked headings and short lines of their own count.
bool may_be_heading(std::string_view line) { return line.size() <= 80 && !line.ends_with('.') && !line.ends_with(','); }

std::vector<Opener> find_openers(const Document& document) {
  std::vector<Opener> openers;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    const std::string_view text = text_of(document, block);
    if (block.kind == BlockKind::heading) {
      openers.push_back({i, block.level, heading_sense(text), block.span.end, i + 1});
      continue;
    }
    if (block.kind != BlockKind::paragraph && block.kind != BlockKind::list_item) continue;
    const std::string_view line = text::trim(first_line(text));
    if (!may_be_heading(line)) continue;
    const HeadingSense sense = heading_sense(line);
    // A line that only looks like a heading needs to be one of the usual words.
    if (sense != HeadingSense::list && sense != HeadingSense::end_matter) continue;
    const std::size_t line_end = text.find('\n');
    if (line_end == std::string_view::npos) {
      openers.push_back({i, 0, sense, block.span.end, i + 1});
    } else if (sense == HeadingSense::list) {
      openers.push_back({i, 0, sense, block.span.start + static_cast<std::uint32_t>(line_end) + 1, i});
    }
  }
  return openers;
}

// True if the heading ends a list that was opened at `level` (0: by a line not marked as a heading).
bool ends_list(const Document& document, const Block& heading, std::uint8_t level) {
  const HeadingSense sense = heading_sense(text_of(document, heading));
  if (sense == HeadingSense::division) return false;
  if (level == 0 || heading.level <= level || sense == HeadingSense::end_matter) return true;
  return sense == HeadingSense::notes;
}

bool is_end_matter(const Document& document, const Block& block) {
  const std::string_view text = text_of(document, block);
  if (block.kind != BlockKind::paragraph) return false;
  if (opens_end_matter(text)) return true;
  return may_be_heading(text) && text.find('\n') == std::string_view::npos &&
         heading_sense(text) == HeadingSense::end_matter;
}

// Prose that follows a list without a heading between: long, without number, year and names.
bool is_prose(const Document& document, const Block& block) {
  const std::string_view text = text_of(document, block);
  return text.size() > 250 && block.kind == BlockKind::paragraph && !read_entry_label(text.substr(0, 60)) &&
         count_years(text) == 0 && opening_of(text) != Opening::names;
}

bool has_entry_line(std::string_view text) {
  std::uint32_t lines = 0;
  while (!text.empty() && lines < 40) {
    const std::string_view line = first_line(text);
    if (entry_likeness(line) >= 2) return true;
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    ++lines;
  }
  return false;
}

// Long, and opens neither with names nor with a number, nor does an entry begin on a later line.
bool is_citing_prose(const Document& document, const Block& block) {
  const std::string_view text = text_of(document, block);
  return text.size() > 250 && block.kind == BlockKind::paragraph && !read_entry_label(text.substr(0, 80)) &&
         opening_of(text) != Opening::names &&
         !has_entry_line(text.substr(std::min(first_line(text).size() + 1, text.size())));
}

Section extend(const Document& document, const Opener& opener) {
  Section section;
  section.span.start = document.blocks[opener.block].span.start;
  section.first_block = opener.body_block;
  std::uint32_t end = section.first_block;
  while (end < document.blocks.size()) {
    const Block& block = document.blocks[end];
    if (block.kind == BlockKind::heading ? ends_list(document, block, opener.level) : is_end_matter(document, block))
      break;
    ++end;
  }
  while (end > section.first_block &&
         (document.blocks[end - 1].kind == BlockKind::heading || document.blocks[end - 1].kind == BlockKind::table ||
          is_prose(document, document.blocks[end - 1])))
    --end;
  section.end_block = end;
  section.body.start = std::min<std::uint32_t>(opener.body_start, static_cast<std::uint32_t>(document.text.size()));
  section.body.end =
      end > section.first_block ? document.blocks[end - 1].span.end : document.blocks[opener.block].span.end;
  section.body.start = std::min(section.body.start, section.body.end);
  section.span.end = std::max(section.body.end, document.blocks[opener.block].span.end);
  return section;
}

bool looks_like_list(const Document& document, const Section& section, int percent) {
  int alike = 0;
  int all = 0;
  for (std::uint32_t i = section.first_block; i < section.end_block && all < 400; ++i) {
    const Block& block = document.blocks[i];
    if (block.kind == BlockKind::heading) continue;
    const std::string_view text = text_of(document, block);
    ++all;
    const std::optional<EntryLabel> label = read_entry_label(text.substr(0, 80));
    const bool numbered = !block.label.empty() || (label && label->form != LabelForm::bare);
    alike += numbered || entry_likeness(text) >= 2 || has_entry_line(text) ? 1 : 0;
  }
  return all > 0 && alike * 100 >= percent * all;
}

int weight_of_line(std::string_view line) {
  if (entry_likeness(line) >= 2) return 5;
  const std::optional<EntryLabel> label = read_entry_label(line);
  return opening_of(label ? line.substr(label->size) : line) == Opening::names ? 3 : -1;
}

// How much a block speaks for a list that has no heading, above 0, or against it. Of several lines each counts: in
// prose hardly any opens as an entry does.
int weight_for_list(const Document& document, const Block& block) {
  if (block.kind == BlockKind::heading || block.kind == BlockKind::table || block.kind == BlockKind::code) return -3;
  std::string_view text = text_of(document, block);
  if (text.find('\n') == std::string_view::npos) return entry_likeness(text) - 1;
  int weight = 0;
  while (!text.empty()) {
    const std::string_view line = first_line(text);
    weight += weight_of_line(line);
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return weight;
}

// Without a heading: the run of blocks with the highest weight (Kadane), if it is long and alike enough.
std::vector<Section> find_without_heading(const Document& document) {
  const auto& blocks = document.blocks;
  int sum = 0;
  int best = 0;
  std::uint32_t start = 0;
  Section section;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    if (sum <= 0) {
      sum = 0;
      start = i;
    }
    sum += weight_for_list(document, blocks[i]);
    if (sum < best || sum <= 0) continue;
    best = sum;
    section.first_block = start;
    section.end_block = i + 1;
  }
  // A paragraph that cites looks like an entry; none opens as one.
  while (section.first_block < section.end_block && is_citing_prose(document, blocks[section.first_block]))
    ++section.first_block;
  if (section.end_block == section.first_block) return {};
  section.body = {blocks[section.first_block].span.start, blocks[section.end_block - 1].span.end};
  section.span = section.body;
  // In a paper the list is at the end, and long; a text that is nothing but references may be as short as one.
  const bool whole = section.end_block - section.first_block == blocks.size();
  const bool at_end = section.body.end * 10ULL >= document.text.size() * 8ULL;
  if (!whole && (!at_end || best < 6)) return {};
  if (!looks_like_list(document, section, whole ? 50 : 60)) return {};
  return {section};
}

}  // namespace

}  // namespace citegraph::reference
