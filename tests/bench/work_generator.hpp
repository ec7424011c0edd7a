// Works as reference lists give them, the same for the same number on every machine: authors of 1 to 4, a title of 4 to
// 11 words of a vocabulary of 20,000 that is used as languages do (Zipf), one of 3,000 journals, volume, pages, year.
// Every fourth one is one of the three before it, printed differently: a name without its given part, the title with
// another case or a typing error, the journal or the pages left out.
#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citegraph/work.hpp"

#include "bench/citation_generator.hpp"

namespace citegraph::bench {

inline std::string word(std::uint64_t number) {
  static constexpr std::string_view syllables[] = {"ra",  "ne",  "ti",  "so",  "lu",  "ma",  "ke",  "di",  "vo", "pan",
                                                   "ter", "gal", "mon", "ser", "bil", "con", "tra", "phy", "lo", "gen"};
  std::string text;
  for (std::uint64_t rest = number + 20; rest > 0; rest /= 20) text += syllables[rest % 20];
  return text;
}

class WorkGenerator {
 public:
  explicit WorkGenerator(std::uint64_t seed = 1) : random_(seed) {}

  Work work() {
    Work work;
    work.type = WorkType::article_journal;
    std::vector<Name> authors(1 + random_.below(4));
    for (Name& name : authors) {
      name.family = capital(word(random_.below(30000)));
      name.given = std::string(1, static_cast<char>('A' + random_.below(26))) + ".";
    }
    work.set(NameVariable::author, std::move(authors));
    std::string title = capital(vocabulary());
    for (std::uint64_t words = 3 + random_.below(8); words > 0; --words) title += ' ' + vocabulary();
    work.set(Variable::title, title);
    work.set(Variable::container_title, "Journal of " + capital(word(random_.below(3000))));
    work.set(Variable::volume, std::to_string(1 + random_.below(120)));
    const std::uint64_t page = 1 + random_.below(2000);
    work.set(Variable::page, std::to_string(page) + "-" + std::to_string(page + 12));
    Date date;
    date.start = CalendarDate{.year = static_cast<std::int16_t>(1950 + random_.below(75))};
    work.set(DateVariable::issued, date);
    return work;
  }

  Work printed_again(Work work) {
    std::vector<Name> authors(work.get(NameVariable::author).begin(), work.get(NameVariable::author).end());
    if (random_.below(2) == 0) authors.front().given.clear();
    work.set(NameVariable::author, std::move(authors));
    std::string title(work.get(Variable::title));
    if (random_.below(3) == 0) title.erase(title.size() / 2, 1);
    if (random_.below(2) == 0) title[title.find(' ') + 1] = static_cast<char>(title[title.find(' ') + 1] - 'a' + 'A');
    work.set(Variable::title, title);
    if (random_.below(3) == 0) work.set(Variable::page, "");
    if (random_.below(3) == 0) work.set(Variable::container_title, "");
    return work;
  }

  // `count` of them, every fourth one printed before.
  std::vector<Work> works(std::size_t count) {
    std::vector<Work> all;
    all.reserve(count);
    while (all.size() < count)
      all.push_back(all.size() % 4 == 3 ? printed_again(all[all.size() - 1 - random_.below(3)]) : work());
    return all;
  }

 private:
  static std::string capital(std::string text) {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
  }
  // Word number n is used 1/n as often as the first.
  std::string vocabulary() { return word(static_cast<std::uint64_t>(std::pow(20000.0, random_.unit())) - 1); }

  Random random_;
};

}  // namespace citegraph::bench
