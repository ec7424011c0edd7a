// What is written as CSL-JSON keeps to CSL's schema, whatever it was read from.
#include "bibliography/csl_schema.hpp"

#include <gtest/gtest.h>
#include <sstream>
#include <string>

#include "citegraph/bibliography.hpp"

#include "bibliography/hostile_works.hpp"

namespace citegraph {
namespace {

constexpr std::size_t works_for_schema = 5000;

std::string csl_json(const Bibliography& library) {
  std::ostringstream out;
  write_bibliography(out, library.entries, BibliographyFormat::csl_json);
  return out.str();
}

TEST(CslSchema, TellsWhatItForbids) {
  struct Row {
    const char* trait;
    const char* items;
    const char* found;
  };
  const Row rows[] = {
      {"an item", R"([{"type":"book","id":"a","author":[{"family":"Lee"}],"issued":{"date-parts":[[2001,"5"]]}}])", ""},
      {"none", "[]", ""},
      {"no list", "{}", "no list"},
      {"without a type", R"([{"id":"a"}])", R"(no type: {"id":"a"})"},
      {"of no type", R"([{"id":"a","type":""}])", R"(type: "")"},
      {"an unknown variable", R"([{"id":"a","type":"book","isbn":"1"}])", R"(isbn: "1")"},
      {"a title that is a number", R"([{"id":"a","type":"book","title":1}])", "title: 1"},
      {"a name in place of a list", R"([{"id":"a","type":"book","author":{"family":"x"}}])",
       R"(author: {"family":"x"})"},
      {"an unknown part of a name", R"([{"id":"a","type":"book","author":[{"last":"x"}]}])",
       R"(author: [{"last":"x"}])"},
      {"a date without parts", R"([{"id":"a","type":"book","issued":{"date-parts":[[]]}}])",
       R"(issued: {"date-parts":[[]]})"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(test::against_csl_schema(nlohmann::json::parse(row.items)), row.found) << row.trait;
}

TEST(CslSchema, HostileWorksKeepToIt) {
  std::ostringstream out;
  write_bibliography(out, test::hostile_works(works_for_schema, 31), BibliographyFormat::csl_json);
  EXPECT_EQ(test::against_csl_schema(nlohmann::json::parse(out.str())), "");
}

TEST(CslSchema, WhatNoVariableStandsForKeepsToIt) {
  struct Row {
    const char* path;
    const char* bytes;
  };
  const Row rows[] = {
      {"a.bib",
       "@misc{a, author = {Lee, A. and others}, title = {Ships}, year = {19xx}, month = {foo}, groups = {x}, file = "
       "{y},"
       " date-added = {z}, options = {skipbib}, crossref = {none}}"},
      {"a.ris", "TY  - XXXX\nAU  - Lee, A.\nPY  - n.d.\nC1  - x\nZZ  - y\nER  - \n"},
      {"a.json",
       R"([{"id":1,"type":"unknown","title":3,"isbn":"x","author":"Lee","issued":{"date-parts":[]},"x":{"y":[1]}}])"},
      {"a.yaml", "- id: a\n  type: nothing\n  issued: someday\n  author: Lee\n  custom: {x: y}\n  unknown: [1, 2]\n"},
      {"a.enw", "%0 Unknown\n%A Lee, A.\n%T Ships\n%7 x\n%! y\n"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(test::against_csl_schema(nlohmann::json::parse(csl_json(parse_bibliography(row.bytes, row.path)))), "")
        << row.path;
}

}  // namespace
}  // namespace citegraph
