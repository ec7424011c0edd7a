// Keys: "[Knu97]", "[ABB+00, Hup08]" where the entries bear them, and pandoc's "@knuth1997", "[see @knuth1997, p. 3]".
#include <algorithm>
#include <string>
#include <unordered_set>

#include "citation/form.hpp"
#include "citation/locator.hpp"
#include "text/utf8.hpp"

namespace citegraph::citation {
namespace {

bool is_key_character(char c) noexcept {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80 || std::string_view("_+:.#$%&-?<>~/'").find(c) != std::string_view::npos;
}

bool is_number(std::string_view id) noexcept { return id.find_first_not_of("0123456789") == std::string_view::npos; }

class Finder {
 public:
  explicit Finder(const Source& source) : source_(source), body_(source.body) {
    for (const Reference& reference : source.references.references) {
      if (reference.id.empty() || is_number(reference.id)) continue;
      ids_.insert(reference.id);
      in_words_ = in_words_ || reference.id.find(' ') != std::string::npos;
    }
  }

  std::vector<Proposal> run() {
    std::uint32_t next = 0;  // text offset
    for (std::uint32_t i = 0; i < body_.size(); ++i) {
      const Token& token = body_[i];
      if (token.start < next) continue;
      if (token.kind == TokenKind::other && body_.is(i, "@") && markdown())
        next = pandoc_key(i);
      else if (!ids_.empty() && body_.bracket(i) != no_token && begins_item(i))
        next = listed_key(i);
    }
    return std::move(proposals_);
  }

 private:
  bool markdown() const noexcept { return source_.document.format == Format::markdown; }

  bool begins_item(std::uint32_t token) const noexcept {
    const TokenKind kind = body_.kind(token);
    return kind == TokenKind::word || kind == TokenKind::mixed || kind == TokenKind::number || kind == TokenKind::year;
  }

  // The longest run of key characters at `start` that is the key of an entry.
  std::uint32_t listed_key(std::uint32_t token) {
    const std::string_view text = body_.text();
    const std::uint32_t start = body_[token].start;
    if (start > 0 && is_key_character(text[start - 1])) return start;
    std::uint32_t end = start;
    while (end < text.size() && end - start < 64 &&
           (is_key_character(text[end]) || (in_words_ && (text[end] == ' ' || text[end] == ',' || text[end] == '\n'))))
      ++end;
    for (; end > start; --end) {
      std::string key(text.substr(start, end - start));
      if (in_words_) key = text::collapse_spaces(key);
      if (ids_.count(key) == 0) continue;
      add(start, end, token, std::move(key), true);
      return end;
    }
    return start;
  }

  // Pandoc's manual, "Citation syntax": the key begins with a letter, digit or _, and may hold single internal
  // punctuation.
  std::uint32_t pandoc_key(std::uint32_t at) {
    const std::string_view text = body_.text();
    const std::uint32_t sign = body_[at].start;
    if (sign > 0 && text::is_word(text::decode_before(text, sign).value)) return sign;  // a mail address
    std::uint32_t start = sign + 1;
    std::uint32_t end = start;
    if (start < text.size() && text[start] == '{') {
      const std::size_t close = text.find('}', start);
      if (close == std::string_view::npos || close - start > 200) return start;
      ++start;
      end = static_cast<std::uint32_t>(close);
      add(start, end, at, std::string(text.substr(start, end - start)), false);
      return end + 1;
    }
    while (end < text.size() && is_key_character(text[end])) ++end;
    while (end > start && !text::is_word(text::decode_before(text, end).value)) --end;
    if (end == start) return start;
    std::string key(text.substr(start, end - start));
    const bool known = ids_.count(key) > 0;
    if (!known && ids_.empty()) return end;
    add(start, end, at, std::move(key), known);
    return end;
  }

  void add(std::uint32_t start, std::uint32_t end, std::uint32_t token, std::string key, bool known) {
    Proposal proposal;
    proposal.confirmed = known || ids_.count(key) > 0;
    Citation& citation = proposal.citation;
    citation.form = CitationForm::key;
    citation.span = {start, end};
    const std::uint32_t bracket = body_.bracket(token);
    citation.group = bracket == no_token ? start : body_[bracket].start;
    citation.key = std::move(key);
    Target target;
    const std::uint32_t after = body_.token_at(end);
    if (std::optional<Locator> locator = read_locator(body_, after); locator && body_.kind(after) == TokenKind::comma) {
      target.locator = locator->text;
      target.locator_label = locator->label;
    }
    citation.targets.push_back(std::move(target));
    proposals_.push_back(std::move(proposal));
  }

  const Source& source_;
  const Body& body_;
  std::unordered_set<std::string> ids_;
  bool in_words_ = false;  // some of them hold blanks: "Knuth 97"
  std::vector<Proposal> proposals_;
};

}  // namespace

std::vector<Proposal> propose_keys(const Source& source) { return Finder(source).run(); }

}  // namespace citegraph::citation
