#include "graph/keys.hpp"

#include <set>
#include <string>
#include <string_view>

#include "text/fold.hpp"

namespace citegraph::graph {
namespace {

std::string first_words(std::string_view text) {
  const std::string words = text::fold_words(text);
  const std::size_t space = words.find(' ', words.find(' ') < 4 ? words.find(' ') + 1 : 0);
  return text::fold_letters(std::string_view(words).substr(0, space));
}

std::string key_of(const Work& work) {
  std::string key;
  const auto authors = work.get(NameVariable::author);
  if (!authors.empty()) key = first_words(authors[0].is_literal() ? authors[0].literal : authors[0].family);
  if (work.year() != 0) key += std::to_string(work.year());
  key += first_words(work.get(Variable::title));
  return key.empty() ? "work" : key;
}

}  // namespace

void complete_keys(std::vector<Work>& works) {
  std::set<std::string> taken;
  for (Work& work : works) {
    const std::string base = work.key.empty() ? key_of(work) : work.key;
    std::string key = base;
    for (int n = 2; !taken.insert(key).second; ++n) key = base + '-' + std::to_string(n);
    work.key = key;
  }
}

}  // namespace citegraph::graph
