#include "document/latex/scanner.hpp"

#include <algorithm>
#include <memory>

#include "bibliography/latex_commands.hpp"
#include "bibliography/latex_reader.hpp"
#include "bibliography/latex_symbols.hpp"
#include "text/ascii.hpp"
#include "text/source_lines.hpp"
#include "text/utf8.hpp"

namespace citegraph::document::latex {
namespace {

constexpr std::string_view white = " \t\r\n";
constexpr std::uint32_t longest_option = 5000;    // bytes
constexpr std::uint32_t longest_formula = 20000;  // bytes
// What macros may come to: that much for every byte of the files, so that a few lines cannot become megabytes, and
// the most at all.
constexpr std::uint64_t free_expansions = 2000;
constexpr std::uint64_t most_expansions = 100000;
constexpr std::uint64_t free_expanded = 128U << 10U;  // bytes
constexpr std::uint64_t expanded_per_byte = 16;
constexpr std::uint64_t most_expanded = 4U << 20U;    // bytes
constexpr std::size_t longest_expansion = 1U << 18U;  // bytes
constexpr std::size_t deepest_frames = 300;
constexpr std::size_t most_findings = 1000;
constexpr std::size_t nearest_environments = 200;  // an "\end" looks that far for its "\begin"
constexpr std::string_view list_heading = "References";

bool is_white(char c) noexcept { return white.find(c) != std::string_view::npos; }

// `needle` where it is not in a comment, at or after `from`.
std::size_t find_live(std::string_view text, std::string_view needle, std::size_t from = 0) {
  for (std::size_t at = text.find(needle, from); at != std::string_view::npos; at = text.find(needle, at + 1)) {
    const std::size_t line = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    bool comment = false;
    for (std::size_t i = line; i < at && !comment; ++i) {
      if (text[i] == '\\')
        ++i;
      else
        comment = text[i] == '%';
    }
    if (!comment) return at;
  }
  return std::string_view::npos;
}

std::string_view file_name(std::string_view path) { return path.substr(path.find_last_of("/\\") + 1); }

}  // namespace

Scanner::Scanner(const Input& input, Document& document) : input_(input), document_(document) {}

// ---- the walk

void Scanner::run() {
  const std::string_view text = input_.decoded.text;
  in_body_ = find_live(text, "\\begin{document}") == std::string_view::npos;
  const Text& main = texts_.add_main(text);
  frames_.push_back({&main, 0, main.size()});
  while (!frames_.empty()) {
    scan();
    writer_.end();
    if (!notes_.empty()) begin_note_frame();
  }
}

void Scanner::read_list(std::string text, const SourceMap& map, const std::string& path, std::string source) {
  const text::Decoded decoded = text::decode(source);
  document_.files.push_back({path, std::move(source), nullptr});
  SourceFile& file = document_.files.back();
  file.lines = std::make_shared<const text::SourceLines>(file.source, decoded);
  const Text* list = texts_.add_file(std::move(text), map, static_cast<std::uint32_t>(document_.files.size()), path);
  if (list == nullptr) return;
  in_body_ = true;
  ended_ = false;
  frames_.push_back({list, 0, list->size()});
  while (!frames_.empty()) {
    scan();
    writer_.end();
    if (!notes_.empty()) begin_note_frame();
  }
}

void Scanner::scan() {
  while (!frames_.empty()) {
    if (ended_)
      frames_.clear();
    else if (frame().at < frame().end)
      step();
    else
      end_frame();
  }
  close_groups(0);
  close_entry();
  ended_ = false;
}

void Scanner::push(Range range, Then then, std::uint32_t citation, std::uint32_t item) {
  frames_.push_back({range.text, range.start, range.end, then, citation, item, groups_.size(), then != Then::nothing});
}

void Scanner::end_frame() {
  const Frame done = frame();
  if (done.closes_groups) close_groups(done.groups);
  frames_.pop_back();
  switch (done.then) {
    case Then::nothing:
      return;
    case Then::end_title:
      out_.title =
          std::string(text::trim(slice(writer_.text(), writer_.is_open() ? writer_.block_span() : TextSpan{})));
      [[fallthrough]];
    case Then::end_heading:
      return writer_.end();
    case Then::end_note:
      writer_.end();
      in_note_ = false;
      if (!notes_.empty()) begin_note_frame();
      return;
    default:
      return citation_step(done);
  }
}

char Scanner::peek(std::uint32_t ahead) noexcept {
  const Frame& top = frame();
  return top.at + ahead < top.end ? top.text->view[top.at + ahead] : '\0';
}

void Scanner::report(std::string_view code, std::uint32_t at, std::uint32_t size, std::string message) {
  if (out_.findings.size() == most_findings) return;
  out_.findings.push_back({code, {at, at + size}, std::move(message)});
}

void Scanner::step() {
  const char c = peek();
  switch (c) {
    case '\\':
      return step_command();
    case '{':
      open_group({});
      return;
    case '}':
      ++frame().at;
      return brace_closed();
    case '%':
      frame().at = std::min(comment_end(frame().text->view, frame().at), frame().end);
      return;
    case '~':
      return put_for(" ", 1);
    case '$': {
      const bool display = peek(1) == '$';
      return mathematics(display ? "$$" : "$", display ? 2 : 1, display);
    }
    case '\n':
    case ' ':
    case '\t':
    case '\r':
      return blanks();
    case '-': {
      std::uint32_t count = 1;
      while (count < 3 && peek(count) == '-') ++count;
      if (count > 1) return put_for(count == 2 ? "–" : "—", count);
      return characters(1);
    }
    case '`':
      return peek(1) == '`' ? put_for("“", 2) : put_for("‘", 1);
    case '\'':
      return peek(1) == '\'' ? put_for("”", 2) : characters(1);
    case '"':  // babel's shorthands for hyphens
      if (peek(1) == '=' || peek(1) == '~') return put_for("-", 2);
      if (peek(1) == '-' || peek(1) == '|' || peek(1) == '"') return skip(2);
      if (peek(1) == '`') return put_for("„", 2);
      if (peek(1) == '\'') return put_for("“", 2);
      return characters(1);
    case '&':
      if (tables_ == 0) return characters(1);
      if (in_body_) writer_.separate(BlockWriter::cell_separator, offset(frame().at));
      return skip(1);
    default: {
      const Frame& top = frame();
      const std::size_t end = top.text->view.find_first_of("\\{}%~$\n \t\r-`'\"&", top.at + 1);
      return characters(std::min(static_cast<std::uint32_t>(std::min<std::size_t>(end, top.end)), top.end) - top.at);
    }
  }
}

// ---- text

void Scanner::skip(std::uint32_t size) { frame().at = std::min(frame().at + size, frame().end); }

// White space; with an empty line in it, the end of a paragraph.
void Scanner::blanks() {
  Frame& top = frame();
  const std::string_view view = top.text->view;
  std::uint32_t end = top.at;
  unsigned lines = 0;
  for (; end < top.end && is_white(view[end]); ++end) lines += view[end] == '\n';
  if (lines > 1 && in_body_) {
    if (tables_ == 0 && !in_entry_) {
      if (flush_notes(top.at)) return;
      writer_.end();
    } else {
      writer_.separate(" ", offset(top.at));
    }
  } else if (in_body_) {
    writer_.characters(view.substr(top.at, end - top.at), offset(top.at), BlockWriter::References::literal);
  }
  top.at = end;
}

void Scanner::characters(std::uint32_t size) {
  if (in_body_) {
    ensure_block();
    const std::uint32_t at = frame().at;
    writer_.characters(frame().text->view.substr(at, size), offset(at), BlockWriter::References::literal);
  }
  skip(size);
}

// Text that stands for `size` bytes of what is read.
void Scanner::put_for(std::string_view generated, std::uint32_t size) {
  const std::uint32_t start = offset(frame().at);
  skip(size);
  replace(generated, start, offset(frame().at));
}

void Scanner::replace(std::string_view generated, std::uint32_t start, std::uint32_t end) {
  if (!in_body_) return;
  if (generated == " ") return writer_.separate(" ", start);
  ensure_block();
  writer_.put_for(generated, {start, end});
}

void Scanner::put(std::string_view generated) {
  if (!in_body_) return;
  ensure_block();
  writer_.put(generated, place_);
}

void Scanner::ensure_block() {
  if (writer_.has_begun()) return;
  if (in_note_) return writer_.begin(BlockKind::note, 0);
  if (item_begins_) {
    item_begins_ = false;
    return writer_.begin(BlockKind::list_item, static_cast<std::uint8_t>(std::clamp(lists_, 1U, 255U)));
  }
  writer_.begin(contexts_.empty() ? BlockKind::paragraph : contexts_.back());
}

// Notes follow the paragraph they were made in. True if one is to be read before what stands at `start`.
bool Scanner::flush_notes(std::uint32_t start) {
  if (notes_.empty() || in_note_ || tables_ > 0 || in_entry_ || !in_body_) return false;
  frame().at = start;
  writer_.end();
  begin_note_frame();
  return true;
}

void Scanner::begin_note_frame() {
  const Note note = std::move(notes_.front());
  notes_.pop_front();
  in_note_ = true;
  writer_.begin(BlockKind::note, 0, note.label);
  push(note.range, Then::end_note);
}

// ---- groups

bool Scanner::open_group(Group group) {
  if (peek() != '{') return false;
  group.place = offset(frame().at);
  ++frame().at;
  if (group.on_end == GroupEnd::mark || group.on_end == GroupEnd::link) writer_.open_run();
  groups_.push_back(std::move(group));
  return true;
}

void Scanner::open_mark_group(MarkKind kind) {
  skip_white();
  Group group;
  group.on_end = GroupEnd::mark;
  group.mark = kind;
  open_group(std::move(group));
}

void Scanner::close_group() {
  Group group = std::move(groups_.back());
  groups_.pop_back();
  for (; !group.switches.empty(); group.switches.pop_back())
    writer_.add_mark({group.switches.back(), writer_.close_run(), {}});
  switch (group.on_end) {
    case GroupEnd::mark:
      return writer_.add_mark({group.mark, writer_.close_run(), {}});
    case GroupEnd::link:
      return writer_.add_mark({MarkKind::link, writer_.close_run(), std::move(group.name)});
    case GroupEnd::quote:
      return put("”");
    case GroupEnd::heading:
    case GroupEnd::caption:
      if (tables_ == 0) writer_.end();
      return;
    case GroupEnd::nothing:
      break;
  }
  if (group.environment) leave(group.kind);
}

void Scanner::close_groups(std::size_t floor) {
  while (groups_.size() > floor) close_group();
}

void Scanner::brace_closed() {
  const std::size_t floor = frame().closes_groups ? frame().groups : 0;
  std::size_t open = groups_.size();
  for (std::size_t looked = 0; open > floor && looked < nearest_environments; --open, ++looked)
    if (!groups_[open - 1].environment) return close_groups(open - 1);
}

// ---- mathematics and what is no LaTeX

void Scanner::mathematics(std::string_view closer, std::uint32_t opener_size, bool display) {
  Frame& top = frame();
  const std::string_view view = top.text->view.substr(0, std::min(top.end, top.at + longest_formula));
  std::size_t end = top.at + opener_size;
  for (;; end += 2) {
    end = view.find(closer, end);
    if (end == std::string_view::npos) return skip(opener_size);
    if (view[end - 1] != '\\' || closer[0] == '\\') break;
  }
  std::uint32_t start = top.at + opener_size;
  auto last = static_cast<std::uint32_t>(end);
  top.at = last + static_cast<std::uint32_t>(closer.size());
  if (!in_body_) return;
  ensure_block();
  if (display) writer_.separate(" ", offset(start));
  // "$^{12}$" raises a number that stands in no formula.
  std::string_view inside = view.substr(start, last - start);
  std::uint32_t lead = inside.starts_with("{}^") ? 3 : inside.starts_with('^') ? 1 : 0;
  const bool braced = lead > 0 && inside.size() > lead + 1 && inside[lead] == '{' && inside.ends_with('}');
  const std::string_view raised = lead == 0 ? std::string_view{}
                                  : braced  ? inside.substr(lead + 1, inside.size() - lead - 2)
                                            : inside.substr(lead);
  if (!raised.empty() && raised.find_first_of("\\^_{}$") == std::string_view::npos && (braced || raised.size() == 1)) {
    writer_.open_run();
    writer_.characters(raised, offset(start + lead + (braced ? 1 : 0)), BlockWriter::References::literal);
    writer_.add_mark({MarkKind::superscript, writer_.close_run(), {}});
    return;
  }
  if (const std::size_t label = inside.find("\\label{"); label != std::string_view::npos) {
    const std::size_t close = std::min(inside.find('}', label), inside.size() - 1);
    writer_.characters(inside.substr(0, label), offset(start), BlockWriter::References::literal);
    start += static_cast<std::uint32_t>(close) + 1;
    inside = inside.substr(close + 1);
  }
  writer_.characters(inside, offset(start), BlockWriter::References::literal);
  if (display) writer_.separate(" ", offset(last));
}

void Scanner::verbatim_to(std::string_view end_tag, bool shown) {
  Frame& top = frame();
  const std::string_view view = top.text->view.substr(0, top.end);
  const std::size_t found = view.find(end_tag, top.at);
  const auto end = static_cast<std::uint32_t>(std::min(found, view.size()));
  if (shown && in_body_ && tables_ == 0) {
    writer_.begin(BlockKind::code);
    writer_.verbatim(view.substr(top.at, end - top.at), offset(top.at), BlockWriter::References::literal);
    writer_.end();
  }
  top.at = std::min(end + static_cast<std::uint32_t>(end_tag.size()), top.end);
}

void Scanner::verb() {
  if (peek() == '*') skip(1);
  const char fence = peek();
  const std::string_view view = frame().text->view.substr(0, frame().end);
  const std::size_t line = std::min(view.find('\n', frame().at), view.size());
  const std::size_t end = view.substr(0, line).find(fence, frame().at + 1);
  if (fence == '\0' || end == std::string_view::npos) return;
  skip(1);
  if (in_body_) ensure_block();
  writer_.open_run();
  if (end > frame().at) characters(static_cast<std::uint32_t>(end) - frame().at);
  writer_.add_mark({MarkKind::code, writer_.close_run(), {}});
  skip(1);
}

// "\iffalse ... \fi", with other conditions inside.
void Scanner::skip_conditional() {
  Frame& top = frame();
  const std::string_view view = top.text->view.substr(0, top.end);
  unsigned depth = 1;
  for (std::size_t at = view.find('\\', top.at); at != std::string_view::npos; at = view.find('\\', at + 1)) {
    const std::string_view rest = view.substr(at + 1, 3);
    if (rest.starts_with("fi") && (rest.size() < 3 || !is_letter(rest[2]))) {
      if (--depth > 0) continue;
      top.at = static_cast<std::uint32_t>(at) + 3;
      return;
    }
    if (rest.starts_with("if")) ++depth;
    if (depth == 1 && view.substr(at + 1).starts_with("else")) {
      top.at = static_cast<std::uint32_t>(at) + 5;
      return;
    }
  }
  top.at = top.end;
}

// ---- arguments

void Scanner::skip_white() {
  Frame& top = frame();
  const std::string_view view = top.text->view;
  while (top.at < top.end) {
    if (view[top.at] == '%')
      top.at = std::min(comment_end(view, top.at), top.end);
    else if (is_white(view[top.at]))
      ++top.at;
    else
      return;
  }
}

bool Scanner::skip_star() {
  if (peek() != '*') return false;
  skip(1);
  return true;
}

std::optional<Scanner::Range> Scanner::enclosed(char open, char close) {
  const std::uint32_t before = frame().at;
  skip_white();
  if (peek() != open) {
    frame().at = before;
    return std::nullopt;
  }
  const Frame& top = frame();
  const std::string_view view = top.text->view;
  const std::uint32_t limit = std::min(top.end, top.at + longest_option);
  for (std::uint32_t at = top.at + 1; at < limit; ++at) {
    if (view[at] == '\\') {
      ++at;
    } else if (view[at] == '{') {
      at = top.text->closing(at);
    } else if (view[at] == '%') {
      at = static_cast<std::uint32_t>(std::min<std::size_t>(view.find('\n', at), limit));
    } else if (view[at] == close) {
      const Range range{top.text, top.at + 1, at};
      frame().at = at + 1;
      return range;
    }
  }
  frame().at = before;
  return std::nullopt;
}

std::optional<Scanner::Range> Scanner::braced() {
  const std::uint32_t before = frame().at;
  skip_white();
  Frame& top = frame();
  const std::uint32_t close = peek() == '{' ? top.text->closing(top.at) : top.end;
  if (close >= top.end) {
    top.at = before;
    return std::nullopt;
  }
  const Range range{top.text, top.at + 1, close};
  top.at = close + 1;
  return range;
}

Scanner::Range Scanner::argument() {
  if (const std::optional<Range> group = braced()) return *group;
  skip_white();
  Frame& top = frame();
  const std::uint32_t start = top.at;
  if (start >= top.end || peek() == '}' || peek() == '{') return {top.text, start, start};
  const std::string_view view = top.text->view;
  const std::uint32_t size = view[start] == '\\' ? 1 + name_size(view, start + 1) : text::decode_at(view, start).size;
  skip(std::max(size, 1U));
  return {top.text, start, frame().at};
}

void Scanner::drop(unsigned count) {
  skip_star();
  while (peek() == '[' && enclosed('[', ']')) continue;
  for (unsigned i = 0; i < count; ++i) {
    if (!braced()) return;
    while (peek() == '[' && enclosed('[', ']')) continue;
  }
}

// ---- commands

void Scanner::step_command() {
  const std::uint32_t start = frame().at;
  const std::string_view view = frame().text->view.substr(0, frame().end);
  const std::uint32_t size = name_size(view, start + 1);
  place_ = offset(start);
  std::string name(view.substr(start + 1, size));
  frame().at = start + 1 + size;
  if (size == 0) return;
  if (is_white(name.front())) return replace(" ", place_, offset(frame().at));
  for (unsigned hops = 0; hops < 8; ++hops) {
    const auto macro = macros_.find(name);
    if (macro == macros_.end()) break;
    if (macro->second.alias.empty()) return expand(macro->second, start);
    name = macro->second.alias;
  }
  const CiteCommand citation = cite_command(name);
  if (citation.is_one && cite(citation, start)) return;
  const Command command = command_named(name);
  if (command.action == Action::none)
    unknown(name);
  else
    act(name, command, start);
}

// Accents, symbols, and what no table has: its options go, its arguments are text.
void Scanner::unknown(const std::string& name) {
  if (name == "\\") {
    skip_star();
    if (peek() == '[') enclosed('[', ']');
    return line_break();
  }
  if (name == "[") return reopen_mathematics("\\]", true);
  if (name == "(") return reopen_mathematics("\\)", false);
  if (name == "-" || name == "/" || name == "!" || name == ")" || name == "]") return;
  if (name == "," || name == ";" || name == ":" || name == ">") return replace(" ", place_, offset(frame().at));
  if (const char32_t mark = bibliography::combining_accent(name); mark != 0) return accent(name, mark);
  if (const auto text = bibliography::text_of_command(name)) {
    if (is_letter(name.front())) swallow_blanks();
    return replace(*text, place_, offset(frame().at));
  }
  switch (bibliography::argument_use(name)) {
    case bibliography::ArgumentUse::dropped:
    case bibliography::ArgumentUse::second:
      return drop(1);
    case bibliography::ArgumentUse::quoted:
      return quoted();
    case bibliography::ArgumentUse::superscript:
      return open_mark_group(MarkKind::superscript);
    case bibliography::ArgumentUse::subscript:
      return open_mark_group(MarkKind::subscript);
    default:
      break;
  }
  skip_star();
  while (peek() == '[' && enclosed('[', ']')) continue;
  if (is_letter(name.front()) && peek() != '{' && !writer_.is_open()) swallow_blanks();
}

// What ends a block lets the notes of that block come first.
void Scanner::act(const std::string& name, Command command, std::uint32_t start) {
  switch (command.action) {
    case Action::heading:
    case Action::item:
    case Action::entry:
    case Action::begin:
    case Action::end:
    case Action::paragraph_break:
    case Action::caption:
      if (flush_notes(start)) return;
      break;
    default:
      break;
  }
  switch (command.action) {
    case Action::none:
      return;
    case Action::dropped:
      return drop(command.count);
    case Action::shown:
      return drop(command.count);
    case Action::heading:
      return heading(command.count);
    case Action::emphasis:
      return open_mark_group(MarkKind::emphasis);
    case Action::strong:
      return open_mark_group(MarkKind::strong);
    case Action::typewriter:
      return open_mark_group(MarkKind::code);
    case Action::superscript:
      return open_mark_group(MarkKind::superscript);
    case Action::subscript:
      return open_mark_group(MarkKind::subscript);
    case Action::switch_emphasis:
      return switch_mark(MarkKind::emphasis);
    case Action::switch_strong:
      return switch_mark(MarkKind::strong);
    case Action::switch_typewriter:
      return switch_mark(MarkKind::code);
    case Action::footnote:
      return footnote(true);
    case Action::footnote_text:
      return footnote(false);
    case Action::footnote_mark:
      drop(0);
      return note_mark(std::to_string(++note_count_));
    case Action::caption:
      return caption(command.count);
    case Action::item:
      return item();
    case Action::entry:
      return entry();
    case Action::part_break:
      return replace(" ", place_, offset(frame().at));
    case Action::paragraph_break:
      swallow_blanks();
      if (in_body_ && tables_ == 0 && !in_entry_) writer_.end();
      return;
    case Action::line_break:
      return line_break();
    case Action::begin:
      return begin_environment();
    case Action::end:
      return end_environment();
    case Action::input:
      return take_in(false);
    case Action::import:
      return take_in(true);
    case Action::define:
      return define();
    case Action::define_tex:
      return define_tex();
    case Action::define_document:
      return define_document();
    case Action::let:
      return let();
    case Action::title:
      return title();
    case Action::author:
      return add_authors();
    case Action::date: {
      drop(0);
      const Range range = argument();
      out_.date = bibliography::text_of_latex(range.view());
      return;
    }
    case Action::make_title:
      return;
    case Action::bibliography:
      return name_bibliography();
    case Action::print_bibliography:
      return drop(0);
    case Action::address:
    case Action::link:
      return url(command.action == Action::link);
    case Action::verb:
      return verb();
    case Action::if_false:
      return skip_conditional();
    case Action::quoted:
      return quoted();
    case Action::nocite:
      return nocite();
  }
  (void)name;
}

void Scanner::swallow_blanks() {
  while (frame().at < frame().end && (peek() == ' ' || peek() == '\t')) ++frame().at;
  if (peek() == '\n' && peek(1) != '\n') ++frame().at;
}

void Scanner::reopen_mathematics(std::string_view closer, bool display) {
  frame().at -= 2;
  mathematics(closer, 2, display);
}

void Scanner::line_break() {
  if (in_body_ && writer_.is_open()) writer_.separate(in_entry_ ? " " : "\n", place_);
}

void Scanner::quoted() {
  skip_star();
  skip_white();
  Group group;
  group.on_end = GroupEnd::quote;
  if (peek() != '{') return;
  put("“");
  open_group(std::move(group));
}

void Scanner::switch_mark(MarkKind kind) {
  swallow_blanks();
  if (groups_.empty()) return;  // to the end of the file: tells nothing
  Group& group = groups_.back();
  if (group.environment || group.switches.size() > 8) return;
  writer_.open_run();
  group.switches.push_back(kind);
}

void Scanner::accent(const std::string& name, char32_t mark) {
  if (is_letter(name.front())) swallow_blanks();
  const Range base = argument();
  std::string letters = text::collapse_spaces(base.view());
  if (letters.starts_with('\\')) {
    letters = bibliography::text_of_latex(letters);
    if (letters == "ı") letters = "i";
    if (letters == "ȷ") letters = "j";
  }
  std::string out;
  if (letters.empty()) {
    out = is_letter(name.front()) ? std::string{} : name;
  } else {
    const std::uint32_t first = text::decode_at(letters, 0).size;
    out = letters.substr(0, first);
    text::append(out, mark);
    out = bibliography::composed(out) + letters.substr(first);
  }
  replace(out, place_, offset(frame().at));
}

void Scanner::heading(std::uint8_t level) {
  skip_star();
  enclosed('[', ']');
  skip_white();
  if (peek() != '{' || !in_body_) return;
  close_entry();
  if (tables_ == 0) writer_.begin(BlockKind::heading, level);
  Group group;
  group.on_end = GroupEnd::heading;
  open_group(std::move(group));
}

void Scanner::caption(std::uint8_t dropped) {
  skip_star();
  drop(dropped);
  enclosed('[', ']');
  skip_white();
  if (peek() != '{' || !in_body_) return;
  if (tables_ == 0) writer_.begin(BlockKind::paragraph);
  Group group;
  group.on_end = GroupEnd::caption;
  open_group(std::move(group));
}

void Scanner::note_mark(const std::string& label) {
  if (!in_body_) return;
  ensure_block();
  writer_.open_run();
  writer_.put(label, place_);
  writer_.add_mark({MarkKind::superscript, writer_.close_run(), "^" + label});
}

void Scanner::footnote(bool marked) {
  enclosed('[', ']');
  const std::optional<Range> range = braced();
  if (!range || !in_body_) return;
  if (marked) ++note_count_;
  const std::string label = std::to_string(std::max(note_count_, 1U));
  if (marked) note_mark(label);
  notes_.push_back({*range, label});
}

void Scanner::item() {
  const std::optional<Range> label = enclosed('[', ']');
  if (!in_body_ || tables_ > 0) return;
  close_entry();
  writer_.end();
  item_begins_ = true;
  if (label) push(*label, Then::nothing);
}

void Scanner::close_entry() {
  if (!in_entry_) return;
  in_entry_ = false;
  TaggedReference& entry = entries_.back();
  entry.span = writer_.is_open() ? writer_.block_span() : TextSpan{writer_.size(), writer_.size()};
  writer_.end();
}

// "\bibitem[Lee(2001)]{key} ..."
void Scanner::entry() {
  const std::optional<Range> label = enclosed('[', ']');
  const std::optional<Range> key = braced();
  if (!key || !in_body_) return;
  close_entry();
  writer_.end();
  TaggedReference entry;
  entry.id = std::string(text::trim(key->view()));
  if (label && label->end - label->start <= 12 && label->view().find('(') == std::string_view::npos)
    entry.number = bibliography::text_of_latex(label->view());
  const bool again = !entry_ids_.insert(entry.id).second;
  if (again)
    report("duplicate-key", key->text->base + key->start, key->end - key->start,
           "the key \"" + entry.id + "\" is defined a second time; the first entry counts");
  entries_.push_back(std::move(entry));
  writer_.begin(BlockKind::list_item, 1);
  in_entry_ = true;
}

// ---- environments

void Scanner::begin_environment() {
  const std::optional<Range> range = braced();
  if (!range) return;
  const std::string name(text::trim(range->view()));
  const Environment environment = environment_named(name);
  if (is_verbatim(name)) {
    const bool shown = name.starts_with("verb") || name.starts_with("Verb") || name.ends_with("Verbatim") ||
                       name == "lstlisting" || name == "minted" || name == "alltt";
    enclosed('[', ']');
    if (name.starts_with("filecontents")) {
      const std::string_view view = frame().text->view.substr(0, frame().end);
      const std::size_t end = std::min(view.find("\\end{" + name + "}", frame().at), view.size());
      const std::string_view content = view.substr(frame().at, end - frame().at);
      const std::size_t close = content.find('}');
      if (content.starts_with('{') && close != std::string_view::npos)
        filecontents_.emplace(text::trim(content.substr(1, close - 1)), std::string(content.substr(close + 1)));
    } else if (name == "minted" && peek() == '{') {  // the language
      while (frame().at < frame().end && peek() != '}' && peek() != '\n') skip(1);
      skip(1);
    }
    return verbatim_to("\\end{" + name + "}", shown);
  }
  if (environment.kind == Surrounding::document) {
    in_body_ = true;
    if (!title_.empty()) emit_title();
    return;
  }
  if (environment.kind == Surrounding::mathematics) {
    const std::string closer = "\\end{" + name + "}";
    drop(environment.arguments);
    const std::string_view view = frame().text->view.substr(0, frame().end);
    const std::size_t end = view.find(closer, frame().at);
    if (end != std::string_view::npos && end - frame().at < longest_formula) return mathematics(closer, 0, true);
    return;
  }
  if (peek() == '[') enclosed('[', ']');
  for (unsigned i = 0; i < environment.arguments; ++i) {
    while (peek() == '[' && enclosed('[', ']')) continue;
    braced();
  }
  Group group;
  group.environment = true;
  group.name = name;
  group.kind = in_body_ ? environment.kind : Surrounding::none;
  group.place = place_;
  enter(group.kind);
  groups_.push_back(std::move(group));
}

void Scanner::enter(Surrounding kind) {
  if (kind == Surrounding::none) return;
  if (tables_ > 0 && kind != Surrounding::table) return;
  switch (kind) {
    case Surrounding::list:
      writer_.end();
      ++lists_;
      contexts_.push_back(BlockKind::paragraph);
      return;
    case Surrounding::quotation:
      writer_.end();
      contexts_.push_back(BlockKind::block_quote);
      return;
    case Surrounding::floating:
      writer_.end();
      contexts_.push_back(BlockKind::paragraph);
      return;
    case Surrounding::table:
      if (tables_++ == 0) writer_.begin(BlockKind::table);
      return;
    case Surrounding::abstract:
    case Surrounding::bibliography:
      writer_.begin(BlockKind::heading, 2);
      writer_.put(kind == Surrounding::abstract ? "Abstract" : list_heading, place_);
      return writer_.end();
    default:
      return;
  }
}

void Scanner::leave(Surrounding kind) {
  switch (kind) {
    case Surrounding::list:
      if (lists_ > 0) --lists_;
      [[fallthrough]];
    case Surrounding::quotation:
    case Surrounding::floating:
      if (tables_ > 0) return;
      item_begins_ = false;
      if (!contexts_.empty()) contexts_.pop_back();
      return writer_.end();
    case Surrounding::table:
      if (tables_ > 0 && --tables_ == 0) writer_.end();
      return;
    case Surrounding::abstract:
      return writer_.end();
    case Surrounding::bibliography:
      return close_entry();
    default:
      return;
  }
}

void Scanner::end_environment() {
  const std::optional<Range> range = braced();
  if (!range) return;
  const std::string_view name = text::trim(range->view());
  if (name == "document") {
    ended_ = in_body_;
    return;
  }
  const std::size_t floor = frame().closes_groups ? frame().groups : 0;
  std::size_t open = groups_.size();
  for (std::size_t looked = 0; open > floor && looked < nearest_environments; --open, ++looked)
    if (groups_[open - 1].environment && groups_[open - 1].name == name) return close_groups(open - 1);
}

// ---- files

void Scanner::take_in(bool two) {
  std::string folder;
  if (two) {
    const Range range = argument();
    folder = std::string(text::trim(range.view()));
    if (!folder.empty() && folder.back() != '/') folder += '/';
  }
  std::optional<Range> range = braced();
  if (!range) {  // TeX's own way: up to a blank
    skip_white();
    const std::uint32_t start = frame().at;
    while (frame().at < frame().end && !is_white(peek()) && peek() != '\\' && peek() != '{' && peek() != '}' &&
           peek() != '%')
      ++frame().at;
    range = Range{frame().text, start, frame().at};
  }
  const std::string name = folder + std::string(text::trim(range->view()));
  const std::uint32_t place = range->text->base + range->start;
  if (name.empty() || name.find_first_of("\\#") != std::string::npos) return;
  if (const auto own = filecontents_.find(name); own != filecontents_.end()) return;
  Companions::File file = input_.companions.read(name, ".tex");
  if (file.outcome != Companions::Outcome::read)
    return report("missing-file", place, range->end - range->start,
                  "the file \"" + name + "\" " + why_not(file.outcome));
  const bool loops =
      file.path == file_name(input_.file.path) ||
      std::any_of(frames_.begin(), frames_.end(), [&](const Frame& each) { return each.text->path == file.path; });
  if (loops || frames_.size() > deepest_frames)
    return report("missing-file", place, range->end - range->start,
                  "the file \"" + name + "\" takes itself in and is not read again");
  text::Decoded decoded = text::decode(file.bytes);
  if (decoded.binary)
    return report("missing-file", place, range->end - range->start, "the file \"" + name + "\" is no text");
  document_.files.push_back({input_.companions.full_path(file.path), std::move(file.bytes), nullptr});
  SourceFile& added = document_.files.back();
  added.lines = std::make_shared<const text::SourceLines>(added.source, decoded);
  const Text* text = texts_.add_file(std::move(decoded.text), decoded.map,
                                     static_cast<std::uint32_t>(document_.files.size()), std::move(file.path));
  if (text == nullptr) return;
  constexpr std::string_view begin = "\\begin{document}";
  const std::size_t body = find_live(text->view, begin);
  const auto start = static_cast<std::uint32_t>(body == std::string_view::npos || !in_body_ ? 0 : body + begin.size());
  frames_.push_back({text, start, text->size()});
  if (body != std::string_view::npos && in_body_) {  // a document of its own ends where it says
    const std::size_t end = find_live(text->view, "\\end{document}", start);
    if (end != std::string_view::npos) frames_.back().end = static_cast<std::uint32_t>(end);
  }
}

void Scanner::name_bibliography() {
  drop(0);
  const std::optional<Range> range = braced();
  if (!range) return;
  const std::string_view names = range->view();
  for (std::size_t at = 0; at <= names.size();) {
    const std::size_t end = std::min(names.find(',', at), names.size());
    const std::string_view name = text::trim(names.substr(at, end - at));
    if (!name.empty() && name.find('\\') == std::string_view::npos) {
      const std::uint32_t start =
          range->text->base + range->start + static_cast<std::uint32_t>(name.data() - names.data());
      out_.bibliographies.push_back({std::string(name), {start, start + static_cast<std::uint32_t>(name.size())}});
    }
    at = end + 1;
  }
}

void Scanner::nocite() {
  const std::optional<Range> range = braced();
  if (!range) return;
  const std::string_view keys = range->view();
  for (std::size_t at = 0; at <= keys.size();) {
    const std::size_t end = std::min(keys.find(',', at), keys.size());
    if (const std::string_view key = text::trim(keys.substr(at, end - at)); !key.empty()) out_.listed.emplace_back(key);
    at = end + 1;
  }
}

// ---- macros

// "\name" or "{\name}".
std::string Scanner::macro_name() {
  const Range range = argument();
  std::string_view name = text::trim(range.view());
  if (!name.starts_with('\\')) return {};
  name.remove_prefix(1);
  return std::string(name);
}

// What the commands of this file know better than a definition.
void Scanner::keep_macro(const std::string& name, Macro macro) {
  if (name.empty() || macro.parameters > 9) return;
  const Action action = command_named(name).action;
  if (action != Action::none && action != Action::dropped && action != Action::shown) return;
  if (cite_command(name).is_one && macro.body.view().find("cite") == std::string_view::npos) return;
  macros_[name] = std::move(macro);
}

void Scanner::define() {
  skip_star();
  const std::string name = macro_name();
  Macro macro;
  if (const std::optional<Range> count = enclosed('[', ']'))
    macro.parameters = static_cast<std::uint8_t>(count->view().size() == 1 ? count->view().front() - '0' : 0);
  if (const std::optional<Range> standard = enclosed('[', ']')) macro.standard = std::string(standard->view());
  macro.body = argument();
  keep_macro(name, std::move(macro));
}

// "\def\name#1#2{...}"; parameters that other text divides are not read.
void Scanner::define_tex() {
  const std::string name = macro_name();
  Macro macro;
  bool plain = true;
  const std::uint32_t limit = std::min(frame().end, frame().at + 200);
  while (frame().at < limit && peek() != '{') {
    const bool parameter = peek() == '#' && peek(1) == static_cast<char>('1' + macro.parameters);
    plain = plain && parameter;
    macro.parameters = static_cast<std::uint8_t>(macro.parameters + (parameter ? 1 : 0));
    skip(parameter ? 2 : 1);
  }
  const std::optional<Range> body = braced();
  if (!body || !plain) return;
  macro.body = *body;
  keep_macro(name, std::move(macro));
}

// "\NewDocumentCommand{\name}{O{x} m m}{...}"
void Scanner::define_document() {
  const std::string name = macro_name();
  const Range specification = argument();
  Macro macro;
  bool plain = true;
  const std::string_view letters = specification.view();
  for (std::size_t at = 0; at < letters.size(); ++at) {
    const char c = letters[at];
    if (is_white(c)) continue;
    if (c == 'm') {
      ++macro.parameters;
    } else if ((c == 'o' || c == 'O') && macro.parameters == 0) {
      ++macro.parameters;
      macro.standard = std::string{};
      if (c == 'O' && at + 1 < letters.size() && letters[at + 1] == '{') {
        const std::size_t close = std::min(letters.find('}', at), letters.size() - 1);
        macro.standard = std::string(letters.substr(at + 2, close - at - 2));
        at = close;
      }
    } else {
      plain = false;
    }
  }
  macro.body = argument();
  if (plain) keep_macro(name, std::move(macro));
}

void Scanner::let() {
  const std::string name = macro_name();
  skip_white();
  if (peek() == '=') skip(1);
  const std::string other = macro_name();
  if (name.empty() || other.empty() || name == other) return;
  const auto known = macros_.find(other);
  if (known != macros_.end()) {
    Macro macro = known->second;
    return keep_macro(name, std::move(macro));
  }
  if (!cite_command(other).is_one && command_named(other).action == Action::none) return;
  if (!macros_.contains(name) && command_named(name).action == Action::none) macros_[name].alias = other;
}

// The body with the arguments in the places of its parameters: a text of its own, every byte of which knows where it
// comes from.
void Scanner::expand(const Macro& macro, std::uint32_t start) {
  const Text* const text = frame().text;
  std::array<Range, 9> arguments;
  std::string standard;
  bool standard_used = false;
  for (unsigned i = 0; i < macro.parameters && i < arguments.size(); ++i) {
    if (i == 0 && macro.standard) {
      if (const std::optional<Range> given = enclosed('[', ']'))
        arguments[0] = *given;
      else
        standard_used = true;
      continue;
    }
    arguments[i] = argument();
  }
  if (standard_used) standard = *macro.standard;
  const TextSpan call{text->base + start, text->base + frame().at};
  if (macro.body.empty() || frames_.size() > deepest_frames) return;
  if (expansions_ >= std::min(most_expansions, free_expansions + texts_.bytes_of_files()) ||
      expanded_ > std::min(most_expanded, free_expanded + expanded_per_byte * texts_.bytes_of_files())) {
    if (!expansions_reported_)
      report("broken-markup", call.start, 1, "macros come to too much text; from here on they stay unread");
    expansions_reported_ = true;
    return;
  }
  ++expansions_;
  std::string out;
  SourceMap map;
  const auto copy = [&](std::string_view part) {
    out += part;
    map.append_replacement(static_cast<std::uint32_t>(part.size()), {call.start, call.end});
  };
  const std::string_view body = macro.body.view();
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t hash = std::min(body.find('#', at), body.size());
    if (hash > at) copy(body.substr(at, hash - at));
    if (hash + 1 >= body.size()) break;
    const char digit = body[hash + 1];
    at = hash + 2;
    if (digit < '1' || digit > static_cast<char>('0' + macro.parameters)) continue;
    const auto number = static_cast<std::size_t>(digit - '1');
    if (number == 0 && standard_used) {
      if (!standard.empty()) copy(standard);
      continue;
    }
    const Range& given = arguments[number];
    if (given.empty()) continue;
    out += given.view();
    map.append(given.end - given.start, {given.text->base + given.start, given.text->base + given.end});
  }
  if (out.size() > longest_expansion) return;
  expanded_ += out.size();
  const Text* const expansion = texts_.add_expansion(std::move(out), map);
  if (expansion != nullptr) frames_.push_back({expansion, 0, expansion->size()});
}

