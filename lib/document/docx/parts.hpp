// The XML parts of a DOCX package, and the relationships by which one names others.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/diagnostic.hpp"
#include "citegraph/document.hpp"

#include "document/docx/package.hpp"
#include "document/xml.hpp"

namespace citegraph::document::docx {

// A part that was read; it is a file of the document.
struct Part {
  std::string name;         // "word/document.xml"
  std::uint32_t file = 0;   // its number in a SourceSpan
  std::string_view source;  // as UTF-8
  std::unique_ptr<const XmlTree> tree;

  [[nodiscard]] pugi::xml_node root() const { return tree->root(); }
};

struct Relationship {
  std::string id;
  std::string type;    // the last word of its address: "footnotes"
  std::string target;  // the name of a part, or an address of the Web; empty for a path out of the package
  bool external = false;
};

class Parts {
 public:
  explicit Parts(Package& package) : package_(package) {}

  // Throws Error with the place for broken XML, for what is no XML, and as Package::unpack. Null where there is none.
  const Part* read(const std::string& name);
  // The same for a part that the document can do without: what is wrong with it is a finding.
  const Part* try_read(const std::string& name);
  // Those of the package as a whole where `name` is empty. Parts outside the package are refused.
  std::vector<Relationship> relationships_of(const std::string& name);

  void report(std::string_view code, SourceSpan place, std::string message);
  // What was read, and what was found wrong, goes to the document.
  void hand_over(Document& document);

 private:
  Package& package_;
  std::deque<SourceFile> files_;
  std::deque<Part> parts_;
  std::vector<Diagnostic> findings_;
};

// The part that `target` names as seen from the part `from`; empty where it leads out of the package.
std::string resolve(std::string_view from, std::string_view target);

// The first relationship of a type; null where there is none.
const Relationship* find_type(const std::vector<Relationship>& relationships, std::string_view type) noexcept;

}  // namespace citegraph::document::docx
