#include "document/html_tokens.hpp"

#include <algorithm>
#include <iterator>

#include "document/xml.hpp"
#include "text/ascii.hpp"

namespace citegraph::document {
namespace {

bool is_white(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool same(std::string_view a, std::string_view b) noexcept {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return text::ascii_lower(x) == text::ascii_lower(y); });
}

bool is_opaque(std::string_view name) noexcept {
  constexpr std::string_view names[] = {"script",   "style",  "svg",      "template",
                                        "noscript", "iframe", "textarea", "canvas"};
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

// The ">" of a tag whose attributes begin at `at`: not one in quotes. The end where there is none.
std::size_t tag_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    at = text.find_first_of(">\"'", at);
    if (at == std::string_view::npos) return text.size();
    if (text[at] == '>') return at;
    // A quote opens a value only behind "=".
    const bool value = at > 0 && text[at - 1] == '=';
    const std::size_t close = value ? text.find(text[at], at + 1) : at;
    if (close == std::string_view::npos) return std::min(text.find('>', at), text.size());
    at = close + 1;
  }
  return text.size();
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  std::vector<HtmlToken> run() {
    std::size_t start = 0;  // of the text that is open
    for (std::size_t at = text_.find('<'); at != std::string_view::npos; at = text_.find('<', at)) {
      const std::size_t end = markup_end(at);
      if (end == at) {  // "a < b"
        ++at;
        continue;
      }
      add_text(start, at);
      if (is_tag(at)) add_tag(at, end);
      at = start = std::max(end, skipped_);
    }
    add_text(start, text_.size());
    return std::move(tokens_);
  }

 private:
  bool is_tag(std::size_t at) const {
    const std::size_t name = at + (text_.substr(at).starts_with("</") ? 2 : 1);
    return name < text_.size() && text::is_ascii_letter(text_[name]);
  }

  // Behind the tag, comment or declaration at `at`; `at` where there is none.
  std::size_t markup_end(std::size_t at) const {
    const std::string_view rest = text_.substr(at);
    if (rest.starts_with("<!--")) {
      const std::size_t end = text_.find("-->", at + 4);
      return end == std::string_view::npos ? text_.size() : end + 3;
    }
    if (rest.starts_with("<![CDATA[")) {
      const std::size_t end = text_.find("]]>", at);
      return end == std::string_view::npos ? text_.size() : end + 3;
    }
    if (rest.starts_with("<!") || rest.starts_with("<?"))
      return std::min(std::min(text_.find('>', at), text_.size()) + 1, text_.size());
    if (!is_tag(at)) return at;
    return std::min(tag_end(text_, at + 1) + 1, text_.size());
  }

  void add_text(std::size_t start, std::size_t end) {
    if (start >= end) return;
    HtmlToken token;
    token.span = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
    tokens_.push_back(std::move(token));
  }

  void add_tag(std::size_t at, std::size_t end) {
    HtmlToken token;
    token.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    const bool closes = text_[at + 1] == '/';
    token.kind = closes ? HtmlToken::Kind::close : HtmlToken::Kind::open;
    std::size_t i = at + (closes ? 2 : 1);
    while (i < end && !is_white(text_[i]) && text_[i] != '>' && text_[i] != '/')
      token.name += text::ascii_lower(text_[i++]);
    const std::size_t last = end > i && text_[end - 1] == '>' ? end - 1 : end;
    token.attributes = {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(std::max(i, last))};
    token.empty = last > i && text_[last - 1] == '/';
    skipped_ = 0;
    if (!closes && !token.empty && is_opaque(token.name)) {
      skipped_ = end_of_opaque(token.name, end);
      return;
    }
    tokens_.push_back(std::move(token));
  }

  std::size_t end_of_opaque(const std::string& name, std::size_t from) const {
    for (std::size_t at = text_.find("</", from); at != std::string_view::npos; at = text_.find("</", at + 2))
      if (same(text_.substr(at + 2, name.size()), name))
        return std::min(std::min(text_.find('>', at), text_.size()) + 1, text_.size());
    return text_.size();
  }

  std::string_view text_;
  std::size_t skipped_ = 0;
  std::vector<HtmlToken> tokens_;
};

}  // namespace

std::vector<HtmlToken> html_tokens(std::string_view text) { return Tokenizer(text).run(); }

std::string html_attribute(std::string_view attributes, std::string_view name) {
  for (std::size_t at = 0; at < attributes.size();) {
    while (at < attributes.size() && (is_white(attributes[at]) || attributes[at] == '/')) ++at;
    const std::size_t start = at;
    while (at < attributes.size() && !is_white(attributes[at]) && attributes[at] != '=') ++at;
    const std::string_view found = attributes.substr(start, at - start);
    while (at < attributes.size() && is_white(attributes[at])) ++at;
    std::string_view value;
    if (at < attributes.size() && attributes[at] == '=') {
      ++at;
      while (at < attributes.size() && is_white(attributes[at])) ++at;
      const char quote = at < attributes.size() ? attributes[at] : '\0';
      if (quote == '"' || quote == '\'') {
        const std::size_t end = std::min(attributes.find(quote, at + 1), attributes.size());
        value = attributes.substr(at + 1, end - at - 1);
        at = std::min(end + 1, attributes.size());
      } else {
        const std::size_t end = std::min(attributes.find_first_of(" \t\r\n\f", at), attributes.size());
        value = attributes.substr(at, end - at);
        at = end;
      }
    }
    if (same(found, name)) return decode_references(value);
    if (at == start) ++at;
  }
  return {};
}

bool is_void_element(std::string_view name) noexcept {
  constexpr std::string_view names[] = {"area",  "base", "br",   "col",    "embed", "hr", "img",
                                        "input", "link", "meta", "source", "track", "wbr"};
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

}  // namespace citegraph::document
