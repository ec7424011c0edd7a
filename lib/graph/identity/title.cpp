#include "graph/identity/title.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "graph/identity/hash.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/similarity.hpp"

namespace citegraph::graph {
namespace {

using Words = std::vector<std::string_view>;

Words split(std::string_view text) {
  Words words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), text::is_ascii_digit);
}

// I to XX, 0 for anything else.
std::uint16_t roman(std::string_view word) {
  static constexpr std::array<std::string_view, 20> numerals = {"i",    "ii",  "iii",  "iv",    "v",   "vi",   "vii",
                                                                "viii", "ix",  "x",    "xi",    "xii", "xiii", "xiv",
                                                                "xv",   "xvi", "xvii", "xviii", "xix", "xx"};
  const auto found = std::find(numerals.begin(), numerals.end(), word);
  return found == numerals.end() ? std::uint16_t{0} : static_cast<std::uint16_t>(found - numerals.begin() + 1);
}

std::uint16_t part_number(std::string_view word) {
  if (const std::uint16_t value = roman(word); value != 0) return value;
  if (!is_number(word) || word.size() > 2) return 0;
  std::uint16_t value = 0;
  for (const char c : word) value = static_cast<std::uint16_t>(value * 10 + (c - '0'));
  return value;
}

// The words that name a part, in the languages of scholarly publishing.
bool names_a_part(std::string_view word) {
  static constexpr std::array<std::string_view, 17> words = {"part", "parte", "partie", "teil",   "vol",  "volume",
                                                             "band", "tome",  "tomo",   "tom",    "book", "section",
                                                             "deel", "del",   "chast",  "series", "no"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

struct DerivationPhrase {
  std::string_view phrase;
  Derivation derivation;
};

// At the head of a title; those of `at_end` also behind it.
constexpr DerivationPhrase at_head[] = {
    {"erratum", Derivation::correction},
    {"errata", Derivation::correction},
    {"corrigendum", Derivation::correction},
    {"corrigenda", Derivation::correction},
    {"correction", Derivation::correction},
    {"author correction", Derivation::correction},
    {"publisher correction", Derivation::correction},
    {"errata corrige", Derivation::correction},
    {"errate", Derivation::correction},
    {"berichtigung", Derivation::correction},
    {"fe de erratas", Derivation::correction},
    {"correccion", Derivation::correction},
    {"retraction", Derivation::retraction},
    {"retraction note", Derivation::retraction},
    {"retracted", Derivation::retraction},
    {"expression of concern", Derivation::retraction},
    {"reply", Derivation::reply},
    {"a reply", Derivation::reply},
    {"author reply", Derivation::reply},
    {"response", Derivation::reply},
    {"a response", Derivation::reply},
    {"rejoinder", Derivation::reply},
    {"antwort auf", Derivation::reply},
    {"respuesta a", Derivation::reply},
    {"resposta a", Derivation::reply},
    {"reponse a", Derivation::reply},
    {"comment", Derivation::comment},
    {"comments on", Derivation::comment},
    {"commentary on", Derivation::comment},
    {"discussion of", Derivation::comment},
    {"kommentar zu", Derivation::comment},
    {"review of", Derivation::review},
    {"book review", Derivation::review},
    {"rezension", Derivation::review},
    {"supplement to", Derivation::supplement},
    {"supplementary material", Derivation::supplement},
    {"supporting information", Derivation::supplement},
    {"addendum", Derivation::supplement},
    {"addenda", Derivation::supplement},
    {"appendix to", Derivation::supplement},
    {"update", Derivation::update},
    {"an update", Derivation::update},
};

constexpr DerivationPhrase at_end[] = {
    {"erratum", Derivation::correction},    {"corrigendum", Derivation::correction},
    {"correction", Derivation::correction}, {"a reply", Derivation::reply},
    {"reply", Derivation::reply},           {"a response", Derivation::reply},
    {"rejoinder", Derivation::reply},       {"a comment", Derivation::comment},
    {"addendum", Derivation::supplement},   {"an update", Derivation::update},
    {"update", Derivation::update},         {"a review", Derivation::none},
};

// What follows a phrase where it tells what the work is, rather than being the subject: a colon, a bracket, "to", "on".
bool introduces(std::string_view folded, std::size_t end) {
  while (end < folded.size() && folded[end] == ' ') ++end;
  if (end >= folded.size()) return false;
  const std::string_view rest = folded.substr(end);
  if (folded[end] == ':' || folded[end] == '-' || folded[end] == '"' || folded[end] == ')' || folded[end] == ']' ||
      folded[end] == '.' || folded[end] == '(' || folded[end] == '[' || folded[end] == '\'')
    return true;
  return rest.starts_with("to ") || rest.starts_with("to:") || rest.starts_with("on ") || rest.starts_with("zu ") ||
         rest.starts_with("a ") || rest.starts_with("for ") || rest.starts_with("of: ") || rest.starts_with("of \"");
}

bool is_word_end(std::string_view text, std::size_t at) {
  return at >= text.size() || !(text::is_ascii_lower(text[at]) || text::is_ascii_digit(text[at]) ||
                                static_cast<unsigned char>(text[at]) >= 0x80);
}

// The derivation at the head of a folded title, which loses it.
Derivation take_head(std::string_view& folded) {
  std::string_view rest = folded;
  while (!rest.empty() && is_word_end(rest, 0)) rest.remove_prefix(1);
  const DerivationPhrase* longest = nullptr;
  for (const DerivationPhrase& one : at_head)
    if (rest.starts_with(one.phrase) && is_word_end(rest, one.phrase.size()) &&
        (longest == nullptr || one.phrase.size() > longest->phrase.size()))
      longest = &one;
  if (longest == nullptr) return Derivation::none;
  const std::string_view phrase = longest->phrase;
  const bool complete = phrase.ends_with(" on") || phrase.ends_with(" of") || phrase.ends_with(" to") ||
                        phrase.ends_with(" a") || phrase.ends_with(" auf") || phrase.ends_with(" zu");
  if (!complete && !introduces(rest, phrase.size())) return Derivation::none;
  rest.remove_prefix(phrase.size());
  for (const std::string_view link : {" to", " on", " zu", " a", " for", " of"})
    if (rest.starts_with(link) && is_word_end(rest, link.size())) {
      rest.remove_prefix(link.size());
      break;
    }
  folded = rest;
  return longest->derivation;
}

// The derivation behind the last colon, bracket or stop of a folded title, which loses it.
Derivation take_end(std::string_view& folded) {
  std::string_view rest = folded;
  while (!rest.empty() && is_word_end(rest, rest.size() - 1) && rest.back() != ' ') rest.remove_suffix(1);
  for (const DerivationPhrase& one : at_end) {
    if (one.derivation == Derivation::none || !rest.ends_with(one.phrase) || rest.size() < one.phrase.size() + 4)
      continue;
    std::string_view before = rest.substr(0, rest.size() - one.phrase.size());
    while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
    if (before.empty() || std::string_view(":.-([?,").find(before.back()) == std::string_view::npos) continue;
    before.remove_suffix(1);
    folded = before;
    return one.derivation;
  }
  return Derivation::none;
}

// Where the subtitle begins in a folded title: behind the first ": ", ". ", "? ", " - ", "! ".
std::size_t subtitle_at(std::string_view folded) {
  for (std::size_t i = 8; i + 2 < folded.size(); ++i) {
    if (folded[i + 1] != ' ') continue;
    const char c = folded[i];
    if (c == ':' || c == '?' || c == '!' || c == ';') return i + 1;
    if (c == '.' && folded[i - 2] != '.' && folded[i - 2] != ' ') return i + 1;  // no initial or abbreviation
    if (c == '-' && folded[i - 1] == ' ') return i + 1;
  }
  return folded.size();
}

std::string without_blanks(std::string_view words) {
  std::string letters;
  letters.reserve(words.size());
  for (const char c : words)
    if (c != ' ') letters += c;
  return letters;
}

std::string joined(const Words& words) {
  std::string all;
  for (const std::string_view word : words) all += word;
  return all;
}

// Words of `a` that `b` lacks and the other way round, in order; each occurrence counts.
std::pair<Words, Words> unmatched(const Words& a, const Words& b) {
  const auto missing = [](const Words& from, const Words& in) {
    Words sorted = in;
    std::sort(sorted.begin(), sorted.end());
    std::vector<bool> used(sorted.size(), false);
    Words left;
    for (const std::string_view word : from) {
      auto at = static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), word) - sorted.begin());
      while (at < sorted.size() && sorted[at] == word && used[at]) ++at;
      if (at < sorted.size() && sorted[at] == word)
        used[at] = true;
      else
        left.push_back(word);
    }
    return left;
  };
  return {missing(a, b), missing(b, a)};
}

