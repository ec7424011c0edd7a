// A table of labelled references and the works they become; one for each field.
#pragma once

#include <gtest/gtest.h>
#include <ostream>

#include "describe.hpp"
#include "reference/normaliser/normaliser.hpp"
#include "reference/notation.hpp"

namespace citegraph::test {

struct NormaliserRow {
  const char* trait;
  const char* labelled;  // "{title:On ice}, {pages:3}"
  const char* work;
};

inline void PrintTo(const NormaliserRow& row, std::ostream* out) { *out << row.trait; }

inline void expect_work(const NormaliserRow& row) {
  const Labelled entry = read_labelled(row.labelled);
  EXPECT_EQ(describe(reference::normalise(entry.text, entry.segments)), row.work) << row.labelled;
}

}  // namespace citegraph::test

#define CITEGRAPH_NORMALISER_TABLE(name, ...)                                    \
  class name : public testing::TestWithParam<citegraph::test::NormaliserRow> {}; \
  TEST_P(name, GivesTheWork) { citegraph::test::expect_work(GetParam()); }       \
  INSTANTIATE_TEST_SUITE_P(, name, testing::Values(__VA_ARGS__), [](const auto& row) { return row.param.trait; })
