#include "citegraph/name.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

#include "text/utf8.hpp"
#include "work/name_pieces.hpp"
#include "work/name_readings.hpp"

namespace citegraph {
namespace {

using work::Cost;
using work::impossible;
using work::NamePiece;
using work::NamePieces;
using work::PieceSeparator;

// How the names of a list are printed. The style that explains the list at the least cost is taken, so one odd name
// does not decide how the others are read.
enum class Style : std::uint8_t {
  inverted,        // Smith, J., & Jones, B.
  first_inverted,  // Smith, John, and Betty Jones
  whole,           // J. Smith and B. Jones; Smith J, Jones B
  families,        // Smith, Jones and Brown
};
constexpr std::array styles = {Style::inverted, Style::first_inverted, Style::whole, Style::families};

// One name: the pieces from `first` to `end`.
struct Segment {
  std::size_t first = 0;
  std::size_t end = 0;
  bool inverted = false;
  work::WholeForm form = work::WholeForm::undivided;
};

// Costs of whole lists: any list can be read somehow, however long.
using TotalCost = std::int64_t;
constexpr TotalCost unreached = std::numeric_limits<TotalCost>::max() / 2;

struct Plan {
  TotalCost cost = unreached;
  std::vector<Segment> segments;
};

Plan plan_names(const NamePieces& list, std::span<const NamePiece> pieces, Style style);
Name build(std::string_view text, const NamePieces& list, std::span<const NamePiece> pieces, const Segment& segment);

}  // namespace

NameList parse_names(std::string_view text) {
  const std::vector<work::NameToken> tokens = work::tokenise_names(text);
  const NamePieces list = work::cut_names(text, tokens);
  NameList result;
  result.others = list.others;
  const std::span<const NamePiece> all(list.pieces);
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin + 1;
    while (end < all.size() && all[end].before != PieceSeparator::semicolon) ++end;
    const std::span<const NamePiece> run = all.subspan(begin, end - begin);
    Plan best;
    for (const Style style : styles) {
      Plan plan = plan_names(list, run, style);
      if (plan.cost < best.cost) best = std::move(plan);
    }
    for (const Segment& segment : best.segments) result.names.push_back(build(text, list, run, segment));
    begin = end;
  }
  return result;
}

Name parse_name(std::string_view text) {
  NameList list = parse_names(text);
  if (list.names.size() == 1) return std::move(list.names.front());
  Name name;
  name.literal = text::collapse_spaces(text);
  return name;
}

std::string Name::cited_form() const {
  if (is_literal()) return literal;
  if (non_dropping_particle.empty()) return family;
  const bool joined = non_dropping_particle.ends_with('\'') || non_dropping_particle.ends_with("’");
  return non_dropping_particle + (joined ? "" : " ") + family;
}

std::string to_string(const Name& name) {
  if (name.is_literal()) return name.literal;
  std::string line = name.cited_form();
  if (!name.suffix.empty()) line += ", " + name.suffix;
  if (!name.given.empty()) line += ", " + name.given;
  if (!name.dropping_particle.empty()) line += (name.given.empty() ? ", " : " ") + name.dropping_particle;
  return line;
}

namespace {

// What a name costs in a list of another style. Tuned together with the costs of pieces on lists of authors in
// biomedicine, computer science and the humanities.
constexpr Cost whole_among_inverted = 60;
constexpr Cost lone_family_among_inverted = 150;
constexpr Cost inverted_among_whole = 100;
constexpr Cost given_name_missing = 90;
constexpr Cost full_names_without_conjunction = 80;
constexpr Cost one_inverted_name = -100;
constexpr std::size_t longest_organisation = 8;  // pieces

Cost whole_cost(const work::WholeReading& reading, Style style, bool first) {
  if (reading.cost >= impossible) return impossible;
  const bool lone_family = reading.form == work::WholeForm::family_only;
  if (reading.form == work::WholeForm::undivided) return reading.cost;
  switch (style) {
    case Style::inverted:
      return reading.cost + (lone_family ? lone_family_among_inverted : whole_among_inverted);
    case Style::first_inverted:
      return reading.cost + (first ? inverted_among_whole : 0) + (lone_family ? lone_family_among_inverted : 0);
    case Style::whole:
      return reading.cost;
    case Style::families:
      return lone_family ? reading.cost - 250 + given_name_missing : reading.cost + 100;
  }
  return impossible;
}

Cost inverted_cost(Style style, bool first) {
  switch (style) {
    case Style::inverted:
      return 0;
    case Style::first_inverted:
      return first ? 0 : whole_among_inverted;
    case Style::whole:
      return inverted_among_whole;
    case Style::families:
      break;
  }
  return impossible;
}

// "Department of Health, Education, and Welfare": pieces without initials of which one can only be an organisation's.
Cost organisation_cost(std::span<const NamePiece> pieces) {
  Cost cost = 30;
  bool organisation = false;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if ((pieces[i].has_initials && !pieces[i].has_organisation) || pieces[i].tokens.empty()) return impossible;
    organisation = organisation || pieces[i].has_organisation;
    if (i == 0) continue;
    const bool comma = pieces[i].before == PieceSeparator::comma;
    // "University of X, Department of Y" is one author; two organisations are joined by "and" or a semicolon.
    cost += comma && pieces[i].has_organisation ? 5 : comma ? 50 : 30;
  }
  return organisation ? cost : impossible;
}

