// Certain pairs are joined first, the strongest evidence before the weaker; then the likely ones, but for works that
// fit several which are not one ("Editorial" without page, where there are two). No group ever holds two works that are
// told apart, unless their DOI is the same, and none two that someone keeps apart.
#include "graph/identity/grouping.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "graph/disjoint_sets.hpp"
#include "graph/identity/blocks.hpp"
#include "graph/identity/comparison.hpp"

namespace citegraph::graph {
namespace {

struct Link {
  std::uint32_t first;
  std::uint32_t second;
  MergeReason reason;
  Traits agree;

  auto rank() const { return std::tie(reason, first, second); }
};

class Grouper {
 public:
  explicit Grouper(std::span<const Profile> profiles)
      : profiles_(profiles), sets_(profiles.size()), members_(profiles.size()), itself_(profiles.size()) {
    std::iota(itself_.begin(), itself_.end(), 0U);
  }

  Identities group(const Constraints& constraints) && {
    for (const auto& [a, b] : constraints.apart) {
      apart_from_[a].push_back(b);
      apart_from_[b].push_back(a);
    }
    for (const Known& pair : constraints.same)
      join({.first = pair.first, .second = pair.second, .reason = pair.reason, .agree = {}});
    compare_candidates();
    join_certain();
    drop_ambiguous();
    for (const Link& link : likely_)
      if (may_be_one(link)) join(link);
    return finish();
  }

 private:
  // Members of a group that stand for it where groups are compared; bounds the time.
  static constexpr std::size_t representatives = 8;

  void compare_candidates();
  void join_certain();
  void drop_ambiguous();
  Identities finish();

  void join(const Link& link) {
    std::uint32_t a = sets_.root(link.first);
    std::uint32_t b = sets_.root(link.second);
    if (a == b || are_kept_apart(a, b)) return;
    sets_.join(a, b);
    if (sets_.root(a) == b) std::swap(a, b);
    if (const auto others = apart_from_.find(b); others != apart_from_.end()) {
      std::vector<std::uint32_t>& all_others = apart_from_[a];
      all_others.insert(all_others.end(), others->second.begin(), others->second.end());
    }
    const std::span<const std::uint32_t> of_a = members(a);
    const std::span<const std::uint32_t> of_b = members(b);
    std::vector<std::uint32_t> all;
    all.reserve(of_a.size() + of_b.size());
    std::merge(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(), std::back_inserter(all));
    members_[a] = std::move(all);
    members_[b] = {};
    result_.merges.push_back({.first = link.first, .second = link.second, .reason = link.reason, .agree = link.agree});
  }

  // Somebody said so of two of their members.
  bool are_kept_apart(std::uint32_t root_a, std::uint32_t root_b) {
    if (apart_from_.empty()) return false;
    const auto others = apart_from_.find(root_a);
    return others != apart_from_.end() && std::any_of(others->second.begin(), others->second.end(),
                                                      [&](std::uint32_t other) { return sets_.root(other) == root_b; });
  }

  bool are_told_apart(std::uint32_t root_a, std::uint32_t root_b) {
    if (are_kept_apart(root_a, root_b)) return true;
    const std::span<const std::uint32_t> a = members(root_a);
    const std::span<const std::uint32_t> b = members(root_b);
    for (std::size_t i = 0; i < std::min(a.size(), representatives); ++i)
      for (std::size_t j = 0; j < std::min(b.size(), representatives); ++j)
        if (compare(profiles_[a[i]], profiles_[b[j]]).told_apart) return true;
    return false;
  }

  bool may_be_one(const Link& link) {
    const std::uint32_t a = sets_.root(link.first);
    const std::uint32_t b = sets_.root(link.second);
    return a == b || !are_told_apart(a, b);
  }

  // Of the group of a root, ascending.
  std::span<const std::uint32_t> members(std::uint32_t root) const {
    if (members_[root].empty()) return std::span(itself_).subspan(root, 1);
    return members_[root];
  }

