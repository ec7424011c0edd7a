// Names and texts as RIS, refer and EndNote write them: one a line, the family name before a comma.
#pragma once

#include <string>
#include <string_view>

#include "citegraph/work.hpp"

namespace citegraph::bibliography {

// "von Last, First, Jr."; a trailing comma says that the name is not to be divided. Without a comma: as people write
// it.
Name read_comma_name(std::string_view text);
std::string comma_name(const Name& name);

// "von Last": words in small letters before the family name are its particle.
void set_family(Name& name, std::string_view family);

void add_name(Work& work, NameVariable variable, Name name);

// One line: white space and control characters as single blanks, none at the ends.
std::string one_line(std::string_view text);

}  // namespace citegraph::bibliography
