// Articles of other formats in the vocabulary of JATS, so that one reader does for all that is marked up. Every piece
// of text knows where it came from.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citegraph/document.hpp"
#include "citegraph/source_map.hpp"

namespace citegraph::document::jats {

class Builder {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  void open(std::string_view element, Attributes attributes = {});
  // The innermost element that is open.
  void close();
  [[nodiscard]] std::size_t depth() const noexcept { return open_.size(); }
  void close_to(std::size_t depth);

  // Where the source was read last, with the file of the document; what follows comes from the file moved to.
  [[nodiscard]] SourceSpan place() const noexcept { return {last_, last_, file_}; }
  void move_to(SourceSpan place);

  // Character data of XML as it stands in the source at `offset`.
  void characters(std::string_view raw, std::uint32_t offset);
  // Text without markup at `offset`: what XML would take for markup is escaped.
  void text(std::string_view plain, std::uint32_t offset);
  // Text that the source does not hold as such.
  void put(std::string_view generated, std::uint32_t offset);

  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(xml_.size()); }
  // Closes what is open and reads it all: maps to the source. Throws MarkupError without a place of the source.
  Document read();

 private:
  void markup(std::string_view text) { add(text, place()); }
  void add(std::string_view text, SourceSpan source);

  std::string xml_;
  SourceMap map_;
  std::vector<std::string> open_;
  std::uint32_t file_ = 0;
  std::uint32_t last_ = 0;  // the place of the file that was read last
};

}  // namespace citegraph::document::jats
