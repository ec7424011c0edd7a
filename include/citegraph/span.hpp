/// \file
/// Two kinds of place.
///
/// A paper is read from bytes (the *source*) into clean UTF-8 (the *text*): emphasis marks removed, words broken at a
/// line end joined, damaged bytes replaced. A place in one is not a place in the other, so they are two types that do
/// not convert into each other; a `SourceMap` (source_map.hpp) translates.
///
///     source   SourceSpan{7, 35}   Chang, *Journal of Current Affairs*    the title with its asterisks
///     text     TextSpan{7, 33}     Chang, Journal of Current Affairs      the title
///
/// The text of a span is a `slice`:
///
///     const std::string text = "Chang, Journal of Current Affairs";
///     assert(slice(text, TextSpan{7, 33}) == "Journal of Current Affairs");
///
/// Both are half-open ranges of byte offsets, 32 bits each.
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace citegraph {

/// A half-open range of byte offsets into a document's UTF-8 text.
struct TextSpan {
  std::uint32_t start = 0;  ///< Of the first byte.
  std::uint32_t end = 0;    ///< Of the byte behind the last.

  /// How many bytes it covers.
  [[nodiscard]] constexpr std::uint32_t size() const noexcept { return end - start; }
  /// True if it covers none.
  [[nodiscard]] constexpr bool empty() const noexcept { return end <= start; }
  /// True if the byte at `offset` lies in it.
  [[nodiscard]] constexpr bool contains(std::uint32_t offset) const noexcept { return start <= offset && offset < end; }
  /// True if no byte of `other` lies outside.
  [[nodiscard]] constexpr bool contains(TextSpan other) const noexcept {
    return start <= other.start && other.end <= end;
  }
  /// True if the two share a byte.
  [[nodiscard]] constexpr bool overlaps(TextSpan other) const noexcept {
    return start < other.end && other.start < end;
  }
  friend constexpr auto operator<=>(TextSpan, TextSpan) = default;
};

/// A half-open range of byte offsets into one of the files a document was read from.
struct SourceSpan {
  std::uint32_t start = 0;  ///< Of the first byte.
  std::uint32_t end = 0;    ///< Of the byte behind the last.
  std::uint32_t file = 0;   ///< Index of the file, where a document has several (LaTeX's `\input`, DOCX).

  /// How many bytes it covers.
  [[nodiscard]] constexpr std::uint32_t size() const noexcept { return end - start; }
  /// True if it covers none.
  [[nodiscard]] constexpr bool empty() const noexcept { return end <= start; }
  friend constexpr auto operator<=>(SourceSpan, SourceSpan) = default;
};

/// The part of `text` that `span` covers, cut to the text's end. The view lives as long as the text.
[[nodiscard]] constexpr std::string_view slice(std::string_view text, TextSpan span) noexcept {
  if (span.start >= text.size() || span.end <= span.start) return {};
  return text.substr(span.start, span.end - span.start);
}

/// A view into a string that is about to go does not compile.
template <class Text>
requires std::same_as<std::remove_cv_t<Text>, std::string> std::string_view slice(Text&& text, TextSpan span)
= delete;

}  // namespace citegraph
