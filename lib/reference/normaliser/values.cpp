#include "reference/normaliser/values.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "text/fold.hpp"
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

// Entities that pages leave in copied text.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> entities = {{{"amp", "&"},
                                                                                     {"lt", "<"},
                                                                                     {"gt", ">"},
                                                                                     {"quot", "\""},
                                                                                     {"apos", "'"},
                                                                                     {"nbsp", " "},
                                                                                     {"ndash", "–"},
                                                                                     {"mdash", "—"},
                                                                                     {"lsquo", "‘"},
                                                                                     {"rsquo", "’"},
                                                                                     {"ldquo", "“"},
                                                                                     {"rdquo", "”"}}};

constexpr std::array<std::string_view, 14> tags = {"i",    "b",  "em", "strong", "sub",  "sup", "u",
                                                   "span", "br", "p",  "a",      "cite", "q",   "font"};

constexpr std::size_t longest_entity = 10;
constexpr std::size_t longest_tag = 200;

// The number of "&#8211;" or "&#x2013;"; 0 where it is none.
char32_t numbered(std::string_view name) {
  if (!name.starts_with('#')) return 0;
  name.remove_prefix(1);
  const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
  if (hexadecimal) name.remove_prefix(1);
  char32_t value = 0;
  for (const char c : name) {
    const char lower = static_cast<char>(c | 0x20);
    const int digit = c >= '0' && c <= '9'                          ? c - '0'
                      : hexadecimal && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10
                                                                    : -1;
    if (digit < 0 || value > 0x10FFFF) return 0;
    value = value * (hexadecimal ? 16 : 10) + static_cast<char32_t>(digit);
  }
  const bool valid = value >= 0x20 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  return valid && !name.empty() ? value : 0;
}

// Appends what the entity at the start of `text` stands for; its size, or 0 where there is none.
std::size_t take_entity(std::string_view text, std::string& out) {
  const std::size_t end = text.substr(0, longest_entity).find(';');
  if (end == std::string_view::npos || end < 2) return 0;
  const std::string_view name = text.substr(1, end - 1);
  if (const char32_t value = numbered(name); value != 0) {
    text::append(out, value);
    return end + 1;
  }
  for (const auto& [known, value] : entities)
    if (known == name) {
      out += value;
      return end + 1;
    }
  return 0;
}

// The size of the tag at the start of `text`: "<i>", "</span>", "<a href=...>"; 0 where there is none.
std::size_t tag_size(std::string_view text) {
  const std::size_t end = text.substr(0, longest_tag).find('>');
  if (end == std::string_view::npos) return 0;
  std::string_view inside = text.substr(1, end - 1);
  if (inside.starts_with('/')) inside.remove_prefix(1);
  const std::string_view name = inside.substr(0, inside.find_first_of(" /"));
  const auto same = [&](std::string_view tag) {
    return std::equal(tag.begin(), tag.end(), name.begin(), name.end(),
                      [](char a, char b) { return a == static_cast<char>(b | 0x20); });
  };
  return std::any_of(tags.begin(), tags.end(), same) ? end + 1 : 0;
}

std::string without_markup(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t size = 0;
    if (text[at] == '&') size = take_entity(text.substr(at), out);
    if (text[at] == '<') size = tag_size(text.substr(at));
    if (text.substr(at).starts_with("\u00ad")) size = 2;
    if (size == 0) {
      out += text[at];
      size = 1;
    }
    at += size;
  }
  return out;
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

}  // namespace

std::string plain_text(std::string_view text) {
  return with_stops_in_place(without_line_ends(text::collapse_spaces(without_markup(text))));
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
