#include "document/pages.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "document/headings.hpp"
#include "document/list_starts.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::document {
namespace {

constexpr std::uint32_t longest_head = 100;      // bytes of a running head
constexpr std::uint32_t longest_lone_head = 60;  // bytes of one that is seen once, with a page number
constexpr std::size_t widest_gap = 8;            // blocks that may stand between the halves of a paragraph
constexpr std::uint32_t shortest_broken = 50;    // bytes: a paragraph that is cut has run on for a while
constexpr std::uint32_t shortest_half = 25;      // bytes: what is shorter is a term above its explanation
constexpr std::uint32_t longest_keywords = 250;  // bytes of a line of keywords or places, which no full stop ends
constexpr std::size_t bracket_reach = 400;       // bytes within which a bracket is looked for

std::string_view block_text(std::string_view text, const RawDocument& document, const RawBlock& block) {
  return slice(text, {document.first_line(block).start, document.last_line(block).end});
}

bool is_roman(std::string_view word) {
  return !word.empty() && word.size() <= 7 && word.find_first_not_of("ivxlcIVXLC") == std::string_view::npos;
}

bool is_number(std::string_view word) {
  return !word.empty() && word.size() <= 4 && word.find_first_not_of("0123456789") == std::string_view::npos;
}

// "12", "- 12 -", "Page 12", "p. 12", "12 of 20", "12/20", "xii".
bool is_page_number(std::string_view line) {
  if (line.size() > 24 || line.ends_with('.') || line.ends_with(',') || line.ends_with(';')) return false;
  const std::string words = text::fold_words(line);
  if (is_number(words)) return true;
  if (is_roman(words)) return is_roman(text::trim(line));
  std::string_view rest = words;
  for (const std::string_view label : {"page ", "pagina ", "seite ", "pag ", "p ", "s "}) {
    if (rest.starts_with(label)) {
      rest.remove_prefix(label.size());
      break;
    }
  }
  const std::size_t blank = rest.find(' ');
  if (blank == std::string_view::npos) return rest.size() < words.size() && is_number(rest);
  const std::string_view first = rest.substr(0, blank);
  std::string_view last = rest.substr(blank + 1);
  for (const std::string_view of : {"of ", "de ", "von ", "di ", "sur "}) {
    if (last.starts_with(of)) last.remove_prefix(of.size());
  }
  return is_number(first) && is_number(last) &&
         (rest.size() < words.size() || line.find('/') != std::string_view::npos ||
          last.size() < rest.size() - blank - 1);
}

// A line with its page number taken out; what running heads have in common.
std::string head_key(std::string_view line) {
  std::string key = text::fold_words(line);
  std::erase_if(key, [](char c) { return c >= '0' && c <= '9'; });
  return text::collapse_spaces(key);
}

bool begins_or_ends_with_number(std::string_view line) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return !line.empty() && (digit(line.front()) || digit(line.back()));
}

// Emphasis and other marks at the edges say nothing about the sentence.
std::string_view without_marks(std::string_view text) {
  const std::string_view marks = "*_";
  while (!text.empty() && marks.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  while (!text.empty() && marks.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  return text;
}

std::string_view last_word(std::string_view text) {
  std::size_t start = text.size();
  while (start > 0) {
    const text::CodePoint c = text::decode_before(text, start);
    if (!text::is_word(c.value)) break;
    start -= c.size;
  }
  return text.substr(start);
}

std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    const text::CodePoint c = text::decode_at(text, end);
    if (!text::is_word(c.value)) break;
    end += c.size;
  }
  return text.substr(0, end);
}

