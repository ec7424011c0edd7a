#include "document/tei/entries.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "document/xml.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace citegraph::document::tei {
namespace {

using jats::Builder;

bool nothing(std::string_view) { return false; }
std::string value_of(pugi::xml_node node) { return plain_text(node, nothing); }

void copy_text(pugi::xml_node root, Builder& builder) {
  for (pugi::xml_node node = root; node; node = next_inside(node, root)) {
    if (node.type() == pugi::node_pcdata) builder.characters(node.value(), offset_of(node));
    if (node.type() == pugi::node_cdata) builder.text(node.value(), offset_of(node));
  }
}

void write(pugi::xml_node node, std::string_view element, Builder& builder) {
  if (!node || value_of(node).empty()) return;
  builder.open(element);
  copy_text(node, builder);
  builder.close();
}

void put(const std::string& value, std::string_view element, pugi::xml_node at, Builder& builder) {
  if (value.empty()) return;
  builder.open(element);
  builder.put(value, offset_of(at));
  builder.close();
}

// The first title of a level; a title without level counts for `standard`.
pugi::xml_node title_of(pugi::xml_node node, std::string_view levels, bool without_level) {
  for (const pugi::xml_node each : node.children()) {
    if (local_name(each) != "title") continue;
    const std::string level = attribute(each, "level");
    if (level.empty() ? without_level : levels.find(level) != std::string_view::npos)
      if (!value_of(each).empty()) return each;
  }
  return {};
}

// <persName>, <orgName>, or the text of an author.
void write_name(pugi::xml_node author, Builder& builder) {
  pugi::xml_node person = child(author, "persName");
  if (!person && child(author, "surname")) person = author;
  if (!person) {
    const pugi::xml_node organisation = child(author, "orgName");
    return write(organisation ? organisation : author, organisation ? "collab" : "string-name", builder);
  }
  const pugi::xml_node surname = child(person, "surname");
  if (!surname) return write(person, "string-name", builder);
  builder.open("name");
  builder.open("surname");
  if (const pugi::xml_node particle = child(person, "nameLink")) {
    copy_text(particle, builder);
    builder.put(" ", offset_of(particle));
  }
  copy_text(surname, builder);
  builder.close();
  bool any = false;
  for (const pugi::xml_node each : person.children()) {
    if (local_name(each) != "forename") continue;
    if (!any) builder.open("given-names");
    if (any) builder.put(" ", offset_of(each));
    any = true;
    copy_text(each, builder);
  }
  if (any) builder.close();
  write(child(person, "genName"), "suffix", builder);
  builder.close();
}

void write_names(pugi::xml_node node, std::string_view element, std::string_view role, Builder& builder) {
  bool any = false;
  for (const pugi::xml_node each : node.children()) {
    if (local_name(each) != element || value_of(each).empty()) continue;
    if (!any) builder.open("person-group", {{"person-group-type", role}});
    any = true;
    write_name(each, builder);
  }
  if (any) builder.close();
}

void write_date(pugi::xml_node date, Builder& builder) {
  const std::string when = attribute(date, "when");
  if (when.empty()) return write(date, "year", builder);
  put(when.substr(0, 4), "year", date, builder);
  if (when.size() >= 7) put(when.substr(5, 2), "month", date, builder);
  if (when.size() >= 10) put(when.substr(8, 2), "day", date, builder);
}

void write_scope(pugi::xml_node scope, Builder& builder) {
  std::string unit = attribute(scope, "unit");
  if (unit.empty()) unit = attribute(scope, "type");
  if (unit == "volume" || unit == "vol") return write(scope, "volume", builder);
  if (unit == "issue") return write(scope, "issue", builder);
  if (unit != "page" && unit != "pages" && unit != "pp") return;
  const std::string from = attribute(scope, "from");
  if (from.empty()) return write(scope, "page-range", builder);
  put(from, "fpage", scope, builder);
  put(attribute(scope, "to"), "lpage", scope, builder);
}

void write_identifier(pugi::xml_node idno, Builder& builder) {
  const std::string type = text::ascii_lower_case(attribute(idno, "type"));
  if (type == "isbn" || type == "issn") return write(idno, type, builder);
  if (type != "doi" && type != "arxiv" && type != "pmid" && type != "pmcid" && type != "pmc") return;
  builder.open("pub-id", {{"pub-id-type", type}});
  copy_text(idno, builder);
  builder.close();
}

void write_address(pugi::xml_node node, Builder& builder) {
  const std::string target = attribute(node, "target");
  if (target.find("://") == std::string::npos) return;
  builder.open("ext-link", {{"xlink:href", target}});
  value_of(node).empty() ? builder.put(target, offset_of(node)) : copy_text(node, builder);
  builder.close();
}

void write_imprint(pugi::xml_node imprint, Builder& builder) {
  for (const pugi::xml_node each : imprint.children()) {
    const std::string_view name = local_name(each);
    if (name == "date") write_date(each, builder);
    if (name == "biblScope") write_scope(each, builder);
    if (name == "publisher") write(each, "publisher-name", builder);
    if (name == "pubPlace") write(each, "publisher-loc", builder);
  }
}

// What a part of <biblStruct> holds beside names and titles.
void write_rest(pugi::xml_node part, Builder& builder) {
  for (const pugi::xml_node each : part.children()) {
    const std::string_view name = local_name(each);
    if (name == "imprint") write_imprint(each, builder);
    if (name == "idno") write_identifier(each, builder);
    if (name == "ptr" || name == "ref") write_address(each, builder);
    if (name == "edition") write(each, "edition", builder);
    if (name == "biblScope") write_scope(each, builder);
    if (name == "meeting") write(each, "conf-name", builder);
  }
}

// `type` as Zotero writes it; CSL's names are those of JATS too.
std::string_view publication_type(std::string_view type) {
  struct Row {
    std::string_view tei;
    std::string_view jats;
  };
  static constexpr Row table[] = {
      {"blogPost", "blog"},         {"bookSection", "chapter"},        {"computerProgram", "software"},
      {"conferencePaper", "conf"},  {"journalArticle", "journal"},     {"magazineArticle", "magazine"},
      {"manuscript", "manuscript"}, {"newspaperArticle", "newspaper"}, {"videoRecording", "video"},
  };
  const auto* row = std::find_if(std::begin(table), std::end(table), [&](const Row& each) { return each.tei == type; });
  return row == std::end(table) ? type : row->jats;
}

// What the parts of the entry tell.
std::string_view guessed_type(bool journal, bool meeting, bool titled, bool has_source) {
  if (journal) return "journal";
  if (meeting) return "confproc";
  if (!has_source) return "";
  return titled ? "chapter" : "book";
}

void write_struct_fields(pugi::xml_node entry, Builder& builder) {
  const pugi::xml_node analytic = child(entry, "analytic");
  const pugi::xml_node monograph = child(entry, "monogr");
  const pugi::xml_node own = title_of(analytic, "a", true);
  const pugi::xml_node journal = title_of(monograph, "j", false);
  const pugi::xml_node source = journal ? journal : title_of(monograph, "mu", true);
  const bool meeting = static_cast<bool>(child(monograph, "meeting"));
  const std::string given = attribute(entry, "type");
  const std::string_view type = given.empty() ? guessed_type(static_cast<bool>(journal), meeting,
                                                             static_cast<bool>(own), static_cast<bool>(source))
                                              : publication_type(given);
  builder.open("element-citation", {{"publication-type", type}});
  write_names(analytic, "author", "author", builder);
  if (!child(analytic, "author")) write_names(monograph, "author", "author", builder);
  write(own, "article-title", builder);
  write(source, "source", builder);
  write_names(monograph, "editor", "editor", builder);
  for (const pugi::xml_node part : {analytic, monograph, entry}) write_rest(part, builder);
  write(title_of(child(entry, "series"), "s", true), "series", builder);
  builder.close();
}

// GROBID's own copy of the entry as it is printed.
pugi::xml_node printed_entry(pugi::xml_node entry) {
  for (const pugi::xml_node each : entry.children())
    if (local_name(each) == "note" && attribute(each, "type") == "raw_reference" && !value_of(each).empty())
      return each;
  return {};
}

std::string_view element_of(pugi::xml_node node, bool titled) {
  const std::string_view name = local_name(node);
  if (name == "author") return child(node, "surname") || child(node, "persName") ? "" : "string-name";
  if (name == "persName") return "string-name";
  if (name == "surname") return "surname";
  if (name == "forename") return "given-names";
  if (name == "orgName") return "collab";
  if (name == "date") return "year";
  if (name == "publisher") return "publisher-name";
  if (name == "pubPlace") return "publisher-loc";
  if (name == "edition") return "edition";
  if (name == "hi" || name == "emph") return "italic";
  if (name == "biblScope") {
    const std::string unit = attribute(node, attribute(node, "unit").empty() ? "type" : "unit");
    return unit == "volume" || unit == "vol"                   ? "volume"
           : unit == "issue"                                   ? "issue"
           : unit == "page" || unit == "pp" || unit == "pages" ? "page-range"
                                                               : "";
  }
  if (name == "title") {
    const std::string level = attribute(node, "level");
    if (level == "a" || (level.empty() && !titled)) return "article-title";
    return level == "s" ? "series" : "source";
  }
  return {};
}

// <bibl>: text with fields among it.
void write_text_entry(pugi::xml_node entry, Builder& builder) {
  struct Open {
    pugi::xml_node node;
    std::size_t depth;
  };
  builder.open("mixed-citation");
  std::vector<Open> open;
  bool titled = false;
  for (pugi::xml_node node = entry.first_child(); node;) {
    while (!open.empty() && node.parent() != open.back().node) {
      builder.close_to(open.back().depth);
      open.pop_back();
    }
    if (node.type() == pugi::node_pcdata) builder.characters(node.value(), offset_of(node));
    if (node.type() == pugi::node_cdata) builder.text(node.value(), offset_of(node));
    if (is_element(node)) {
      open.push_back({node, builder.depth()});
      const std::string_view element = element_of(node, titled);
      titled = titled || local_name(node) == "title";
      const bool editor = local_name(node) == "editor";
      const std::string target = attribute(node, "target");
      const std::string type = local_name(node) == "idno" ? attribute(node, "type") : std::string{};
      if (editor) builder.open("person-group", {{"person-group-type", "editor"}});
      if (editor && !node.first_element_by_path("persName")) builder.open("string-name");
      if (!element.empty()) builder.open(element);
      if (type == "DOI" || type == "doi") builder.open("pub-id", {{"pub-id-type", "doi"}});
      if (local_name(node) == "ref" && target.find("://") != std::string::npos)
        builder.open("ext-link", {{"xlink:href", target}});
    }
    node = next_inside(node, entry);
  }
  builder.close_to(open.empty() ? builder.depth() : open.front().depth);
  builder.close();
}

}  // namespace

