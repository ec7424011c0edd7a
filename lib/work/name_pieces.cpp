#include "work/name_pieces.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "text/fold.hpp"
#include "work/name_words.hpp"

namespace citegraph::work {

std::string_view printed(std::string_view text, std::span<const NameToken> tokens) {
  if (tokens.empty()) return {};
  return text.substr(tokens.front().begin, tokens.back().end - tokens.front().begin);
}

namespace {

using Tokens = std::span<const NameToken>;

// "edited by", "a cura di", "on behalf of the"
Tokens without_role_phrase(std::string_view text, Tokens tokens) {
  constexpr std::size_t longest = 4;
  std::string joined;
  std::size_t matched = 0;
  for (std::size_t i = 0; i < std::min(longest, tokens.size() - 1); ++i) {
    const NameToken& token = tokens[i];
    if (i == 0 && !token.lower && !token.role && token.letters > 1) break;
    joined += text::fold_letters(printed(text, tokens.subspan(i, 1)));
    if (is_role_phrase(joined)) matched = i + 1;
  }
  return tokens.subspan(matched);
}

// Pieces are spans of tokens, so what is dropped can only stand at their ends.
NamePiece make_piece(std::string_view text, Tokens tokens, PieceSeparator before) {
  NamePiece piece;
  piece.before = before;
  tokens = without_role_phrase(text, tokens);
  const auto is_dropped = [](Tokens rest) {
    const NameToken& token = rest.front();
    return (token.title && rest.size() > (token.dotted ? 1U : 2U)) || (token.role && rest.size() > 1);
  };
  while (!tokens.empty() && is_dropped(tokens)) tokens = tokens.subspan(1);
  while (tokens.size() > 1 && tokens.back().role) tokens = tokens.first(tokens.size() - 1);
  std::size_t end = tokens.size();
  while (end > 0 && tokens[end - 1].suffix) --end;
  piece.suffix = tokens.subspan(end);
  piece.tokens = tokens.first(end);
  for (const NameToken& token : piece.tokens) {
    piece.has_initials = piece.has_initials || token.initial;
    piece.has_organisation = piece.has_organisation || token.organisation;
  }
  return piece;
}

// "u. a.", "m. fl.", "e. a." at the end of a list
bool ends_in_split_et_al(std::string_view text, Tokens tokens) {
  if (tokens.size() < 2) return false;
  const Tokens last = tokens.last(2);
  if (!last[0].lower || !last[1].lower || !last[0].dotted || last[0].letters > 2) return false;
  return is_et_al(text::fold_letters(printed(text, last)));
}

// Drops "et al." and "others" at the end of a piece; true if there was any.
bool drop_others(std::string_view text, Tokens& tokens) {
  bool dropped = false;
  while (tokens.size() > 1 && tokens.front().others && !tokens.front().ideographic) {  // "et al.: SLAC Collaboration"
    tokens = tokens.subspan(1);
    dropped = true;
  }
  const auto counted =
      std::find_if(tokens.begin(), tokens.end(), [](const NameToken& t) { return t.others && t.ideographic; });
  if (counted != tokens.end()) {  // "外 3人"
    tokens = tokens.first(static_cast<std::size_t>(counted - tokens.begin()));
    return true;
  }
  if (ends_in_split_et_al(text, tokens)) {
    tokens = tokens.first(tokens.size() - 2);
    dropped = true;
  }
  while (!tokens.empty() && tokens.back().others) {
    tokens = tokens.first(tokens.size() - 1);
    dropped = true;
  }
  if (dropped && tokens.size() == 1 && tokens.back().number) tokens = {};  // "12 others"
  return dropped;
}

// The number of an entry before its first name: "14."
bool is_ordinal(std::string_view text, const NameToken& token) noexcept {
  return token.number && token.letters == 0 &&
         (token.dotted || text[token.end - 1] == '-' || text[token.end - 1] == ')');
}

bool is_without_name(Tokens tokens) {
  return std::all_of(tokens.begin(), tokens.end(), [](const NameToken& token) {
    return token.role || (token.title && token.dotted) || (token.number && token.letters == 0);
  });
}

// True where the conjunction between `left` and `right` stands inside a family name: "Ortega y Gasset, J.", "Costa e
// Silva JM".
bool is_inside_family(const NamePieces& list, Tokens left, PieceSeparator before_left, const NamePiece* previous,
                      Tokens right, NameTokenKind after_right) {
  if (left.empty() || left.size() > 2 || right.empty()) return false;
  if (std::any_of(left.begin(), left.end(), [](const NameToken& t) { return starts_initial(t) || t.organisation; }))
    return false;
  const bool may_be_given = before_left == PieceSeparator::comma && previous != nullptr && !previous->has_initials &&
                            !previous->tokens.empty() && !starts_initial(previous->tokens.back());
  if (may_be_given) return false;
  const bool initials_follow = right.size() > 1 && starts_initial(right.back()) && !starts_initial(right.front());
  const bool inverted = right.size() == 1 && !starts_initial(right.front()) && after_right == NameTokenKind::comma;
  (void)list;
  return initials_follow || inverted;
}

// "J.", and "JN.", which without its full stop may be a family name.
bool is_initials(const NameToken& token) { return token.initial || (token.maybe_initial && token.dotted); }

bool is_initials_only(const NamePiece& piece) {
  return !piece.tokens.empty() && std::all_of(piece.tokens.begin(), piece.tokens.end(), is_initials);
}

// "CARLING, J. PAASCHE, E. & SIEGEL, M.": where initials, a word and initials again stand between commas, one comma was
// lost.
void split_at_lost_comma(std::vector<NamePiece>& pieces) {
  if (pieces.size() < 3 || !is_initials_only(pieces.back()) || pieces.back().before != PieceSeparator::comma) return;
  NamePiece& middle = pieces[pieces.size() - 2];
  const NamePiece& family = pieces[pieces.size() - 3];
  const bool form = family.tokens.size() == 1 && !starts_initial(family.tokens.front()) &&
                    middle.before == PieceSeparator::comma && middle.tokens.size() >= 2 &&
                    !starts_initial(middle.tokens.back()) &&
                    std::all_of(middle.tokens.begin(), middle.tokens.end() - 1, is_initials);
  const bool family_is_taken =
      pieces.size() > 3 && family.before == PieceSeparator::comma && !pieces[pieces.size() - 4].has_initials;
  if (!form || family_is_taken) return;
  NamePiece word = middle;
  word.tokens = middle.tokens.last(1);
  word.before = PieceSeparator::conjunction;
  word.has_initials = false;
  middle.tokens = middle.tokens.first(middle.tokens.size() - 1);
  pieces.insert(pieces.end() - 1, word);
}

// "J. Paasche" between two commas: the initials of the name before it and the family of the next.
bool is_initials_and_family(const NamePiece& piece) {
  const Tokens tokens = piece.tokens;
  return piece.before == PieceSeparator::comma && tokens.size() >= 2 && !starts_initial(tokens.back()) &&
         std::all_of(tokens.begin(), tokens.end() - 1, is_initials);
}

// "Carling, JN. Paasche, EA. Siegel, M.": every comma between two names was lost.
void split_at_lost_commas(std::vector<NamePiece>& pieces) {
  if (pieces.size() < 4 || pieces.front().tokens.size() != 1 || starts_initial(pieces.front().tokens.front())) return;
  if (!is_initials_only(pieces.back()) || pieces.back().before != PieceSeparator::comma) return;
  if (!std::all_of(pieces.begin() + 1, pieces.end() - 1, is_initials_and_family)) return;
  std::vector<NamePiece> split;
  for (const NamePiece& piece : pieces) {
    split.push_back(piece);
    if (!is_initials_and_family(piece)) continue;
    NamePiece family = piece;
    family.tokens = piece.tokens.last(1);
    family.before = PieceSeparator::conjunction;
    family.has_initials = false;
    split.back().tokens = piece.tokens.first(piece.tokens.size() - 1);
    split.push_back(family);
  }
  pieces = std::move(split);
}

bool are_initials_last(std::span<const NamePiece> pieces) {
  const auto count = std::count_if(pieces.begin(), pieces.end(), [](const NamePiece& piece) {
    return piece.tokens.size() > 1 && starts_initial(piece.tokens.back()) && !piece.tokens.back().dotted &&
           !starts_initial(piece.tokens.front());
  });
  return count >= 2 && static_cast<std::size_t>(count) * 2 > pieces.size();
}

bool prints_families_in_capitals(Tokens tokens) {
  const auto is_mixed = [](const NameToken& t) {
    return t.kind == NameTokenKind::word && !t.caps && !t.lower && t.letters > 2;
  };
  std::size_t families = 0;
  bool long_one = false;  // four letters may be initials, five hardly
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool family = tokens[i].caps && tokens[i].letters >= 4 && !tokens[i].maybe_initial;
    if (!family || tokens[i].kind != NameTokenKind::word) continue;
    const bool beside_given =
        (i > 0 && is_mixed(tokens[i - 1])) || (i + 1 < tokens.size() && is_mixed(tokens[i + 1])) ||
        (i + 2 < tokens.size() && tokens[i + 1].kind == NameTokenKind::comma && is_mixed(tokens[i + 2]));
    families += beside_given ? 1 : 0;
    long_one = long_one || tokens[i].letters > 4;
  }
  return families >= 2 && long_one;
}

// "Ju XF Li JN Lv P", "Scheers L. H. A. Skrutskie M. F.": names with nothing between them but the change from initials
// to a word. Empty where there are not at least two such names and nothing else.
std::vector<Tokens> split_unseparated(Tokens tokens) {
  std::vector<Tokens> names;
  if (tokens.size() < 4 || starts_initial(tokens.front()) || !starts_initial(tokens.back())) return names;
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= tokens.size(); ++i) {
    const bool closes = i == tokens.size() || (starts_initial(tokens[i - 1]) && !starts_initial(tokens[i]));
    if (!closes) continue;
    if (tokens[i - 1].suffix) return {};
    names.push_back(tokens.subspan(begin, i - begin));
    begin = i;
  }
  if (names.size() < 2) names.clear();
  return names;
}

