#include "graph/identity.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>
#include <string>
#include <tuple>

#include "graph/identity/grouping.hpp"
#include "graph/identity/hash.hpp"
#include "graph/identity/profile.hpp"
#include "text/fold.hpp"

namespace citegraph {
namespace graph {
namespace {

// By record: whether it is compared with others. Missing works are not, unless someone said what they are.
std::vector<bool> compared_ones(std::span<const Record> records, std::span<const Decision> decisions) {
  std::vector<bool> compared(records.size());
  for (std::size_t r = 0; r < records.size(); ++r) compared[r] = records[r].role != VertexRole::missing;
  for (const Decision& decision : decisions)
    if (decision.same) compared[decision.first] = compared[decision.second] = true;
  return compared;
}

// The records in an order that depends on what they say alone; those that are not compared behind the others.
std::vector<std::uint32_t> in_order(std::span<const Record> records, const std::vector<bool>& compared) {
  std::vector<std::uint32_t> order(records.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return comes_before(records[a], records[b]); });
  std::stable_partition(order.begin(), order.end(), [&](std::uint32_t r) { return compared[r]; });
  return order;
}

// Entries of one list with the same text, as positions in `order`.
std::vector<Known> same_texts(std::span<const Record> records, std::span<const std::uint32_t> order) {
  struct Printed {
    std::uint64_t list;  // paper, and part of the entry
    std::uint64_t text;
    std::uint32_t position;
  };
  std::vector<Printed> printed;
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    const Record& record = records[order[i]];
    if (record.role != VertexRole::listed || record.variants.empty()) continue;
    const std::string letters = text::fold_letters(record.variants.front().text);
    if (!letters.empty()) printed.push_back({(std::uint64_t{record.paper} << 32) | record.part, hash_of(letters), i});
  }
  const auto key = [](const Printed& p) { return std::tie(p.list, p.text); };
  std::sort(printed.begin(), printed.end(), [&](const Printed& a, const Printed& b) {
    return std::tie(a.list, a.text, a.position) < std::tie(b.list, b.text, b.position);
  });
  std::vector<Known> same;
  for (std::size_t i = 1; i < printed.size(); ++i)
    if (key(printed[i - 1]) == key(printed[i]))
      same.push_back({printed[i - 1].position, printed[i].position, MergeReason::same_text});
  return same;
}

// Works that no paper printed and whose keys are equal, as positions in `order`: where one says nothing but its key it
// is the other, and so are two that say the same. That is how databases name works.
std::vector<Known> same_keys(std::span<const Record> records, std::span<const std::uint32_t> order) {
  std::vector<std::uint32_t> keyed;
  for (std::uint32_t i = 0; i < order.size(); ++i)
    if (const Record& record = records[order[i]]; record.paper == 0 && !record.work.key.empty()) keyed.push_back(i);
  const auto work = [&](std::uint32_t i) -> const Work& { return records[order[i]].work; };
  const auto rank = [&](std::uint32_t i) {
    return std::make_tuple(std::string_view(work(i).key), is_bare(work(i)), i);
  };
  std::sort(keyed.begin(), keyed.end(), [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
  std::vector<Known> same;
  for (std::size_t i = 1; i < keyed.size(); ++i) {
    const std::uint32_t a = keyed[i - 1];
    const std::uint32_t b = keyed[i];
    if (work(a).key == work(b).key && (is_bare(work(b)) || work(a) == work(b)))
      same.push_back({std::min(a, b), std::max(a, b), MergeReason::same_identifier});
  }
  return same;
}

// What was decided, as positions in `order`.
void add_decisions(std::span<const Decision> decisions, std::span<const std::uint32_t> order, std::size_t records,
                   Constraints& constraints) {
  if (decisions.empty()) return;
  std::vector<std::uint32_t> position(records, ~std::uint32_t{0});
  for (std::uint32_t i = 0; i < order.size(); ++i) position[order[i]] = i;
  for (const Decision& decision : decisions) {
    const auto [a, b] = std::minmax(position[decision.first], position[decision.second]);
    if (b == ~std::uint32_t{0} || a == b) continue;  // missing works are apart as it is
    if (decision.same)
      constraints.same.push_back({a, b, MergeReason::by_hand});
    else
      constraints.apart.emplace_back(a, b);
  }
  const auto ends = [](const Known& k) { return std::tie(k.reason, k.first, k.second); };
  std::sort(constraints.same.begin(), constraints.same.end(),
            [&](const Known& a, const Known& b) { return ends(b) < ends(a); });  // by hand before the rest
  std::sort(constraints.apart.begin(), constraints.apart.end());
}

// Of each record but the first of its group, the merge that leads to it from those before it.
std::vector<Merge> joined_by(const RecordGroups& groups, std::span<const Merge> merges) {
  std::vector<std::vector<std::uint32_t>> merges_of(groups.work_of.size());
  for (std::uint32_t m = 0; m < merges.size(); ++m) {
    merges_of[merges[m].first].push_back(m);
    merges_of[merges[m].second].push_back(m);
  }
  std::vector<Merge> joined(groups.work_of.size());
  std::vector<bool> reached(groups.work_of.size(), false);
  for (const std::vector<std::uint32_t>& members : groups.works) {
    std::vector<std::uint32_t> queue = {members.front()};
    reached[members.front()] = true;
    for (std::size_t next = 0; next < queue.size(); ++next)
      for (const std::uint32_t m : merges_of[queue[next]]) {
        const std::uint32_t other = merges[m].first == queue[next] ? merges[m].second : merges[m].first;
        if (reached[other]) continue;
        reached[other] = true;
        joined[other] = {.first = queue[next], .second = other, .reason = merges[m].reason, .agree = merges[m].agree};
        queue.push_back(other);
      }
  }
  return joined;
}

// Place i takes what is at order[i]; circle by circle, so that no second array is needed.
void put_in_order(std::vector<Profile>& profiles, std::span<const std::uint32_t> order) {
  std::vector<bool> placed(order.size());
  for (std::uint32_t start = 0; start < order.size(); ++start) {
    if (placed[start]) continue;
    Profile first = std::move(profiles[start]);
    std::uint32_t at = start;
    for (std::uint32_t next = order[at]; next != start; next = order[at]) {
      profiles[at] = std::move(profiles[next]);
      placed[at] = true;
      at = next;
    }
    profiles[at] = std::move(first);
    placed[at] = true;
  }
}

}  // namespace

RecordGroups identify(std::span<const Record> records, std::span<const Decision> decisions) {
  const std::vector<bool> compared = compared_ones(records, decisions);
  const std::vector<std::uint32_t> everything = in_order(records, compared);
  const auto first_missing =
      std::find_if(everything.begin(), everything.end(), [&](std::uint32_t r) { return !compared[r]; });
  const std::span<const std::uint32_t> order(everything.begin(), first_missing);
  const std::span<const std::uint32_t> missing(first_missing, everything.end());
  std::vector<Profile> profiles;
  profiles.reserve(order.size());
  for (const std::uint32_t r : order) profiles.push_back(make_profile(records[r].work, records[r].paper));
  Constraints constraints{.same = same_texts(records, order), .apart = {}};
  const std::vector<Known> keys = same_keys(records, order);
  constraints.same.insert(constraints.same.end(), keys.begin(), keys.end());
  add_decisions(decisions, order, records.size(), constraints);
  Identities found = group(profiles, constraints);

  RecordGroups groups;
  groups.work_of.resize(records.size());
  std::vector<std::uint32_t> work_of_first(order.size(), 0);
  const auto add_work = [&] {
    groups.works.emplace_back();
    return static_cast<std::uint32_t>(groups.works.size() - 1);
  };
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    if (found.same_as[i] == i) work_of_first[i] = add_work();
    const std::uint32_t work = work_of_first[found.same_as[i]];
    groups.work_of[order[i]] = work;
    groups.works[work].push_back(order[i]);
  }
  for (const std::uint32_t r : missing) {
    groups.work_of[r] = add_work();
    groups.works.back().push_back(r);
  }
  for (Merge& merge : found.merges) {
    merge.first = order[merge.first];
    merge.second = order[merge.second];
  }
  groups.joined_by = joined_by(groups, found.merges);
  for (IdentityConflict& conflict : found.conflicts) {
    conflict.first = order[conflict.first];
    conflict.second = order[conflict.second];
  }
  for (auto& [a, b] : found.versions) {
    a = order[a];
    b = order[b];
  }
  groups.conflicts = std::move(found.conflicts);
  groups.versions = std::move(found.versions);
  return groups;
}

}  // namespace graph

