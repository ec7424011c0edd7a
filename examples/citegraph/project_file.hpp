// The project file `.citegraph.toml`: what `citegraph check` reports for the papers of a folder and those below it.
//
//     ignore = ["never-cited", "list-order"]
//     uncited = true
//
//     [severity]
//     missing = "error"
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include <citegraph/diagnostic.hpp>

namespace command {

struct ProjectFile {
  std::set<std::string> ignored;                        // codes
  std::map<std::string, citegraph::Severity> severity;  // by code
  bool uncited_warns = false;
};

// Reads the file; throws UsageError for one that cannot be read, and for keys, codes and severities that are not known.
ProjectFile read_project_file(const std::string& path);

// The nearest `.citegraph.toml` in the folder of `paper` or one above it.
std::optional<std::string> find_project_file(const std::string& paper);

// The severity of that name; throws UsageError, naming `where` it stands, for another.
citegraph::Severity parse_severity(const std::string& name, const std::string& where);

// Throws UsageError, naming `where` it stands, for a code that no finding has.
void require_code(const std::string& code, const std::string& where);

}  // namespace command
