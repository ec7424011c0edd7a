// Braces, what they mark, and what happens where they close.
#include <string>
#include <utility>

#include "document/latex/scanner.hpp"

namespace citegraph::document::latex {

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

void Scanner::switch_mark(MarkKind kind) {
  swallow_blanks();
  if (groups_.empty()) return;  // to the end of the file: tells nothing
  Group& group = groups_.back();
  if (group.environment || group.switches.size() > 8) return;
  writer_.open_run();
  group.switches.push_back(kind);
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

}  // namespace citegraph::document::latex
