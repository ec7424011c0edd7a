/// \file
/// Trained models that read reference strings.
///
/// The library holds a model, which is used where none is named. Another one, trained on references of one's own
/// (data/models/README.md says how), is loaded from its file and passed with the options:
///
///     ReadOptions options;
///     if (std::filesystem::exists("mine.model")) options.model = Model::load("mine.model");
///     const Paper paper = read_paper("paper.md", options);
#pragma once

#include <memory>
#include <string>

#include "citegraph/api.hpp"
#include "citegraph/options.hpp"

namespace citegraph {

/// A model as loaded: it never changes, and any number of threads may use it.
class Model {
 public:
  /// Maps a model file into memory and checks it. The file must not be changed while the model is in use; put another
  /// one in its place by renaming.
  /// \throws Error for a file that cannot be read, is no model, is cut or damaged, or is of another format.
  [[nodiscard]] static CITEGRAPH_API std::shared_ptr<const Model> load(const std::string& path);

  CITEGRAPH_API ~Model();                   ///< Readers that still use it keep it alive.
  Model(const Model&) = delete;             ///< Shared, not copied.
  Model& operator=(const Model&) = delete;  ///< Shared, not copied.

  struct Private;                                                          ///< What the library keeps to itself.
  [[nodiscard]] const Private& parts() const noexcept { return *parts_; }  ///< For the library.

 private:
  CITEGRAPH_API explicit Model(std::unique_ptr<const Private> parts) noexcept;
  std::unique_ptr<const Private> parts_;
};

}  // namespace citegraph
