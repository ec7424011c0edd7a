// The file a model is kept in.
//
//     offset  size  what
//          0     8  "CITEGRPH"
//          8     4  format version (3), little-endian like every number
//         12     4  number of features F
//         16     4  emission rows of a feature (48)
//         20     4  labels (23)
//         24     8  checksum of everything from offset 32
//         32    4F  features: numbers or upper halves of hashes, ascending
//               48F  weights, int8
//                    transitions, int16: to first (72 x 24), to further (2 x 24), to outside (3 x 24), start (24), end
//                    (3 x 24), start outside calibration, uint32: errors (64), segments (48), references (48)
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include "reference/crf/model.hpp"

namespace citegraph::crf {

std::string serialize(const Weights& weights);

// Throws citegraph::Error, naming `path`, for a file that is cut, damaged, foreign or of another version.
Weights deserialize(std::span<const std::byte> bytes, const std::string& path);

// What is part of the library was checked by a test; whatever else may be damaged.
enum class ModelCheck : bool { header, everything };

// The same, made ready. The weights stay where they are, so that starting costs no copy and pages are fetched when
// they are needed; `keeper` owns the bytes, or is null where they last as long as the program.
Model read_model(std::span<const std::byte> bytes, const std::string& path, std::shared_ptr<const void> keeper,
                 ModelCheck check);

// The model that is part of the library.
const Model& embedded_model();

}  // namespace citegraph::crf
