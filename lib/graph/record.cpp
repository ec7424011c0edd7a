#include "graph/record.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "citegraph/identifier.hpp"

namespace citegraph::graph {
namespace {

auto place(const Record& record) {
  static const Variant nowhere;
  const Variant& v = record.variants.empty() ? nowhere : record.variants.front();
  return std::tie(v.path, v.source, v.text);
}

std::size_t size(const Work& work) { return work.texts().size() + work.names().size() + work.dates().size(); }

void fill_gaps(Work& work, const Work& more) {
  if (work.type == WorkType::document) work.type = more.type;
  if (work.key.empty()) work.key = more.key;
  for (const auto& [variable, text] : more.texts())
    if (work.get(variable).empty()) work.set(variable, text);
  for (const auto& [variable, names] : more.names()) {
    if (!work.get(variable).empty()) continue;
    work.set(variable, names);
    work.set_others(variable, more.has_others(variable));
  }
  for (const auto& [variable, date] : more.dates())
    if (work.get(variable) == nullptr) work.set(variable, date);
}

}  // namespace

bool is_bare(const Work& work) {
  const auto texts = work.texts();
  return work.names().empty() &&
         std::all_of(texts.begin(), texts.end(), [](const auto& text) { return text.first == Variable::doi; });
}

Work bare_work(std::string id, const std::optional<Date>& issued) {
  Work work;
  work.key = std::move(id);
  if (const std::optional<Identifier> doi = parse_identifier(work.key); doi && doi->scheme == IdentifierScheme::doi)
    work.set(*doi);
  work.set(DateVariable::issued, issued);
  return work;
}

bool comes_before(const Record& a, const Record& b) {
  if (const auto order = place(a) <=> place(b); order != 0) return order < 0;
  const auto compare = [](const auto& x, const auto& y) {
    return std::lexicographical_compare_three_way(x.begin(), x.end(), y.begin(), y.end());
  };
  if (const auto order = compare(a.work.texts(), b.work.texts()); order != 0) return order < 0;
  if (const auto order = compare(a.work.names(), b.work.names()); order != 0) return order < 0;
  if (const auto order = compare(a.work.dates(), b.work.dates()); order != 0) return order < 0;
  return std::tie(a.work.type, a.work.key, a.role) < std::tie(b.work.type, b.work.key, b.role);
}

Work merge_works(std::span<const Record* const> records) {
  std::vector<const Record*> fullest_first(records.begin(), records.end());
  std::stable_sort(fullest_first.begin(), fullest_first.end(), [](const Record* a, const Record* b) {
    if (a->role != b->role) return a->role < b->role;
    return size(a->work) > size(b->work);
  });
  Work work = fullest_first.front()->work;
  for (const Record* more : fullest_first) fill_gaps(work, more->work);
  return work;
}

}  // namespace citegraph::graph
