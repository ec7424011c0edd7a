// Loops over rows of numbers in whatever registers the processor has.
//
// Integers only, so the results are the same. The copies are chosen when the library is loaded, which neither clang's
// resolvers nor the sanitizers' start-up allow.
#pragma once

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define CITEGRAPH_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define CITEGRAPH_WIDE
#endif
