#include "citegraph/json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "citegraph/contexts.hpp"
#include "citegraph/explanation.hpp"

#include "bibliography/csl_json_value.hpp"
#include "text/utf8.hpp"

namespace citegraph {
namespace {

using bibliography::to_csl_value;
using Json = nlohmann::ordered_json;

// Three decimals: what is left of a floating-point sum after rounding is the same on every machine.
double rounded(double value) { return std::round(value * 1000.0) / 1000.0; }

// Damaged bytes of a source become U+FFFD: JSON is UTF-8.
void write(std::ostream& out, const Json& json) { out << json.dump(-1, ' ', false, Json::error_handler_t::replace); }

template <class Span>
void put_span(Json& json, Span span) {
  json["start"] = span.start;
  json["end"] = span.end;
}

Json value_of(const Segment& segment, SourceSpan place) {
  Json json;
  json["label"] = to_string(segment.label);
  put_span(json, place);
  json["confidence"] = rounded(segment.confidence);
  return json;
}

Json value_of(const Diagnostic& diagnostic) {
  Json json;
  json["code"] = diagnostic.code;
  json["severity"] = to_string(diagnostic.severity);
  if (!diagnostic.path.empty()) json["path"] = diagnostic.path;
  put_span(json, diagnostic.source);
  json["line"] = diagnostic.line;
  json["column"] = diagnostic.column;
  json["message"] = diagnostic.message;
  if (diagnostic.suggestion) {
    json["suggestion"] = diagnostic.suggestion->replacement;
    json["certainty"] = to_string(diagnostic.suggestion->certainty);
  }
  return json;
}

// The places of one paper are bytes into its file, or into its text where that does not stand in the file.
class PaperValue {
 public:
  PaperValue(const Paper& paper, const JsonOptions& options)
      : paper_(paper), document_(paper.document), options_(options) {}

  Json paper() const {
    Json json;
    json["path"] = document_.path;
    if (!document_.stands_in_source()) json["text"] = document_.text;
    json["work"] = to_csl_value(document_.work);
    json["references"] = list(paper_.references, [this](const Reference& r) { return reference(r); });
    json["citations"] = citations();
    if (options_.contexts) json["contexts"] = list(citation_contexts(paper_), context);
    json["diagnostics"] = list(paper_.diagnostics, [this](const Diagnostic& d) { return diagnostic(d); });
    return json;
  }

 private:
  template <class Range, class Function>
  static Json list(const Range& range, Function function) {
    Json json = Json::array();
    for (const auto& item : range) json.push_back(function(item));
    return json;
  }

  SourceSpan place(TextSpan span) const {
    return document_.stands_in_source() ? document_.map.to_source(span) : SourceSpan{span.start, span.end};
  }

  // With the path where it is in another file than the paper's own.
  void put_place(Json& json, SourceSpan place) const {
    if (place.file != 0) json["path"] = document_.path_of(place.file);
    put_span(json, place);
  }

  // The bytes of the file, or where those are no UTF-8 the text they were read as.
  std::string printed(TextSpan span) const {
    if (!document_.stands_in_source()) return std::string(slice(document_.text, span));
    const SourceSpan source = place(span);
    const std::string_view file = document_.source_of(source.file);
    const std::string_view bytes = slice(file, TextSpan{source.start, source.end});
    const bool readable =
        text::find_invalid(bytes) == std::string_view::npos && bytes.find('\0') == std::string_view::npos;
    return std::string(readable ? bytes : slice(document_.text, span));
  }

  // Line and column are those of the file in any case.
  Json diagnostic(const Diagnostic& diagnostic) const {
    Json json = value_of(diagnostic);
    if (!document_.stands_in_source()) put_span(json, diagnostic.span);
    return json;
  }

  Json reference(const Reference& reference) const {
    Json json;
    json["id"] = reference.id;
    // An entry of a bibliography file has no place in the paper.
    put_place(json, reference.span.empty() ? SourceSpan{} : place(reference.span));
    json["text"] = reference.span.empty() ? std::string{} : printed(reference.span);
    json["confidence"] = rounded(reference.confidence);
    json["works"] = list(reference.works, to_csl_value);
    json["work"] = reference.works.empty() ? Json::object() : to_csl_value(reference.works.front());
    json["segments"] = list(reference.segments, [this](const Segment& s) { return value_of(s, place(s.span)); });
    return json;
  }

