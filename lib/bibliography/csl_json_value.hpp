// A work as a JSON value, for the writers that put it inside something larger.
#pragma once

#include <nlohmann/json.hpp>

#include "citegraph/work.hpp"

namespace citegraph::bibliography {

// `id` is the work's key; left out where it has none.
nlohmann::ordered_json to_csl_value(const Work& work);

}  // namespace citegraph::bibliography
