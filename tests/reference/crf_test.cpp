#include <cstring>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "citegraph/error.hpp"

#include "reference/crf/model.hpp"
#include "reference/crf/model_file.hpp"
#include "reference/crf/token.hpp"

namespace citegraph::crf {
namespace {

struct TokenRow {
  const char* trait;
  const char* text;
  std::vector<std::string> tokens;
};

TEST(Tokens, AreRunsOfLettersAndDigitsAndSinglePunctuation) {
  const std::vector<TokenRow> rows = {
      {"empty", "", {}},
      {"white space of every kind", " \t\xC2\xA0\xE3\x80\x80", {}},
      {"initials", "Quill, R. B.", {"Quill", ",", "R", ".", "B", "."}},
      {"letters and digits together", "e1234 12a", {"e1234", "12a"}},
      {"volume, issue, pages", "12(3):45-68", {"12", "(", "3", ")", ":", "45", "-", "68"}},
      {"address without its closing stop", "see www.example.org/a,b.", {"see", "www.example.org/a,b", "."}},
      {"DOI without its bracket", "(10.1000/x(1)y)", {"(", "10.1000/x(1)y", ")"}},
      {"no DOI", "10.5 km", {"10", ".", "5", "km"}},
      {"accents by combination", "Mu\xCC\x88ller", {"Mu\xCC\x88ller"}},
      {"ideographs stand alone", "\xE6\x9D\x8E\xE6\x98\x8E 2001", {"\xE6\x9D\x8E", "\xE6\x98\x8E", "2001"}},
  };
  for (const TokenRow& row : rows) {
    std::vector<std::string> tokens;
    for (const Token& token : tokenize(row.text)) tokens.emplace_back(slice(row.text, token.span));
    EXPECT_EQ(tokens, row.tokens) << row.trait;
  }
}

std::span<const std::byte> bytes_of(const std::string& text) { return std::as_bytes(std::span(text)); }

std::string message_of(const std::string& file) {
  try {
    (void)deserialize(bytes_of(file), "x.model");
  } catch (const Error& error) {
    return error.what();
  }
  return "read";
}

Weights small_weights() {
  Weights weights;
  weights.features = {7, 11};
  weights.emission.assign(2 * row_count, 3);
  weights.emission[5] = -128;
  weights.transitions.to_first[4][2] = -300;
  weights.transitions.start_outside = 17;
  weights.calibration.reference[3] = 900'000;
  return weights;
}

TEST(ModelFile, ReadsBackWhatWasWritten) {
  const std::string file = serialize(small_weights());
  const Weights back = deserialize(bytes_of(file), "x.model");
  EXPECT_EQ(serialize(back), file);
  EXPECT_EQ(back.transitions.to_first[4][2], -300);
  EXPECT_EQ(back.emission[5], -128);
}

TEST(ModelFile, ADamagedOrForeignFileIsRefused) {
  const std::string file = serialize(small_weights());
  EXPECT_NE(message_of("").find("x.model: not a citegraph model"), std::string::npos);
  EXPECT_NE(message_of("PK\x03\x04 something else").find("not a citegraph model"), std::string::npos);
  std::string version = file;
  version[8] = 9;
  EXPECT_NE(message_of(version).find("model format 9"), std::string::npos) << message_of(version);
  std::string labels = file;
  labels[20] = 5;
  EXPECT_NE(message_of(labels).find("labels other fields"), std::string::npos);
  for (std::size_t i = 0; i < file.size(); ++i) EXPECT_NE(message_of(file.substr(0, i)), "read") << i;
  for (std::size_t i = 24; i < file.size(); i += 7) {
    std::string damaged = file;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
    EXPECT_NE(message_of(damaged).find("damaged"), std::string::npos) << i;
  }
}

std::string labelled(const std::string& text) {
  std::string out;
  for (const Segment& s : label_reference(embedded_model(), make_context(text, {})).segments)
    out += (out.empty() ? "" : " | ") + std::string(to_string(s.label)) + "=" + std::string(slice(text, s.span));
  return out;
}

TEST(EmbeddedModel, LabelsCommonStyles) {
  EXPECT_EQ(labelled("Quill R, Stern B. Roads and markets. J Transp Hist. 2004;12(3):45-68."),
            "author=Quill R, Stern B | title=Roads and markets | container-title=J Transp Hist | date=2004 | volume=12 "
            "| issue=3 | pages=45-68");
  EXPECT_EQ(labelled("Marlow, T. (1998). Rivers of Trade. London: Harbour Press."),
            "author=Marlow, T. | date=1998 | title=Rivers of Trade | publisher-place=London | publisher=Harbour Press");
}

TEST(EmbeddedModel, AnyTextHasALabelling) {
  const std::vector<std::string> texts = {
      "",          " ", ".", std::string(100'000, 'a'), std::string(100'000, '.'), "\xF0\x9F\x93\x9A\xF0\x9F\x93\x9A",
      "(((((((((("};
  for (const std::string& text : texts) {
    const LabelledReference result = label_reference(embedded_model(), make_context(text, {}));
    EXPECT_GE(result.confidence, 0.0);
    EXPECT_LE(result.confidence, 1.0);
    std::uint32_t end = 0;
    for (const Segment& s : result.segments) {
      EXPECT_LE(end, s.span.start);
      EXPECT_LT(s.span.start, s.span.end);
      end = s.span.end;
    }
    EXPECT_LE(end, text.size());
  }
}

TEST(EmbeddedModel, WhatIsTooLongForAReferenceIsLabelledAtItsStartAndDoubtful) {
  const std::string clean = "Adler, T. (2001). On ice and rivers. Journal of Water, 12(3), 45-67. ";
  std::string text;
  while (text.size() < 200'000) text += clean + "\xC3\xA9";
  const Reference reference = parse_reference(text);
  EXPECT_EQ(reference.confidence, 0.0);
  ASSERT_FALSE(reference.segments.empty());
  EXPECT_EQ(slice(text, reference.segments.front().span), "Adler, T.");
  EXPECT_LT(reference.segments.back().span.end, 20'000U);
  EXPECT_EQ(reference.span.end, text.size());
}

TEST(EmbeddedModel, ACleanReferenceIsSurerThanProse) {
  const auto confidence = [](const char* text) { return parse_reference(text).confidence; };
  EXPECT_GT(confidence("Quill R, Stern B. Roads and markets. J Transp Hist. 2004;12(3):45-68."), 0.7);
  EXPECT_LT(confidence("It rained, and nobody who had walked there before could say why the road went on."), 0.5);
}

}  // namespace
}  // namespace citegraph::crf
