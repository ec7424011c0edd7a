#include "bibliography/nbib.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace citegraph::bibliography {
namespace {

struct Line {
  std::string_view tag;  // up to four characters; empty for a continuation
  std::string_view value;
  TextSpan span;
  bool blank = false;
};

bool is_tag_character(char c) noexcept { return text::is_ascii_upper(c) || text::is_ascii_digit(c); }

Line divide(std::string_view text, std::size_t begin, std::size_t end) {
  Line line;
  const std::string_view bytes = text.substr(begin, end - begin);
  line.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  line.value = text::trim(bytes);
  line.blank = line.value.empty();
  if (bytes.size() < 5 || !is_tag_character(bytes[0]) || bytes[4] != '-') return line;
  std::size_t size = 0;
  while (size < 4 && is_tag_character(bytes[size])) ++size;
  if (bytes.substr(size, 4 - size).find_first_not_of(' ') != std::string_view::npos) return line;
  line.tag = bytes.substr(0, size);
  line.value = text::trim(bytes.substr(5));
  return line;
}

struct TextTag {
  std::string_view tag;
  Variable variable;
};

constexpr auto text_tags = std::to_array<TextTag>({
    {"PMID", Variable::pmid},
    {"TI", Variable::title},
    {"BTI", Variable::title},
    {"JT", Variable::container_title},
    {"TA", Variable::container_title_short},
    {"VI", Variable::volume},
    {"IP", Variable::issue},
    {"PG", Variable::page},
    {"AB", Variable::abstract},
    {"LA", Variable::language},
    {"PL", Variable::publisher_place},
    {"PB", Variable::publisher},
    {"PMC", Variable::pmcid},
    {"CTI", Variable::collection_title},
    {"EN", Variable::edition},
});

class NbibReader {
 public:
  explicit NbibReader(Builder& builder) : builder_(builder), text_(builder.text()) {}

  void read() {
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find_first_of("\r\n", begin), text_.size());
      take(divide(text_, begin, end));
      begin = end + 1;
    }
    close();
  }

 private:
  void take(const Line& line) {
    if (line.blank) return;
    if (line.tag.empty()) {
      if (fields_.empty()) return builder_.skip(line.span, "text between entries");
      fields_.back().second += ' ';
      fields_.back().second += line.value;
      span_.end = line.span.end;
      return;
    }
    if (line.tag == "PMID") close();
    if (fields_.empty()) span_ = line.span;
    span_.end = line.span.end;
    fields_.emplace_back(line.tag, std::string(line.value));
  }

  void close() {
    if (fields_.empty()) return;
    BibliographyEntry entry;
    Work& work = entry.work;
    work.type = WorkType::article_journal;
    std::vector<Name> full, brief, editors;
    std::vector<std::string> keywords;
    for (auto& [tag, value] : fields_) {
      if (value.empty()) continue;
      if (tag == "FAU") {
        full.push_back(parse_name(value));
      } else if (tag == "AU") {
        brief.push_back(parse_name(value));
      } else if (tag == "CN") {
        Name name;
        name.literal = value;
        full.push_back(name);
        brief.push_back(std::move(name));
      } else if (tag == "FED" || (tag == "ED" && editors.empty())) {
        editors.push_back(parse_name(value));
      } else if (tag == "DP") {
        work.set(DateVariable::issued, parse_date(value));
      } else if (tag == "LID" || tag == "AID") {
        if (value.ends_with(" [doi]") && work.get(Variable::doi).empty())
          work.set(Variable::doi, value.substr(0, value.size() - 6));
      } else if (tag == "IS") {
        if (work.get(Variable::issn).empty()) work.set(Variable::issn, value.substr(0, value.find(' ')));
      } else if (tag == "ISBN") {
        work.set(Variable::isbn, value.substr(0, value.find(' ')));
      } else if (tag == "OT" || tag == "MH") {
        keywords.push_back(value);
      } else if (tag == "PT") {
        if (value == "Book") work.type = WorkType::book;
        if (value == "Dataset") work.type = WorkType::dataset;
        if (value == "Preprint") work.type = WorkType::article;
      } else {
        take_text(tag, std::move(value), entry);
      }
    }
    if (full.size() < brief.size()) full = std::move(brief);
    work.set(NameVariable::author, std::move(full));
    work.set(NameVariable::editor, std::move(editors));
    std::string joined;
    for (const std::string& keyword : keywords) joined += (joined.empty() ? "" : "; ") + keyword;
    work.set(Variable::keyword, joined);
    builder_.add(std::move(entry), span_);
    fields_.clear();
  }

  static void take_text(std::string_view tag, std::string value, BibliographyEntry& entry) {
    const auto* row =
        std::find_if(text_tags.begin(), text_tags.end(), [tag](const TextTag& each) { return each.tag == tag; });
    if (row == text_tags.end() || !entry.work.get(row->variable).empty()) {
      entry.extra.push_back({std::string(tag), std::move(value)});
      return;
    }
    // MEDLINE ends titles with a full stop and puts translated ones into brackets.
    if (row->variable == Variable::title && value.ends_with('.') && !value.ends_with("..")) value.pop_back();
    entry.work.set(row->variable, std::move(value));
  }

  Builder& builder_;
  std::string_view text_;
  std::vector<std::pair<std::string_view, std::string>> fields_;
  TextSpan span_;
};

}  // namespace

bool looks_like_nbib(std::string_view text) {
  text = text::trim(text.substr(0, 4096));
  return text.starts_with("PMID-");
}

void read_nbib(Builder& builder) { NbibReader(builder).read(); }

}  // namespace citegraph::bibliography
