// A paper made by hand: paragraphs, and entries whose works are given, so that these tests know nothing of how
// reference lists are read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citegraph/citation.hpp"

namespace citegraph::test {

struct MadeEntry {
  std::string printed;
  std::vector<Name> authors;
  std::string year;  // "1997a", "in press", or empty
  std::string title;
  std::string id;
  std::string container;
  std::string pages;
};

// "Levine, S." "O'Dwyer, J. P." are persons: one comma, initials after it. All else is an organisation.
inline Name made_name(const std::string& printed) {
  const std::size_t comma = printed.find(", ");
  Name name;
  if (comma == std::string::npos || printed.back() != '.') {
    name.literal = printed;
  } else {
    name.family = printed.substr(0, comma);
    name.given = printed.substr(comma + 2);
  }
  return name;
}

inline MadeEntry made_entry(std::vector<std::string> authors, std::string year, std::string title,
                            std::string id = {}) {
  MadeEntry entry;
  entry.year = std::move(year);
  entry.title = std::move(title);
  entry.id = std::move(id);
  for (const std::string& author : authors) {
    entry.authors.push_back(made_name(author));
    entry.printed += (entry.printed.empty() ? "" : ", ") + author;
  }
  if (!entry.printed.empty()) entry.printed += ' ';
  entry.printed += entry.year.empty() ? entry.title : '(' + entry.year + "). " + entry.title;
  entry.printed += '.';
  return entry;
}

class MadePaper {
 public:
  // Paragraphs of `body` are divided by "\n\n", those that begin with "# " are headings; `^1^` marks superscripts.
  explicit MadePaper(std::string_view body, const std::vector<MadeEntry>& entries = {}) {
    document.path = "made.txt";
    std::size_t start = 0;
    while (start <= body.size()) {
      const std::size_t end = std::min(body.find("\n\n", start), body.size());
      add_block(body.substr(start, end - start));
      start = end + 2;
    }
    const auto list_start = static_cast<std::uint32_t>(document.text.size());
    for (const MadeEntry& entry : entries) add_entry(entry);
    if (!entries.empty()) references.lists.push_back({list_start, static_cast<std::uint32_t>(document.text.size())});
    document.source = document.text;
    const auto size = static_cast<std::uint32_t>(document.text.size());
    if (size > 0) document.map.append(size, {0, size, 0});
  }

  std::vector<Citation> find() const { return find_citations(document, references); }

  std::vector<Citation> link() {
    std::vector<Citation> citations = find();
    diagnostics = link_citations(document, references, citations);
    return citations;
  }

  std::string_view text(const Citation& citation) const { return slice(document.text, citation.span); }

  Document document;
  ReferenceLists references;
  std::vector<Diagnostic> diagnostics;

 private:
  void add_block(std::string_view printed) {
    if (!document.text.empty()) document.text += "\n\n";
    Block block;
    if (printed.starts_with("# ")) {
      block.kind = BlockKind::heading;
      block.level = 1;
      printed.remove_prefix(2);
    }
    block.span.start = static_cast<std::uint32_t>(document.text.size());
    bool raised = false;
    for (const char c : printed) {
      const auto at = static_cast<std::uint32_t>(document.text.size());
      if (c != '^') {
        document.text += c;
      } else if (raised) {
        document.marks.back().span.end = at;
        raised = false;
      } else {
        document.marks.push_back({MarkKind::superscript, {at, at}, {}});
        raised = true;
      }
    }
    block.span.end = static_cast<std::uint32_t>(document.text.size());
    document.blocks.push_back(block);
  }

  void add_entry(const MadeEntry& entry) {
    add_block(entry.printed);
    Reference reference;
    reference.span = document.blocks.back().span;
    reference.id = entry.id;
    Work work;
    if (!entry.authors.empty()) work.set(NameVariable::author, entry.authors);
    if (!entry.title.empty()) work.set(Variable::title, entry.title);
    if (!entry.container.empty()) work.set(Variable::container_title, entry.container);
    if (!entry.pages.empty()) work.set(Variable::page, entry.pages);
    if (!entry.year.empty()) work.set(DateVariable::issued, parse_date(entry.year));
    reference.works.push_back(std::move(work));
    references.references.push_back(std::move(reference));
  }
};

}  // namespace citegraph::test
