#include "citation/findings.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>

#include "citation/consistency.hpp"
#include "citation/duplicates.hpp"
#include "citation/evidence.hpp"
#include "citation/wording.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::citation {
namespace {

constexpr std::size_t most_listed = 4;  // entries named in a message

class Writer {
 public:
  Writer(const Document& document, const ReferenceLists& references, const std::vector<Citation>& citations)
      : document_(document), references_(references), spelt_right_(references.references.size()) {
    for (const Citation& citation : citations)
      for (const Target& target : citation.targets)
        if (target.status == LinkStatus::linked && target.reference && !citation.names.empty())
          spelt_right_[*target.reference] = true;
    for (std::uint32_t i = 0; i < references.references.size(); ++i) {
      const Work* work = first_work(references, i);
      if (work && !work->get(NameVariable::author).empty())
        by_author_[text::fold_letters(work->get(NameVariable::author).front().cited_form())].push_back(i);
    }
  }

  void citation(const Citation& citation) {
    for (std::size_t i = 0; i < citation.targets.size(); ++i) {
      const Target& target = citation.targets[i];
      switch (target.status) {
        case LinkStatus::linked:
          break;
        case LinkStatus::missing:
          missing(citation, i);
          break;
        case LinkStatus::year_mismatch:
          year_mismatch(citation, *target.reference);
          break;
        case LinkStatus::name_mismatch:
          name_mismatch(citation, *target.reference);
          break;
        case LinkStatus::ambiguous:
          ambiguous(citation, target);
          break;
      }
    }
  }

  void never_cited(std::uint32_t number) {
    const std::string name = cited_as(references_, number, document_.text);
    add("never-cited", references_.references[number].span, quoted(name) + " is never cited");
  }

  void duplicate(std::uint32_t number, std::uint32_t earlier) {
    const std::uint32_t line =
        document_.line_column(document_.map.to_source(references_.references[earlier].span)).first;
    add("duplicate-entry", references_.references[number].span,
        quoted(cited_as(references_, number, document_.text)) + " is the same work as the entry in line " +
            std::to_string(line));
  }

  std::vector<Diagnostic> take() { return std::move(diagnostics_); }

 private:
  // The citation as a reader would name it: "Smith 2009" also where only "2009" stands there.
  std::string name_of(const Citation& citation) const {
    const std::string_view printed = slice(document_.text, citation.span);
    if (citation.names.empty() || printed.find(citation.names.front()) != std::string_view::npos)
      return quoted(printed);
    std::string name = citation.names.front();
    if (citation.others) name += " et al.";
    return quoted(name + ' ' + year_text(citation.date));
  }

  void missing(const Citation& citation, std::size_t target) {
    std::string what = name_of(citation);
    if (citation.numbers.size() > 1 && target < citation.numbers.size())
      what = std::to_string(citation.numbers[target]) + " of " + what;
    const bool keyed = !citation.key.empty() && citation.names.empty() && citation.form == CitationForm::key;
    add("missing", citation.span,
        keyed ? "the key " + quoted(citation.key) + " is not defined"
              : what + " has no entry in the reference list" + others_by_author(citation));
  }

  // "; by Menon it lists 1997a, 1997b": what else there is of the author.
  std::string others_by_author(const Citation& citation) const {
    if (citation.names.empty()) return {};
    const auto found = by_author_.find(text::fold_letters(citation.names.front()));
    if (found == by_author_.end()) return {};
    std::string text = "; by " + citation.names.front() + " it lists ";
    for (std::size_t i = 0; i < found->second.size() && i < most_listed; ++i) {
      if (i > 0) text += ", ";
      const Date* issued = first_work(references_, found->second[i])->get(DateVariable::issued);
      text += issued && issued->has_year() ? year_text(*issued) : "a work without year";
    }
    return found->second.size() > most_listed ? text + " ..." : text;
  }

  void year_mismatch(const Citation& citation, std::uint32_t number) {
    Diagnostic& finding =
        add("year-mismatch", citation.span,
            name_of(citation) + " fits an entry of another year: " + cited_as(references_, number, document_.text));
    const Work* work = first_work(references_, number);
    const Date* issued = work ? work->get(DateVariable::issued) : nullptr;
    if (!issued || !issued->has_year()) return;
    finding.suggestion = replacing(citation.span, year_text(citation.date), year_text(*issued), Certainty::likely);
  }

  void name_mismatch(const Citation& citation, std::uint32_t number) {
    Diagnostic& finding =
        add("name-mismatch", citation.span,
            name_of(citation) + " fits an entry of another name: " + cited_as(references_, number, document_.text));
    const Work* work = first_work(references_, number);
    if (!work) return;
    if (citation.names.empty())
      finding.suggestion = article_spelt(citation);
    else if (work->get(NameVariable::author).empty())
      finding.suggestion = title_spelt(citation, work->get(Variable::title));
    else
      finding.suggestion = names_spelt(citation, number, work->get(NameVariable::author));
  }

