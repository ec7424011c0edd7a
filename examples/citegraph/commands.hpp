// The subcommands. Each takes its parsed options, writes its outputs, and returns the exit code.
#pragma once

#include <set>
#include <string>
#include <vector>

#include <citegraph/bibliography.hpp>
#include <citegraph/options.hpp>

#include "corrected_copy.hpp"
#include "output.hpp"

namespace command {

// 0: nothing to report. 1: findings of severity warning or error (`check`). 2: wrong usage, or something could not be
// read or written; what could be read was still written.
enum ExitCode : int { exit_clean = 0, exit_findings = 1, exit_failure = 2 };

struct PaperOptions {
  std::vector<std::string> files;  // "-" is standard input
  citegraph::ReadOptions reading;
  std::vector<Output> outputs;
  bool explain = false;   // --explain
  bool contexts = false;  // --contexts
};

struct CheckOptions {
  PaperOptions papers;
  bool uncited_warns = false;     // --uncited
  std::string format = "text";    // --diagnostics
  std::string documentation;      // --documentation: address of the pages of the codes, for SARIF
  std::set<std::string> ignored;  // --ignore
  std::string severity;           // --severity: findings below it are left out
  std::string config;             // --config: instead of the project file beside the paper
  bool no_config = false;         // --no-config
  FixOptions fix;
};

struct RefsOptions {
  std::string file = "-";
  bool list = false;  // --list: a pasted list whose entries may run over several lines
  citegraph::ReadOptions reading;
  std::vector<Output> outputs;
  bool merge = false;
};

struct ConvertOptions {
  std::vector<std::string> files = {"-"};
  citegraph::BibliographyOptions reading;
  citegraph::BibliographyWriteOptions writing;
  std::vector<Output> outputs;
  std::string key_pattern;  // --key-format; empty: keys are kept
  bool keep_keys = false;   // --keep-keys: only entries without a key get one of the pattern
};

// `formats`, and those that a bibliography can be written in.
std::vector<std::string> with_bibliographies(std::vector<std::string> formats);

const std::vector<std::string>& read_formats();
const std::vector<std::string>& check_formats();
const std::vector<std::string>& refs_formats();

int run_read(const PaperOptions& options);
int run_check(const CheckOptions& options);
int run_refs(const RefsOptions& options);
int run_convert(const ConvertOptions& options);

}  // namespace command
