#include "citegraph/record_linker.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/record.hpp"

namespace citegraph {
namespace {

using Slot = std::uint32_t;

struct Known {
  std::optional<WorkId> work;  // once it is described
  std::optional<Date> issued;  // of one that is not
};

}  // namespace

struct RecordLinker::State {
  explicit State(GraphBuilder& to) : builder(to) {}

  Slot slot_of(const std::string& id) {
    const auto [place, is_new] = slots.try_emplace(id, static_cast<Slot>(known.size()));
    if (is_new) {
      known.emplace_back();
      ids.push_back(&place->first);
    }
    return place->second;
  }

  GraphBuilder& builder;
  std::unordered_map<std::string, Slot> slots;
  std::vector<const std::string*> ids;  // by slot; keys of the map do not move
  std::vector<Known> known;             // by slot
  std::vector<std::pair<Slot, Slot>> citations;
};

RecordLinker::RecordLinker(GraphBuilder& builder) : state_(std::make_unique<State>(builder)) {}
RecordLinker::~RecordLinker() = default;

void RecordLinker::add(const WorkRecord& record) {
  const Slot citing = state_->slot_of(record.id);
  Known& known = state_->known[citing];
  if (!known.work && !graph::is_bare(record.work)) {
    Work work = record.work;
    work.key = record.id;
    known.work = state_->builder.add(std::move(work));
  } else if (const Date* issued = record.work.get(DateVariable::issued); issued != nullptr && !known.issued) {
    known.issued = *issued;
  }
  for (const std::string& id : record.cited)
    if (const Slot cited = state_->slot_of(id); cited != citing) state_->citations.emplace_back(citing, cited);
}

void RecordLinker::finish() {
  State& state = *state_;
  for (Slot slot = 0; slot < state.known.size(); ++slot)
    if (!state.known[slot].work)
      state.known[slot].work = state.builder.add(graph::bare_work(*state.ids[slot], state.known[slot].issued));
  std::sort(state.citations.begin(), state.citations.end());
  state.citations.erase(std::unique(state.citations.begin(), state.citations.end()), state.citations.end());
  for (const auto& [citing, cited] : state.citations)
    state.builder.cite(*state.known[citing].work, *state.known[cited].work);
}

std::uint64_t RecordLinker::work_count() const noexcept { return state_->known.size(); }
std::uint64_t RecordLinker::citation_count() const noexcept { return state_->citations.size(); }

}  // namespace citegraph
