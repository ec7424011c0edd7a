#include "reference/repeated_author.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::reference {

namespace {

bool is_rule(char32_t c) noexcept {
  return c == U'-' || c == U'_' || (c >= U'‐' && c <= U'―') || c == U'−' || c == U'⸺' || c == U'⸻' || c == U'─' ||
         c == U'ー';
}

// How many hyphens the sign is as long as.
std::size_t width_of(char32_t c) noexcept {
  if (c == U'—' || c == U'―' || c == U'─' || c == U'ー') return 3;
  if (c == U'⸺' || c == U'⸻') return 6;
  return c == U'–' || c == U'−' ? 2 : 1;
}

constexpr std::size_t least_width = 3;

// Behind a mark of dashes: "———.", "——— (2001)", "———, ed.", "———: On ice".
std::size_t rule_size(std::string_view text) noexcept {
  std::size_t at = 0;
  std::size_t width = 0;
  while (at < text.size()) {
    const text::CodePoint c = text::decode_at(text, at);
    if (is_rule(c.value)) {
      width += width_of(c.value);
    } else if (c.value != U' ' || width == 0) {
      break;
    }
    at += c.size;
  }
  return width >= least_width ? at : 0;
}

constexpr std::array<std::string_view, 14> words = {"ders",    "dies",      "dieselbe", "derselbe", "idem",
                                                    "eadem",   "id",        "ead",      "iid",      "eid",
                                                    "le même", "lo stesso", "el mismo", "o mesmo"};

// "Ders.," "Idem," "ID.:" -- a full name may begin so too: only what punctuation or a bracket follows is the mark.
std::size_t word_size(std::string_view text) noexcept {
  for (const std::string_view word : words) {
    if (text.size() <= word.size()) continue;
    const std::string_view printed = text.substr(0, word.size());
    const auto same = [](char a, char b) { return text::ascii_lower(a) == b; };
    if (!std::equal(printed.begin(), printed.end(), word.begin(), same)) continue;
    const char next = text[word.size()];
    const bool abbreviated = word.size() <= 4 && word != "idem";
    if (next == '.' || (!abbreviated && (next == ',' || next == ':'))) return word.size() + 1;
    if (text.substr(word.size()).starts_with(" (") && (!abbreviated || word.size() > 3)) return word.size();
    if (abbreviated && next == ',') return word.size() + 1;
  }
  return 0;
}

std::size_t with_punctuation(std::string_view text, std::size_t size) noexcept {
  while (size < text.size() && (text[size] == '.' || text[size] == ',' || text[size] == ':' || text[size] == ' '))
    ++size;
  return size;
}

constexpr std::array<std::string_view, 10> editor_marks = {"ed ",  "eds ",  "editor", "hrsg",  "hg ",
                                                           "org ", "orgs ", "dir ",   "coord", "a cura"};

bool opens_with_editor_mark(std::string_view text) {
  const std::string behind = text::fold_words(text.substr(0, 24)) + ' ';
  return std::any_of(editor_marks.begin(), editor_marks.end(),
                     [&](std::string_view mark) { return behind.starts_with(mark); });
}

// Where the entry itself begins: behind its number, "[2]", "2.", "(2)".
std::string_view without_number(std::string_view text) {
  const auto skip = [&](std::string_view characters) {
    text.remove_prefix(std::min(text.find_first_not_of(characters), text.size()));
  };
  skip(" \t\n[(");
  skip("0123456789");
  skip(" \t\n.)]");
  return text;
}

}  // namespace

std::size_t repeated_author_size(std::string_view text) noexcept {
  const std::size_t size = std::max(rule_size(text), word_size(text));
  return size == 0 ? 0 : with_punctuation(text, size);
}

void repeat_author(std::string_view text, Reference& reference, const Reference& above) {
  if (reference.works.empty() || above.works.empty()) return;
  const std::string_view entry = without_number(text);
  const std::size_t mark = repeated_author_size(entry);
  if (mark == 0) return;
  const Work& other = above.works.back();
  Work& work = reference.works.front();
  std::span<const Name> names = other.get(NameVariable::author);
  NameVariable from = NameVariable::author;
  if (names.empty()) names = other.get(from = NameVariable::editor);
  if (names.empty()) return;
  const NameVariable to = opens_with_editor_mark(entry.substr(mark)) ? NameVariable::editor : NameVariable::author;
  std::vector<Name> all(names.begin(), names.end());
  const std::span<const Name> own = work.get(to);
  // Names of a segment that begins elsewhere are another list: "———. On ice. Edited by K. Brandt."
  const Label label = to == NameVariable::author ? Label::author : Label::editor;
  const auto first = std::find_if(reference.segments.begin(), reference.segments.end(),
                                  [](const Segment& s) { return s.label != Label::citation_number; });
  const bool follows = first != reference.segments.end() && first->label == label;
  if (follows)
    all.insert(all.end(), own.begin(), own.end());
  else if (!own.empty())
    return;
  const bool others = other.has_others(from) || (follows && work.has_others(to));
  work.set(to, std::move(all));
  work.set_others(to, others);
}

}  // namespace citegraph::reference
