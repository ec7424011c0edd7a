#include "citation/consistency.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <utility>

#include "citation/entry.hpp"
#include "citation/evidence.hpp"
#include "citation/wording.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::citation {
namespace {

// An order is one where nearly all follow it: then the others are out of place. Lists shorter than this show none.
constexpr std::size_t shortest_order = 8;
constexpr double ordered_share = 0.9;
constexpr double minority_share = 0.1;

struct Case {
  const Document& document;
  const ReferenceLists& references;
  const std::vector<Citation>& citations;
  std::vector<Diagnostic>& found;

  void report(std::string_view code, TextSpan span, std::string message) const {
    found.push_back(document.diagnose(code, span, std::move(message)));
  }
  std::string name(std::uint32_t entry) const { return cited_as(references, entry, document.text); }
  std::string printed(const Citation& citation) const { return quoted(slice(document.text, citation.span)); }
};

bool is_author_date(const Citation& citation) {
  return citation.form == CitationForm::parenthetical || citation.form == CitationForm::narrative;
}

bool is_numbered(const Citation& citation) {
  return citation.form == CitationForm::numeric || citation.form == CitationForm::superscript;
}

// The entry that a citation by author and date means beyond doubt.
const Work* plain_work(const Case& paper, const Citation& citation) {
  if (!is_author_date(citation) || citation.names.empty() || citation.targets.size() != 1) return nullptr;
  const Target& target = citation.targets.front();
  if (target.status != LinkStatus::linked || !target.reference) return nullptr;
  return first_work(paper.references, *target.reference);
}

// ---- authors

std::string counted(std::size_t authors) {
  return authors == 1 ? "one author" : authors == 2 ? "two authors" : std::to_string(authors) + " authors";
}

// "Smith et al." of a work by two, "Smith and Jones" of a work by three. What a style shortens (three authors, six
// authors) is its own affair.
void check_author_count(const Case& paper) {
  for (const Citation& citation : paper.citations) {
    const Work* work = plain_work(paper, citation);
    if (!work || work->has_others(NameVariable::author)) continue;
    const std::span<const Name> authors = work->get(NameVariable::author);
    const bool persons =
        std::none_of(authors.begin(), authors.end(), [](const Name& name) { return name.is_literal(); });
    if (authors.empty() || !persons) continue;
    const std::size_t named = citation.names.size();
    // The first author alone may be the whole of a compound name that was read as several.
    const bool too_many = citation.others && authors.size() <= std::max<std::size_t>(named, 2);
    const bool too_few = !citation.others && named >= 2 && authors.size() > named;
    if (too_many || too_few)
      paper.report("author-count", citation.span,
                   paper.printed(citation) + " is a work by " + counted(authors.size()) + ": " +
                       paper.name(*citation.targets.front().reference));
  }
}

// "Koenker and Basset" for "Basset and Koenker".
void check_author_order(const Case& paper) {
  for (const Citation& citation : paper.citations) {
    const Work* work = plain_work(paper, citation);
    if (!work || citation.names.size() < 2) continue;
    const std::span<const Name> authors = work->get(NameVariable::author);
    if (authors.size() != citation.names.size()) continue;
    const auto letters = [](std::string_view name) { return text::fold_letters(name); };
    std::vector<std::string> cited;
    std::vector<std::string> listed;
    for (std::size_t i = 0; i < authors.size(); ++i) {
      cited.push_back(letters(citation.names[i]));
      listed.push_back(letters(authors[i].cited_form()));
    }
    if (cited == listed || !std::is_permutation(cited.begin(), cited.end(), listed.begin())) continue;
    paper.report("author-order", citation.span,
                 paper.printed(citation) + " names the authors in another order than the entry: " +
                     paper.name(*citation.targets.front().reference));
  }
}

// "P. Aster (1994)" for "Aster, J."
void check_initials_differ(const Case& paper) {
  for (const Citation& citation : paper.citations) {
    if (!plain_work(paper, citation) || citation.names.front().find_first_of(". ") == std::string::npos) continue;
    const Query query = make_query(citation);
    if (query.names.front().initials.empty()) continue;
    const std::uint32_t entry = *citation.targets.front().reference;
    const Entry made = make_entry(paper.references.references[entry], paper.document.text);
    if (made.names.empty() || made.names.front().organisation) continue;
    const std::string& cited = query.names.front().initials;
    const std::string& listed = made.names.front().initials;
    const std::size_t shared = std::min(cited.size(), listed.size());
    if (shared == 0 || query.names.front().letters != made.names.front().family) continue;
    if (cited.substr(0, shared) != listed.substr(0, shared))
      paper.report("initials-differ", citation.span,
                   paper.printed(citation) + " has other initials than the entry: " + paper.name(entry));
  }
}

// ---- letters after the year

// "Foster et al. 2017": what most styles make of a work.
std::string usual_citation(const Work& work, const Date& issued) {
  const std::span<const Name> authors = work.get(NameVariable::author);
  std::string text = authors.front().cited_form();
  if (authors.size() > 2 || work.has_others(NameVariable::author))
    text += " et al.";
  else if (authors.size() == 2)
    text += " and " + authors[1].cited_form();
  return text + ' ' + year_text(issued);
}

// Two works cited alike need a letter each: "2017a" and "2017b".
void check_year_suffix(const Case& paper) {
  std::vector<bool> cited(paper.references.references.size());
  for (const Citation& citation : paper.citations) {
    if (!is_author_date(citation)) continue;
    for (const Target& target : citation.targets)
      for (const std::uint32_t candidate : target.candidates)
        if (candidate < cited.size()) cited[candidate] = true;
  }
  std::map<std::string, std::vector<std::uint32_t>> alike;
  for (std::uint32_t i = 0; i < cited.size(); ++i) {
    const Work* work = first_work(paper.references, i);
    const Date* issued = work ? work->get(DateVariable::issued) : nullptr;
    if (!cited[i] || !issued || !issued->has_year() || work->get(NameVariable::author).empty()) continue;
    alike[usual_citation(*work, *issued)].push_back(i);
  }
  for (const auto& [name, entries] : alike) {
    for (std::size_t k = 1; k < entries.size(); ++k) {
      const Work* first = first_work(paper.references, entries.front());
      const Work* other = first_work(paper.references, entries[k]);
      if (text::same_letters(first->get(Variable::title), other->get(Variable::title))) continue;  // printed twice
      const TextSpan earlier = paper.references.references[entries.front()].span;
      const auto line = paper.document.line_column(paper.document.map.to_source(earlier).start).first;
      paper.report("year-suffix", paper.references.references[entries[k]].span,
                   quoted(name) + " also means the entry in line " + std::to_string(line) +
                       ": letters after the year would tell them apart");
    }
  }
}

// ---- order

// Which positions do not belong to the longest rising subsequence (patience sorting), empty where that is too short to
// speak of an order.
template <class Key>
std::vector<std::size_t> out_of_order(const std::vector<Key>& keys) {
  constexpr auto none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> tails;  // the last position of the best subsequence of each length
  std::vector<std::size_t> before(keys.size(), none);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto at = std::upper_bound(tails.begin(), tails.end(), keys[i],
                                     [&](const Key& key, std::size_t tail) { return key < keys[tail]; });
    if (at != tails.begin()) before[i] = *(at - 1);
    if (at == tails.end())
      tails.push_back(i);
    else
      *at = i;
  }
  if (keys.size() < shortest_order ||
      static_cast<double>(tails.size()) < ordered_share * static_cast<double>(keys.size()))
    return {};
  std::vector<bool> inside(keys.size());
  for (std::size_t i = tails.back(); i != none; i = before[i]) inside[i] = true;
  std::vector<std::size_t> outside;
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (!inside[i]) outside.push_back(i);
  return outside;
}

