#include "citation/recorder.hpp"

#include <algorithm>
#include <utility>

namespace citegraph::citation {
namespace {

constexpr std::size_t most_considered = 40;  // entries compared again to see why
constexpr std::size_t most_explained = 8;    // candidates of an explanation

std::string decided(const Target& target, bool considered) {
  switch (target.status) {
    case LinkStatus::linked:
      return "one entry fits";
    case LinkStatus::ambiguous:
      return std::to_string(target.candidates.size()) + " entries fit alike";
    case LinkStatus::year_mismatch:
      return "one entry fits but for its year";
    case LinkStatus::name_mismatch:
      return "one entry fits but for the name";
    case LinkStatus::missing:
      return considered ? "no entry is near enough" : "no entry is near";
  }
  return {};
}

}  // namespace

void Recorder::consider(const Query& query, const std::vector<Entry>& entries, const std::vector<Fit>& fits) {
  candidates_.clear();
  for (const Fit& one : fits) {
    if (candidates_.size() == most_considered) break;
    Candidate candidate;
    candidate.reference = one.entry;
    candidate.points = fit(query, entries[one.entry], &candidate.evidence).points;
    candidates_.push_back(std::move(candidate));
  }
}

void Recorder::observe(std::uint32_t reference, Evidence evidence) {
  const auto same = [&](const Candidate& one) { return one.reference == reference; };
  auto found = std::find_if(candidates_.begin(), candidates_.end(), same);
  if (found == candidates_.end()) {
    candidates_.emplace_back();
    found = candidates_.end() - 1;
    found->reference = reference;
  }
  found->points += evidence.points;
  found->evidence.push_back(std::move(evidence));
}

Explanation Recorder::take(const Target& target) {
  Explanation why;
  why.status = target.status;
  why.reference = target.reference;
  why.confidence = target.confidence;
  why.decision = decision_.empty() ? decided(target, !candidates_.empty()) : std::move(decision_);
  why.candidates = std::move(candidates_);
  for (Candidate& candidate : why.candidates) candidate.chosen = candidate.reference == target.reference;
  std::stable_sort(why.candidates.begin(), why.candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.chosen != b.chosen ? a.chosen : a.points > b.points;
  });
  if (why.candidates.size() > most_explained) why.candidates.resize(most_explained);
  decision_.clear();
  candidates_.clear();
  return why;
}

}  // namespace citegraph::citation

namespace citegraph {

std::string_view to_string(EvidenceKind kind) noexcept {
  switch (kind) {
    case EvidenceKind::markup:
      return "markup";
    case EvidenceKind::key:
      return "key";
    case EvidenceKind::number:
      return "number";
    case EvidenceKind::sequence:
      return "sequence";
    case EvidenceKind::name:
      return "name";
    case EvidenceKind::further_names:
      return "further names";
    case EvidenceKind::initials:
      return "initials";
    case EvidenceKind::year:
      return "year";
    case EvidenceKind::suffix:
      return "suffix";
    case EvidenceKind::title:
      return "title";
    case EvidenceKind::container:
      return "container";
    case EvidenceKind::pages:
      return "pages";
    case EvidenceKind::sentence:
      return "sentence";
    case EvidenceKind::order:
      return "order";
  }
  return {};
}

}  // namespace citegraph
