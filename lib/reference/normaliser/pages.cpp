#include "citegraph/pages.hpp"

#include <optional>

#include "reference/normaliser/draft.hpp"
#include "reference/normaliser/values.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"

namespace citegraph::reference::normaliser {

namespace {

// "158 p.", "xii, 248 pages": how long the work is, not where it stands. The number, or nothing.
std::string page_count(std::string_view text) {
  std::string folded = text::fold_letters(text);
  const std::size_t roman = folded.find_first_not_of("ivxlc");
  if (roman != 0 && roman != std::string::npos && text::is_ascii_digit(folded[roman])) folded.erase(0, roman);
  const std::size_t letters = folded.find_first_not_of("0123456789");
  if (letters == 0 || letters == std::string::npos) return {};
  const std::string unit = folded.substr(letters);
  for (const std::string_view known :
       {"p", "pp", "pg", "pages", "pags", "paginas", "s", "seiten", "с", "стр", "f", "folhas", "fls", "blatt"})
    if (unit == known) return folded.substr(0, letters);
  return {};
}

}  // namespace

void add_pages(WorkDraft& draft, const Field& field) {
  if (std::string count = page_count(field.value()); !count.empty())
    return draft.add(Variable::number_of_pages, count, Second::is_other);
  const std::string plain = plain_text(field.value());
  const std::optional<Pages> pages = parse_pages(plain);
  draft.add(Variable::page, pages ? to_string(*pages) : clean_value(plain), Second::is_other);
}

}  // namespace citegraph::reference::normaliser
