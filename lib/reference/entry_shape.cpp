#include "reference/entry_shape.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "citegraph/span.hpp"

#include "text/fold.hpp"
#include "text/scanner.hpp"
#include "text/utf8.hpp"

namespace citegraph::reference {

namespace {

using text::Scanner;

// One word as the name patterns below see it.
struct Word {
  std::uint32_t letters = 0;  // code points
  std::uint32_t capitals = 0;
  bool starts_upper = false;
  bool has_digit = false;
  char32_t after = 0;  // the character after it: ',' '.' ' ' ...
  std::string_view bytes;
};

bool in_word(char32_t c) { return text::is_word(c) || c == U'\'' || c == U'’' || c == U'-' || c == U'‐' || c == U'‑'; }

std::vector<Word> first_words(std::string_view line, std::size_t limit) {
  std::vector<Word> words;
  Scanner s(line);
  while (!s.at_end() && words.size() < limit) {
    if (!in_word(s.peek())) {
      s.next();
      continue;
    }
    Word word;
    const std::uint32_t start = s.offset();
    while (!s.at_end() && in_word(s.peek())) {
      const char32_t c = s.next();
      if (word.letters == 0 && text::is_upper(c)) word.starts_upper = true;
      word.has_digit |= text::is_digit(c);
      if (text::is_letter(c)) ++word.letters;
      word.capitals += text::is_upper(c) ? 1U : 0U;
    }
    word.bytes = s.since(start);
    word.after = s.peek();
    words.push_back(word);
  }
  return words;
}

// "J", "JA", "J-P": capitals only, few of them.
bool is_initials(const Word& word) {
  return !word.has_digit && word.letters > 0 && word.letters <= 4 && word.capitals == word.letters;
}

bool is_capitalised(const Word& word) { return word.starts_upper && !word.has_digit; }

// "The DNA ..." starts a title, not a name.
bool is_article(std::string_view word) {
  static constexpr std::array words = std::to_array<std::string_view>(
      {"The", "An",  "In",  "On",  "Of",   "At",  "To",  "For", "From", "With", "Is",  "Are", "How", "What", "Why",
       "Der", "Die", "Das", "Ein", "Eine", "Les", "Los", "Las", "Une",  "Um",   "Uma", "El",  "Il",  "Gli"});
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_surname(const Word& word) { return is_capitalised(word) && word.letters >= 2 && !is_article(word.bytes); }

constexpr std::array particles = std::to_array<std::string_view>(
    {"van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "das", "do", "du", "la",
     "le",  "el",  "al", "ten", "ter", "zu",  "zur",   "af", "av", "bin", "ibn", "d'", "y"});

bool is_particle(std::string_view word) {
  return std::find(particles.begin(), particles.end(), word) != particles.end();
}

// "Smith, J", "Smith, John", "ALMEIDA, Silvio Luiz de.": given names after a comma, up to a mark.
bool has_given_names(const std::vector<Word>& words) {
  const Word& first = words[1];
  if (is_initials(first)) return first.after != U':';  // not "Geneva, CH: Publisher"
  if (!is_capitalised(first) || is_article(first.bytes)) return false;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!is_capitalised(words[i]) && !is_particle(words[i].bytes))
      return words[i].bytes == "and" || words[i].bytes == "e";
    const char32_t after = words[i].after;
    if (after != U' ') return after == U',' || after == U'.' || after == U';' || after == U'(' || after == U'&';
  }
  return words[0].capitals == words[0].letters;
}

bool opens_with_names(std::vector<Word> words) {
  std::size_t skip = 0;
  while (skip < words.size() && skip < 3 && is_particle(words[skip].bytes)) ++skip;
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(skip));
  if (words.size() < 2) return false;
  const Word& a = words[0];
  const Word& b = words[1];
  // "J. Smith", "J.-P. Smith", "J. A. Smith"
  if (is_initials(a) && a.letters <= 2 && a.after == U'.' && is_capitalised(b)) return true;
  if (!is_surname(a)) return false;
  if (a.after == U',') return has_given_names(words);
  if (a.after != U' ') return false;
  // "Smith JA,"
  if (is_initials(b)) {
    const char32_t after = b.after;
    const bool marked = after == U',' || after == U'.' || after == U' ' || after == U';' || after == U':';
    return marked && b.letters <= 3 && a.capitals < a.letters;
  }
  if (words.size() < 3 || !is_surname(b)) return false;
  // "Silva Santos, J.", "Smith Jones JA,"
  const Word& c = words[2];
  if (b.after == U',') return is_initials(c);
  return b.after == U' ' && is_initials(c) && c.letters <= 3 && (c.after == U',' || c.after == U'.') &&
         a.capitals < a.letters;
}

