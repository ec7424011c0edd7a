#include "citation/sentence.hpp"

#include <gtest/gtest.h>
#include <string>

namespace citegraph::citation {
namespace {

struct Row {
  const char* trait;
  const char* text;
  std::vector<std::string> sentences;
};

TEST(Sentence, Splits) {
  const Row rows[] = {
      {"two plain ones", "Rain fell. Snow followed.", {"Rain fell.", "Snow followed."}},
      {"et al. before a bracket",
       "This was seen by Moss et al. (2009) twice. It held.",
       {"This was seen by Moss et al. (2009) twice.", "It held."}},
      {"et al. before a capital", "So did Moss et al. Nobody knew. Yes.", {"So did Moss et al. Nobody knew.", "Yes."}},
      {"abbreviations",
       "See e.g. Vol. 3, pp. 4 and Fig. 5. Then more.",
       {"See e.g. Vol. 3, pp. 4 and Fig. 5.", "Then more."}},
      {"initials", "A book by J. R. Brook. It sold.", {"A book by J. R. Brook.", "It sold."}},
      {"a decimal number", "It rose by 3.5 per cent. Good.", {"It rose by 3.5 per cent.", "Good."}},
      {"a full stop in a bracket", "One (cf. Two. Three) four. Five.", {"One (cf. Two. Three) four.", "Five."}},
      {"a closing quote", "He said \"no.\" She left.", {"He said \"no.\"", "She left."}},
      {"question and exclamation", "Why? Because! So.", {"Why?", "Because!", "So."}},
      {"a bracket never closed", "One (two. Three.", {"One (two. Three."}},
      {"nothing", "", {}},
      {"blanks only", " \n ", {}},
      {"a line break inside", "One\ntwo. Three.", {"One\ntwo.", "Three."}},
  };
  for (const Row& row : rows) {
    const std::string text = row.text;
    std::vector<std::string> found;
    for (const TextSpan span : split_sentences(text, {0, static_cast<std::uint32_t>(text.size())}))
      found.emplace_back(slice(text, span));
    EXPECT_EQ(found, row.sentences) << row.trait;
  }
}

}  // namespace
}  // namespace citegraph::citation
