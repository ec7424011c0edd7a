#include "document/jats/entries.hpp"

#include <algorithm>

#include "document/jats/elements.hpp"
#include "document/xml.hpp"

namespace citegraph::document::jats {
namespace {

bool is_article(pugi::xml_node node) {
  const std::string_view name = local_name(node);
  return name == "article" || name == "sub-article" || name == "response";
}

// The reference lists of `article` that stand in no other list, without those of articles inside it.
std::vector<pugi::xml_node> lists_of(pugi::xml_node article) {
  std::vector<pugi::xml_node> lists;
  for (pugi::xml_node node = article.first_child(); node;) {
    const bool list = is_element(node) && role_of(local_name(node)) == Role::reference_list;
    if (list) lists.push_back(node);
    node = list || (is_element(node) && is_article(node)) ? next_beyond(node, article) : next_inside(node, article);
  }
  return lists;
}

}  // namespace

Entries::Entries(pugi::xml_node article) {
  std::vector<pugi::xml_node> lists = lists_of(article);
  for (pugi::xml_node owner = article.parent(); lists.empty() && owner && is_article(owner); owner = owner.parent())
    inherited_ = lists = lists_of(owner);
  for (const pugi::xml_node list : lists) {
    for (pugi::xml_node node = list; node;) {
      const bool ref = is_element(node) && role_of(local_name(node)) == Role::reference;
      if (ref) refs_.push_back(node);
      node = ref ? next_beyond(node, list) : next_inside(node, list);
    }
  }
  for (std::uint32_t position = 0; position < refs_.size(); ++position) {
    ids_.emplace_back(attribute(refs_[position], "id"), position);
    for (const pugi::xml_node each : refs_[position].children())
      if (std::string own = attribute(each, "id"); !own.empty()) ids_.emplace_back(std::move(own), position);
  }
  std::sort(ids_.begin(), ids_.end());
}

std::optional<std::uint32_t> Entries::find(std::string_view id) const noexcept {
  const auto found = std::lower_bound(ids_.begin(), ids_.end(), id,
                                      [](const auto& each, std::string_view value) { return each.first < value; });
  if (found == ids_.end() || found->first != id || id.empty()) return std::nullopt;
  return found->second;
}

std::string Entries::id(std::uint32_t position) const { return attribute(refs_[position], "id"); }

std::string Entries::number(std::uint32_t position) const {
  std::string label = value_of(child(refs_[position], "label"));
  constexpr std::string_view around = "[]().,: ";
  label.erase(std::min(label.find_last_not_of(around) + 1, label.size()));
  label.erase(0, std::min(label.find_first_not_of(around), label.size()));
  return label.empty() ? std::to_string(position + 1) : label;
}

}  // namespace citegraph::document::jats
