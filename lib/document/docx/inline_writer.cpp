#include "document/docx/inline_writer.hpp"

#include <algorithm>

namespace citegraph::document::docx {

void InlineWriter::end() {
  builder_.close_to(base_);
  links_.clear();
  open_ = wanted_ = {};
}

void InlineWriter::close_format() {
  builder_.close_to(links_.empty() ? base_ : links_.back().second + 1);
  open_ = {};
}

void InlineWriter::apply_format() {
  if (open_ == wanted_) return;
  close_format();
  if (wanted_.italic) builder_.open("italic");
  if (wanted_.bold) builder_.open("bold");
  if (wanted_.raised != Raised::none) builder_.open(wanted_.raised == Raised::superscript ? "sup" : "sub");
  open_ = wanted_;
}

void InlineWriter::literal(std::string_view text, std::uint32_t offset) {
  if (text.empty() || wanted_.hidden) return;
  apply_format();
  builder_.text(text, offset);
}

void InlineWriter::characters(std::string_view raw, std::uint32_t offset) {
  if (raw.empty() || wanted_.hidden) return;
  apply_format();
  builder_.characters(raw, offset);
}

void InlineWriter::put(std::string_view generated, std::uint32_t offset) {
  if (wanted_.hidden) return;
  apply_format();
  builder_.put(generated, offset);
}

void InlineWriter::line_break() {
  if (wanted_.hidden) return;
  builder_.open("break");
  builder_.close();
}

void InlineWriter::open_link(std::uint64_t number, std::string_view element, jats::Builder::Attributes attributes) {
  close_format();
  links_.emplace_back(number, builder_.depth());
  builder_.open(element, attributes);
}

void InlineWriter::close_link(std::uint64_t number) {
  const auto found = std::find_if(links_.begin(), links_.end(), [&](const auto& each) { return each.first == number; });
  if (found == links_.end()) return;
  builder_.close_to(found->second);
  links_.erase(found, links_.end());
  open_ = {};
}

}  // namespace citegraph::document::docx
