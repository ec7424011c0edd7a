#include <array>

#include "reference/normaliser/draft.hpp"
#include "reference/normaliser/values.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::reference::normaliser {

namespace {

constexpr std::array<std::string_view, 20> volume_words = {"vol", "vols", "volume", "volumes", "v",   "bd",  "band",
                                                           "bde", "t",    "tome",   "tomo",    "tom", "jg",  "jahrgang",
                                                           "том", "т",    "vols",   "part",    "pt",  "book"};
constexpr std::array<std::string_view, 20> issue_words = {
    "no",   "nos",       "nr",  "n",     "num", "number", "numero",   "issue", "heft", "h",
    "fasc", "fascicule", "iss", "номер", "вып", "№",      "cuaderno", "nº",    "n°",   "nummer"};

template <std::size_t Size>
bool holds(const std::array<std::string_view, Size>& words, std::string_view word) {
  for (const std::string_view known : words)
    if (known == word) return true;
  return false;
}

// The word that says what the number is ("n°20", "vol. 3"), folded, and the rest.
struct Numbered {
  std::string word;
  std::string_view rest;
};

Numbered take_word(std::string_view value) {
  std::size_t end = 0;
  while (end < value.size()) {
    const text::CodePoint c = text::decode_at(value, end);
    if (!text::is_letter(c.value) && c.value != U'№') break;
    end += c.size;
  }
  std::string word = text::fold_letters(value.substr(0, end));
  if (value.starts_with("№")) word = "№";
  std::size_t rest = end;
  while (rest < value.size()) {
    const text::CodePoint c = text::decode_at(value, rest);
    if (c.value != U'.' && c.value != U' ' && c.value != U'°' && c.value != U'º' && c.value != U'ᵒ') break;
    rest += c.size;
  }
  const bool number_follows = rest < value.size() && text::is_ascii_digit(value[rest]);
  // "v.II", "Bd. IV": letters with nothing between are a word of their own.
  const bool parted = rest > end && rest < value.size();
  return number_follows || parted ? Numbered{std::move(word), value.substr(rest)} : Numbered{{}, value};
}

// "2 vols", "3 Bde.": how many there are.
std::string volume_count(std::string_view value) {
  const std::size_t digits = value.find_first_not_of("0123456789");
  if (digits == 0 || digits == std::string_view::npos || digits > 3) return {};
  const std::string word = text::fold_letters(value.substr(digits));
  for (const std::string_view known :
       {"vols", "vol", "volumes", "v", "bde", "bande", "tomes", "tomos", "volumi", "voll"})
    if (word == known) return std::string(value.substr(0, digits));
  return {};
}

// "12(3)" and "(39)1" in one field.
bool split_brackets(std::string_view value, std::string& volume, std::string& issue) {
  const std::size_t open = value.find('(');
  const std::size_t close = value.find(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open + 2) return false;
  const std::string inside = clean_value(value.substr(open + 1, close - open - 1));
  const std::string before = clean_value(value.substr(0, open));
  const std::string behind = clean_value(value.substr(close + 1));
  if (inside.empty() || before.empty() == behind.empty()) return false;
  volume = before.empty() ? inside : before;
  issue = before.empty() ? behind : inside;
  return true;
}

void add_number(WorkDraft& draft, const Field& field, Variable variable) {
  const std::string value = clean_value(field.value());
  if (std::string count = volume_count(value); !count.empty() && variable == Variable::volume)
    return draft.add(Variable::number_of_volumes, count, Second::is_other);
  std::string volume;
  std::string issue;
  if (variable == Variable::volume && !draft.has(Variable::issue) && split_brackets(value, volume, issue)) {
    draft.add(Variable::volume, volume, Second::is_other);
    return draft.add(Variable::issue, issue, Second::is_other);
  }
  const Numbered numbered = take_word(value);
  if (holds(issue_words, numbered.word)) variable = Variable::issue;
  const bool known = holds(issue_words, numbered.word) || holds(volume_words, numbered.word);
  draft.add(variable, known ? clean_value(numbered.rest) : value, Second::is_other);
}

}  // namespace

void add_volume(WorkDraft& draft, const Field& field) { add_number(draft, field, Variable::volume); }
void add_issue(WorkDraft& draft, const Field& field) { add_number(draft, field, Variable::issue); }

}  // namespace citegraph::reference::normaliser
