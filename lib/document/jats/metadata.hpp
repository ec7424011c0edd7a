// What an article says about itself in its head.
#pragma once

#include <pugixml.hpp>

#include "citegraph/work.hpp"

namespace citegraph::document::jats {

// From <front>, of an article inside another one from <front-stub>.
Work read_metadata(pugi::xml_node article);

}  // namespace citegraph::document::jats
