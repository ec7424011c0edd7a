// Which work a printed entry of the list is: programs print the list without saying so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "citegraph/work.hpp"

namespace citegraph::document::docx {

// What the text of an entry, or of a citation, shares with a work.
struct Likeness {
  bool title = false;
  bool name = false;  // of the first author, or the editor
  bool year = false;
  bool doi = false;

  [[nodiscard]] unsigned points() const noexcept {
    return (title ? 4U : 0U) + (doi ? 4U : 0U) + (name ? 2U : 0U) + (year ? 1U : 0U);
  }
};

class EntryMatcher {
 public:
  // `works` outlive the matcher.
  explicit EntryMatcher(const std::vector<Work>& works);

  // The work that an entry prints, as far as none before it did: by DOI or title and one thing more, else by name and
  // year where they fit one work only.
  std::optional<std::uint32_t> match(std::string_view text);
  [[nodiscard]] Likeness likeness(std::uint32_t work, std::string_view text) const;
  // True where the first author stands near the beginning, as in entries, or the work names nobody.
  [[nodiscard]] bool begins_with_name(std::uint32_t work, std::string_view text) const;

 private:
  struct Traits {
    std::string title;  // folded letters, as are the names
    std::string name;
    std::string year;
    std::string doi;
  };
  static Likeness compare(const Traits& traits, std::string_view letters, std::string_view lower);
  [[nodiscard]] std::vector<std::uint32_t> candidates(const std::string& folded) const;

  std::vector<Traits> traits_;
  std::vector<bool> used_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_word_;  // asked only
};

}  // namespace citegraph::document::docx