// ---- the head

void Scanner::title() {
  enclosed('[', ']');
  const std::optional<Range> range = braced();
  if (!range) return;
  title_ = *range;
  if (in_body_) emit_title();
}

void Scanner::emit_title() {
  if (titled_) return;
  titled_ = true;
  writer_.begin(BlockKind::heading, 1);
  push(title_, Then::end_title);
}

// "\author{A. Lee\thanks{...} \\ University \and B. Roth}": of each the first line.
void Scanner::add_authors() {
  enclosed('[', ']');
  const std::optional<Range> range = braced();
  if (!range) return;
  std::string names;
  const std::string_view view = range->view();
  for (std::size_t at = 0; at < view.size();) {
    const char c = view[at];
    if (c == '%') {
      at = std::min(view.find('\n', at), view.size());
      continue;
    }
    if (c != '\\') {
      names += c;
      ++at;
      continue;
    }
    const std::uint32_t size = name_size(view, static_cast<std::uint32_t>(at) + 1);
    const std::string_view name = view.substr(at + 1, size);
    at += 1 + size;
    const bool dropped = name == "thanks" || name == "footnote" || name == "inst" || name == "affil" ||
                         name == "email" || name == "orcid" || name == "IEEEauthorblockA" ||
                         name == "textsuperscript" || name == "footnotemark" || name == "affiliation" ||
                         name == "orcidID" || name == "href";
    if (name == "and" || name == "And" || name == "AND") {
      names += '\x1F';
    } else if (name == "\\") {
      names += '\x1E';
    } else if (dropped && at < view.size() && view[at] == '{') {
      const std::uint32_t open = range->start + static_cast<std::uint32_t>(at);
      at = std::min<std::size_t>(range->text->closing(open) - range->start + 1, view.size());
    } else if (!dropped) {
      names.append("\\").append(name);
    }
  }
  for (std::size_t at = 0; at <= names.size();) {
    const std::size_t end = std::min(names.find('\x1F', at), names.size());
    std::string_view each = std::string_view(names).substr(at, end - at);
    each = each.substr(0, each.find('\x1E'));
    std::string text = text::collapse_spaces(bibliography::text_of_latex(each));
    if (!text.empty() && out_.authors.size() < 1000) out_.authors.push_back(std::move(text));
    at = end + 1;
  }
}