  Json citations() const {
    Json json = list(paper_.citations, [this](const Citation& c) { return citation(c); });
    if (!options_.explanations) return json;
    const std::vector<std::vector<Explanation>> explanations = explain_links(paper_);
    for (std::size_t c = 0; c < explanations.size(); ++c)
      for (std::size_t t = 0; t < explanations[c].size(); ++t)
        json[c]["targets"][t]["explanation"] = explanation(explanations[c][t]);
    return json;
  }

  static Json explanation(const Explanation& why) {
    Json json;
    json["decision"] = why.decision;
    json["candidates"] = list(why.candidates, [](const Candidate& candidate) {
      Json one;
      one["reference"] = candidate.reference;
      one["points"] = candidate.points;
      one["chosen"] = candidate.chosen;
      one["evidence"] = list(candidate.evidence, [](const Evidence& seen) {
        return Json{{"kind", to_string(seen.kind)}, {"points", seen.points}, {"text", seen.text}};
      });
      return one;
    });
    return json;
  }

  static Json context(const WorkContexts& cited) {
    Json json;
    json["reference"] = cited.reference ? Json(*cited.reference) : Json(nullptr);
    json["work"] = to_csl_value(cited.work);
    json["mentions"] = list(cited.mentions, [](const Mention& mention) {
      Json one;
      one["line"] = mention.line;
      one["column"] = mention.column;
      one["text"] = mention.text;
      one["sentence"] = mention.sentence;
      one["section"] = mention.section;
      one["prefix"] = mention.prefix;
      one["suffix"] = mention.suffix;
      one["locator"] = mention.locator;
      one["locator_label"] = mention.locator_label;
      one["form"] = to_string(mention.form);
      one["status"] = to_string(mention.status);
      one["group"] = mention.group;
      one["position"] = mention.position;
      one["group_size"] = mention.group_size;
      return one;
    });
    return json;
  }

  Json citation(const Citation& citation) const {
    Json json;
    put_place(json, place(citation.span));
    json["text"] = printed(citation.span);
    json["form"] = to_string(citation.form);
    json["group"] = citation.group;
    json["position"] = citation.position;
    json["group_size"] = citation.group_size;
    json["prefix"] = citation.prefix;
    json["suffix"] = citation.suffix;
    json["section"] = citation.section;
    put_place(json["sentence"], place(citation.sentence));
    json["targets"] = list(citation.targets, target);
    return json;
  }

  static Json target(const Target& target) {
    Json json;
    json["reference"] = target.reference ? Json(*target.reference) : Json(nullptr);
    json["status"] = to_string(target.status);
    json["locator"] = target.locator;
    json["locator_label"] = target.locator_label;
    json["confidence"] = rounded(target.confidence);
    json["candidates"] = target.candidates;
    return json;
  }

  const Paper& paper_;
  const Document& document_;
  const JsonOptions& options_;
};

}  // namespace

// Written paper by paper, so that only one is in memory twice.
void write_json(std::ostream& out, std::span<const Paper> papers, const JsonOptions& options) {
  out << R"({"schema":1,"offsets":"utf-8 bytes","papers":[)";
  for (std::size_t i = 0; i < papers.size(); ++i) {
    out << (i == 0 ? "\n" : ",\n");
    write(out, PaperValue(papers[i], options).paper());
  }
  out << "\n]}\n";
}

void write_json_line(std::ostream& out, const Paper& paper, const JsonOptions& options) {
  write(out, PaperValue(paper, options).paper());
  out << '\n';
}

void write_json_line(std::ostream& out, std::string_view text, const Reference& reference,
                     std::span<const Diagnostic> diagnostics, std::optional<std::uint32_t> same_as) {
  Json json;
  json["text"] = text;
  json["segments"] = Json::array();
  for (const Segment& s : reference.segments)
    json["segments"].push_back(value_of(s, SourceSpan{s.span.start, s.span.end}));
  json["confidence"] = rounded(reference.confidence);
  json["work"] = reference.works.empty() ? Json::object() : to_csl_value(reference.works.front());
  if (reference.works.size() > 1) {
    json["works"] = Json::array();
    for (const Work& work : reference.works) json["works"].push_back(to_csl_value(work));
  }
  json["diagnostics"] = Json::array();
  for (const Diagnostic& d : diagnostics) json["diagnostics"].push_back(value_of(d));
  if (same_as) json["same_as"] = *same_as;
  write(out, json);
  out << '\n';
}

void write_json(std::ostream& out, std::span<const Diagnostic> diagnostics) {
  Json json = Json::array();
  for (const Diagnostic& d : diagnostics) json.push_back(value_of(d));
  write(out, json);
  out << '\n';
}

}  // namespace citegraph