// Words no sentence and no entry ends with. Sorted.
constexpr std::string_view function_words[] = {
    "a",     "ad",   "ai",    "al",    "als",   "among", "an",    "and",   "ao",    "aos",     "apud", "are",
    "as",    "at",   "au",    "auf",   "aus",   "aux",   "avec",  "been",  "bei",   "between", "but",  "by",
    "che",   "com",  "como",  "con",   "da",    "dal",   "dalla", "dans",  "das",   "dass",    "de",   "dei",
    "del",   "dell", "della", "delle", "dem",   "den",   "der",   "des",   "di",    "die",     "do",   "dos",
    "du",    "e",    "ed",    "ein",   "eine",  "einem", "einen", "einer", "el",    "em",      "en",   "entre",
    "et",    "for",  "from",  "fur",   "had",   "has",   "have",  "il",    "im",    "in",      "into", "is",
    "its",   "la",   "las",   "le",    "les",   "lo",    "los",   "mais",  "mit",   "na",      "nas",  "nel",
    "nella", "no",   "nos",   "o",     "oder",  "of",    "on",    "or",    "os",    "ou",      "par",  "para",
    "pela",  "pelo", "per",   "por",   "pour",  "que",   "qui",   "se",    "sobre", "su",      "sul",  "sulla",
    "sur",   "than", "that",  "the",   "their", "these", "this",  "to",    "um",    "uma",     "un",   "una",
    "und",   "une",  "uno",   "vom",   "von",   "was",   "were",  "which", "while", "whose",   "with", "y",
    "zu",    "zum",  "zur",
};

bool is_function_word(std::string_view word) {
  if (word.empty() || word.size() > 12) return false;
  const std::string folded = text::fold_letters(word);
  return std::binary_search(std::begin(function_words), std::end(function_words), std::string_view(folded));
}

// Particles that a name of a person may begin with: an entry may too.
bool is_name_particle(std::string_view word) {
  constexpr std::array<std::string_view, 22> particles = {"af",  "al",  "bin", "da",  "dal", "de", "del", "della",
                                                          "den", "der", "di",  "dos", "du",  "el", "la",  "le",
                                                          "ten", "ter", "van", "vom", "von", "zu"};
  return word == "d" || word == "do" || word == "das" || word == "zur" ||
         std::find(particles.begin(), particles.end(), word) != particles.end();
}

// The bracket that is still open at the end of `text`, or 0.
char32_t open_bracket(std::string_view text) {
  if (text.size() > bracket_reach) text.remove_prefix(text.size() - bracket_reach);
  int depth = 0;
  for (std::size_t i = text.size(); i > 0;) {
    const text::CodePoint c = text::decode_before(text, i);
    i -= c.size;
    if (c.value == ')' || c.value == ']') ++depth;
    if (c.value == '(' || c.value == '[') {
      if (depth == 0) return c.value;
      --depth;
    }
  }
  return 0;
}

bool closes_bracket(std::string_view text, char32_t open) {
  const char closer = open == '(' ? ')' : ']';
  const std::size_t found = text.substr(0, bracket_reach).find_first_of("()[]");
  return open != 0 && found != std::string_view::npos && text[found] == closer;
}

// How a block ends: as far as its own text tells.
enum class Ending : std::uint8_t {
  complete,    // with the punctuation of a sentence
  neutral,     // with a bracket, a quotation mark, a digit: as entries of lists do
  broken,      // with a word
  unfinished,  // with a comma, a hyphen, "the", inside a bracket
};

bool is_abbreviation(std::string_view text) {
  text.remove_suffix(1);
  const std::string_view word = last_word(text);
  if (word.empty()) return false;
  const std::string folded = text::fold(word);
  for (const std::string_view known :
       {"al", "p",  "pp", "vol", "no",   "nr", "n",    "v", "ed", "eds", "cf", "e.g", "i.e",
        "g",  "vs", "ca", "fig", "figs", "ch", "chap", "s", "bd", "dr",  "st", "prof"})
    if (folded == known) return true;
  return false;
}

// "U.S.", "J.": what goes on in lower case behind it belongs to the same sentence.
bool ends_with_initial(std::string_view text) {
  if (!text.ends_with('.')) return false;
  text.remove_suffix(1);
  const text::CodePoint initial = text::decode_before(text, text.size());
  return text::is_upper(initial.value) && !text::is_word(text::decode_before(text, text.size() - initial.size).value);
}

bool ends_with_address(std::string_view text) {
  const std::size_t blank = text.find_last_of(" \n");
  const std::string_view token = blank == std::string_view::npos ? text : text.substr(blank + 1);
  return token.find("://") != std::string_view::npos || token.find("www.") != std::string_view::npos;
}

