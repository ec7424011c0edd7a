#include "reference/normaliser/values.hpp"

#include <algorithm>
#include <array>

#include "text/fold.hpp"
#include "text/inline_markup.hpp"
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

// Words behind a hyphen that stands for what follows: "pre- and post-war", "Ein- und Ausfuhr".
constexpr std::array<std::string_view, 16> conjunctions = {"and", "or", "to", "und", "oder", "bis", "et",  "ou",
                                                           "y",   "e",  "o",  "en",  "of",   "i",   "och", "og"};

bool joins(std::string_view rest) {
  const std::string_view word = rest.substr(0, rest.find(' '));
  return std::find(conjunctions.begin(), conjunctions.end(), word) == conjunctions.end();
}

// "move- ment": a lower-case letter on both sides of the hyphen and the blank.
std::string without_line_ends(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '-' && at > 0 && at + 2 < text.size() && text[at + 1] == ' ') {
      const bool word = text::is_lower(text::decode_before(text, at).value) &&
                        text::is_lower(text::decode_at(text, at + 2).value) && text[at - 1] != ' ';
      if (word && joins(text.substr(at + 2))) {
        ++at;
        continue;
      }
    }
    out += text[at];
  }
  return out;
}

// "Phys .Rev .D" -> "Phys. Rev. D"; "New York ; Oxford" -> "New York; Oxford". A colon and a question mark are printed
// with a blank before them in French, a full stop and a comma never are; ".NET" and " .5" are no sentence's end.
std::string with_stops_in_place(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool stop = text[at] == '.' || text[at] == ',' || text[at] == ';';
    if (!stop || out.empty() || out.back() != ' ' || out.size() < 2 || out[out.size() - 2] == '.') {
      out += text[at];
      continue;
    }
    const text::CodePoint before = text::decode_before(out, out.size() - 1);
    const text::CodePoint after = text::decode_at(text, at + 1);
    const bool ends =
        after.size == 0 || after.value == U' ' || text[at] == ';' ||
        (text::is_upper(after.value) && !text::is_upper(text::decode_at(text, at + 1 + after.size).value));
    if (!text::is_word(before.value) || !ends) {
      out += text[at];
      continue;
    }
    out.back() = text[at];
    if (after.size > 0 && after.value != U' ') out += ' ';
  }
  return out;
}

bool is_single_mark(char32_t c) { return c == U'\'' || c == U'‘' || c == U'’'; }

// A bracket at an end that opens or closes nothing inside.
std::string_view without_loose_bracket(std::string_view text) {
  int depth = 0;
  int lowest = 0;
  for (const char c : text) {
    depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
    lowest = std::min(lowest, depth);
  }
  if (lowest < 0 && !text.empty() && (text.back() == ')' || text.back() == ']')) text.remove_suffix(1);
  if (lowest == 0 && depth > 0 && !text.empty() && (text.front() == '(' || text.front() == '[')) text.remove_prefix(1);
  if (lowest == 0 && depth > 0 && !text.empty() && (text.back() == '(' || text.back() == '[')) text.remove_suffix(1);
  return text::trim(text);
}

// Abbreviations that end a journal, a publisher or a place, folded.
constexpr std::array<std::string_view, 62> abbreviations = {
    "abstr", "acad",  "am",       "ann",       "appl",    "arch",    "assoc",  "astron",  "biochem", "biol", "bros",
    "bull",  "calif", "can",      "chem",      "clin",    "co",      "commun", "comput",  "conf",    "conn", "corp",
    "dev",   "ecol",  "econ",     "educ",      "eng",     "environ", "eur",    "exp",     "ga",      "gen",  "hist",
    "ill",   "inc",   "instrum",  "int",       "lett",    "ltd",     "mass",   "math",    "med",     "mich", "minn",
    "mol",   "natl",  "neurosci", "pharmacol", "phys",    "physiol", "proc",   "psychol", "res",     "rev",  "sci",
    "soc",   "stat",  "suppl",    "surg",      "technol", "trans",   "univ"};

