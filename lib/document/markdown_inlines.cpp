#include "document/markdown_inlines.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "document/entities.hpp"
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
constexpr std::uint32_t longest_script = 40;  // "^12,13^"
constexpr std::uint32_t longest_formula = 500;

constexpr bool is_ascii_punctuation(char c) noexcept {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}
constexpr bool is_ascii_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_ascii_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_space(char c) noexcept { return c == ' ' || c == '\t' || c == '\n'; }

// A run of '*' or '_' that may open or close emphasis.
struct Delimiter {
  char character;
  bool can_open;
  bool can_close;
  std::uint32_t start;     // of what is left of the run
  std::uint32_t count;     // what is left of the run
  std::uint32_t original;  // its length, for the rule of three
  std::int32_t below = -1;
};

struct Bracket {
  std::uint32_t start;       // of "[" or "!["
  std::uint32_t text_start;  // behind it
  std::size_t delimiters;    // how many there were before it
};

struct Target {
  std::uint32_t end = 0;  // behind the closing parenthesis or bracket
  std::string address;
};

enum class Tag : std::uint8_t { none, dropped, line_break, superscript, subscript, emphasis, strong, code, link };

struct TagName {
  std::string_view name;
  Tag tag;
};

// Sorted. What is not in the table stays text: "(a <b and c> d)".
constexpr TagName tag_names[] = {{"a", Tag::link},
                                 {"abbr", Tag::dropped},
                                 {"b", Tag::strong},
                                 {"big", Tag::dropped},
                                 {"blockquote", Tag::dropped},
                                 {"body", Tag::dropped},
                                 {"br", Tag::line_break},
                                 {"caption", Tag::dropped},
                                 {"center", Tag::dropped},
                                 {"cite", Tag::emphasis},
                                 {"code", Tag::code},
                                 {"col", Tag::dropped},
                                 {"dd", Tag::dropped},
                                 {"del", Tag::dropped},
                                 {"details", Tag::dropped},
                                 {"div", Tag::dropped},
                                 {"dl", Tag::dropped},
                                 {"dt", Tag::dropped},
                                 {"em", Tag::emphasis},
                                 {"figcaption", Tag::dropped},
                                 {"figure", Tag::dropped},
                                 {"font", Tag::dropped},
                                 {"h1", Tag::dropped},
                                 {"h2", Tag::dropped},
                                 {"h3", Tag::dropped},
                                 {"h4", Tag::dropped},
                                 {"h5", Tag::dropped},
                                 {"h6", Tag::dropped},
                                 {"hr", Tag::dropped},
                                 {"html", Tag::dropped},
                                 {"i", Tag::emphasis},
                                 {"img", Tag::dropped},
                                 {"ins", Tag::dropped},
                                 {"kbd", Tag::code},
                                 {"li", Tag::dropped},
                                 {"mark", Tag::dropped},
                                 {"nobr", Tag::dropped},
                                 {"ol", Tag::dropped},
                                 {"p", Tag::dropped},
                                 {"pre", Tag::dropped},
                                 {"q", Tag::dropped},
                                 {"s", Tag::dropped},
                                 {"section", Tag::dropped},
                                 {"small", Tag::dropped},
                                 {"span", Tag::dropped},
                                 {"strong", Tag::strong},
                                 {"sub", Tag::subscript},
                                 {"summary", Tag::dropped},
                                 {"sup", Tag::superscript},
                                 {"table", Tag::dropped},
                                 {"tbody", Tag::dropped},
                                 {"td", Tag::dropped},
                                 {"th", Tag::dropped},
                                 {"thead", Tag::dropped},
                                 {"tr", Tag::dropped},
                                 {"tt", Tag::code},
                                 {"u", Tag::dropped},
                                 {"ul", Tag::dropped},
                                 {"wbr", Tag::dropped}};

class InlineParser {
 public:
  InlineParser(std::string_view text, const std::vector<LinkDefinition>& links) : text_(text), links_(links) {
    find_backticks();
  }

