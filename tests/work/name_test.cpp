#include "citegraph/name.hpp"

#include <gtest/gtest.h>
#include <span>
#include <string>
#include <string_view>

namespace citegraph {
namespace {

// "family|given|suffix", particles in their places ("van+Gogh|Vincent", "Broglie|L. +de"), "[literal]"; names between "
// ; ", "..." for others.
std::string compact(const Name& name) {
  if (name.is_literal()) return "[" + name.literal + "]";
  std::string line = name.non_dropping_particle.empty() ? name.family : name.non_dropping_particle + "+" + name.family;
  if (!name.given.empty() || !name.suffix.empty() || !name.dropping_particle.empty()) line += "|" + name.given;
  if (!name.dropping_particle.empty()) line += " +" + name.dropping_particle;
  if (!name.suffix.empty()) line += "|" + name.suffix;
  return line;
}

std::string compact(const NameList& list) {
  std::string line;
  for (const Name& name : list.names) line += (line.empty() ? "" : " ; ") + compact(name);
  if (list.others) line += line.empty() ? "..." : " ; ...";
  return line;
}

struct NameRow {
  std::string_view trait;
  std::string_view text;
  std::string_view expected;
};

void check_names(std::span<const NameRow> rows) {
  for (const NameRow& row : rows)
    EXPECT_EQ(compact(parse_names(row.text)), row.expected) << row.trait << ": " << row.text;
}

TEST(Names, OneNameInItsForms) {
  static constexpr NameRow rows[] = {
      {"inverted, dotted initials", "Larson, D. W.", "Larson|D. W."},
      {"inverted, glued initials", "Levine, S.I.", "Levine|S.I."},
      {"inverted, three initials", "Chang, J. Y. S.", "Chang|J. Y. S."},
      {"inverted, one bare initial", "Dittmer, L", "Dittmer|L"},
      {"blank before the comma", "Stent , A.", "Stent|A."},
      {"given first, initials", "F. M. Last", "Last|F. M."},
      {"given first, hyphened initials", "J.-P. Sartre", "Sartre|J.-P."},
      {"given first, words", "Emmon Bach", "Bach|Emmon"},
      {"Vancouver", "Last FM", "Last|FM"},
      {"Vancouver, initials apart", "Pearce P A", "Pearce|P A"},
      {"Vancouver, capitals", "LAST F", "LAST|F"},
      {"no blank between initials and family", "B.Bochicchio", "Bochicchio|B."},
      {"family alone", "Jiang", "Jiang"},
      {"full stop that closes the list", "Culy, Christopher.", "Culy|Christopher"},
      {"French, given name in brackets", "Monnier (J.)", "Monnier|J."},
      {"French, capitals and brackets", "DUPONT (Jean) et MARTIN (Paul)", "DUPONT|Jean ; MARTIN|Paul"},
      {"capitals tell the family name", "MOREL Claude", "MOREL|Claude"},
      {"two family names", "García Márquez, Gabriel", "García Márquez|Gabriel"},
      {"two of each", "García Márquez, Gabriel José", "García Márquez|Gabriel José"},
      {"apostrophe", "O'Brien, T.", "O'Brien|T."},
      {"title in front", "Dr. John Smith", "Smith|John"},
      {"a title that is a name", "Dame C", "Dame|C"},
  };
  check_names(rows);
}

TEST(Names, Particles) {
  static constexpr NameRow rows[] = {
      {"inverted", "van Gogh, Vincent", "van+Gogh|Vincent"},
      {"given first", "Ludwig van Beethoven", "van+Beethoven|Ludwig"},
      {"Vancouver", "van der Berg AB", "van der+Berg|AB"},
      {"capital, Vancouver", "Van Essen DC", "Van Essen|DC"},
      {"capital, given first", "D. Van de Sompel", "Van de Sompel|D."},
      {"capital, alone", "Van Gogh", "Van Gogh"},
      {"lower case, alone", "de Souza", "de+Souza"},
      {"before two words", "de Solla Price, D. J.", "de+Solla Price|D. J."},
      {"inside the family name", "Thiebaut de Schotten M", "Thiebaut de Schotten|M"},
      {"behind the given name: left out in citations", "Broglie, L. de", "Broglie|L. +de"},
      {"hyphened: part of the word", "el-Hajj, N.", "el-Hajj|N."},
      {"elided: part of the word", "d'Alembert, J.", "d'Alembert|J."},
      {"Spanish conjunction inside", "Ortega y Gasset, J.", "Ortega y Gasset|J."},
      {"Portuguese conjunction inside", "Costa e Silva JM, Souza A", "Costa e Silva|JM ; Souza|A"},
  };
  check_names(rows);
}

TEST(Names, Suffixes) {
  static constexpr NameRow rows[] = {
      {"behind the given name", "Urban, J. F., Jr.", "Urban|J. F.|Jr."},
      {"behind the family name", "King Jr., Martin Luther", "King|Martin Luther|Jr."},
      {"at the end, given first", "Paul E. Bierly III", "Bierly|Paul E.|III"},
      {"Vancouver", "Chapin FS III", "Chapin|FS|III"},
      {"Vancouver, ordinal", "Miller ER 3rd", "Miller|ER|3rd"},
      {"between family and initials", "Simmons Jr. GM", "Simmons|GM|Jr."},
      {"a piece of its own", "Clow GD, Wharton RA, Jr.", "Clow|GD ; Wharton|RA|Jr."},
      {"JR may be initials", "Johnson JR", "Johnson|JR"},
      {"IV may be initials", "Schensted IV", "Schensted|IV"},
      {"Filho is cited with the family name", "João Silva Filho", "Silva Filho|João"},
      {"Neto, inverted", "Santos Neto, A.", "Santos Neto|A."},
  };
  check_names(rows);
}

TEST(Names, Lists) {
  static constexpr NameRow rows[] = {
      {"APA", "Larson, D. W., & Shevchenko, A.", "Larson|D. W. ; Shevchenko|A."},
      {"and without comma", "Larson, D. W. and Shevchenko, A.", "Larson|D. W. ; Shevchenko|A."},
      {"Vancouver", "Coyne JA, Orr HA", "Coyne|JA ; Orr|HA"},
      {"semicolons", "Smith, John; Doe, Jane; and Roe, Richard", "Smith|John ; Doe|Jane ; Roe|Richard"},
      {"first inverted", "Tisserat, B., E. B. Esan & T. Murashige", "Tisserat|B. ; Esan|E. B. ; Murashige|T."},
      {"first inverted, full names", "Partee, Barbara H., Alice ter Meulen, and Robert E. Wall",
       "Partee|Barbara H. ; ter+Meulen|Alice ; Wall|Robert E."},
      {"given first", "S. C. Woo, M. Ohara, and A. Gupta", "Woo|S. C. ; Ohara|M. ; Gupta|A."},
      {"full names", "John Smith, Mary Jones, and Bob White", "Smith|John ; Jones|Mary ; White|Bob"},
      {"alternating words", "Smith, John, Jones, Mary", "Smith|John ; Jones|Mary"},
      {"families alone", "Larson, Shevchenko & Wang", "Larson ; Shevchenko ; Wang"},
      {"short families in capitals", "LI, W., WU, X., and HU, R.", "LI|W. ; WU|X. ; HU|R."},
      {"conjunction in capitals", "GAREY, M. R. AND JOHNSON, D. S.", "GAREY|M. R. ; JOHNSON|D. S."},
      {"Portuguese conjunction in capitals", "SILVA, J. E SOUZA, M.", "SILVA|J. ; SOUZA|M."},
      {"Portuguese conjunction", "Silva, João e Souza, Maria", "Silva|João ; Souza|Maria"},
      {"French conjunction", "G. ANTHOINE et B. DEVOS", "ANTHOINE|G. ; DEVOS|B."},
      {"German conjunction", "Müller, H. und Meier, K.", "Müller|H. ; Meier|K."},
      {"Czech list: families in capitals, a for and", "GENOVESE, Mark C., Maria GREENWALD, Li XIE a Pierre BERCLAZ",
       "GENOVESE|Mark C. ; GREENWALD|Maria ; XIE|Li ; BERCLAZ|Pierre"},
      {"a comma was lost", "CARLING, J. PAASCHE, E. & SIEGEL, M.", "CARLING|J. ; PAASCHE|E. ; SIEGEL|M."},
      {"commas were lost behind pairs of initials", "Birch, JN. Alder, JM. Falk, TR. Holm, LJ.",
       "Birch|JN ; Alder|JM ; Falk|TR ; Holm|LJ"},
      {"nothing between the names", "Ju XF Li JN Lv P", "Ju|XF ; Li|JN ; Lv|P"},
      {"a semicolon for a comma", "Dhaene, J.; Goovaerts; M.J.", "Dhaene|J. ; Goovaerts|M.J."},
      {"a blank was lost", "P. Alder andS. Birch", "Alder|P. ; Birch|S."},
      {"number of the entry", "14. Kenji Sagae and Ann Lee", "Sagae|Kenji ; Lee|Ann"},
  };
  check_names(rows);
}

TEST(Names, Others) {
  static constexpr NameRow rows[] = {
      {"et al.", "Silva, J. et al.", "Silva|J. ; ..."},
      {"comma before", "Guh JY, Yang CY, et al", "Guh|JY ; Yang|CY ; ..."},
      {"et. al", "Harke B, et. al", "Harke|B ; ..."},
      {"and others", "Smith, J. and others", "Smith|J. ; ..."},
      {"German", "Müller, H. u. a.", "Müller|H. ; ..."},
      {"Portuguese", "SILVA, J. e outros", "SILVA|J. ; ..."},
      {"Russian", "Иванов И. И. и др.", "Иванов|И. И. ; ..."},
      {"counted", "Smith, J. and 12 others", "Smith|J. ; ..."},
      {"initials EA and AL are none", "Kennington EA, Barabási AL", "Kennington|EA ; Barabási|AL"},
  };
  check_names(rows);
}

TEST(Names, Organisations) {
  static constexpr NameRow rows[] = {
      {"a word only organisations bear", "World Health Organization", "[World Health Organization]"},
      {"acronym", "IPCC", "[IPCC]"},
      {"ampersand inside", "AT&T", "[AT&T]"},
      {"of", "Ministry of Foreign Affairs of X", "[Ministry of Foreign Affairs of X]"},
      {"and inside", "Food and Agriculture Organization", "[Food and Agriculture Organization]"},
      {"and at the end", "Centers for Disease Control and Prevention", "[Centers for Disease Control and Prevention]"},
      {"commas inside", "National Academies of Sciences, Engineering, and Medicine",
       "[National Academies of Sciences, Engineering, and Medicine]"},
      {"initials inside", "U.S. Department of State", "[U.S. Department of State]"},
      {"elided article", "l’équipe GINÉ", "[l’équipe GINÉ]"},
      {"among people", "Aad G, Abbott B, ATLAS Collaboration", "Aad|G ; Abbott|B ; [ATLAS Collaboration]"},
      {"in brackets behind people", "Vagnoni V. (LHCb Collaboration)", "Vagnoni|V. ; [LHCb Collaboration]"},
      {"on whose behalf", "Smith J, on behalf of the ABC Study Group", "Smith|J ; [ABC Study Group]"},
      {"with its acronym", "World Health Organization (WHO)", "[World Health Organization (WHO)]"},
      {"a person named Church", "Church, G. M.", "Church|G. M."},
      {"a person named Bank", "Bank S", "Bank|S"},
      {"a part behind a comma", "University of X, Department of Y", "[University of X, Department of Y]"},
      {"two", "World Health Organization and World Bank", "[World Health Organization] ; [World Bank]"},
      {"two acronyms", "OECD/IEA", "[OECD/IEA]"},
      {"registered society", "mittendrin e.V.", "[mittendrin e.V.]"},
      {"Portuguese", "Fundação João Pinheiro", "[Fundação João Pinheiro]"},
  };
  check_names(rows);
}

TEST(Names, Roles) {
  static constexpr NameRow rows[] = {
      {"(Ed.)", "Smith, J. (Ed.)", "Smith|J."},
      {"(eds.) behind a list", "Smith, J., Jones, B. (eds.)", "Smith|J. ; Jones|B."},
      {"eds. behind a comma", "Smith, J., & Jones, B., eds.", "Smith|J. ; Jones|B."},
      {"(Org.)", "SILVA, M. (Org.)", "SILVA|M."},
      {"[Hrsg.]", "Meier, K. [Hrsg.]", "Meier|K."},
      {"edited by", "edited by John Smith and Mary Jones", "Smith|John ; Jones|Mary"},
      {"a cura di", "a cura di L. Firpo", "Firpo|L."},
      {"pen name in brackets", "Stirner, Max (Johann Kaspar Schmidt)", "Stirner|Max"},
      {"roles alone", "(eds.)", ""},
  };
  check_names(rows);
}

TEST(Names, FamilyNameFirstAtHome) {
  static constexpr NameRow rows[] = {
      {"Chinese", "Mao Zedong", "Mao|Zedong"},
      {"Chinese, two", "Wang Jisi and Zhang Baohui", "Wang|Jisi ; Zhang|Baohui"},
      {"Chinese, Western order", "Xiaoming Wu", "Wu|Xiaoming"},
      {"Chinese, inverted", "Xi, Jinping", "Xi|Jinping"},
      {"Korean", "Kim Jong-un", "Kim|Jong-un"},
      {"Vietnamese", "Nguyen Van Troi", "Nguyen|Van Troi"},
      {"Russian with patronymic", "Иванов Иван Иванович", "Иванов|Иван Иванович"},
      {"Russian, initials last", "Иванов И. И., Петров П. П.", "Иванов|И. И. ; Петров|П. П."},
      {"Russian, initials first", "И. И. Иванов и П. П. Петров", "Иванов|И. И. ; Петров|П. П."},
      {"Han: not divided", "王伟、李明", "[王伟] ; [李明]"},
      {"Hangul with dots between names", "서지원.양진운", "[서지원] ; [양진운]"},
      {"Han with others", "千相默 外 3人", "[千相默] ; ..."},
  };
  check_names(rows);
}

TEST(Names, NoNames) {
  for (const std::string_view text : {"", " ", "\u00A0\u00A0", "———", "...", ",;&", "(", "[", "1999", "\xFF\xFE"}) {
    EXPECT_EQ(compact(parse_names(text)).find('|'), std::string::npos) << text;
  }
}

TEST(Names, ParseName) {
  EXPECT_EQ(compact(parse_name("van Gogh, Vincent")), "van+Gogh|Vincent");
  EXPECT_EQ(compact(parse_name("Smith, J. & Jones, B.")), "[Smith, J. & Jones, B.]")
      << "two names are none that can be divided";
  EXPECT_EQ(parse_name("").cited_form(), "");
}

TEST(Names, CitedForm) {
  EXPECT_EQ(parse_name("Vincent van Gogh").cited_form(), "van Gogh");
  EXPECT_EQ(parse_name("Broglie, L. de").cited_form(), "Broglie");
  EXPECT_EQ(parse_name("World Bank").cited_form(), "World Bank");
  const Name elided{.family = "Alembert",
                    .given = "J.",
                    .dropping_particle = {},
                    .non_dropping_particle = "d’",
                    .suffix = {},
                    .literal = {}};
  EXPECT_EQ(elided.cited_form(), "d’Alembert");
}

TEST(Names, ToString) {
  EXPECT_EQ(to_string(parse_name("Martin Luther King Jr.")), "King, Jr., Martin Luther");
  EXPECT_EQ(to_string(parse_name("Ludwig van Beethoven")), "van Beethoven, Ludwig");
  EXPECT_EQ(to_string(parse_name("Broglie, L. de")), "Broglie, L. de");
  EXPECT_EQ(to_string(parse_name("UNESCO")), "UNESCO");
}

// Megabytes of anything take time in proportion and leave valid lists.
TEST(Names, HugeInputs) {
  constexpr std::size_t size = 1 << 18;
  for (const std::string_view unit : {"a",
                                      ",",
                                      "A.",
                                      "a ",
                                      "A, ",
                                      "Smith J, ",
                                      "and ",
                                      "e ",
                                      "(",
                                      "(a",
                                      "[ed",
                                      ".",
                                      "-",
                                      "王",
                                      "王.",
                                      "& ",
                                      "Ministry of X, ",
                                      "Smith, John; ",
                                      "Jr. ",
                                      "é",
                                      "\xF0\x9F\x98\x80",
                                      "'",
                                      "AND "}) {
    std::string text;
    while (text.size() < size) text += unit;
    const NameList list = parse_names(text);
    EXPECT_LE(list.names.size(), text.size()) << unit;
  }
}

}  // namespace
}  // namespace citegraph
