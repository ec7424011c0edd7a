// The YAML that bibliographies and the heads of documents are written in: mappings and sequences, by indentation or in
// brackets, quoted, plain and block scalars, comments. Anchors, tags and several documents are not read; every scalar
// is a text.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

namespace citegraph::bibliography {

// Never throws: what cannot be understood is left out. Linear; nesting beyond a bound is dropped.
nlohmann::ordered_json parse_yaml(std::string_view text);

}  // namespace citegraph::bibliography
