// What identity looks at of a work: folded once, compared often.
#pragma once

#include <cstdint>
#include <string>

#include "citegraph/work.hpp"

#include "graph/identity/title.hpp"

namespace citegraph::graph {

// Which works may be one: a chapter is never the book it stands in, a preprint is a version of an article.
enum class Kind : std::uint8_t { unknown, whole, chapter, article, preprint };

struct Profile {
  Title title;
  std::string authors;    // family names in full, or organisations, folded letters, each ended by '|'
  std::string first;      // words of the first author, given names too, folded, a blank between
  std::string container;  // folded words
  std::uint64_t doi = 0;  // 0: not known, here and below
  std::uint64_t pmid = 0;
  std::uint64_t arxiv = 0;
  std::uint64_t isbn = 0;
  std::uint64_t volume = 0;
  std::uint64_t issue = 0;
  std::uint64_t first_page = 0;
  std::uint32_t paper = 0;  // whose list it stands in; 0: nothing is known of it
  std::int16_t year = 0;
  std::uint8_t edition = 0;
  char letter = 0;   // "a" of "1997a": tells works of one list apart
  char initial = 0;  // of the first author's given name
  bool others = false;
  Kind kind = Kind::unknown;
};

Profile make_profile(const Work& work, std::uint32_t paper);

}  // namespace citegraph::graph
