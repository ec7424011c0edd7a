#include "citegraph/csl_json.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "bibliography/hostile_works.hpp"
#include "bibliography/works.hpp"

namespace citegraph {
namespace {

using nlohmann::json;
using test::make_work;
using V = Variable;
using T = WorkType;

TEST(CslJson, Items) {
  struct Row {
    const char* trait;
    test::WorkSpec work;
    const char* expected;
  };
  const Row rows[] = {
      {"article",
       {T::article_journal,
        "Alder, S.; Sea Office",
        "18 July 2000",
        "Tides",
        {{V::container_title, "J. Shores"}, {V::page, "145-168"}, {V::doi, "10.1/x"}}},
       R"({"type":"article-journal","author":[{"family":"Alder","given":"S."},{"literal":"Sea Office"}],"issued":{"date-parts":[[2000,7,18]]},)"
       R"("title":"Tides","container-title":"J. Shores","page":"145-168","DOI":"10.1/x"})"},
      {"particles and suffix",
       {T::book, "van Elm, J.; Oak, Jr., K.; Ash, L. de", "", "T"},
       R"({"type":"book","author":[{"family":"Elm","given":"J.","non-dropping-particle":"van"},{"family":"Oak","given":"K.","suffix":"Jr."},)"
       R"({"family":"Ash","given":"L.","dropping-particle":"de"}],"title":"T"})"},
      {"range",
       {T::book, "", "2005-2008", "T"},
       R"({"type":"book","issued":{"date-parts":[[2005],[2008]]},"title":"T"})"},
      {"season",
       {T::book, "", "Spring 2004", "T"},
       R"({"type":"book","issued":{"date-parts":[[2004]],"season":1},"title":"T"})"},
      {"circa",
       {T::book, "", "c. 1850", "T"},
       R"({"type":"book","issued":{"date-parts":[[1850]],"circa":true},"title":"T"})"},
      {"literal", {T::book, "", "in press", "T"}, R"({"type":"book","issued":{"literal":"in press"},"title":"T"})"},
      {"no year",
       {T::book, "", "18 July", "T"},
       R"({"type":"book","issued":{"literal":"XXXX-07-18"},"title":"T",)"
       R"("custom":{"dates":{"issued":{"start":[0,7,18,0]}}}})"},
      {"first published",
       {T::book, "", "2011 [1979]", "T"},
       R"({"type":"book","issued":{"date-parts":[[2011]]},"original-date":{"date-parts":[[1979]]},"title":"T",)"
       R"("custom":{"dates":{"issued":{"start":[2011,0,0,0],"original":[1979,0,0,0]},"original-date":null}}})"},
      {"letter of the year, and what CSL has no place for",
       {T::article, "Alder, S., et al.", "1997a", "T", {{V::arxiv, "2101.00001"}}},
       R"({"type":"article","author":[{"family":"Alder","given":"S."}],"issued":{"date-parts":[[1997]]},"title":"T",)"
       R"("year-suffix":"a","custom":{"arxiv":"2101.00001","et-al":["author"]}})"},
      {"record numbers",
       {T::book, "", "", "T", {{V::pmid, "1"}, {V::pmcid, "PMC1"}, {V::isbn, "2"}, {V::issn, "3"}, {V::url, "u"}}},
       R"({"type":"book","title":"T","PMID":"1","PMCID":"PMC1","ISBN":"2","ISSN":"3","URL":"u"})"},
      {"nothing", {}, R"({"type":"document"})"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(json::parse(to_csl_json(make_work(row.work))), json::parse(row.expected)) << row.trait;
}

TEST(CslJson, KeyIsTheId) {
  Work work = make_work({T::book, "Alder, S.", "2000", "Tides"});
  EXPECT_FALSE(json::parse(to_csl_json(work)).contains("id"));
  work.key = "mine";
  EXPECT_EQ(json::parse(to_csl_json(work))["id"], "mine");
}

TEST(CslJson, ArraysOfWhateverAreValid) {
  const std::vector<Work> works = test::hostile_works(200, 3);
  std::ostringstream out;
  write_csl_json(out, works);
  const json items = json::parse(out.str());
  ASSERT_EQ(items.size(), works.size());
  std::set<std::string> ids;
  for (std::size_t i = 0; i < works.size(); ++i) {
    const json& item = items[i];
    ids.insert(item["id"].get<std::string>());
    EXPECT_EQ(parse_work_type(item["type"].get<std::string>()), works[i].type);
    EXPECT_EQ(item.contains("author"), !works[i].get(NameVariable::author).empty());
    if (item.contains("issued") && item["issued"].contains("date-parts")) {
      EXPECT_EQ(item["issued"]["date-parts"][0][0], works[i].year());
    }
  }
  EXPECT_EQ(ids.size(), works.size());
  std::ostringstream none;
  write_csl_json(none, {});
  EXPECT_EQ(json::parse(none.str()), json::array());
}

}  // namespace
}  // namespace citegraph
