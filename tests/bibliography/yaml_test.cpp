#include "bibliography/yaml.hpp"

#include <gtest/gtest.h>
#include <string>

namespace citegraph::bibliography {
namespace {

struct YamlCase {
  const char* trait;
  const char* yaml;
  const char* json;
};

constexpr YamlCase yaml_cases[] = {
    {"nothing", "", "null"},
    {"one pair", "title: On ships", R"({"title":"On ships"})"},
    {"comments", "# head\ntitle: C# in ships # a remark\n", R"({"title":"C# in ships"})"},
    {"quotes", "a: \"x: \\\"y\\\" \\u00e9\"\nb: 'it''s'\n", R"({"a":"x: \"y\" é","b":"it's"})"},
    {"a colon inside a value", "title: Ships: a history\n", R"({"title":"Ships: a history"})"},
    {"a value over lines", "title: On\n  ships\nb: 1\n", R"({"title":"On ships","b":"1"})"},
    {"a quoted value over lines", "title: \"On\n  ships\"\n", R"({"title":"On ships"})"},
    {"literal and folded", "a: |\n  one\n  two\nb: >\n  one\n  two\n", R"({"a":"one\ntwo","b":"one two"})"},
    {"a sequence", "a:\n  - x\n  - y\n", R"({"a":["x","y"]})"},
    {"a sequence not set in", "a:\n- x\n- y\nb: z\n", R"({"a":["x","y"],"b":"z"})"},
    {"mappings in a sequence", "a:\n- n: x\n  m: y\n- n: z\n", R"({"a":[{"n":"x","m":"y"},{"n":"z"}]})"},
    {"nested", "a:\n  b:\n    c: d\n  e: f\n", R"({"a":{"b":{"c":"d"},"e":"f"}})"},
    {"in brackets", "a: [x, 'y, z', [w]]\nb: {c: d, e: [f]}\n", R"({"a":["x","y, z",["w"]],"b":{"c":"d","e":["f"]}})"},
    {"in brackets over lines", "a: [x,\n  y]\nb: z\n", R"({"a":["x","y"],"b":"z"})"},
    {"an address in brackets", "a: [http://x.org/y]\n", R"({"a":["http://x.org/y"]})"},
    {"quoted keys", "\"a b\": c\n", R"({"a b":"c"})"},
    {"no value", "a:\nb: c\n", R"({"a":null,"b":"c"})"},
    {"what is no pair is left out", "a: b\nwhatever\nc: d\n", R"({"a":"b","c":"d"})"},
    {"brackets never closed", "a: [x, {y\n", R"({"a":["x",{"y":null}]})"},
    {"a quotation never closed", "a: \"x\n", R"({"a":"x"})"},
};

TEST(Yaml, Cases) {
  for (const YamlCase& each : yaml_cases) EXPECT_EQ(parse_yaml(each.yaml).dump(), each.json) << each.trait;
}

TEST(Yaml, EveryPrefixIsRead) {
  for (const YamlCase& each : yaml_cases) {
    const std::string yaml = each.yaml;
    for (std::size_t size = 0; size < yaml.size(); ++size) parse_yaml(std::string_view(yaml).substr(0, size));
  }
}

TEST(Yaml, DepthIsBounded) {
  std::string flow = "a: ";
  std::string blocks;
  for (int i = 0; i < 20000; ++i) flow += "[{b: ";
  for (int i = 0; i < 2000; ++i) blocks += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  std::string dashes;
  for (int i = 0; i < 20000; ++i) dashes += "- ";
  EXPECT_NO_THROW(parse_yaml(flow));
  EXPECT_NO_THROW(parse_yaml(blocks));
  EXPECT_NO_THROW(parse_yaml(dashes));
}

}  // namespace
}  // namespace citegraph::bibliography
