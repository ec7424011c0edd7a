#include "interruption.hpp"

#include <algorithm>
#include <atomic>
#include <climits>
#include <unistd.h>

namespace command {
namespace {

// What the handler needs, which may run in any thread.
std::atomic<bool> noting = false;   // an InterruptNote lives
std::atomic<bool> noted = false;    // and has met a signal
std::atomic<bool> waiting = false;  // a temporary file is about to be made
std::atomic<int> pending = 0;       // the signal that waits for it
std::atomic<bool> guarded = false;  // `temporary` names a file
std::array<char, PATH_MAX> temporary{};
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

// Ends the program by the signal, as if nobody had answered it. Inside the handler that happens when it returns.
void end_by(int signal) {
  if (guarded) ::unlink(temporary.data());
  ::signal(signal, SIG_DFL);
  ::raise(signal);
}

void answer(int signal) {
  if (noting && !noted.exchange(true)) return;
  if (waiting)
    pending = signal;
  else
    end_by(signal);
}

void end_wait() {
  waiting = false;
  if (const int signal = pending.exchange(0); signal != 0) end_by(signal);
}

}  // namespace

SignalHandlers::SignalHandlers() {
  struct sigaction action {};
  action.sa_handler = answer;
  action.sa_flags = SA_RESTART;  // a signal that is only noted disturbs no reading and writing
  for (std::size_t i = 0; i < signals.size(); ++i) {
    ::sigaction(signals[i], nullptr, &before_[i]);
    if (before_[i].sa_handler != SIG_IGN) ::sigaction(signals[i], &action, nullptr);
  }
}

SignalHandlers::~SignalHandlers() {
  for (std::size_t i = 0; i < signals.size(); ++i) ::sigaction(signals[i], &before_[i], nullptr);
}

InterruptNote::InterruptNote() {
  noted = false;
  noting = true;
}

InterruptNote::~InterruptNote() { noting = false; }

bool InterruptNote::interrupted() noexcept { return noted; }

TemporaryGuard::TemporaryGuard() { waiting = true; }

void TemporaryGuard::guard(const std::string& path) {
  if (path.size() < temporary.size()) {  // or the system would not have made it
    std::copy(path.begin(), path.end(), temporary.begin());
    temporary[path.size()] = '\0';
    guarded = true;
  }
  signals_wait_ = false;
  end_wait();
}

TemporaryGuard::~TemporaryGuard() {
  guarded = false;
  if (signals_wait_) end_wait();
}

}  // namespace command
