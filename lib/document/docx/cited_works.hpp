// The works that fields cite: each once, however often and by whatever program it is cited.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "citegraph/work.hpp"

#include "document/docx/fields.hpp"

namespace citegraph::document::docx {

class CitedWorks {
 public:
  // Sources that Word keeps in the document, by their tags; of two with one tag, the first.
  void add_sources(std::vector<Work> sources);

  struct Reading {
    std::vector<std::uint32_t> works;  // positions in `works()`, in the order of the field
    std::string problem;               // what kept it from being read, or nothing
  };
  // The works of a citation by CSL-JSON, by EndNote's records, or by tags.
  Reading read(const Field& field);

  // Those that fields cite; their keys differ and are set when all have been read.
  [[nodiscard]] const std::vector<Work>& works() const noexcept { return works_; }
  void assign_keys();

 private:
  Reading read_csl(const std::string& instruction);
  Reading read_endnote(const Field& field);
  Reading read_tags(const std::string& instruction);
  // By any of `names`, under all of which the work is known from then on.
  std::uint32_t add(Work work, const std::vector<std::string>& names);

  std::vector<Work> works_;
  std::unordered_map<std::string, std::uint32_t> by_name_;  // asked only, as is the other
  std::unordered_map<std::string, Work> sources_;
};

}  // namespace citegraph::document::docx
