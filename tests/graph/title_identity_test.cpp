#include <gtest/gtest.h>

#include "graph/identity/title.hpp"

namespace citegraph::graph {
namespace {

struct ReadCase {
  const char* trait;
  const char* printed;
  const char* words;
  Derivation derivation = Derivation::none;
  int part = 0;
};

const ReadCase read_cases[] = {
    {"case, dashes and quotes", "“Nile – a River”", "nile a river"},
    {"accents and ligatures", "Über die Œuvres", "uber die oeuvres"},
    {"erratum", "Erratum: The Nile and its sources", "the nile and its sources", Derivation::correction},
    {"erratum to", "Erratum to “The Nile and its sources”", "the nile and its sources", Derivation::correction},
    {"author correction", "Author Correction: The Nile", "the nile", Derivation::correction},
    {"corrigendum in brackets", "[Corrigendum] The Nile", "the nile", Derivation::correction},
    {"behind the title", "The Nile and its sources: a reply", "the nile and its sources", Derivation::reply},
    {"reply", "Reply to “The Nile”", "the nile", Derivation::reply},
    {"comment", "Comment on The Nile", "the nile", Derivation::comment},
    {"retraction", "RETRACTED: The Nile", "the nile", Derivation::retraction},
    {"a subject, not a derivation", "Response of rivers to rain", "response of rivers to rain"},
    {"a subject in one word", "Correction", "correction"},
    {"numeral", "Rivers of the north II", "rivers of the north", Derivation::none, 2},
    {"part named", "Rivers of the north, Part 3", "rivers of the north", Derivation::none, 3},
    {"part named in German", "Flüsse des Nordens. Teil II", "flusse des nordens", Derivation::none, 2},
    {"a number that counts nothing", "The road to Agenda 21", "the road to agenda 21"},
    {"a name alone", "Louis XIV", "louis xiv"},
    {"nothing", "", ""},
    {"no letter", "???", ""},
};

TEST(TitleIdentity, reads) {
  for (const ReadCase& c : read_cases) {
    const Title title = read_title(c.printed);
    EXPECT_EQ(title.words, c.words) << c.trait;
    EXPECT_EQ(title.derivation, c.derivation) << c.trait;
    EXPECT_EQ(title.part, c.part) << c.trait;
  }
}

struct CompareCase {
  const char* trait;
  const char* a;
  const char* b;
  TitleFit fit;
};

const CompareCase compare_cases[] = {
    {"equal", "The Nile", "The Nile.", TitleFit::equal},
    {"not known", "The Nile", "", TitleFit::unknown},
    {"subtitle left out", "The Nile: a life of a river", "The Nile", TitleFit::subtitle},
    {"subtitle left out, and a typing error", "The sources of the Nile: a life", "The sourses of the Nile",
     TitleFit::subtitle},
    {"other subtitles", "Annual report: rivers", "Annual report: lakes", TitleFit::different},
    {"begins alike", "The sources of the Nile", "The sources of the Nile and the Niger", TitleFit::extended},
    {"a letter", "The sources of the Niger river", "The sources of the Niger rivr", TitleFit::similar},
    {"two letters exchanged", "Hydrology of tropical basins", "Hydrology of tropical baisns", TitleFit::similar},
    {"a divided word", "Ground water in arid lands", "Groundwater in arid lands", TitleFit::similar},
    {"a word divided by a converter", "Muscle diversi fi cation in age", "Muscle diversification in age",
     TitleFit::similar},
    {"an article left out", "The hydrology of the Niger", "Hydrology of Niger", TitleFit::similar},
    {"another word", "Effects of rain on mice in barns", "Effects of rain on rats in barns", TitleFit::different},
    {"its contrary", "Studies of roots in vivo and light", "Studies of roots in vitro and light", TitleFit::different},
    {"another number", "Flow of the Nile in 1990 and later", "Flow of the Nile in 1991 and later", TitleFit::different},
    {"another numeral", "Type II floods in river basins", "Type III floods in river basins", TitleFit::different},
    {"short and alike", "The Ob", "The Om", TitleFit::different},
};

TEST(TitleIdentity, compares_both_ways) {
  for (const CompareCase& c : compare_cases) {
    EXPECT_EQ(compare(read_title(c.a), read_title(c.b)), c.fit) << c.trait;
    EXPECT_EQ(compare(read_title(c.b), read_title(c.a)), c.fit) << c.trait;
  }
}

}  // namespace
}  // namespace citegraph::graph