void Scanner::url(bool with_text) {
  enclosed('[', ']');
  const std::optional<Range> range = braced();
  if (!range) return;
  std::string target = bibliography::text_of_verbatim(range->view());
  if (with_text) {
    skip_white();
    Group group;
    group.on_end = GroupEnd::link;
    group.name = std::move(target);
    open_group(std::move(group));
    return;
  }
  if (!in_body_) return;
  ensure_block();
  writer_.open_run();
  if (target == range->view())
    writer_.characters(range->view(), range->text->base + range->start, BlockWriter::References::literal);
  else
    writer_.put_for(target, {range->text->base + range->start, range->text->base + range->end});
  writer_.add_mark({MarkKind::link, writer_.close_run(), std::move(target)});
}

// ---- citations

// The arguments up to the keys, and the keys; false where there are none.
bool Scanner::cite_item(CiteCommand command, CiteItem& item) {
  if (const std::optional<Range> angled = enclosed('<', '>')) item.before = *angled;  // apacite
  const std::optional<Range> first = enclosed('[', ']');
  const std::optional<Range> second = first ? enclosed('[', ']') : std::nullopt;
  std::optional<Range> keys = braced();
  if (command.volume && keys) {  // \volcite[see]{2}[15]{key}
    if (first) item.before = *first;
    item.behind = *keys;
    if (const std::optional<Range> page = enclosed('[', ']')) item.behind = *page;
    keys = braced();
  } else {
    if (second) item.before = *first;
    if (first) item.behind = second ? *second : *first;
  }
  if (!keys) return false;
  add_keys(*keys, item);
  return true;
}

