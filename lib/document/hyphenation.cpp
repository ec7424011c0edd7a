#include "document/hyphenation.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::document {
namespace {

constexpr char32_t soft_hyphen = 0xAD;
constexpr std::size_t longest_half = 64;  // bytes of a word looked at on either side

struct Division {
  TextSpan first;       // up to the hyphen
  TextSpan second;      // behind the line's end
  bool likely = false;  // a word that was divided, unless the text tells otherwise; else a compound
};

std::size_t word_start(std::string_view text, std::size_t end) {
  std::size_t start = end;
  while (start > 0 && end - start < longest_half) {
    const text::CodePoint c = text::decode_before(text, start);
    if (!text::is_word(c.value)) break;
    start -= c.size;
  }
  return start;
}

std::size_t word_end(std::string_view text, std::size_t start) {
  std::size_t end = start;
  while (end < text.size() && end - start < longest_half) {
    const text::CodePoint c = text::decode_at(text, end);
    if (!text::is_word(c.value)) break;
    end += c.size;
  }
  return end;
}

// "short- and long-term": the hyphen stands for a word left out.
bool is_conjunction(std::string_view word) {
  for (const std::string_view known :
       {"and", "or", "to", "und", "oder", "bis", "et", "ou", "e", "y", "o", "ed", "nor", "versus", "vs", "sowie", "as"})
    if (word == known) return true;
  return false;
}

// Programs that divide words put U+2010 at the ends of lines. Where it stands between letters within lines, it is how
// the text writes any hyphen.
bool writes_true_hyphens(std::string_view text) {
  constexpr std::string_view mark = "\xE2\x80\x90";
  for (std::size_t i = text.find(mark); i != std::string_view::npos; i = text.find(mark, i + mark.size()))
    if (text::is_word(text::decode_before(text, i).value) &&
        text::is_word(text::decode_at(text, i + mark.size()).value))
      return true;
  return false;
}

bool in_address(std::string_view text, std::size_t end) {
  std::size_t start = end;
  while (start > 0 && end - start < 200 && text[start - 1] != ' ' && text[start - 1] != '\n') --start;
  const std::string_view token = text.substr(start, end - start);
  return token.find("://") != std::string_view::npos || token.find("www.") != std::string_view::npos ||
         token.find("doi.org") != std::string_view::npos || token.find("10.") == 0 ||
         token.find("doi:") != std::string_view::npos;
}

class DivisionFinder {
 public:
  explicit DivisionFinder(std::string_view text) : text_(text), true_hyphens_(writes_true_hyphens(text)) {}

  std::vector<Edit> run() {
    for (std::size_t i = text_.find('\n'); i != std::string_view::npos; i = text_.find('\n', i + 1)) look_at(i);
    remove_soft_hyphens();
    count_forms();
    decide();
    std::sort(edits_.begin(), edits_.end(), [](const Edit& a, const Edit& b) { return a.span < b.span; });
    return std::move(edits_);
  }

 private:
  void look_at(std::size_t line_end);
  void remove_soft_hyphens();
  void count_forms();
  void decide();
  std::string form(const Division& division, std::string_view between) const {
    return text::fold(slice(text_, division.first)).append(between).append(text::fold(slice(text_, division.second)));
  }
  void remove(TextSpan span) { edits_.push_back({span, {}}); }
  void join(TextSpan division);

