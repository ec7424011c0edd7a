// ^C and what else ends a program from outside: noted while a long run has something to save, and no reason to leave a
// half-written file behind.
#pragma once

#include <array>
#include <csignal>
#include <string>

namespace command {

// While it lives, the signals that ask a program to end are answered here; those that it was told to ignore are not.
class SignalHandlers {
 public:
  SignalHandlers();
  SignalHandlers(const SignalHandlers&) = delete;
  SignalHandlers& operator=(const SignalHandlers&) = delete;
  ~SignalHandlers();

 private:
  static constexpr std::array<int, 3> signals = {SIGHUP, SIGINT, SIGTERM};
  std::array<struct sigaction, 3> before_{};
};

// While it lives, the first signal is noted only; the next one ends the program as ever. One at a time.
class InterruptNote {
 public:
  InterruptNote();
  InterruptNote(const InterruptNote&) = delete;
  InterruptNote& operator=(const InterruptNote&) = delete;
  ~InterruptNote();

  static bool interrupted() noexcept;

 private:
  SignalHandlers handlers_;
};

// A temporary file that goes if a signal ends the program. Signals wait from here until `guard` has told its name, so
// that the file is never there without being known. One at a time.
class TemporaryGuard {
 public:
  TemporaryGuard();
  TemporaryGuard(const TemporaryGuard&) = delete;
  TemporaryGuard& operator=(const TemporaryGuard&) = delete;
  ~TemporaryGuard();

  void guard(const std::string& path);

 private:
  SignalHandlers handlers_;
  bool signals_wait_ = true;
};

}  // namespace command
