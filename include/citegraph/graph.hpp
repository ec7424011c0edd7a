/// \file
/// The citation graph: vertices are works, an edge says that one cites the other.
///
///     GraphBuilder builder;
///     for (const char* path : {"paper.md", "draft.txt"}) builder.add(read_paper(path));
///     const Graph graph = std::move(builder).build();
///     for (Vertex v = 0; v < graph.vertex_count(); ++v)
///       std::cout << graph[v].key << " is cited by " << graph.citing(v).size() << " works\n";
///
/// The builder recognises works: the same one listed by two papers, or listed twice, becomes one vertex. Every listed
/// entry gives an edge, cited in the text or not; so does every cited work that no list names, which is marked
/// `missing` and known only as the citations print it.
///
/// A graph never changes. Its structure is compressed sparse rows in both directions: 8 bytes an edge and 16 a vertex.
/// Vertices are numbered by year of issue (those without a year last), then by key; so numbers follow time, and do not
/// depend on the order in which papers were added. Copies share one structure: copying and moving take constant time.
/// Any number of threads may read one graph. Vertices and edges passed to a graph must be its own; where nothing else
/// is said, that is not checked. References and views into a graph that is about to go do not compile.
///
/// `<citegraph/boost.hpp>` makes the graph a model of Boost.Graph's concepts; this header needs no Boost.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/identity.hpp"
#include "citegraph/mention.hpp"
#include "citegraph/paper.hpp"
#include "citegraph/work.hpp"

namespace citegraph {

namespace graph {
struct Access;    // private: where graphs are made
struct Contents;  // private: what a graph holds, in memory or in a file
}  // namespace graph

/// A work in a graph: 0 to `vertex_count()` - 1.
using Vertex = std::uint32_t;

/// No work: the place of a `Vertex` where there is none.
inline constexpr Vertex no_vertex = ~Vertex{0};

/// The citing and the cited work. There is one edge for a pair of works, so this names it.
struct Edge {
  Vertex from = 0;  ///< The citing work.
  Vertex to = 0;    ///< The cited work.
  friend constexpr auto operator<=>(Edge, Edge) = default;
};

/// How a graph knows a work. A paper that others list is a paper.
enum class VertexRole : std::uint8_t {
  paper,    ///< It was read itself.
  listed,   ///< A reference list names it, or it was added by hand.
  missing,  ///< It is cited, and no list names it.
};

/// A work as it was printed once: an entry of a list; a citation of a missing work; the title of a paper itself, whose
/// place is the beginning of its file.
struct Variant {
  std::string path;                        ///< The file it is printed in; empty for a work added by hand.
  std::string text;                        ///< As printed, white space collapsed.
  SourceSpan source;                       ///< Its place in the file.
  std::uint32_t line = 1;                  ///< 1-based.
  std::uint32_t column = 1;                ///< 1-based, in code points.
  MergeReason reason = MergeReason::none;  ///< Why it was taken for this work.
  Traits agree;                            ///< What it has in common with a print that was taken for it before.
  friend bool operator==(const Variant&, const Variant&) = default;
};

/// A preprint and the article it became, or the like: two works, and versions of each other.
struct WorkVersions {
  Vertex first = 0;   ///< The lower vertex, so the older one as a rule.
  Vertex second = 0;  ///< The other one.
  friend auto operator<=>(const WorkVersions&, const WorkVersions&) = default;
};

/// Prints of which some evidence says that they are one work, and some that they are not: worth a look.
struct WorkConflict {
  Vertex first = 0;   ///< The lower vertex.
  Vertex second = 0;  ///< The other one; the same where they were taken for one work, as for an equal DOI.
  Traits agree;       ///< What they have in common.
  Traits differ;      ///< What tells them apart.
  friend auto operator<=>(const WorkConflict&, const WorkConflict&) = default;
};

/// A work given to a builder, whatever vertex it becomes.
enum class WorkId : std::uint32_t {};

/// The arrays of a graph, for programs that walk them directly. The works that `v` cites are
/// `targets[out_offsets[v]]` up to `targets[out_offsets[v + 1]]`, ascending; those citing it are found in the same way
/// in `sources`. Offsets have one element more than there are vertices. The views live as long as the graph or a copy
/// of it.
struct GraphStructure {
  std::span<const std::uint64_t> out_offsets;  ///< Of each vertex, where its row of `targets` begins.
  std::span<const Vertex> targets;             ///< The cited works, row after row.
  std::span<const std::uint64_t> in_offsets;   ///< Of each vertex, where its row of `sources` begins.
  std::span<const Vertex> sources;             ///< The citing works, row after row.
};

/// Works and who cites whom.
class CITEGRAPH_API Graph {
 public:
  /// The empty graph, which is also what a moved-from graph becomes.
  Graph() noexcept;
  Graph(const Graph&) = default;
  /// Takes over what `other` holds, which becomes the empty graph.
  Graph(Graph&& other) noexcept;
  Graph& operator=(const Graph&) = default;
  /// Takes over what `other` holds, which becomes the empty graph.
  Graph& operator=(Graph&& other) noexcept;
  ~Graph() = default;

  /// How many works it holds.
  [[nodiscard]] Vertex vertex_count() const noexcept { return static_cast<Vertex>(structure().out_offsets.size() - 1); }
  /// How many pairs of works cite each other.
  [[nodiscard]] std::uint64_t edge_count() const noexcept { return structure().targets.size(); }

