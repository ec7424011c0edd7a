#include "graph/identity.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <string>
#include <tuple>
#include <unordered_map>

#include "graph/disjoint_sets.hpp"
#include "text/fold.hpp"

namespace citegraph::graph {
namespace {

// What may tell apart two works of one title, author and year. Empty values tell nothing.
struct Marks {
  std::array<std::string, 4> values;  // DOI, volume, issue, first page
  std::string letter;                 // "a" of "1997a"; says something within one paper only
  std::uint32_t paper = 0;
};

// Records taken for one work so far.
struct Cluster {
  std::uint32_t first;
  std::array<std::string, 4> values;
  std::unordered_map<std::uint32_t, std::string> letters;  // by paper
};

class Identifier {
 public:
  explicit Identifier(std::span<const Record> records)
      : records_(records), order_(records.size()), sets_(records.size()), reasons_(records.size(), MergeReason::none) {
    std::iota(order_.begin(), order_.end(), 0U);
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return comes_before(records[a], records[b]); });
  }

  Identities identify() {
    join_equal(MergeReason::same_doi, [](const Record& r) { return text::fold(r.work.get(Variable::doi)); });
    join_equal(MergeReason::same_text, same_text_key);
    join_same_title();
    return collect();
  }

 private:
  // Joins the records that have the same key; an empty key joins nothing.
  template <class KeyOf>
  void join_equal(MergeReason reason, KeyOf key_of) {
    std::unordered_map<std::string, std::uint32_t> first_with;
    for (const std::uint32_t r : order_) {
      if (records_[r].role == VertexRole::missing) continue;
      std::string key = key_of(records_[r]);
      if (key.empty()) continue;
      const auto [place, is_new] = first_with.emplace(std::move(key), r);
      if (!is_new) join(place->second, r, reason);
    }
  }

  void join_same_title() {
    std::map<std::string, std::vector<std::uint32_t>> by_title;
    for (const std::uint32_t r : order_) {
      if (records_[r].role == VertexRole::missing) continue;
      std::string key = title_key(records_[r].work);
      if (!key.empty()) by_title[std::move(key)].push_back(r);
    }
    for (auto& [key, members] : by_title)
      if (members.size() > 1) join_unless_told_apart(members);
  }

  void join_unless_told_apart(const std::vector<std::uint32_t>& members);

  void join(std::uint32_t first, std::uint32_t later, MergeReason reason) {
    if (sets_.join(first, later)) reasons_[later] = reason;
  }

  Identities collect();
  static std::string same_text_key(const Record& record);
  static std::string title_key(const Work& work);

  std::span<const Record> records_;
  std::vector<std::uint32_t> order_;
  DisjointSets sets_;
  std::vector<MergeReason> reasons_;
};

std::string Identifier::same_text_key(const Record& record) {
  if (record.role != VertexRole::listed || record.variants.empty()) return {};
  std::string letters = text::fold_letters(record.variants.front().text);
  if (letters.empty()) return {};
  return std::to_string(record.paper) + ' ' + std::to_string(record.part) + ' ' + letters;
}

std::string Identifier::title_key(const Work& work) {
  const std::string title = text::fold_letters(work.get(Variable::title));
  const std::span<const Name> authors = work.get(NameVariable::author);
  if (title.empty() || (authors.empty() && work.year() == 0)) return {};
  const std::string author =
      authors.empty() ? "" : text::fold_letters(authors[0].is_literal() ? authors[0].literal : authors[0].family);
  return title + ' ' + author + ' ' + std::to_string(work.year());
}

Marks marks_of(const Record& record) {
  Marks marks;
  const Work& work = record.work;
  marks.values = {text::fold(work.get(Variable::doi)), text::fold_letters(work.get(Variable::volume)),
                  text::fold_letters(work.get(Variable::issue)), text::fold(work.get(Variable::page))};
  marks.values[3] = text::fold_letters(marks.values[3].substr(0, marks.values[3].find_first_of("-,;")));
  if (const Date* issued = work.get(DateVariable::issued)) marks.letter = text::fold(issued->suffix);
  marks.paper = record.paper;
  return marks;
}

