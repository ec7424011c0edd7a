// Loops over rows of numbers in whatever registers the processor has.
//
// Integers only, so the results are the same. A function marked CITEGRAPH_WIDE is compiled for narrow and wide
// registers alike. Where the compiler makes less of the wide ones than they can do, a function is written twice, marked
// CITEGRAPH_AVX2 and CITEGRAPH_NARROW; the first only where CITEGRAPH_VERSIONS is 1. The copies are chosen when the
// library is loaded, which neither clang's resolvers nor the sanitizers' start-up allow.
#pragma once

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define CITEGRAPH_VERSIONS 1
#define CITEGRAPH_WIDE __attribute__((target_clones("avx2", "default")))
#define CITEGRAPH_AVX2 __attribute__((target("avx2")))
#define CITEGRAPH_NARROW __attribute__((target("default")))
#else
#define CITEGRAPH_VERSIONS 0
#define CITEGRAPH_WIDE
#define CITEGRAPH_NARROW
#endif