  std::string_view text_;
  bool true_hyphens_;  // as the text writes them; else they divide words
  std::vector<Division> divisions_;
  std::unordered_map<std::string, std::uint32_t> counts_;  // of the forms in question; asked only
  std::vector<Edit> edits_;
};

void DivisionFinder::look_at(std::size_t line_end) {
  if (line_end + 1 >= text_.size() || text_[line_end + 1] == '\n' || line_end == 0) return;
  const text::CodePoint hyphen = text::decode_before(text_, line_end);
  const auto hyphen_start = static_cast<std::uint32_t>(line_end - hyphen.size);
  const TextSpan end{static_cast<std::uint32_t>(line_end), static_cast<std::uint32_t>(line_end + 1)};
  const char32_t before = text::decode_before(text_, hyphen_start).value;
  const char32_t after = text::decode_at(text_, line_end + 1).value;
  if (hyphen.value == soft_hyphen && text::is_letter(before) && text::is_letter(after)) return remove(end);
  if (text::is_dash(hyphen.value) && text::is_digit(before) && text::is_digit(after)) return remove(end);
  if (hyphen.value != '-' && hyphen.value != 0x2010) return;
  if (!text::is_word(before) || !text::is_word(after)) return;
  if (hyphen.value == 0x2010 && !true_hyphens_) return join({hyphen_start, end.end});
  if (in_address(text_, hyphen_start)) return remove(hyphen.value == 0x2010 ? TextSpan{hyphen_start, end.end} : end);
  if (!text::is_letter(before) || !text::is_letter(after)) return remove(end);
  const std::string_view first =
      text_.substr(word_start(text_, hyphen_start), hyphen_start - word_start(text_, hyphen_start));
  const std::size_t second_end = word_end(text_, line_end + 1);
  const std::string_view second = text_.substr(line_end + 1, second_end - line_end - 1);
  if (is_conjunction(second)) {
    if (text_.substr(second_end).starts_with('-')) remove(end);  // "face-to-face"
    return;
  }
  divisions_.push_back({{hyphen_start - static_cast<std::uint32_t>(first.size()), hyphen_start},
                        {end.end, end.end + static_cast<std::uint32_t>(second.size())},
                        text::is_lower(before) && text::is_lower(after)});
}

// Those that touch something printed. One that stands alone stays, or its line would be empty.
void DivisionFinder::remove_soft_hyphens() {
  constexpr std::string_view mark = "\xC2\xAD";
  std::size_t end = 0;
  for (std::size_t i = text_.find(mark); i != std::string_view::npos; i = text_.find(mark, end)) {
    end = i + mark.size();
    while (text_.substr(end).starts_with(mark)) end += mark.size();
    const bool begins = i == 0 || text::is_space(text::decode_before(text_, i).value);
    const bool ends = end == text_.size() || text::is_space(text::decode_at(text_, end).value);
    if (!begins || !ends) remove({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)});
  }
}

// Walks the words of the text, single and in pairs with a hyphen, and counts those that are in question.
void DivisionFinder::count_forms() {
  if (divisions_.empty()) return;
  for (const Division& division : divisions_) {
    counts_.emplace(form(division, ""), 0);
    counts_.emplace(form(division, "-"), 0);
  }
  std::string previous;
  std::size_t previous_end = std::string_view::npos;
  for (std::size_t i = 0; i < text_.size();) {
    const text::CodePoint c = text::decode_at(text_, i);
    if (!text::is_word(c.value)) {
      i += c.size;
      continue;
    }
    const std::size_t end = word_end(text_, i);
    const std::string word = text::fold(text_.substr(i, end - i));
    if (const auto found = counts_.find(word); found != counts_.end()) ++found->second;
    if (previous_end != std::string_view::npos && previous_end + 1 == i && text_[previous_end] == '-')
      if (const auto found = counts_.find(std::string(previous).append("-").append(word)); found != counts_.end())
        ++found->second;
    previous = word;
    previous_end = end;
    i = end;
  }
}

void DivisionFinder::decide() {
  for (const Division& division : divisions_) {
    const std::uint32_t joined = counts_.find(form(division, ""))->second;
    const std::uint32_t compound = counts_.find(form(division, "-"))->second;
    const bool divided = division.likely ? joined >= compound : joined > compound;
    if (divided) {
      join({division.first.end, division.second.start});
    } else if (division.likely) {
      join({division.second.start - 1, division.second.start});
    } else {
      remove({division.second.start - 1, division.second.start});
    }
  }
}

// The line ends behind the word then: how long lines are tells where entries of a list begin.
void DivisionFinder::join(TextSpan division) {
  remove(division);
  const std::size_t blank = text_.find_first_of(" \n", division.end);
  if (blank == std::string_view::npos || text_[blank] != ' ') return;
  edits_.push_back({{static_cast<std::uint32_t>(blank), static_cast<std::uint32_t>(blank + 1)}, "\n"});
}

}  // namespace

std::vector<Edit> find_divided_words(std::string_view text) { return DivisionFinder(text).run(); }

}  // namespace citegraph::document
