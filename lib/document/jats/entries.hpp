// The entries that an article may cite: its own, or those of the article it belongs to.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace citegraph::document::jats {

// The name of an entry: its id, or that of the citation in it.
std::string entry_id(pugi::xml_node ref);

class Entries {
 public:
  // An article without a list of its own (a translation, a reply) cites from that of the article around it, `owner`.
  Entries(pugi::xml_node article, const Entries* owner);

  // The entries stand in another article.
  [[nodiscard]] bool are_inherited() const noexcept { return own_ == nullptr; }

  [[nodiscard]] std::uint32_t size() const noexcept;
  [[nodiscard]] pugi::xml_node operator[](std::uint32_t position) const noexcept;
  // The position of the entry that bears `id`, or holds a citation element that does; the first of several.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const noexcept;
  [[nodiscard]] std::string id(std::uint32_t position) const;
  // As printed, without brackets and stop; the position where none is.
  [[nodiscard]] std::string number(std::uint32_t position) const;

 private:
  struct List {
    std::vector<pugi::xml_node> refs;                        // in document order
    std::vector<std::pair<std::string, std::uint32_t>> ids;  // sorted
  };
  static std::shared_ptr<const List> read_list(pugi::xml_node article);

  std::shared_ptr<const List> own_;
  std::shared_ptr<const List> used_;
};

}  // namespace citegraph::document::jats
