// Trains the labeller of reference strings.
//
//   train_labeller --gold train.jsonl --gold books.jsonl --out data/models/references.model
//   train_labeller --gold train.jsonl --dev dev.jsonl --cross-validate
//
// The gold format is described in data/models/README.md. The same input gives the same model, byte for byte.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <future>
#include <iostream>
#include <set>

#include "calibrate.hpp"
#include "evaluate.hpp"
#include "reference/crf/model_file.hpp"
#include "rerender.hpp"
#include "trainer.hpp"

namespace {

using namespace training;
using citegraph::crf::Model;
using citegraph::crf::Weights;

struct Arguments {
  std::vector<std::string> gold;
  std::vector<std::string> articles;
  std::string dev;
  std::string out;
  bool cross_validate = false;
  int show = 0;
  int copies = 3;  // re-rendered copies of every reference, of which a pass over the data takes one
  float copy_weight = 0.4F;
  double noisy = 0.1;  // share of references repeated with noise
  Options options;
};

// The examples, with copies in other styles and some noise.
std::vector<Example> grow(const std::vector<Example>& examples, const Arguments& arguments) {
  std::vector<Example> grown = examples;
  // Documents print emphasis, and the same lists are read from text without any.
  for (const Example& example : examples) {
    if (example.marks.empty()) continue;
    grown.push_back(example);
    grown.back().marks.clear();
  }
  Random random(arguments.options.seed + 77);
  for (int copy = 1; copy <= arguments.copies; ++copy) {
    const auto add = [&](Example other) {
      other.weight *= arguments.copy_weight;
      other.copy = copy;
      grown.push_back(std::move(other));
    };
    for (const Example& example : examples) {
      Example other = rerender(example, random);
      if (other.text != example.text) add(std::move(other));
    }
    for (const Example& example : examples)
      if (random.chance(arguments.noisy)) add(add_noise(example, random));
  }
  return grown;
}

void print(const std::string& name, const std::map<std::string, Score>& scores) {
  for (const auto& [corpus, score] : scores)
    std::printf("%-24s %-18s %6zu references  F1 %.2f  whole %.2f\n", name.c_str(),
                corpus.empty() ? "all" : corpus.c_str(), score.references, score.f1(), score.whole_share());
  std::fflush(stdout);
}

// The share of references that are wholly right, by the confidence they are given.
void print_reliability(const Model& model, const std::vector<Example>& examples) {
  std::array<std::size_t, 10> all{}, right{};
  for (const Example& example : examples) {
    const auto context = citegraph::crf::make_context(example.text, example.marks);
    const auto labelled = citegraph::crf::label_reference(model, context);
    const auto bin = std::min<std::size_t>(9, static_cast<std::size_t>(labelled.confidence * 10));
    ++all[bin];
    right[bin] += compare(example, labelled.segments).whole;
  }
  for (std::size_t bin = 0; bin < 10; ++bin)
    if (all[bin] > 0)
      std::printf("confidence %.1f to %.1f     %6zu references  %.1f %% wholly right\n", static_cast<double>(bin) / 10,
                  static_cast<double>(bin + 1) / 10, all[bin],
                  100.0 * static_cast<double>(right[bin]) / static_cast<double>(all[bin]));
}

// "anystyle" of "anystyle-core": corpora of one origin are left out together.
std::string origin(const std::string& corpus) { return corpus.substr(0, corpus.find('-')); }

void cross_validate(const std::vector<Example>& gold, const Arguments& arguments) {
  std::set<std::string> origins;
  for (const Example& example : gold) origins.insert(origin(example.corpus));
  for (const std::string& left_out : origins) {
    std::vector<Example> seen, unseen;
    for (const Example& example : gold) (origin(example.corpus) == left_out ? unseen : seen).push_back(example);
    if (seen.empty()) continue;
    const Model model(train(grow(seen, arguments), arguments.options));
    print("without " + left_out, evaluate(model, unseen));
  }
}

// Every fifth reference is held out to learn how far scores can be trusted; the model itself is then trained on all.
Weights train_calibrated(const std::vector<Example>& gold, const Arguments& arguments) {
  std::vector<Example> seen, held_out;
  for (std::size_t i = 0; i < gold.size(); ++i) (i % 5 == 4 ? held_out : seen).push_back(gold[i]);
  auto calibration = std::async(
      std::launch::async, [&] { return calibrate(Model(train(grow(seen, arguments), arguments.options)), held_out); });
  Weights weights = train(grow(gold, arguments), arguments.options);
  weights.calibration = calibration.get();
  return weights;
}

// Every so many examples as the trainer sees them: [label|value], *emphasised*.
void show(const std::vector<Example>& examples, int every) {
  for (std::size_t i = 0; i < examples.size(); i += static_cast<std::size_t>(every)) {
    const Example& example = examples[i];
    std::string out = example.corpus + "\t";
    for (std::uint32_t at = 0; at <= example.text.size(); ++at) {
      for (const auto& m : example.marks)
        if (m.span.end == at) out += '*';
      for (const auto& s : example.segments)
        if (s.span.end == at) out += ']';
      for (const auto& s : example.segments)
        if (s.span.start == at) out += "[" + std::string(citegraph::to_string(s.label)) + "|";
      for (const auto& m : example.marks)
        if (m.span.start == at) out += '*';
      if (at < example.text.size()) out += example.text[at];
    }
    std::puts(out.c_str());
  }
}

int run(const Arguments& arguments) {
  std::vector<Example> gold;
  for (const std::string& path : arguments.gold)
    for (Example& example : read_examples(path)) gold.push_back(std::move(example));
  for (const std::string& path : arguments.articles)
    for (Example& example : read_article(path)) gold.push_back(std::move(example));
  if (arguments.show > 0) show(grow(gold, arguments), arguments.show);
  if (arguments.cross_validate) cross_validate(gold, arguments);
  if (arguments.out.empty() && arguments.dev.empty()) return 0;
  const Weights weights =
      arguments.out.empty() ? train(grow(gold, arguments), arguments.options) : train_calibrated(gold, arguments);
  if (!arguments.out.empty()) {
    std::ofstream file(arguments.out, std::ios::binary);
    if (!(file << citegraph::crf::serialize(weights) << std::flush))
      throw std::runtime_error("cannot write " + arguments.out);
  }
  if (!arguments.dev.empty()) {
    const Model model(weights);
    const std::vector<Example> dev = read_examples(arguments.dev);
    print("dev", evaluate(model, dev));
    if (!arguments.out.empty()) print_reliability(model, dev);
  }
  return 0;
}

int run(int argc, char** argv) {
  Arguments arguments;
  CLI::App app("Trains the labeller of reference strings from gold references.");
  app.add_option("--gold", arguments.gold, "Labelled references, JSON lines; repeatable");
  app.add_option("--article", arguments.articles, "JATS articles whose references are tagged; repeatable");
  app.add_option("--out", arguments.out, "The model file to write");
  app.add_option("--dev", arguments.dev, "References to measure the model on");
  app.add_flag("--cross-validate", arguments.cross_validate,
               "Measure each corpus with a model that has not seen its origin");
  app.add_option("--show", arguments.show, "Print every so many of the examples, copies included");
  app.add_option("--epochs", arguments.options.epochs, "Passes over the data");
  app.add_option("--averaged", arguments.options.averaged_epochs,
                 "The mean of the weights after the last so many passes");
  app.add_option("--rate", arguments.options.rate, "Eta of AdaGrad");
  app.add_option("--least-gradient", arguments.options.least_gradient,
                 "Tokens that ask for less change are passed over");
  app.add_option("--dropout", arguments.options.dropout, "Share of features left out in training");
  app.add_option("--cutoff", arguments.options.cutoff, "Features seen less often are not kept");
  app.add_option("--max-features", arguments.options.max_features, "The strongest features that are kept");
  app.add_option("--copies", arguments.copies, "Re-rendered copies of every reference, of which each pass takes one");
  app.add_option("--copy-weight", arguments.copy_weight, "Weight of a copy");
  app.add_option("--noisy", arguments.noisy, "Share of references repeated with noise");
  app.add_option("--runs", arguments.options.runs, "Models from different seeds, averaged into one");
  app.add_option("--seed", arguments.options.seed, "Of the random numbers");
  CLI11_PARSE(app, argc, argv);
  return run(arguments);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "train_labeller: " << error.what() << '\n';
    return 2;
  }
}
