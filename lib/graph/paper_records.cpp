#include "graph/paper_records.hpp"

#include <algorithm>
#include <utility>

#include "graph/mentions.hpp"
#include "graph/missing_works.hpp"

namespace citegraph::graph {
namespace {

class PaperAdder {
 public:
  PaperAdder(const Paper& paper, std::uint32_t number, std::vector<Record>& records,
             std::vector<RecordedCitation>& citations)
      : paper_(paper), number_(number), places_(paper.document), records_(records), citations_(citations) {}

  std::uint32_t add() {
    const std::uint32_t itself = add_record(paper_.document.work, VertexRole::paper);
    add_entries(itself);
    add_missing_works(itself);
    return itself;
  }

 private:
  std::uint32_t add_record(Work work, VertexRole role) {
    records_.push_back({.work = std::move(work), .role = role, .paper = number_, .part = 0, .variants = {}});
    return static_cast<std::uint32_t>(records_.size() - 1);
  }

  void add_variant(Record& record, TextSpan span, MergeReason reason) {
    const Place place = places_.place(span);
    record.variants.push_back({.path = paper_.document.path,
                               .text = printed(paper_.document, span),
                               .source = place.source,
                               .line = place.position.line,
                               .column = place.position.column,
                               .reason = reason});
  }

  void add_entries(std::uint32_t itself) {
    std::vector<std::vector<Mention>> mentions = mentions_of_entries();
    for (std::size_t r = 0; r < paper_.references.size(); ++r) {
      const Reference& reference = paper_.references[r];
      for (std::size_t w = 0; w < reference.works.size(); ++w) {
        const std::uint32_t entry = add_record(reference.works[w], VertexRole::listed);
        records_[entry].part = static_cast<std::uint32_t>(w);
        add_variant(records_[entry], reference.span, MergeReason::none);
        citations_.push_back({itself, entry, {.listed = true, .mentions = mentions[r]}});
      }
    }
  }

  // By entry, in the order of the text.
  std::vector<std::vector<Mention>> mentions_of_entries() {
    std::vector<std::vector<Mention>> mentions(paper_.references.size());
    for (const Citation& citation : paper_.citations)
      for (const Target& target : citation.targets)
        if (const auto entry = named_entry(target); entry && *entry < mentions.size())
          mentions[*entry].push_back(make_mention(paper_.document, places_, citation, target));
    return mentions;
  }

  void add_missing_works(std::uint32_t itself) {
    for (MissingWork& missing : missing_works(paper_.citations)) {
      const std::uint32_t work = add_record(std::move(missing.work), VertexRole::missing);
      Cites cites;
      for (const MissingWork::Place place : missing.places) {
        const Citation& citation = paper_.citations[place.citation];
        cites.mentions.push_back(make_mention(paper_.document, places_, citation, citation.targets[place.target]));
        add_variant(records_[work], citation.span,
                    records_[work].variants.empty() ? MergeReason::none : MergeReason::same_citation);
      }
      citations_.push_back({itself, work, std::move(cites)});
    }
  }

  const Paper& paper_;
  std::uint32_t number_;
  PlaceFinder places_;
  std::vector<Record>& records_;
  std::vector<RecordedCitation>& citations_;
};

}  // namespace

std::uint32_t add_paper(const Paper& paper, std::uint32_t number, std::vector<Record>& records,
                        std::vector<RecordedCitation>& citations) {
  return PaperAdder(paper, number, records, citations).add();
}

}  // namespace citegraph::graph