  std::span<const Profile> profiles_;
  DisjointSets sets_;
  std::vector<std::vector<std::uint32_t>> members_;  // by root, where there are several
  std::vector<std::uint32_t> itself_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> apart_from_;  // by root: members of other groups
  std::vector<Link> certain_;
  std::vector<Link> likely_;
  Identities result_;
};

bool contradicts_itself(const Comparison& c) {
  if (c.verdict == Verdict::certain)
    return c.reason == MergeReason::same_doi && c.differ.contains(Trait::title) && c.differ.contains(Trait::authors);
  if (c.verdict != Verdict::different) return false;
  return c.agree.contains(Trait::pmid) || c.agree.contains(Trait::arxiv) ||
         (c.agree.contains(Trait::title) && c.agree.contains(Trait::authors) && c.agree.contains(Trait::volume) &&
          c.agree.contains(Trait::first_page) && c.differ.contains(Trait::doi));
}

void Grouper::compare_candidates() {
  for (const auto& [a, b] : candidate_pairs(profiles_)) {
    const Comparison comparison = compare(profiles_[a], profiles_[b]);
    if (contradicts_itself(comparison)) result_.conflicts.push_back({a, b, comparison.agree, comparison.differ});
    const Link link{.first = a, .second = b, .reason = comparison.reason, .agree = comparison.agree};
    if (comparison.verdict == Verdict::certain) certain_.push_back(link);
    if (comparison.verdict == Verdict::likely) likely_.push_back(link);
    if (comparison.verdict == Verdict::version) result_.versions.emplace_back(a, b);
  }
  const auto by_rank = [](const Link& x, const Link& y) { return x.rank() < y.rank(); };
  std::sort(certain_.begin(), certain_.end(), by_rank);
  std::sort(likely_.begin(), likely_.end(), by_rank);
}

void Grouper::join_certain() {
  for (const Link& link : certain_)
    if (link.reason == MergeReason::same_doi || may_be_one(link)) join(link);
}

void Grouper::drop_ambiguous() {
  struct Meeting {
    std::uint32_t group;
    std::uint32_t other;
    auto operator<=>(const Meeting&) const = default;
  };
  std::vector<Meeting> meetings;
  for (const Link& link : likely_) {
    const std::uint32_t a = sets_.root(link.first);
    const std::uint32_t b = sets_.root(link.second);
    if (a == b) continue;
    // Groups are named by their first member, which does not depend on how they were joined.
    meetings.push_back({members(a).front(), members(b).front()});
    meetings.push_back({members(b).front(), members(a).front()});
  }
  std::sort(meetings.begin(), meetings.end());
  meetings.erase(std::unique(meetings.begin(), meetings.end()), meetings.end());
  std::vector<bool> is_ambiguous(profiles_.size(), false);
  for (std::size_t begin = 0; begin < meetings.size();) {
    std::size_t end = begin;
    while (end < meetings.size() && meetings[end].group == meetings[begin].group) ++end;
    bool apart = false;
    for (std::size_t i = begin; i < std::min(end, begin + representatives) && !apart; ++i)
      for (std::size_t j = i + 1; j < std::min(end, begin + representatives) && !apart; ++j)
        apart = are_told_apart(sets_.root(meetings[i].other), sets_.root(meetings[j].other));
    is_ambiguous[meetings[begin].group] = apart;
    begin = end;
  }
  std::erase_if(likely_, [&](const Link& link) {
    return is_ambiguous[members(sets_.root(link.first)).front()] ||
           is_ambiguous[members(sets_.root(link.second)).front()];
  });
}

Identities Grouper::finish() {
  result_.same_as = itself_;
  for (const std::vector<std::uint32_t>& group : members_)
    for (const std::uint32_t member : group) result_.same_as[member] = group.front();
  std::erase_if(result_.versions,
                [&](const auto& pair) { return result_.same_as[pair.first] == result_.same_as[pair.second]; });
  std::sort(result_.merges.begin(), result_.merges.end());
  std::sort(result_.conflicts.begin(), result_.conflicts.end());
  std::sort(result_.versions.begin(), result_.versions.end());
  return std::move(result_);
}

}  // namespace

Identities group(std::span<const Profile> profiles, const Constraints& constraints) {
  return Grouper(profiles).group(constraints);
}

}  // namespace citegraph::graph
