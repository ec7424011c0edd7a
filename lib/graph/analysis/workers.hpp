// Threads that stay for all the steps of an analysis: started for each of them, they took a seventh of the time of
// PageRank on 100,000 works.
#pragma once

#include <atomic>
#include <barrier>
#include <cstddef>
#include <system_error>
#include <thread>
#include <vector>

namespace citegraph::analysis {

class Workers {
 public:
  // The caller is one of the `threads`. Where the system grants fewer, there are fewer.
  explicit Workers(unsigned threads) : begin_(threads), end_(threads) {
    helpers_.reserve(threads - 1);
    for (unsigned t = 1; t < threads; ++t) {
      try {
        helpers_.emplace_back([this] { help(); });
      } catch (const std::system_error&) {
        begin_.arrive_and_drop();
        end_.arrive_and_drop();
      }
    }
  }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;
  ~Workers() {
    call_ = nullptr;
    begin_.arrive_and_wait();
  }

  // Calls work(i), which must not throw, for every i below `count`: in order where there is one thread, in any where
  // there are more.
  template <class Work>
  void each(std::size_t count, const Work& work) {
    if (helpers_.empty()) {
      for (std::size_t i = 0; i < count; ++i) work(i);
      return;
    }
    call_ = [](const void* what, std::size_t i) { (*static_cast<const Work*>(what))(i); };
    work_ = &work;
    count_ = count;
    next_ = 0;
    begin_.arrive_and_wait();
    run();
    end_.arrive_and_wait();
  }

 private:
  void run() {
    for (std::size_t i = next_++; i < count_; i = next_++) call_(work_, i);
  }
  void help() {
    for (begin_.arrive_and_wait(); call_ != nullptr; begin_.arrive_and_wait()) {
      run();
      end_.arrive_and_wait();
    }
  }

  std::barrier<> begin_;
  std::barrier<> end_;
  void (*call_)(const void* work, std::size_t i) = nullptr;
  const void* work_ = nullptr;
  std::size_t count_ = 0;
  std::atomic<std::size_t> next_ = 0;
  std::vector<std::jthread> helpers_;  // last: they end before what they use
};

}  // namespace citegraph::analysis
