// A story, as the format calls a text of its own: the main text, the footnotes, the endnotes. With its fields read.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <unordered_map>
#include <vector>

#include "document/docx/cited_works.hpp"
#include "document/docx/entry_matcher.hpp"
#include "document/docx/fields.hpp"
#include "document/docx/parts.hpp"

namespace citegraph::document::docx {

struct Story {
  const Part* part = nullptr;  // null where the document has none
  FieldScan scan;
  std::vector<std::string> cited;    // of each field: the ids of the works it cites, divided by blanks
  std::vector<std::string> entries;  // of each printed entry: the id of its work, or of its own
  std::unordered_map<std::string, std::string> links;     // addresses of the Web, by relationship; asked only
  std::unordered_map<std::string, pugi::xml_node> notes;  // by id; asked only
};

// Null gives a story without text. Fields that cannot be read are findings.
Story read_story(const Part* part, const Bookmarks& bookmarks, Parts& parts, CitedWorks& works);

// Which works the printed entries are, when the fields of all stories are read.
void match_entries(Story& story, EntryMatcher& matcher);

}  // namespace citegraph::document::docx
