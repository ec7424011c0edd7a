// What entries are compared by.
#include "citation/entry.hpp"

#include <gtest/gtest.h>

#include "citation/instrument.hpp"
#include "citation/locator.hpp"

namespace citegraph::citation {
namespace {

TEST(Entry, AcronymsOfOrganisations) {
  struct Row {
    const char* letters;
    const char* name;
    bool abbreviates;
  };
  const Row rows[] = {
      {"wpo", "World Plant Organization", true},
      {"inep", "Instituto Nacional de Estudos e Plantas Anuais", true},
      {"unesco", "United Nations Educational, Scientific and Cultural Organization", true},
      {"embrapa", "Empresa Brasileira de Pesquisa Agropecuária", true},
      {"opw", "World Plant Organization", false},
      {"wpx", "World Plant Organization", false},
      {"wp", "World Plant", false},
      {"world", "World", false},
  };
  for (const Row& row : rows)
    EXPECT_EQ(abbreviates(row.letters, folded_words(row.name)), row.abbreviates) << row.letters << ' ' << row.name;
}

TEST(Entry, LawsByKindAndNumber) {
  struct Row {
    const char* text;
    const char* key;
    int year;
  };
  const Row rows[] = {
      {"Lei nº 13.146/2015", "lei13146", 2015},
      {"Lei n° 13.146, de 6 de julho de 2015, diz", "lei13146", 2015},
      {"Lei Complementar nº 87", "lei87", 0},
      {"Directive 95/46/EC", "directive95/46", 0},
      {"Regulation (EU) 2016/679", "regulation679", 2016},
      {"Resolution 1325", "resolution1325", 0},
      {"Act 1998", "", 0},
      {"Treaty of Friendship", "", 0},
      {"Letter 12", "", 0},
      {"Lei", "", 0},
      {"", "", 0},
  };
  for (const Row& row : rows) {
    const Instrument found = read_instrument(row.text);
    EXPECT_EQ(found.key, row.key) << row.text;
    EXPECT_EQ(found.year, row.year) << row.text;
  }
}

TEST(Entry, WordsForAnArticle) {
  for (const char* word : {"Article", "article", "Art", "Artilec", "Articel", "Artigo", "Artikel"})
    EXPECT_EQ(article_word(word), "Article") << word;
  for (const char* word : {"Artist", "Arctic", "Particle", "Chapter", ""}) EXPECT_EQ(article_word(word), "") << word;
}

}  // namespace
}  // namespace citegraph::citation
