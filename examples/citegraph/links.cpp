#include "links.hpp"

#include <fmt/format.h>
#include <ostream>
#include <string>
#include <vector>

#include <citegraph/contexts.hpp>
#include <citegraph/explanation.hpp>

#include "terminal.hpp"

namespace command {
namespace {

using citegraph::Candidate;
using citegraph::Citation;
using citegraph::Evidence;
using citegraph::Explanation;
using citegraph::Mention;
using citegraph::Paper;
using citegraph::Work;
using citegraph::WorkContexts;

std::string described(const Paper& paper, std::uint32_t number) {
  const citegraph::Reference& reference = paper.references[number];
  const std::string text = reference.works.empty() ? std::string{} : summary(reference.works.front());
  return printable(text.empty() ? std::string(slice(paper.document.text, reference.span)) : text);
}

// "name +1000 the first author; year +1000 the year"
std::string listed(const std::vector<Evidence>& evidence) {
  std::string text;
  for (const Evidence& seen : evidence) {
    if (!text.empty()) text += "; ";
    text += to_string(seen.kind);
    if (seen.points != 0) text += fmt::format(" {:+}", seen.points);
    text += ": " + seen.text;
  }
  return text;
}

void print_explanation(std::ostream& out, const Paper& paper, const Explanation& why) {
  out << fmt::format("    {} ({:.2f}): {}\n", citegraph::to_string(why.status), why.confidence, why.decision);
  for (const Candidate& candidate : why.candidates)
    out << fmt::format("    {} {:>5}  {}\n             {}\n", candidate.chosen ? "->" : "  ", candidate.points,
                       described(paper, candidate.reference), listed(candidate.evidence));
}

void print_mention(std::ostream& out, const Mention& mention) {
  out << fmt::format("    {}:{}{}: {}\n", mention.line, mention.column,
                     mention.section.empty() ? std::string{} : " (" + printable(mention.section) + ")",
                     printable(mention.sentence.empty() ? mention.text : mention.sentence));
}

}  // namespace

void print_explanations(std::ostream& out, std::span<const Paper> papers) {
  out << "\nLinks\n";
  for (const Paper& paper : papers) {
    const std::vector<std::vector<Explanation>> explanations = citegraph::explain_links(paper);
    for (std::size_t c = 0; c < explanations.size(); ++c) {
      const Citation& citation = paper.citations[c];
      const auto [line, column] = paper.document.line_column(paper.document.map.to_source(citation.span).start);
      out << fmt::format("  {}:{}:{}: \"{}\"\n", printable(paper.document.path), line, column,
                         printable(slice(paper.document.text, citation.span)));
      for (const Explanation& why : explanations[c]) print_explanation(out, paper, why);
    }
  }
}

void print_contexts(std::ostream& out, std::span<const Paper> papers) {
  out << "\nContexts\n";
  for (const Paper& paper : papers) {
    if (papers.size() > 1) out << fmt::format("  {}\n", printable(paper.document.path));
    for (const WorkContexts& cited : citegraph::citation_contexts(paper)) {
      out << "  " << (cited.reference ? described(paper, *cited.reference) : printable(summary(cited.work)))
          << (cited.reference ? "" : "  (not in the list)") << (cited.mentions.empty() ? "  (never cited)" : "")
          << '\n';
      for (const Mention& mention : cited.mentions) print_mention(out, mention);
    }
  }
}

}  // namespace command
