#include "document/pdf/compose.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "citegraph/error.hpp"

#include "document/assemble.hpp"
#include "document/head.hpp"
#include "document/pages.hpp"
#include "document/pdf/furniture.hpp"
#include "document/pdf/page_text.hpp"
#include "document/pdf/paragraphs.hpp"
#include "document/pdf/reading_order.hpp"
#include "document/pdf/roles.hpp"
#include "document/plain_text.hpp"
#include "document/report.hpp"
#include "text/source_lines.hpp"

namespace citegraph::document::pdf {
namespace {

PageText read_text(const std::vector<Page>& pages) {
  std::vector<PageColumns> columns;
  columns.reserve(pages.size());
  for (const Page& page : pages) columns.push_back(reading_order(page.words));
  drop_furniture(columns);
  std::vector<Paragraph> paragraphs = find_paragraphs(std::move(columns));
  assign_roles(paragraphs);
  join_over_columns(paragraphs);
  return write_pages(paragraphs, pages.size());
}

// What fonts and places have told of a block is not guessed again from its words.
void set_kinds(const std::vector<KnownBlock>& known, RawDocument& raw) {
  auto next = known.begin();
  for (RawBlock& block : raw.blocks) {
    TextSpan& line = raw.lines[block.first_line];
    while (next != known.end() && next->start < line.start) ++next;
    if (next == known.end()) return;
    if (next->start != line.start) continue;
    block.is_whole = true;
    block.is_start = next->is_start;
    if (next->role == Role::heading) {
      block.kind = RawKind::heading;
      block.level = next->level;
      block.explicit_heading = true;
    } else if (next->role == Role::note) {
      block.kind = RawKind::note;
      block.label = {line.start, line.start + next->label};
      if (next->label > 0) line.start = std::min(line.start + next->label + 1, line.end);
    }
  }
}

// Each page is a file of the document: "paper.pdf/page-3".
void add_files(std::vector<std::string> pages, Document& document) {
  std::uint32_t number = 0;
  for (std::string& page : pages) {
    SourceFile file{document.path + "/page-" + std::to_string(++number), std::move(page), nullptr};
    file.lines = std::make_shared<const text::SourceLines>(file.source, text::Decoded{});
    document.files.push_back(std::move(file));
  }
}

void report_broken(const std::vector<std::uint32_t>& broken, Document& document) {
  for (const std::uint32_t page : broken)
    report(document, "broken-markup", {0, 0, page}, "page " + std::to_string(page) + " is broken and was not read");
}

}  // namespace

Document compose(const Pages& read, const std::string& path) {
  PageText text = read_text(read.pages);
  if (text.text.empty())
    throw Error(path, "this PDF file holds no text: pages that were scanned have to be recognised first (ocrmypdf)");
  RawDocument raw = read_plain_text(text.text);
  raw.marks = std::move(text.marks);
  set_kinds(text.blocks, raw);
  mend_pages(text.text, raw);
  Document document;
  document.path = path;
  assemble(text.text, raw, {}, document);
  read_head(raw, document);
  document.map = document.map.through(text.map);
  add_files(std::move(text.pages), document);
  report_broken(read.broken, document);
  return document;
}

}  // namespace citegraph::document::pdf
