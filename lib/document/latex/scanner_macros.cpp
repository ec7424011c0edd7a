// Macros that a document defines, and their expansion.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "document/latex/scanner.hpp"
#include "text/utf8.hpp"

namespace citegraph::document::latex {
namespace {

// What macros may come to: that much for every byte of the files, so that a few lines cannot become megabytes, and
// the most at all.
constexpr std::uint64_t free_expansions = 2000;
constexpr std::uint64_t most_expansions = 100000;
constexpr std::uint64_t free_expanded = 128U << 10U;  // bytes
constexpr std::uint64_t expanded_per_byte = 16;
constexpr std::uint64_t most_expanded = 4U << 20U;    // bytes
constexpr std::size_t longest_expansion = 1U << 18U;  // bytes

}  // namespace

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

}  // namespace citegraph::document::latex
