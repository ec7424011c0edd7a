// Files that a document takes in, and the bibliographies it names.
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "document/latex/scanner.hpp"
#include "text/source_lines.hpp"
#include "text/utf8.hpp"

namespace citegraph::document::latex {
namespace {

std::string_view file_name(std::string_view path) { return path.substr(path.find_last_of("/\\") + 1); }

}  // namespace

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

}  // namespace citegraph::document::latex
