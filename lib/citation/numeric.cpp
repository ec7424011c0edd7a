// Numbers in brackets: "[3]", "[1, 3-5]", "[1]–[3]", "(2,4)", "[12, p. 5]", "[3, Theorem 2.1]".
//
// Each number or range is one citation; the brackets hold one group.
#include <algorithm>
#include <iterator>
#include <optional>

#include "citation/form.hpp"
#include "citation/locator.hpp"
#include "citation/words.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::citation {
namespace {

constexpr std::uint32_t longest_rest = 12;          // tokens behind the last number
constexpr std::uint32_t longest_enumeration = 120;  // tokens from one of its numbers to the next

struct Item {
  std::uint32_t first = 0;  // tokens, inclusive
  std::uint32_t last = 0;
  std::uint32_t from = 0;  // numbers, inclusive
  std::uint32_t to = 0;
};

class NumberFinder {
 public:
  NumberFinder(const Source& source, char bracket)
      : body_(source.body), bracket_(bracket), numbering_(source.references) {}

  Proposals run() {
    for (std::uint32_t i = 0; i < body_.size(); ++i)
      if (body_.kind(i) == TokenKind::open && body_.text(i).front() == bracket_) i = std::max(i, group(i));
    return std::move(proposals_);
  }

 private:
  // Reads the group that opens at `open`; gives its last token, or `open` where there is none.
  std::uint32_t group(std::uint32_t open) {
    if (is_factor(open) || is_operand(open)) return open;
    if (bracket_ == '(' && is_label(open)) {
      last_label_ = open;
      return open;
    }
    std::vector<Item> items;
    std::optional<Locator> locator;
    std::uint32_t at = bracket_ == '[' ? skip_introduction(open + 1) : open + 1;
    while (true) {
      std::optional<Item> item = read_item(at, open);
      if (!item) return open;
      items.push_back(*item);
      at = item->last + 1;
      if (body_.kind(at) == TokenKind::close) break;
      if (const std::uint32_t end = rest(at, open, locator); end != at) {
        at = end;
        break;
      }
      const bool conjunction = is_conjunction(at);
      if (!conjunction && body_.kind(at) != TokenKind::comma && body_.kind(at) != TokenKind::semicolon) return open;
      ++at;
      if (!conjunction && is_conjunction(at)) ++at;
    }
    if (closing() != body_.text(at).front() || all_years(items) || counts_down(items) || is_infix(open, at))
      return open;
    for (const Item& item : items) add(item, open, locator);
    return at;
  }

  bool is_conjunction(std::uint32_t at) const {
    return body_.kind(at) == TokenKind::ampersand ||
           (body_.kind(at) == TokenKind::word && is_name_connector(body_.folded(at)));
  }

  // "in [1999, 2001]": no list is that long.
  bool all_years(const std::vector<Item>& items) const {
    return std::all_of(items.begin(), items.end(), [&](const Item& item) {
      return body_.kind(item.first) == TokenKind::year && item.from > numbering_.highest();
    });
  }

  // "layers of [256, 128, 64] nodes"
  static bool counts_down(const std::vector<Item>& items) {
    return items.size() >= 3 &&
           std::is_sorted(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.from >= b.from; });
  }

  // "benzo[1,4]diazepine": letters on both sides.
  bool is_infix(std::uint32_t open, std::uint32_t close) const {
    return open > 0 && body_.kind(open - 1) == TokenKind::word && !body_[open].after_space &&
           body_.kind(close + 1) == TokenKind::word && !body_[close + 1].after_space;
  }

  // "f: X → [1,2]", "x ∈ [1,2]", "= [1,2]"
  bool is_operand(std::uint32_t open) const {
    if (open == 0 || body_.kind(open - 1) != TokenKind::other) return false;
    constexpr std::u32string_view operators = U"=<>→↦∈∉×⊂⊆∪∩≤≥≈±∖";
    return operators.find(text::decode_at(body_.text(open - 1), 0).value) != std::u32string_view::npos;
  }