  /// The work of a vertex.
  [[nodiscard]] const Work& operator[](Vertex vertex) const&;
  [[nodiscard]] const Cites& operator[](Edge edge) const&;  ///< \throws std::out_of_range if there is no such edge.

  /// The works that `vertex` cites, ascending.
  [[nodiscard]] std::span<const Vertex> cited(Vertex vertex) const& noexcept {
    const GraphStructure& s = structure();
    return {s.targets.data() + s.out_offsets[vertex], s.targets.data() + s.out_offsets[vertex + std::size_t{1}]};
  }
  /// The works that cite `vertex`, ascending.
  [[nodiscard]] std::span<const Vertex> citing(Vertex vertex) const& noexcept {
    const GraphStructure& s = structure();
    return {s.sources.data() + s.in_offsets[vertex], s.sources.data() + s.in_offsets[vertex + std::size_t{1}]};
  }

  /// Edges are numbered 0 to `edge_count()` - 1, by citing and then by cited work. Logarithmic in what `edge.from`
  /// cites; nothing if there is no such edge.
  [[nodiscard]] std::optional<std::uint64_t> index(Edge edge) const noexcept;

  /// How the graph knows the work.
  [[nodiscard]] VertexRole role(Vertex vertex) const noexcept;
  [[nodiscard]] std::span<const Variant> variants(Vertex vertex) const&;   ///< By path and place.
  [[nodiscard]] std::span<const Vertex> papers() const& noexcept;          ///< The vertices that were read, ascending.
  [[nodiscard]] std::optional<Vertex> find(std::string_view key) const;    ///< The work with this citation key.
  [[nodiscard]] Vertex vertex(WorkId id) const noexcept;                   ///< What a work given to the builder became.
  [[nodiscard]] std::span<const WorkVersions> versions() const& noexcept;  ///< Works that are versions; sorted.
  [[nodiscard]] std::span<const WorkConflict> conflicts() const& noexcept;  ///< What contradicts itself; sorted.

  /// The graph of some of the works and of the citations between them, with all that is known of them. They keep their
  /// order; `vertex` gives `no_vertex` for works left out.
  [[nodiscard]] Graph subgraph(std::span<const Vertex> vertices) const;

  /// The arrays themselves.
  [[nodiscard]] const GraphStructure& structure() const& noexcept { return structure_; }

  const Work& operator[](Vertex vertex) const&& = delete;
  const Cites& operator[](Edge edge) const&& = delete;
  std::span<const Vertex> cited(Vertex vertex) const&& = delete;
  std::span<const Vertex> citing(Vertex vertex) const&& = delete;
  std::span<const Variant> variants(Vertex vertex) const&& = delete;
  std::span<const Vertex> papers() const&& = delete;
  std::span<const WorkVersions> versions() const&& = delete;
  std::span<const WorkConflict> conflicts() const&& = delete;
  const GraphStructure& structure() const&& = delete;

 private:
  friend struct graph::Access;
  explicit Graph(std::shared_ptr<const graph::Contents> contents) noexcept;

  GraphStructure structure_;  // views into contents_
  std::shared_ptr<const graph::Contents> contents_;
};

/// Collects papers, works and citations, and recognises which works are the same.
class CITEGRAPH_API GraphBuilder {
 public:
  GraphBuilder();
  /// Takes over what the other builder holds, which may then only be destroyed or assigned to.
  GraphBuilder(GraphBuilder&&) noexcept;
  /// Takes over what the other builder holds, which may then only be destroyed or assigned to.
  GraphBuilder& operator=(GraphBuilder&&) noexcept;
  ~GraphBuilder();

  /// Adds the paper, the works it lists, the works it cites and does not list, and its citations. Nothing of `paper` is
  /// referred to afterwards. The same file added twice counts once.
  WorkId add(const Paper& paper);
  /// Adds a whole graph: the same as adding its papers, works and citations again, with what was decided of them by
  /// hand. A paper that is in the builder already counts once.
  void add(const Graph& graph);
  /// Adds a work by itself.
  WorkId add(Work work);
  /// Adds a citation between two works of this builder. What is said of one pair several times is joined.
  /// \throws std::out_of_range for works that were not added.
  void cite(WorkId citing, WorkId cited, Cites cites = {.listed = true, .mentions = {}});

  /// What is printed at a place: the paper itself at its first line, an entry, a missing work where it is first cited.
  /// Column 0 is any. Goes through all that was added.
  [[nodiscard]] std::optional<WorkId> find(std::string_view path, std::uint32_t line, std::uint32_t column = 0) const;
  /// The two are one work, whatever they say.
  /// \throws std::out_of_range for works that were not added.
  void join(WorkId a, WorkId b);
  /// The two are different works, whatever they say, and what fits both joins neither: prevents a merge, or undoes one
  /// when a graph is added. Holds also where `join` says otherwise.
  /// \throws std::out_of_range for works that were not added.
  void keep_apart(WorkId a, WorkId b);

  /// The graph of all that was added. The builder is used up.
  [[nodiscard]] Graph build() &&;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// "paper", "listed" or "missing".
[[nodiscard]] CITEGRAPH_API std::string_view to_string(VertexRole role) noexcept;

}  // namespace citegraph