Identities find_same_works(std::span<const Work> works) {
  using namespace graph;
  // Which of two works that say the same comes first does not matter.
  std::vector<std::uint32_t> order(works.size());
  std::iota(order.begin(), order.end(), 0U);
  std::vector<Profile> profiles;
  profiles.reserve(works.size());
  for (const Work& work : works) profiles.push_back(make_profile(work, 0));
  const auto rank = [&](std::uint32_t i) {
    const Profile& p = profiles[i];
    return std::tie(p.title.words, p.authors, p.year, p.container, p.volume, p.issue, p.first_page, p.doi, p.pmid,
                    p.arxiv, p.isbn, p.first, p.letter, p.edition, p.title.part, p.title.derivation, p.kind);
  };
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
  put_in_order(profiles, order);
  Identities found = group(profiles, {});

  Identities result;
  result.same_as.resize(works.size());
  std::vector<std::uint32_t> first(works.size(), static_cast<std::uint32_t>(works.size()));
  for (std::uint32_t i = 0; i < order.size(); ++i)
    first[found.same_as[i]] = std::min(first[found.same_as[i]], order[i]);
  for (std::uint32_t i = 0; i < order.size(); ++i) result.same_as[order[i]] = first[found.same_as[i]];
  const auto sorted = [&](std::uint32_t a, std::uint32_t b) {
    return std::pair(std::min(order[a], order[b]), std::max(order[a], order[b]));
  };
  for (const Merge& merge : found.merges) {
    const auto [a, b] = sorted(merge.first, merge.second);
    result.merges.push_back({.first = a, .second = b, .reason = merge.reason, .agree = merge.agree});
  }
  for (const IdentityConflict& conflict : found.conflicts) {
    const auto [a, b] = sorted(conflict.first, conflict.second);
    result.conflicts.push_back({.first = a, .second = b, .agree = conflict.agree, .differ = conflict.differ});
  }
  for (const auto& [a, b] : found.versions) result.versions.push_back(sorted(a, b));
  std::sort(result.merges.begin(), result.merges.end());
  std::sort(result.conflicts.begin(), result.conflicts.end());
  std::sort(result.versions.begin(), result.versions.end());
  return result;
}

std::string_view to_string(MergeReason reason) noexcept {
  static constexpr std::array<std::string_view, 9> names = {"none",       "same-doi",      "same-identifier",
                                                            "same-place", "same-title",    "similar-title",
                                                            "same-text",  "same-citation", "by-hand"};
  return names[static_cast<std::size_t>(reason)];
}

std::string_view to_string(Trait trait) noexcept {
  static constexpr std::array<std::string_view, 16> names = {
      "DOI",    "PMID",  "arXiv",      "ISBN",    "title", "authors",    "year", "container",
      "volume", "issue", "first page", "edition", "part",  "derivation", "kind", "letter"};
  return names[static_cast<std::size_t>(trait)];
}

std::string to_string(Traits traits) {
  std::string text;
  for (unsigned i = 0; i <= static_cast<unsigned>(Trait::letter); ++i) {
    const auto trait = static_cast<Trait>(i);
    if (!traits.contains(trait)) continue;
    if (!text.empty()) text += ", ";
    text += to_string(trait);
  }
  return text;
}

}  // namespace citegraph
