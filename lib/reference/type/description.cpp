#include "reference/type/description.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace citegraph::reference {

namespace {

// A phrase that is followed by a number, with up to `between` words before it.
struct Form {
  WorkType type;
  std::string_view phrase;
  int between = 0;
};

constexpr std::array<Form, 19> forms = {{
    {WorkType::patent, " us patent ", 2},
    {WorkType::patent, " u s patent ", 2},
    {WorkType::patent, " united states patent ", 3},
    {WorkType::patent, " european patent ", 2},
    {WorkType::patent, " patent no "},
    {WorkType::patent, " patent application ", 2},
    {WorkType::patent, " patentschrift ", 1},
    {WorkType::standard, " rfc "},
    {WorkType::legislation, " pub l no "},
    {WorkType::legislation, " pub l "},
    {WorkType::legislation, " public law no "},
    {WorkType::legal_case, " urteil vom "},
    {WorkType::legal_case, " beschluss vom "},
    {WorkType::legal_case, " urt v "},
    {WorkType::software, " r package version "},
    {WorkType::software, " software version "},
    {WorkType::report, " report no ", 1},
    {WorkType::report, " technical report no ", 1},
    {WorkType::report, " working paper no "},
}};

bool number_follows(std::string_view rest, int between) {
  for (; between >= 0 && !rest.empty(); --between) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    if (word.find_first_of("0123456789") != std::string_view::npos) return true;
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
  }
  return false;
}

constexpr std::size_t longest_description = 60;

}  // namespace

std::optional<WorkType> described_type(const text::Words& words) {
  for (const Form& form : forms) {
    if (!words.may_have(text::Beginnings::of(form.phrase.substr(1)))) continue;
    const std::string_view padded = words.padded();
    const std::size_t at = padded.find(form.phrase);
    if (at != std::string_view::npos && number_follows(padded.substr(at + form.phrase.size()), form.between))
      return form.type;
  }
  return std::nullopt;
}

std::string bracketed(std::string_view text) {
  std::string found;
  for (std::size_t open = text.find('['); open != std::string_view::npos; open = text.find('[', open + 1)) {
    const std::size_t close = text.substr(0, open + longest_description).find(']', open);
    if (close == std::string_view::npos) continue;
    found += text.substr(open + 1, close - open - 1);
    found += " | ";
  }
  return found;
}

}  // namespace citegraph::reference
