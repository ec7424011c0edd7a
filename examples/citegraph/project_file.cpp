#include "project_file.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <system_error>
#include <vector>

#include "output.hpp"

namespace command {
namespace {

constexpr const char* file_name = ".citegraph.toml";

bool is_true(const CLI::ConfigItem& item, const std::string& path) {
  if (item.inputs.size() == 1 && item.inputs.front() == "true") return true;
  if (item.inputs.size() == 1 && item.inputs.front() == "false") return false;
  throw UsageError(fmt::format("{}: {} is true or false", path, item.name));
}

void apply(const CLI::ConfigItem& item, const std::string& path, ProjectFile& file) {
  if (item.name == "++" || item.name == "--") return;  // the beginning and the end of a section
  if (item.parents.empty() && item.name == "ignore") {
    for (const std::string& code : item.inputs) {
      require_code(code, path);
      file.ignored.insert(code);
    }
  } else if (item.parents.empty() && item.name == "uncited") {
    file.uncited_warns = is_true(item, path);
  } else if (item.parents == std::vector<std::string>{"severity"} && item.inputs.size() == 1) {
    require_code(item.name, path);
    file.severity[item.name] = parse_severity(item.inputs.front(), path);
  } else {
    throw UsageError(fmt::format("{}: unknown setting '{}': it has ignore, uncited and the section [severity]", path,
                                 item.fullname()));
  }
}

}  // namespace

ProjectFile read_project_file(const std::string& path) {
  std::ifstream stream(path);
  std::error_code error;
  if (!stream || std::filesystem::is_directory(path, error)) throw UsageError(fmt::format("{}: cannot be read", path));
  ProjectFile file;
  std::vector<CLI::ConfigItem> items;
  try {
    items = CLI::ConfigTOML().from_config(stream);
  } catch (const CLI::Error& what) {
    throw UsageError(fmt::format("{}: {}", path, what.what()));
  }
  for (const CLI::ConfigItem& item : items) apply(item, path, file);
  return file;
}

std::optional<std::string> find_project_file(const std::string& paper) {
  std::error_code error;
  const std::filesystem::path whole = std::filesystem::absolute(paper, error);
  if (error) return std::nullopt;
  for (std::filesystem::path folder = whole.parent_path();; folder = folder.parent_path()) {
    const std::filesystem::path file = folder / file_name;
    if (std::filesystem::is_regular_file(file, error)) return file.string();
    if (folder == folder.parent_path()) return std::nullopt;
  }
}

citegraph::Severity parse_severity(const std::string& name, const std::string& where) {
  for (const citegraph::Severity severity :
       {citegraph::Severity::note, citegraph::Severity::warning, citegraph::Severity::error})
    if (to_string(severity) == name) return severity;
  throw UsageError(fmt::format("{}: unknown severity '{}': one of note, warning, error", where, name));
}

void require_code(const std::string& code, const std::string& where) {
  const auto& codes = citegraph::diagnostic_codes();
  if (std::any_of(codes.begin(), codes.end(), [&](const auto& one) { return one.code == code; })) return;
  std::string known;
  for (const auto& one : codes) known += (known.empty() ? "" : ", ") + std::string(one.code);
  throw UsageError(fmt::format("{}: unknown code '{}': one of {}", where, code, known));
}

}  // namespace command
