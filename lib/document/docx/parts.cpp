#include "document/docx/parts.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "citegraph/error.hpp"

#include "document/companions.hpp"
#include "text/encoding.hpp"
#include "text/source_lines.hpp"

namespace citegraph::document::docx {
namespace {

std::string_view folder_in(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  return slash == std::string_view::npos ? std::string_view{} : name.substr(0, slash + 1);
}

std::string relationships_name(std::string_view part) {
  const std::string_view folder = folder_in(part);
  return std::string(folder) + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
}

// "footnotes" of ".../officeDocument/2006/relationships/footnotes": the strict and the transitional form of the format
// differ in what is before.
std::string last_word(const std::string& address) { return address.substr(address.rfind('/') + 1); }

}  // namespace

std::string resolve(std::string_view from, std::string_view target) {
  if (target.starts_with('/')) return inner_path(target.substr(1)).value_or("");
  if (target.empty() || target.starts_with('\\')) return {};
  return inner_path(std::string(folder_in(from)) + std::string(target)).value_or("");
}

const Part* Parts::read(const std::string& name) {
  const auto known = std::find_if(parts_.begin(), parts_.end(), [&](const Part& part) { return part.name == name; });
  if (known != parts_.end()) return &*known;
  std::optional<std::string> bytes = package_.unpack(name);
  if (!bytes) return nullptr;
  text::Decoded decoded = text::decode(*bytes);
  if (decoded.binary) throw Error(package_.path_of(name), "binary content, not XML");
  // Places are those of the part as UTF-8: nobody sees its bytes without unpacking it.
  SourceFile file{package_.path_of(name), std::move(decoded.text), nullptr};
  file.lines = std::make_shared<const text::SourceLines>(file.source, text::Decoded{});
  Part part{name, static_cast<std::uint32_t>(files_.size() + 1), {}, nullptr};
  try {
    check_xml_encoding(decoded);
    part.tree = std::make_unique<const XmlTree>(file.source);
  } catch (const MarkupError& error) {
    const text::Position place = file.lines->position(file.source, static_cast<std::uint32_t>(error.offset()));
    throw Error(file.path, error.what(), place.line, place.column);
  }
  files_.push_back(std::move(file));
  part.source = files_.back().source;
  parts_.push_back(std::move(part));
  for (const SourceSpan& place : decoded.replaced) {
    const TextSpan repaired = decoded.map.to_text(place);
    report("invalid-utf8", {repaired.start, repaired.end, parts_.back().file}, "ill-formed text, read as U+FFFD");
  }
  return &parts_.back();
}

const Part* Parts::try_read(const std::string& name) {
  if (name.empty()) return nullptr;
  try {
    return read(name);
  } catch (const Error& error) {
    Diagnostic finding;
    finding.code = diagnostic_code("missing-file").code;
    finding.severity = diagnostic_code("missing-file").severity;
    finding.path = package_.path_of(name);
    finding.line = std::max(error.line(), 1U);
    finding.column = std::max(error.column(), 1U);
    finding.message = "the part was not read: " + std::string(error.what());
    findings_.push_back(std::move(finding));
    return nullptr;
  }
}

std::vector<Relationship> Parts::relationships_of(const std::string& name) {
  std::vector<Relationship> relationships;
  const Part* part = try_read(relationships_name(name));
  if (part == nullptr) return relationships;
  for (const pugi::xml_node node : part->root().children()) {
    if (local_name(node) != "Relationship") continue;
    Relationship each;
    each.id = attribute(node, "Id");
    each.type = last_word(attribute(node, "Type"));
    each.external = attribute(node, "TargetMode") == "External";
    const std::string target = attribute(node, "Target");
    each.target = each.external ? target : resolve(name, target);
    // Links within the document have such targets, too; they name no part.
    if (each.target.empty() && each.type != "hyperlink")
      report("missing-file", {offset_of(node) - 1, offset_of(node), part->file},
             "the part \"" + target + "\" lies outside the package and is not read");
    relationships.push_back(std::move(each));
  }
  return relationships;
}

void Parts::report(std::string_view code, SourceSpan place, std::string message) {
  Diagnostic finding;
  finding.code = diagnostic_code(code).code;
  finding.severity = diagnostic_code(code).severity;
  finding.source = place;
  finding.message = std::move(message);
  if (place.file > 0 && place.file <= files_.size()) {
    const SourceFile& file = files_[place.file - 1];
    const text::Position position = file.lines->position(file.source, place.start);
    finding.path = file.path;
    finding.line = position.line;
    finding.column = position.column;
  }
  findings_.push_back(std::move(finding));
}

void Parts::hand_over(Document& document) {
  document.files.assign(std::make_move_iterator(files_.begin()), std::make_move_iterator(files_.end()));
  document.diagnostics.insert(document.diagnostics.end(), std::make_move_iterator(findings_.begin()),
                              std::make_move_iterator(findings_.end()));
  parts_.clear();
  files_.clear();
  findings_.clear();
}

const Relationship* find_type(const std::vector<Relationship>& relationships, std::string_view type) noexcept {
  const auto found = std::find_if(relationships.begin(), relationships.end(),
                                  [&](const Relationship& each) { return each.type == type; });
  return found == relationships.end() ? nullptr : &*found;
}

}  // namespace citegraph::document::docx