// "World Bank. (2016). Trees", "World Health Organization 2010. Trees": words with capitals, then a year and a mark.
bool opens_with_organisation(std::string_view text) {
  Scanner s(text.substr(0, std::min<std::size_t>(text.size(), 160)));
  std::size_t words = 0;
  std::size_t capitals = 0;
  while (!s.at_end() && words < 14) {
    const char32_t c = s.peek();
    if (text::is_digit(c)) {
      std::string_view digits;
      if (!s.accept_digits(digits, 4, 4) || words == 0) return false;
      if (text::is_lower(s.peek())) s.next();
      const char32_t mark = s.peek();
      const bool marked = mark == U')' || mark == U'.' || mark == U',' || mark == U':';
      return marked && (digits.starts_with("1") || digits.starts_with("20")) && 2 * capitals >= words;
    }
    if (!in_word(c)) {
      s.next();
      continue;
    }
    ++words;
    capitals += text::is_upper(c) ? 1U : 0U;
    while (!s.at_end() && in_word(s.peek())) s.next();
  }
  return false;
}

// The same in the form that no line within an entry has: "World Bank. (2016".
bool opens_with_dated_organisation(std::string_view text) {
  const std::size_t date = text.substr(0, std::min<std::size_t>(text.size(), 120)).find(". (");
  if (date == std::string_view::npos || text.find_first_of(",;:(") < date) return false;
  return text.find(' ') < date && opens_with_organisation(text);
}

bool opens_with_repeated_author(std::string_view line) {
  Scanner s(line);
  const std::string_view dashes = s.take_while([](char32_t c) { return text::is_dash(c) || c == U'_'; });
  return text::count_code_points(dashes) >= 2 && !s.at_end();
}

bool opens_inside(std::string_view line) {
  static constexpr std::array openings = std::to_array<std::string_view>(
      {"http://", "https://", "www.",       "doi:",      "doi ",       "pp.",        "pp ",        "p.",        "vol.",
       "vol ",    "no.",      "in:",        "in ",       "ed.",        "eds.",       "(ed",        "(eds",      "isbn",
       "issn",    "pmid",     "available ", "accessed ", "retrieved ", "disponivel", "disponible", "acesso em", "et al",
       "and ",    "& ",       "et ",        "und ",      "press,",     "press."});
  const std::string folded = text::fold(line.substr(0, std::min<std::size_t>(line.size(), 24)));
  if (std::any_of(openings.begin(), openings.end(), [&](std::string_view o) { return folded.starts_with(o); }))
    return true;
  // "12(3), 45-67", "123-145.", "45:12"
  Scanner s(line);
  std::string_view digits;
  if (!s.accept_digits(digits, 1, 5)) return false;
  const char32_t c = s.peek();
  return c == U'(' || c == U':' || text::is_dash(c);
}

constexpr std::size_t longest_key = 40;

// "Knuth 97", "Birch et al., 2000a": begins with a capital and ends in a year.
bool is_key_of_words(std::string_view key) {
  if (key.size() > longest_key || !text::is_upper(text::decode_at(key, 0).value)) return false;
  if ('a' <= key.back() && key.back() <= 'z') key.remove_suffix(1);
  std::size_t digits = 0;
  while (digits < key.size() && text::is_digit(static_cast<unsigned char>(key[key.size() - 1 - digits]))) ++digits;
  return (digits == 2 || digits == 4) && key.size() > digits && key[key.size() - 1 - digits] == ' ';
}

bool is_key_character(char32_t c) {
  return text::is_word(c) || c == U'+' || c == U'-' || c == U'_' || c == U':' || c == U'*' || c == U'.' || c == U'\'';
}

std::optional<EntryLabel> read_bracketed(std::string_view line) {
  Scanner s(line);
  const bool square = s.accept(U'[');
  if (!square && !s.accept(U'(')) return std::nullopt;
  s.skip_spaces();
  EntryLabel label;
  std::string_view digits;
  const std::uint32_t start = s.offset();
  if (s.accept_digits(digits, 1, 5)) {
    const std::string_view letter = s.take_while([](char32_t c) { return U'a' <= c && c <= U'z'; });
    if (letter.size() > 1) s.seek(start);
  }
  if (s.offset() > start) {
    label.form = square ? LabelForm::bracket : LabelForm::parenthesis;
    for (char digit : digits) label.number = label.number * 10 + static_cast<std::uint32_t>(digit - '0');
  } else if (square) {
    label.form = LabelForm::key;
    const std::string_view key = s.take_while(is_key_character);
    if (key.empty() || key.size() > longest_key) return std::nullopt;
    if (s.peek() == U' ' || s.peek() == U',') {
      s.take_while([](char32_t c) { return is_key_character(c) || c == U' ' || c == U',' || c == U'&'; });
      if (!is_key_of_words(s.since(start))) return std::nullopt;
    }
  } else {
    return std::nullopt;
  }
  label.id = std::string(s.since(start));
  s.skip_spaces();
  if (!s.accept(square ? U']' : U')')) return std::nullopt;
  // "(2001) 12": a year is no entry number
  if (!square && digits.size() == 4 && label.number >= 1500 && label.number < 2100) return std::nullopt;
  s.accept(U'.');
  s.skip_spaces();
  label.size = s.offset();
  return label;
}

