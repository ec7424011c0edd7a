#include "data.hpp"

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "text/utf8.hpp"

namespace training {
namespace {

using citegraph::Label;

const std::map<std::string, Label>& labels() {
  static const std::map<std::string, Label> map = [] {
    std::map<std::string, Label> names;
    for (std::size_t l = 0; l <= static_cast<std::size_t>(Label::other); ++l)
      names.emplace(citegraph::to_string(static_cast<Label>(l)), static_cast<Label>(l));
    return names;
  }();
  return map;
}

// Gold offsets count code points.
std::vector<std::uint32_t> byte_offsets(const std::string& text) {
  std::vector<std::uint32_t> offsets;
  for (std::uint32_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) offsets.push_back(i);
  offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return offsets;
}

Example parse(const std::string& line) {
  const auto json = nlohmann::json::parse(line);
  Example example;
  example.corpus = json.value("corpus", "");
  example.text = json.at("text");
  const auto offsets = byte_offsets(example.text);
  for (const auto& s : json.at("segments")) {
    citegraph::Segment segment;
    segment.label = labels().at(s.at("label"));
    segment.span = {offsets.at(s.at("start")), offsets.at(s.at("end"))};
    example.segments.push_back(segment);
  }
  if (json.contains("scope")) {
    example.scope = 0;
    for (const auto& label : json["scope"]) example.scope |= 1U << static_cast<unsigned>(labels().at(label));
  }
  return example;
}

// An upper-case letter alone before `at`.
bool is_initial_before(const std::string& text, std::size_t at) {
  const citegraph::text::CodePoint letter = citegraph::text::decode_before(text, at);
  const citegraph::text::CodePoint before = citegraph::text::decode_before(text, at - letter.size);
  return citegraph::text::is_upper(letter.value) && (before.size == 0 || !citegraph::text::is_word(before.value));
}

}  // namespace

void settle_last_stop(Example& example) {
  const std::string& text = example.text;
  for (citegraph::Segment& s : example.segments) {
    if (s.label != Label::author && s.label != Label::editor) continue;
    if (s.span.size() > 1 && text[s.span.end - 1] == '.' && is_initial_before(text, s.span.end - 1)) --s.span.end;
    if (s.span.end >= text.size() || text[s.span.end] != '.' || !is_initial_before(text, s.span.end)) continue;
    std::size_t next = s.span.end + 1;
    while (next < text.size() && text[next] == ' ') ++next;
    const char32_t c = next < text.size() ? citegraph::text::decode_at(text, next).value : U'A';
    const bool sentence = next > s.span.end + 1 && (citegraph::text::is_upper(c) || citegraph::text::is_quote(c));
    if (!sentence && next < text.size()) ++s.span.end;
  }
}

std::vector<Example> read_examples(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::vector<Example> examples;
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty()) continue;
    try {
      examples.push_back(parse(line));
    } catch (const std::exception& error) {
      throw std::runtime_error(path + ":" + std::to_string(number) + ": " + error.what());
    }
  }
  return examples;
}

}  // namespace training