// Costs of the list as a whole.
Cost base_cost(const NamePieces& list, std::span<const NamePiece> pieces, Style style) {
  const bool one_comma = pieces.size() == 2 && pieces[1].before == PieceSeparator::comma;
  if (style == Style::inverted) return one_comma ? one_inverted_name : 0;
  if (style == Style::families) return pieces.size() > 2 ? 50 : 150;
  const bool conjunction = std::any_of(
      pieces.begin(), pieces.end(), [](const NamePiece& piece) { return piece.before == PieceSeparator::conjunction; });
  const bool initials = std::any_of(pieces.begin(), pieces.end(), [](const NamePiece& piece) {
    return std::any_of(piece.tokens.begin(), piece.tokens.end(),
                       [](const work::NameToken& token) { return token.initial || token.maybe_initial; });
  });
  return pieces.size() > 1 && !conjunction && !initials && !list.others ? full_names_without_conjunction : 0;
}

// The cheapest way to cut `pieces` into names: dynamic programming from left to right.
Plan plan_names(const NamePieces& list, std::span<const NamePiece> pieces, Style style) {
  struct Step {
    TotalCost cost = unreached;
    Segment segment;
  };
  std::vector<Step> best(pieces.size() + 1);
  best[0].cost = 0;
  const auto offer = [&best](Segment segment, Cost cost) {
    Step& step = best[segment.end];
    const TotalCost total = best[segment.first].cost + cost;
    if (total < step.cost) step = {total, segment};
  };
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const bool first = i == 0;
    const auto comma_suffix = [&pieces](std::size_t at) {
      return at < pieces.size() && pieces[at].is_suffix() && pieces[at].before == PieceSeparator::comma;
    };
    const work::WholeReading reading = work::read_whole(list, pieces[i]);
    const Cost cost = std::min(whole_cost(reading, style, first), impossible / 4);
    offer({i, i + 1, false, reading.form}, pieces[i].is_suffix() ? 1000 : cost);
    if (comma_suffix(i + 1)) offer({i, i + 2, false, reading.form}, cost);

    const std::size_t given = comma_suffix(i + 1) ? i + 2 : i + 1;
    if (given < pieces.size() && pieces[given].before == PieceSeparator::comma && !pieces[given].is_suffix()) {
      const Cost halves = work::family_cost(list, pieces[i]) + work::given_cost(list, pieces[given]);
      const Cost inverted = std::min(halves + inverted_cost(style, first), impossible / 4);
      offer({i, given + 1, true, {}}, inverted);
      if (comma_suffix(given + 1)) offer({i, given + 2, true, {}}, inverted);
    }
    for (std::size_t n = 2; n <= longest_organisation && i + n <= pieces.size(); ++n) {
      const Cost organisation = organisation_cost(pieces.subspan(i, n));
      if (organisation < impossible) offer({i, i + n, false, work::WholeForm::undivided}, organisation);
    }
  }
  Plan plan;
  plan.cost = best.back().cost + base_cost(list, pieces, style);
  for (std::size_t end = pieces.size(); end > 0; end = best[end].segment.first)
    plan.segments.push_back(best[end].segment);
  std::reverse(plan.segments.begin(), plan.segments.end());
  return plan;
}

Name build(std::string_view text, const NamePieces& list, std::span<const NamePiece> pieces, const Segment& segment) {
  const std::span<const NamePiece> own = pieces.subspan(segment.first, segment.end - segment.first);
  const auto suffix =
      std::find_if(own.begin() + 1, own.end(), [](const NamePiece& piece) { return piece.is_suffix(); });
  Name name;
  if (segment.inverted) {
    const bool suffix_first = suffix == own.begin() + 1;
    name = work::build_inverted(text, own.front(), own[suffix_first ? 2 : 1]);
  } else if (segment.form == work::WholeForm::undivided && own.size() > 1) {
    const NamePiece& last = own.back();
    const std::uint32_t begin = own.front().tokens.front().begin;
    const std::uint32_t end = last.tokens.empty() ? last.suffix.back().end : last.tokens.back().end;
    name.literal = text::collapse_spaces(text.substr(begin, end - begin));
    return name;
  } else {
    name = work::build_whole(text, list, own.front(), segment.form);
  }
  if (suffix != own.end() && !name.is_literal()) name.suffix = work::printed(text, suffix->suffix);
  for (std::string* part : {&name.family, &name.given, &name.literal}) *part = text::collapse_spaces(*part);
  return name;
}

}  // namespace
}  // namespace citegraph
