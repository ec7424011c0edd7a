// The entries of a list: \bibitem.
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "bibliography/latex_reader.hpp"
#include "document/latex/scanner.hpp"
#include "text/utf8.hpp"

namespace citegraph::document::latex {

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

void Scanner::close_entry() {
  if (!in_entry_) return;
  in_entry_ = false;
  TaggedReference& entry = entries_.back();
  entry.span = writer_.is_open() ? writer_.block_span() : TextSpan{writer_.size(), writer_.size()};
  writer_.end();
}

}  // namespace citegraph::document::latex
