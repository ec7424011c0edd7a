// Works made of texts that break careless writers, the same on every run.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "citegraph/work.hpp"

namespace citegraph::test {

// A small generator of its own: the standard's distributions differ between libraries.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 2 + 1) {}
  std::uint32_t below(std::uint32_t bound) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>(state_ >> 33) % bound;
  }

 private:
  std::uint64_t state_;
};

inline const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> texts = {
      "Plain title",
      "A {brace",
      "}} close",
      "back\\slash",
      "100% of $5 & #1 _x_ ~ ^ < > |",
      "\"quoted\" and 'q'",
      "😀 emoji 🎉",
      "and",
      "others",
      "Smith and Jones",
      "a, b, c, d",
      "= x",
      "family=Foo",
      "van",
      "de la",
      "Österreichische Straße — „x“",
      "Žižek Đoković",
      "İstanbul ﬁne",
      "12",
      "XII",
      "3-4",
      "S1",
      "12–15",
      "145-68",
      "e1234",
      "102345",
      "2nd ed.",
      "@article{x, y={z}}",
      "\\",
      "{",
      "}",
      "{}",
      "\n\nnew\nline\t tab",
      "\x01\x02",
      "%",
      "-",
      "...",
      ".",
      "~",
      "Иванов",
      "王伟",
      "naïve \xff\xfe bytes",
      "978-3-16-148410-0",
      "9783161484100",
      "0317-8471",
      "http://x.org/a{b}c%20#d",
      "www.tcf.org",
      "10.1002/(SICI)1097<1661::AID>3.0.CO;2-2",
      "PhD thesis",
      "Master's thesis",
      "DNA and mRNA in the U.S.",
      "x\\\"]; evil [label=pwned]; //",
      "lower case",
      "\u00A0",
      "ﬀ ½ ² α→β",
      "e\u0301 combining",
      "ế",
      "\u202Brtl\u202C",
      "it's d'Alembert's",
      "`tick`",
      "a\\b{c}d$e",
      "'",
      "''",
      ",",
      ";",
      " ",
      "Jr.",
      "\\textbf{x}",
      "%7B",
      "http://",
      "~x",
      "=",
      "family = x, given = y",
      "\"",
      "\"#\"",
      "\\end{document}",
      "@comment{",
      "\\{",
      "\\}",
  };
  return texts;
}

inline std::vector<Work> hostile_works(std::size_t count, std::uint64_t seed) {
  Dice dice(seed);
  const auto text = [&dice] { return hostile_texts()[dice.below(static_cast<std::uint32_t>(hostile_texts().size()))]; };
  const auto name = [&] {
    Name result;
    if (dice.below(4) == 0) {
      result.literal = text();
      return result;
    }
    if (dice.below(15) != 0) result.family = text();
    if (dice.below(2) == 0) result.given = text();
    if (dice.below(5) == 0) result.suffix = text();
    if (dice.below(5) == 0) result.non_dropping_particle = text();
    if (dice.below(7) == 0) result.dropping_particle = text();
    return result;
  };
  const auto day = [&] {
    CalendarDate date;
    date.year = static_cast<std::int16_t>(dice.below(8) != 0 ? 1900 + static_cast<int>(dice.below(130))
                                                             : static_cast<int>(dice.below(3000)) - 500);
    date.month = static_cast<std::uint8_t>(dice.below(14));
    date.day = static_cast<std::uint8_t>(dice.below(33));
    date.season = static_cast<std::uint8_t>(dice.below(6));
    return date;
  };
  std::vector<Work> works(count);
  for (Work& work : works) {
    work.type = static_cast<WorkType>(dice.below(static_cast<std::uint32_t>(WorkType::webpage) + 1));
    for (int v = 0; v <= static_cast<int>(Variable::arxiv); ++v) {
      if (dice.below(3) == 0) work.set(static_cast<Variable>(v), text());
    }
    if (dice.below(4) != 0) work.set(Variable::title, text());
    if (dice.below(40) == 0) work.set(Variable::title, std::string(3000, 'x') + " {" + std::string(17000, 'y'));
    for (int v = 0; v <= static_cast<int>(NameVariable::reviewed_author); ++v) {
      if (dice.below(v < 2 ? 2 : 6) != 0) continue;
      std::vector<Name> names(1 + dice.below(3));
      for (Name& one : names) one = name();
      work.set(static_cast<NameVariable>(v), std::move(names));
      work.set_others(static_cast<NameVariable>(v), dice.below(4) == 0);
    }
    for (int v = 0; v <= static_cast<int>(DateVariable::submitted); ++v) {
      if (dice.below(3) != 0 && (v != 0 || dice.below(4) == 0)) continue;
      Date date;
      if (dice.below(6) != 0) date.start = day();
      if (date.start && dice.below(3) == 0) date.end = day();
      if (dice.below(8) == 0) date.original = day();
      if (dice.below(5) == 0) date.literal = dice.below(2) == 0 ? "in press" : text();
      date.circa = dice.below(9) == 0;
      work.set(static_cast<DateVariable>(v), date);
    }
    if (dice.below(5) == 0) work.key = text();
  }
  return works;
}

}  // namespace citegraph::test