bool is_function_word(std::string_view word) { return word.size() <= 3 && !is_number(word) && roman(word) == 0; }

bool are_typing_errors(const std::string& a, const std::string& b) {
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter == 0) return false;
  const std::size_t limit = std::max<std::size_t>(1, shorter / 6);
  return text::edit_distance(a, b, limit) <= limit;
}

// Words that differ by a letter here and there, by a blank, or by a word that means nothing.
bool differ_by_little(const Words& a, const Words& b) {
  if (a.size() > 5 || b.size() > 5) return false;
  if (joined(a) == joined(b)) return true;
  Words in_a = a;
  Words in_b = b;
  if (in_a.size() != in_b.size()) {
    std::erase_if(in_a, is_function_word);
    std::erase_if(in_b, is_function_word);
  }
  if (in_a.empty() && in_b.empty()) return a.size() + b.size() <= 3;
  if (in_a.size() == in_b.size()) {
    std::size_t typed = 0;
    for (std::size_t i = 0; i < in_a.size(); ++i)
      if (in_a[i].size() >= 4 && in_b[i].size() >= 4 && are_typing_errors(std::string(in_a[i]), std::string(in_b[i])))
        ++typed;
    if (typed == in_a.size() && typed <= 3) return true;
  }
  const std::string letters_a = joined(in_a);
  const std::string letters_b = joined(in_b);
  return letters_a.size() >= 8 && are_typing_errors(letters_a, letters_b);
}

