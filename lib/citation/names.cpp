#include "citation/names.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

#include "citation/words.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::citation {
namespace {

using Knows = EntryIndex::Knows;

constexpr std::size_t most_names = 40;
constexpr std::uint32_t most_tokens = 160;  // a list of forty names with initials

// "and others" in the languages of scholarly publishing: the last word, then the one before it ("" for none).
struct OthersRow {
  std::string_view last;
  std::string_view before;
};
constexpr OthersRow others_phrases[] = {
    {"al", "et"},
    {"al", "y"},
    {"al", "e"},
    {"etal", ""},
    {"others", "and"},
    {"others", "&"},
    {"colleagues", "and"},
    {"coworkers", "and"},
    {"co-workers", "and"},
    {"collaborators", "and"},
    {"colleagues", "&"},
    {"col", "y"},
    {"cols", "y"},
    {"col", "e"},
    {"cols", "e"},
    {"colaboradores", "y"},
    {"colaboradores", "e"},
    {"colegas", "e"},
    {"colegas", "y"},
    {"otros", "y"},
    {"outros", "e"},
    {"coll", "et"},
    {"collaborateurs", "et"},
    {"andere", "und"},
    {"mitarbeiter", "und"},
    {"a", "u"},
    {"altri", "e"},
    {"anderen", "en"},
    {"др", "и"},
    {"fl", "m"},
};

bool is_word(TokenKind kind) noexcept { return kind == TokenKind::word || kind == TokenKind::mixed; }

// Walks from right to left over the tokens [floor, end).
class NameReader {
 public:
  NameReader(const Body& body, const EntryIndex& index, std::uint32_t end, std::uint32_t floor)
      : body_(body), index_(index), at_(end), floor_(std::max(floor, end > most_tokens ? end - most_tokens : 0)) {}

  NameRun read() {
    NameRun run;
    run.others = skip_others();
    while (run.names.size() < most_names) {
      const std::uint32_t before = at_;
      PrintedName name;
      if (!read_name(name)) {
        at_ = before;
        break;
      }
      run.names.push_back(name);
      if (!skip_separator(run.names.back().before)) break;
    }
    if (!run.names.empty()) run.names.back().before = NameSeparator::none;
    std::reverse(run.names.begin(), run.names.end());
    return run;
  }

 private:
  TokenKind kind_before(std::uint32_t at) const noexcept { return at > floor_ ? body_.kind(at - 1) : TokenKind::gap; }

  bool skip_others() {
    std::uint32_t at = at_;
    if (at > floor_ + 2 && body_.is(at - 1, "s") && body_.kind(at - 2) == TokenKind::quote) at -= 2;  // "et al.'s"
    const auto skip_period = [&] {
      while (kind_before(at) == TokenKind::period) --at;
    };
    skip_period();
    if (kind_before(at) != TokenKind::word) return false;
    const std::string_view last = body_.folded(--at);
    skip_period();
    const TokenKind kind = kind_before(at);
    const std::string_view before =
        kind == TokenKind::word || kind == TokenKind::ampersand ? body_.folded(at - 1) : std::string_view{};
    for (const OthersRow& row : others_phrases) {
      if (row.last != last || (!row.before.empty() && row.before != before)) continue;
      if (!row.before.empty()) --at;
      skip_period_and_comma(at);
      at_ = at;
      return true;
    }
    return false;
  }

  void skip_period_and_comma(std::uint32_t& at) const noexcept {
    if (kind_before(at) == TokenKind::comma) --at;
  }

  // One name: capitalised words, with particles, initials and the small words of organisations between them.
  bool read_name(PrintedName& name) {
    skip_acronym_in_brackets();
    if (kind_before(at_) == TokenKind::quote || kind_before(at_) == TokenKind::ellipsis) --at_;
    std::uint32_t first = no_token;
    std::uint32_t last = no_token;
    while (at_ > floor_) {
      const std::uint32_t token = at_ - 1;
      if (takes_word(token, first != no_token)) {
        first = token;
        if (last == no_token) last = token;
        --at_;
      } else if (const std::uint32_t start = abbreviation_before(at_); start != no_token) {
        first = start;
        if (last == no_token) last = token;
        at_ = start;
      } else if (first != no_token && joins(token)) {
        --at_;
      } else {
        break;
      }
    }
    if (first == no_token) return false;
    at_ = first;
    name.first = first;
    name.last = last;
    return true;
  }

  // "Organization (WHO), 2009", "[CNPq], 2024".
  void skip_acronym_in_brackets() {
    if (kind_before(at_) != TokenKind::close) return;
    const std::uint32_t open = body_.partner(at_ - 1);
    if (open == no_token || open <= floor_ || at_ - open > 4 || !body_[open + 1].capital) return;
    at_ = open;
  }

