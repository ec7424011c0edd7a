// What a style, or the properties of a paragraph or run themselves, say of the text.
#pragma once

#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <unordered_map>

namespace citegraph::document::docx {

enum class Raised : std::uint8_t { none, superscript, subscript };

struct RunFormat {
  bool italic = false;
  bool bold = false;
  bool hidden = false;
  Raised raised = Raised::none;

  friend bool operator==(const RunFormat&, const RunFormat&) = default;
};

// Which level of which numbering a paragraph belongs to; number 0 is none.
struct ListPlace {
  std::uint32_t number = 0;
  std::uint32_t level = 0;
};

// What the paragraphs of a style are, by the style's name.
enum class ParagraphRole : std::uint8_t { text, title, author, date, quote, code };

struct ParagraphFormat {
  ParagraphRole role = ParagraphRole::text;
  std::uint8_t heading = 0;  // 1-9
  ListPlace list;
};

class Styles {
 public:
  // Of the root of styles.xml; an empty node for a package without.
  explicit Styles(pugi::xml_node root);

  // Of a `w:p` and a `w:r`: their style, and upon it what they say themselves.
  [[nodiscard]] ParagraphFormat paragraph(pugi::xml_node paragraph) const;
  [[nodiscard]] RunFormat run(pugi::xml_node run) const;

 private:
  struct Style {
    ParagraphFormat paragraph;
    RunFormat run;
  };
  static Style resolve(const std::string& id, const std::unordered_map<std::string, pugi::xml_node>& nodes);

  std::unordered_map<std::string, Style> styles_;  // by id; asked only
};

}  // namespace citegraph::document::docx
