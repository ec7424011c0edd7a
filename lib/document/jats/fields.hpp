// The fields of a citation element (mixed-citation, element-citation and their forerunners), wherever in it they stand.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "citegraph/label.hpp"
#include "citegraph/name.hpp"
#include "citegraph/work.hpp"

namespace citegraph::document::jats {

struct Field {
  Label label = Label::other;
  std::string value;
  std::optional<Name> name;
  std::vector<pugi::xml_node> nodes;  // what prints it: two for first and last page, up to three for a date
};

struct Fields {
  WorkType type = WorkType::document;
  std::vector<Field> fields;  // in document order
};

Fields read_fields(pugi::xml_node citation);

// A person or organisation: <name>, <string-name>, <collab>.
Name read_name(pugi::xml_node node);

}  // namespace citegraph::document::jats
