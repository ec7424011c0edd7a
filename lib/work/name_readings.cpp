#include "work/name_readings.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace citegraph::work {
namespace {

using Tokens = std::span<const NameToken>;

constexpr Cost per_organisation_word = 500;
constexpr Cost per_lower_word = 200;

Tokens without_leading_particles(Tokens tokens);
std::size_t count_trailing_initials(const NamePieces& list, Tokens tokens);
std::size_t family_start(const NamePieces& list, Tokens tokens);
bool ends_in_capital_family(const NamePieces& list, Tokens tokens);
Cost given_first_cost(const NamePieces& list, const NamePiece& piece);
Cost initials_last_cost(const NamePieces& list, const NamePiece& piece);
Cost undivided_cost(const NamePieces& list, const NamePiece& piece);
Cost words_cost(Tokens tokens);
bool is_plain_lower(const NameToken& token) noexcept;
std::string text_of(std::string_view text, Tokens tokens);
void set_family(Name& name, std::string_view text, Tokens tokens);

}  // namespace

WholeReading read_whole(const NamePieces& list, const NamePiece& piece) {
  if (piece.tokens.empty()) return {};
  WholeReading best;
  const auto offer = [&best](WholeForm form, Cost cost) {
    if (cost < best.cost) best = {form, cost};
  };
  offer(WholeForm::initials_last, initials_last_cost(list, piece));
  offer(WholeForm::given_first, given_first_cost(list, piece));
  offer(WholeForm::undivided, undivided_cost(list, piece));
  const Tokens words = without_leading_particles(piece.tokens);
  const bool one_word = words.size() == 1 || (words.size() == 2 && words[1].family_suffix);
  if (piece.tokens.size() == 2 && piece.tokens.front().family_opening && list.pieces.size() == 1) {
    offer(WholeForm::family_only, 60);
  }
  if (one_word || piece.tokens.front().particle) offer(WholeForm::family_only, 250 + family_cost(list, piece));
  if (best.cost >= impossible) best = {WholeForm::undivided, 800};
  return best;
}

Cost family_cost(const NamePieces& list, const NamePiece& piece) {
  const Tokens words = without_leading_particles(piece.tokens);
  if (words.empty()) return piece.tokens.empty() ? impossible : 150;
  Cost cost = words_cost(words);
  if (words.size() == 1 && words.front().ideographic) cost += 120;  // a whole name, rather
  std::size_t full = 0;
  for (const NameToken& token : words) {
    if (token.initial) cost += &token == &words.front() ? 350 : 300;
    if (token.maybe_initial) {
      const bool behind_family = words.size() > 1 && &token == &words.back() && !list.dotted;  // "Dallon JC"
      cost += behind_family ? 250 : list.dotted || list.all_caps || words.size() > 1 ? 30 : 100;
    }
    if (!token.particle && !token.inner_conjunction && !token.family_suffix) ++full;
  }
  const bool particles_inside = full < words.size() || words.size() < piece.tokens.size();
  if (full == 2) cost += particles_inside ? 30 : 80;
  if (full == 3) cost += particles_inside ? 80 : 160;
  if (full > 3) cost += 400;
  return cost;
}

Cost given_cost(const NamePieces& list, const NamePiece& piece) {
  Tokens tokens = piece.tokens;
  while (!tokens.empty() && tokens.back().particle) tokens = tokens.first(tokens.size() - 1);
  if (tokens.empty()) return piece.tokens.empty() ? impossible : 300;
  Cost cost = 0;
  std::size_t words = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const NameToken& token = tokens[i];
    if (token.initial) continue;
    if (token.maybe_initial) {
      cost += list.dotted ? 60 : 10;
      if (token.letters > 3) cost += 50;
      continue;
    }
    ++words;
    if (token.organisation) cost += per_organisation_word;
    if (token.number) cost += per_organisation_word;
    if (token.particle || token.function_word) cost += 150;
    if (is_plain_lower(token)) cost += per_lower_word;
    if (i > 0 && tokens[i - 1].initial) cost += 120;  // "J. Edgar": rather the name "J. Edgar"
  }
  if (words == 1) cost += tokens.size() > 1 ? 20 : 50;
  if (words == 2) cost += 80;
  if (words == 3) cost += 160;
  if (words > 3) cost += 400;
  if (tokens.size() > 6) cost += 200;
  return cost;
}