Ending ending_of(std::string_view text) {
  text = without_marks(text);
  const char32_t last = text::decode_before(text, text.size()).value;
  if (ends_with_address(text)) return Ending::neutral;
  if (last == ',' || last == '&' || last == '(' || last == '[' || last == '/' || last == '=' || last == '+')
    return Ending::unfinished;
  if (text::is_dash(last)) return Ending::unfinished;
  if (last == ';') return Ending::broken;
  if (last == '.') return is_abbreviation(text) ? Ending::broken : Ending::complete;
  if (last == '!' || last == '?' || last == 0x2026 || last == ':') return Ending::complete;
  if (text::is_digit(last) || !text::is_word(last)) return Ending::neutral;
  const std::string_view word = last_word(text);
  const std::string_view before = text::trim(text.substr(0, text.size() - word.size()));
  if (before.size() < text.size() - word.size() && is_function_word(word)) return Ending::unfinished;
  return Ending::broken;
}

// How a block begins.
enum class Beginning : std::uint8_t {
  fresh,       // with a capital
  particle,    // in lower case, but as a name does: "van der Berg, P."
  digit,       // with a number, or an open bracket
  continuing,  // in lower case, with closing punctuation
};

Beginning beginning_of(std::string_view text) {
  text = without_marks(text);
  const char32_t first = text::decode_at(text, 0).value;
  if (text::is_lower(first)) {
    const std::string_view word = first_word(text);
    const std::string_view rest = text::trim(text.substr(word.size()));
    if (!is_name_particle(word)) return Beginning::continuing;
    const std::string_view second = first_word(rest);
    const bool name = !second.empty() && (text::is_upper(text::decode_at(second, 0).value) || is_name_particle(second));
    return name || word == "d" || word == "al" || word == "el" ? Beginning::particle : Beginning::continuing;
  }
  if (first == ',' || first == ';' || first == ')' || first == ']' || first == '%' || first == ':' || first == '&')
    return Beginning::continuing;
  if (text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www."))
    return Beginning::continuing;
  if (text::is_digit(first) || first == '(') return Beginning::digit;
  return Beginning::fresh;
}

// "12. Smith", "[12] Smith", "(12) Smith": an entry or item of its own.
bool begins_with_item_number(std::string_view text) {
  std::size_t i = 0;
  const bool bracket = !text.empty() && (text[0] == '[' || text[0] == '(');
  if (bracket) ++i;
  const std::size_t start = i;
  while (i < text.size() && text[i] >= '0' && text[i] <= '9') ++i;
  if (i == start || i - start > 3 || i >= text.size()) return false;
  return bracket ? (text[i] == ']' || text[i] == ')') : (text[i] == '.' && i + 1 < text.size() && text[i + 1] == ' ');
}

bool is_caption(std::string_view line) {
  const std::string word = text::fold_letters(first_word(line));
  for (const std::string_view known :
       {"fig", "figs", "figure", "figura", "abb", "abbildung", "table", "tabla", "tabela", "tabelle", "tab", "grafico",
        "quadro", "image", "scheme", "box", "chart"})
    if (word == known) return true;
  return false;
}

// Running prose rather than a line of names, places or keywords: it holds the end of a sentence.
bool is_prose(std::string_view text) {
  if (text.size() < shortest_broken || is_caption(text)) return false;
  for (std::size_t i = text.find(". "); i != std::string_view::npos; i = text.find(". ", i + 1)) {
    if (i < 3 || !text::is_lower(text::decode_before(text, i).value) ||
        !text::is_lower(text::decode_before(text, i - 1).value))
      continue;
    if (text::is_upper(text::decode_at(text, i + 2).value)) return true;
  }
  return text.size() >= longest_keywords;
}

// Whether `second` goes on where `first` ends.
bool continues(std::string_view first, std::string_view second, ListStart start) {
  const Ending ending = ending_of(first);
  if (start == ListStart::entry && beginning_of(second) != Beginning::continuing)
    return ending == Ending::unfinished && !begins_with_item_number(second) && entry_label(second).empty() &&
           beginning_of(second) != Beginning::digit;
  if (closes_bracket(second, open_bracket(first))) return true;
  if (begins_with_item_number(second) || !entry_label(second).empty()) return false;
  switch (beginning_of(second)) {
    case Beginning::continuing:
      if (ending == Ending::unfinished) return true;
      return ending == Ending::complete ? ends_with_initial(first) : first.size() >= shortest_half;
    case Beginning::particle:
    case Beginning::digit:
      return ending >= Ending::broken;
    case Beginning::fresh:
      return ending == Ending::unfinished ||
             (ending == Ending::broken && is_prose(first) && second.size() >= shortest_broken);
  }
  return false;
}

// A symbol or number that a footnote at the foot of a page begins with; its size with the white space behind it.
std::uint32_t note_label(std::string_view text, TextSpan& label) {
  std::size_t i = 0;
  const bool superscript = text.starts_with("<sup>");
  if (superscript) i = 5;
  if (i < text.size() && text[i] == '\\') ++i;
  const std::size_t start = i;
  const text::CodePoint c = text::decode_at(text, i);
  if (c.value == '*' || c.value == 0x2020 || c.value == 0x2021 || c.value == 0xA7 || c.value == 0xB6) {
    i += c.size;
  } else {
    while (i < text.size() && i - start < 3 && text[i] >= '0' && text[i] <= '9') ++i;
  }
  if (i == start) return 0;
  label = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(i)};
  if (superscript) {
    if (!text.substr(i).starts_with("</sup>")) return 0;
    i += 6;
  }
  if (!superscript && (i >= text.size() || !text::is_space(text::decode_at(text, i).value)) && c.value < 0x80) return 0;
  while (i < text.size() && (text[i] == ' ' || text[i] == '\t')) ++i;
  return i < text.size() ? static_cast<std::uint32_t>(i) : 0;
}

