#include "document/latex/scanner.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "text/source_lines.hpp"
#include "text/utf8.hpp"

namespace citegraph::document::latex {
namespace {

constexpr std::size_t most_findings = 1000;

}  // namespace

Scanner::Scanner(const Input& input, Document& document) : input_(input), document_(document) {}

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
    act(command, start);
}

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
