// What is said of who cites whom. Of most citations of a database it is no more than that a list names the work: those
// take eight bytes.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "citegraph/graph.hpp"

namespace citegraph::graph {

inline bool is_listed_only(const Cites& cites) noexcept { return cites.listed && cites.mentions.empty(); }

// Record `from` cites record `to`.
struct RecordedCitation {
  std::uint32_t from;
  std::uint32_t to;
  Cites cites;
};

// As records say it, in the order in which they were added.
class RecordedCitations {
 public:
  void add(std::uint32_t from, std::uint32_t to, Cites cites) {
    if (is_listed_only(cites))
      listed_.push_back({.from = from, .to = to});
    else
      described_.push_back({from, to, std::move(cites)});
  }

  // Of which no more is said, as pairs of records.
  [[nodiscard]] std::vector<Edge>& listed() noexcept { return listed_; }
  // All others.
  [[nodiscard]] std::vector<RecordedCitation>& described() noexcept { return described_; }

 private:
  std::vector<Edge> listed_;
  std::vector<RecordedCitation> described_;
};

// As a graph holds it, by edge number.
class EdgeCites {
 public:
  // For ascending numbers; what is not added is listed only.
  void add(std::uint64_t edge, Cites cites) {
    if (is_listed_only(cites)) return;
    edges_.push_back(edge);
    cites_.push_back(std::move(cites));
  }

  [[nodiscard]] const Cites& of(std::uint64_t edge) const {
    static const Cites listed{.listed = true, .mentions = {}};
    // The numbers ascend, so that each is at its own place or before it.
    if (edge < edges_.size() && edges_[edge] == edge) return cites_[edge];
    const auto end = edges_.begin() + static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(edge, edges_.size()));
    const auto place = std::lower_bound(edges_.begin(), end, edge);
    return place == end || *place != edge ? listed : cites_[static_cast<std::size_t>(place - edges_.begin())];
  }

 private:
  std::vector<std::uint64_t> edges_;
  std::vector<Cites> cites_;
};

}  // namespace citegraph::graph
