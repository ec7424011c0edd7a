/// \file
/// The version of the library: of its headers for the preprocessor, of what a program is linked with for the program.
///
///     static_assert(CITEGRAPH_VERSION_MAJOR == 0 && CITEGRAPH_VERSION_MINOR >= 1);
///     std::cout << "citegraph " << version() << '\n';  // citegraph 0.1.0
///
/// Versions are semantic; before 1.0 a new minor number may change the interface. The build reads them here.
#pragma once

#include <string_view>

#include "citegraph/api.hpp"

#define CITEGRAPH_VERSION_MAJOR 0  ///< Counts changes of the interface that break programs.
#define CITEGRAPH_VERSION_MINOR 1  ///< Counts additions; before 1.0 also what breaks.
#define CITEGRAPH_VERSION_PATCH 0  ///< Counts corrections.

namespace citegraph {

/// The version of the library itself: "0.1.0".
[[nodiscard]] CITEGRAPH_API std::string_view version() noexcept;

}  // namespace citegraph
