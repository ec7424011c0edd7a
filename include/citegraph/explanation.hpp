/// \file
/// Why a citation means the entry it was linked with: every entry that came near, with the evidence for and against it.
///
///     const Paper paper = read_paper("paper.md");
///     for (const Explanation& why : explain_links(paper, 0)) {
///       std::cout << to_string(why.status) << ": " << why.decision << '\n';
///       for (const Candidate& candidate : why.candidates)
///         for (const Evidence& seen : candidate.evidence)
///           std::cout << candidate.reference << ": " << to_string(seen.kind) << ' ' << seen.points << ' ' << seen.text
///                     << '\n';
///     }
///
/// Each observation is worth points, the entry with most of them wins, and those within a small margin of it fit as
/// well. Linking itself keeps no record: an explanation is worked out when it is asked for, from the paper alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/citation.hpp"
#include "citegraph/paper.hpp"

namespace citegraph {

/// What was compared.
enum class EvidenceKind : std::uint8_t {
  markup,         ///< The document's own format says so (JATS).
  key,            ///< A citation key or label.
  number,         ///< The number of an entry.
  sequence,       ///< What was cited before: "ibid.", "op. cit."
  name,           ///< The first name of the citation: an author, an organisation, its initials.
  further_names,  ///< The other names, "et al.", and how many authors there are.
  initials,       ///< Given names or initials printed with the name.
  year,           ///< The year.
  suffix,         ///< The letter after the year.
  title,          ///< Words of the title.
  container,      ///< Words of the journal, newspaper or publisher.
  pages,          ///< The page cited lies among those of the entry.
  sentence,       ///< Words of the sentence that stand in the title: they choose a guess, and add no points.
  order,          ///< The place in the list: of two that fit alike the first is the guess.
};

/// One observation about one entry.
struct Evidence {
  EvidenceKind kind = EvidenceKind::name;  ///< What was compared.
  int points = 0;                          ///< What it adds, or takes away.
  std::string text;                        ///< What was seen: "the first author", "3 years away".
};

/// An entry that came near.
struct Candidate {
  std::uint32_t reference = 0;     ///< Position in the list of references.
  int points = 0;                  ///< The sum of its evidence.
  bool chosen = false;             ///< It is the target.
  std::vector<Evidence> evidence;  ///< In the order in which it was looked at.
};

/// How the target of a citation was decided.
struct Explanation {
  LinkStatus status = LinkStatus::missing;  ///< As in the `Target`.
  std::optional<std::uint32_t> reference;   ///< As in the `Target`.
  double confidence = 0.0;                  ///< As in the `Target`.
  std::string decision;                     ///< One clause: "one entry fits but for its year".
  std::vector<Candidate> candidates;        ///< The chosen one first, then by falling points; at most eight.
};

/// One explanation for each target of `paper.citations[citation]`.
/// \throws std::out_of_range for a citation that the paper does not have.
[[nodiscard]] CITEGRAPH_API std::vector<Explanation> explain_links(const Paper& paper, std::size_t citation);

/// The same for all citations at once: one list for each of `paper.citations`.
[[nodiscard]] CITEGRAPH_API std::vector<std::vector<Explanation>> explain_links(const Paper& paper);

/// "further names"
[[nodiscard]] CITEGRAPH_API std::string_view to_string(EvidenceKind kind) noexcept;

}  // namespace citegraph
