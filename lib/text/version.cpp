#include "citegraph/version.hpp"

namespace citegraph {

#define CITEGRAPH_TEXT(number) #number
#define CITEGRAPH_DOTTED(major, minor, patch) CITEGRAPH_TEXT(major) "." CITEGRAPH_TEXT(minor) "." CITEGRAPH_TEXT(patch)

std::string_view version() noexcept {
  return CITEGRAPH_DOTTED(CITEGRAPH_VERSION_MAJOR, CITEGRAPH_VERSION_MINOR, CITEGRAPH_VERSION_PATCH);
}

}  // namespace citegraph
