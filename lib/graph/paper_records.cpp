#include "graph/paper_records.hpp"

#include <algorithm>
#include <utility>

#include "graph/mentions.hpp"
#include "graph/missing_works.hpp"

namespace citegraph::graph {
namespace {

class PaperAdder {
 public:
  PaperAdder(const Paper& paper, std::uint32_t number, std::vector<Record>& records, RecordedCitations& citations)
      : paper_(paper), number_(number), places_(paper.document), records_(records), citations_(citations) {}

  std::uint32_t add() {
    const std::uint32_t itself = add_record(paper_.document.work, VertexRole::paper);
    records_[itself].variants.push_back({.path = paper_.document.path,
                                         .text = std::string(paper_.document.work.get(Variable::title)),
                                         .source = {},
                                         .line = 1,
                                         .column = 1,
                                         .reason = MergeReason::none,
                                         .agree = {}});
    add_entries(itself);
    add_missing_works(itself);
    return itself;
  }

 private:
  std::uint32_t add_record(Work work, VertexRole role) {
    records_.push_back(
        {.work = std::move(work), .role = role, .paper = number_, .part = 0, .content = 0, .variants = {}});
    return static_cast<std::uint32_t>(records_.size() - 1);
  }

  void add_variant(Record& record, TextSpan span, MergeReason reason) {
    const Place place = places_.place(span);
    record.variants.push_back({.path = paper_.document.path_of(place.source.file),
                               .text = printed(paper_.document, span),
                               .source = place.source,
                               .line = place.position.line,
                               .column = place.position.column,
                               .reason = reason,
                               .agree = {}});
  }

  void add_entries(std::uint32_t itself) {
    std::vector<std::vector<Mention>> mentions = mentions_of_entries();
    for (std::size_t r = 0; r < paper_.references.size(); ++r) {
      std::uint32_t part = 0;
      for (Work& work : works_of(paper_.references[r])) {
        const std::uint32_t entry = add_record(std::move(work), VertexRole::listed);
        records_[entry].part = part++;
        add_variant(records_[entry], paper_.references[r].span, MergeReason::none);
        citations_.add(itself, entry, {.listed = true, .mentions = mentions[r]});
      }
    }
  }

  // An entry of which nothing was read is at least its own text.
  std::vector<Work> works_of(const Reference& reference) const {
    if (!reference.works.empty()) return reference.works;
    Work work;
    work.set(Variable::title, printed(paper_.document, reference.span));
    return {std::move(work)};
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
      citations_.add(itself, work, std::move(cites));
    }
  }

  const Paper& paper_;
  std::uint32_t number_;
  PlaceFinder places_;
  std::vector<Record>& records_;
  RecordedCitations& citations_;
};

}  // namespace

std::uint32_t add_paper(const Paper& paper, std::uint32_t number, std::vector<Record>& records,
                        RecordedCitations& citations) {
  return PaperAdder(paper, number, records, citations).add();
}

}  // namespace citegraph::graph
