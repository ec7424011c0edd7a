#include "citegraph/source_map.hpp"

#include <gtest/gtest.h>

namespace citegraph {
namespace {

TEST(SourceMapTest, ExampleOfTheHeader) {
  SourceMap map;
  map.append(7, {0, 7});
  map.append(7, {8, 15});
  EXPECT_EQ(map.to_source({7, 14}), (SourceSpan{8, 15}));
  EXPECT_EQ(map.to_text({8, 15}), (TextSpan{7, 14}));
}

}  // namespace
}  // namespace citegraph
