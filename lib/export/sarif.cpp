// SARIF 2.1.0 (OASIS standard, 2020).
#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "citegraph/reports.hpp"
#include "citegraph/version.hpp"

namespace citegraph {
namespace {

using Json = nlohmann::ordered_json;

std::string level(Severity severity) { return std::string(to_string(severity)); }  // SARIF has the same three words

// A path as a relative reference of RFC 3986: all bytes but the unreserved ones and "/" are escaped.
std::string uri_of(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view kept = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
  std::string uri;
  if (path.starts_with('/')) uri = "file://";
  for (const char c : path) {
    if (kept.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      uri += '%';
      uri += digits[byte >> 4U];
      uri += digits[byte & 15U];
    }
  }
  return uri;
}

Json rule(const DiagnosticCode& code, const SarifOptions& options) {
  Json json;
  json["id"] = code.code;
  json["shortDescription"]["text"] = code.summary;
  json["help"]["text"] = std::string(code.summary) + " (docs/diagnostics/" + std::string(code.code) + ".md)";
  if (!options.documentation.empty()) json["helpUri"] = options.documentation + std::string(code.code) + ".md";
  json["defaultConfiguration"]["level"] = level(code.severity);
  return json;
}

Json rules(const SarifOptions& options) {
  Json json = Json::array();
  for (const DiagnosticCode& code : diagnostic_codes()) json.push_back(rule(code, options));
  return json;
}

std::size_t rule_index(std::string_view code) {
  const auto& codes = diagnostic_codes();
  const auto found =
      std::find_if(codes.begin(), codes.end(), [&](const DiagnosticCode& one) { return one.code == code; });
  return static_cast<std::size_t>(found - codes.begin());
}

Json artifact(const Paper& paper, std::size_t index) {
  return {{"uri", uri_of(paper.document.path.empty() ? "-" : paper.document.path)}, {"index", index}};
}

Json region(const Document& document, const Diagnostic& finding) {
  const SourceSpan place = finding.source;
  const auto [line, column] = document.line_column(place.end);
  Json json;
  json["startLine"] = finding.line;
  json["startColumn"] = finding.column;
  json["endLine"] = line;
  json["endColumn"] = column;
  json["byteOffset"] = place.start;
  json["byteLength"] = place.size();
  return json;
}

Json fix(const Json& location, const Suggestion& suggestion) {
  Json replacement;
  replacement["deletedRegion"] = {{"byteOffset", suggestion.source.start}, {"byteLength", suggestion.source.size()}};
  replacement["insertedContent"]["text"] = suggestion.replacement;
  Json change;
  change["artifactLocation"] = location;
  change["replacements"] = Json::array({std::move(replacement)});
  Json json;
  json["description"]["text"] =
      "\"" + suggestion.replacement + "\" (" + std::string(to_string(suggestion.certainty)) + ")";
  json["artifactChanges"] = Json::array({std::move(change)});
  return json;
}

Json result(const Paper& paper, std::size_t index, const Diagnostic& finding) {
  const Json location = artifact(paper, index);
  Json json;
  json["ruleId"] = finding.code;
  json["ruleIndex"] = rule_index(finding.code);
  json["level"] = level(finding.severity);
  json["message"]["text"] = finding.message;
  Json physical;
  physical["artifactLocation"] = location;
  physical["region"] = region(paper.document, finding);
  json["locations"] = Json::array({Json{{"physicalLocation", std::move(physical)}}});
  if (finding.suggestion) json["fixes"] = Json::array({fix(location, *finding.suggestion)});
  return json;
}

}  // namespace

void write_sarif(std::ostream& out, std::span<const Paper> papers, const SarifOptions& options) {
  Json driver;
  driver["name"] = "citegraph";
  driver["version"] = std::string(version());
  driver["rules"] = rules(options);
  Json run;
  run["tool"]["driver"] = std::move(driver);
  run["columnKind"] = "unicodeCodePoints";
  run["artifacts"] = Json::array();
  run["results"] = Json::array();
  for (std::size_t i = 0; i < papers.size(); ++i) {
    const Paper& paper = papers[i];
    Json file;
    file["location"] = artifact(paper, i);
    file["length"] = paper.document.source.size();
    run["artifacts"].push_back(std::move(file));
    for (const Diagnostic& finding : paper.diagnostics) run["results"].push_back(result(paper, i, finding));
  }
  Json log;
  log["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json";
  log["version"] = "2.1.0";
  log["runs"] = Json::array({std::move(run)});
  out << log.dump(1, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace citegraph