void write_entry(pugi::xml_node entry, Builder& builder) {
  builder.open("ref", {{"id", attribute(entry, "id")}});
  if (const std::string number = attribute(entry, "n"); !number.empty()) put(number, "label", entry, builder);
  if (local_name(entry) == "bibl") {
    write_text_entry(entry, builder);
  } else {
    if (const pugi::xml_node printed = printed_entry(entry)) {
      builder.open("mixed-citation");
      copy_text(printed, builder);
      builder.close();
    }
    write_struct_fields(entry, builder);
  }
  builder.close();
}

void write_head(pugi::xml_node header, Builder& builder) {
  const pugi::xml_node file = child(header, "fileDesc");
  const pugi::xml_node source = child(child(file, "sourceDesc"), "biblStruct");
  const pugi::xml_node analytic = child(source, "analytic");
  const pugi::xml_node statement = child(file, "titleStmt");
  for (const pugi::xml_node idno : analytic.children()) {
    if (local_name(idno) != "idno" || attribute(idno, "type") != "DOI") continue;
    builder.open("article-id", {{"pub-id-type", "doi"}});
    copy_text(idno, builder);
    builder.close();
  }
  pugi::xml_node title = title_of(statement, "am", true);
  if (!title) title = title_of(analytic, "a", true);
  builder.open("title-group");
  write(title, "article-title", builder);
  builder.close();
  builder.open("contrib-group");
  const pugi::xml_node authors = child(analytic, "author") ? analytic : statement;
  for (const pugi::xml_node author : authors.children()) {
    if (local_name(author) != "author" || value_of(author).empty()) continue;
    builder.open("contrib", {{"contrib-type", "author"}});
    write_name(author, builder);
    builder.close();
  }
  builder.close();
  pugi::xml_node date = child(child(child(source, "monogr"), "imprint"), "date");
  if (!date) date = child(child(file, "publicationStmt"), "date");
  if (date) {
    builder.open("pub-date", {{"pub-type", "pub"}});
    write_date(date, builder);
    builder.close();
  }
}

}  // namespace citegraph::document::tei
