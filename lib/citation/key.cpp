// Keys: "[Knu97]", "[ABB+00, Hup08]" where the entries bear them. Those of LaTeX and Pandoc's Markdown the document
// tags itself.
#include <algorithm>
#include <string>
#include <unordered_set>

#include "citation/form.hpp"
#include "citation/locator.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace citegraph::citation {
namespace {

bool is_key_character(char c) noexcept {
  return text::is_ascii_alphanumeric(c) || static_cast<unsigned char>(c) >= 0x80 ||
         std::string_view("_+:.#$%&-?<>~/'").find(c) != std::string_view::npos;
}

bool is_number(std::string_view id) noexcept { return id.find_first_not_of("0123456789") == std::string_view::npos; }

class KeyFinder {
 public:
  explicit KeyFinder(const Source& source) : body_(source.body) {
    for (const Reference& reference : source.references.references) {
      if (reference.id.empty() || is_number(reference.id)) continue;
      ids_.insert(reference.id);
      in_words_ = in_words_ || reference.id.find(' ') != std::string::npos;
    }
  }

  Proposals run() {
    std::uint32_t next = 0;  // text offset
    for (std::uint32_t i = 0; i < body_.size(); ++i) {
      const Token& token = body_[i];
      if (token.start < next) continue;
      if (!ids_.empty() && body_.bracket(i) != no_token && begins_item(i)) next = listed_key(i);
    }
    return std::move(proposals_);
  }

 private:
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
      if (!ids_.contains(key)) continue;
      add(start, end, token, std::move(key));
      return end;
    }
    return start;
  }

  void add(std::uint32_t start, std::uint32_t end, std::uint32_t token, std::string key) {
    Proposal proposal;
    proposal.confirmed = true;
    Citation& citation = proposal.citation;
    citation.form = CitationForm::key;
    citation.span = {start, end};
    const std::uint32_t bracket = body_.bracket(token);
    citation.group = bracket == no_token ? start : body_[bracket].start;
    citation.key = std::move(key);
    const std::uint32_t after = body_.token_at(end);
    const bool has_locator = body_.kind(after) == TokenKind::comma;
    citation.targets.push_back(target_at(has_locator ? read_locator(body_, after) : std::nullopt));
    proposals_.push_back(std::move(proposal));
  }

  const Body& body_;
  std::unordered_set<std::string> ids_;
  bool in_words_ = false;  // some of them hold blanks: "Knuth 97"
  Proposals proposals_;
};

}  // namespace

Proposals propose_keys(const Source& source) { return KeyFinder(source).run(); }

}  // namespace citegraph::citation
