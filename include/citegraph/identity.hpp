/// \file
/// Identity: which works are the same work, printed differently.
///
///     std::vector<Work> works;
///     for (const char* entry : {"Mao S, Yi I. Relativistic beaming. Astrophys J. 1994;424:L131.",
///                               "Mao, S., & Yi, I. (1994). Relativistic Beaming. ApJ, 424, L131."})
///       works.push_back(parse_reference(entry).works[0]);
///     const Identities found = find_same_works(works);
///     assert(found.same_as[1] == 0);
///     std::cout << to_string(found.merges[0].agree);  // "title, authors, year, volume, first page"
///
/// Candidates are found by blocking (identifiers, title, author and year, place in a journal) and decided by evidence.
/// A title alone is never enough. What tells two works apart: contradicting identifiers, another part ("I", "II"), an
/// erratum or a reply against what it refers to, another edition, a chapter against its book, another volume and page.
/// A preprint and the article it became are two works, linked as versions. The result does not depend on the order of
/// the works.
#pragma once

#include <compare>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/work.hpp"

namespace citegraph {

/// Why something printed was taken for a work that was already known.
enum class MergeReason : std::uint8_t {
  none,  ///< It was not known.
  same_doi,
  same_identifier,  ///< PMID, arXiv identifier, the ISBN of a whole book, or the key by which a database names it.
  same_place,       ///< Volume, first page and year, and the first author.
  same_title,       ///< Title, first author and year agree, and nothing else disagrees.
  similar_title,    ///< The same but for typing errors, a subtitle left out, or the year by one.
  same_text,        ///< The same list prints the same entry twice.
  same_citation,    ///< Of missing works: the same paper cites it by the same name and year.
  by_hand,          ///< `GraphBuilder::join` says so.
};

/// What two works are compared by.
enum class Trait : std::uint8_t {
  doi,
  pmid,
  arxiv,
  isbn,
  title,
  authors,
  year,
  container,
  volume,
  issue,
  first_page,
  edition,
  part,        ///< "II", "Part 2" at the end of the title.
  derivation,  ///< "Erratum", "Reply to", "Comment on".
  kind,        ///< A chapter and its book, a preprint and its article.
  letter,      ///< "1997a" and "1997b" in one list.
};

/// A set of traits.
class Traits {
 public:
  constexpr Traits() = default;
  /// Those that are listed: `{Trait::letter, Trait::kind}`.
  constexpr Traits(std::initializer_list<Trait> traits) noexcept {
    for (const Trait trait : traits) insert(trait);
  }
  /// Adds one.
  constexpr void insert(Trait trait) noexcept { bits_ |= bit(trait); }
  /// True if it is among them.
  [[nodiscard]] constexpr bool contains(Trait trait) const noexcept { return (bits_ & bit(trait)) != 0; }
  /// True if there is none.
  [[nodiscard]] constexpr bool empty() const noexcept { return bits_ == 0; }
  friend constexpr auto operator<=>(const Traits&, const Traits&) = default;

 private:
  static constexpr std::uint32_t bit(Trait trait) noexcept { return 1U << static_cast<unsigned>(trait); }
  std::uint32_t bits_ = 0;
};

/// Two works that were taken for one, and what spoke for it.
struct Merge {
  std::uint32_t first = 0;                 ///< Positions among the works compared.
  std::uint32_t second = 0;                ///< The one that was joined to it.
  MergeReason reason = MergeReason::none;  ///< The kind of evidence.
  Traits agree;                            ///< What the two have in common.
  friend auto operator<=>(const Merge&, const Merge&) = default;
};

/// Two works of which some evidence says that they are one, and some that they are not; they stay apart, unless their
/// DOI is the same.
struct IdentityConflict {
  std::uint32_t first = 0;   ///< Positions among the works compared.
  std::uint32_t second = 0;  ///< The other one.
  Traits agree;              ///< What the two have in common.
  Traits differ;             ///< What tells them apart.
  friend auto operator<=>(const IdentityConflict&, const IdentityConflict&) = default;
};

/// Which of some works are the same.
struct Identities {
  std::vector<std::uint32_t> same_as;       ///< Of each work, the position of the first one that is the same work.
  std::vector<Merge> merges;                ///< One for each work that was joined to another; sorted.
  std::vector<IdentityConflict> conflicts;  ///< Sorted.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> versions;  ///< Preprint and article; sorted.
};

/// Finds the works that are the same. Time grows as n log n.
[[nodiscard]] CITEGRAPH_API Identities find_same_works(std::span<const Work> works);

/// "same-doi", "same-title" ...
[[nodiscard]] CITEGRAPH_API std::string_view to_string(MergeReason reason) noexcept;
/// "DOI", "title", "first page" ...
[[nodiscard]] CITEGRAPH_API std::string_view to_string(Trait trait) noexcept;
/// "title, authors, year"; empty for none.
[[nodiscard]] CITEGRAPH_API std::string to_string(Traits traits);

}  // namespace citegraph
