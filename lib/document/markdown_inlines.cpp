#include "document/markdown_inlines.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "document/emphasis.hpp"
#include "document/html_tags.hpp"
#include "text/ascii.hpp"
#include "text/entities.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::document {
namespace {

using text::decode_at;
using text::decode_before;

// Bounds on what is looked ahead for, so that hostile text stays linear.
constexpr std::uint32_t longest_tag = 1000;
constexpr std::uint32_t longest_target = 2000;
constexpr std::uint32_t longest_title = 1000;
constexpr std::uint32_t longest_label = 999;  // CommonMark's own
constexpr std::uint32_t longest_attributes = 200;
constexpr std::uint32_t longest_script = 40;  // "^12,13^"
constexpr std::uint32_t longest_formula = 500;

constexpr bool is_ascii_punctuation(char c) noexcept {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}
constexpr bool is_ascii_space(char c) noexcept { return c == ' ' || c == '\t' || c == '\n'; }

struct Bracket {
  std::uint32_t start;       // of "[" or "!["
  std::uint32_t text_start;  // behind it
  std::size_t delimiters;    // how many there were before it
};

struct Target {
  std::uint32_t end = 0;  // behind the closing parenthesis or bracket
  std::string address;
};

// The raised or lowered part of a formula that is nothing else: "^{12}", "{}^{12}", "{ }^{a}". `offset` is its place.
struct Script {
  std::uint32_t offset = 0;
  std::uint32_t size = 0;  // 0 where the formula is of another kind
};

Script raised_only(std::string_view formula) {
  std::uint32_t i = 0;
  for (const std::string_view base : {"{}", "{ }"})
    if (formula.starts_with(base)) i = static_cast<std::uint32_t>(base.size());
  if (formula.substr(i, 2) != "^{" || !formula.ends_with('}')) return {};
  const std::string_view inside = formula.substr(i + 2, formula.size() - i - 3);
  if (inside.empty() || inside.find_first_of("\\^_{}$") != std::string_view::npos) return {};
  return {i + 2, static_cast<std::uint32_t>(inside.size())};
}

class InlineParser {
 public:
  InlineParser(std::string_view text, const std::vector<LinkDefinition>& links)
      : text_(text), links_(links), emphasis_(text, edits_, marks_) {
    find_backticks();
  }

  void run() {
    while (at_ < size()) step();
    emphasis_.match(0);
  }
  std::vector<Edit> take_edits() {
    std::stable_sort(edits_.begin(), edits_.end(), [](const Edit& a, const Edit& b) { return a.span < b.span; });
    return std::move(edits_);
  }
  std::vector<Mark> take_marks() { return std::move(marks_); }

 private:
  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(text_.size()); }
  char char_at(std::uint32_t i) const noexcept { return i < text_.size() ? text_[i] : '\0'; }
  void remove(std::uint32_t start, std::uint32_t end) { edits_.push_back({{start, end}, {}}); }
  void mark(MarkKind kind, std::uint32_t start, std::uint32_t end, std::string target = {}) {
    if (start < end) marks_.push_back({kind, {start, end}, std::move(target)});
  }
  bool in_address() const noexcept { return at_ < address_end_; }

  void step();
  void read_escape();
  void read_code();
  void read_script(char fence, MarkKind kind);
  void read_formula();
  void take_formula(std::uint32_t start, std::uint32_t end, std::uint32_t width);
  std::uint32_t skip_attributes(std::uint32_t i) const;
  void read_angle();
  bool read_autolink();
  bool read_comment();
  bool read_tag();
  void open_tag(Tag tag, std::string address, std::uint32_t end);
  void close_tag(Tag tag, std::uint32_t start);
  void read_entity();
  void read_address_start();
  void open_bracket(std::uint32_t length);
  void close_bracket();
  bool read_note_reference();
  std::optional<Target> inline_target(std::uint32_t i) const;
  std::optional<Target> reference_target(std::uint32_t i, std::string_view own_label) const;
  const LinkDefinition* definition(std::string_view label) const;
  void make_link(const Bracket& opener, std::uint32_t closer, const Target& target);
  void find_backticks();