  // "see", "reviewed in", "e.g.,", "refs."
  std::uint32_t skip_introduction(std::uint32_t at) const {
    constexpr std::string_view words[] = {"also", "and",       "but",        "by",       "cf",  "e",   "eg",
                                          "for",  "from",      "g",          "in",       "of",  "ref", "refs",
                                          "see",  "reference", "references", "reviewed", "vgl", "ver", "siehe",
                                          "voir", "vide",      "veja",       "vease",    "por", "ex",  "ej"};
    const std::uint32_t start = at;
    bool words_only = true;
    while (at - start < 8 &&
           (body_.kind(at) == TokenKind::word ||
            ((body_.kind(at) == TokenKind::period || body_.kind(at) == TokenKind::comma) && at > start))) {
      if (body_.kind(at) == TokenKind::word) {
        const bool letter = body_.text(at).size() == 1 && body_.kind(at + 1) != TokenKind::period;  // "[e V 2]"
        words_only =
            words_only && !letter && std::find(std::begin(words), std::end(words), body_.folded(at)) != std::end(words);
      }
      ++at;
    }
    return words_only ? at : start;
  }

  // What may follow the last number: a locator, or words ("and references therein"). Gives the closing bracket, or
  // `at`.
  std::uint32_t rest(std::uint32_t at, std::uint32_t open, std::optional<Locator>& locator) const {
    const std::uint32_t close = body_.partner(open);
    if (close == no_token || close <= at) return at;
    if (body_.kind(at) == TokenKind::comma || body_.kind(at) == TokenKind::colon) {
      locator = read_locator(body_, at);
      if (locator && locator->end == close && body_.kind(at + 1) == TokenKind::word) return close;
      locator.reset();
    }
    const std::uint32_t word =
        body_.kind(at) == TokenKind::comma || body_.kind(at) == TokenKind::semicolon ? at + 1 : at;
    if (bracket_ != '[' || close - at > longest_rest || body_.kind(word) != TokenKind::word) return at;
    const bool part = names_part(body_.folded(word));
    for (std::uint32_t i = word; i < close; ++i)
      if (body_.kind(i) != TokenKind::word && body_.kind(i) != TokenKind::comma && body_.kind(i) != TokenKind::period &&
          !part)
        return at;
    return close;
  }

  // "Theorem 3.1", "Sec. II", "eq. (12)": a part of the work, with a number of its own.
  static bool names_part(std::string_view word) {
    constexpr std::string_view words[] = {
        "algorithm", "beispiel",   "claim",    "corollary", "cor", "def",    "definition",  "equation",
        "equations", "example",    "exercise", "lemma",     "lem", "prop",   "proposition", "remark",
        "satz",      "supplement", "theorem",  "theorems",  "thm", "teorema"};
    return !locator_label(word).empty() || std::find(std::begin(words), std::end(words), word) != std::end(words);
  }

  // "Eq. (3)", "Table (2)", and the numbers of an enumeration: "two ways: (1) this; (2) that".
  bool is_label(std::uint32_t open) const {
    if (open == 0 || goes_on_counting(open)) return true;
    switch (body_.kind(open - 1)) {
      case TokenKind::colon:
      case TokenKind::semicolon:
      case TokenKind::gap:
        return true;
      case TokenKind::period:
        return open > 1 && body_.kind(open - 2) == TokenKind::word && takes_label(body_.folded(open - 2));
      case TokenKind::word:
        return takes_label(body_.folded(open - 1));
      default:
        return false;
    }
  }

  // "(2)" after the "(1)" of an enumeration in the same bracket or sentence.
  bool goes_on_counting(std::uint32_t open) const {
    if (last_label_ == no_token || open - last_label_ > longest_enumeration) return false;
    if (body_.kind(last_label_ + 2) != TokenKind::close || body_.kind(open + 2) != TokenKind::close) return false;
    if (body_.kind(open + 3) != TokenKind::word) return false;  // what is counted follows
    return number(open + 1) != 0 && number(open + 1) == number(last_label_ + 1) + 1;
  }

