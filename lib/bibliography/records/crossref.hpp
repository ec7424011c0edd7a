// Works of Crossref: https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md
#pragma once

#include "citegraph/records.hpp"

#include "bibliography/records/json.hpp"

namespace citegraph::bibliography::records {

// Fills `record`, which is empty; its id stays empty where `object` has no DOI. Of the references those with a DOI are
// cited.
void read_crossref(JsonObject object, WorkRecord& record);

}  // namespace citegraph::bibliography::records
