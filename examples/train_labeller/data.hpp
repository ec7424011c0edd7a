// Gold references: one JSON object a line, as the model card describes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <citegraph/reference.hpp>

namespace training {

struct Example {
  std::string corpus;
  std::string text;
  std::vector<citegraph::Segment> segments;  // offsets are bytes into `text`
  std::vector<citegraph::Mark> marks;
  std::uint32_t scope = ~0U;  // one bit a label: what the corpus annotates; elsewhere anything may be true
  float weight = 1.0F;
  int copy = 0;  // 0 of the gold itself, else which printing anew: each pass over the data takes one of them
};

// Throws std::runtime_error naming file and line.
std::vector<Example> read_examples(const std::string& path);

// Gold counts the full stop of the last initial to the names, but not where it also ends the sentence: "Levine, S.I.
// (1992)", "Levine, S.I|. Second Chance".
void settle_last_stop(Example& example);

// The references of a JATS article whose fields are tagged, with what emphasis it prints. Corpus: "articles-" and the
// language of the article. Throws citegraph::Error.
std::vector<Example> read_article(const std::string& path);

}  // namespace training
