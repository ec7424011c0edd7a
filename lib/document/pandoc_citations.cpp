#include "document/pandoc_citations.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/utf8.hpp"

namespace citegraph::document {
namespace {

constexpr std::uint32_t longest_key = 500;  // bytes

// Pandoc's manual, "Citation syntax": a key begins with a letter, digit or _, and holds single internal punctuation.
constexpr std::string_view inner_punctuation = ":.#$%&-+?<>~/";

// Keys of figures, tables and the like in the ways of pandoc-crossref and Quarto: references, but to no work.
bool names_a_float(std::string_view key) {
  constexpr std::string_view kinds[] = {"fig", "tbl", "tab", "eq", "sec", "lst", "thm", "lem", "def", "exm", "cor"};
  const std::size_t end = key.find_first_of(":-");
  return end != std::string_view::npos &&
         std::find(std::begin(kinds), std::end(kinds), key.substr(0, end)) != std::end(kinds);
}

struct Key {
  std::uint32_t start = 0;  // of "@"; of "-@" the "@"
  std::uint32_t end = 0;
  std::string key;
};

class Tagger {
 public:
  Tagger(Document& document, const Library& library, std::vector<std::string>& listed)
      : document_(document), library_(library), listed_(listed), text_(document.text) {
    for (const Mark& mark : document.marks)
      if (mark.kind == MarkKind::code || mark.kind == MarkKind::link) plain_.push_back(mark.span);
  }

  void run() {
    for (const Block& block : document_.blocks)
      if (block.kind != BlockKind::code) {
        in_description_ = is_description(block.span);
        read(block.span);
      }
    document_.tagged_citations = std::move(citations_);
  }

 private:
  char at(std::uint32_t i) const { return i < text_.size() ? text_[i] : '\0'; }

  void read(TextSpan block) {
    std::vector<std::uint32_t> open;     // brackets
    std::vector<std::uint32_t> bracket;  // of each key
    std::vector<Key> keys;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  // brackets closed, by opening place
    for (std::uint32_t i = block.start; i < block.end; ++i) {
      const char c = text_[i];
      if (c == '[') {
        open.push_back(i);
      } else if (c == ']' && !open.empty()) {
        pairs.emplace_back(open.back(), i);
        open.pop_back();
      } else if (c == '@') {
        Key key = key_at(i, block.end);
        if (key.end == 0) continue;
        i = key.end - 1;
        keys.push_back(std::move(key));
        bracket.push_back(open.empty() ? none : open.back());
      }
    }
    std::sort(pairs.begin(), pairs.end());
    for (std::size_t i = 0; i < keys.size();) {
      const auto pair = std::lower_bound(pairs.begin(), pairs.end(), std::pair{bracket[i], 0U});
      const bool closed = bracket[i] != none && pair != pairs.end() && pair->first == bracket[i];
      std::size_t last = i + 1;
      while (closed && last < keys.size() && bracket[last] == bracket[i] && keys[last].start < pair->second) ++last;
      if (closed && !is_locator_of(i, keys, bracket[i]))
        add_group(keys, i, last, *pair);
      else
        for (std::size_t k = i; k < last; ++k) add_narrative(keys[k], pairs);
      i = last;
    }
  }

  // An image alone in its paragraph.
  bool is_description(TextSpan block) const {
    const std::string_view source = document_.source;
    std::size_t start = document_.map.to_source({block.start, block.start + 1}).start;
    while (start > 0 && start <= source.size() && (source[start - 1] == '*' || source[start - 1] == '_')) --start;
    const std::size_t end = document_.map.to_source({block.end - 1, block.end}).end;
    return start >= 2 && start <= source.size() && source.substr(start - 2, 2) == "![" &&
           source.substr(std::min(end, source.size()), 10).find("](") != std::string_view::npos;
  }

  // The key behind "@", where one may stand there.
  Key key_at(std::uint32_t sign, std::uint32_t end) {
    Key key;
    if (sign > 0 && text::is_word(text::decode_before(text_, sign).value)) return key;  // a mail address
    if (is_escaped(sign) || in_code_or_link(sign)) return key;
    std::uint32_t i = sign + 1;
    if (at(i) == '{') {
      const std::size_t close = text_.substr(0, std::min(end, i + longest_key)).find('}', i);
      if (close == std::string_view::npos || close == i + 1) return key;
      key.key = text_.substr(i + 1, close - i - 1);
      key.start = sign;
      key.end = static_cast<std::uint32_t>(close) + 1;
      return key;
    }
    std::uint32_t last = i;  // behind the last character that may end a key
    while (i < end && i - sign < longest_key) {
      const text::CodePoint c = text::decode_at(text_, i);
      if (text::is_word(c.value) || c.value == '_') {
        i += c.size;
        last = i;
      } else if (last > sign + 1 && i == last && inner_punctuation.find(text_[i]) != std::string_view::npos) {
        ++i;
      } else if (last > sign + 1 && i == last + 1 && text_[i] == '/' && text_[i - 1] == ':') {
        i += at(i + 1) == '/' ? 2 : 1;  // "https://": an address as a key
        if (i >= end || !text::is_word(text::decode_at(text_, i).value)) break;
      } else {
        break;
      }
    }
    if (last == sign + 1) return key;
    key.key = text_.substr(sign + 1, last - sign - 1);
    key.start = sign;
    key.end = last;
    return key;
  }

