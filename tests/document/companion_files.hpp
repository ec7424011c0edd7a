// The other files of a document, in memory.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "citegraph/document.hpp"

namespace citegraph::document {

using Files = std::map<std::string, std::string>;

inline Document read_with(std::string text, Files files, Format format, std::string path = "folder/paper.x") {
  ReadOptions options;
  options.format = format;
  options.companions = [files = std::move(files)](const std::string& name) -> std::optional<std::string> {
    const auto found = files.find(name);
    return found == files.end() ? std::nullopt : std::optional(found->second);
  };
  return parse_document(std::move(text), std::move(path), options);
}

// "code path:line:column message", one a line.
inline std::string dump_findings(const Document& document) {
  std::string out;
  for (const Diagnostic& each : document.diagnostics)
    out += std::string(each.code) + ' ' + each.path + ':' + std::to_string(each.line) + ':' +
           std::to_string(each.column) + ' ' + each.message + '\n';
  return out;
}

// The keys of the bibliography: "a b".
inline std::string dump_bibliography(const Document& document) {
  std::string out;
  for (const Work& work : document.bibliography) out += (out.empty() ? "" : " ") + work.key;
  return out;
}

}  // namespace citegraph::document
