// The title and the authors.
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "bibliography/latex_reader.hpp"
#include "document/latex/scanner.hpp"
#include "text/utf8.hpp"

namespace citegraph::document::latex {

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

}  // namespace citegraph::document::latex
