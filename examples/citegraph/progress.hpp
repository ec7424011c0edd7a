// How far a long run is: a bar on standard error, where that is a terminal.
#pragma once

#include <chrono>
#include <cstddef>

namespace command {

class Progress {
 public:
  // Silent unless standard error is a terminal.
  explicit Progress(std::size_t all);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void step();   // one more is done
  void clear();  // takes the bar away, before something else is printed

 private:
  using Clock = std::chrono::steady_clock;

  void draw();

  std::size_t all_;
  std::size_t done_ = 0;
  bool shown_;
  bool drawn_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
};

}  // namespace command
