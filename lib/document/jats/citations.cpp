#include "document/jats/citations.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "text/utf8.hpp"

namespace citegraph::document::jats {
namespace {

constexpr std::uint32_t longest_range = 200;   // entries; more is no citation
constexpr std::uint32_t longest_between = 16;  // bytes between the ends of a range: ")–(", "] - ["

bool is_opening(char c) { return c == '(' || c == '['; }
bool is_closing(char c) { return c == ')' || c == ']'; }
bool is_loose(char c) { return c == ' ' || c == '\n' || c == '\t' || c == ',' || c == ';'; }

bool has_opening(std::string_view text) { return text.find_first_of("([") != std::string_view::npos; }
bool has_closing(std::string_view text) { return text.find_first_of(")]") != std::string_view::npos; }

TextSpan smallest(TextSpan span, std::string_view text) {
  TextSpan inner = span;
  const auto trim = [&] {
    while (!inner.empty() && is_loose(text[inner.start])) ++inner.start;
    while (!inner.empty() && is_loose(text[inner.end - 1])) --inner.end;
  };
  trim();
  if (inner.empty()) return span;
  const bool opens = is_opening(text[inner.start]);
  const bool closes = is_closing(text[inner.end - 1]);
  const std::string_view within = slice(text, {inner.start + 1, inner.end - 1});
  const bool bare = !has_opening(within) && !has_closing(within);
  if (opens && bare) ++inner.start;
  if (closes && bare && !inner.empty()) --inner.end;
  if (!opens && !closes && has_opening(within) && !has_closing(within) && inner.end < text.size() &&
      is_closing(text[inner.end]))
    ++inner.end;  // "Krenak (2015" with the bracket behind the tag
  trim();
  return inner.empty() ? span : inner;
}

std::optional<std::uint32_t> number_in(std::string_view text) {
  if (text.empty() || text.size() > 6) return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : text) {
    if (!text::is_digit(static_cast<unsigned char>(c))) return std::nullopt;
    value = value * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return value;
}

// A dash, and beside it nothing but blanks and brackets.
bool is_range_sign(std::string_view between) {
  if (between.size() > longest_between) return false;
  unsigned dashes = 0;
  for (std::size_t at = 0; at < between.size();) {
    const text::CodePoint c = text::decode_at(between, at);
    if (text::is_dash(c.value))
      ++dashes;
    else if (!text::is_space(c.value) && !(c.value < 0x80 && (is_opening(between[at]) || is_closing(between[at]))))
      return false;
    at += c.size;
  }
  return dashes == 1;
}

class Completer {
 public:
  Completer(const Entries& entries, std::string_view text) : entries_(entries), text_(text) {}

  // The entries strictly between two.
  void add_between(std::vector<std::string>& ids, std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t position = first + 1; position < last; ++position) ids.push_back(entries_.id(position));
  }

  static bool is_range(std::uint32_t first, std::uint32_t last) {
    return first < last && last - first <= longest_range;
  }

  // True if `next` ended a range that `citation` begins; `citation` then holds both.
  bool join(TaggedCitation& citation, const TaggedCitation& next) const {
    if (citation.span.end > next.span.start) return false;
    const auto from = number_in(slice(text_, citation.span));
    const auto to = number_in(slice(text_, next.span));
    if (!from || !to || *from >= *to || !is_range_sign(slice(text_, {citation.span.end, next.span.start})))
      return false;
    const auto first = entries_.find(citation.ids.back());
    const auto last = entries_.find(next.ids.front());
    if (!first || !last || !is_range(*first, *last)) return false;
    citation.span.end = next.span.end;
    add_between(citation.ids, *first, *last);
    citation.ids.insert(citation.ids.end(), next.ids.begin(), next.ids.end());
    return true;
  }

  // "2–5" that names only its first entry, or its first and its last.
  void complete(TaggedCitation& citation) const {
    const std::string_view printed = slice(text_, citation.span);
    if (citation.ids.size() > 2 || printed.size() > longest_between) return;
    const std::size_t digits = std::min(printed.find_first_not_of("0123456789"), printed.size());
    const std::size_t rest = printed.find_last_not_of("0123456789");
    if (digits == 0 || rest == std::string_view::npos || rest < digits) return;
    const auto from = number_in(printed.substr(0, digits));
    const auto to = number_in(printed.substr(rest + 1));
    if (!from || !to || *from >= *to || !is_range_sign(printed.substr(digits, rest + 1 - digits))) return;
    const auto first = entries_.find(citation.ids.front());
    if (!first) return;
    if (citation.ids.size() == 2) {
      const auto last = entries_.find(citation.ids.back());
      if (!last || !is_range(*first, *last)) return;
      std::vector<std::string> ids{citation.ids.front()};
      add_between(ids, *first, *last);
      ids.push_back(citation.ids.back());
      citation.ids = std::move(ids);
      return;
    }
    const std::uint32_t last = *first + (*to - *from);
    if (!is_range(*first, last) || last >= entries_.size()) return;
    if (entries_.number(*first) != std::to_string(*from) || entries_.number(last) != std::to_string(*to)) return;
    add_between(citation.ids, *first, last + 1);
  }

 private:
  const Entries& entries_;
  std::string_view text_;
};

}  // namespace

std::vector<TaggedCitation> complete_citations(std::vector<TaggedCitation> citations, const Entries& entries,
                                               std::string_view text) {
  const Completer completer(entries, text);
  for (TaggedCitation& citation : citations) {
    citation.span = smallest(citation.span, text);
    for (std::string& id : citation.ids)  // a citation inside an entry stands for the entry
      if (const auto position = entries.find(id)) id = entries.id(*position);
  }
  std::stable_sort(citations.begin(), citations.end(),
                   [](const TaggedCitation& a, const TaggedCitation& b) { return a.span.start < b.span.start; });
  std::vector<TaggedCitation> complete;
  complete.reserve(citations.size());
  for (TaggedCitation& citation : citations) {
    if (!complete.empty() && complete.back().span.overlaps(citation.span)) continue;
    if (!complete.empty() && completer.join(complete.back(), citation)) continue;
    completer.complete(citation);
    complete.push_back(std::move(citation));
  }
  return complete;
}

}  // namespace citegraph::document::jats
