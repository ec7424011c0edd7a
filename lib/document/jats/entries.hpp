// The entries that an article may cite: its own, or those of the article it belongs to.
#pragma once

#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace citegraph::document::jats {

class Entries {
 public:
  // An article without a list of its own (a translation, a reply) cites from the list of the article around it.
  explicit Entries(pugi::xml_node article);

  // The lists to print at the end, because they stand in another article.
  [[nodiscard]] const std::vector<pugi::xml_node>& inherited_lists() const noexcept { return inherited_; }

  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(refs_.size()); }
  // The position of the entry that bears `id`, or holds a citation element that does; the first of several.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const noexcept;
  [[nodiscard]] std::string id(std::uint32_t position) const;
  // As printed, without brackets and stop; the position where none is.
  [[nodiscard]] std::string number(std::uint32_t position) const;

 private:
  std::vector<pugi::xml_node> refs_;  // in document order
  std::vector<pugi::xml_node> inherited_;
  std::vector<std::pair<std::string, std::uint32_t>> ids_;  // sorted
};

}  // namespace citegraph::document::jats