namespace {

Tokens without_leading_particles(Tokens tokens) {
  while (!tokens.empty() && tokens.front().particle) tokens = tokens.subspan(1);
  return tokens;
}

// A lower-case word that is no particle: "members", "et".
bool is_plain_lower(const NameToken& token) noexcept {
  return token.lower && !token.particle && !token.inner_conjunction && !token.suffix;
}

Cost words_cost(Tokens tokens) {
  Cost cost = 0;
  for (const NameToken& token : tokens) {
    if (token.organisation && tokens.size() > 1) cost += per_organisation_word;
    if (token.number) cost += per_organisation_word;
    if (token.function_word && !token.particle) cost += per_organisation_word;
    if (is_plain_lower(token)) cost += per_lower_word;
  }
  return std::min(cost, impossible / 2);
}

// "Welch Ra" and "Lima GMAC" where the others of the list are "Burland V": initials all the same.
bool ends_in_unusual_initials(const NamePieces& list, Tokens tokens) {
  if (!list.initials_last || tokens.size() != 2) return false;
  const NameToken& last = tokens.back();
  if (last.lower || last.dotted || last.suffix || tokens.front().letters <= 2) return false;
  return last.caps ? last.letters == 4 : last.letters == 2;
}

std::size_t count_trailing_initials(const NamePieces& list, Tokens tokens) {
  if (ends_in_unusual_initials(list, tokens)) return 1;
  std::size_t count = 0;
  while (count < tokens.size() && starts_initial(tokens[tokens.size() - 1 - count])) ++count;
  // In "N. VAN HAI" style capitals with full stops beside them are words.
  if (count == tokens.size() && count > 0 && !tokens.front().initial) --count;
  return count;
}

// "Schensted IV": without any given name beside it, a numeral is two initials.
bool has_initials_like_suffix(const NamePiece& piece) {
  return piece.suffix.size() == 1 && piece.suffix[0].caps && piece.suffix[0].letters == 2 && piece.tokens.size() == 1 &&
         !starts_initial(piece.tokens.front());
}

// "Smith JA", "van den Berg J. P.", "Simmons Jr. GM", "Huene F von"
Cost initials_last_cost(const NamePieces& list, const NamePiece& piece) {
  Tokens tokens = piece.tokens;
  Cost cost = 0;
  if (tokens.size() > 2 && tokens.back().particle) {
    while (tokens.back().particle && tokens.size() > 2) tokens = tokens.first(tokens.size() - 1);
    cost += 40;
  }
  if (has_initials_like_suffix(piece)) return 30;
  if (ends_in_capital_family(list, tokens)) return impossible;
  const std::size_t initials = count_trailing_initials(list, tokens);
  if (initials == 0 || initials == tokens.size()) return impossible;
  for (const NameToken& token : tokens.last(initials)) {
    if (!token.initial) cost += list.dotted ? 80 : token.letters > 3 ? 40 : 0;
  }
  Tokens family = tokens.first(tokens.size() - initials);
  if (family.back().suffix) family = family.first(family.size() - 1);
  family = without_leading_particles(family);
  if (family.empty()) return impossible;
  cost += words_cost(family);
  std::size_t full = 0;
  for (const NameToken& token : family) {
    if (token.initial) cost += 300;
    if (token.maybe_initial && !list.all_caps) cost += 20;
    if (!token.particle && !token.inner_conjunction) ++full;
  }
  if (full == 2) cost += 20;
  if (full == 3) cost += 80;
  if (full > 3) cost += 300;
  return cost;
}

// "Hong DAI" in a list that prints family names in capitals and given names not.
bool ends_in_capital_family(const NamePieces& list, Tokens tokens) {
  return list.capital_families && tokens.size() > 1 && tokens.back().caps && !tokens.front().caps &&
         tokens.front().letters > 1 && !tokens.front().lower;
}

// "Mao Zedong", "Kim Jong-un", "Nguyen Van Troi"
bool is_family_first(Tokens tokens) {
  const NameToken& first = tokens.front();
  const NameToken& last = tokens.back();
  if (tokens.size() == 2 && first.chinese_surname && last.pinyin) return true;
  if (tokens.size() == 2 && (first.chinese_surname || first.korean_surname) && last.two_syllables) return true;
  return tokens.size() >= 3 && first.vietnamese_surname && !last.vietnamese_surname;
}

// Where the family name of "Jan van den Berg", "Mohammad Al Hasan", "João SILVA", "J. Silva Filho" starts.
std::size_t family_start(const NamePieces& list, Tokens tokens) {
  const std::size_t last = tokens.size() - 1;
  const auto with_particles = [&tokens](std::size_t start) {
    while (start > 1 && tokens[start - 1].capital_particle && tokens[start - 1].caps) --start;
    return start;
  };
  if (ends_in_capital_family(list, tokens)) return with_particles(last);
  if (!list.all_caps) {
    const auto is_capital_name = [](const NameToken& token) { return token.caps && token.letters >= 4; };
    const auto is_mixed = [](const NameToken& token) { return !token.caps && !token.lower && token.letters > 2; };
    if (std::any_of(tokens.begin(), tokens.end(), is_mixed)) {
      const auto first = std::find_if(tokens.begin(), tokens.end(), is_capital_name);
      if (first != tokens.end()) return with_particles(static_cast<std::size_t>(first - tokens.begin()));
    }
  }
  if (is_family_first(tokens)) return 0;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (i < last && (tokens[i].particle || tokens[i].capital_particle)) return i;
  }
  if (tokens[last].patronymic && tokens.size() >= 3) return 0;  // "Иванов Иван Иванович"
  if (tokens[last].family_suffix && tokens.size() >= 3) return last - 1;
  return last;
}

