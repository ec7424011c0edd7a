// Environments: what they are to the blocks in them.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "document/latex/scanner.hpp"
#include "text/utf8.hpp"

namespace citegraph::document::latex {
namespace {

constexpr std::string_view list_heading = "References";

}  // namespace

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

}  // namespace citegraph::document::latex
