#include "document/docx.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "citegraph/error.hpp"

#include "document/docx/body_writer.hpp"
#include "document/docx/bookmarks.hpp"
#include "document/docx/cited_works.hpp"
#include "document/docx/entry_matcher.hpp"
#include "document/docx/groups.hpp"
#include "document/docx/ids.hpp"
#include "document/docx/loose_list.hpp"
#include "document/docx/numbering.hpp"
#include "document/docx/parts.hpp"
#include "document/docx/sources.hpp"
#include "document/docx/story.hpp"
#include "document/docx/styles.hpp"
#include "document/jats/builder.hpp"
#include "text/ascii.hpp"

namespace citegraph::document {
namespace {

using namespace docx;

const Part& main_part(Parts& parts, const Package& package) {
  const std::vector<Relationship> relationships = parts.relationships_of("");
  const Relationship* named = find_type(relationships, "officeDocument");
  const std::string name = named != nullptr && !named->target.empty() ? named->target : "word/document.xml";
  const Part* part = parts.read(name);
  if (part == nullptr)
    throw Error(package.path(),
                "this is a ZIP archive that holds no Word document; of such files (ODT, EPUB ...) only "
                "DOCX is read: convert it to text or Markdown first");
  if (local_name(part->root()) != "document")
    throw Error(package.path_of(name),
                "this holds no Word document but the element \"" + std::string(local_name(part->root())) + "\"");
  return *part;
}

// The parts that the main one names, by the type of the relationship.
class Companion {
 public:
  Companion(Parts& parts, const Part& main) : parts_(parts), relationships_(parts.relationships_of(main.name)) {}

  const Part* part(std::string_view type) {
    const Relationship* named = find_type(relationships_, type);
    return named == nullptr || named->external ? nullptr : parts_.try_read(named->target);
  }
  pugi::xml_node root(std::string_view type) {
    const Part* found = part(type);
    return found == nullptr ? pugi::xml_node() : found->root();
  }
  // Custom XML holds data of any program; only sources are ours.
  void read_sources(CitedWorks& works) {
    for (const Relationship& each : relationships_) {
      if (each.type != "customXml" || each.external) continue;
      const Part* found = parts_.try_read(each.target);
      if (found != nullptr && holds_sources(found->root())) works.add_sources(docx::read_sources(found->root()));
    }
  }

 private:
  Parts& parts_;
  std::vector<Relationship> relationships_;
};

Bookmarks bookmarks_in(Parts& parts) {
  const std::vector<Relationship> relationships = parts.relationships_of("");
  const Relationship* named = find_type(relationships, "custom-properties");
  const Part* properties = named == nullptr || named->external ? nullptr : parts.try_read(named->target);
  return properties == nullptr ? Bookmarks{} : read_bookmarks(properties->root());
}

// "[3] " or "3. " before an entry is its number.
void take_number(TaggedReference& entry, std::string_view text) {
  constexpr std::size_t longest_number = 6;  // digits
  const std::string_view printed = slice(text, entry.span);
  const std::size_t digits = printed.starts_with('[') || printed.starts_with('(') ? 1 : 0;
  std::size_t end = digits;
  while (end < printed.size() && text::is_ascii_digit(printed[end])) ++end;
  const char closing = printed.starts_with('[') ? ']' : printed.starts_with('(') ? ')' : '.';
  if (end == digits || end - digits > longest_number || end >= printed.size() || printed[end] != closing) return;
  const std::size_t after = printed.find_first_not_of(" \n", end + 1);
  if (after == std::string_view::npos || after == end + 1) return;
  entry.number = printed.substr(0, end + 1);
  entry.span.start += static_cast<std::uint32_t>(after);
}

// Ids become keys; each entry gets the work it prints, and works that no entry prints stand beside the text.
void hand_over_works(const std::vector<Work>& works, Document& document) {
  std::vector<bool> printed(works.size(), false);
  for (TaggedReference& entry : document.tagged_references) {
    take_number(entry, document.text);
    const auto work = work_of_id(entry.id);
    entry.id.clear();
    if (!work || *work >= works.size()) continue;
    printed[*work] = true;
    entry.id = works[*work].key;
    entry.record = works[*work];
  }
  for (TaggedCitation& citation : document.tagged_citations)
    for (std::string& id : citation.ids)
      if (const auto work = work_of_id(id); work && *work < works.size()) id = works[*work].key;
  for (std::size_t i = 0; i < works.size(); ++i)
    if (!printed[i]) document.bibliography.push_back(works[i]);
}

void set_head(const Head& head, Document& document) {
  std::string title = head.title;
  for (const Block& block : document.blocks)
    if (title.empty() && block.kind == BlockKind::heading && block.level == 1) title = slice(document.text, block.span);
  document.work.set(Variable::title, title);
  std::vector<Name> authors;
  for (const std::string& author : head.authors) {
    NameList names = parse_names(author);
    authors.insert(authors.end(), std::make_move_iterator(names.names.begin()),
                   std::make_move_iterator(names.names.end()));
  }
  document.work.set(NameVariable::author, std::move(authors));
  if (!head.date.empty()) document.work.set(DateVariable::issued, parse_date(head.date));
}

}  // namespace

bool looks_like_docx(std::string_view bytes) { return is_zip(bytes); }

std::vector<Document> read_docx(const Input& input) {
  Package package(input.file.source, input.file.path, input.companions.options().limits);
  Parts parts(package);
  const Part& main = main_part(parts, package);
  Companion companion(parts, main);
  CitedWorks works;
  companion.read_sources(works);
  const Bookmarks bookmarks = bookmarks_in(parts);
  Story text = read_story(&main, bookmarks, parts, works);
  Story footnotes = read_story(companion.part("footnotes"), bookmarks, parts, works);
  Story endnotes = read_story(companion.part("endnotes"), bookmarks, parts, works);
  works.assign_keys();
  EntryMatcher matcher(works.works());
  const Styles styles(companion.root("styles"));
  if (text.scan.entries.empty() && !works.works().empty()) text.scan.entries = find_loose_list(text, styles, matcher);
  for (Story* story : {&text, &footnotes, &endnotes}) match_entries(*story, matcher);

  Numbering numbering(companion.root("numbering"));
  jats::Builder builder;
  BodyWriter writer({text, footnotes, endnotes, styles, numbering}, builder);
  writer.run();
  std::vector<Document> documents;
  documents.push_back(builder.read());
  Document& document = documents.back();
  document.tagged_citations = divide_groups(std::move(document.tagged_citations), document.text, matcher);
  hand_over_works(works.works(), document);
  set_head(writer.head(), document);
  parts.hand_over(document);
  return documents;
}

}  // namespace citegraph::document