  std::string_view text_;
  const std::vector<LinkDefinition>& links_;
  std::uint32_t at_ = 0;
  std::uint32_t fence_end_ = 0;    // the closing fence of a script
  std::uint32_t address_end_ = 0;  // inside a bare address most characters are plain
  std::vector<Edit> edits_;
  std::vector<Mark> marks_;
  EmphasisMatcher emphasis_;
  std::vector<Bracket> brackets_;
  std::size_t inactive_brackets_ = 0;  // the lowest ones, which a link inside them has switched off
  std::vector<std::pair<std::uint32_t, std::uint32_t>> backticks_;  // (length, start), sorted
  struct OpenTag {
    std::uint32_t text_start;
    std::string address;
  };
  std::array<std::vector<OpenTag>, static_cast<std::size_t>(Tag::link) + 1> open_tags_;
  bool no_comment_end_ = false;
};

void InlineParser::step() {
  switch (text_[at_]) {
    case '\\':
      return read_escape();
    case '`':
      return read_code();
    case '*':
      at_ = emphasis_.read(at_);
      return;
    case '_':
      if (in_address()) break;
      at_ = emphasis_.read(at_);
      return;
    case '^':
      if (in_address() || at_ == fence_end_) break;
      return read_script('^', MarkKind::superscript);
    case '~':
      if (in_address() || at_ == fence_end_) break;
      return read_script('~', MarkKind::subscript);
    case '$':
      if (in_address()) break;
      return read_formula();
    case '<':
      return read_angle();
    case '&':
      return read_entity();
    case '!':
      if (char_at(at_ + 1) == '[' && char_at(at_ + 2) != '^') return open_bracket(2);
      break;
    case '[':
      if (char_at(at_ + 1) == '^' && read_note_reference()) return;
      return open_bracket(1);
    case ']':
      return close_bracket();
    case 'h':
    case 'w':
    case 'H':
    case 'W':
      read_address_start();
      break;
    default:
      break;
  }
  ++at_;
}

void InlineParser::read_escape() {
  const char escaped = char_at(at_ + 1);
  if (escaped == '(') {  // TeX's inline formula: only a raised number is of interest
    const std::size_t end = text_.substr(0, std::min<std::size_t>(size(), at_ + longest_script)).find("\\)", at_ + 2);
    if (end != std::string_view::npos && raised_only(text_.substr(at_ + 2, end - at_ - 2)).size != 0)
      return take_formula(at_ + 2, static_cast<std::uint32_t>(end), 2);
  }
  if (is_ascii_punctuation(escaped)) {
    remove(at_, at_ + 1);
    at_ += 2;
  } else if (escaped == '\n') {  // a hard line break
    remove(at_, at_ + 1);
    at_ += 2;
  } else {
    ++at_;
  }
}

void InlineParser::find_backticks() {
  for (std::size_t i = text_.find('`'); i != std::string_view::npos; i = text_.find('`', i)) {
    const std::size_t end = std::min(text_.find_first_not_of('`', i), text_.size());
    backticks_.emplace_back(static_cast<std::uint32_t>(end - i), static_cast<std::uint32_t>(i));
    i = end;
    if (i >= text_.size()) break;
  }
  std::sort(backticks_.begin(), backticks_.end());
}

void InlineParser::read_code() {
  std::uint32_t length = 1;
  while (char_at(at_ + length) == '`') ++length;
  const auto closer = std::upper_bound(backticks_.begin(), backticks_.end(), std::pair{length, at_ + length - 1});
  // `quoted' and ``quoted'' in the manner of typewriters are no code.
  if (closer == backticks_.end() || closer->first != length ||
      text_.substr(at_ + length, closer->second - at_ - length).find('\'') != std::string_view::npos) {
    at_ += length;
    return;
  }
  std::uint32_t start = at_ + length;
  std::uint32_t end = closer->second;
  const std::string_view inside = text_.substr(start, end - start);
  if (inside.size() > 2 && inside.front() == ' ' && inside.back() == ' ') {  // they make room for backticks
    ++start;
    --end;
  }
  remove(at_, start);
  mark(MarkKind::code, start, end);
  remove(end, closer->second + length);
  at_ = closer->second + length;
}

// "x^2^", "H~2~O", "text^[12]^", as Pandoc writes them: no white space inside.
void InlineParser::read_script(char fence, MarkKind kind) {
  std::uint32_t end = at_ + 1;
  if (char_at(end) == fence) {  // "~~struck out~~" keeps its tildes
    while (char_at(end) == fence) ++end;
    at_ = end;
    return;
  }
  while (end < size() && end - at_ <= longest_script && text_[end] != fence && !is_ascii_space(text_[end])) ++end;
  const std::string_view inside = text_.substr(at_ + 1, end - at_ - 1);
  const bool closed = char_at(end) == fence && char_at(end + 1) != fence;
  const bool balanced = std::count(inside.begin(), inside.end(), '[') == std::count(inside.begin(), inside.end(), ']');
  if (closed && balanced && at_ > 0 && char_at(at_ - 1) != '/' && inside.front() != '(') {
    remove(at_, at_ + 1);
    mark(kind, at_ + 1, end);
    remove(end, end + 1);
    fence_end_ = end;
  }
  ++at_;
}

