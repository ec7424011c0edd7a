// The features of a token: one function for each group, listed in one table.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "reference/crf/attributes.hpp"
#include "reference/crf/few_values.hpp"
#include "reference/crf/hash.hpp"

namespace citegraph::crf {

// Collects a token's features: the numbers of those with few values, and the names of the others, which are the upper
// halves of their hashes.
class FeatureSink {
 public:
  static constexpr std::size_t few_capacity = 64, capacity = 128;  // all groups together stay well below
  void clear() noexcept { few_size_ = size_ = 0; }
  std::span<const std::uint32_t> few() const noexcept { return {few_.data(), few_size_}; }
  std::span<const std::uint32_t> names() const noexcept { return {names_.data(), size_}; }

  template <Few F, class... Values>
  void add(Values... values) {
    if (few_size_ < few_capacity) few_[few_size_++] = few_number<F>(values...);
  }
  template <class... Values>
  void add(std::uint64_t name, Values... values) {
    std::uint64_t hash = name * 0xA0761D6478BD642FULL;
    ((hash = mix(hash, static_cast<std::uint64_t>(values))), ...);
    const auto row = static_cast<std::uint32_t>(finish(hash) >> 32);
    if (size_ < capacity) names_[size_++] = row;
  }

 private:
  std::array<std::uint32_t, few_capacity> few_;
  std::array<std::uint32_t, capacity> names_;
  std::size_t few_size_ = 0;
  std::size_t size_ = 0;
};

// The attributes around a token, up to Context::margin away; places outside the reference have attributes of their own.
class Window {
 public:
  Window(const Context& context, std::size_t at) noexcept
      : context_(context), here_(context.attributes_and_margins.data() + Context::margin + at), at_(at) {}
  const Attributes& operator[](int offset) const noexcept { return here_[offset]; }
  const Context& context() const noexcept { return context_; }
  const Context::Place& place() const noexcept { return context_.places[at_]; }
  std::size_t at() const noexcept { return at_; }

 private:
  const Context& context_;
  const Attributes* here_;
  std::size_t at_;
};

struct FeatureGroup {
  std::string_view name;
  void (*add)(const Window& window, FeatureSink& sink);
};

// The table of groups; the order is part of a model.
std::span<const FeatureGroup> feature_groups() noexcept;

// All features of a token, in place of what the sink held.
void name_features(const Window& window, FeatureSink& sink);

void add_lexical_features(const Window& w, FeatureSink& sink);
void add_shape_features(const Window& w, FeatureSink& sink);
void add_keyword_features(const Window& w, FeatureSink& sink);
void add_structure_features(const Window& w, FeatureSink& sink);
void add_numeric_features(const Window& w, FeatureSink& sink);
void add_abbreviation_features(const Window& w, FeatureSink& sink);
void add_style_features(const Window& w, FeatureSink& sink);
void add_mark_features(const Window& w, FeatureSink& sink);
void add_rule_features(const Window& w, FeatureSink& sink);

}  // namespace citegraph::crf
