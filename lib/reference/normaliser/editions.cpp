#include <array>

#include "reference/normaliser/draft.hpp"
#include "reference/normaliser/values.hpp"
#include "text/fold.hpp"

namespace citegraph::reference::normaliser {

namespace {

constexpr std::array<std::string_view, 32> units = {
    "ed",      "edn",    "edition", "sted",      "nded",      "rded",      "thed",      "stedn",
    "ndedn",   "rdedn",  "thedn",   "stedition", "ndedition", "rdedition", "thedition", "aufl",
    "auflage", "aed",    "aedicao", "aedicion",  "aedizione", "oed",       "eed",       "eedition",
    "ered",    "edicao", "edicion", "edizione",  "st",        "nd",        "rd",        "th"};

constexpr std::array<std::string_view, 10> ordinals = {"first", "second",  "third",  "fourth", "fifth",
                                                       "sixth", "seventh", "eighth", "ninth",  "tenth"};

}  // namespace

// "2nd ed.", "3. Aufl.", "2ª ed.", "second edition" are numbers; "rev. ed." is words.
void add_edition(WorkDraft& draft, const Field& field) {
  const std::string value = clean_abbreviation(field.text, field.span);
  const std::string folded = text::fold_letters(value);
  const std::size_t digits = folded.find_first_not_of("0123456789");
  if (digits == std::string::npos || digits > 0) {
    const std::string_view unit = digits == std::string::npos ? "" : std::string_view(folded).substr(digits);
    for (const std::string_view known : units)
      if (unit.empty() || unit == known)
        return draft.add(Variable::edition, folded.substr(0, digits), Second::is_other);
  }
  for (std::size_t i = 0; i < ordinals.size(); ++i) {
    const std::string word(ordinals[i]);
    if (folded == word || folded == word + "edition" || folded == word + "ed" || folded == word + "edn")
      return draft.add(Variable::edition, std::to_string(i + 1), Second::is_other);
  }
  draft.add(Variable::edition, value, Second::is_other);
}

}  // namespace citegraph::reference::normaliser