// Between `start` and `end` stands a formula, with delimiters of `width` bytes around it.
void InlineParser::take_formula(std::uint32_t start, std::uint32_t end, std::uint32_t width) {
  const Script script = raised_only(text_.substr(start, end - start));
  if (script.size != 0) {
    remove(start - width, start + script.offset);
    mark(MarkKind::superscript, start + script.offset, start + script.offset + script.size);
    remove(start + script.offset + script.size, end + width);
  }
  at_ = end + width;
}

// TeX between dollars stays as it is; Pandoc's rule tells it from prices.
void InlineParser::read_formula() {
  const char first = char_at(at_ + 1);
  if (first == '\0' || is_ascii_space(first) || first == '$') {
    ++at_;
    return;
  }
  for (std::uint32_t end = at_ + 1; end < size() && end - at_ < longest_formula; ++end) {
    if (text_[end] == '\\') {
      ++end;
      continue;
    }
    if (text_[end] != '$') continue;
    if (is_ascii_space(text_[end - 1]) || text::is_ascii_digit(char_at(end + 1))) break;
    return take_formula(at_ + 1, end, 1);
  }
  ++at_;
}

void InlineParser::read_angle() {
  if (read_autolink() || read_comment() || read_tag()) return;
  ++at_;
}

bool InlineParser::read_autolink() {
  std::uint32_t end = at_ + 1;
  bool has_scheme = false;
  bool has_at = false;
  while (end < size() && end - at_ <= longest_target && !is_ascii_space(text_[end]) && text_[end] != '<' &&
         text_[end] != '>') {
    if (text_[end] == ':' && end > at_ + 2) has_scheme = true;
    if (text_[end] == '@' && end > at_ + 1) has_at = true;
    ++end;
  }
  if (char_at(end) != '>' || !text::is_ascii_letter(char_at(at_ + 1)) || !(has_scheme || has_at)) return false;
  remove(at_, at_ + 1);
  mark(MarkKind::link, at_ + 1, end, std::string(text_.substr(at_ + 1, end - at_ - 1)));
  remove(end, end + 1);
  at_ = end + 1;
  return true;
}

bool InlineParser::read_comment() {
  if (no_comment_end_ || !text_.substr(at_).starts_with("<!--")) return false;
  const std::size_t end = text_.find("-->", at_ + 4);
  if (end == std::string_view::npos) {
    no_comment_end_ = true;
    return false;
  }
  remove(at_, static_cast<std::uint32_t>(end) + 3);
  at_ = static_cast<std::uint32_t>(end) + 3;
  return true;
}

bool InlineParser::read_tag() {
  std::uint32_t i = at_ + 1;
  const bool closing = char_at(i) == '/';
  if (closing) ++i;
  const std::uint32_t name_start = i;
  while (text::is_ascii_letter(char_at(i)) || text::is_ascii_digit(char_at(i))) ++i;
  const Tag tag = tag_named(text_.substr(name_start, i - name_start));
  if (tag == Tag::none) return false;
  const std::uint32_t attributes_start = i;
  while (i < size() && i - at_ <= longest_tag && text_[i] != '>' && text_[i] != '<') ++i;
  if (char_at(i) != '>') return false;
  const std::string_view attributes = text_.substr(attributes_start, i - attributes_start);
  const bool bare = attributes.find_first_not_of(" \t\n/") == std::string_view::npos;
  if (!bare && (closing || attributes.find('=') == std::string_view::npos)) return false;
  const std::uint32_t end = i + 1;
  if (tag == Tag::line_break) {
    edits_.push_back({{at_, end}, "\n"});
  } else if (closing && (tag == Tag::line || tag == Tag::cell)) {
    edits_.push_back({{at_, end}, tag == Tag::line ? "\n" : " "});
  } else if (closing) {
    close_tag(tag, at_);
    remove(at_, end);
  } else {
    open_tag(tag, address_in(attributes), end);
    remove(at_, end);
  }
  at_ = end;
  return true;
}

