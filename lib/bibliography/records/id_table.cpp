#include "bibliography/records/id_table.hpp"

#include <functional>

namespace citegraph::bibliography::records {
namespace {

constexpr std::size_t first_size = 1024;  // a power of two, as all sizes

}  // namespace

// Where `id` is, or where it would be put.
std::size_t IdTable::place_of(std::string_view id_text) const noexcept {
  const std::size_t mask = table_.size() - 1;
  std::size_t place = std::hash<std::string_view>{}(id_text)&mask;
  while (table_[place] != 0 && id(table_[place] - 1) != id_text) place = (place + 1) & mask;
  return place;
}

void IdTable::grow() {
  table_.assign(table_.empty() ? first_size : table_.size() * 2, 0);
  for (std::uint32_t number = 0; number < size(); ++number) table_[place_of(id(number))] = number + 1;
}

std::uint32_t IdTable::number_of(std::string_view id) {
  if (3 * (std::size_t{size()} + 1) > 2 * table_.size()) grow();
  std::uint32_t& entry = table_[place_of(id)];
  if (entry == 0) {
    text_ += id;
    starts_.push_back(text_.size());
    entry = size();
  }
  return entry - 1;
}

}  // namespace citegraph::bibliography::records
