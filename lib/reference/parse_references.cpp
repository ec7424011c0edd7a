#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "citegraph/reference.hpp"

#include "reference/repeated_author.hpp"

namespace citegraph {

namespace {

constexpr std::size_t batch = 32;  // references that a thread takes at a time

// Calls `work` with every index below `count`, on up to `threads` threads. The first exception of any is thrown here.
template <class Function>
void for_each_index(std::size_t count, unsigned threads, const Function& work) {
  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  threads = static_cast<unsigned>(std::min<std::size_t>(threads, count / batch + 1));
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::exception_ptr failure;
  const auto run = [&] {
    try {
      for (std::size_t begin = next.fetch_add(batch); begin < count; begin = next.fetch_add(batch))
        for (std::size_t i = begin; i < std::min(count, begin + batch); ++i) work(i);
    } catch (...) {
      const std::lock_guard lock(mutex);
      failure = std::current_exception();
    }
  };
  std::vector<std::thread> others;
  // Where the system grants no further thread, those that run do all the work.
  try {
    for (unsigned i = 1; i < threads; ++i) others.emplace_back(run);
  } catch (const std::system_error&) {
  }
  run();
  for (std::thread& other : others) other.join();
  if (failure) std::rethrow_exception(failure);
}

template <class Text>
std::vector<Reference> parse_all(std::span<const Text> texts, const ReadOptions& options, const Reference* above) {
  std::vector<Reference> references(texts.size());
  for_each_index(texts.size(), options.threads,
                 [&](std::size_t i) { references[i] = parse_reference(texts[i], {}, options); });
  for (std::size_t i = 0; i < references.size(); ++i) {
    if (above != nullptr) reference::repeat_author(texts[i], references[i], *above);
    above = &references[i];
  }
  return references;
}

}  // namespace

std::vector<Reference> parse_references(std::span<const std::string_view> texts, const ReadOptions& options,
                                        const Reference* above) {
  return parse_all(texts, options, above);
}

std::vector<Reference> parse_references(std::span<const std::string> texts, const ReadOptions& options,
                                        const Reference* above) {
  return parse_all(texts, options, above);
}

}  // namespace citegraph