  static bool takes_label(std::string_view word) noexcept {
    constexpr std::string_view words[] = {"equation", "equations", "eq",         "eqs",       "fig",   "figs",
                                          "figure",   "figures",   "formula",    "step",      "steps", "table",
                                          "tables",   "condition", "conditions", "expression"};
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
  }

  // Brackets right after a letter or number without a blank are a function's or an index: "F[1,12]", "f(2)"; citations
  // stand there too ("choice[12-14]"), so only single letters count.
  bool is_factor(std::uint32_t open) const {
    if (open == 0 || body_[open].after_space) return false;
    const Token& before = body_[open - 1];
    if (before.kind == TokenKind::word) return text::count_code_points(body_.text(open - 1)) == 1;
    return bracket_ == '(' &&
           (before.kind == TokenKind::number || before.kind == TokenKind::mixed || before.kind == TokenKind::word);
  }

  char closing() const noexcept { return bracket_ == '[' ? ']' : ')'; }

  // "3", "3-5", "3]–[5"
  std::optional<Item> read_item(std::uint32_t at, std::uint32_t open) const {
    Item item;
    item.first = item.last = at;
    item.from = item.to = number(at);
    if (item.from == 0) return std::nullopt;
    std::uint32_t next = at + 1;
    const std::uint32_t past_close = body_.kind(next) == TokenKind::close ? next + 1 : next;
    if (body_.kind(past_close) == TokenKind::dash || (past_close == next && is_range_word(next))) {
      next = past_close + 1;
      while (body_.kind(next) == TokenKind::dash) ++next;
      if (body_.kind(next) == TokenKind::open && past_close > at + 1 && body_.text(next) == body_.text(open)) ++next;
      const std::uint32_t to = number(next);
      const bool plain = past_close == at + 1;
      if (to > item.from && to - item.from < longest_range && (!plain || body_.kind(next) != TokenKind::gap)) {
        item.last = next;
        item.to = to;
      } else if (plain) {
        return std::nullopt;
      }
    }
    return item;
  }

  // "1 to 3", "1 a 3", "1 bis 3"
  bool is_range_word(std::uint32_t at) const {
    constexpr std::string_view words[] = {"to", "through", "a", "ao", "à", "bis", "al"};
    return std::find(std::begin(words), std::end(words), body_.text(at)) != std::end(words) &&
           body_.kind(at + 1) == TokenKind::number;
  }

  // The number of an entry; 0 for what is none.
  std::uint32_t number(std::uint32_t token) const {
    if (body_.kind(token) != TokenKind::number && body_.kind(token) != TokenKind::year) return 0;
    const std::string_view digits = body_.text(token);
    if (digits.front() == '0' || digits.size() > 5) return 0;
    if (digits.find_first_not_of("0123456789") != std::string_view::npos) return 0;
    return number_value(digits);
  }

  void add(const Item& item, std::uint32_t open, const std::optional<Locator>& locator) {
    Proposal proposal;
    Citation& citation = proposal.citation;
    citation.form = CitationForm::numeric;
    citation.group = body_[open].start;
    citation.span = {body_[item.first].start, body_[item.last].end};
    for (std::uint32_t n = item.from; n <= item.to; ++n) {
      citation.numbers.push_back(n);
      citation.targets.push_back(target_at(locator));
    }
    proposal.confirmed = item.to <= numbering_.highest();
    proposals_.push_back(std::move(proposal));
  }

  const Body& body_;
  char bracket_;
  Numbering numbering_;
  std::uint32_t last_label_ = no_token;  // the bracket of the last number that only counts
  Proposals proposals_;
};

}  // namespace

Proposals propose_square_numbers(const Source& source) { return NumberFinder(source, '[').run(); }
Proposals propose_round_numbers(const Source& source) { return NumberFinder(source, '(').run(); }

}  // namespace citegraph::citation
