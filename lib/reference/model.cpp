#include "citegraph/model.hpp"

#include <span>
#include <string>
#include <utility>

#include "citegraph/text_file.hpp"

#include "reference/crf/model_file.hpp"
#include "reference/model.hpp"

namespace citegraph {

Model::Model(std::unique_ptr<const Private> parts) noexcept : parts_(std::move(parts)) {}
Model::~Model() = default;

std::shared_ptr<const Model> Model::load(const std::string& path) {
  const std::string bytes = read_bytes(path);
  auto parts = std::make_unique<const Private>(crf::deserialize(std::as_bytes(std::span(bytes)), path));
  return std::shared_ptr<const Model>(new Model(std::move(parts)));
}

}  // namespace citegraph