Cost given_first_cost(const NamePieces& list, const NamePiece& piece) {
  const Tokens tokens = piece.tokens;
  if (tokens.size() < 2 || tokens.back().initial || tokens.front().particle) return impossible;
  if (tokens.front().ideographic || tokens.front().caseless) return impossible;
  Cost cost = words_cost(tokens);
  std::size_t words = 0;
  for (const NameToken& token : tokens) {
    if (!token.initial && !token.particle && !token.capital_particle) ++words;
  }
  const NameToken& first = tokens.front();
  if (first.initial) {
    cost += words > 2 ? 60 : 0;
  } else if (first.maybe_initial) {
    cost += list.dotted ? 60 : 10;
  } else {
    cost += words <= 2 ? 50 : words == 3 ? 70 : words == 4 ? 120 : 400;
  }
  if (tokens.back().maybe_initial) cost += list.dotted ? 10 : 50;
  // "Van Dijk" and "De Sousa" are families without given names.
  if (tokens.size() == 2 && first.capital_particle) cost += 30;
  if (tokens.size() > 8) cost += 400;
  return cost;
}

Cost undivided_cost(const NamePieces& list, const NamePiece& piece) {
  const Tokens tokens = piece.tokens;
  if (std::all_of(tokens.begin(), tokens.end(), [](const NameToken& token) { return token.caseless; })) {
    return tokens.front().ideographic && tokens.size() > 1 ? 100 : 50;
  }
  if (tokens.size() == 1) {
    const NameToken& token = tokens.front();
    const bool acronym = token.caps && token.letters <= 6 && !token.initial;
    if (token.number) return 150;
    if (acronym) return list.pieces.size() == 1 ? 50 : 180;
    return token.organisation ? (token.caps ? 50 : 230) : impossible;
  }
  if (piece.has_organisation) return 20;
  const bool function_words =
      std::any_of(tokens.begin(), tokens.end(), [](const NameToken& t) { return t.function_word && !t.particle; });
  if (function_words) return 40;
  if (std::any_of(tokens.begin(), tokens.end(), [](const NameToken& t) { return t.number; })) return 80;
  if (tokens.size() > 6) return 400;
  return 600 - 20 * static_cast<Cost>(tokens.size());
}

}  // namespace

