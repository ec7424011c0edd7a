/// \file
/// Citation keys: short names for works that do not change when other works come and go.
///
///     Work work;
///     work.set(NameVariable::author, {parse_name("Levine, S. I.")});
///     work.set(DateVariable::issued, *parse_date("1992"));
///     work.set(Variable::title, "A Second Chance in China");
///     assert(citation_key(work) == "levine1992second");  // family name, year, first word of weight
///
/// Other patterns: "{Author}:{year}" gives "Levine:1992"; {author} and {Author} are the first family name, {year} and
/// {yy} the year, {word} and {Word} the first word of weight of the title, {word:3} the first three; other characters
/// stand for themselves.
///
/// Two works of one key get more words: "levine1992secondchance" and "levine1992secondlook".
/// Keys hold `a`-`z` and `0`-`9` only: letters are stripped of accents, Greek and Cyrillic ones written in Latin
/// letters.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/work.hpp"

namespace citegraph {

/// The key of a work by itself. Without an author, the editor stands for him, then the words of the title; without a
/// year, nothing.
[[nodiscard]] CITEGRAPH_API std::string citation_key(const Work& work);

/// Gives every work without a key one that no other has. Works whose keys would be equal are told apart by more words
/// of their titles, then by a short hash of what they hold: never by their order, so that keys do not depend on the
/// order of input. Keys that works have already are kept; of several works with the same one (letter case set aside),
/// only one.
CITEGRAPH_API void assign_keys(std::span<Work> works);

/// The keys of works that come one by one and are not kept: those that `assign_keys` would give to all of them at once.
///
///     KeyList list;
///     for (const char* text : {"Ash, J. (1990). The Nile. Oslo: Holm.", "Oak, P. (1995). The Ob. Oslo: Holm."})
///       list.add(parse_reference(text).works[0]);
///     const std::vector<std::string> keys = list.keys();
class CITEGRAPH_API KeyList {
 public:
  KeyList();
  KeyList(KeyList&&) noexcept;             ///< Leaves the other without works.
  KeyList& operator=(KeyList&&) noexcept;  ///< Leaves the other without works.
  ~KeyList();

  /// Takes note of a work; about 150 bytes are kept of it.
  void add(const Work& work);
  /// One key for each work, in the order of adding.
  [[nodiscard]] std::vector<std::string> keys() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// How keys are made.
struct KeyOptions {
  std::string pattern = "{author}{year}{word}";  ///< As above.
  bool replace = false;                          ///< Works that have a key already get a new one too.
};

/// As `assign_keys`, by another pattern. \throws Error for a pattern that is not one.
CITEGRAPH_API void assign_keys(std::span<Work> works, const KeyOptions& options);

}  // namespace citegraph