bool tells_apart(const Cluster& cluster, const Marks& marks) {
  for (std::size_t i = 0; i < marks.values.size(); ++i)
    if (!marks.values[i].empty() && !cluster.values[i].empty() && marks.values[i] != cluster.values[i]) return true;
  const auto letter = cluster.letters.find(marks.paper);
  return letter != cluster.letters.end() && letter->second != marks.letter;
}

// The clusters of one title, author and year.
class Clusters {
 public:
  // The first record of the cluster that one of these marks belongs to, which may be itself: the cluster of the same
  // marks, or else the only one that nothing tells it apart from. A record that fits several (an "Editorial" without
  // volume or page) belongs to none of them.
  std::uint32_t place(std::uint32_t record, const Marks& marks) {
    std::size_t chosen = choose(marks);
    if (chosen == clusters_.size()) clusters_.push_back({.first = record, .values = {}, .letters = {}});
    Cluster& cluster = clusters_[chosen];
    for (std::size_t i = 0; i < marks.values.size(); ++i)
      if (cluster.values[i].empty()) cluster.values[i] = marks.values[i];
    cluster.letters.emplace(marks.paper, marks.letter);
    by_values_.emplace(marks.values, chosen);
    return cluster.first;
  }

 private:
  // Beyond this number of works of one title, author and year only the same marks count, which keeps the time linear.
  static constexpr std::size_t compared = 16;

  std::size_t choose(const Marks& marks) const {
    const auto same = by_values_.find(marks.values);
    if (same != by_values_.end() && !tells_apart(clusters_[same->second], marks)) return same->second;
    if (clusters_.size() > compared) return clusters_.size();
    std::size_t chosen = clusters_.size();
    for (std::size_t c = 0; c < clusters_.size(); ++c) {
      if (tells_apart(clusters_[c], marks)) continue;
      if (chosen != clusters_.size()) return clusters_.size();
      chosen = c;
    }
    return chosen;
  }

  std::vector<Cluster> clusters_;
  std::map<std::array<std::string, 4>, std::size_t> by_values_;
};

// The fullest records come first, so that those which say less find them.
void Identifier::join_unless_told_apart(const std::vector<std::uint32_t>& members) {
  std::vector<std::pair<std::uint32_t, Marks>> marked;
  for (const std::uint32_t r : members) marked.emplace_back(r, marks_of(records_[r]));
  const auto rank = [](const Marks& m) {
    const auto empty = std::count(m.values.begin(), m.values.end(), std::string());
    return std::make_tuple(empty, std::tie(m.values));
  };
  std::stable_sort(marked.begin(), marked.end(),
                   [&](const auto& a, const auto& b) { return rank(a.second) < rank(b.second); });
  Clusters clusters;
  for (const auto& [record, marks] : marked)
    if (const std::uint32_t first = clusters.place(record, marks); first != record)
      join(first, record, MergeReason::same_title);
}

Identities Identifier::collect() {
  Identities result;
  result.work_of.resize(records_.size());
  result.reasons = std::move(reasons_);
  std::vector<std::uint32_t> work_of_root(records_.size(), 0);
  std::vector<bool> seen(records_.size(), false);
  for (const std::uint32_t r : order_) {
    const std::uint32_t root = sets_.root(r);
    if (!seen[root]) {
      seen[root] = true;
      work_of_root[root] = static_cast<std::uint32_t>(result.works.size());
      result.works.emplace_back();
    }
    result.work_of[r] = work_of_root[root];
    result.works[work_of_root[root]].push_back(r);
  }
  return result;
}

}  // namespace

Identities identify(std::span<const Record> records) { return Identifier(records).identify(); }

}  // namespace citegraph::graph
