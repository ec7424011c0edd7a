#include "data.hpp"

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

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

}  // namespace

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
