// Which asterisks and underscores are emphasis: CommonMark 0.31, section 6.2.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/rich_text.hpp"

namespace citegraph::document {

// Collects the runs of '*' and '_' of a text and pairs them. Linear in the number of runs.
class EmphasisMatcher {
 public:
  // What is paired becomes edits and marks of the caller.
  EmphasisMatcher(std::string_view text, std::vector<Edit>& edits, std::vector<Mark>& marks)
      : text_(text), edits_(edits), marks_(marks) {}

  // Takes the run that starts at `offset`; returns its end.
  std::uint32_t read(std::uint32_t offset);
  std::size_t size() const noexcept { return runs_.size(); }
  // Pairs the runs from number `bottom` on and forgets them.
  void match(std::size_t bottom);

 private:
  struct Run {
    char character;
    bool can_open;
    bool can_close;
    std::uint32_t start;      // of what is left of the run
    std::uint32_t count;      // what is left of the run
    std::uint32_t original;   // its length, for the rule of three
    std::int32_t below = -1;  // the next possible opener before it
  };

  std::int32_t find_opener(const Run& closer, std::int32_t top, std::int32_t floor) const;
  void pair(Run& opener, Run& closer);

  std::string_view text_;
  std::vector<Edit>& edits_;
  std::vector<Mark>& marks_;
  std::vector<Run> runs_;
};

}  // namespace citegraph::document
