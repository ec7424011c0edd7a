// Works of OpenAlex: https://docs.openalex.org/api-entities/works/work-object
#pragma once

#include "citegraph/records.hpp"

#include "bibliography/records/json.hpp"

namespace citegraph::bibliography::records {

// Fills `record`, which is empty; its id stays empty where `object` is no work.
void read_open_alex(JsonObject object, WorkRecord& record);

}  // namespace citegraph::bibliography::records