  void run() {
    while (at_ < size()) step();
    match_emphasis(0);
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
  void read_delimiters();
  void read_script(char fence, MarkKind kind);
  void read_formula();
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
  void make_link(const Bracket& opener, std::uint32_t closer, Target target);
  void match_emphasis(std::size_t bottom);
  void find_backticks();

  std::string_view text_;
  const std::vector<LinkDefinition>& links_;
  std::uint32_t at_ = 0;
  std::uint32_t address_end_ = 0;  // inside a bare address most characters are plain
  std::vector<Edit> edits_;
  std::vector<Mark> marks_;
  std::vector<Delimiter> delimiters_;
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
      return read_delimiters();
    case '_':
      if (in_address()) break;
      return read_delimiters();
    case '^':
      if (in_address() || char_at(at_ + 1) == '[') break;
      return read_script('^', MarkKind::superscript);
    case '~':
      if (in_address()) break;
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

// The flanking rules of CommonMark 6.2.
void InlineParser::read_delimiters() {
  const char character = text_[at_];
  std::uint32_t count = 1;
  while (char_at(at_ + count) == character) ++count;
  const auto before = decode_before(text_, at_);
  const auto after = decode_at(text_, at_ + count);
  const bool space_before = before.size == 0 || text::is_space(before.value);
  const bool space_after = after.size == 0 || text::is_space(after.value);
  const bool mark_before = before.size != 0 && text::is_punctuation(before.value);
  const bool mark_after = after.size != 0 && text::is_punctuation(after.value);
  const bool left = !space_after && (!mark_after || space_before || mark_before);
  const bool right = !space_before && (!mark_before || space_after || mark_after);
  Delimiter run{character, left, right, at_, count, count};
  if (character == '_') {
    run.can_open = left && (!right || mark_before);
    run.can_close = right && (!left || mark_after);
  }
  if (run.can_open || run.can_close) delimiters_.push_back(run);
  at_ += count;
}

// "x^2^", "H~2~O" and struck out "~~text~~", as Pandoc writes them: no white space inside.
void InlineParser::read_script(char fence, MarkKind kind) {
  if (fence == '~' && char_at(at_ + 1) == '~') {
    std::uint32_t end = at_;
    while (char_at(end) == '~') ++end;
    at_ = end;
    return;
  }
  std::uint32_t end = at_ + 1;
  while (end < size() && end - at_ <= longest_script && text_[end] != fence && !is_ascii_space(text_[end])) ++end;
  const bool closed = char_at(end) == fence && end > at_ + 1 && char_at(end + 1) != fence && char_at(at_ + 1) != '(';
  if (!closed || at_ == 0 || char_at(at_ - 1) == '/' ||
      text_.substr(at_, end - at_).find('[') != std::string_view::npos) {
    ++at_;
    return;
  }
  remove(at_, at_ + 1);
  mark(kind, at_ + 1, end);
  remove(end, end + 1);
  at_ = end + 1;
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
    if (is_ascii_space(text_[end - 1]) || is_ascii_digit(char_at(end + 1))) break;
    const std::string_view formula = text_.substr(at_ + 1, end - at_ - 1);
    // A raised number, as converters of PDF write it: $^{12}$, ${}^{12}$.
    const std::size_t open = formula.starts_with("^{") ? 2 : formula.starts_with("{}^{") ? 4 : 0;
    if (open != 0 && formula.ends_with('}') && formula.find_first_of("\\^_", open) == std::string_view::npos) {
      const auto start = at_ + 1 + static_cast<std::uint32_t>(open);
      remove(at_, start);
      mark(MarkKind::superscript, start, end - 1);
      remove(end - 1, end + 1);
    }
    at_ = end + 1;
    return;
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
  if (char_at(end) != '>' || !is_ascii_letter(char_at(at_ + 1)) || !(has_scheme || has_at)) return false;
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

Tag tag_named(std::string_view name) {
  std::array<char, 10> lower{};
  if (name.empty() || name.size() > lower.size()) return Tag::none;
  std::transform(name.begin(), name.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  const std::string_view wanted(lower.data(), name.size());
  const auto* found = std::lower_bound(std::begin(tag_names), std::end(tag_names), wanted,
                                       [](const TagName& row, std::string_view key) { return row.name < key; });
  return found != std::end(tag_names) && found->name == wanted ? found->tag : Tag::none;
}

// The value of `href` among the attributes of a tag.
std::string address_in(std::string_view attributes) {
  const std::size_t name = attributes.find("href=");
  if (name == std::string_view::npos) return {};
  std::string_view value = attributes.substr(name + 5);
  if (value.empty()) return {};
  const char quote = value.front();
  if (quote != '"' && quote != '\'') return std::string(value.substr(0, value.find_first_of(" \t\n/>")));
  value.remove_prefix(1);
  return std::string(value.substr(0, value.find(quote)));
}

bool InlineParser::read_tag() {
  std::uint32_t i = at_ + 1;
  const bool closing = char_at(i) == '/';
  if (closing) ++i;
  const std::uint32_t name_start = i;
  while (is_ascii_letter(char_at(i)) || is_ascii_digit(char_at(i))) ++i;
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
  if (tag != Tag::dropped) open_tags_[static_cast<std::size_t>(tag)].push_back({end, std::move(address)});
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
  Entity entity = entity_at(text_, at_);
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
  brackets_.push_back({at_, at_ + length, delimiters_.size()});
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
  if (target) make_link(opener, closer, std::move(*target));
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

void InlineParser::make_link(const Bracket& opener, std::uint32_t closer, Target target) {
  match_emphasis(opener.delimiters);
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
  remove(closer + 1, target.end);
  at_ = target.end;
  address_end_ = std::min(address_end_, closer);
}

// CommonMark's procedure "process emphasis". `floor` remembers, for each kind of closer, below what there is no opener
// for it: that makes it linear.
void InlineParser::match_emphasis(std::size_t bottom) {
  const auto base = static_cast<std::int32_t>(bottom) - 1;
  std::array<std::int32_t, 12> floors;
  floors.fill(base);
  std::int32_t top = base;
  for (std::size_t i = bottom; i < delimiters_.size(); ++i) {
    Delimiter& closer = delimiters_[i];
    while (closer.can_close && closer.count > 0) {
      std::int32_t& floor =
          floors[(closer.character == '*' ? 0U : 6U) + (closer.can_open ? 3U : 0U) + closer.original % 3];
      std::int32_t found = top;
      while (found > floor) {
        const Delimiter& opener = delimiters_[static_cast<std::size_t>(found)];
        const bool odd = (opener.can_close || closer.can_open) && (opener.original + closer.original) % 3 == 0 &&
                         (opener.original % 3 != 0 || closer.original % 3 != 0);
        if (opener.character == closer.character && opener.can_open && !odd) break;
        found = opener.below;
      }
      if (found <= floor) {
        floor = top;
        break;
      }
      Delimiter& opener = delimiters_[static_cast<std::size_t>(found)];
      const std::uint32_t used = opener.count >= 2 && closer.count >= 2 ? 2 : 1;
      const std::uint32_t opener_end = opener.start + opener.count;
      mark(used == 2 ? MarkKind::strong : MarkKind::emphasis, opener_end, closer.start);
      remove(opener_end - used, opener_end);
      remove(closer.start, closer.start + used);
      opener.count -= used;
      closer.count -= used;
      closer.start += used;
      top = opener.count > 0 ? found : opener.below;
    }
    if (closer.count > 0 && closer.can_open) {
      closer.below = top;
      top = static_cast<std::int32_t>(i);
    }
  }
  delimiters_.erase(delimiters_.begin() + static_cast<std::ptrdiff_t>(bottom), delimiters_.end());
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