  bool takes_word(std::uint32_t token, bool inside) const {
    const Token& t = body_[token];
    if (!is_word(t.kind) || t.raised) return false;
    const std::string_view word = body_.folded(token);
    if (t.capital)
      return !is_never_a_name(word) || (inside && is_particle(word)) || index_.knows(word, 0) >= Knows::author;
    if (t.kind != TokenKind::word || !inside) return false;
    return (is_particle(word) && !is_name_connector(word)) || in_organisation(token, word);
  }

  // "Ministry of Education", "Centre for the Study": at most three small words after a capitalised one.
  bool in_organisation(std::uint32_t token, std::string_view word) const {
    if (!is_function_word(word) || is_name_connector(word)) return false;
    for (std::uint32_t i = token; i > floor_ && token - i < 3; --i) {
      const Token& before = body_[i - 1];
      if (before.kind != TokenKind::word) return false;
      const std::string_view small = body_.folded(i - 1);
      if (before.capital) return !is_never_a_name(small) || is_particle(small);
      if (!is_function_word(small) || is_name_connector(small)) return false;
    }
    return false;
  }

  // Where the initial or abbreviation begins whose stop is the token before `at`: "J." "St." "Jr."; else no_token.
  std::uint32_t abbreviation_before(std::uint32_t at) const {
    if (kind_before(at) != TokenKind::period || at < floor_ + 2) return no_token;
    const std::uint32_t word = at - 2;
    if (body_.kind(word) != TokenKind::word || !body_[word].capital || body_[at - 1].after_space) return no_token;
    const std::string_view printed = body_.folded(word);
    const std::size_t hyphen = printed.rfind('-');  // "Ghizoni-Jr."
    const std::string_view last = std::string_view(printed).substr(hyphen == std::string::npos ? 0 : hyphen + 1);
    if (printed.size() <= 2 || is_initials(body_.text(word)) || is_name_abbreviation(last)) return word;
    return no_token;
  }

  // A dash between two words or initials without blanks: "Bose–Einstein", "J.-P.".
  bool joins(std::uint32_t token) const noexcept {
    return body_.kind(token) == TokenKind::dash && !body_[token].after_space && !body_[token + 1].after_space &&
           token > floor_ && (is_word(body_.kind(token - 1)) || body_.kind(token - 1) == TokenKind::period);
  }

  bool skip_separator(NameSeparator& separator) {
    std::uint32_t at = at_;
    const TokenKind kind = kind_before(at);
    if (kind == TokenKind::ampersand ||
        (kind == TokenKind::word && !body_[at - 1].capital && is_name_connector(body_.folded(at - 1)))) {
      separator = NameSeparator::conjunction;
      --at;
      if (kind_before(at) == TokenKind::comma || kind_before(at) == TokenKind::semicolon) --at;
    } else if (kind == TokenKind::comma) {
      separator = NameSeparator::comma;
      --at;
    } else if (kind == TokenKind::semicolon) {
      separator = NameSeparator::semicolon;
      --at;
    } else if (kind == TokenKind::slash && !body_[at - 1].after_space) {
      separator = NameSeparator::conjunction;
      --at;
    } else {
      return false;
    }
    at_ = at;
    return true;
  }

