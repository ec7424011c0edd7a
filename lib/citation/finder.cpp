// All forms are proposed; the document's own way of citing, told by which form reaches most of its entries, decides
// which of them are citations.
#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>

#include "citation/form.hpp"
#include "citation/indexed.hpp"
#include "citation/sentence.hpp"
#include "citation/tagged.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph {
namespace {

using namespace citation;

constexpr std::size_t style_count = 6;
constexpr std::uint32_t longest_affix = 120;  // bytes of a prefix or suffix

struct Found {
  const Form* form = nullptr;
  Proposals proposals;
};

// What the entries reached by a form are told apart by: a number, a key, or names and year.
std::string identity(const Citation& citation) {
  if (!citation.key.empty()) return citation.key;
  if (citation.form == CitationForm::note) {  // in full, by a short title or by "op. cit.": the author tells them apart
    if (citation.names.empty()) return {};
    const std::vector<std::string> words = folded_words(citation.names.front());
    return words.empty() ? std::string{} : words.back() + citation.date.suffix + std::to_string(citation.date.year());
  }
  std::string id = text::fold_letters(citation.names.empty() ? citation.title : citation.names.front());
  id += std::to_string(citation.date.year());
  id += citation.date.suffix;
  return id;
}

std::size_t reached(const Proposals& proposals) {
  std::vector<std::uint32_t> numbers;
  std::vector<std::string> names;
  for (const Proposal& proposal : proposals) {
    if (!proposal.confirmed) continue;
    if (proposal.citation.numbers.empty())
      names.push_back(identity(proposal.citation));
    else
      numbers.insert(numbers.end(), proposal.citation.numbers.begin(), proposal.citation.numbers.end());
  }
  const auto distinct = [](auto& values) {
    std::sort(values.begin(), values.end());
    return static_cast<std::size_t>(std::unique(values.begin(), values.end()) - values.begin());
  };
  return distinct(numbers) + distinct(names);
}

Style main_style(const std::vector<Found>& found, const ReferenceLists& references) {
  std::array<std::size_t, style_count> reach{};
  for (const Found& form : found) {
    if (form.form->style == Style::number_in_words) continue;
    // Without a list nothing can be confirmed, and the most frequent form is the way of citing.
    const bool listed = !references.references.empty();
    reach[static_cast<std::size_t>(form.form->style)] += listed ? reached(form.proposals) : form.proposals.size();
  }
  // A round bracket with a number is often an enumeration or an equation, and a raised one a note or an exponent: where
  // the list is not numbered they count only if they reach most of it and no other form does.
  if (!Numbering(references).printed()) {
    for (const Style style : {Style::numeric_round, Style::superscript}) {
      std::size_t& own = reach[static_cast<std::size_t>(style)];
      const std::size_t others = std::accumulate(reach.begin(), reach.end(), std::size_t{0}) - own;
      if (2 * own < references.references.size() || 5 * others > own || references.references.size() < 5) own = 0;
    }
  }
  std::size_t best = 0;
  for (std::size_t style = 1; style < style_count; ++style)
    if (reach[style] > reach[best]) best = style;
  return static_cast<Style>(best);
}

bool accepted(const Proposal& proposal, Style style, Style main) {
  if (style == Style::key) return proposal.confirmed || main == Style::key;
  if (style == Style::number_in_words)
    return main == Style::numeric_square || main == Style::numeric_round || main == Style::superscript;
  return style == main;
}

bool has_weak(const Found& form) {
  return std::any_of(form.proposals.begin(), form.proposals.end(), [](const Proposal& p) { return p.weak; });
}

// A proposal that is a citation, still where its form put it.
struct Chosen {
  TextSpan span;
  Citation* citation = nullptr;
};

// Sorted.
std::vector<std::string> identities(const std::vector<Chosen>& chosen) {
  std::vector<std::string> all;
  all.reserve(chosen.size());
  for (const Chosen& each : chosen) all.push_back(identity(*each.citation));
  std::sort(all.begin(), all.end());
  return all;
}

// Adds the proposals of a form that are citations and overlap no earlier form's; `chosen` is and stays sorted.
void choose(Found& form, Style main, std::vector<Chosen>& chosen) {
  const auto earlier = static_cast<std::ptrdiff_t>(chosen.size());
  const std::vector<std::string> cited = has_weak(form) ? identities(chosen) : std::vector<std::string>{};
  for (Proposal& proposal : form.proposals) {
    if (!accepted(proposal, form.form->style, main)) continue;
    if (proposal.weak && std::binary_search(cited.begin(), cited.end(), identity(proposal.citation))) continue;
    const TextSpan span = proposal.citation.span;
    const auto end = chosen.begin() + earlier;
    const auto at =
        std::partition_point(chosen.begin(), end, [&](const Chosen& c) { return c.span.end <= span.start; });
    if (at == end || !at->span.overlaps(span)) chosen.push_back({span, &proposal.citation});
  }
  const auto by_place = [](const Chosen& a, const Chosen& b) { return a.span < b.span; };
  std::sort(chosen.begin() + earlier, chosen.end(), by_place);
  std::inplace_merge(chosen.begin(), chosen.begin() + earlier, chosen.end(), by_place);
}

// The proposals that are citations, sorted, none overlapping an earlier form's.
std::vector<Citation> dispose(std::vector<Found>& found, Style main) {
  std::vector<Chosen> chosen;
  for (Found& form : found) choose(form, main, chosen);
  std::vector<Citation> citations;
  citations.reserve(chosen.size());
  for (const Chosen& each : chosen) citations.push_back(std::move(*each.citation));
  return citations;
}

// Groups are numbered in the order of the text, and so are the citations in each.
void number_groups(std::vector<Citation>& citations) {
  std::vector<std::uint32_t> starts;
  starts.reserve(citations.size());
  for (const Citation& citation : citations) starts.push_back(citation.group);
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  for (Citation& citation : citations)
    citation.group =
        static_cast<std::uint32_t>(std::lower_bound(starts.begin(), starts.end(), citation.group) - starts.begin());
  std::vector<std::uint32_t> sizes(starts.size());
  for (Citation& citation : citations) citation.position = sizes[citation.group]++;
  for (Citation& citation : citations) citation.group_size = sizes[citation.group];
}

std::string affix(std::string_view text) {
  const auto is_mark = [](char c) { return c == ',' || c == ';' || c == ':' || c == ' ' || c == '\n'; };
  text = text::trim(text);
  while (!text.empty() && is_mark(text.back())) text.remove_suffix(1);
  while (!text.empty() && is_mark(text.front())) text.remove_prefix(1);
  return text.size() > longest_affix ? std::string{} : text::collapse_spaces(text);
}

// What stands in the bracket before a citation (back to the bracket, a semicolon, or the citation before) and after it.
void fill_affixes(const Document& document, const Body& body, std::vector<Citation>& citations) {
  const std::string_view text = body.text();
  for (std::size_t i = 0; i < citations.size(); ++i) {
    Citation& citation = citations[i];
    const std::uint32_t first = body.token_at(citation.span.start);
    const std::uint32_t bracket = body.bracket(first);
    if (bracket == no_token || citation.form == CitationForm::narrative) continue;
    if (const TaggedCitation* tagged = find_tagged(document, citation);
        tagged != nullptr && tagged->form == TaggedForm::key)
      continue;  // the document says what is around a key
    std::uint32_t start = first;
    const std::uint32_t floor = i > 0 ? citations[i - 1].span.end : 0;
    while (start > bracket + 1 && first - start < 30 && body[start - 1].start >= floor &&
           body.kind(start - 1) != TokenKind::semicolon)
      --start;
    if (start < first) citation.prefix = affix(text.substr(body[start].start, citation.span.start - body[start].start));
    const std::uint32_t after = body.token_at(citation.span.end);
    const std::uint32_t ceiling =
        i + 1 < citations.size() ? citations[i + 1].span.start : static_cast<std::uint32_t>(text.size());
    std::uint32_t end = after;
    while (end < body.size() && end - after < 30 && body[end].end <= ceiling &&
           body.kind(end) != TokenKind::semicolon && body.kind(end) != TokenKind::gap &&
           !(body.kind(end) == TokenKind::close && body.partner(end) == bracket))
      ++end;
    const bool complete =
        body.kind(end) == TokenKind::semicolon || (body.kind(end) == TokenKind::close && body.partner(end) == bracket);
    if (complete && end > after)
      citation.suffix = affix(text.substr(citation.span.end, body[end].start - citation.span.end));
  }
}

// Sentences are split only in blocks that hold a citation.
void fill_places(const Document& document, std::vector<Citation>& citations) {
  std::vector<TextSpan> sentences;
  std::size_t sentence = 0;
  std::size_t block = 0;
  std::string_view section;
  std::uint32_t split = 0;  // text before it is split
  std::size_t headed = 0;
  for (Citation& citation : citations) {
    for (; headed < document.blocks.size() && document.blocks[headed].span.start <= citation.span.start; ++headed)
      if (document.blocks[headed].kind == BlockKind::heading)
        section = slice(document.text, document.blocks[headed].span);
    while (block < document.blocks.size() && document.blocks[block].span.end <= citation.span.start) ++block;
    if (block < document.blocks.size() && document.blocks[block].span.end > split) {
      sentences = split_sentences(document.text, document.blocks[block].span);
      split = document.blocks[block].span.end;
      sentence = 0;
    }
    while (sentence < sentences.size() && sentences[sentence].end <= citation.span.start) ++sentence;
    if (sentence < sentences.size() && sentences[sentence].overlaps(citation.span))
      citation.sentence = sentences[sentence];
    citation.section = text::collapse_spaces(section);
  }
}

std::vector<Citation> find_printed(const Source& source) {
  std::vector<Found> found;
  found.reserve(forms().size());
  for (const Form& form : forms()) found.push_back({&form, form.propose(source)});
  return dispose(found, main_style(found, source.references));
}

// Keys are the document's own; beside them it may print citations of a list that it holds.
std::vector<Citation> find_keyed(const Source& source) {
  std::vector<Citation> tagged = read_tagged(source);
  const auto& references = source.references.references;
  const bool listed = std::any_of(references.begin(), references.end(),
                                  [](const Reference& reference) { return !reference.span.empty(); });
  if (!listed) return tagged;
  std::vector<Citation> printed = find_printed(source);
  const bool known = std::any_of(tagged.begin(), tagged.end(), [&](const Citation& citation) {
    return std::any_of(references.begin(), references.end(),
                       [&](const Reference& reference) { return reference.id == citation.key; });
  });
  if (!known && !printed.empty()) return printed;  // "@name" is somebody's name
  std::vector<Citation> merged;
  std::size_t next = 0;
  for (Citation& citation : printed) {
    while (next < tagged.size() && tagged[next].span.end <= citation.span.start)
      merged.push_back(std::move(tagged[next++]));
    if (next == tagged.size() || !tagged[next].span.overlaps(citation.span)) merged.push_back(std::move(citation));
  }
  while (next < tagged.size()) merged.push_back(std::move(tagged[next++]));
  return merged;
}

std::vector<Citation> find_tagged_or_printed(const Source& source) {
  const auto& tagged = source.document.tagged_citations;
  if (tagged.empty()) return find_printed(source);
  const bool keyed = tagged.front().form == TaggedForm::key;
  return keyed ? find_keyed(source) : read_tagged(source);
}

}  // namespace

