// DOCX files made of strings: the parts a case gives, packed into a ZIP archive.
#pragma once

#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>
#include <zip.h>

namespace citegraph::document {

using DocxParts = std::map<std::string, std::string>;

// A ZIP archive with these entries.
inline std::string packed(const DocxParts& parts) {
  zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_t* const archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
  zip_source_keep(target);
  for (const auto& [name, bytes] : parts) {
    zip_source_t* const part = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), part, ZIP_FL_OVERWRITE);
    if (index < 0) throw std::runtime_error("no entry " + name);
    zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index), 1000000000, 0);
  }
  if (zip_close(archive) != 0) throw std::runtime_error("no archive");
  zip_source_open(target);
  zip_source_seek(target, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(target)), '\0');
  zip_source_seek(target, 0, SEEK_SET);
  if (zip_source_read(target, bytes.data(), bytes.size()) != static_cast<zip_int64_t>(bytes.size()))
    throw std::runtime_error("an archive cut off");
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

inline constexpr std::string_view docx_names =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

inline std::string docx_element(std::string_view name, std::string_view content) {
  return "<w:" + std::string(name) + std::string(docx_names) + ">" + std::string(content) + "</w:" + std::string(name) +
         ">";
}

inline std::string docx_relationship(std::string_view id, std::string_view type, std::string_view target,
                                     bool external = false) {
  return "<Relationship Id=\"" + std::string(id) +
         "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + std::string(type) +
         "\" Target=\"" + std::string(target) + "\"" + (external ? " TargetMode=\"External\"" : "") + "/>";
}

inline std::string docx_relationships(std::string_view content) {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
         std::string(content) + "</Relationships>";
}

// What stands in the parts, without their root elements; empty parts are left out.
struct MadeDocx {
  std::string body;
  std::string styles;
  std::string numbering;
  std::string footnotes;
  std::string endnotes;
  std::string sources;  // "b:Source" elements
  std::string links;    // further relationships
};

inline DocxParts parts_of(const MadeDocx& made) {
  DocxParts parts;
  std::string named = made.links;
  const auto add = [&](std::string_view type, const std::string& name, const std::string& bytes, bool wanted) {
    if (!wanted) return;
    parts["word/" + name] = bytes;
    named += docx_relationship("r" + name, type, name);
  };
  add("styles", "styles.xml", docx_element("styles", made.styles), !made.styles.empty());
  add("numbering", "numbering.xml", docx_element("numbering", made.numbering), !made.numbering.empty());
  add("footnotes", "footnotes.xml", docx_element("footnotes", made.footnotes), !made.footnotes.empty());
  add("endnotes", "endnotes.xml", docx_element("endnotes", made.endnotes), !made.endnotes.empty());
  if (!made.sources.empty()) {
    parts["customXml/item1.xml"] =
        "<b:Sources xmlns:b=\"http://schemas.openxmlformats.org/officeDocument/2006/bibliography\">" + made.sources +
        "</b:Sources>";
    named += docx_relationship("rSources", "customXml", "../customXml/item1.xml");
  }
  parts["_rels/.rels"] = docx_relationships(docx_relationship("r1", "officeDocument", "word/document.xml"));
  parts["word/document.xml"] = docx_element("document", "<w:body>" + made.body + "</w:body>");
  if (!named.empty()) parts["word/_rels/document.xml.rels"] = docx_relationships(named);
  return parts;
}

inline std::string made_docx(const MadeDocx& made) { return packed(parts_of(made)); }

// ---- pieces of a body

inline std::string run(std::string_view text, std::string_view properties = {}) {
  return "<w:r>" + (properties.empty() ? std::string() : "<w:rPr>" + std::string(properties) + "</w:rPr>") +
         "<w:t xml:space=\"preserve\">" + std::string(text) + "</w:t></w:r>";
}

inline std::string paragraph(std::string_view content, std::string_view properties = {}) {
  return "<w:p>" + (properties.empty() ? std::string() : "<w:pPr>" + std::string(properties) + "</w:pPr>") +
         std::string(content) + "</w:p>";
}

inline std::string styled(std::string_view style, std::string_view text) {
  return paragraph(run(text), "<w:pStyle w:val=\"" + std::string(style) + "\"/>");
}

inline std::string plain(std::string_view text) { return paragraph(run(text)); }

inline std::string field_sign(std::string_view type) {
  return "<w:r><w:fldChar w:fldCharType=\"" + std::string(type) + "\"/></w:r>";
}

inline std::string escaped_json(std::string_view json) {
  std::string text;
  for (const char c : json) text += c == '"' ? std::string("&quot;") : std::string(1, c);
  return text;
}

// A field up to its result.
inline std::string field_begin(std::string_view instruction) {
  return field_sign("begin") + "<w:r><w:instrText xml:space=\"preserve\"> " + escaped_json(instruction) +
         " </w:instrText></w:r>" + field_sign("separate");
}

inline std::string field(std::string_view instruction, std::string_view content) {
  return field_begin(instruction) + std::string(content) + field_sign("end");
}

}  // namespace citegraph::document
