// How well a model labels: the measures the project reports.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "data.hpp"
#include "reference/crf/model.hpp"

namespace training {

struct Score {
  std::size_t right = 0, predicted = 0, gold = 0;  // fields
  std::size_t whole = 0, references = 0;           // references all of whose fields are right
  double f1() const {
    return predicted + gold == 0 ? 0 : 200.0 * static_cast<double>(right) / static_cast<double>(predicted + gold);
  }
  double whole_share() const {
    return references == 0 ? 0 : 100.0 * static_cast<double>(whole) / static_cast<double>(references);
  }
  void add(const Score& other);
};

// Compares field by field: the values of a label joined, equal when their folded letters and digits are. Labels outside
// the main ones (eprint, note, accessed, citation number, event, other) and outside the example's scope do not count.
Score compare(const Example& gold, const std::vector<citegraph::Segment>& predicted);

// By corpus, and all together under "".
std::map<std::string, Score> evaluate(const citegraph::crf::Model& model, const std::vector<Example>& examples);

}  // namespace training
