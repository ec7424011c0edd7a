#include "reference/crf/model_file.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <functional>
#include <string_view>
#include <utility>

#include "citegraph/error.hpp"

#include "reference/crf/hash.hpp"

namespace citegraph::crf {
namespace {

constexpr std::string_view magic = "CITEGRPH";
constexpr std::uint32_t version = 3;  // rises with every change of the format or of the features
constexpr std::size_t header_size = 32;
constexpr std::uint32_t most_features = 1'000'000;  // what the rows' numbers in RowTable leave room for

class Writer {
 public:
  template <class Integer>
  void put(Integer value) {
    using Unsigned = std::make_unsigned_t<Integer>;
    auto bits = static_cast<Unsigned>(value);
    for (std::size_t i = 0; i < sizeof(Integer); ++i) {
      bytes_ += static_cast<char>(bits & 0xFFU);
      if constexpr (sizeof(Integer) > 1) bits = static_cast<Unsigned>(bits >> 8);
    }
  }
  template <class Range>
  void put_all(const Range& values) {
    for (const auto& value : values) put(value);
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class Reader {
 public:
  Reader(std::span<const std::byte> bytes, const std::string& path) : bytes_(bytes), path_(path) {}

  template <class Integer>
  void get(Integer& value) {
    if (bytes_.size() < sizeof(Integer)) throw Error(path_, "the model file is cut short");
    std::uint64_t bits = 0;
    for (std::size_t i = sizeof(Integer); i-- > 0;) bits = bits << 8 | std::to_integer<std::uint64_t>(bytes_[i]);
    value = static_cast<Integer>(bits);
    bytes_ = bytes_.subspan(sizeof(Integer));
  }
  template <class Range>
  void get_all(Range& values) {
    const std::size_t size = values.size() * sizeof(values[0]);
    if constexpr (std::endian::native == std::endian::little) {
      const std::span<const std::byte> taken = take(size);
      if (size > 0) std::memcpy(values.data(), taken.data(), size);
    } else {
      for (auto& value : values) get(value);
    }
  }
  std::span<const std::byte> take(std::size_t count) {
    if (bytes_.size() < count) throw Error(path_, "the model file is cut short");
    const std::span<const std::byte> taken = bytes_.first(count);
    bytes_ = bytes_.subspan(count);
    return taken;
  }
  std::span<const std::byte> rest() const { return bytes_; }

 private:
  std::span<const std::byte> bytes_;
  const std::string& path_;
};

// The order of the file, for reading and writing alike.
template <class Numbers, class Visit>
void visit_tables(Numbers& weights, Visit visit) {
  auto& t = weights.transitions;
  for (auto& row : t.to_first) visit(row);
  for (auto& row : t.to_further) visit(row);
  for (auto& row : t.to_outside) visit(row);
  visit(t.start_first);
  for (auto& row : t.end) visit(row);
}

// Eight bytes, the lowest first.
std::uint64_t word_at(const char* bytes) {
  std::uint64_t word = 0;
  if constexpr (std::endian::native == std::endian::little)
    std::memcpy(&word, bytes, 8);
  else
    for (std::size_t i = 8; i-- > 0;) word = word << 8 | static_cast<unsigned char>(bytes[i]);
  return word;
}

// Of words of eight bytes, so that it costs no start-up; the last is filled up with zeros. The length counts too.
std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t hash = bytes.size();
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) hash = mix(hash, word_at(bytes.data() + at));
  if (at < bytes.size()) {
    std::array<char, 8> last{};
    std::memcpy(last.data(), bytes.data() + at, bytes.size() - at);
    hash = mix(hash, word_at(last.data()));
  }
  return finish(hash);
}

// A file whose parts are told apart; the tables that every token needs stay where they are.
struct Parts {
  std::span<const std::byte> features;
  std::span<const std::byte> emission;
  TransitionWeights transitions;
  Calibration calibration;
};

// The number of features; `reader` stands behind the header.
std::uint32_t read_header(Reader& reader, std::string_view file, ModelCheck check, const std::string& path) {
  if (!file.starts_with(magic)) throw Error(path, "not a citegraph model");
  if (file.size() < header_size) throw Error(path, "the model file is cut short");
  reader.take(magic.size());
  std::uint32_t file_version = 0, features = 0, rows = 0, labels = 0;
  std::uint64_t sum = 0;
  reader.get(file_version);
  if (file_version != version)
    throw Error(path, "model format " + std::to_string(file_version) + ", this library reads format " +
                          std::to_string(version));
  reader.get(features);
  reader.get(rows);
  reader.get(labels);
  reader.get(sum);
  if (features > most_features) throw Error(path, "the model has too many features");
  if (rows != row_count || labels != label_count) throw Error(path, "the model labels other fields than this library");
  if (check == ModelCheck::everything && checksum(file.substr(header_size)) != sum)
    throw Error(path, "the model file is damaged: its checksum does not fit");
  return features;
}

Parts read_parts(std::span<const std::byte> bytes, const std::string& path, ModelCheck check) {
  Reader reader(bytes, path);
  const std::string_view file(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  const std::size_t features = read_header(reader, file, check, path);
  Parts parts;
  parts.features = reader.take(features * sizeof(std::uint32_t));
  parts.emission = reader.take(features * row_count);
  visit_tables(parts, [&](auto& row) { reader.get_all(row); });
  reader.get(parts.transitions.start_outside);
  reader.get_all(parts.calibration.error);
  reader.get_all(parts.calibration.segment);
  reader.get_all(parts.calibration.reference);
  if (!reader.rest().empty()) throw Error(path, "the model file goes on after its end");
  return parts;
}

void check_order(std::span<const std::uint32_t> features, const std::string& path) {
  if (std::adjacent_find(features.begin(), features.end(), std::greater_equal<>()) != features.end())
    throw Error(path, "the model file is damaged: its features are not in order");
}

// Whether this machine reads the numbers of a file where they stand.
bool is_readable_in_place(const Parts& parts) {
  return std::endian::native == std::endian::little &&
         reinterpret_cast<std::uintptr_t>(parts.features.data()) % alignof(std::uint32_t) == 0;
}

Weights copy_of(const Parts& parts, const std::string& path) {
  Weights weights;
  weights.features.resize(parts.features.size() / sizeof(std::uint32_t));
  weights.emission.resize(parts.emission.size());
  Reader(parts.features, path).get_all(weights.features);
  Reader(parts.emission, path).get_all(weights.emission);
  weights.transitions = parts.transitions;
  weights.calibration = parts.calibration;
  check_order(weights.features, path);
  return weights;
}

}  // namespace

std::string serialize(const Weights& weights) {
  Writer payload;
  payload.put_all(weights.features);
  payload.put_all(weights.emission);
  visit_tables(weights, [&](const auto& row) { payload.put_all(row); });
  payload.put(weights.transitions.start_outside);
  payload.put_all(weights.calibration.error);
  payload.put_all(weights.calibration.segment);
  payload.put_all(weights.calibration.reference);
  const std::string body = payload.take();
  Writer header;
  header.put(version);
  header.put(static_cast<std::uint32_t>(weights.features.size()));
  header.put(static_cast<std::uint32_t>(row_count));
  header.put(static_cast<std::uint32_t>(label_count));
  header.put(checksum(body));
  return std::string(magic) + header.take() + body;
}

Weights deserialize(std::span<const std::byte> bytes, const std::string& path) {
  return copy_of(read_parts(bytes, path, ModelCheck::everything), path);
}

Model read_model(std::span<const std::byte> bytes, const std::string& path, std::shared_ptr<const void> keeper,
                 ModelCheck check) {
  const Parts parts = read_parts(bytes, path, check);
  if (!is_readable_in_place(parts)) return Model(copy_of(parts, path));
  WeightsView weights;
  weights.features = {reinterpret_cast<const std::uint32_t*>(parts.features.data()),
                      parts.features.size() / sizeof(std::uint32_t)};
  weights.emission = {reinterpret_cast<const std::int8_t*>(parts.emission.data()), parts.emission.size()};
  weights.transitions = parts.transitions;
  weights.calibration = parts.calibration;
  if (check == ModelCheck::everything) check_order(weights.features, path);
  return {weights, std::move(keeper)};
}

}  // namespace citegraph::crf
