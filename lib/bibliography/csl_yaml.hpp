// CSL-JSON written as YAML, as Pandoc and the Markdown editors around it have it: a list of items, or one below
// "references:".
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

#include "bibliography/builder.hpp"

namespace citegraph::bibliography {

bool looks_like_csl_yaml(std::string_view text);

// Every item by itself: a broken one harms no other.
void read_csl_yaml(Builder& builder);

// Makes an item of YAML, in which every scalar is a text, one of CSL-JSON: dates of numbers, lists of names.
void mend_csl_item(nlohmann::ordered_json& item);

}  // namespace citegraph::bibliography
