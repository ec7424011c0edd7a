// A title in a bracket, without a year: "(White Paper: Peaceful Development)", "(Treaty of Friendship, Art. 3)".
//
// What stands in the bracket must be the beginning of the title (or of the printed text) of an entry: at least three
// words, or all of the title.
#include <algorithm>
#include <string>
#include <vector>

#include "citation/form.hpp"
#include "citation/locator.hpp"
#include "citation/words.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::citation {
namespace {

constexpr std::size_t least_words = 3;
constexpr std::uint32_t longest = 60;  // tokens

bool is_year_word(const std::string& word) noexcept {
  return word.size() >= 4 && word.find_first_not_of("0123456789") >= 4 && (word[0] == '1' || word[0] == '2');
}

bool begins(const std::vector<std::string>& words, const std::vector<std::string>& title) {
  return !words.empty() && words.size() <= title.size() && std::equal(words.begin(), words.end(), title.begin());
}

// True if the words name the entry without a year: they are not what author and year already say. A work of named
// persons is not cited by its title.
bool names_title(const std::vector<std::string>& words, const Entry& entry) {
  for (const EntryName& name : entry.names)  // "(Quantum GIS Development Team)" with an undated entry
    if (name.organisation && words == name.words && (entry.years.empty() || words.size() >= least_words)) return true;
  const bool authorless = entry.names.empty() || entry.edited || entry.names.front().organisation;
  if (authorless && begins(words, entry.title))
    return words.size() >= least_words || words.size() == entry.title.size();
  // The entry as printed begins with its authors, unless it has none.
  return words.size() >= least_words && !is_year_word(words.back()) && begins(words, entry.head);
}

class TitleFinder {
 public:
  explicit TitleFinder(const Source& source) : source_(source), body_(source.body) {}

  Proposals run() {
    for (std::uint32_t i = 0; i < body_.size(); ++i)
      if (body_.kind(i) == TokenKind::open && body_.partner(i) != no_token) chunks(i, body_.partner(i));
    return std::move(proposals_);
  }

 private:
  // Semicolons divide a group; a title may hold one itself, so the whole bracket is tried first.
  void chunks(std::uint32_t open, std::uint32_t close) {
    if (close - open > 4 * longest) return;
    if (chunk(open, open + 1, close)) return;
    std::uint32_t start = open + 1;
    for (std::uint32_t i = start; i <= close; ++i) {
      if (i != close && body_.kind(i) != TokenKind::semicolon) continue;
      if (!(start == open + 1 && i == close)) chunk(open, start, i);
      start = i + 1;
    }
  }

  bool chunk(std::uint32_t open, std::uint32_t first, std::uint32_t end) {
    while (first < end && (body_.kind(first) == TokenKind::quote || introduces(first))) ++first;
    std::uint32_t last = end;
    std::optional<Locator> locator;
    for (std::uint32_t i = first + 1; i < end && !locator; ++i) {
      if (body_.kind(i) != TokenKind::comma && body_.kind(i) != TokenKind::colon) continue;
      locator = read_locator(body_, i);
      if (locator && locator->end == end)
        last = i;
      else
        locator.reset();
    }
    while (last > first && (body_.kind(last - 1) == TokenKind::quote || body_.kind(last - 1) == TokenKind::period ||
                            body_.kind(last - 1) == TokenKind::comma || body_.kind(last - 1) == TokenKind::ellipsis))
      --last;
    if (first >= last || last - first > longest || !body_[first].capital) return false;
    const std::vector<std::string> words = folded_words(body_.text(first, last - 1));
    if (words.size() < 2) return false;
    for (const std::uint32_t number : source_.index.by_beginning(words)) {
      if (!names_title(words, source_.index.entries()[number])) continue;
      add(open, first, last, locator);
      return true;
    }
    return false;
  }

  bool introduces(std::uint32_t token) const {
    return body_.kind(token) == TokenKind::word && !body_[token].capital && is_never_a_name(body_.folded(token));
  }

  void add(std::uint32_t open, std::uint32_t first, std::uint32_t last, const std::optional<Locator>& locator) {
    Proposal proposal;
    proposal.confirmed = true;
    Citation& citation = proposal.citation;
    citation.form = CitationForm::title;
    citation.group = body_[open].start;
    citation.span = {body_[first].start, body_[(locator ? locator->end : last) - 1].end};
    citation.title = text::collapse_spaces(body_.text(first, last - 1));
    citation.targets.push_back(target_at(locator));
    proposals_.push_back(std::move(proposal));
  }

  const Source& source_;
  const Body& body_;
  Proposals proposals_;
};

}  // namespace

Proposals propose_titles(const Source& source) { return TitleFinder(source).run(); }

}  // namespace citegraph::citation
