// A bibliography while it is read: what every reader hands its entries and findings to.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "citegraph/bibliography.hpp"

#include "text/encoding.hpp"

namespace citegraph::bibliography {

class Builder {
 public:
  // Decodes `bibliography.source`. Throws Error for binary content. Entries go to `sink` where there is one.
  Builder(Bibliography& bibliography, const BibliographyOptions& options, const BibliographySink* sink = nullptr);
  Builder(const Builder&) = delete;
  Builder& operator=(const Builder&) = delete;

  // Valid UTF-8; what the readers' spans are of.
  [[nodiscard]] std::string_view text() const noexcept { return text_; }

  void add(BibliographyEntry entry, TextSpan span);
  // `reason` is a literal.
  void skip(TextSpan span, std::string_view reason);
  void report(std::string_view code, TextSpan span, std::string message);
  // Puts everything in the order of the file, fills in lines and columns.
  void finish();

 private:
  [[nodiscard]] SourceSpan to_source(TextSpan span) const noexcept;
  void report_encoding();

  Bibliography& bibliography_;
  const BibliographySink* sink_;
  text::Decoded decoded_;  // empty where the source is plain UTF-8
  std::string_view text_;
  bool plain_ = false;  // the text is the source
};

}  // namespace citegraph::bibliography