// False where the arguments are not those of a citation.
bool Scanner::cite(CiteCommand command, std::uint32_t start) {
  const std::uint32_t behind_name = frame().at;
  skip_star();
  if (peek() == '+') skip(1);
  Cite cite;
  cite.command = command;
  cite.place = offset(start);
  Range before;
  Range behind;
  if (command.several) {
    const std::optional<Range> first = enclosed('(', ')');
    const std::optional<Range> second = first ? enclosed('(', ')') : std::nullopt;
    if (second) before = *first;
    if (first) behind = second ? *second : *first;
  }
  do {
    CiteItem item;
    if (!cite_item(command, item)) break;
    if (!item.keys.empty()) cite.items.push_back(std::move(item));
  } while (command.several && (next_is('[') || next_is('{')));
  if (cite.items.empty()) {
    frame().at = behind_name;
    return false;
  }
  if (!in_body_) return true;
  if (!before.empty()) cite.items.front().before = before;
  if (!behind.empty()) cite.items.back().behind = behind;
  cites_.push_back(std::move(cite));
  schedule(static_cast<std::uint32_t>(cites_.size() - 1));
  return true;
}

bool Scanner::next_is(char c) {
  const std::uint32_t before = frame().at;
  skip_white();
  const bool is = peek() == c;
  frame().at = before;
  return is;
}

