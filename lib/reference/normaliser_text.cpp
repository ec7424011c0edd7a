#include "reference/normaliser_text.hpp"

#include "text/utf8.hpp"

namespace citegraph::reference {

namespace {

bool is_loose_at_start(char32_t c) {
  return text::is_space(c) || c == U',' || c == U';' || c == U':' || c == U'.' || c == U'*' || c == U'_';
}

bool is_loose_at_end(char32_t c) {
  return text::is_space(c) || c == U',' || c == U';' || c == U':' || c == U'*' || c == U'_';
}

char32_t first_of(std::string_view text) { return text::decode_at(text, 0).value; }
char32_t last_of(std::string_view text) { return text::decode_before(text, text.size()).value; }

void drop_first(std::string_view& text) { text.remove_prefix(text::decode_at(text, 0).size); }
void drop_last(std::string_view& text) { text.remove_suffix(text::decode_before(text, text.size()).size); }

// How often the quotation marks of `text` open without closing: a mark at an end belongs to the value only with its
// partner.
bool has_partner(std::string_view text, char32_t mark) {
  std::size_t marks = 0;
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::decode_at(text, at);
    if (text::is_quote(c.value) && c.value != U'\'' && c.value != U'’') ++marks;
    at += c.size;
  }
  return mark == U'\'' || mark == U'’' || marks % 2 == 0;
}

std::string_view without_loose_ends(std::string_view text) {
  while (!text.empty() && is_loose_at_start(first_of(text))) drop_first(text);
  while (!text.empty() && is_loose_at_end(last_of(text))) drop_last(text);
  // A pair of quotes around the whole, or a stray one at an end.
  for (int round = 0; round < 2 && !text.empty(); ++round) {
    const bool opens = text::is_quote(first_of(text)) && first_of(text) != U'\'' && first_of(text) != U'’';
    const bool closes = text::is_quote(last_of(text)) && last_of(text) != U'\'' && last_of(text) != U'’';
    if (opens && (closes || !has_partner(text, first_of(text)))) drop_first(text);
    if (closes && !text.empty() && !has_partner(text, last_of(text))) drop_last(text);
    while (!text.empty() && is_loose_at_end(last_of(text))) drop_last(text);
  }
  return text;
}

}  // namespace

std::string clean_value(std::string_view text) { return text::collapse_spaces(without_loose_ends(text)); }

std::string clean_title(std::string_view text, TextSpan span) {
  std::string_view title = slice(text, span);
  const std::string_view after = text.substr(std::min<std::size_t>(span.end, text.size()));
  const bool asks = after.starts_with('?') || after.starts_with('!');
  if (asks) title = slice(text, {span.start, span.end + 1});
  std::string cleaned = clean_value(title);
  // A full stop that ends the title is punctuation of the reference; "U.S." and "..." keep theirs.
  if (cleaned.ends_with('.') && !cleaned.ends_with("..")) {
    const std::string_view before = std::string_view(cleaned).substr(0, cleaned.size() - 1);
    const text::CodePoint letter = text::decode_before(before, before.size());
    const text::CodePoint earlier = text::decode_before(before, before.size() - letter.size);
    if (!(text::is_upper(letter.value) && (earlier.value == U'.' || earlier.value == U' '))) cleaned.pop_back();
  }
  return cleaned;
}

TextSpan with_stop_of_initial(std::string_view text, TextSpan span) {
  if (span.end >= text.size() || text[span.end] != '.') return span;
  const text::CodePoint letter = text::decode_before(text, span.end);
  const text::CodePoint before = text::decode_before(text, span.end - letter.size);
  if (!text::is_upper(letter.value) || (before.size > 0 && text::is_word(before.value))) return span;
  // Where the other initials bear no stops and no comma parts them from the name ("Smith AB, Jones C. Title"), this one
  // ends the field.
  const std::string_view names = slice(text, span);
  const std::string_view before_initial = text::trim(names.substr(0, names.size() - letter.size));
  if (names.find('.') != std::string_view::npos || before_initial.ends_with(',')) ++span.end;
  return span;
}

}  // namespace citegraph::reference