  const Body& body_;
  const EntryIndex& index_;
  std::uint32_t at_;
  std::uint32_t floor_;
};

// True if all of the name is initials: the given names of the one before it, as in "Smith, J. K., 2009".
bool only_initials(const Body& body, const PrintedName& name) {
  if (name.before != NameSeparator::comma) return false;
  for (std::uint32_t i = name.first; i <= name.last; ++i)
    if (body.kind(i) == TokenKind::word && !is_initials(body.text(i))) return false;
  return true;
}

// Particles that are kept before a name nobody knows; the Romance ones are as often the preposition of the sentence.
bool is_kept_particle(std::string_view word) noexcept {
  constexpr std::string_view kept[] = {"van", "von", "der", "den", "ter", "ten", "zu", "zur",
                                       "el",  "al",  "bin", "ibn", "af",  "di",  "du", "le"};
  return std::find(std::begin(kept), std::end(kept), word) != std::end(kept);
}

std::vector<std::string> printed_names(const Body& body, const NameRun& run, std::size_t from, std::uint32_t first) {
  std::vector<std::string> names;
  for (std::size_t i = from; i < run.names.size(); ++i) {
    const PrintedName& name = run.names[i];
    std::string printed = text::collapse_spaces(bare_name(body.text(i == from ? first : name.first, name.last)));
    if (i > from && only_initials(body, name) && !names.empty())
      names.back() += ", " + printed;
    else
      names.push_back(std::move(printed));
  }
  return names;
}

// The letters of the names in tokens first to last, initials left out where there is more: "Smith J" and "J. Smith" are
// Smith.
std::string name_letters(const Body& body, std::uint32_t first, std::uint32_t last) {
  std::string letters;
  bool more = false;
  for (std::uint32_t i = first; i <= last; ++i) more = more || (is_word(body.kind(i)) && !is_initials(body.text(i)));
  for (std::uint32_t i = first; i <= last; ++i)
    if (is_word(body.kind(i)) && !(more && is_initials(body.text(i))))
      letters += text::fold_letters(bare_name(body.text(i)));
  return letters;
}

// How well the list knows a name as inflected: "Müllers (2003) Wiesen" is Müller's.
Knows knows_inflected(const EntryIndex& index, const std::string& letters, int year) {
  const Knows known = index.knows(letters, year);
  if (known >= Knows::first_author || letters.size() < 5 || letters.back() != 's') return known;
  const Knows stem = index.knows(std::string_view(letters).substr(0, letters.size() - 1), year);
  return stem == Knows::first_author_and_year ? stem : known;
}

// "根据张伟（2008）": without blanks the name is the longest end of the word that the list knows.
std::optional<ChosenNames> end_of_caseless(const Body& body, std::uint32_t token, const EntryIndex& index, int year) {
  const std::string_view word = body.text(token);
  if (!is_caseless(word)) return std::nullopt;
  const std::string_view name = bare_name(word);
  std::size_t start = name.size();
  std::optional<ChosenNames> best;
  for (int letters = 1; letters <= 6 && start > 0; ++letters) {
    start -= text::decode_before(name, start).size;
    const Knows known = index.knows(text::fold_letters(name.substr(start)), year);
    if (letters < 2 || known < Knows::first_author || (best && known < best->known)) continue;
    best = ChosenNames{};
    best->first = token;
    best->skip = static_cast<std::uint32_t>(start);
    best->names = {std::string(name.substr(start))};
    best->others = name.size() < word.size();
    best->known = known;
  }
  return best;
}

bool is_article(std::string_view word) noexcept {
  constexpr std::string_view articles[] = {"das", "der", "die", "el",  "het", "il",
                                           "la",  "las", "le",  "les", "los", "the"};
  return std::find(std::begin(articles), std::end(articles), word) != std::end(articles);
}

// The first token of a name that nobody knows: "Kornfold" of "In Kornfold"; the article of "La Nación" is its own.
std::uint32_t first_of_unknown(const Body& body, const PrintedName& name) {
  std::uint32_t first = name.first;
  while (first < name.last && body.kind(first) == TokenKind::word && is_never_a_name(body.folded(first)) &&
         !is_article(body.folded(first)))
    ++first;
  return first;
}

// Decides where in a run the names begin.
class Chooser {
 public:
  Chooser(const Body& body, const NameRun& run, const EntryIndex& index, int year, NamePlace place)
      : body_(body), run_(run), index_(index), year_(year), place_(place), end_(run.names.back().last) {}

  ChosenNames choose() {
    Start best = best_known();
    if (best.token == no_token)
      best = likely();
    else
      take_initials(best);
    if (place_ == NamePlace::in_note && !best.one_name) take_given_names(best);
    if (best.one_name)
      return {best.token, 0, {text::collapse_spaces(bare_name(body_.text(best.token, end_)))}, run_.others, best.known};
    return {best.token, 0, printed_names(body_, run_, best.name, best.token), run_.others, best.known};
  }

 private:
  struct Start {
    std::size_t name = 0;
    std::uint32_t token = no_token;
    Knows known = Knows::nobody;
    bool one_name = false;  // all the names are one organisation: "Agency of Food, Water and Health"
  };

  // "Smith and Jones" is never just Jones, nor are initials a name.
  bool may_begin(std::size_t i) const {
    const PrintedName& name = run_.names[i];
    return name.before != NameSeparator::conjunction && !(i > 0 && only_initials(body_, name));
  }

  // The place that the list knows best.
  Start best_known() const {
    Start best;
    for (std::size_t i = 0; i < run_.names.size(); ++i) {
      if (!may_begin(i)) continue;
      const PrintedName& name = run_.names[i];
      bool inside = false;  // a word that may belong to the name stands before
      for (std::uint32_t token = name.first; token <= name.last; ++token) {
        if (!is_word(body_.kind(token)) || (token < name.last && is_initials(body_.text(token)))) continue;
        if (token > name.first && body_.kind(token - 1) == TokenKind::dash) continue;
        const Start start = start_at(i, token);
        const Knows least = inside ? least_inside() : Knows::author;
        inside = inside || (body_[token].capital && !is_never_a_name(body_.folded(token)));
        if (start.known >= least && start.known > best.known) best = start;
      }
    }
    return best;
  }

