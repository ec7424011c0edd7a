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

}  // namespace

std::string entry_id(pugi::xml_node ref) {
  std::string id = attribute(ref, "id");
  for (pugi::xml_node each = ref.first_child(); each && id.empty(); each = each.next_sibling())
    id = attribute(each, "id");
  return id;
}

Entries::Entries(pugi::xml_node article, const Entries* owner) : own_(read_list(article)), used_(own_) {
  if (own_ == nullptr) used_ = owner != nullptr ? owner->used_ : std::make_shared<const List>();
}

// Those of articles inside it are not its own.
std::shared_ptr<const Entries::List> Entries::read_list(pugi::xml_node article) {
  List list;
  bool any = false;
  for (pugi::xml_node node = article.first_child(); node;) {
    const bool element = is_element(node);
    const Role role = element ? role_of(local_name(node)) : Role::inline_text;
    any |= element && role == Role::reference_list;
    if (element && role == Role::reference) list.refs.push_back(node);
    const bool inside = element && role != Role::reference && !is_article(node);
    node = inside ? next_inside(node, article) : next_beyond(node, article);
  }
  if (!any) return nullptr;
  for (std::uint32_t position = 0; position < list.refs.size(); ++position) {
    list.ids.emplace_back(attribute(list.refs[position], "id"), position);
    for (const pugi::xml_node each : list.refs[position].children())
      if (std::string own = attribute(each, "id"); !own.empty()) list.ids.emplace_back(std::move(own), position);
  }
  std::sort(list.ids.begin(), list.ids.end());
  return std::make_shared<const List>(std::move(list));
}

std::uint32_t Entries::size() const noexcept { return static_cast<std::uint32_t>(used_->refs.size()); }

pugi::xml_node Entries::operator[](std::uint32_t position) const noexcept { return used_->refs[position]; }

std::optional<std::uint32_t> Entries::find(std::string_view id) const noexcept {
  const auto& ids = used_->ids;
  const auto found = std::lower_bound(ids.begin(), ids.end(), id,
                                      [](const auto& each, std::string_view value) { return each.first < value; });
  if (found == ids.end() || found->first != id || id.empty()) return std::nullopt;
  return found->second;
}

std::string Entries::id(std::uint32_t position) const { return entry_id(used_->refs[position]); }

std::string Entries::number(std::uint32_t position) const {
  std::string label = value_of(child(used_->refs[position], "label"));
  constexpr std::string_view around = "[]().,: ";
  label.erase(std::min(label.find_last_not_of(around) + 1, label.size()));
  label.erase(0, std::min(label.find_first_not_of(around), label.size()));
  return label.empty() ? std::to_string(position + 1) : label;
}

}  // namespace citegraph::document::jats
