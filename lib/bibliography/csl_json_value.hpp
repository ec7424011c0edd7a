// A work as a JSON value, for the writers that put it inside something larger; and back.
#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <vector>

#include "citegraph/bibliography.hpp"
#include "citegraph/work.hpp"

namespace citegraph::bibliography {

// `id` is the work's key; left out where it has none. What CSL has no place for stands under `custom`, so that
// `work_of_csl` gives back an equal work.
nlohmann::ordered_json to_csl_value(const Work& work);

// `item` is an object. Members that stand for nothing in a work go to `extra`; of the wrong kind, they are passed over.
Work work_of_csl(const nlohmann::ordered_json& item, std::vector<ExtraField>& extra);

}  // namespace citegraph::bibliography