std::vector<Citation> citation::find_citations(const Document& document, const ReferenceLists& references,
                                               const EntryIndex& index) {
  const Body body(document, references.lists);
  const Source source{document, references, body, index};
  std::vector<Citation> citations = find_tagged_or_printed(source);
  number_groups(citations);
  fill_affixes(document, body, citations);
  fill_places(document, citations);
  return citations;
}

std::vector<Citation> find_citations(const Document& document, const ReferenceLists& references, const ReadOptions&) {
  return citation::find_citations(document, references, EntryIndex(document, references));
}

std::string_view to_string(CitationForm form) noexcept {
  switch (form) {
    case CitationForm::parenthetical:
      return "parenthetical";
    case CitationForm::narrative:
      return "narrative";
    case CitationForm::title:
      return "title";
    case CitationForm::numeric:
      return "numeric";
    case CitationForm::superscript:
      return "superscript";
    case CitationForm::key:
      return "key";
    case CitationForm::note:
      return "note";
  }
  return {};
}

std::string_view to_string(LinkStatus status) noexcept {
  switch (status) {
    case LinkStatus::linked:
      return "linked";
    case LinkStatus::ambiguous:
      return "ambiguous";
    case LinkStatus::year_mismatch:
      return "year_mismatch";
    case LinkStatus::name_mismatch:
      return "name_mismatch";
    case LinkStatus::missing:
      return "missing";
  }
  return {};
}

}  // namespace citegraph
