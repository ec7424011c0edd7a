// Citations: their keys and what stands around, written as they are printed.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "document/latex/scanner.hpp"
#include "text/utf8.hpp"

namespace citegraph::document::latex {

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

}  // namespace citegraph::document::latex
