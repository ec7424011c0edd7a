// Raised numbers that lost their superscript: "patients1,2.", "years 3 . Then", "society.7),(8".
//
// Text copied out of a page shows them as plain digits beside real ones ("from 2008 to 202012", "BA.5", "p = 0.04").
// What tells them apart is that a list is numbered in the order of first mention: the numbers that continue 1, 2, 3 ...
// through the whole text are looked for as the heaviest rising chain; what stands in the same places and repeats a
// number of the chain is a citation too.
#include <algorithm>
#include <optional>
#include <string>

#include "citation/form.hpp"
#include "citation/words.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::citation {
namespace {

// A chain that reaches less of the list is chance.
constexpr double least_reach = 0.6;
constexpr std::uint32_t least_entries = 3;
constexpr int each_entry = 10;
constexpr int consecutive_bonus = 5;
constexpr std::uint32_t most_gain = 20;  // weight of a range, so that one long range does not outweigh a whole text

// How the place speaks for a citation.
enum class Place : std::uint8_t { none, spaced_before_word, spaced_before_mark, glued };

struct GluedNumber {
  TextSpan span;
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::uint32_t group = 0;  // offset of the first of its group
  Place place = Place::none;
};

// Words that a counted number follows: "Table 2", "day 14", "was 5".
bool takes_number(std::string_view word) noexcept {
  constexpr std::string_view words[] = {
      "about",     "above",   "age",      "aged",     "approximately", "are",       "arm",     "below",  "between",
      "chapter",   "class",   "cluster",  "column",   "condition",     "criterion", "day",     "days",   "equation",
      "equations", "entries", "entry",    "exceeded", "experiment",    "factor",    "fase",    "fig",    "figs",
      "figura",    "figure",  "figures",  "grade",    "group",         "grupo",     "had",     "has",    "have",
      "is",        "item",    "least",    "line",     "lines",         "mais",      "mean",    "median", "module",
      "month",     "more",    "nearly",   "no",       "number",        "only",      "over",    "page",   "part",
      "phase",     "point",   "question", "ref",      "section",       "sections",  "stage",   "step",   "tabela",
      "table",     "tables",  "than",     "theme",    "type",          "under",     "version", "visit",  "vs",
      "was",       "week",    "weeks",    "were",     "zone",          "cm",        "dm",      "km",     "mm",
      "nm",
  };
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// Words with which a sentence goes on after a citation; a counted thing ("2 years") is none of them.
bool goes_on(std::string_view word) noexcept {
  constexpr std::string_view words[] = {
      "although", "and",  "are",  "as",    "because", "but",   "by",    "can",  "com",   "con",  "could",
      "did",      "do",   "e",    "em",    "en",      "et",    "for",   "from", "had",   "has",  "have",
      "in",       "is",   "may",  "mas",   "might",   "on",    "or",    "pero", "que",   "that", "und",
      "was",      "were", "when", "where", "whereas", "which", "while", "who",  "whose", "with", "y",
  };
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

class GluedNumberFinder {
 public:
  explicit GluedNumberFinder(const Source& source)
      : source_(source), body_(source.body), highest_(Numbering(source.references).highest()) {}

  Proposals run() {
    if (highest_ < least_entries || !Numbering(source_.references).printed()) return {};
    for (std::uint32_t i = 0; i < body_.size();) i = std::max(i + 1, group(i));
    choose();
    return std::move(proposals_);
  }

 private:
  // ---- candidates

  // Reads the group whose first number is in token `at`; gives the token after it, or `at`.
  std::uint32_t group(std::uint32_t at) {
    GluedNumber item;
    if (!first_number(at, item)) return at;
    std::vector<GluedNumber> items;
    std::uint32_t next = at + 1;
    next = range_end(next, item);
    items.push_back(item);
    while (true) {
      std::uint32_t number = next;
      if (body_.kind(number) == TokenKind::close && body_.kind(number + 1) == TokenKind::comma &&
          body_.kind(number + 2) == TokenKind::open)
        number += 3;  // "7),(8"
      else if (body_.kind(number) == TokenKind::comma)
        ++number;
      else
        break;
      if (body_.kind(number) != TokenKind::number || body_[number].after_space) break;
      GluedNumber more;
      more.from = more.to = number_value(body_.text(number));
      more.span = {body_[number].start, body_[number].end};
      if (more.from == 0 || more.from > highest_) break;
      next = range_end(number + 1, more);
      items.push_back(more);
    }
    const Place place = judge_place(at, next, is_series(items));
    if (place == Place::none) return next;
    for (GluedNumber& one : items) {
      one.place = place;
      one.group = items.front().span.start;
      candidates_.push_back(one);
    }
    return next;
  }

  // "5–7", "9)-(16": gives the token after the range, or `at` where there is none.
  std::uint32_t range_end(std::uint32_t at, GluedNumber& item) const {
    std::uint32_t number = at;
    if (body_.kind(number) == TokenKind::close && body_.kind(number + 1) == TokenKind::dash &&
        body_.kind(number + 2) == TokenKind::open)
      number += 3;
    else if (body_.kind(number) == TokenKind::dash && !body_[number].after_space)
      ++number;
    else
      return at;
    if (body_.kind(number) != TokenKind::number || body_[number].after_space) return at;
    const std::uint32_t to = number_value(body_.text(number));
    if (to <= item.from || to > highest_ || to - item.from >= longest_range) return at;
    item.to = to;
    item.span.end = body_[number].end;
    return number + 1;
  }

  // The number that begins a group: a token of its own, the end of a word ("patients1"), or what follows a year
  // ("202012").
  bool first_number(std::uint32_t at, GluedNumber& item) const {
    const Token& token = body_[at];
    std::string_view digits = body_.text(at);
    std::uint32_t start = token.start;
    if (token.raised) return false;
    if (token.kind == TokenKind::mixed) {
      const std::size_t first = digits.find_first_of("0123456789");
      if (digits.find_first_not_of("0123456789", first) != std::string_view::npos ||
          !plain_word(digits.substr(0, first)))
        return false;
      start += static_cast<std::uint32_t>(first);
      digits.remove_prefix(first);
    } else if (token.kind == TokenKind::number && token.after_space && digits.size() >= 5 && digits.size() <= 7 &&
               (digits.substr(0, 2) == "19" || digits.substr(0, 2) == "20")) {
      start += 4;
      digits.remove_prefix(4);
    } else if (token.kind != TokenKind::number) {
      return false;
    }
    if (digits.front() == '0' || digits.size() > 4) return false;
    item.from = item.to = number_value(digits);
    item.span = {start, token.end};
    return item.from <= highest_;
  }

  // A word of at least three letters, lower case after the first: no formula, no abbreviation, no unit.
  static bool plain_word(std::string_view word) noexcept {
    std::size_t letters = 0;
    for (std::size_t offset = 0; offset < word.size();) {
      const text::CodePoint c = text::decode_at(word, offset);
      offset += std::max(c.size, 1U);
      if (!text::is_letter(c.value) && !text::is_mark(c.value)) continue;
      if (letters > 0 && text::is_upper(c.value)) return false;
      ++letters;
    }
    return letters >= 3;
  }

  // "PFM", "GLMMs", but neither "CO" nor "FeCl": three capitals or more. Two are enough before what is no subscript.
  static bool is_acronym(std::string_view word, std::size_t digits) noexcept {
    if (word.ends_with('s')) word.remove_suffix(1);
    return word.size() + (digits > 1 ? 1 : 0) >= 3 && std::all_of(word.begin(), word.end(), text::is_ascii_upper);
  }

  // "8,10,18": three rising numbers or more, printed without blanks, are no count of what follows.
  static bool is_series(const std::vector<GluedNumber>& items) noexcept {
    const auto falls = [](const GluedNumber& a, const GluedNumber& b) { return b.from <= a.to; };
    return items.size() >= 3 && std::adjacent_find(items.begin(), items.end(), falls) == items.end();
  }

  Place judge_place(std::uint32_t at, std::uint32_t next, bool series) const {
    const Token& after = body_[next];
    const bool mark = after.kind == TokenKind::period || after.kind == TokenKind::comma ||
                      after.kind == TokenKind::semicolon || after.kind == TokenKind::colon ||
                      after.kind == TokenKind::close || after.kind == TokenKind::gap;
    if (!after.after_space && !mark && after.kind != TokenKind::open && after.kind != TokenKind::dash &&
        after.kind != TokenKind::quote)
      return Place::none;  // "5mm", "5%"
    if (mark && !body_[next + 1].after_space && !after.after_space &&
        (body_.kind(next + 1) == TokenKind::number || body_.kind(next + 1) == TokenKind::mixed))
      return Place::none;  // "5.2"
    if (body_.kind(at) != TokenKind::number || body_.text(at).size() > 4) return Place::glued;
    if (!body_[at].after_space) return glued_after(at) ? Place::glued : Place::none;
    return spaced(at, next, mark, series);
  }

  // The number follows a mark without a blank: "Concern,1", "time.4", "(USA)9", "95%5".
  bool glued_after(std::uint32_t at) const {
    if (at == 0) return false;
    const TokenKind mark = body_.kind(at - 1);
    if (mark == TokenKind::close || mark == TokenKind::quote) return true;
    if (mark == TokenKind::other) return body_.is(at - 1, "%");
    if (mark != TokenKind::period && mark != TokenKind::comma && mark != TokenKind::semicolon &&
        mark != TokenKind::colon)
      return false;
    if (at < 2 || body_[at - 1].after_space) return false;
    const TokenKind before = body_.kind(at - 2);
    if (before == TokenKind::close || before == TokenKind::quote) return true;
    if (before == TokenKind::year) return body_[at + 1].after_space || body_.kind(at + 1) == TokenKind::gap;
    return before == TokenKind::word && plain_word(body_.text(at - 2));
  }

  Place spaced(std::uint32_t at, std::uint32_t next, bool mark, bool series) const {
    if (at == 0) return Place::none;
    const Token& before = body_[at - 1];
    if (before.kind == TokenKind::word) {
      const std::string_view word = body_.folded(at - 1);
      if (is_function_word(word) || takes_number(word) || is_month(word)) return Place::none;
      if (!plain_word(body_.text(at - 1)) && !is_acronym(body_.text(at - 1), body_.text(at).size()))
        return Place::none;  // "CO 2", "H 2"
    } else if (before.kind == TokenKind::close) {
      const std::uint32_t open = body_.partner(at - 1);
      if (open == no_token || !body_[open].after_space) return Place::none;  // "Fe(acac) 3"
    } else if (before.kind != TokenKind::quote && before.kind != TokenKind::mixed &&
               !(before.kind == TokenKind::period && at > 1 && body_.is(at - 2, "al"))) {
      return Place::none;
    }
    if ((mark && body_.kind(next) != TokenKind::close) || body_.kind(next) == TokenKind::open)
      return Place::spaced_before_mark;
    const bool goes = body_.kind(next) == TokenKind::word && (series || goes_on(body_.text(next)));
    return goes ? Place::spaced_before_word : Place::none;
  }

  // ---- the chain

  struct Chain {
    std::vector<std::size_t> items;
    std::uint32_t reach = 0;  // entries
  };

  void choose() {
    Chain glued = best_chain(Place::glued);
    Chain all = best_chain(Place::spaced_before_word);
    const bool only_glued = 10 * glued.reach >= 9 * all.reach;
    const Chain& chain = only_glued ? glued : all;
    if (chain.reach < least_entries || static_cast<double>(chain.reach) < least_reach * static_cast<double>(highest_))
      return;
    const Place least = only_glued ? Place::glued : Place::spaced_before_word;
    std::uint32_t highest_so_far = 0;
    std::size_t next = 0;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const GluedNumber& item = candidates_[i];
      const bool link = next < chain.items.size() && chain.items[next] == i;
      if (link) {
        highest_so_far = item.to;
        ++next;
      }
      if (link || (item.place >= least && item.to <= highest_so_far)) add(item);
    }
  }

  // The heaviest chain of items in the order of the text whose numbers rise, by a tree of prefix maxima over the
  // numbers.
  Chain best_chain(Place least) const {
    struct Best {
      int weight = 0;
      std::size_t item = none;
    };
    std::vector<Best> tree(highest_ + 1);
    std::vector<Best> ending(highest_ + 1);  // the best chain that ends at exactly this number
    std::vector<std::size_t> previous(candidates_.size(), none);
    Best best;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const GluedNumber& item = candidates_[i];
      if (item.place < least) continue;
      // Either a gap (some entries are first cited in a figure), or what directly goes on from a number before, which
      // may begin with known ones: "11-13" after "8-11".
      const int gain = each_entry * (1 + static_cast<int>(std::min(item.to - item.from, most_gain)));
      Best before;
      for (std::uint32_t n = item.from - 1; n > 0; n -= n & (~n + 1))
        if (tree[n].weight > before.weight) before = tree[n];
      before.weight += gain + (item.from == 1 && before.item == none ? consecutive_bonus : 0);
      for (std::uint32_t n = std::max(item.from - 1, 1U); n < item.to; ++n) {
        const int weight =
            ending[n].weight + consecutive_bonus + each_entry * static_cast<int>(std::min(item.to - n, most_gain));
        if (ending[n].item != none && weight > before.weight) before = {weight, ending[n].item};
      }
      previous[i] = before.item;
      const Best own{before.weight + static_cast<int>(item.place), i};
      if (own.weight > ending[item.to].weight) ending[item.to] = own;
      for (std::uint32_t n = item.to; n <= highest_; n += n & (~n + 1))
        if (own.weight > tree[n].weight) tree[n] = own;
      if (own.weight > best.weight) best = own;
    }
    Chain chain;
    for (std::size_t i = best.item; i != none; i = previous[i]) {
      chain.items.push_back(i);
      const std::uint32_t known = previous[i] == none ? 0 : candidates_[previous[i]].to;
      chain.reach += candidates_[i].to - std::max(candidates_[i].from - 1, known);
    }
    std::reverse(chain.items.begin(), chain.items.end());
    return chain;
  }

  void add(const GluedNumber& item) {
    Proposal proposal;
    proposal.confirmed = true;
    Citation& citation = proposal.citation;
    citation.form = CitationForm::superscript;
    citation.group = item.group;
    citation.span = item.span;
    for (std::uint32_t n = item.from; n <= item.to; ++n) citation.numbers.push_back(n);
    citation.targets.resize(citation.numbers.size());
    proposals_.push_back(std::move(proposal));
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  const Source& source_;
  const Body& body_;
  std::uint32_t highest_;
  std::vector<GluedNumber> candidates_;
  Proposals proposals_;
};

}  // namespace

Proposals propose_glued_numbers(const Source& source) { return GluedNumberFinder(source).run(); }

}  // namespace citegraph::citation