class PageMender {
 public:
  PageMender(std::string_view text, RawDocument& document) : text_(text), document_(document) {}

  void run() {
    count_heads();
    for (RawBlock& block : document_.blocks)
      if (is_paragraph(block) && block.line_count == 1 && is_page_number(text_of(block))) block.kind = RawKind::dropped;
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
  void drop_repeated_heads();
  void make_note(RawBlock& block);

  std::string_view text_;
  RawDocument& document_;
  std::vector<ListStart> starts_;
  std::unordered_map<std::string, std::uint32_t> heads_;         // how often; asked only, never walked
  std::unordered_map<std::string, std::uint32_t> interrupting_;  // how often between two halves
};

bool is_head_shaped(std::string_view line) {
  if (line.size() > longest_head || line.empty()) return false;
  const char last = line.back();
  return last != '.' && last != ',' && last != ';';
}

// A head that is seen once bears a page number and no sentence.
bool is_lone_head(std::string_view line) {
  return line.size() <= longest_lone_head && begins_or_ends_with_number(line) &&
         line.find(". ") == std::string_view::npos && beginning_of(line) != Beginning::continuing;
}

void PageMender::count_heads() {
  for (const RawBlock& block : document_.blocks)
    if (is_paragraph(block) && block.line_count == 1 && is_head_shaped(text_of(block)))
      ++heads_[head_key(text_of(block))];
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
  if (candidate.kind != RawKind::paragraph || is_heading_like(candidate)) return false;
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

// A head that was seen to break sentences is one everywhere.
void PageMender::drop_repeated_heads() {
  if (interrupting_.empty()) return;
  for (RawBlock& block : document_.blocks) {
    if (!is_paragraph(block) || block.line_count != 1 || block.continued_by >= 0 || !is_head_shaped(text_of(block)))
      continue;
    const auto found = interrupting_.find(head_key(text_of(block)));
    if (found != interrupting_.end() && begins_or_ends_with_number(text_of(block))) block.kind = RawKind::dropped;
  }
}

}  // namespace

void mend_pages(std::string_view text, RawDocument& document) { PageMender(text, document).run(); }

}  // namespace citegraph::document
