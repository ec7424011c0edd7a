#include "graph/identity/profile.hpp"

#include <algorithm>
#include <string_view>

#include "graph/identity/hash.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"

namespace citegraph::graph {
namespace {

std::uint64_t hash_if_known(std::string_view text) { return text.empty() ? 0 : hash_of(text); }

// "e1005404" and "1005404" are one article number; "L131" keeps its letter.
std::uint64_t first_page(std::string_view printed) {
  const std::string page = text::fold_letters(printed.substr(0, printed.find_first_of("-,;")));
  std::string_view number = page;
  if (number.size() >= 4 && number[0] == 'e' && text::is_ascii_digit(number[1])) number.remove_prefix(1);
  while (number.size() > 1 && number[0] == '0' && text::is_ascii_digit(number[1])) number.remove_prefix(1);
  return std::any_of(number.begin(), number.end(), text::is_ascii_digit) ? hash_of(number) : 0;
}

// The number of "2nd ed.", "Zweite Auflage" is left to where editions are read.
std::uint8_t edition(std::string_view printed) {
  unsigned value = 0;
  for (const char c : printed) {
    if (text::is_ascii_digit(c))
      value = std::min(value * 10 + static_cast<unsigned>(c - '0'), 250U);
    else if (value != 0)
      break;
  }
  return static_cast<std::uint8_t>(value);
}

bool is_preprint_server(std::string_view folded_container) {
  for (const std::string_view server : {"arxiv", "biorxiv", "medrxiv", "chemrxiv", "psyarxiv", "ssrn", "preprints",
                                        "research square", "osf preprints", "hal", "scielo preprints"})
    if (folded_container == server || (folded_container.starts_with(server) && folded_container[server.size()] == ' '))
      return true;
  return false;
}

Kind kind_of(const Work& work, const Profile& profile) {
  switch (work.type) {
    case WorkType::book:
    case WorkType::thesis:
    case WorkType::report:
      return Kind::whole;
    case WorkType::chapter:
      return Kind::chapter;
    case WorkType::article:
      return Kind::preprint;
    default:
      break;
  }
  if (is_preprint_server(profile.container)) return Kind::preprint;
  if (work.type == WorkType::article_journal) return Kind::article;
  return Kind::unknown;
}

void read_authors(const Work& work, Profile& profile) {
  for (const Name& name : work.get(NameVariable::author)) {
    if (name.is_literal()) {
      profile.authors += text::fold_letters(name.literal);
    } else {
      profile.authors += text::fold_letters(name.non_dropping_particle);
      profile.authors += text::fold_letters(name.family);
    }
    profile.authors += '|';
  }
  profile.others = work.has_others(NameVariable::author);
  const std::span<const Name> authors = work.get(NameVariable::author);
  if (authors.empty()) return;
  const Name& name = authors.front();
  profile.first = text::fold_words(name.is_literal() ? name.literal : name.family + ' ' + name.given);
  if (const std::string given = text::fold_letters(name.given); !given.empty()) profile.initial = given[0];
}

}  // namespace

Profile make_profile(const Work& work, std::uint32_t paper) {
  Profile profile;
  profile.paper = paper;
  profile.title = read_title(work.get(Variable::title));
  read_authors(work, profile);
  profile.container = text::fold_words(work.get(Variable::container_title));
  profile.doi = hash_if_known(text::fold(work.get(Variable::doi)));
  profile.pmid = hash_if_known(work.get(Variable::pmid));
  profile.arxiv = hash_if_known(text::fold(work.get(Variable::arxiv)));
  profile.isbn = hash_if_known(text::fold_letters(work.get(Variable::isbn)));
  profile.volume = hash_if_known(text::fold_letters(work.get(Variable::volume)));
  profile.issue = hash_if_known(text::fold_letters(work.get(Variable::issue)));
  profile.first_page = first_page(work.get(Variable::page));
  if (profile.first_page == 0 && work.type == WorkType::article_journal)
    profile.first_page = first_page(work.get(Variable::number));
  profile.edition = edition(work.get(Variable::edition));
  profile.year = static_cast<std::int16_t>(work.year());
  if (const Date* issued = work.get(DateVariable::issued); issued != nullptr && !issued->suffix.empty())
    profile.letter = issued->suffix[0];
  profile.kind = kind_of(work, profile);
  return profile;
}

}  // namespace citegraph::graph