void InlineParser::open_tag(Tag tag, std::string address, std::uint32_t end) {
  if (tag > Tag::cell) open_tags_[static_cast<std::size_t>(tag)].push_back({end, std::move(address)});
}

void InlineParser::close_tag(Tag tag, std::uint32_t start) {
  auto& open = open_tags_[static_cast<std::size_t>(tag)];
  if (open.empty()) return;
  OpenTag opener = std::move(open.back());
  open.pop_back();
  switch (tag) {
    case Tag::superscript:
      return mark(MarkKind::superscript, opener.text_start, start);
    case Tag::subscript:
      return mark(MarkKind::subscript, opener.text_start, start);
    case Tag::emphasis:
      return mark(MarkKind::emphasis, opener.text_start, start);
    case Tag::strong:
      return mark(MarkKind::strong, opener.text_start, start);
    case Tag::code:
      return mark(MarkKind::code, opener.text_start, start);
    case Tag::link:
      if (!opener.address.empty()) mark(MarkKind::link, opener.text_start, start, std::move(opener.address));
      return;
    default:
      return;
  }
}

void InlineParser::read_entity() {
  text::Entity entity = text::entity_at(text_, at_);
  if (entity.size == 0) {
    ++at_;
    return;
  }
  edits_.push_back({{at_, at_ + entity.size}, std::string_view(entity.text)});
  at_ += entity.size;
}

void InlineParser::read_address_start() {
  if (in_address()) return;
  const std::string_view rest = text_.substr(at_);
  const bool address = rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
  if (!address || text::is_word(decode_before(text_, at_).value)) return;
  std::uint32_t end = at_;
  while (end < size() && !is_ascii_space(text_[end]) && text_[end] != '<' && text_[end] != '>') ++end;
  address_end_ = end;
}

bool InlineParser::read_note_reference() {
  std::uint32_t end = at_ + 2;
  while (end < size() && end - at_ <= 64 && text_[end] != ']' && text_[end] != '[' && !is_ascii_space(text_[end]))
    ++end;
  if (char_at(end) != ']' || end == at_ + 2) return false;
  mark(MarkKind::superscript, at_, end + 1, std::string(text_.substr(at_ + 1, end - at_ - 1)));
  at_ = end + 1;
  return true;
}

void InlineParser::open_bracket(std::uint32_t length) {
  brackets_.push_back({at_, at_ + length, emphasis_.size()});
  at_ += length;
}

void InlineParser::close_bracket() {
  const std::uint32_t closer = at_++;
  if (brackets_.empty()) return;
  const Bracket opener = brackets_.back();
  brackets_.pop_back();
  if (brackets_.size() < inactive_brackets_) {
    inactive_brackets_ = brackets_.size();
    return;
  }
  std::optional<Target> target;
  if (char_at(at_) == '(') {
    target = inline_target(at_ + 1);
  } else if (!links_.empty()) {
    target =
        reference_target(at_, text_.substr(opener.text_start, std::min(closer - opener.text_start, longest_label + 1)));
  }
  if (target) return make_link(opener, closer, *target);
  if (const std::uint32_t end = skip_attributes(at_); end != at_) {  // "[Lee]{.smallcaps}"
    remove(opener.start, opener.text_start);
    remove(closer, end);
    at_ = end;
  }
}

// Behind Pandoc's attributes, "{.class}", "{#name}", "{width=50%}", if they stand at `i`.
std::uint32_t InlineParser::skip_attributes(std::uint32_t i) const {
  if (char_at(i) != '{') return i;
  const std::size_t end =
      text_.substr(0, std::min<std::size_t>(size(), i + longest_attributes)).find_first_of("{}\n", i + 1);
  if (end == std::string_view::npos || text_[end] != '}') return i;
  const std::string_view inside = text_.substr(i + 1, end - i - 1);
  const bool attributes =
      !inside.empty() && (inside.front() == '.' || inside.front() == '#' || inside.find('=') != std::string_view::npos);
  return attributes ? static_cast<std::uint32_t>(end) + 1 : i;
}

bool looks_like_address(std::string_view address) { return address.find_first_of("./:#@") != std::string_view::npos; }

