#include "document/pdf/roles.hpp"

#include <iterator>
#include <map>
#include <string_view>
#include <utility>

#include "document/headings.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace citegraph::document::pdf {
namespace {

constexpr Length larger_percent = 108;          // of the size of the text
constexpr Length smaller_percent = 95;          // the same
constexpr std::uint32_t longest_heading = 250;  // bytes
constexpr std::uint32_t least_heading = 2;
constexpr std::size_t most_heading_lines = 5;
constexpr std::size_t longest_sign = 3;  // letters

// What most letters are set in.
Length text_size(const std::vector<Paragraph>& paragraphs) {
  std::map<Length, std::uint64_t> letters;
  for (const Paragraph& paragraph : paragraphs)
    for (const Line& line : paragraph.lines) letters[line.size / (point / 10)] += line.letters;
  std::uint64_t most = 0;
  Length size = 0;
  for (const auto& [tenths, count] : letters) {
    if (count <= most) continue;
    most = count;
    size = tenths * (point / 10);
  }
  return size;
}

std::string words_of(const Paragraph& paragraph) {
  std::string text;
  for (const Line& line : paragraph.lines) text.append(text.empty() ? "" : " ").append(text_of(line));
  return text;
}

// ---- headings

bool is_larger(const Paragraph& paragraph, Length text) { return paragraph.size * 100 > text * larger_percent; }

bool is_heading(const Paragraph& paragraph, Length text) {
  if (paragraph.lines.size() > most_heading_lines) return false;
  std::uint32_t letters = 0;
  bool bold = true;
  for (const Line& line : paragraph.lines) {
    letters += line.letters;
    bold &= line.bold;
  }
  if (letters < least_heading || letters > longest_heading) return false;
  if (is_larger(paragraph, text)) return true;
  const std::string_view last = paragraph.lines.back().words.back().text;
  return bold && paragraph.size * 100 >= text * smaller_percent && last.find_last_of(".,;") != last.size() - 1;
}

// Behind the title, names of authors are set large too: only the names of sections are headings there.
void mark_headings(std::vector<Paragraph>& paragraphs, Length text) {
  bool titled = false;
  bool begun = false;
  for (Paragraph& paragraph : paragraphs) {
    if (!is_heading(paragraph, text)) {
      begun |= paragraph.lines.size() > 2;
      continue;
    }
    begun |= is_section_name(words_of(paragraph));
    if (titled && !begun) continue;
    titled = true;
    paragraph.role = Role::heading;
  }
}

// The larger, the higher; bold ones in the size of the text come last.
void set_levels(std::vector<Paragraph>& paragraphs, Length text) {
  std::map<Length, std::uint8_t, std::greater<>> levels;
  const auto key = [&](const Paragraph& paragraph) {
    return is_larger(paragraph, text) ? paragraph.size / (point / 2) : 0;
  };
  for (const Paragraph& paragraph : paragraphs)
    if (paragraph.role == Role::heading) levels.emplace(key(paragraph), std::uint8_t{0});
  std::uint8_t level = 0;
  for (auto& [size, rank] : levels) rank = level = std::min<std::uint8_t>(level + 1, 6);
  for (Paragraph& paragraph : paragraphs)
    if (paragraph.role == Role::heading) paragraph.level = levels[key(paragraph)];
}

// ---- notes

bool is_sign(std::string_view text) {
  const text::CodePoint c = text::decode_at(text, 0);
  if (c.value == '*' || c.value == 0x2020 || c.value == 0x2021 || c.value == 0xA7 || c.value == 0xB6) return true;
  return text.size() <= longest_sign && std::all_of(text.begin(), text.end(), text::is_ascii_digit);
}

bool begins_note(const Line& line) {
  return line.words.size() > 1 && line.words.front().raise == Raise::superscript && is_sign(line.words.front().text);
}

// Every line that begins with a sign begins a note.
std::vector<Paragraph> divide_notes(Paragraph paragraph) {
  std::vector<Paragraph> notes;
  for (Line& line : paragraph.lines) {
    if (notes.empty() || begins_note(line)) {
      Paragraph& note = notes.emplace_back();
      note.role = Role::note;
      note.page = paragraph.page;
      note.column = paragraph.column;
      note.size = paragraph.size;
      if (begins_note(line)) {
        note.label = line.words.front().text;
        line.words.erase(line.words.begin());
      }
    }
    notes.back().lines.push_back(std::move(line));
  }
  return notes;
}

// Where the notes of a column begin: small paragraphs at its end, from the first one with a sign, below text in its
// usual size. Entries of a list that is set small stand below their heading.
std::size_t first_note(const std::vector<Paragraph>& paragraphs, std::size_t first, std::size_t last, Length text) {
  std::size_t start = last;
  while (start > first && paragraphs[start - 1].size * 100 < text * smaller_percent) --start;
  if (start > first && paragraphs[start - 1].role == Role::heading) return last;
  const bool alone = start == first;
  if (alone && (first == 0 || paragraphs[first - 1].page != paragraphs[first].page)) return last;
  for (; start < last; ++start)
    if (begins_note(paragraphs[start].lines.front())) return start;
  return last;
}

void find_notes(std::vector<Paragraph>& paragraphs, Length text) {
  std::vector<Paragraph> out;
  for (std::size_t first = 0; first < paragraphs.size();) {
    std::size_t last = first;
    while (last < paragraphs.size() && paragraphs[last].page == paragraphs[first].page &&
           paragraphs[last].column == paragraphs[first].column)
      ++last;
    const std::size_t note = first_note(paragraphs, first, last, text);
    for (; first < last; ++first) {
      if (first < note) {
        out.push_back(std::move(paragraphs[first]));
        continue;
      }
      std::vector<Paragraph> notes = divide_notes(std::move(paragraphs[first]));
      std::move(notes.begin(), notes.end(), std::back_inserter(out));
    }
  }
  paragraphs = std::move(out);
}

}  // namespace

void assign_roles(std::vector<Paragraph>& paragraphs) {
  const Length text = text_size(paragraphs);
  mark_headings(paragraphs, text);
  find_notes(paragraphs, text);
  set_levels(paragraphs, text);
}

}  // namespace citegraph::document::pdf
