#include "printed_names.hpp"

#include <algorithm>
#include <vector>

#include "citegraph/name.hpp"

#include "text/utf8.hpp"

namespace training {
namespace {

using citegraph::Name;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

// The initials of given names, "-" before one that a hyphen ties: "Jean-Pierre A." -> J, -P, A; "JP" -> J, P.
std::vector<std::string> initials_of(std::string_view given) {
  std::vector<std::string> initials;
  bool starts = true, tied = false;
  const bool run = given.size() <= 3 && std::all_of(given.begin(), given.end(), is_upper);
  for (std::size_t i = 0; i < given.size();) {
    const citegraph::text::CodePoint c = citegraph::text::decode_at(given, i);
    if (c.value == ' ' || c.value == '.' || c.value == '-') {
      starts = true;
      tied = c.value == '-';
    } else if (starts || run) {
      initials.push_back((tied ? "-" : "") + std::string(given.substr(i, c.size)));
      starts = tied = false;
    }
    i += c.size;
  }
  return initials;
}

// A list that was divided wrongly would print nonsense.
bool is_plain(const Name& name) {
  const bool lower = !name.given.empty() && name.given[0] >= 'a' && name.given[0] <= 'z';
  return !name.is_literal() && !name.family.empty() && !name.given.empty() && name.suffix.empty() && !lower &&
         name.family.size() < 30 && name.given.size() < 30;
}

}  // namespace

NameStyle::NameStyle(Random& random) {
  order_ = static_cast<Order>(random.below(4));
  given_ = static_cast<Given>(random.below(5));
  upper_ = random.chance(.2);
  const bool comma_inside = order_ == Order::family_comma || order_ == Order::family_comma_then_given_first;
  constexpr const char* all[] = {", ", "; ", ", ", ", ", "; ", " / ", " - ", " and "};
  between_ = all[random.below(8)];
  constexpr const char* last[] = {" and ", ", and ", " & ", ", & ", "", "", " und ", " et ", " y ", " e ", "; "};
  before_last_ = last[random.below(11)];
  if (comma_inside && given_ == Given::as_printed && between_[0] == ',' && random.chance(.7)) between_ = "; ";
  if (order_ == Order::family_plain && given_ == Given::as_printed) given_ = Given::bare;
  if (random.chance(.12)) shown_ = 1 + random.below(3);
}

std::string NameStyle::print_given(const Name& name) const {
  if (given_ == Given::as_printed) return name.given;
  const bool blanks = given_ == Given::stops_and_blanks || given_ == Given::bare_and_blanks;
  const bool stops = given_ == Given::stops_and_blanks || given_ == Given::stops;
  std::string given;
  for (const std::string& initial : initials_of(name.given)) {
    if (blanks && !given.empty() && initial[0] != '-') given += ' ';
    given += given_ == Given::bare && initial[0] == '-' ? initial.substr(1) : initial;
    if (stops) given += '.';
  }
  return given;
}

std::string NameStyle::print(std::string_view names) const {
  const citegraph::NameList list = citegraph::parse_names(names);
  if (list.names.empty() || !std::all_of(list.names.begin(), list.names.end(), is_plain)) return std::string(names);
  const bool cut = list.names.size() > std::max<std::size_t>(shown_, 2);
  const std::size_t shown = cut ? shown_ : list.names.size();
  std::string out;
  for (std::size_t i = 0; i < shown; ++i) {
    const Name& name = list.names[i];
    if (i > 0) out += i + 1 == shown && !cut && !list.others && before_last_[0] != 0 ? before_last_ : between_;
    std::string family =
        name.non_dropping_particle.empty() ? name.family : name.non_dropping_particle + " " + name.family;
    if (upper_) family = upper(family);
    std::string given = print_given(name);
    if (!name.dropping_particle.empty()) given += " " + name.dropping_particle;
    const bool inverted = order_ == Order::family_comma || (order_ == Order::family_comma_then_given_first && i == 0);
    const bool family_first = inverted || order_ == Order::family_plain;
    out.append(family_first ? family : given).append(inverted ? ", " : " ").append(family_first ? given : family);
  }
  if (cut || list.others) out += shown > 1 && between_[0] == ',' ? ", et al." : " et al.";
  return out;
}

}  // namespace training
