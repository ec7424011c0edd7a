#include "citation/locator.hpp"

#include <algorithm>
#include <iterator>

#include "text/fold.hpp"
#include "text/similarity.hpp"
#include "text/utf8.hpp"

namespace citegraph::citation {
namespace {

struct LabelRow {
  std::string_view printed;
  std::string_view csl;
};

// Sorted by the printed form, folded. CSL 1.0.2, "Locators".
constexpr LabelRow labels[] = {
    {"abb", "figure"},
    {"abs", "paragraph"},
    {"annex", "appendix"},
    {"anhang", "appendix"},
    {"app", "appendix"},
    {"appendix", "appendix"},
    {"art", "article-locator"},
    {"article", "article-locator"},
    {"artigo", "article-locator"},
    {"bd", "volume"},
    {"bk", "book"},
    {"book", "book"},
    {"cap", "chapter"},
    {"capitulo", "chapter"},
    {"ch", "chapter"},
    {"chap", "chapter"},
    {"chapitre", "chapter"},
    {"chapter", "chapter"},
    {"chapters", "chapter"},
    {"chaps", "chapter"},
    {"chs", "chapter"},
    {"col", "column"},
    {"eq", "equation"},
    {"eqs", "equation"},
    {"fig", "figure"},
    {"figs", "figure"},
    {"figure", "figure"},
    {"fn", "note"},
    {"fol", "folio"},
    {"footnote", "note"},
    {"kap", "chapter"},
    {"kapitel", "chapter"},
    {"l", "line"},
    {"line", "line"},
    {"lines", "line"},
    {"ll", "line"},
    {"livro", "book"},
    {"loc", "location"},
    {"n", "note"},
    {"note", "note"},
    {"op", "opus"},
    {"p", "page"},
    {"page", "page"},
    {"pages", "page"},
    {"pag", "page"},
    {"pagina", "page"},
    {"paginas", "page"},
    {"pags", "page"},
    {"par", "paragraph"},
    {"para", "paragraph"},
    {"paragraph", "paragraph"},
    {"paras", "paragraph"},
    {"part", "part"},
    {"pgs", "page"},
    {"pg", "page"},
    {"pp", "page"},
    {"pt", "part"},
    {"s", "page"},
    {"sec", "section"},
    {"sect", "section"},
    {"section", "section"},
    {"sections", "section"},
    {"secs", "section"},
    {"seite", "page"},
    {"seiten", "page"},
    {"ss", "page"},
    {"tab", "table"},
    {"table", "table"},
    {"teil", "part"},
    {"tomo", "volume"},
    {"v", "volume"},
    {"verse", "verse"},
    {"vol", "volume"},
    {"vols", "volume"},
    {"volume", "volume"},
    {"гл", "chapter"},
    {"с", "page"},
    {"стр", "page"},
};

bool is_roman(std::string_view word) noexcept {
  return !word.empty() && word.size() <= 8 && std::all_of(word.begin(), word.end(), [](char c) {
    return std::string_view("ivxlc").find(c) != std::string_view::npos;
  });
}

bool is_page_number(const Body& body, std::uint32_t at) {
  switch (body.kind(at)) {
    case TokenKind::number:
    case TokenKind::year:
      return true;
    case TokenKind::mixed:  // "12f", "S14", "e1001"
      return body.text(at).size() <= 8;
    case TokenKind::word:
      return is_roman(body.text(at));
    default:
      return false;
  }
}

// "45ff"
bool is_open_range(const Body& body, std::uint32_t at) {
  if (body.kind(at) != TokenKind::mixed) return false;
  const std::string_view word = body.text(at);
  const std::size_t letters = word.find_first_not_of("0123456789");
  return letters > 0 && letters <= 5 && (word.substr(letters) == "f" || word.substr(letters) == "ff");
}

bool is_following_mark(const Body& body, std::uint32_t at) {
  const std::string_view word = body.text(at);
  return word == "f" || word == "ff" || word == "sq" || word == "sqq" || word == "passim" || word == "ss";
}

// "12", "12-15", "12 - 15", "12ff."; gives the token after it, or `at`.
std::uint32_t skip_range(const Body& body, std::uint32_t at) {
  if (!is_page_number(body, at)) return at;
  std::uint32_t end = at + 1;
  while (body.kind(end) == TokenKind::period && !body[end + 1].after_space && body.kind(end + 1) == TokenKind::number)
    end += 2;
  if (body.kind(end) == TokenKind::dash) {
    std::uint32_t second = end + 1;
    while (body.kind(second) == TokenKind::dash) ++second;
    if (is_page_number(body, second)) end = second + 1;
  }
  if (is_following_mark(body, end)) {
    ++end;
    if (body.kind(end) == TokenKind::period && body.kind(end + 1) != TokenKind::word) ++end;
  }
  return end;
}

// Where a further number of the same locator begins after `end`: ", 105" in "101, 105"; `end` where there is none.
std::uint32_t next_number(const Body& body, std::uint32_t end) {
  const bool separator = body.kind(end) == TokenKind::comma || body.kind(end) == TokenKind::ampersand ||
                         body.is(end, "and") || body.is(end, "e") || body.is(end, "y") || body.is(end, "und") ||
                         body.is(end, "et");
  return separator && body.kind(end + 1) == TokenKind::number ? end + 1 : end;
}

bool ends_citation(const Body& body, std::uint32_t at) {
  switch (body.kind(at)) {
    case TokenKind::close:
    case TokenKind::semicolon:
    case TokenKind::comma:
    case TokenKind::period:
    case TokenKind::gap:
    case TokenKind::colon:
      return true;
    default:
      return false;
  }
}

Locator make(const Body& body, std::uint32_t first, std::uint32_t end, std::string_view label) {
  return {text::collapse_spaces(body.text(first, end - 1)), std::string(label), end};
}

std::optional<Locator> labelled(const Body& body, std::uint32_t at) {
  std::string_view label;
  std::uint32_t number = at + 1;
  if (body.kind(at) == TokenKind::word) {
    label = locator_label(body.folded(at));
    if (body.kind(number) == TokenKind::period) ++number;
  } else if (body.is(at, "§") || body.is(at, "¶")) {
    label = body.is(at, "§") ? "section" : "paragraph";
    if (body.is(number, "§") || body.is(number, "¶")) ++number;
  } else if (body.kind(at) == TokenKind::mixed) {  // "p12", "pp33"
    const std::string_view word = body.text(at);
    const std::size_t digits = word.find_first_of("0123456789");
    if ((word.substr(0, digits) != "p" && word.substr(0, digits) != "pp") || digits == 0) return std::nullopt;
    const std::uint32_t end = skip_range(body, at);
    Locator locator = make(body, at, end, "page");
    locator.text.erase(0, digits);
    return locator;
  }
  if (label.empty()) return std::nullopt;
  std::uint32_t end = skip_range(body, number);
  if (end == number) return std::nullopt;
  for (std::uint32_t more = next_number(body, end); more != end; more = next_number(body, end))
    end = skip_range(body, more);
  return make(body, number, end, label);
}

// A number without a label: all its parts must be pages, and then the citation must end.
std::optional<Locator> bare(const Body& body, std::uint32_t at, bool year_allowed) {
  const bool number = body.kind(at) == TokenKind::number || (year_allowed && body.kind(at) == TokenKind::year);
  const bool roman = body.kind(at) == TokenKind::word && is_roman(body.text(at)) && body.text(at).size() > 1;
  if (!number && !roman && !is_open_range(body, at)) return std::nullopt;
  std::uint32_t end = skip_range(body, at);
  for (std::uint32_t more = next_number(body, end); more != end && body.kind(more) == TokenKind::number;
       more = next_number(body, end))
    end = skip_range(body, more);
  if (!ends_citation(body, end)) return std::nullopt;
  return make(body, at, end, "page");
}

}  // namespace

std::optional<Locator> read_locator(const Body& body, std::uint32_t at) {
  switch (body.kind(at)) {
    case TokenKind::colon:
      if (auto found = labelled(body, at + 1)) return found;
      return bare(body, at + 1, true);
    case TokenKind::quote:
      return body[at].after_space ? std::nullopt : bare(body, at + 1, true);
    case TokenKind::comma:
    case TokenKind::period:
      if (auto found = labelled(body, at + 1)) return found;
      return body.kind(at) == TokenKind::comma ? bare(body, at + 1, false) : std::nullopt;
    default:
      return labelled(body, at);
  }
}

Target target_at(const std::optional<Locator>& locator) {
  Target target;
  if (locator) {
    target.locator = locator->text;
    target.locator_label = locator->label;
  }
  return target;
}

std::string_view locator_label(std::string_view folded) noexcept {
  const auto found =
      std::find_if(std::begin(labels), std::end(labels), [&](const LabelRow& row) { return row.printed == folded; });
  return found == std::end(labels) ? std::string_view{} : found->csl;
}

std::string_view article_word(std::string_view word) {
  const std::string folded = text::fold(word);
  if (folded == "art") return "Article";
  const auto letters = [](std::string letters_of) {
    std::sort(letters_of.begin(), letters_of.end());
    return letters_of;
  };
  for (const std::string_view article : {"article", "artigo", "articulo", "articolo", "artikel"}) {
    if (folded.substr(0, 3) != "art") continue;
    const std::size_t distance = text::edit_distance(folded, article, 2);
    // One misprint, or letters out of order ("Artilec").
    if (distance <= 1 || (distance == 2 && letters(folded) == letters(std::string(article)))) return "Article";
  }
  return {};
}

}  // namespace citegraph::citation