  // "\@" has lost its backslash on the way from the source.
  bool is_escaped(std::uint32_t sign) const {
    const SourceSpan place = document_.map.to_source({sign, sign + 1});
    return place.start > 0 && place.start <= document_.source.size() && document_.source[place.start - 1] == '\\';
  }

  bool in_code_or_link(std::uint32_t offset) {
    while (next_plain_ < plain_.size() && plain_[next_plain_].end <= offset) ++next_plain_;
    return next_plain_ < plain_.size() && plain_[next_plain_].contains(offset);
  }

  // "@key [p. 3; see @other]": the bracket belongs to the key before it, and its first part is the locator of that.
  bool is_locator_of(std::size_t first, const std::vector<Key>& keys, std::uint32_t open) const {
    return first > 0 && follows(keys[first - 1].end, open) && text_.substr(open + 1, 1) != "@";
  }
  bool follows(std::uint32_t end, std::uint32_t open) const {
    return open >= end && open - end <= 1 && (open == end || text_[end] == ' ' || text_[end] == '\n');
  }

  void add_group(const std::vector<Key>& keys, std::size_t first, std::size_t last,
                 std::pair<std::uint32_t, std::uint32_t> bracket) {
    std::uint32_t from = bracket.first + 1;  // where the prefix begins
    for (std::size_t i = first; i < last; ++i) {
      const std::uint32_t ceiling = i + 1 < last ? keys[i + 1].start : bracket.second;
      const std::size_t semicolon = text_.substr(0, ceiling).find(';', keys[i].end);
      const auto end = semicolon == std::string_view::npos ? (i + 1 < last ? keys[i].end : ceiling)
                                                           : static_cast<std::uint32_t>(semicolon);
      TaggedCitation citation = citation_of(keys[i], bracket.first);
      citation.prefix = affix(slice(text_, {from, keys[i].start}));
      if (citation.prefix.ends_with('-'))
        citation.prefix = affix(citation.prefix.substr(0, citation.prefix.size() - 1));
      citation.suffix = affix(slice(text_, {keys[i].end, end}));
      from = semicolon == std::string_view::npos ? keys[i].end : end + 1;
      add(std::move(citation), true);
    }
  }

  // In the sentence; a bracket right behind it holds its locator.
  void add_narrative(const Key& key, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs) {
    TaggedCitation citation = citation_of(key, key.start);
    citation.narrative = true;
    const auto pair = std::lower_bound(pairs.begin(), pairs.end(), std::pair{key.end, 0U});
    bool bracketed = false;
    if (pair != pairs.end() && follows(key.end, pair->first) && pair->second - pair->first < 300) {
      const std::string_view inside = slice(text_, {pair->first + 1, pair->second});
      const bool is_cited = inside.starts_with('@') || inside.starts_with("-@");
      bracketed = !is_cited && at(pair->second + 1) != '(';
      if (bracketed) citation.suffix = affix(inside.substr(0, inside.find(';')));
    }
    add(std::move(citation), false);
  }

  static TaggedCitation citation_of(const Key& key, std::uint32_t group) {
    TaggedCitation citation;
    citation.span = {key.start, key.end};
    citation.ids = {key.key};
    citation.form = TaggedForm::key;
    citation.group = group;
    return citation;
  }

  void add(TaggedCitation citation, bool bracketed) {
    const std::string& key = citation.ids.front();
    const bool known = library_.find(key) < library_.size();
    if (!known && (names_a_float(key) || (library_.empty() && !bracketed))) return;
    if (in_description_) {
      if (known)
        listed_.push_back(key);
      else
        document_.diagnostics.push_back(
            document_.diagnose("missing", citation.span, "the key \"" + key + "\" is not defined"));
      return;
    }
    if (!citations_.empty() && citations_.back().span.end > citation.span.start) return;
    citations_.push_back(std::move(citation));
  }

  static std::string affix(std::string_view text) {
    text = text::trim(text);
    while (!text.empty() && (text.front() == ',' || text.front() == ';')) text = text::trim(text.substr(1));
    while (!text.empty() && (text.back() == ',' || text.back() == ';'))
      text = text::trim(text.substr(0, text.size() - 1));
    return text::collapse_spaces(text);
  }

  static constexpr std::uint32_t none = 0xFFFFFFFF;
  Document& document_;
  const Library& library_;
  std::vector<std::string>& listed_;
  bool in_description_ = false;
  std::string_view text_;
  std::vector<TextSpan> plain_;  // code and links, sorted
  std::size_t next_plain_ = 0;
  std::vector<TaggedCitation> citations_;
};

}  // namespace

void tag_pandoc_citations(Document& document, const Library& library, std::vector<std::string>& listed) {
  Tagger(document, library, listed).run();
}

}  // namespace citegraph::document
