#include "reference/confidence.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "text/utf8.hpp"

namespace citegraph::reference {

namespace {

// Whether `text` holds a letter; digits and marks do not count.
bool holds_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode_at(text, at);
    if (text::is_letter(c.value)) return true;
    at += c.size;
  }
  return false;
}

std::uint32_t count_letters(std::string_view text) {
  std::uint32_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode_at(text, at);
    letters += text::is_word(c.value) ? 1U : 0U;
    at += c.size;
  }
  return letters;
}

}  // namespace

double reference_confidence(std::string_view text, std::span<const Segment> segments) {
  double least = segments.empty() ? 0.0 : 1.0;
  std::uint32_t covered = 0;
  bool named = false;
  bool dated = false;
  for (const Segment& segment : segments) {
    least = std::min(least, segment.confidence);
    covered += count_letters(slice(text, segment.span));
    named |= segment.label == Label::title || segment.label == Label::container_title;
    dated |= segment.label == Label::date;
  }
  const std::uint32_t all = count_letters(text);
  if (all == 0) return 0.0;
  const double coverage = static_cast<double>(covered) / static_cast<double>(all);
  double confidence = least * coverage;
  if (!named) confidence *= 0.5;
  if (!dated) confidence *= 0.7;
  return static_cast<double>(std::lround(std::clamp(confidence, 0.0, 1.0) * 1000.0)) / 1000.0;
}

double plausible_confidence(std::string_view text, std::span<const Segment> segments, double confidence) {
  constexpr double most = 0.1;
  const bool named = std::any_of(segments.begin(), segments.end(), [&](const Segment& segment) {
    const bool names = segment.label == Label::author || segment.label == Label::editor ||
                       segment.label == Label::title || segment.label == Label::container_title;
    return names && holds_letter(slice(text, segment.span));
  });
  return named ? confidence : std::min(confidence, most);
}

}  // namespace citegraph::reference
