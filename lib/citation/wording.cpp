#include "citation/wording.hpp"

#include "text/utf8.hpp"

namespace citegraph::citation {
namespace {

std::string shortened(std::string_view title) {
  constexpr std::size_t longest = 60;
  if (title.size() <= longest) return std::string(title);
  std::size_t end = title.rfind(' ', longest);
  if (end == std::string_view::npos) end = longest;
  while (end > 0 && (static_cast<unsigned char>(title[end]) & 0xC0U) == 0x80U) --end;
  return std::string(title.substr(0, end)) + " ...";
}

}  // namespace

std::string quoted(std::string_view text) { return '"' + text::collapse_spaces(text) + '"'; }

std::string year_text(const Date& date) {
  if (!date.has_year()) return date.literal;
  return std::to_string(date.year()) + date.suffix;
}

const Work* first_work(const ReferenceLists& references, std::uint32_t number) {
  const Reference& reference = references.references[number];
  return reference.works.empty() ? nullptr : &reference.works.front();
}

// "Levine 1992", "Treaty of Friendship 2001": an entry as one would cite it.
std::string cited_as(const ReferenceLists& references, std::uint32_t number, std::string_view text) {
  const Work* work = first_work(references, number);
  if (!work) return shortened(text::collapse_spaces(slice(text, references.references[number].span)));
  std::string result;
  const auto authors = work->get(NameVariable::author);
  for (std::size_t i = 0; i < authors.size() && i < 3; ++i) {
    if (i == 2 && authors.size() > 2) {
      result += " et al.";
      break;
    }
    if (i > 0) result += authors.size() == 2 ? " and " : ", ";
    result += authors[i].cited_form();
  }
  if (result.empty()) result = shortened(work->get(Variable::title));
  if (result.empty()) result = shortened(text::collapse_spaces(slice(text, references.references[number].span)));
  const Date* issued = work->get(DateVariable::issued);
  const std::string year = issued ? year_text(*issued) : std::string{};
  return year.empty() ? result : result + ' ' + year;
}

}  // namespace citegraph::citation