void Scanner::add_keys(Range keys, CiteItem& item) {
  const std::string_view view = keys.view();
  for (std::size_t at = 0; at <= view.size();) {
    const std::size_t end = std::min(view.find(',', at), view.size());
    std::string_view key = text::trim(view.substr(at, end - at));
    while (key.starts_with('%')) key = text::trim(key.substr(std::min(key.find('\n'), key.size())));
    key = text::trim(key.substr(0, key.find('%')));
    if (!key.empty() && key.find_first_of("\\{}#") == std::string_view::npos) {
      const std::uint32_t start = keys.start + static_cast<std::uint32_t>(key.data() - view.data());
      item.keys.push_back({keys.text, start, start + static_cast<std::uint32_t>(key.size())});
    }
    at = end + 1;
  }
}

// What is to be read first goes onto the stack last.
void Scanner::schedule(std::uint32_t number) {
  const Cite& cite = cites_[number];
  const Range here{frame().text, frame().at, frame().at};
  push(here, Then::close_citation, number);
  for (std::size_t i = cite.items.size(); i-- > 0;) {
    const auto item = static_cast<std::uint32_t>(i);
    if (!cite.items[i].behind.empty()) {
      push(cite.items[i].behind, Then::end_suffix, number, item);
      push(here, Then::begin_suffix, number, item);
    }
    push(here, Then::write_keys, number, item);
    if (!cite.items[i].before.empty()) {
      push(cite.items[i].before, Then::end_prefix, number, item);
      push(here, Then::begin_prefix, number, item);
    }
  }
  push(here, Then::open_citation, number);
}

