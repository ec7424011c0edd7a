#include "text/fold.hpp"

#include <gtest/gtest.h>

namespace citegraph::text {
namespace {

TEST(FoldTest, Basics) {
  EXPECT_EQ(fold("Łódź Straße œuvre ﬁn Ørsted İstanbul"), "lodz strasse oeuvre fin orsted istanbul");
  EXPECT_EQ(fold_words("“D’Arc” — 2"), "d arc 2");
  EXPECT_EQ(fold_letters("Mont'Alvão-X"), "montalvaox");
}

}  // namespace
}  // namespace citegraph::text
