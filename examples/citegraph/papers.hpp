// Reading the files named on the command line.
#pragma once

#include <vector>

#include <citegraph/paper.hpp>

#include "commands.hpp"

namespace command {

struct ReadPapers {
  std::vector<citegraph::Paper> papers;  // in the order of the files
  bool failed = false;                   // some file could not be read; it has been reported on standard error
};

ReadPapers read_all(const PaperOptions& options);

}  // namespace command