void add_pieces(std::string_view text, Tokens tokens, PieceSeparator before, std::vector<NamePiece>& pieces) {
  const std::vector<Tokens> names = split_unseparated(tokens);
  for (const Tokens name : names) {
    pieces.push_back(make_piece(text, name, before));
    before = PieceSeparator::conjunction;
  }
  if (!names.empty()) return;
  pieces.push_back(make_piece(text, tokens, before));
  // "Dhaene, J.; Goovaerts; M.J.": a semicolon for a comma.
  NamePiece& last = pieces.back();
  if (pieces.size() < 2 || last.before != PieceSeparator::semicolon || !is_initials_only(last)) return;
  const NamePiece& family = pieces[pieces.size() - 2];
  const bool alone = family.before == PieceSeparator::semicolon || family.before == PieceSeparator::none;
  if (alone && !family.has_initials && family.tokens.size() == 1) last.before = PieceSeparator::comma;
}

// What only the whole list shows: whether initials bear full stops, and what capitals stand for.
void judge_print(Tokens tokens, NamePieces& list) {
  std::size_t words = 0;
  std::size_t caps = 0;
  std::size_t dotted = 0;
  bool bare = false;
  for (const NameToken& token : tokens) {
    if (token.kind != NameTokenKind::word) continue;
    if (token.initial && token.dotted) ++dotted;
    if (!token.dotted && starts_initial(token)) bare = true;
    if (token.letters >= 3 && !token.particle && !token.suffix) {
      ++words;
      caps += token.caps ? 1 : 0;
    }
  }
  // The full stop behind the last initial of "Smith JA, Jones B." closes the list.
  const bool last_is_dotted = !tokens.empty() && tokens.back().initial && tokens.back().dotted;
  list.dotted = dotted > (bare && last_is_dotted ? 1U : 0U);
  list.all_caps = words > 0 && caps == words;
  list.capital_families = !list.all_caps && prints_families_in_capitals(tokens);
}