// ---------------------------------------------------------------- building

namespace {

// As printed, without the full stop that closes a word ("Christopher."), but with that of an abbreviation ("A.").
std::string text_of(std::string_view text, Tokens tokens) {
  if (tokens.empty()) return {};
  std::string_view words = printed(text, tokens);
  const NameToken& last = tokens.back();
  if (last.dotted && !last.initial && !last.suffix) words.remove_suffix(1);
  return std::string(words);
}

void set_family(Name& name, std::string_view text, Tokens tokens) {
  const Tokens words = without_leading_particles(tokens);
  if (words.empty()) {
    name.family = text_of(text, tokens);
    return;
  }
  name.non_dropping_particle = text_of(text, tokens.first(tokens.size() - words.size()));
  name.family = text_of(text, words);
}

// Particles behind the given name ("Broglie, L. de") are left out where only the family name is printed.
void set_given(Name& name, std::string_view text, Tokens tokens) {
  Tokens given = tokens;
  while (given.size() > 1 && given.back().particle) given = given.first(given.size() - 1);
  name.given = text_of(text, given);
  name.dropping_particle = text_of(text, tokens.subspan(given.size()));
}

}  // namespace

Name build_inverted(std::string_view text, const NamePiece& family, const NamePiece& given) {
  Name name;
  set_family(name, text, family.tokens);
  set_given(name, text, given.tokens);
  name.suffix = text_of(text, family.suffix.empty() ? given.suffix : family.suffix);
  return name;
}

Name build_whole(std::string_view text, const NamePieces& list, const NamePiece& piece, WholeForm form) {
  Name name;
  name.suffix = text_of(text, piece.suffix);
  Tokens tokens = piece.tokens;
  switch (form) {
    case WholeForm::given_first: {
      const std::size_t start = family_start(list, tokens);
      if (start == 0) {  // family name first all the same
        std::size_t end = 1;
        if (!tokens.back().patronymic && !is_family_first(tokens)) {
          while (end < tokens.size() && tokens[end].caps && tokens[end].letters >= 4) ++end;
        }
        set_family(name, text, tokens.first(end));
        name.given = text_of(text, tokens.subspan(end));
      } else {
        name.given = text_of(text, tokens.first(start));
        set_family(name, text, tokens.subspan(start));
      }
      break;
    }
    case WholeForm::initials_last: {
      if (has_initials_like_suffix(piece)) {
        name.given = std::exchange(name.suffix, {});
        set_family(name, text, tokens);
        break;
      }
      std::size_t end = tokens.size();
      while (tokens[end - 1].particle) --end;
      name.dropping_particle = text_of(text, tokens.subspan(end));
      tokens = tokens.first(end);
      const std::size_t initials = count_trailing_initials(list, tokens);
      name.given = text_of(text, tokens.last(initials));
      Tokens family = tokens.first(tokens.size() - initials);
      if (family.size() > 1 && family.back().suffix) {
        name.suffix = text_of(text, family.last(1));
        family = family.first(family.size() - 1);
      }
      set_family(name, text, family);
      break;
    }
    case WholeForm::family_only:
      set_family(name, text, tokens);
      break;
    case WholeForm::undivided: {
      const bool closing_dot = tokens.back().dotted && tokens.back().letters > 3;
      name.literal = printed(text, tokens);
      if (closing_dot) name.literal.pop_back();
      if (!piece.suffix.empty()) name.literal += " " + name.suffix;
      name.suffix.clear();
      break;
    }
  }
  return name;
}

}  // namespace citegraph::work
