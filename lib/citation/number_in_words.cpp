// Numbers that a word introduces: "Ref. 3", "refs 1, 4–6", "references 2 and 5", "(ref. 12)".
#include <algorithm>
#include <iterator>

#include "citation/form.hpp"
#include "citation/words.hpp"
#include "text/fold.hpp"

namespace citegraph::citation {
namespace {

constexpr std::uint32_t longest_range = 200;

bool is_reference_word(std::string_view folded) noexcept {
  constexpr std::string_view words[] = {"ref", "refs", "reference", "references", "referencia", "referencias", "lit"};
  return std::find(std::begin(words), std::end(words), folded) != std::end(words);
}

class NumberInWordsFinder {
 public:
  explicit NumberInWordsFinder(const Source& source)
      : body_(source.body), highest_(Numbering(source.references).highest()) {}

  Proposals run() {
    for (std::uint32_t i = 0; i < body_.size(); ++i) {
      if (body_.kind(i) != TokenKind::word || !is_reference_word(body_.folded(i))) continue;
      std::uint32_t at = i + 1;
      if (body_.kind(at) == TokenKind::period) ++at;
      if (!body_[at].raised) i = std::max(i, group(i, at) - 1);
    }
    return std::move(proposals_);
  }

 private:
  // Reads the numbers from token `at` on; gives the token after them.
  std::uint32_t group(std::uint32_t word, std::uint32_t at) {
    std::uint32_t end = at;
    while (true) {
      const std::uint32_t from = number(at);
      if (from == 0) return end;
      std::uint32_t last = at;
      std::uint32_t to = from;
      if (body_.kind(at + 1) == TokenKind::dash && number(at + 2) > from && number(at + 2) - from < longest_range) {
        last = at + 2;
        to = number(last);
      }
      add(word, at, last, from, to);
      end = at = last + 1;
      const bool comma = body_.kind(at) == TokenKind::comma;
      if (comma) ++at;
      if (is_conjunction(at))
        ++at;
      else if (!comma)
        return end;
    }
  }

  bool is_conjunction(std::uint32_t at) const {
    return body_.kind(at) == TokenKind::ampersand ||
           (body_.kind(at) == TokenKind::word && is_name_connector(body_.folded(at)));
  }

  // The number of an entry of the list; 0 for another.
  std::uint32_t number(std::uint32_t token) const {
    if (body_.kind(token) != TokenKind::number || body_.text(token).front() == '0') return 0;
    if (body_.kind(token + 1) == TokenKind::period && body_.kind(token + 2) == TokenKind::number &&
        !body_[token + 2].after_space)
      return 0;  // "1.5"
    const std::uint32_t value = number_value(body_.text(token));
    return value <= highest_ ? value : 0;
  }

  void add(std::uint32_t word, std::uint32_t first, std::uint32_t last, std::uint32_t from, std::uint32_t to) {
    Proposal proposal;
    proposal.confirmed = true;
    Citation& citation = proposal.citation;
    citation.form = CitationForm::numeric;
    citation.group = body_[word].start;
    citation.span = {body_[first].start, body_[last].end};
    for (std::uint32_t n = from; n <= to; ++n) citation.numbers.push_back(n);
    citation.targets.resize(citation.numbers.size());
    proposals_.push_back(std::move(proposal));
  }

  const Body& body_;
  std::uint32_t highest_;
  Proposals proposals_;
};

}  // namespace

Proposals propose_numbers_in_words(const Source& source) { return NumberInWordsFinder(source).run(); }

}  // namespace citegraph::citation
