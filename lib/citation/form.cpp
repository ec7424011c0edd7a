#include "citation/form.hpp"

#include <algorithm>

namespace citegraph::citation {

// In the order in which they take their place where two of them claim the same text.
const std::vector<Form>& forms() {
  static const std::vector<Form> table = {
      {"key", Style::key, propose_keys},
      {"note", Style::note, propose_notes},
      {"title", Style::author_date, propose_titles},
      {"law by its number", Style::author_date, propose_legal},
      {"back reference", Style::author_date, propose_back_references},
      {"author-date", Style::author_date, propose_author_date},
      {"author and page", Style::author_date, propose_author_page},
      {"year apart from its names", Style::author_date, propose_years_apart},
      {"number in square brackets", Style::numeric_square, propose_square_numbers},
      {"number in words", Style::number_in_words, propose_numbers_in_words},
      {"raised number", Style::superscript, propose_raised_numbers},
      {"raised number in plain digits", Style::superscript, propose_glued_numbers},
      {"number in round brackets", Style::numeric_round, propose_round_numbers},
  };
  return table;
}

Numbering::Numbering(const ReferenceLists& references) {
  std::size_t numbered = 0;
  for (const Reference& reference : references.references) {
    const bool number = !reference.id.empty() && reference.id.find_first_not_of("0123456789") == std::string::npos;
    if (!number) continue;
    ++numbered;
    highest_ = std::max(highest_, number_value(reference.id));
  }
  printed_ = 2 * numbered > references.references.size();
  highest_ = std::max(highest_, static_cast<std::uint32_t>(references.references.size()));
}

}  // namespace citegraph::citation