// By the first word of each entry. Left out: entries that begin with a dash for the author above, with a particle,
// which styles sort in two ways, or with a letter whose place in the alphabet depends on the language.
void check_list_order(const Case& paper) {
  std::vector<std::string> keys;
  std::vector<std::uint32_t> entries;
  for (std::uint32_t i = 0; i < paper.references.references.size(); ++i) {
    const Reference& reference = paper.references.references[i];
    if (!reference.id.empty()) return;  // numbered or keyed
    const Work* work = first_work(paper.references, i);
    if (!work || work->get(NameVariable::author).empty()) continue;
    const Name& author = work->get(NameVariable::author).front();
    if (author.is_literal() || !author.dropping_particle.empty() || !author.non_dropping_particle.empty()) continue;
    const std::string_view printed = slice(paper.document.text, reference.span);
    if (!printed.starts_with(author.family) || author.family.find(' ') != std::string::npos) continue;
    const bool ascii = std::all_of(author.family.begin(), author.family.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!ascii) continue;
    keys.push_back(text::fold_letters(author.family));
    entries.push_back(i);
  }
  for (const std::size_t at : out_of_order(keys))
    paper.report("list-order", paper.references.references[entries[at]].span,
                 quoted(paper.name(entries[at])) + " is out of alphabetical order");
}

// Numbers are given in the order in which works are first cited, where nearly all are.
void check_citation_order(const Case& paper) {
  std::vector<bool> seen(paper.references.references.size());
  std::vector<std::uint32_t> order;
  std::vector<const Citation*> first;
  for (const Citation& citation : paper.citations) {
    if (!is_numbered(citation)) continue;
    for (const Target& target : citation.targets) {
      if (!target.reference || seen[*target.reference]) continue;
      seen[*target.reference] = true;
      order.push_back(*target.reference);
      first.push_back(&citation);
    }
  }
  const Citation* reported = nullptr;
  for (const std::size_t at : out_of_order(order)) {
    if (first[at] == reported) continue;
    reported = first[at];
    paper.report("citation-order", first[at]->span,
                 paper.printed(*first[at]) + " is first cited out of the order of the numbers");
  }
}

// ---- style

void check_mixed_style(const Case& paper) {
  std::vector<const Citation*> named;
  std::vector<const Citation*> numbered;
  std::vector<const Citation*> keyed;
  for (const Citation& citation : paper.citations) {
    if (is_author_date(citation)) named.push_back(&citation);
    if (is_numbered(citation)) numbered.push_back(&citation);
    if (citation.form == CitationForm::key) keyed.push_back(&citation);
  }
  const std::size_t all = named.size() + numbered.size() + keyed.size();
  if (all < shortest_order) return;
  for (const auto* few : {&named, &numbered, &keyed})
    if (static_cast<double>(few->size()) <= minority_share * static_cast<double>(all))
      for (const Citation* citation : *few)
        paper.report("mixed-style", citation->span,
                     paper.printed(*citation) + " is cited in another way than the rest");
}

// A new kind is a function and a row.
using Check = void (*)(const Case&);
constexpr Check checks[] = {check_author_count, check_author_order,   check_initials_differ, check_year_suffix,
                            check_list_order,   check_citation_order, check_mixed_style};

}  // namespace

std::vector<Diagnostic> inconsistencies(const Document& document, const ReferenceLists& references,
                                        const std::vector<Citation>& citations) {
  std::vector<Diagnostic> found;
  for (const Check check : checks) check({document, references, citations, found});
  return found;
}

}  // namespace citegraph::citation
