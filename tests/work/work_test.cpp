#include "citegraph/work.hpp"

#include <gtest/gtest.h>
#include <string>

namespace citegraph {
namespace {

Work article() {
  Work work;
  work.type = WorkType::article_journal;
  work.set(Variable::title, "The Meaning of Tides");
  work.set(Variable::container_title, "Journal of Shores");
  work.set(Variable::volume, "519");
  work.set(Variable::issue, "1");
  work.set(Variable::page, "145-168");
  work.set(NameVariable::author, parse_names("Alder, S. I.").names);
  work.set(DateVariable::issued, parse_date("1992a"));
  return work;
}

TEST(Work, HoldsWhatIsSet) {
  Work work = article();
  EXPECT_EQ(work.get(Variable::title), "The Meaning of Tides");
  EXPECT_EQ(work.get(Variable::publisher), "");
  EXPECT_EQ(work.get(NameVariable::author).size(), 1U);
  EXPECT_TRUE(work.get(NameVariable::editor).empty());
  EXPECT_EQ(work.year(), 1992);
  EXPECT_EQ(work.get(DateVariable::accessed), nullptr);
  work.set(Variable::title, "Other");
  EXPECT_EQ(work.get(Variable::title), "Other");
}

TEST(Work, AnEmptyValueRemoves) {
  Work work = article();
  work.set(Variable::title, "");
  work.set(NameVariable::author, {});
  work.set(DateVariable::issued, std::nullopt);
  EXPECT_EQ(work.texts().size(), 4U);
  EXPECT_TRUE(work.names().empty());
  EXPECT_TRUE(work.dates().empty());
  EXPECT_EQ(work.year(), 0);
}

TEST(Work, IsSortedWhateverTheOrderOfSetting) {
  Work one;
  one.set(Variable::url, "u");
  one.set(Variable::title, "t");
  one.set(Variable::doi, "d");
  Work other;
  other.set(Variable::doi, "d");
  other.set(Variable::url, "u");
  other.set(Variable::title, "t");
  EXPECT_EQ(one, other);
  EXPECT_EQ(one.texts().front().first, Variable::title);
}

TEST(Work, Identifiers) {
  Work work;
  for (const char* text : {"10.1000/x", "ISBN 978-3-16-148410-0", "ISSN 0317-8471", "arXiv:2101.00001", "PMID 12",
                           "PMC1234", "http://a.org"}) {
    work.set(*parse_identifier(text));
  }
  EXPECT_EQ(work.get(Variable::doi), "10.1000/x");
  EXPECT_EQ(work.get(Variable::isbn), "9783161484100");
  EXPECT_EQ(work.get(Variable::issn), "0317-8471");
  EXPECT_EQ(work.get(Variable::arxiv), "2101.00001");
  EXPECT_EQ(work.get(Variable::pmid), "12");
  EXPECT_EQ(work.get(Variable::pmcid), "PMC1234");
  EXPECT_EQ(work.get(Variable::url), "http://a.org");
}

TEST(Work, Others) {
  Work work;
  EXPECT_FALSE(work.has_others(NameVariable::author));
  work.set_others(NameVariable::author, true);
  work.set_others(NameVariable::editor, true);
  work.set_others(NameVariable::author, false);
  EXPECT_FALSE(work.has_others(NameVariable::author));
  EXPECT_TRUE(work.has_others(NameVariable::editor));
}

TEST(Work, SpellsAsCslDoes) {
  EXPECT_EQ(to_string(WorkType::article_journal), "article-journal");
  EXPECT_EQ(to_string(WorkType::legal_case), "legal_case");
  EXPECT_EQ(to_string(WorkType::webpage), "webpage");
  EXPECT_EQ(to_string(Variable::container_title), "container-title");
  EXPECT_EQ(to_string(Variable::doi), "DOI");
  EXPECT_EQ(to_string(NameVariable::reviewed_author), "reviewed-author");
  EXPECT_EQ(to_string(DateVariable::issued), "issued");
  for (int i = 0; i <= static_cast<int>(WorkType::webpage); ++i) {
    const WorkType type = static_cast<WorkType>(i);
    EXPECT_EQ(parse_work_type(to_string(type)), type);
  }
  EXPECT_EQ(parse_work_type("no type"), std::nullopt);
}

TEST(Work, Summary) {
  Work work = article();
  EXPECT_EQ(summary(work), "Alder, S. I. (1992a). The Meaning of Tides. Journal of Shores, 519(1), 145-168.");
  work.set(NameVariable::author, parse_names("Alder, S. I., & Birch, T.").names);
  EXPECT_EQ(summary(work).substr(0, 30), "Alder, S. I., & Birch, T. (199");
  work.set(NameVariable::author, parse_names("A. Ash; B. Birch; C. Cedar; D. Dogwood").names);
  EXPECT_EQ(summary(work).substr(0, 14), "Ash, A., et al");
  work.set(NameVariable::author, {});
  work.set(NameVariable::editor, parse_names("van Elm, J.").names);
  EXPECT_EQ(summary(work).substr(0, 18), "van Elm, J. (ed.) ");
  work.set(NameVariable::editor, {});
  EXPECT_EQ(summary(work), "The Meaning of Tides (1992a). Journal of Shores, 519(1), 145-168.");
  work.set(DateVariable::issued, {});
  EXPECT_EQ(summary(work), "The Meaning of Tides. Journal of Shores, 519(1), 145-168.");
  work.set(Variable::title, "Tides?");
  EXPECT_EQ(summary(work), "Tides? Journal of Shores, 519(1), 145-168.");
  EXPECT_EQ(summary(Work{}), "");
}

}  // namespace
}  // namespace citegraph
