/// \file
/// The export mark. Everything a user's program may call carries it; all else in the library is hidden.
#pragma once

#if defined(CITEGRAPH_SHARED) && defined(_WIN32)
#  if defined(CITEGRAPH_BUILDING)
#    define CITEGRAPH_API __declspec(dllexport)
#  else
#    define CITEGRAPH_API __declspec(dllimport)
#  endif
#elif defined(__GNUC__)
#  define CITEGRAPH_API __attribute__((visibility("default")))
#else
#  define CITEGRAPH_API
#endif
