#include "document/docx/loose_list.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "document/docx/walk.hpp"
#include "document/xml.hpp"
#include "text/ascii.hpp"

namespace citegraph::document::docx {
namespace {

constexpr std::size_t shortest_entry = 30;  // bytes

struct Candidate {
  PrintedEntry entry;
  bool excluded = false;  // a heading, or text that cites
  bool is_printed = false;
};

bool holds_year(std::string_view text) {
  std::size_t digits = 0;
  for (const char c : text) {
    digits = text::is_ascii_digit(c) ? digits + 1 : 0;
    if (digits == 4) return true;
  }
  return false;
}

// In a table a paragraph is no entry by itself.
std::vector<Candidate> paragraphs_of(const Story& story, const Styles& styles) {
  std::vector<Candidate> candidates;
  walk(
      story.part->root(),
      [&](pugi::xml_node node) {
        if (!is_element(node)) return false;
        const std::string_view name = local_name(node);
        if (name != "p") return name != "tbl" && !is_unread(name);
        std::string text = shown_text(node);
        const bool heading = styles.paragraph(node).heading != 0;
        if (!text.empty()) candidates.push_back({{offset_of(node), std::move(text)}, heading, false});
        return false;
      },
      [](pugi::xml_node) {});
  return candidates;
}

void exclude_citing(const Story& story, std::vector<Candidate>& candidates) {
  for (const FieldSign& sign : story.scan.signs) {
    if (story.cited[sign.field].empty()) continue;
    const auto after =
        std::upper_bound(candidates.begin(), candidates.end(), sign.offset,
                         [](std::uint32_t offset, const Candidate& each) { return offset < each.entry.offset; });
    if (after != candidates.begin()) (after - 1)->excluded = true;
  }
}

bool is_entry_like(const Candidate& candidate) {
  return !candidate.excluded && candidate.entry.text.size() >= shortest_entry && holds_year(candidate.entry.text);
}

// From the end, for what the text says of a work stands before its entry.
void match_from_end(std::vector<Candidate>& candidates, EntryMatcher& matcher) {
  for (auto each = candidates.rbegin(); each != candidates.rend(); ++each) {
    if (each->excluded || each->entry.text.size() < shortest_entry) continue;
    const auto work = matcher.match(each->entry.text);
    each->is_printed = work && matcher.begins_with_name(*work, each->entry.text);
  }
}

// The first and the one behind the last of the paragraphs in a row that print most works.
std::pair<std::size_t, std::size_t> best_row(const std::vector<Candidate>& candidates) {
  std::pair<std::size_t, std::size_t> best{0, 0};
  std::size_t most = 0;
  for (std::size_t at = 0; at < candidates.size();) {
    std::size_t end = at;
    std::size_t printed = 0;
    for (; end < candidates.size() && (candidates[end].is_printed || is_entry_like(candidates[end])); ++end)
      printed += candidates[end].is_printed ? 1 : 0;
    if (printed > most) {
      most = printed;
      best = {at, end};
    }
    at = end + 1;
  }
  return best;
}

}  // namespace

std::vector<PrintedEntry> find_loose_list(const Story& text, const Styles& styles, EntryMatcher matcher) {
  std::vector<Candidate> candidates = paragraphs_of(text, styles);
  exclude_citing(text, candidates);
  match_from_end(candidates, matcher);
  const auto [first, end] = best_row(candidates);
  std::vector<PrintedEntry> entries;
  for (std::size_t i = first; i < end; ++i) entries.push_back(std::move(candidates[i].entry));
  return entries;
}

}  // namespace citegraph::document::docx
