#include "papers.hpp"

#include <iostream>
#include <utility>

#include "input.hpp"
#include "terminal.hpp"

namespace command {
namespace {

void report(const std::string& what) { std::cerr << "citegraph: " << printable(what) << '\n'; }

}  // namespace

ReadPapers read_all(const PaperOptions& options) {
  ReadPapers result;
  const auto keep = [&](const std::string&, citegraph::Paper* paper, const citegraph::Error* error) {
    if (paper != nullptr) {
      result.papers.push_back(std::move(*paper));
    } else {
      report(error->what());
      result.failed = true;
    }
  };
  if (options.files == std::vector<std::string>{"-"}) {
    try {
      citegraph::Paper paper = citegraph::parse_paper(read_standard_input(options.reading.limits.bytes),
                                                      standard_input_name, options.reading);
      keep(standard_input_name, &paper, nullptr);
    } catch (const citegraph::Error& error) {
      keep(standard_input_name, nullptr, &error);
    }
  } else {
    citegraph::read_papers(options.files, options.reading, keep);
  }
  return result;
}

}  // namespace command
