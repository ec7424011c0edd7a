#include "citegraph/source_map.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace citegraph {
namespace {

TEST(SourceMapTest, ExampleOfTheHeader) {
  SourceMap map;
  map.append(7, {0, 7});
  map.append(7, {8, 15});
  EXPECT_EQ(map.to_source({7, 14}), (SourceSpan{8, 15}));
  EXPECT_EQ(map.to_text({8, 15}), (TextSpan{7, 14}));
}

TEST(SourceMapTest, MergesAdjoiningCopies) {
  SourceMap map;
  map.append(2, {0, 2});
  map.append(3, {2, 5});
  map.append(1, {5, 6});
  EXPECT_EQ(map.pieces().size(), 1U);
  map.append(1, {6, 9});  // a replacement
  map.append(2, {9, 11});
  map.append(2, {11, 13, 1});  // another file
  EXPECT_EQ(map.pieces().size(), 4U);
  map.append(0, {20, 30});
  EXPECT_EQ(map.pieces().size(), 4U);
  EXPECT_EQ(map.text_size(), 11U);
}

// What stands for two bytes of a text that itself stands for others is no copy, though it be as long as they are.
TEST(SourceMapTest, AReplacementOfEqualLengthIsNoCopy) {
  SourceMap inner;
  inner.append(2, {0, 2});
  inner.append_replacement(3, {2, 3});  // a byte of another encoding
  SourceMap outer;
  outer.append_replacement(5, {0, 5});  // an accent over it
  const SourceMap both = outer.through(inner);
  ASSERT_EQ(both.pieces().size(), 1U);
  EXPECT_FALSE(both.pieces()[0].copied);
  EXPECT_EQ(both.to_source({3, 4}), (SourceSpan{0, 3}));
}

TEST(SourceMapTest, AReplacementAsLongAsItsSourceStaysOnePiece) {
  SourceMap inner;
  inner.append(3, {0, 2});  // a command of two bytes
  SourceMap outer;
  outer.append(2, {0, 3});  // its three bytes told by two: a letter with an accent
  const SourceMap both = outer.through(inner);
  ASSERT_EQ(both.pieces().size(), 1U);
  EXPECT_FALSE(both.pieces()[0].copied);
  EXPECT_EQ(both.to_source({0, 1}), (SourceSpan{0, 2}));
  SourceMap more;
  more.append(4, {10, 14});
  more.append(both, 2);
  ASSERT_EQ(more.pieces().size(), 2U);
  EXPECT_EQ(more.to_source({5, 6}), (SourceSpan{0, 2, 2}));
}

TEST(SourceMapTest, EmptyMap) {
  const SourceMap map;
  EXPECT_EQ(map.to_source({0, 5}), SourceSpan{});
  EXPECT_EQ(map.to_text({0, 5}), TextSpan{});
  EXPECT_EQ(map.through(map).text_size(), 0U);
}

TEST(SourceMapTest, EmptyAndOutlyingSpans) {
  SourceMap map;
  map.append(4, {10, 14});
  map.append(1, {14, 20});
  EXPECT_EQ(map.to_source({2, 2}), (SourceSpan{12, 12}));
  EXPECT_EQ(map.to_source({4, 4}), (SourceSpan{14, 14}));
  EXPECT_EQ(map.to_source({5, 5}), (SourceSpan{20, 20}));
  EXPECT_EQ(map.to_source({9, 12}), (SourceSpan{20, 20}));
  EXPECT_EQ(map.to_source({3, 99}), (SourceSpan{13, 20}));
  EXPECT_EQ(map.to_text({0, 10}), TextSpan{});
  EXPECT_EQ(map.to_text({20, 30}), TextSpan{});
}

TEST(SourceMapTest, ASpanOverTwoFilesEndsWithTheFirst) {
  SourceMap map;
  map.append(4, {0, 4, 0});
  map.append(4, {0, 4, 1});
  map.append(4, {4, 8, 0});
  EXPECT_EQ(map.to_source({2, 10}), (SourceSpan{2, 4, 0}));
  EXPECT_EQ(map.to_source({5, 10}), (SourceSpan{1, 4, 1}));
  EXPECT_EQ(map.to_text({1, 3, 1}), (TextSpan{5, 7}));
}

TEST(SourceMapTest, PiecesMayStandInAnotherOrderThanTheSource) {
  SourceMap map;  // a note that stood in the middle of a paragraph is moved behind it
  map.append(10, {0, 10});
  map.append(10, {20, 30});
  map.append(10, {10, 20});
  EXPECT_EQ(map.to_source({5, 15}), (SourceSpan{5, 25}));
  EXPECT_EQ(map.to_source({15, 25}), (SourceSpan{10, 30}));
  EXPECT_EQ(map.to_text({12, 15}), (TextSpan{22, 25}));
  EXPECT_EQ(map.to_text({5, 25}), (TextSpan{5, 15}));
}

// For every byte of the text the bytes of the source that it stands for: what a map means, spelt out.
struct Spelt {
  std::vector<SourceSpan> bytes;
};

Spelt spell(const SourceMap& map) {
  Spelt spelt;
  for (std::size_t i = 0; i < map.pieces().size(); ++i) {
    const SourceMap::Piece& piece = map.pieces()[i];
    const std::uint32_t end = i + 1 < map.pieces().size() ? map.pieces()[i + 1].text_start : map.text_size();
    const bool copy = end - piece.text_start == piece.source_end - piece.source_start;
    for (std::uint32_t k = 0; k < end - piece.text_start; ++k)
      spelt.bytes.push_back(copy ? SourceSpan{piece.source_start + k, piece.source_start + k + 1}
                                 : SourceSpan{piece.source_start, piece.source_end});
  }
  return spelt;
}

SourceSpan hull(const Spelt& spelt, std::uint32_t start, std::uint32_t end) {
  SourceSpan hull = spelt.bytes[start];
  for (std::uint32_t i = start; i < end; ++i) {
    const SourceSpan byte = spelt.bytes[i];
    if (byte.empty()) continue;
    if (hull.empty()) hull = byte;
    hull = {std::min(hull.start, byte.start), std::max(hull.end, byte.end)};
  }
  return hull;
}

class Random {
 public:
  std::uint32_t below(std::uint32_t limit) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>(state_ >> 33U) % limit;
  }

