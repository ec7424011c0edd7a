// Figures that a benchmark prints: measured side by side in one run, so that they hold on a busy machine too.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <limits>
#include <string>
#include <unistd.h>

namespace citegraph::bench {

// Seconds of processor time, of all threads.
inline double cpu_seconds() {
  timespec now{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

inline double wall_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// The shortest of some runs.
template <class Run, class Clock>
double shortest(int tries, const Run& run, const Clock& clock) {
  double best = std::numeric_limits<double>::infinity();
  for (int i = 0; i < tries; ++i) {
    const double begin = clock();
    run();
    best = std::min(best, clock() - begin);
  }
  return best;
}

template <class Run>
double cpu(int tries, const Run& run) {
  return shortest(tries, run, cpu_seconds);
}

// Two things in turn, so that what else the machine does meets both: how much longer the second takes.
struct Pair {
  double ours;
  double theirs;
  double ratio() const { return theirs / ours; }
};

template <class Ours, class Theirs>
Pair side_by_side(int tries, const Ours& ours, const Theirs& theirs) {
  Pair best{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
  for (int i = 0; i < tries; ++i) {
    best.ours = std::min(best.ours, cpu(1, ours));
    best.theirs = std::min(best.theirs, cpu(1, theirs));
  }
  return best;
}

// Bytes of memory in use by this process: `VmRSS` now, `VmHWM` at the most.
inline double memory_in_use(const char* which = "VmRSS:") {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;)
    if (word == which) {
      double kilobytes = 0;
      status >> kilobytes;
      return kilobytes * 1024;
    }
  return 0;
}

// Bytes of memory at the most, of the whole run, whatever `forget_peak` did.
inline double peak_before = 0;
inline double peak_memory() { return std::max(peak_before, memory_in_use("VmHWM:")); }

// Counts `VmHWM` from here on, where the system allows.
inline void forget_peak() {
  peak_before = peak_memory();
  std::ofstream("/proc/self/clear_refs") << '5';
}

inline void heading(const char* text) { std::printf("\n%s\n", text); }

inline void figure(const char* what, double value, const char* unit) {
  std::printf("  %-58s %10.4g %s\n", what, value, unit);
  std::fflush(stdout);
}

inline void ratio(const char* what, const Pair& pair) {
  std::printf("  %-58s %8.2f x   (%.4g s, theirs %.4g s)\n", what, pair.ratio(), pair.ours, pair.theirs);
  std::fflush(stdout);
}

}  // namespace citegraph::bench