  // The first name that differs, as the entry has it.
  std::optional<Suggestion> names_spelt(const Citation& citation, std::uint32_t number,
                                        std::span<const Name> authors) const {
    // Where the paper itself has the name right elsewhere, the spelling is no other person.
    const Certainty sure = spelt_right_[number] ? Certainty::certain : Certainty::likely;
    for (std::size_t i = 0; i < citation.names.size() && i < authors.size(); ++i) {
      const std::string& cited = citation.names[i];
      const std::string right = authors[i].cited_form();
      if (text::same_letters(cited, right)) continue;
      if (similar_names(text::fold_letters(cited), text::fold_letters(right)))
        return replacing(citation.span, cited, right, sure);
      // "In Korngold": only the word that is misspelt.
      const std::string_view last = std::string_view(cited).substr(cited.rfind(' ') + 1);
      if (similar_names(text::fold_letters(last), text::fold_letters(right)))
        return replacing(citation.span, last, right, sure);
      return replacing(citation.span, cited, right, Certainty::possible);
    }
    return std::nullopt;
  }

  // "Join Statement": as many words of the title, where they are nearly the same.
  std::optional<Suggestion> title_spelt(const Citation& citation, std::string_view title) const {
    const std::string& cited = citation.names.front();
    const auto words = static_cast<std::size_t>(std::count(cited.begin(), cited.end(), ' ')) + 1;
    std::size_t end = 0;
    for (std::size_t i = 0; i < words && end != std::string_view::npos; ++i) end = title.find(' ', end + (i > 0));
    const std::string_view right = title.substr(0, end);
    if (!similar_names(text::fold_letters(cited), text::fold_letters(right))) return std::nullopt;
    return replacing(citation.span, cited, right, Certainty::likely);
  }

  // "Artilec-4" -> "Article 4"
  std::optional<Suggestion> article_spelt(const Citation& citation) const {
    if (citation.title.empty() || citation.targets.empty()) return std::nullopt;
    return replacing(citation.span, citation.title, citation.targets.front().locator, Certainty::likely);
  }

  void ambiguous(const Citation& citation, const Target& target) {
    std::string message = name_of(citation) + " fits " + std::to_string(target.candidates.size()) + " entries: ";
    for (std::size_t i = 0; i < target.candidates.size() && i < most_listed; ++i) {
      if (i > 0) message += "; ";
      message += cited_as(references_, target.candidates[i], document_.text);
    }
    if (target.candidates.size() > most_listed) message += "; ...";
    add("ambiguous", citation.span, std::move(message));
  }

  // The citation's source bytes with `part`, as it is printed in them, replaced: marks and line breaks around it stay.
  // Nothing where the place in the file is not known to the byte.
  std::optional<Suggestion> replacing(TextSpan span, std::string_view part, std::string_view text,
                                      Certainty certainty) const {
    const std::size_t at = slice(document_.text, span).find(part);
    if (part.empty() || at == std::string_view::npos) return std::nullopt;
    const auto start = span.start + static_cast<std::uint32_t>(at);
    const SourceSpan whole = document_.map.to_source(span);
    const SourceSpan place = document_.map.to_source({start, start + static_cast<std::uint32_t>(part.size())});
    const std::string_view source = document_.source_of(whole.file);
    if (place.file != whole.file || place.start < whole.start || place.end > whole.end || whole.end > source.size() ||
        source.substr(place.start, place.end - place.start) != part)
      return std::nullopt;
    std::string replacement(source.substr(whole.start, place.start - whole.start));
    replacement += text;
    replacement += source.substr(place.end, whole.end - place.end);
    return Suggestion{whole, std::move(replacement), certainty};
  }

  Diagnostic& add(std::string_view code, TextSpan span, std::string message) {
    diagnostics_.push_back(document_.diagnose(code, span, std::move(message)));
    return diagnostics_.back();
  }

  const Document& document_;
  const ReferenceLists& references_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_author_;  // entries by first author, as cited
  std::vector<bool> spelt_right_;  // entries that some citation names as they print the name
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

std::vector<Diagnostic> findings(const Document& document, const ReferenceLists& references,
                                 const std::vector<Citation>& citations) {
  // Without a list every citation is missing, which one finding says better; a key, though, is worth its name.
  const bool keyed = std::any_of(document.tagged_citations.begin(), document.tagged_citations.end(),
                                 [](const TaggedCitation& each) { return each.form == TaggedForm::key; });
  if (references.references.empty() && !keyed) return {};
  Writer writer(document, references, citations);
  std::vector<bool> cited(references.references.size());
  for (const Citation& citation : citations) {
    writer.citation(citation);
    for (const Target& target : citation.targets)
      if (target.reference) cited[*target.reference] = true;
  }
  for (std::uint32_t i = 0; i < cited.size(); ++i)
    if (!cited[i] && !citations.empty() && !references.references[i].span.empty()) writer.never_cited(i);
  for (const auto& [number, earlier] : duplicates(references))
    if (!references.references[number].span.empty()) writer.duplicate(number, earlier);
  std::vector<Diagnostic> all = writer.take();
  for (Diagnostic& finding : inconsistencies(document, references, citations)) all.push_back(std::move(finding));
  std::stable_sort(all.begin(), all.end(), [](const Diagnostic& a, const Diagnostic& b) { return a.span < b.span; });
  return all;
}

}  // namespace citegraph::citation