bool ends_in_abbreviation(std::string_view value) {
  const std::size_t blank = value.find_last_of(" .");
  const std::string_view word = blank == std::string_view::npos ? value : value.substr(blank + 1);
  const std::string folded = text::fold_letters(word);
  if (folded.empty()) return false;
  if (folded.size() == 1 && text::is_upper(text::decode_at(word, 0).value)) {
    // "D. C", "N.J", but "Phys. Rev. D": an initial of a place bears a stop like the one before it.
    return blank != std::string_view::npos && value.substr(0, blank + 1).find_last_of('.') != std::string_view::npos &&
           text::is_upper(text::decode_before(value, value.find_last_of('.', blank)).value) &&
           (value.find_last_of('.', blank) < 2 ||
            !text::is_letter(text::decode_before(value, value.find_last_of('.', blank) - 1).value));
  }
  if (std::binary_search(abbreviations.begin(), abbreviations.end(), folded)) return true;
  // Where the other words are cut short, so is the last: "Notizbl. Königl. Bot. Gart."
  const auto stops = std::count(value.begin(), value.end(), '.');
  const auto blanks = std::count(value.begin(), value.end(), ' ');
  return folded.size() <= 9 && stops > 0 && 2 * stops >= blanks;
}

// Whether plain_text() would leave every byte where it is: told by bytes and pairs of bytes, at times in vain.
bool is_plain(std::string_view text) {
  char before = ' ';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || c == '&' || c == '<') return false;
    if (byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3) return false;  // blanks and soft hyphens
    if (before == ' ' && (c == ' ' || c == '.' || c == ',' || c == ';')) return false;
    if (before == '-' && c == ' ') return false;
    before = c;
  }
  return before != ' ';
}

}  // namespace

std::string plain_text(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  return with_stops_in_place(without_line_ends(text::collapse_spaces(text::without_markup(text))));
}

std::string clean_value(std::string_view text) {
  const std::string plain = plain_text(text);
  return std::string(without_loose_bracket(without_loose_ends(plain)));
}

std::string clean_title(std::string_view text, TextSpan span) {
  std::string_view title = slice(text, span);
  const std::string_view after = text.substr(std::min<std::size_t>(span.end, text.size()));
  const bool asks = after.starts_with('?') || after.starts_with('!');
  if (asks) title = slice(text, {span.start, span.end + 1});
  std::string cleaned = clean_value(title);
  // "‘O Coruja’ de Aluísio": the mark before the span opens what closes inside.
  const text::CodePoint before = text::decode_before(text, span.start);
  if (before.value == U'‘' || before.value == U'“' || before.value == U'«') {
    const char32_t partner = before.value == U'‘' ? U'’' : before.value == U'“' ? U'”' : U'»';
    std::string closing;
    text::append(closing, partner);
    const std::size_t at = cleaned.find(closing);
    std::string opening;
    text::append(opening, before.value);
    const bool inside = at != std::string::npos && at > 0 && at + closing.size() < cleaned.size() &&
                        !text::is_word(text::decode_at(cleaned, at + closing.size()).value) &&
                        cleaned.find(opening) > at;
    if (inside && (is_single_mark(before.value) || cleaned.find(closing, at + 1) == std::string::npos))
      cleaned.insert(0, opening);
  }
  // A full stop that ends the title is punctuation of the reference; "U.S." and "..." keep theirs.
  if (cleaned.ends_with('.') && !cleaned.ends_with("..")) {
    const std::string_view stem = std::string_view(cleaned).substr(0, cleaned.size() - 1);
    const text::CodePoint letter = text::decode_before(stem, stem.size());
    const text::CodePoint earlier = text::decode_before(stem, stem.size() - letter.size);
    if (!(text::is_upper(letter.value) && (earlier.value == U'.' || earlier.value == U' '))) cleaned.pop_back();
  } else if (after.starts_with('.') && text::is_upper(text::decode_before(cleaned, cleaned.size()).value) &&
             cleaned.size() > 2 && cleaned[cleaned.size() - 2] == '.') {
    cleaned += '.';
  }
  return cleaned;
}

std::string clean_abbreviation(std::string_view text, TextSpan span) {
  std::string value = clean_title(text, span);
  const std::string_view after = text.substr(std::min<std::size_t>(span.end, text.size()));
  const bool stopped = after.starts_with('.') || slice(text, span).ends_with('.') || after.starts_with(" .");
  if (stopped && !value.ends_with('.') && ends_in_abbreviation(value)) value += '.';
  return value;
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
