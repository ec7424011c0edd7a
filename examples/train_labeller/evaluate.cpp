#include "evaluate.hpp"

#include <set>

#include "text/fold.hpp"

namespace training {
namespace {

using citegraph::Label;

constexpr std::uint32_t label_bit(Label label) { return 1U << static_cast<unsigned>(label); }

constexpr std::uint32_t main_labels =
    ~(label_bit(Label::eprint) | label_bit(Label::note) | label_bit(Label::accessed) |
      label_bit(Label::citation_number) | label_bit(Label::event) | label_bit(Label::other));

std::map<Label, std::string> values(const std::string& text, const std::vector<citegraph::Segment>& segments,
                                    std::uint32_t scope) {
  std::map<Label, std::string> fields;
  for (const citegraph::Segment& s : segments)
    if ((scope & main_labels & label_bit(s.label)) != 0)
      fields[s.label] += citegraph::text::fold_letters(citegraph::slice(text, s.span));
  std::erase_if(fields, [](const auto& field) { return field.second.empty(); });
  return fields;
}

}  // namespace

void Score::add(const Score& other) {
  right += other.right;
  predicted += other.predicted;
  gold += other.gold;
  whole += other.whole;
  references += other.references;
}

Score compare(const Example& gold, const std::vector<citegraph::Segment>& predicted) {
  const auto want = values(gold.text, gold.segments, gold.scope);
  const auto have = values(gold.text, predicted, gold.scope);
  Score score;
  score.references = 1;
  score.gold = want.size();
  score.predicted = have.size();
  for (const auto& [label, value] : want) {
    const auto found = have.find(label);
    score.right += found != have.end() && found->second == value;
  }
  score.whole = score.right == score.gold && score.right == score.predicted;
  return score;
}

std::map<std::string, Score> evaluate(const citegraph::crf::Model& model, const std::vector<Example>& examples) {
  std::map<std::string, Score> scores;
  for (const Example& example : examples) {
    const auto context = citegraph::crf::make_context(example.text, example.marks);
    const Score score = compare(example, citegraph::crf::segments_of(context, model.label(context).states));
    scores[example.corpus].add(score);
    scores[""].add(score);
  }
  return scores;
}

}  // namespace training
