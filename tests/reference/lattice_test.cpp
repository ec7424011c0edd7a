#include "reference/crf/lattice.hpp"

#include <algorithm>
#include <cstdint>
#include <gtest/gtest.h>
#include <random>
#include <vector>

namespace citegraph::crf {
namespace {

constexpr std::int64_t never = -1'000'000'000;

// The model as one weight for every pair of states, without any of the lattice's short cuts.
std::int64_t step_weight(const TransitionWeights& t, std::size_t from, std::size_t to) {
  const std::size_t kind = to / lanes, lane = to % lanes, from_kind = from / lanes, from_lane = from % lanes;
  const bool unused =
      (kind != outside_kind && lane >= label_count) || (from_kind != outside_kind && from_lane >= label_count);
  if (unused) return never;
  if (kind == first_kind) return t.to_first[from][lane];
  if (from_lane != lane) return never;
  if (kind == further_kind) return from_kind == outside_kind ? never : t.to_further[from_kind][lane];
  return t.to_outside[from_kind][lane];
}

std::size_t row_of(std::size_t s) {
  return s < lanes ? first_row + s : s < state(outside_kind, 0) ? further_row + s % lanes : outside_row;
}

// Best total score through every state of every token.
std::vector<std::vector<std::int64_t>> through(const TransitionWeights& t, const std::vector<std::int16_t>& emission) {
  const std::size_t n = emission.size() / row_count;
  std::vector<std::vector<std::int64_t>> forward(n, std::vector<std::int64_t>(state_count, never)), back = forward;
  for (std::size_t l = 0; l < label_count; ++l) forward[0][l] = t.start_first[l] + emission[first_row + l];
  forward[0][state(outside_kind, start_lane)] = t.start_outside + emission[outside_row];
  for (std::size_t at = 1; at < n; ++at)
    for (std::size_t to = 0; to < state_count; ++to)
      for (std::size_t from = 0; from < state_count; ++from)
        forward[at][to] = std::max(
            forward[at][to], forward[at - 1][from] + step_weight(t, from, to) + emission[at * row_count + row_of(to)]);
  for (std::size_t s = 0; s < state_count; ++s) back[n - 1][s] = t.end[s / lanes][s % lanes];
  for (std::size_t at = n - 1; at-- > 0;)
    for (std::size_t from = 0; from < state_count; ++from)
      for (std::size_t to = 0; to < state_count; ++to)
        back[at][from] = std::max(
            back[at][from], back[at + 1][to] + step_weight(t, from, to) + emission[(at + 1) * row_count + row_of(to)]);
  for (std::size_t at = 0; at < n; ++at)
    for (std::size_t s = 0; s < state_count; ++s) forward[at][s] += back[at][s];
  return forward;
}

TEST(Lattice, GivesTheBestLabellingAndItsMarginsAsEveryPathTriedDoes) {
  std::mt19937 random(7);
  for (const int spread : {3, 200, 3000}) {
    for (int round = 0; round < 12; ++round) {
      const auto draw = [&](int range) {
        return static_cast<std::int16_t>(static_cast<int>(random() % static_cast<unsigned>(2 * range + 1)) - range);
      };
      TransitionWeights t;
      for (auto& row : t.to_first)
        for (auto& w : row) w = draw(spread);
      for (auto& row : t.to_further)
        for (auto& w : row) w = draw(spread);
      for (auto& row : t.to_outside)
        for (auto& w : row) w = draw(spread);
      for (auto& w : t.start_first) w = draw(spread);
      for (auto& row : t.end)
        for (auto& w : row) w = draw(spread);
      std::vector<std::int16_t> emission(row_count * (1 + random() % 12));
      for (auto& w : emission) w = draw(1500);

      const Labelling found = best_labelling(Transitions(t), emission);
      const auto totals = through(t, emission);
      for (std::size_t at = 0; at < totals.size(); ++at) {
        const std::int64_t best = *std::max_element(totals[at].begin(), totals[at].end());
        EXPECT_EQ(totals[at][found.states[at]], best);
        std::int64_t other = never;
        for (std::size_t s = 0; s < state_count; ++s)
          if (row_of(s) != row_of(found.states[at])) other = std::max(other, totals[at][s]);
        if (other > never / 2) {
          EXPECT_EQ(found.margins[at], best - other);
        }
      }
    }
  }
}

TEST(Lattice, NoLengthOverflowsIt) {
  TransitionWeights t;
  for (auto& row : t.to_first) row.fill(20'000);
  const std::vector<std::int16_t> emission(row_count * 60'000, 14'000);
  const Labelling found = best_labelling(Transitions(t), emission);
  ASSERT_EQ(found.states.size(), 60'000U);
  EXPECT_LT(found.states[1], lanes);
  EXPECT_LT(found.states[59'999], lanes);
}

}  // namespace
}  // namespace citegraph::crf