void Scanner::citation_step(const Frame& done) {
  Cite& cite = cites_[done.citation];
  place_ = cite.place;
  const auto run_text = [&] { return text::collapse_spaces(slice(writer_.text(), writer_.close_run())); };
  CiteItem& item = cite.items[done.item];
  switch (done.then) {
    case Then::open_citation:
      if (cite.command.bracketed) put("(");
      cite.group = writer_.size();
      return;
    case Then::begin_prefix:
      return writer_.open_run();
    case Then::end_prefix:
      item.prefix = run_text();
      return writer_.separate(" ", place_);
    case Then::write_keys:
      if (done.item > 0) put("; ");
      return write_keys(cite, item);
    case Then::begin_suffix:
      put(cite.command.narrative ? " (" : ", ");
      return writer_.open_run();
    case Then::end_suffix:
      item.suffix = run_text();
      if (item.first < citations_.size()) citations_.back().suffix = item.suffix;
      if (cite.command.narrative) put(")");
      return;
    case Then::close_citation:
      if (cite.command.bracketed) put(")");
      return;
    default:
      return;
  }
}

void Scanner::write_keys(Cite& cite, CiteItem& item) {
  item.first = citations_.size();
  for (std::size_t i = 0; i < item.keys.size(); ++i) {
    if (i > 0) put("; ");
    ensure_block();
    const Range& key = item.keys[i];
    writer_.open_run();
    writer_.characters(key.view(), key.text->base + key.start, BlockWriter::References::literal);
    TaggedCitation citation;
    citation.span = writer_.close_run();
    citation.ids = {std::string(key.view())};
    citation.form = TaggedForm::key;
    citation.narrative = cite.command.narrative;
    citation.group = cite.group;
    if (i == 0) citation.prefix = item.prefix;
    if (!citation.span.empty()) citations_.push_back(std::move(citation));
  }
}

// ---- the end

const std::string* Scanner::held_file(std::string_view name) const {
  const auto found = filecontents_.find(name);
  return found == filecontents_.end() ? nullptr : &found->second;
}

Scanned Scanner::finish() {
  writer_.finish(document_);
  document_.map = document_.map.through(texts_.map());
  std::stable_sort(citations_.begin(), citations_.end(),
                   [](const TaggedCitation& a, const TaggedCitation& b) { return a.span < b.span; });
  document_.tagged_citations = std::move(citations_);
  document_.tagged_references = std::move(entries_);
  texts_.for_each_file([this](const Text& text) {
    for (const auto& [open, close] : text.braces)
      if (close == text.size()) {
        report("broken-markup", text.base + open, 1, "this brace is never closed");
        return;
      }
  });
  return std::move(out_);
}

}  // namespace citegraph::document::latex
