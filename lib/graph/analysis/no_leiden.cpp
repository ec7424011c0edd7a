// Where the library is built without igraph.
#include "citegraph/communities.hpp"
#include "citegraph/error.hpp"

namespace citegraph::analysis {

bool has_leiden() noexcept { return false; }

Partition leiden(const GraphStructure& /*graph*/, double /*resolution*/) {
  throw Error({}, "Leiden's method needs igraph: build with -DCITEGRAPH_WITH_IGRAPH=ON");
}

}  // namespace citegraph::analysis
