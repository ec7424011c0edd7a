// Leiden's method by igraph, which is under the GPL: compiled only where CITEGRAPH_WITH_IGRAPH asks for it.
#include <cmath>
#include <igraph/igraph.h>
#include <mutex>
#include <new>
#include <numeric>
#include <utility>

#include "citegraph/communities.hpp"
#include "citegraph/error.hpp"

#include "graph/analysis/partition.hpp"

namespace citegraph::analysis {
namespace {

// Of the refinement: what the authors of the method use.
constexpr double randomness = 0.01;
// igraph 0.10.2 does not always end where it is told to go on until nothing changes.
constexpr igraph_integer_t rounds = 20;
// The result is the same each time.
constexpr unsigned long seed = 1;

void require(igraph_error_t code) {
  if (code == IGRAPH_ENOMEM) throw std::bad_alloc();
  if (code != IGRAPH_SUCCESS) throw Error({}, igraph_strerror(code));
}

// igraph ends the program where an error is not handled; here errors come back as codes.
class CodesForErrors {
 public:
  CodesForErrors() : before_(igraph_set_error_handler(igraph_error_handler_ignore)) {}
  CodesForErrors(const CodesForErrors&) = delete;
  CodesForErrors& operator=(const CodesForErrors&) = delete;
  ~CodesForErrors() { igraph_set_error_handler(before_); }

 private:
  igraph_error_handler_t* before_;
};

// A vector of igraph's that goes with its owner.
template <class Vector, auto init, auto destroy>
class Owned {
 public:
  explicit Owned(igraph_integer_t size) { require(init(&values_, size)); }
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
  ~Owned() { destroy(&values_); }
  Vector* get() { return &values_; }

 private:
  Vector values_{};
};

using Reals = Owned<igraph_vector_t, igraph_vector_init, igraph_vector_destroy>;
using Integers = Owned<igraph_vector_int_t, igraph_vector_int_init, igraph_vector_int_destroy>;

class Undirected {
 public:
  explicit Undirected(const GraphStructure& structure) {
    const auto vertices = static_cast<igraph_integer_t>(structure.out_offsets.size() - 1);
    Integers ends(static_cast<igraph_integer_t>(2 * structure.targets.size()));
    igraph_integer_t at = 0;
    for (Vertex v = 0; v < vertices; ++v)
      for (std::uint64_t e = structure.out_offsets[v]; e < structure.out_offsets[v + 1]; ++e) {
        VECTOR(*ends.get())[at++] = v;
        VECTOR(*ends.get())[at++] = structure.targets[e];
      }
    require(igraph_create(&graph_, ends.get(), vertices, IGRAPH_UNDIRECTED));
  }
  Undirected(const Undirected&) = delete;
  Undirected& operator=(const Undirected&) = delete;
  ~Undirected() { igraph_destroy(&graph_); }
  const igraph_t* get() const { return &graph_; }

 private:
  igraph_t graph_{};
};

}  // namespace

bool has_leiden() noexcept { return true; }

Partition leiden(const GraphStructure& structure, double resolution) {
  static std::mutex one_at_a_time;  // igraph's source of random numbers is one for all
  const std::lock_guard lock(one_at_a_time);
  const CodesForErrors codes;
  igraph_rng_seed(igraph_rng_default(), seed);
  const Undirected graph(structure);
  const auto vertices = igraph_vcount(graph.get());
  const auto edges = static_cast<double>(igraph_ecount(graph.get()));
  // With degrees as the weights of vertices and 2m under the resolution, what is sought is modularity.
  Reals degrees(vertices);
  require(igraph_strength(graph.get(), degrees.get(), igraph_vss_all(), IGRAPH_ALL, IGRAPH_LOOPS, nullptr));
  Integers found(vertices);
  igraph_integer_t count = 0;
  if (edges > 0)
    require(igraph_community_leiden(graph.get(), nullptr, degrees.get(), resolution / (2 * edges), randomness, false,
                                    rounds, found.get(), &count, nullptr));
  else
    for (igraph_integer_t v = 0; v < vertices; ++v) VECTOR(*found.get())[v] = v;
  std::vector<std::uint32_t> labels(static_cast<std::size_t>(vertices));
  for (std::size_t v = 0; v < labels.size(); ++v)
    labels[v] = static_cast<std::uint32_t>(VECTOR(*found.get())[static_cast<igraph_integer_t>(v)]);
  return numbered_by_size(std::move(labels));
}

}  // namespace citegraph::analysis