  // A given name may stand before ("Paul Aster"); where no year confirms it, only in a note.
  Knows least_inside() const noexcept {
    return place_ == NamePlace::in_note ? Knows::first_author : Knows::first_author_and_year;
  }

  // How well the list knows the name, or all of the names together, from `token` on.
  Start start_at(std::size_t i, std::uint32_t token) const {
    const std::string letters = name_letters(body_, token, run_.names[i].last);
    const Knows alone =
        place_ == NamePlace::in_sentence ? knows_inflected(index_, letters, year_) : index_.knows(letters, year_);
    const Knows whole = run_.names.size() == 1
                            ? Knows::nobody
                            : index_.knows(text::fold_letters(bare_name(body_.text(token, end_))), year_);
    return {i, token, std::max(alone, whole), whole > alone};
  }

  // Nobody known: what is likely by form.
  Start likely() const {
    const bool list =
        run_.others || run_.names.back().before == NameSeparator::conjunction || place_ != NamePlace::in_sentence;
    Start start;
    start.name = list ? 0 : run_.names.size() - 1;
    // A misspelt name tells where the names begin as well ("THESEUS, Gamow; Amtai et al.").
    for (std::size_t i = 0; i < run_.names.size(); ++i) {
      if (!may_begin(i) || !is_similar(run_.names[i])) continue;
      start.name = i;
      break;
    }
    const std::uint32_t last = run_.names[start.name].last;
    start.token = first_of_unknown(body_, run_.names[start.name]);
    while (start.token < last && !body_[start.token].capital && !is_kept_particle(body_.folded(start.token)))
      ++start.token;
    return start;
  }

  bool is_similar(const PrintedName& name) const {
    const std::uint32_t first = first_of_unknown(body_, name);
    return !index_.by_similar_name(text::fold_letters(bare_name(body_.text(first, name.last)))).empty();
  }

  // Initials before a known name belong to it.
  void take_initials(Start& start) const {
    const std::uint32_t first = run_.names[start.name].first;
    while (start.token > first + 1 && body_.kind(start.token - 1) == TokenKind::period &&
           is_initials(body_.text(start.token - 2)))
      start.token -= 2;
  }

  // Notes print given names: "Jorge Luis Borges".
  void take_given_names(Start& start) const {
    const PrintedName& name = run_.names[start.name];
    start.token = name.first;
    while (start.token < name.last && is_never_a_name(body_.folded(start.token))) ++start.token;
  }

  const Body& body_;
  const NameRun& run_;
  const EntryIndex& index_;
  int year_;
  NamePlace place_;
  std::uint32_t end_;  // the last token of the run
};

}  // namespace

NameRun read_names_before(const Body& body, std::uint32_t end, std::uint32_t floor, const EntryIndex& index) {
  return NameReader(body, index, end, floor).read();
}

ChosenNames choose_names(const Body& body, const NameRun& run, const EntryIndex& index, int year, NamePlace place) {
  if (run.empty()) return {};
  const std::uint32_t end = run.names.back().last;
  if (run.names.size() == 1 && index.knows(text::fold_letters(bare_name(body.text(end))), year) < Knows::author)
    if (std::optional<ChosenNames> name = end_of_caseless(body, end, index, year)) return *name;
  return Chooser(body, run, index, year, place).choose();
}

std::string_view bare_name(std::string_view printed) noexcept {
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view tail :
         {"'s", "\u2019s", "'", "\u2019", ".", "\u2026", ",", " ", "\u7B49\u4EBA", "\u7B49", "\u3089"}) {  // "等人"
      if (!printed.ends_with(tail) || printed.size() == tail.size()) continue;
      printed.remove_suffix(tail.size());
      changed = true;
    }
  }
  return printed;
}

bool is_initials(std::string_view word) noexcept {
  std::size_t letters = 0;
  std::size_t capitals = 0;
  for (std::size_t offset = 0; offset < word.size();) {
    const text::CodePoint c = text::decode_at(word, offset);
    offset += std::max(c.size, 1U);
    if (!text::is_letter(c.value)) continue;
    ++letters;
    if (text::is_upper(c.value)) ++capitals;
  }
  return letters > 0 && letters <= 3 && capitals == letters;
}

}  // namespace citegraph::citation