std::optional<EntryLabel> read_plain_number(std::string_view line) {
  Scanner s(line);
  EntryLabel label;
  std::string_view digits;
  if (!s.accept_digits(digits, 1, 4)) return std::nullopt;
  for (char digit : digits) label.number = label.number * 10 + static_cast<std::uint32_t>(digit - '0');
  label.id = std::string(digits);
  if (s.accept(U'.')) {
    label.form = LabelForm::dot;
    s.accept(U')');
  } else if (s.accept(U')')) {
    label.form = LabelForm::closing_parenthesis;
  } else {
    label.form = LabelForm::bare;
  }
  const bool spaced = !s.skip_spaces().empty();
  const char32_t next = s.peek();
  if (s.at_end() && label.form != LabelForm::bare) {  // the entry stands on the next line
    label.size = s.offset();
    return label;
  }
  if (s.at_end() || text::is_digit(next) || (!spaced && !text::is_letter(next) && !text::is_quote(next)))
    return std::nullopt;
  if (label.form == LabelForm::bare) {
    const bool repeated = opens_with_repeated_author(line.substr(s.offset()));  // "10 ———. A second title"
    if (!spaced || !(text::is_letter(next) || text::is_quote(next) || repeated)) return std::nullopt;
    if (text::is_lower(next) && opening_of(line.substr(s.offset())) != Opening::names)
      return std::nullopt;  // "24 van Dam J"
  }
  label.size = s.offset();
  return label;
}

bool has_locator_shape(std::string_view text) {
  // "12(3)", "45-67", "12:345": digits, a joining mark, digits
  Scanner s(text);
  while (!s.at_end()) {
    std::string_view digits;
    if (!s.accept_digits(digits, 1, 6)) {
      s.next();
      continue;
    }
    s.skip_spaces();
    const char32_t c = s.peek();
    if (c != U'(' && c != U':' && !text::is_dash(c)) continue;
    s.next();
    s.skip_spaces();
    if (text::is_digit(s.peek())) return true;
  }
  return false;
}

// Numbers in addresses and DOIs are no years.
bool is_address(std::string_view word) {
  return word.find("://") != std::string_view::npos || word.find("www.") != std::string_view::npos ||
         word.find("10.") != std::string_view::npos || word.starts_with("doi:");
}

std::uint32_t count_years_in_word(std::string_view word) {
  std::uint32_t count = 0;
  for (std::size_t i = 0; i + 4 <= word.size();) {
    if (word[i] < '0' || word[i] > '9') {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < word.size() && '0' <= word[end] && word[end] <= '9') ++end;
    const bool alone = i == 0 || !text::is_letter(static_cast<unsigned char>(word[i - 1]));
    const bool year = (word[i] == '1' && word[i + 1] >= '5') || (word[i] == '2' && word[i + 1] == '0');
    if (alone && end - i == 4 && year) ++count;
    i = end;
  }
  return count;
}

}  // namespace

std::optional<EntryLabel> read_entry_label(std::string_view line) {
  if (line.empty()) return std::nullopt;
  if (line.front() == '[' || line.front() == '(') return read_bracketed(line);
  return read_plain_number(line);
}

Opening opening_of(std::string_view line) {
  line = text::trim(line);
  if (line.empty()) return Opening::other;
  if (opens_with_repeated_author(line)) return Opening::names;
  if (opens_inside(line)) return Opening::inside;
  Scanner s(line);
  s.take_while(text::is_quote);
  s.skip_spaces();
  const char32_t first = s.peek();
  const std::vector<Word> words = first_words(s.rest().substr(0, std::min<std::size_t>(s.rest().size(), 120)), 6);
  if (text::is_letter(first) && opens_with_names(words)) return Opening::names;
  if (text::is_letter(first) && opens_with_dated_organisation(s.rest())) return Opening::organisation;
  if (text::is_upper(first)) return Opening::capital;
  if (text::is_lower(first)) return Opening::lower;
  return Opening::other;
}

std::uint32_t count_years(std::string_view text) {
  std::uint32_t count = 0;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n\t", start), text.size());
    const std::string_view word = text.substr(start, end - start);
    const std::uint32_t years = count_years_in_word(word);
    if (years > 0 && !is_address(word)) count += years;
    start = end + 1;
  }
  return count;
}

int entry_likeness(std::string_view text) {
  text = text::trim(text);
  if (text.empty()) return -3;
  const std::string_view head = text.substr(0, std::min<std::size_t>(text.size(), 1000));
  int score = 0;
  const std::optional<EntryLabel> label = read_entry_label(head);
  const Opening opening = opening_of(label ? head.substr(label->size) : head);
  if (label && label->form != LabelForm::bare) ++score;
  if (opening == Opening::names || opens_with_organisation(head)) score += 2;
  if (opening == Opening::lower || opening == Opening::inside) --score;
  const std::uint32_t years = count_years(head);
  score += years == 0 ? -1 : 1;
  if (has_locator_shape(head)) ++score;
  for (std::string_view sign :
       {"doi", "http", "www.", "pp.", " vol", "(ed", " In:", "et al", "Press", "University", "Journal", "ISBN"})
    if (head.find(sign) != std::string_view::npos) {
      ++score;
      break;
    }
  if (text.size() < 20) score -= 2;
  if (text.size() > 900) score -= 2;
  return score;
}

}  // namespace citegraph::reference
