#include "document/jats/locate.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

#include "text/utf8.hpp"

namespace citegraph::document::jats {
namespace {

constexpr std::size_t most_fields = 400;  // a search for each is quadratic, so odd entries are left out
constexpr std::uint32_t longest_entry = 20000;

class Locator {
 public:
  Locator(std::string_view text, TextSpan entry) : text_(text), entry_(entry) {}

  std::vector<TextSpan> run(const Fields& fields) {
    std::vector<TextSpan> spans(fields.fields.size());
    if (fields.fields.size() > most_fields || entry_.size() > longest_entry) return spans;
    for (std::size_t i = 0; i < spans.size(); ++i) {
      const Field& field = fields.fields[i];
      if (is_number(field.label) || field.name) continue;
      spans[i] = find(field.value, entry_.start);
      // Who edits a book may also be an author of the chapter, and stands behind its title.
      if (field.label == Label::title) editors_end_ = std::max(editors_end_, spans[i].end);
      if (field.label == Label::title || field.label == Label::container_title)
        titles_end_ = std::max(titles_end_, spans[i].end);
    }
    for (std::size_t i = 0; i < spans.size(); ++i)
      if (const Field& field = fields.fields[i]; field.name) spans[i] = find_name(*field.name, field.label);
    std::uint32_t from = std::max(titles_end_, entry_.start);
    for (std::size_t i = 0; i < spans.size(); ++i) {
      const Field& field = fields.fields[i];
      if (!is_number(field.label)) continue;
      spans[i] = field.nodes.size() == 2 ? find_range(field.value, from) : find(field.value, from);
      if (!spans[i].empty()) from = spans[i].end;
    }
    return spans;
  }

 private:
  static bool is_number(Label label) {
    return label == Label::volume || label == Label::issue || label == Label::pages || label == Label::edition;
  }

  // As whole words.
  TextSpan find(std::string_view value, std::uint32_t from) const {
    if (value.empty()) return {};
    const std::string_view within = text_.substr(0, entry_.end);
    for (std::size_t at = within.find(value, from); at != std::string_view::npos; at = within.find(value, at + 1)) {
      const std::size_t end = at + value.size();
      const bool starts = !text::is_word(text::decode_at(value, 0).value) || at == entry_.start ||
                          !text::is_word(text::decode_before(within, at).value);
      const bool ends = !text::is_word(text::decode_before(value, value.size()).value) || end == within.size() ||
                        !text::is_word(text::decode_at(within, end).value);
      if (starts && ends) return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    }
    return {};
  }

  // Names follow each other, family name or given name first.
  TextSpan find_name(const Name& name, Label label) {
    std::uint32_t& from = label == Label::author ? authors_end_ : editors_end_;
    const std::uint32_t start = std::max(from, entry_.start);
    const std::string family = name.cited_form();
    TextSpan span = find(family, start);
    if (span.empty() && label != Label::author) span = find(family, entry_.start);
    if (span.empty()) return {};
    if (const TextSpan given = find(name.given, std::min(start, span.start)); !given.empty()) {
      constexpr std::uint32_t nearest = 3;  // ", "
      if (given.start >= span.end && given.start - span.end <= nearest) span.end = given.end;
      if (given.end <= span.start && span.start - given.end <= nearest) span.start = given.start;
    }
    from = span.end;
    return span;
  }

  // "45-68", whatever dash is printed, the last page perhaps shortened.
  TextSpan find_range(std::string_view value, std::uint32_t from) const {
    const std::size_t dash = value.find('-');
    if (dash == std::string_view::npos) return find(value, from);
    TextSpan first = find(value.substr(0, dash), from);
    if (first.empty()) return {};
    std::uint32_t end = first.end;
    bool dashed = false;
    while (end < entry_.end) {
      const text::CodePoint c = text::decode_at(text_, end);
      if (!text::is_dash(c.value) && !(dashed ? text::is_word(c.value) : text::is_space(c.value))) break;
      dashed = dashed || text::is_dash(c.value);
      end += c.size;
    }
    if (dashed) first.end = end;
    return first;
  }

  std::string_view text_;
  TextSpan entry_;
  std::uint32_t titles_end_ = 0;
  std::uint32_t authors_end_ = 0;
  std::uint32_t editors_end_ = 0;
};

}  // namespace

std::vector<TextSpan> locate_fields(const Fields& fields, std::string_view text, TextSpan entry) {
  return Locator(text, entry).run(fields);
}

}  // namespace citegraph::document::jats
