// Writes down how a target was decided, while an explanation is asked for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "citegraph/explanation.hpp"

#include "citation/evidence.hpp"

namespace citegraph::citation {

class Recorder {
 public:
  // The entries that were compared, best first; replaces those compared before.
  void consider(const Query& query, const std::vector<Entry>& entries, const std::vector<Fit>& fits);
  // One more observation about an entry, which becomes a candidate where it is none.
  void observe(std::uint32_t reference, Evidence evidence);
  // How the choice was made.
  void decide(std::string decision) { decision_ = std::move(decision); }

  // What was written down about `target`, and an empty record for the next.
  Explanation take(const Target& target);

 private:
  std::string decision_;
  std::vector<Candidate> candidates_;
};

}  // namespace citegraph::citation
