#include "document/latex/text.hpp"

#include <algorithm>
#include <iterator>

#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace citegraph::document::latex {

bool is_letter(char c) noexcept { return text::is_ascii_letter(c) || c == '@'; }

bool is_white(char c) noexcept { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

namespace {

std::uint32_t code_point_size(std::string_view text, std::uint32_t at) noexcept {
  return at < text.size() ? text::decode_at(text, at).size : 0;
}

// Behind "\verb|...|" where it begins at the backslash `at`; else `at`.
std::uint32_t skip_verb(std::string_view text, std::uint32_t at) {
  const std::string_view rest = text.substr(at);
  if (!rest.starts_with("\\verb") || rest.size() <= 6) return at;
  const std::size_t fence = rest[5] == '*' ? 6 : 5;
  if (fence >= rest.size() || is_letter(rest[fence]) || rest[fence] == ' ') return at;
  const char ends[] = {rest[fence], '\n', '\0'};
  const std::size_t end = rest.find_first_of(ends, fence + 1);
  return end == std::string_view::npos || rest[end] == '\n' ? at : at + static_cast<std::uint32_t>(end) + 1;
}

// Of "\begin{verbatim}" at the backslash `at`: its braces, and where "\end{verbatim}" begins. Empty for another one.
struct VerbatimPart {
  std::uint32_t open = 0;
  std::uint32_t close = 0;
  std::uint32_t end = 0;
};
VerbatimPart verbatim_at(std::string_view text, std::uint32_t at) {
  const std::string_view rest = text.substr(at);
  constexpr std::string_view begin = "\\begin{";
  if (!rest.starts_with(begin)) return {};
  const std::size_t close = rest.substr(0, 60).find('}');
  if (close == std::string_view::npos) return {};
  const std::string_view name = rest.substr(begin.size(), close - begin.size());
  if (!is_verbatim(name)) return {};
  const std::size_t end = rest.find("\\end{" + std::string(name) + "}", close);
  if (end == std::string_view::npos) return {};
  return {at + static_cast<std::uint32_t>(begin.size()) - 1, at + static_cast<std::uint32_t>(close),
          at + static_cast<std::uint32_t>(end)};
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> match_braces(std::string_view text) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> braces;
  std::vector<std::size_t> open;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t at = 0; at < size;) {
    const std::size_t next = text.find_first_of("\\{}%", at);
    if (next == std::string_view::npos) break;
    at = static_cast<std::uint32_t>(next);
    switch (text[at]) {
      case '\\': {
        if (const VerbatimPart part = verbatim_at(text, at); part.end > 0) {
          braces.emplace_back(part.open, part.close);
          at = part.end;
          continue;
        }
        const std::uint32_t behind = skip_verb(text, at);
        at = behind > at ? behind : at + 1 + std::max(code_point_size(text, at + 1), 1U);
        continue;
      }
      case '%':
        at = static_cast<std::uint32_t>(std::min(text.find('\n', at), text.size()));
        continue;
      case '{':
        open.push_back(braces.size());
        braces.emplace_back(at, size);
        break;
      default:
        if (!open.empty()) {
          braces[open.back()].second = at;
          open.pop_back();
        }
    }
    ++at;
  }
  return braces;
}

}  // namespace

std::uint32_t Text::closing(std::uint32_t open) const noexcept {
  const auto pair = std::lower_bound(braces.begin(), braces.end(), std::pair{open, 0U});
  return pair != braces.end() && pair->first == open ? pair->second : size();
}

const Text& Texts::add(std::string text) {
  Text& added = texts_.emplace_back();
  added.owned = std::move(text);
  added.view = added.owned;
  added.base = map_.text_size();
  added.braces = match_braces(added.view);
  return added;
}

const Text& Texts::add_main(std::string_view view) {
  Text& added = texts_.emplace_back();
  added.view = view;
  added.braces = match_braces(view);
  map_.append(added.size(), {0, added.size()});
  bytes_of_files_ += added.size();
  return added;
}

const Text* Texts::add_file(std::string text, const SourceMap& map, std::uint32_t number, std::string path) {
  if (text.empty() || text.size() > most_bytes - map_.text_size()) return nullptr;
  const Text& added = add(std::move(text));
  texts_.back().path = std::move(path);
  map_.append(map, number);
  bytes_of_files_ += added.size();
  return &added;
}

const Text* Texts::add_expansion(std::string text, const SourceMap& map) {
  if (text.empty() || text.size() > most_bytes - map_.text_size()) return nullptr;
  const SourceMap to_files = map.through(map_);
  const Text& added = add(std::move(text));
  texts_.back().is_expansion = true;
  map_.append(to_files);
  return &added;
}

std::size_t find_live(std::string_view text, std::string_view needle, std::size_t from) {
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

std::uint32_t comment_end(std::string_view text, std::uint32_t at) noexcept {
  std::size_t end = text.find('\n', at);
  if (end == std::string_view::npos) return static_cast<std::uint32_t>(text.size());
  const std::size_t next = text.find_first_not_of(" \t\r", end + 1);
  if (next == std::string_view::npos) return static_cast<std::uint32_t>(text.size());
  return static_cast<std::uint32_t>(text[next] == '\n' ? end : next);
}

std::uint32_t name_size(std::string_view text, std::uint32_t at) noexcept {
  std::uint32_t end = at;
  while (end < text.size() && is_letter(text[end])) ++end;
  return end > at ? end - at : code_point_size(text, at);
}

bool is_verbatim(std::string_view environment) noexcept {
  constexpr std::string_view names[] = {"verbatim",     "verbatim*",     "Verbatim",    "Verbatim*", "BVerbatim",
                                        "LVerbatim",    "lstlisting",    "minted",      "alltt",     "comment",
                                        "filecontents", "filecontents*", "tikzpicture", "pspicture", "pgfpicture"};
  return std::find(std::begin(names), std::end(names), environment) != std::end(names);
}

}  // namespace citegraph::document::latex
