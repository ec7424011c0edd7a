#include "bibliography/work_hash.hpp"

#include <string_view>

namespace citegraph::bibliography {
namespace {

class Fnv {
 public:
  void add(std::string_view text) noexcept {
    for (const char c : text) add_byte(static_cast<unsigned char>(c));
    add_byte(0);
  }
  void add(int number) noexcept { add(std::to_string(number)); }
  [[nodiscard]] std::uint64_t value() const noexcept { return value_; }

 private:
  void add_byte(std::uint64_t byte) noexcept {
    value_ ^= byte;
    value_ *= 1099511628211ULL;
  }
  std::uint64_t value_ = 14695981039346656037ULL;
};

}  // namespace

std::uint64_t hash_of(const Work& work) {
  Fnv fnv;
  fnv.add(to_string(work.type));
  for (const auto& [variable, text] : work.texts()) {
    fnv.add(to_string(variable));
    fnv.add(text);
  }
  for (const auto& [variable, names] : work.names()) {
    fnv.add(to_string(variable));
    for (const Name& name : names) {
      fnv.add(to_string(name));
      fnv.add(name.dropping_particle);
    }
    fnv.add(work.has_others(variable) ? 1 : 0);
  }
  for (const auto& [variable, date] : work.dates()) {
    fnv.add(to_string(variable));
    fnv.add(to_string(date));
    fnv.add(date.suffix);
    fnv.add(date.literal);
    if (date.original) fnv.add(date.original->year);
  }
  return fnv.value();
}

}  // namespace citegraph::bibliography
