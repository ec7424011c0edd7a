#include "reference/parts.hpp"

#include <gtest/gtest.h>
#include <ostream>
#include <string>

namespace citegraph::reference {
namespace {

struct PartsCase {
  const char* text;
  const char* parts;  // divided by " / "
};

void PrintTo(const PartsCase& row, std::ostream* out) { *out << row.text; }

class PartsTest : public testing::TestWithParam<PartsCase> {};

TEST_P(PartsTest, AreFound) {
  const std::string_view text = GetParam().text;
  std::string parts;
  for (const TextSpan part : parts_of(text)) parts += (parts.empty() ? "" : " /") + std::string(slice(text, part));
  EXPECT_EQ(parts, GetParam().parts);
}

INSTANTIATE_TEST_SUITE_P(
    , PartsTest,
    testing::Values(PartsCase{"(a) Adler, Water 3; (b) Brandt, Ice 4.", " Adler, Water 3;  / Brandt, Ice 4."},
                    PartsCase{"(a) Adler, Water 3. (b) Brandt, 4. (c) Castor.",
                              " Adler, Water 3.  / Brandt, 4.  / Castor."},
                    PartsCase{"Adler, on (a) ice; (b) snow.", "Adler, on (a) ice; (b) snow."},
                    PartsCase{"(a) Adler, on ice and (b) snow.", "(a) Adler, on ice and (b) snow."},
                    PartsCase{"", ""}));

}  // namespace
}  // namespace citegraph::reference
