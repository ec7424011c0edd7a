#include <algorithm>

#include "rerender.hpp"

namespace training {

using citegraph::Mark;
using citegraph::Segment;

Example add_noise(const Example& example, Random& random) {
  Example out = example;
  out.text.clear();
  std::vector<std::uint32_t> moved(example.text.size() + 1);
  const bool blanks = random.chance(.5), glue = random.chance(.5), hyphens = random.chance(.3);
  for (std::size_t i = 0; i < example.text.size(); ++i) {
    const char c = example.text[i];
    const auto letter = [](char x) { return x >= 'a' && x <= 'z'; };
    if (blanks && (c == ',' || c == '.' || c == ';' || c == ')') && random.chance(.3)) out.text += ' ';
    if (hyphens && i > 3 && i + 3 < example.text.size() && letter(c) && letter(example.text[i - 1]) &&
        letter(example.text[i + 1]) && random.chance(.01))
      out.text += "- ";
    moved[i] = static_cast<std::uint32_t>(out.text.size());
    if (glue && c == ' ' && random.chance(.06)) continue;
    out.text += c;
  }
  moved[example.text.size()] = static_cast<std::uint32_t>(out.text.size());
  const auto end_of = [&](std::uint32_t end) { return end == 0 ? 0 : std::min(moved[end - 1] + 1, moved[end]); };
  for (Segment& s : out.segments) s.span = {moved[s.span.start], end_of(s.span.end)};
  for (Mark& m : out.marks) m.span = {moved[m.span.start], end_of(m.span.end)};
  return out;
}

}  // namespace training
