#include "citegraph/model.hpp"

#include <memory>
#include <span>
#include <string>
#include <utility>

#include "reference/crf/model_file.hpp"
#include "reference/model.hpp"
#include "text/mapped_file.hpp"

namespace citegraph {

Model::Model(std::unique_ptr<const Private> parts) noexcept : parts_(std::move(parts)) {}
Model::~Model() = default;

std::shared_ptr<const Model> Model::load(const std::string& path) {
  auto file = std::make_shared<const text::MappedFile>(path);
  const auto bytes = std::as_bytes(std::span(file->bytes()));
  auto parts =
      std::make_unique<const Private>(crf::read_model(bytes, path, std::move(file), crf::ModelCheck::everything));
  return std::shared_ptr<const Model>(new Model(std::move(parts)));
}

}  // namespace citegraph