 private:
  std::uint64_t state_ = 42;
};

// A map whose source has about `size` bytes, all of it used in order.
SourceMap random_map(Random& random, std::uint32_t size) {
  SourceMap map;
  std::uint32_t at = 0;
  while (at < size) {
    const std::uint32_t source = 1 + random.below(4);
    switch (random.below(4)) {
      case 0:
        at += source;  // dropped
        break;
      case 1:
        map.append(1 + random.below(3), {at, std::min(at + source, size)});
        at += source;
        break;
      default:
        if (at + source > size) return map;
        map.append(source, {at, at + source});
        at += source;
    }
  }
  return map;
}

TEST(SourceMapTest, TranslatesEverySpanAsSpeltOut) {
  Random random;
  for (int round = 0; round < 300; ++round) {
    const SourceMap map = random_map(random, 24);
    const Spelt spelt = spell(map);
    for (std::uint32_t start = 0; start < map.text_size(); ++start)
      for (std::uint32_t end = start + 1; end <= map.text_size(); ++end) {
        const SourceSpan source = map.to_source({start, end});
        ASSERT_EQ(source, hull(spelt, start, end));
        const TextSpan back = map.to_text(source);
        ASSERT_LE(back.start, start);
        ASSERT_GE(back.end, end);
      }
  }
}

TEST(SourceMapTest, ComposesAsSpeltOut) {
  Random random;
  for (int round = 0; round < 500; ++round) {
    const SourceMap inner = random_map(random, 40);
    const SourceMap outer = random_map(random, inner.text_size());
    const SourceMap both = outer.through(inner);
    ASSERT_EQ(both.text_size(), outer.text_size());
    for (std::uint32_t start = 0; start < both.text_size(); ++start)
      for (std::uint32_t end = start + 1; end <= both.text_size(); ++end) {
        const SourceSpan middle = outer.to_source({start, end});
        const SourceSpan expected = inner.to_source({middle.start, middle.end});
        const SourceSpan found = both.to_source({start, end});
        // Removed text between two copies may be skipped only where the way in two steps skips it too.
        ASSERT_EQ(found, expected);
      }
  }
}

TEST(SourceMapTest, AMillionPieces) {
  SourceMap map;
  constexpr std::uint32_t count = 1000000;
  for (std::uint32_t i = 0; i < count; ++i) map.append(1, {2 * i, 2 * i + 1});
  ASSERT_EQ(map.pieces().size(), count);
  for (std::uint32_t i = 0; i + 1 < count; i += 7) ASSERT_EQ(map.to_source({i, i + 2}), (SourceSpan{2 * i, 2 * i + 3}));
}

}  // namespace
}  // namespace citegraph
