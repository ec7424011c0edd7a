// Bytes of a store: how numbers and strings are written, and read back without ever leaving what is there.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace citegraph::graph {

class ByteWriter {
 public:
  explicit ByteWriter(std::string& out) : out_(out) {}

  // Seven bits a byte, the lowest first (LEB128).
  void number(std::uint64_t value) {
    while (value >= 0x80) {
      out_ += static_cast<char>(value | 0x80);
      value >>= 7;
    }
    out_ += static_cast<char>(value);
  }
  // Negative numbers too: zigzag.
  void signed_number(std::int64_t value) {
    number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
  }
  void text(std::string_view value) {
    number(value.size());
    out_ += value;
  }

 private:
  std::string& out_;
};

// What is damaged reads as zero or empty, and the rest with it.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (bytes_.empty()) return fail();
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    return fail();
  }
  std::int64_t signed_number() {
    const std::uint64_t value = number();
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
  }
  // One below `limit`, or 0.
  template <class Enum>
  Enum value_of(std::uint64_t limit) {
    const std::uint64_t value = number();
    return static_cast<Enum>(value < limit ? value : fail());
  }
  std::string text() {
    const std::uint64_t size = number();
    if (size > bytes_.size()) return fail(), std::string();
    std::string value(bytes_.substr(0, size));
    bytes_.remove_prefix(size);
    return value;
  }
  // How many elements follow: never more than there are bytes.
  std::uint64_t count() {
    const std::uint64_t value = number();
    return value <= bytes_.size() ? value : fail();
  }
  std::string_view rest() const { return bytes_; }
  bool at_end() const { return bytes_.empty(); }
  bool failed() const { return failed_; }

 private:
  std::uint64_t fail() {
    failed_ = true;
    bytes_ = {};
    return 0;
  }

  std::string_view bytes_;
  bool failed_ = false;
};

}  // namespace citegraph::graph