std::size_t words_end(Tokens tokens, std::size_t from) {
  while (from < tokens.size() && tokens[from].kind == NameTokenKind::word) ++from;
  return from;
}

// Where the piece that begins at `begin` ends: at a separator, but for conjunctions inside a family name.
std::size_t piece_end(const NamePieces& list, Tokens tokens, std::size_t begin, PieceSeparator before) {
  const NamePiece* previous = list.pieces.empty() ? nullptr : &list.pieces.back();
  std::size_t end = words_end(tokens, begin);
  while (end < tokens.size() && tokens[end].inner_conjunction) {
    const std::size_t right_end = words_end(tokens, end + 1);
    const NameTokenKind after = right_end < tokens.size() ? tokens[right_end].kind : NameTokenKind::word;
    if (!is_inside_family(list, tokens.subspan(begin, end - begin), before, previous,
                          tokens.subspan(end + 1, right_end - end - 1), after))
      break;
    end = right_end;
  }
  return end;
}

// Of several separators in a row the strongest counts.
PieceSeparator stronger(PieceSeparator before, NameTokenKind separator) {
  switch (separator) {
    case NameTokenKind::semicolon:
      return PieceSeparator::semicolon;
    case NameTokenKind::conjunction:
      return before == PieceSeparator::semicolon ? before : PieceSeparator::conjunction;
    case NameTokenKind::comma:
      return before == PieceSeparator::none ? PieceSeparator::comma : before;
    case NameTokenKind::word:
      break;
  }
  return before;
}

}  // namespace

NamePieces cut_names(std::string_view text, std::span<const NameToken> tokens) {
  NamePieces list;
  judge_print(tokens, list);
  PieceSeparator before = PieceSeparator::none;
  for (std::size_t begin = 0; begin < tokens.size();) {
    std::size_t end = piece_end(list, tokens, begin, before);
    Tokens piece = tokens.subspan(begin, end - begin);
    if (drop_others(text, piece)) list.others = true;
    if (list.others && piece.size() == 1 && piece[0].lower && piece[0].letters == 1) piece = {};  // "& al., e."
    if (piece.size() > 1 && is_ordinal(text, piece.front())) piece = piece.subspan(1);
    if (!piece.empty() && !is_without_name(piece)) {
      add_pieces(text, piece, before, list.pieces);
      before = PieceSeparator::none;
    }
    split_at_lost_comma(list.pieces);
    for (; end < tokens.size() && tokens[end].kind != NameTokenKind::word; ++end)
      before = stronger(before, tokens[end].kind);
    begin = end;
  }
  split_at_lost_commas(list.pieces);
  list.initials_last = are_initials_last(list.pieces);
  return list;
}

}  // namespace citegraph::work
