// The text inside a paragraph: runs of one format become one mark, however many runs the program divided it into.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "document/docx/styles.hpp"
#include "document/jats/builder.hpp"

namespace citegraph::document::docx {

class InlineWriter {
 public:
  explicit InlineWriter(jats::Builder& builder) : builder_(builder) {}

  // From here on, in the element of the builder that is open now.
  void begin() { base_ = builder_.depth(); }
  // Whatever is open in the paragraph closes.
  void end();

  void set_format(const RunFormat& format) { wanted_ = format; }
  [[nodiscard]] const RunFormat& format() const noexcept { return wanted_; }

  // Character data as it stands in the part, that of a CDATA section, or text that the part does not hold.
  void characters(std::string_view raw, std::uint32_t offset);
  void literal(std::string_view text, std::uint32_t offset);
  void put(std::string_view generated, std::uint32_t offset);
  void line_break();

  // An element around the text from here on, known by a number of the caller's. Closing one closes those inside it;
  // one that is not open is no error: fields and links may cross.
  void open_link(std::uint64_t number, std::string_view element, jats::Builder::Attributes attributes);
  void close_link(std::uint64_t number);
  [[nodiscard]] bool in_link() const noexcept { return !links_.empty(); }

 private:
  void apply_format();
  void close_format();

  jats::Builder& builder_;
  std::size_t base_ = 0;
  RunFormat wanted_;
  RunFormat open_;
  std::vector<std::pair<std::uint64_t, std::size_t>> links_;  // with the depth before each
};

}  // namespace citegraph::document::docx