std::uint64_t hash_numbers(const Words& words) {
  std::uint64_t hash = 0;
  for (const std::string_view word : words)
    if (is_number(word) || (word.size() >= 2 && roman(word) != 0)) hash = combine(hash, hash_of(word));
  return hash;
}

std::size_t word_count(std::string_view words) {
  return words.empty() ? 0 : static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) + 1;
}

}  // namespace

Title read_title(std::string_view printed) {
  Title title;
  const std::string folded = text::fold(printed);
  std::string_view rest = folded;
  title.derivation = take_head(rest);
  if (title.derivation == Derivation::none) title.derivation = take_end(rest);
  const std::size_t subtitle = subtitle_at(rest);
  title.words = text::fold_words(rest.substr(0, subtitle));
  title.main_end = static_cast<std::uint32_t>(title.words.size());
  if (std::string more = text::fold_words(rest.substr(subtitle)); !more.empty()) {
    if (!title.words.empty()) title.words += ' ';
    title.words += more;
  }
  Words words = split(title.words);
  if (words.size() >= 3) {
    title.part = part_number(words.back());
    const bool named = names_a_part(words[words.size() - 2]);
    // A number that ends a title counts what it names ("Agenda 21"), unless it is a numeral or called a part.
    if (title.part != 0 && (named || !is_number(words.back()))) {
      words.resize(words.size() - (named ? 2 : 1));
      title.words.resize(static_cast<std::size_t>(words.back().data() + words.back().size() - title.words.data()));
      title.main_end = std::min(title.main_end, static_cast<std::uint32_t>(title.words.size()));
    } else {
      title.part = 0;
    }
  }
  title.numbers = hash_numbers(split(title.words));
  return title;
}

TitleFit compare(const Title& a, const Title& b) {
  if (a.empty() || b.empty()) return TitleFit::unknown;
  if (a.words == b.words) return TitleFit::equal;
  const bool a_shorter = a.words.size() < b.words.size();
  const Title& shorter = a_shorter ? a : b;
  const Title& longer = a_shorter ? b : a;
  const std::string_view main = std::string_view(longer.words).substr(0, longer.main_end);
  if (longer.main_end < longer.words.size() && shorter.words == main) return TitleFit::subtitle;
  const bool whole_words = longer.words.size() > shorter.words.size() && longer.words[shorter.words.size()] == ' ';
  if (whole_words && longer.words.starts_with(shorter.words) && word_count(shorter.words) >= 3)
    return TitleFit::extended;
  if (a.numbers != b.numbers) return TitleFit::different;

  const std::string letters_a = without_blanks(a.words);
  const std::string letters_b = without_blanks(b.words);
  if (letters_a == letters_b) return TitleFit::similar;
  if (std::min(letters_a.size(), letters_b.size()) < 12) return TitleFit::different;
  const auto [only_a, only_b] = unmatched(split(a.words), split(b.words));
  if (differ_by_little(only_a, only_b)) return TitleFit::similar;
  // The longer one without its subtitle.
  if (longer.main_end < longer.words.size() && shorter.main_end == shorter.words.size()) {
    const auto [short_rest, main_rest] = unmatched(split(shorter.words), split(main));
    if (main.size() >= 12 && differ_by_little(short_rest, main_rest)) return TitleFit::subtitle;
  }
  return TitleFit::different;
}

bool is_generic(const Title& title) {
  static constexpr std::array<std::string_view, 52> generic = {"editorial",
                                                               "editorials",
                                                               "introduction",
                                                               "einleitung",
                                                               "introduccion",
                                                               "introducao",
                                                               "introduzione",
                                                               "preface",
                                                               "vorwort",
                                                               "prefacio",
                                                               "prefazione",
                                                               "foreword",
                                                               "afterword",
                                                               "nachwort",
                                                               "conclusion",
                                                               "conclusions",
                                                               "letter",
                                                               "letters",
                                                               "letter to the editor",
                                                               "letters to the editor",
                                                               "to the editor",
                                                               "news",
                                                               "obituary",
                                                               "nachruf",
                                                               "book review",
                                                               "book reviews",
                                                               "review",
                                                               "reviews",
                                                               "rezension",
                                                               "comment",
                                                               "commentary",
                                                               "correspondence",
                                                               "discussion",
                                                               "reply",
                                                               "response",
                                                               "abstract",
                                                               "abstracts",
                                                               "index",
                                                               "bibliography",
                                                               "annual report",
                                                               "report",
                                                               "notes",
                                                               "note",
                                                               "erratum",
                                                               "errata",
                                                               "corrigendum",
                                                               "correction",
                                                               "presentation",
                                                               "presentacion",
                                                               "apresentacao",
                                                               "guest editorial",
                                                               "in this issue"};
  return title.words.empty() || std::find(generic.begin(), generic.end(), title.words) != generic.end();
}

bool is_distinctive(const Title& title) { return word_count(title.words) >= 4 && title.words.size() >= 20; }

}  // namespace citegraph::graph
