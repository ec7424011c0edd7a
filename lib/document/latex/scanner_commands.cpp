// What commands do, by the table of commands.hpp.
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "bibliography/latex_commands.hpp"
#include "bibliography/latex_reader.hpp"
#include "bibliography/latex_symbols.hpp"
#include "document/latex/scanner.hpp"

namespace citegraph::document::latex {

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
void Scanner::act(Command command, std::uint32_t start) {
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

void Scanner::item() {
  const std::optional<Range> label = enclosed('[', ']');
  if (!in_body_ || tables_ > 0) return;
  close_entry();
  writer_.end();
  item_begins_ = true;
  if (label) push(*label, Then::nothing);
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

}  // namespace citegraph::document::latex
