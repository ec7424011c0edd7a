#include "document/head.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "document/headings.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace citegraph::document {
namespace {

constexpr std::size_t most_bytes_of_title = 400;  // bytes
constexpr std::size_t longest_authors = 1500;     // bytes
constexpr std::size_t head_blocks = 6;            // the title is among the first

// Superscripts are removed, and digits, asterisks and daggers at a name's end: they refer to notes.
std::string without_note_signs(const Document& document, TextSpan span) {
  std::string out;
  const auto raised = [&](std::uint32_t offset) {
    return std::any_of(document.marks.begin(), document.marks.end(), [&](const Mark& mark) {
      return mark.kind == MarkKind::superscript && mark.span.contains(offset);
    });
  };
  for (std::uint32_t i = span.start; i < span.end;) {
    const text::CodePoint c = text::decode_at(document.text, i);
    const bool sign = c.value == '*' || c.value == 0x2020 || c.value == 0x2021 || c.value == 0xA7 || c.value == 0xB6 ||
                      text::is_digit(c.value) || (c.value >= 0xB2 && c.value <= 0xB9 && !text::is_letter(c.value));
    if (!sign && !raised(i)) out.append(document.text, i, c.size);
    i += c.size;
  }
  return text::collapse_spaces(out);
}

bool is_names_shaped(std::string_view line) {
  if (line.empty() || line.size() > longest_authors) return false;
  const char last = line.back();
  if (last == ':' || last == '?' || last == '!') return false;
  std::size_t words = 0;
  std::size_t capitals = 0;
  bool inside = false;
  for (std::size_t i = 0; i < line.size();) {
    const text::CodePoint c = text::decode_at(line, i);
    const bool word =
        text::is_word(c.value) || c.value == '-' || c.value == '.' || c.value == '\'' || c.value == 0x2019;
    if (word && !inside) {
      ++words;
      if (!text::is_lower(c.value)) ++capitals;
    }
    inside = word;
    i += c.size;
  }
  return words >= 2 && capitals * 10 >= words * 7 && line.find("://") == std::string_view::npos &&
         line.find('@') == std::string_view::npos;
}

// "AB" of "Smith AB", "A." of "Smith A."
bool is_initials(std::string_view word) {
  if (word.ends_with('.')) return true;
  return word.size() <= 3 && std::all_of(word.begin(), word.end(), text::is_ascii_upper);
}

// "Anna B. Lee, Carl Diaz and Eva Roth": at the head of a paper names stand in full, so where each part has two words a
// comma divides names rather than a family name from a given one. Empty where the line is of another kind.
std::vector<std::string> names_in_full(std::string_view line) {
  std::vector<std::string> names;
  while (!line.empty()) {
    std::size_t end = line.size();
    std::size_t skip = 0;
    for (const std::string_view divider : {", and ", ", ", "; ", " and ", " & ", " und ", " et ", " y ", " e "}) {
      const std::size_t found = line.find(divider);
      if (found >= end) continue;
      end = found;
      skip = divider.size();
    }
    const std::string_view name = text::trim(line.substr(0, end));
    const std::size_t first = name.find(' ');
    const std::size_t last = name.rfind(' ');
    const bool full = first != std::string_view::npos && first > 1 && name[first - 1] != '.' &&
                      !is_initials(name.substr(last + 1)) && name.find("et al") == std::string_view::npos;
    if (!full) return {};
    names.emplace_back(name);
    line.remove_prefix(std::min(end + skip, line.size()));
  }
  return names;
}

void set_authors(Document& document, const std::vector<std::string>& printed) {
  std::vector<Name> names;
  names.reserve(printed.size());
  for (const std::string& author : printed) names.push_back(parse_name(author));
  document.work.set(NameVariable::author, std::move(names));
}

}  // namespace

void read_head(const RawDocument& raw, Document& document) {
  if (!raw.title.empty()) document.work.set(Variable::title, text::collapse_spaces(raw.title));
  if (!raw.authors.empty()) set_authors(document, raw.authors);
  if (!raw.date.empty()) document.work.set(DateVariable::issued, parse_date(raw.date));
  if (!raw.title.empty()) return;

  const auto& blocks = document.blocks;
  const std::size_t most = std::min(blocks.size(), head_blocks);
  std::size_t title = most;
  for (std::size_t i = 0; i < most && title == most; ++i)
    if (blocks[i].kind == BlockKind::heading && blocks[i].level == 1) title = i;
  if (title == most && most > 0 && (blocks[0].kind == BlockKind::heading || blocks[0].kind == BlockKind::paragraph))
    title = 0;
  if (title == most) return;
  const std::string_view text = slice(document.text, blocks[title].span);
  if (text.size() > most_bytes_of_title || is_section_name(text)) return;
  if (blocks[title].kind == BlockKind::paragraph && text.find_last_of(".;,") == text.size() - 1) return;
  document.work.set(Variable::title, without_note_signs(document, blocks[title].span).empty()
                                         ? std::string{}
                                         : text::collapse_spaces(text));

  if (title + 1 >= blocks.size() || blocks[title + 1].kind != BlockKind::paragraph || !raw.authors.empty()) return;
  const std::string authors = without_note_signs(document, blocks[title + 1].span);
  if (!is_names_shaped(authors)) return;
  const std::vector<std::string> each = names_in_full(authors);
  if (!each.empty()) return set_authors(document, each);
  NameList list = parse_names(authors);
  document.work.set(NameVariable::author, std::move(list.names));
  document.work.set_others(NameVariable::author, list.others);
}

}  // namespace citegraph::document
