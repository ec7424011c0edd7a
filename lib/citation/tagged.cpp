#include "citation/tagged.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "citation/locator.hpp"
#include "citation/suffix.hpp"

namespace citegraph::citation {
namespace {

class TagReader {
 public:
  explicit TagReader(const Source& source) : source_(source), body_(source.body) {
    printed_ = propose_author_date(source);
    std::stable_sort(printed_.begin(), printed_.end(), [](const Proposal& a, const Proposal& b) {
      return a.citation.span.start < b.citation.span.start;
    });
  }

  std::vector<Citation> run() {
    const auto& tagged = source_.document.tagged_citations;
    std::vector<Citation> citations;
    for (std::size_t i = 0; i < tagged.size(); ++i) {
      const std::uint32_t from = i > 0 ? citations.back().span.end : 0;
      const auto to =
          i + 1 < tagged.size() ? tagged[i + 1].span.start : static_cast<std::uint32_t>(source_.document.text.size());
      citations.push_back(read(tagged[i], {from, to}));
    }
    return citations;
  }

 private:
  // `free` reaches from the citation before to the one after.
  Citation read(const TaggedCitation& tagged, TextSpan free) {
    if (tagged.form == TaggedForm::key) return read_key(tagged);
    Citation citation;
    const std::uint32_t first = body_.token_at(tagged.span.start);
    std::uint32_t end = first;
    while (body_[end].start < tagged.span.end && end < body_.size()) ++end;
    const bool numeric = first < end && is_numeric(first, end);
    if (const Citation* printed = numeric ? nullptr : printed_at(tagged.span)) citation = *printed;
    // Names before a tagged year, and the page behind it, belong to the citation.
    const TextSpan whole{std::min(citation.span.start, tagged.span.start),
                         std::max(citation.span.end, tagged.span.end)};
    citation.span = !citation.targets.empty() && free.contains(whole) ? whole : tagged.span;
    citation.group = group(first);
    if (numeric) {
      citation.form = body_[first].raised ? CitationForm::superscript : CitationForm::numeric;
      read_numbers(first, end, tagged.ids.size(), citation);
    } else if (citation.targets.empty()) {
      citation.form = form_without_names(first);
    }
    if (citation.names.empty() && citation.numbers.empty()) citation.key = tagged.ids.front();
    Target target = citation.targets.empty() ? locate(end) : citation.targets.front();
    citation.targets.assign(tagged.ids.size(), target);
    return citation;
  }

  static Citation read_key(const TaggedCitation& tagged) {
    Citation citation;
    citation.span = tagged.span;
    citation.form = CitationForm::key;
    citation.group = tagged.group;
    citation.key = tagged.ids.front();
    citation.prefix = tagged.prefix;
    Suffix suffix = read_suffix(tagged.suffix);
    citation.suffix = std::move(suffix.rest);
    Target target;
    target.locator = std::move(suffix.locator);
    target.locator_label = std::move(suffix.label);
    citation.targets.assign(tagged.ids.size(), target);
    return citation;
  }

  bool is_numeric(std::uint32_t first, std::uint32_t end) const {
    for (std::uint32_t at = first; at < end; ++at) {
      switch (body_.kind(at)) {
        case TokenKind::number:
        case TokenKind::comma:
        case TokenKind::semicolon:
        case TokenKind::dash:
        case TokenKind::open:
        case TokenKind::close:
          continue;
        default:
          return false;
      }
    }
    return true;
  }

  // "30,31,33" and "66–68", if they are as many as the entries.
  void read_numbers(std::uint32_t first, std::uint32_t end, std::size_t count, Citation& citation) const {
    std::vector<std::uint32_t> numbers;
    bool range = false;
    for (std::uint32_t at = first; at < end; ++at) {
      range |= body_.kind(at) == TokenKind::dash;
      if (body_.kind(at) != TokenKind::number) continue;
      const std::uint32_t value = number_value(body_.text(at));
      if (range && !numbers.empty() && value > numbers.back() && value - numbers.back() <= count)
        for (std::uint32_t between = numbers.back() + 1; between < value; ++between) numbers.push_back(between);
      numbers.push_back(value);
      range = false;
    }
    if (numbers.size() == count) citation.numbers = std::move(numbers);
  }

  // What is printed there by names and year: the reading that shares most with the tagged text.
  const Citation* printed_at(TextSpan span) {
    while (next_ < printed_.size() && printed_[next_].citation.span.end <= span.start) ++next_;
    const Citation* best = nullptr;
    std::uint32_t most = 0;
    for (std::size_t i = next_; i < printed_.size() && printed_[i].citation.span.start < span.end; ++i) {
      const TextSpan other = printed_[i].citation.span;
      if (!other.overlaps(span)) continue;
      const std::uint32_t shared = std::min(other.end, span.end) - std::max(other.start, span.start);
      if (shared > most) {
        most = shared;
        best = &printed_[i].citation;
      }
    }
    return best;
  }

  CitationForm form_without_names(std::uint32_t first) const {
    if (body_[first].raised) return CitationForm::superscript;
    return body_.bracket(first) == no_token ? CitationForm::narrative : CitationForm::parenthetical;
  }

  // Citations of one bracket, or of one raised run, are a group.
  std::uint32_t group(std::uint32_t first) const {
    if (const std::uint32_t bracket = body_.bracket(first); bracket != no_token) return body_[bracket].start;
    while (first > 0 && body_[first].raised && body_[first - 1].raised) --first;
    return body_[first].start;
  }

  // ", p. 5" behind a number; a bare number there is the next citation.
  Target locate(std::uint32_t end) const {
    if (body_.kind(end) != TokenKind::comma || body_.kind(end + 1) != TokenKind::word) return {};
    return target_at(read_locator(body_, end));
  }

  const Source& source_;
  const Body& body_;
  Proposals printed_;
  std::size_t next_ = 0;
};

}  // namespace

std::vector<Citation> read_tagged(const Source& source) { return TagReader(source).run(); }

const TaggedCitation* find_tagged(const Document& document, const Citation& citation) noexcept {
  const auto& tagged = document.tagged_citations;
  const auto found =
      std::lower_bound(tagged.begin(), tagged.end(), citation.span.start,
                       [](const TaggedCitation& each, std::uint32_t start) { return each.span.start < start; });
  return found != tagged.end() && citation.span.contains(found->span) ? &*found : nullptr;
}

}  // namespace citegraph::citation
