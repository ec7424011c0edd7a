#include "progress.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <string>
#include <unistd.h>

namespace command {

Progress::Progress(std::size_t all) : all_(all), shown_(all > 1 && isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() { clear(); }

void Progress::step() {
  ++done_;
  const Clock::time_point now = Clock::now();
  if (!shown_ || now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  draw();
}

void Progress::draw() {
  constexpr std::size_t width = 30;
  const double seconds = std::chrono::duration<double>(last_ - start_).count();
  const double rate = static_cast<double>(done_) / std::max(seconds, 1e-3);
  const double left = static_cast<double>(all_ - done_) / rate;
  const std::size_t full = width * done_ / all_;
  std::cerr << fmt::format("\r[{}{}] {}/{}  {:.0f}/s  {:.0f} s left\x1b[K", std::string(full, '='),
                           std::string(width - full, ' '), done_, all_, rate, left)
            << std::flush;
  drawn_ = true;
}

void Progress::clear() {
  if (drawn_) std::cerr << "\r\x1b[K" << std::flush;
  drawn_ = false;
}

}  // namespace command
