#include "document/headings.hpp"

#include <gtest/gtest.h>

namespace citegraph::document {
namespace {

constexpr const char* names[] = {
    "References",           "REFERENCES:",           "4. Referências", "IV. Bibliography",
    "Literaturverzeichnis", "Works Cited",           "Bibliografía",   "Riferimenti bibliografici",
    "2.3 Methods",          "Materials and Methods", "Introdução",     "Références."};
constexpr const char* no_names[] = {"references", "References are given", "", "4.", "The references", "IV"};

TEST(HeadingsTest, KnowsNamesOfSections) {
  for (const char* name : names) EXPECT_TRUE(is_section_name(name)) << name;
  for (const char* name : no_names) EXPECT_FALSE(is_section_name(name)) << name;
}

struct DepthCase {
  const char* line;
  unsigned depth;
};

constexpr DepthCase depths[] = {
    {"2 Methods", 1}, {"2. Methods", 1}, {"2.3 Methods", 2}, {"2.3.1. Methods", 3}, {"IV. Methods", 1},
    {"Methods", 0},   {"2009 was", 0},   {"2", 0},           {"I think", 0},        {"", 0}};

TEST(HeadingsTest, CountsLevelsOfNumbers) {
  for (const DepthCase& c : depths) EXPECT_EQ(numbering_depth(c.line), c.depth) << c.line;
}

constexpr const char* headings[] = {"RESEARCH DESIGN", "The way of things", "1. Introduction to it", "What is it?"};
constexpr const char* no_headings[] = {"It ends.", "Smith, J.", "see http://x.org", "in lower case",
                                       "12",       "",          "Page 12",          "A"};

TEST(HeadingsTest, TellsTheirLook) {
  for (const char* line : headings) EXPECT_TRUE(looks_like_heading(line)) << line;
  for (const char* line : no_headings) EXPECT_FALSE(looks_like_heading(line)) << line;
  EXPECT_FALSE(looks_like_heading(std::string(101, 'A')));
}

}  // namespace
}  // namespace citegraph::document
