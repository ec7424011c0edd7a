/// \file
/// The export mark. Everything a user's program may call carries it; all else in a shared library is hidden.
#pragma once

/// Marks a function or class as part of the interface of the library.
#if defined(__GNUC__)
#define CITEGRAPH_API __attribute__((visibility("default")))
#else
#define CITEGRAPH_API
#endif
