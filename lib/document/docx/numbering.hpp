// The numbers of lists, which a document does not hold but counts.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

#include "document/docx/styles.hpp"

namespace citegraph::document::docx {

// A number in one of the formats of 17.18.59: "lowerRoman", "upperLetter"; digits for those not known.
std::string in_number_format(std::uint32_t number, std::string_view format);

class Numbering {
 public:
  // Of the root of numbering.xml; an empty node for a package without.
  explicit Numbering(pugi::xml_node root);

  // The number of the next paragraph there, as it is printed: "3.", "[3]", "2.1"; empty for a bullet.
  std::string next(ListPlace place);

 private:
  static constexpr std::size_t levels = 9;
  struct Level {
    std::uint32_t start = 1;
    std::string format = "decimal";
    std::string text;  // "%1.%2"
  };
  struct Scheme {
    std::array<Level, levels> definition;
    std::array<std::optional<std::uint32_t>, levels> count;  // of the last paragraph
  };
  struct List {
    std::string scheme;
    std::array<std::optional<std::uint32_t>, levels> restart;  // where it begins with a number of its own
  };
  void read_scheme(pugi::xml_node node);
  void read_list(pugi::xml_node node);

  std::unordered_map<std::string, Scheme> schemes_;  // asked only, as is the other
  std::unordered_map<std::string, List> lists_;
};

}  // namespace citegraph::document::docx
