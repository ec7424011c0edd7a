#include "reference/numbering.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "reference/entry_shape.hpp"
#include "text/utf8.hpp"

namespace citegraph::reference {

namespace {

struct Candidate {
  Start start;
  LabelForm form = LabelForm::bracket;
  std::uint32_t number = 0;
  bool opens_line = true;
};

// Weights in tenths: a number at the start of a line, one inside a line, each number left out, and a new beginning
// at 1.
constexpr int at_line_start = 10;
constexpr int inside_line = 6;
constexpr int left_out = 3;
constexpr int new_beginning = 5;
constexpr std::uint32_t most_left_out = 4;
constexpr std::size_t longest_single = 12;  // lines of a list that bears one number

std::vector<Candidate> find_candidates(const Document& document, const std::vector<Line>& lines);
std::vector<std::uint32_t> longest_sequence(const std::vector<Candidate>& candidates, LabelForm form, int& weight);
std::vector<std::uint32_t> all_keys(const std::vector<Candidate>& candidates, int& weight);
bool covers_list(const std::vector<Candidate>& candidates, const std::vector<std::uint32_t>& chosen,
                 const std::vector<Line>& lines);
std::vector<Start> with_unnumbered(const Document& document, const std::vector<Line>& lines,
                                   const std::vector<Candidate>& candidates, const std::vector<std::uint32_t>& chosen);

}  // namespace

std::vector<Start> find_numbered_starts(const Document& document, const std::vector<Line>& lines) {
  const std::vector<Candidate> candidates = find_candidates(document, lines);
  std::vector<std::uint32_t> chosen;
  int best = 0;
  for (LabelForm form : {LabelForm::bracket, LabelForm::parenthesis, LabelForm::closing_parenthesis, LabelForm::dot,
                         LabelForm::bare, LabelForm::key}) {
    int weight = 0;
    std::vector<std::uint32_t> sequence =
        form == LabelForm::key ? all_keys(candidates, weight) : longest_sequence(candidates, form, weight);
    if (weight > best && covers_list(candidates, sequence, lines)) {
      best = weight;
      chosen = std::move(sequence);
    }
  }
  return with_unnumbered(document, lines, candidates, chosen);
}

namespace {

bool may_stand_inside(LabelForm form) {
  return form == LabelForm::bracket || form == LabelForm::dot || form == LabelForm::key;
}

// "... 2001. [2] Smith, J." and "... 2001. 2. Smith, J.": a number inside a line, before names where it has no
// brackets.
void find_inside(std::string_view line, const Line& where, std::uint32_t index, std::vector<Candidate>& candidates) {
  for (std::size_t blank = line.find(' ', 1); blank != std::string_view::npos; blank = line.find(' ', blank + 1)) {
    const char first = blank + 1 < line.size() ? line[blank + 1] : ' ';
    if (first != '[' && (first < '0' || first > '9')) continue;
    const std::string_view rest = line.substr(blank + 1, 160);
    const std::optional<EntryLabel> label = read_entry_label(rest);
    if (!label || !may_stand_inside(label->form)) continue;
    // After the end of the entry before, and before names: "12, 191. Smith" is a page.
    const bool after_end = line[blank - 1] != ',' && line[blank - 1] != ';' &&
                           !text::is_letter(static_cast<unsigned char>(line[blank - 1]));
    const bool sure = label->form == LabelForm::bracket;
    if (!sure && (!after_end || opening_of(rest.substr(label->size)) != Opening::names)) continue;
    const std::uint32_t offset = where.span.start + static_cast<std::uint32_t>(blank) + 1;
    candidates.push_back({{offset, label->size, index, UINT32_MAX, label->id}, label->form, label->number, false});
  }
}

std::vector<Candidate> find_candidates(const Document& document, const std::vector<Line>& lines) {
  std::vector<Candidate> candidates;
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = slice(document.text, lines[i].span);
    const Block& block = document.blocks[lines[i].block];
    if (lines[i].opens_block && !block.label.empty()) {
      // The reader of the format has already cut the number off.
      const std::string labelled = block.label + " x";
      if (std::optional<EntryLabel> label = read_entry_label(labelled))
        candidates.push_back({{lines[i].span.start, 0, i, UINT32_MAX, label->id}, label->form, label->number, true});
    } else if (std::optional<EntryLabel> label = read_entry_label(line)) {
      candidates.push_back(
          {{lines[i].span.start, label->size, i, UINT32_MAX, label->id}, label->form, label->number, true});
    }
    find_inside(line, lines[i], i, candidates);
  }
  return candidates;
}

// The heaviest chain of numbers that count up, by dynamic programming over the number each chain ends in.
std::vector<std::uint32_t> longest_sequence(const std::vector<Candidate>& candidates, LabelForm form, int& weight) {
  constexpr std::uint32_t none = UINT32_MAX;
  std::vector<int> value(candidates.size(), 0);
  std::vector<std::uint32_t> previous(candidates.size(), none);
  std::unordered_map<std::uint32_t, std::uint32_t> ends_in;  // number -> candidate with the best chain ending in it
  std::uint32_t best = none;
  for (std::uint32_t i = 0; i < candidates.size(); ++i) {
    const Candidate& c = candidates[i];
    if (c.form != form) continue;
    int before = 0;
    for (std::uint32_t gap = 1; gap <= most_left_out + 1 && gap <= c.number; ++gap) {
      const auto found = ends_in.find(c.number - gap);
      if (found == ends_in.end()) continue;
      const int chain = value[found->second] - left_out * static_cast<int>(gap - 1);
      if (chain > before) {
        before = chain;
        previous[i] = found->second;
      }
    }
    if (c.number == 1 && best != none && candidates[best].number > 1 && value[best] - new_beginning > before) {
      before = value[best] - new_beginning;
      previous[i] = best;
    }
    value[i] = before + (c.opens_line ? at_line_start : inside_line);
    const auto known = ends_in.find(c.number);
    if (known == ends_in.end() || value[known->second] < value[i]) ends_in[c.number] = i;
    if (best == none || value[i] > value[best]) best = i;
  }
  std::vector<std::uint32_t> chain;
  for (std::uint32_t i = best; i != none; i = previous[i]) chain.push_back(i);
  std::reverse(chain.begin(), chain.end());
  weight = best == none ? 0 : value[best];
  return chain;
}

std::vector<std::uint32_t> all_keys(const std::vector<Candidate>& candidates, int& weight) {
  std::vector<std::uint32_t> keys;
  for (std::uint32_t i = 0; i < candidates.size(); ++i)
    if (candidates[i].form == LabelForm::key) keys.push_back(i);
  weight = static_cast<int>(keys.size()) * at_line_start;
  return keys;
}

// A few numbers in a list of other entries are chance.
bool covers_list(const std::vector<Candidate>& candidates, const std::vector<std::uint32_t>& chosen,
                 const std::vector<Line>& lines) {
  if (chosen.empty() || candidates[chosen.front()].start.line > 2) return false;
  std::size_t blocks = 0;
  for (const Line& line : lines) blocks += line.opens_block ? 1U : 0U;
  if (chosen.size() == 1) {
    const Candidate& only = candidates[chosen.front()];
    return only.start.line == 0 && (only.number == 1 || blocks == 1) && lines.size() <= longest_single;
  }
  return chosen.size() * 12 >= lines.size() && (chosen.size() * 2 >= blocks);
}

// Entries whose number was lost: lines that read like the start of an entry, where a number is left out or none
// follows.
std::vector<Start> with_unnumbered(const Document& document, const std::vector<Line>& lines,
                                   const std::vector<Candidate>& candidates, const std::vector<std::uint32_t>& chosen) {
  std::vector<Start> starts;
  const Wrapping wrapping = chosen.empty() ? Wrapping{} : measure_wrapping(document, lines);
  for (std::size_t k = 0; k < chosen.size(); ++k) {
    const Candidate& entry = candidates[chosen[k]];
    starts.push_back(entry.start);
    const bool last = k + 1 == chosen.size();
    const std::uint32_t end = last ? static_cast<std::uint32_t>(lines.size()) : candidates[chosen[k + 1]].start.line;
    const std::uint32_t next = last ? UINT32_MAX : candidates[chosen[k + 1]].number;
    std::uint32_t number = entry.number + 1;
    for (std::uint32_t i = entry.start.line + 1; i < end; ++i) {
      const bool starts_entry = start_weight(document, lines, i, wrapping) > 0;
      const int likeness = starts_entry ? entry_likeness(slice(document.text, lines[i].span)) : 0;
      if (!last && number < next && likeness >= 2) {
        starts.push_back({lines[i].span.start, 0, i, UINT32_MAX, std::to_string(number)});
        ++number;
      } else if (last && lines[i].opens_block && likeness >= 3) {
        starts.push_back({lines[i].span.start, 0, i, UINT32_MAX, {}});
      } else if (lines[i].after_barrier || (last && lines[i].opens_block && starts_entry)) {
        starts.back().last_line = std::min(starts.back().last_line, i - 1);
      }
    }
  }
  return starts;
}

}  // namespace

}  // namespace citegraph::reference