// `(address "title")`, the part behind the parenthesis. "[3](a)" is a citation followed by a bracket, not a link.
std::optional<Target> InlineParser::inline_target(std::uint32_t i) const {
  const std::uint32_t start = i;
  while (is_ascii_space(char_at(i)) && i - start < 8) ++i;
  Target target;
  if (char_at(i) == '<') {
    const std::size_t end =
        text_.substr(0, std::min<std::size_t>(size(), i + longest_target)).find_first_of("<>\n", i + 1);
    if (end == std::string_view::npos || text_[end] != '>') return std::nullopt;
    target.address = text_.substr(i + 1, end - i - 1);
    i = static_cast<std::uint32_t>(end) + 1;
  } else {
    const std::uint32_t address_start = i;
    int depth = 0;
    for (; i < size() && i - address_start < longest_target; ++i) {
      const char c = text_[i];
      if (c == '\\' && is_ascii_punctuation(char_at(i + 1))) {
        ++i;
      } else if (is_ascii_space(c) || (c == ')' && depth == 0) || (c == '(' && depth == 32)) {
        break;
      } else {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
    }
    target.address = text_.substr(address_start, i - address_start);
    if (!target.address.empty() && !looks_like_address(target.address)) return std::nullopt;
  }
  const std::uint32_t address_end = i;
  while (is_ascii_space(char_at(i)) && i - address_end < 8) ++i;
  const char quote = char_at(i);
  if (i > address_end && (quote == '"' || quote == '\'')) {
    const std::size_t end = text_.substr(0, std::min<std::size_t>(size(), i + longest_title)).find(quote, i + 1);
    if (end == std::string_view::npos) return std::nullopt;
    i = static_cast<std::uint32_t>(end) + 1;
    while (is_ascii_space(char_at(i)) && i - end < 8) ++i;
  }
  if (char_at(i) != ')') return std::nullopt;
  target.end = i + 1;
  return target;
}

const LinkDefinition* InlineParser::definition(std::string_view label) const {
  if (label.empty() || label.size() > longest_label) return nullptr;
  const std::string folded = text::fold(text::collapse_spaces(label));
  const auto found =
      std::lower_bound(links_.begin(), links_.end(), folded,
                       [](const LinkDefinition& row, const std::string& key) { return row.label < key; });
  return found != links_.end() && found->label == folded ? &*found : nullptr;
}

// `[label]`, `[]` or nothing behind the text. A label alone keeps its brackets: citations look like that.
std::optional<Target> InlineParser::reference_target(std::uint32_t i, std::string_view own_label) const {
  if (char_at(i) != '[') {
    const LinkDefinition* found = definition(own_label);
    if (found == nullptr) return std::nullopt;
    return Target{0, found->target};
  }
  const std::size_t end = text_.substr(0, std::min<std::size_t>(size(), i + longest_label)).find_first_of("[]", i + 1);
  if (end == std::string_view::npos || text_[end] != ']') return std::nullopt;
  const std::string_view label = text_.substr(i + 1, end - i - 1);
  const LinkDefinition* found = definition(label.empty() ? own_label : label);
  if (found == nullptr) return std::nullopt;
  return Target{static_cast<std::uint32_t>(end) + 1, found->target};
}

bool is_bare_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789,;- ") == std::string_view::npos;
}

void InlineParser::make_link(const Bracket& opener, std::uint32_t closer, const Target& target) {
  emphasis_.match(opener.delimiters);
  const bool image = opener.text_start - opener.start == 2;
  if (!image) {
    mark(MarkKind::link, opener.text_start, closer, target.address);
    inactive_brackets_ = brackets_.size();
  }
  if (target.end == 0) return;  // a shortcut: the brackets stay
  // Where a number links into the document, its brackets are those of the citation.
  const bool citation = !image && target.address.starts_with('#') &&
                        is_bare_number(text_.substr(opener.text_start, closer - opener.text_start)) &&
                        !text::is_punctuation(decode_before(text_, opener.start).value);
  if (!citation) {
    remove(opener.start, opener.text_start);
    remove(closer, closer + 1);
  }
  at_ = skip_attributes(target.end);
  remove(closer + 1, at_);
  address_end_ = std::min(address_end_, closer);
}

}  // namespace

void parse_inlines(RichText& rich, const std::vector<LinkDefinition>& links) {
  if (rich.text.find_first_of("\\`*_^~$<&[]!") == std::string::npos) return;
  InlineParser parser(rich.text, links);
  parser.run();
  for (Mark& mark : parser.take_marks()) rich.marks.push_back(std::move(mark));
  apply_edits(rich, parser.take_edits());
}

}  // namespace citegraph::document
