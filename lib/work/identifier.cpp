#include "citegraph/identifier.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "text/ascii.hpp"
#include "text/scanner.hpp"
#include "text/utf8.hpp"
#include "work/url_extent.hpp"

namespace citegraph {
namespace {

using text::Scanner;

using Found = std::vector<FoundIdentifier>;

bool find_doi(Scanner& scanner, Found& found);
bool find_url(Scanner& scanner, Found& found);
bool find_labelled(Scanner& scanner, Found& found);
bool find_old_arxiv(Scanner& scanner, Found& found);
std::optional<Identifier> bare_number(std::string_view text);

// The first letters of all labels, schemes, hosts and archives below, and the digit of a DOI.
constexpr std::string_view first_letters = "abcdefghimnpqwABCDEFGHIMNPQW1";

constexpr std::array<bool, 256> starts_identifier = [] {
  std::array<bool, 256> starts{};
  for (const char c : first_letters) starts[static_cast<unsigned char>(c)] = true;
  return starts;
}();

// Whether an address, a DOI or a label can begin at `at`, by its first two letters: few words pass.
bool may_begin(std::string_view text, std::uint32_t at) noexcept {
  if (at + 1 >= text.size()) return false;
  const char second = text::ascii_lower(text[at + 1]);
  switch (text::ascii_lower(text[at])) {
    case '1':
      return second == '0';  // 10.1000/
    case 'a':
      return second == 'r';  // arxiv
    case 'd':
      return second == 'o' || second == 'x';  // doi.org, dx.doi.org
    case 'e':
      return second == 'i' || second == 'u';  // eissn, eisbn, europepmc.org
    case 'f':
    case 'h':
      return second == 't';  // ftp:, http:
    case 'i':
      return second == 's';  // isbn, issn
    case 'n':
      return second == 'c';  // ncbi.nlm.nih.gov
    case 'p':
      return second == 'm' || second == 'u';  // pmid, pmc, pubmed
    case 'w':
      return second == 'w';  // www.
    default:
      return false;
  }
}

// The next place from `at` on where an identifier may start: no letter before it, unless it is the digit of a DOI.
std::uint32_t next_start(std::string_view text, std::uint32_t at) noexcept {
  while (at < text.size() && (!starts_identifier[static_cast<unsigned char>(text[at])] ||
                              (text[at] != '1' && at > 0 && text::is_ascii_letter(text[at - 1]))))
    ++at;
  return at;
}

}  // namespace

std::vector<FoundIdentifier> find_identifiers(std::string_view text) {
  Found found;
  Scanner scanner(text);
  const bool has_slash = text.find('/') != std::string_view::npos;
  for (std::uint32_t at = next_start(text, 0); at < text.size(); at = next_start(text, scanner.offset())) {
    scanner.seek(at);
    const bool starts_word = !text::is_word(scanner.before());
    if (starts_word && may_begin(text, at) &&
        (find_url(scanner, found) || find_doi(scanner, found) || find_labelled(scanner, found)))
      continue;
    if (starts_word && has_slash && find_old_arxiv(scanner, found)) continue;
    // "doi10.1000/x" and "DOI:10.1000/x" both hold a DOI; so does "(10.1000/x)".
    if (text[at] == '1' && !text::is_digit(scanner.before()) && scanner.before() != U'.' && find_doi(scanner, found))
      continue;
    scanner.seek(at + 1);
  }
  return found;
}

std::optional<Identifier> parse_identifier(std::string_view text) {
  std::string_view trimmed = text::trim(text);
  const Found found = find_identifiers(trimmed);
  if (found.empty()) return bare_number(trimmed);
  if (found.size() != 1) return std::nullopt;
  const TextSpan span = found.front().span;
  // Before it nothing but a label, behind it nothing but punctuation.
  const std::string_view before = trimmed.substr(0, span.start);
  Scanner after(trimmed.substr(span.end));
  after.take_while([](char32_t c) { return !text::is_word(c); });
  constexpr std::size_t longest_label = 40;
  if (!after.at_end() || before.size() > longest_label) return std::nullopt;
  const auto is_label_part = [](char32_t c) { return !text::is_space(c); };
  Scanner label(before);
  int words = 0;
  for (label.skip_spaces(); !label.at_end(); label.skip_spaces()) {
    label.take_while(is_label_part);
    ++words;
  }
  if (words > 3) return std::nullopt;
  return found.front().identifier;
}

bool is_valid_isbn(std::string_view digits) noexcept {
  const auto value = [](char c) { return text::is_ascii_digit(c) ? c - '0' : -1; };
  if (digits.size() == 10) {
    int sum = 0;
    for (int i = 0; i < 10; ++i) {
      const char c = digits[static_cast<std::size_t>(i)];
      const int digit = i == 9 && (c == 'X' || c == 'x') ? 10 : value(c);
      if (digit < 0) return false;
      sum += digit * (10 - i);
    }
    return sum % 11 == 0;
  }
  if (digits.size() != 13 || !(digits.starts_with("978") || digits.starts_with("979"))) return false;
  int sum = 0;
  for (int i = 0; i < 13; ++i) {
    const int digit = value(digits[static_cast<std::size_t>(i)]);
    if (digit < 0) return false;
    sum += digit * (i % 2 == 0 ? 1 : 3);
  }
  return sum % 10 == 0;
}

bool is_valid_issn(std::string_view digits) noexcept {
  int sum = 0;
  int count = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const char c = digits[i];
    if (c == '-' && i == 4 && digits.size() == 9) continue;
    const bool check_digit = count == 7;
    const int digit = check_digit && (c == 'X' || c == 'x') ? 10 : text::is_ascii_digit(c) ? c - '0' : -1;
    if (digit < 0 || count == 8) return false;
    sum += digit * (8 - count);
    ++count;
  }
  return count == 8 && sum % 11 == 0;
}

std::string_view to_string(IdentifierScheme scheme) noexcept {
  switch (scheme) {
    case IdentifierScheme::doi:
      return "doi";
    case IdentifierScheme::isbn:
      return "isbn";
    case IdentifierScheme::issn:
      return "issn";
    case IdentifierScheme::arxiv:
      return "arxiv";
    case IdentifierScheme::pmid:
      return "pmid";
    case IdentifierScheme::pmcid:
      return "pmcid";
    case IdentifierScheme::url:
      break;
  }
  return "url";
}

namespace {

void add(Found& found, IdentifierScheme scheme, std::string value, std::uint32_t start, std::uint32_t end,
         bool valid = true) {
  found.push_back({Identifier{scheme, std::move(value), valid}, TextSpan{start, end}});
}

int hex_value(char c) noexcept {
  if (text::is_ascii_digit(c)) return c - '0';
  const char l = text::ascii_lower(c);
  return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}

// ---------------------------------------------------------------- DOI

// Lower case (DOIs are compared without case), typographic dashes as hyphens, percent signs decoded.
std::string normalised_doi(std::string_view printed) {
  std::string doi;
  for (std::size_t i = 0; i < printed.size();) {
    const text::CodePoint c = text::decode_at(printed, i);
    if (c.value == U'%' && i + 2 < printed.size() && hex_value(printed[i + 1]) >= 2 && hex_value(printed[i + 2]) >= 0 &&
        hex_value(printed[i + 1]) < 8) {
      doi += text::ascii_lower(static_cast<char>(hex_value(printed[i + 1]) * 16 + hex_value(printed[i + 2])));
      i += 3;
      continue;
    }
    if (c.size == 1) {
      doi += text::ascii_lower(printed[i]);
    } else if (text::is_dash(c.value)) {
      doi += '-';
    } else {
      doi += printed.substr(i, c.size);
    }
    i += c.size;
  }
  return doi;
}

// "10." registrant "/" at the cursor; leaves it after the slash. The registrant may have parts: 10.1000.10/123.
bool accept_doi_prefix(Scanner& scanner) {
  std::string_view digits;
  if (!scanner.accept("10.") || !scanner.accept_digits(digits, 4, 9)) return false;
  while (scanner.accept(U'.')) {
    if (!scanner.accept_digits(digits, 1, 9)) return false;
  }
  return scanner.accept(U'/') || scanner.accept("%2F") || scanner.accept("%2f");
}

// "2.10.1000/x": no DOI starts within a number.
bool is_inside_number(const Scanner& scanner) {
  const std::string_view before = scanner.text().substr(0, scanner.offset());
  return before.size() >= 2 && before.ends_with('.') && before[before.size() - 2] >= '0' &&
         before[before.size() - 2] <= '9';
}

bool find_doi(Scanner& scanner, Found& found) {
  const std::uint32_t start = scanner.offset();
  if (is_inside_number(scanner)) return false;
  if (!accept_doi_prefix(scanner)) {
    scanner.seek(start);
    return false;
  }
  const std::uint32_t suffix = scanner.offset();
  const std::uint32_t end = suffix + work::doi_suffix_size(scanner.rest());
  if (end == suffix) {
    scanner.seek(start);
    return false;
  }
  scanner.seek(end);
  add(found, IdentifierScheme::doi, normalised_doi(scanner.since(start)), start, end);
  return true;
}

// ---------------------------------------------------------------- arXiv

constexpr std::array<std::string_view, 32> old_archives = {
    "acc-phys", "adap-org", "alg-geom", "ao-sci",   "astro-ph", "atom-ph", "bayes-an", "chao-dyn",
    "chem-ph",  "cmp-lg",   "comp-gas", "cond-mat", "cs",       "dg-ga",   "funct-an", "gr-qc",
    "hep-ex",   "hep-lat",  "hep-ph",   "hep-th",   "math",     "math-ph", "mtrl-th",  "nlin",
    "nucl-ex",  "nucl-th",  "patt-sol", "physics",  "plasm-ph", "q-alg",   "q-bio",    "quant-ph",
};

// "2101.00001", "0704.0001"
bool accept_new_arxiv(Scanner& scanner) {
  const std::uint32_t start = scanner.offset();
  std::string_view month;
  std::string_view number;
  const bool form = scanner.accept_digits(month, 4, 4) && scanner.accept(U'.') && scanner.accept_digits(number, 4, 5);
  const bool month_exists = form && month.substr(2) >= "01" && month.substr(2) <= "12";
  if (!month_exists) scanner.seek(start);
  return month_exists;
}

// "hep-th/9901001", "math.GT/0309136"
bool accept_old_arxiv(Scanner& scanner) {
  const std::uint32_t start = scanner.offset();
  constexpr std::uint32_t longest_archive = 9;
  const std::string_view archive = scanner.take_while(
      [&](char32_t c) { return ((c >= 'a' && c <= 'z') || c == '-') && scanner.offset() < start + longest_archive; });
  std::string_view number;
  bool form = std::find(old_archives.begin(), old_archives.end(), archive) != old_archives.end();
  if (form && scanner.accept(U'.')) {
    form = scanner.take_while([](char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-'; })
               .size() >= 2;
  }
  form = form && scanner.accept(U'/') && scanner.accept_digits(number, 7, 7);
  if (!form) scanner.seek(start);
  return form;
}

void skip_arxiv_version(Scanner& scanner) {
  const std::uint32_t start = scanner.offset();
  std::string_view digits;
  if (!scanner.accept(U'v') || !scanner.accept_digits(digits, 1, 2)) scanner.seek(start);
}

bool find_arxiv(Scanner& scanner, Found& found) {
  const std::uint32_t start = scanner.offset();
  if (!accept_new_arxiv(scanner) && !accept_old_arxiv(scanner)) return false;
  std::string value(scanner.since(start));
  skip_arxiv_version(scanner);
  if (text::is_word(scanner.peek())) {
    scanner.seek(start);
    return false;
  }
  add(found, IdentifierScheme::arxiv, std::move(value), start, scanner.offset());
  return true;
}

bool find_old_arxiv(Scanner& scanner, Found& found) {
  const std::uint32_t start = scanner.offset();
  // Without a label only what can be nothing else: "hep-th/9901001", not "math/1234567".
  if (!accept_old_arxiv(scanner)) return false;
  const std::string_view printed = scanner.since(start);
  const std::string_view archive = printed.substr(0, printed.find('/'));
  scanner.seek(start);
  if (archive.find('-') == std::string_view::npos && archive.find('.') == std::string_view::npos) return false;
  return find_arxiv(scanner, found);
}

// ---------------------------------------------------------------- URL

bool accept_ignoring_case(Scanner& scanner, std::string_view ascii) {
  const std::string_view rest = scanner.rest();
  if (rest.size() < ascii.size()) return false;
  for (std::size_t i = 0; i < ascii.size(); ++i) {
    if (text::ascii_lower(rest[i]) != ascii[i]) return false;
  }
  scanner.seek(scanner.offset() + static_cast<std::uint32_t>(ascii.size()));
  return true;
}

bool accept_host(Scanner& scanner, std::initializer_list<std::string_view> hosts) {
  return std::any_of(hosts.begin(), hosts.end(),
                     [&scanner](std::string_view host) { return accept_ignoring_case(scanner, host); });
}

// Digits that end the address or a part of it.
bool accept_record_number(Scanner& scanner, std::string_view& digits) {
  return scanner.accept_digits(digits, 1, 9) && !text::is_word(scanner.peek());
}

// What an address of a resolver resolves is the identifier itself.
bool find_resolved(Scanner& scanner, std::uint32_t end, Found& found) {
  const std::uint32_t start = scanner.offset();
  if (accept_host(scanner,
                  {"doi.org/", "dx.doi.org/", "www.doi.org/", "doi.acm.org/", "doi.ieeecomputersociety.org/"})) {
    accept_ignoring_case(scanner, "doi:");
    if (find_doi(scanner, found)) {
      found.back().span.start = start;
      return true;
    }
  } else if (accept_host(scanner, {"arxiv.org/abs/", "arxiv.org/pdf/", "www.arxiv.org/abs/", "www.arxiv.org/pdf/"})) {
    if (find_arxiv(scanner, found)) {
      scanner.accept(".pdf");
      return true;
    }
  } else if (accept_host(scanner,
                         {"pubmed.ncbi.nlm.nih.gov/", "www.ncbi.nlm.nih.gov/pubmed/", "ncbi.nlm.nih.gov/pubmed/"})) {
    std::string_view digits;
    if (accept_record_number(scanner, digits)) {
      add(found, IdentifierScheme::pmid, std::string(digits), start, scanner.offset());
      return true;
    }
  } else if (accept_host(scanner, {"www.ncbi.nlm.nih.gov/pmc/articles/pmc", "pmc.ncbi.nlm.nih.gov/articles/pmc",
                                   "europepmc.org/articles/pmc"})) {
    std::string_view digits;
    if (accept_record_number(scanner, digits)) {
      add(found, IdentifierScheme::pmcid, "PMC" + std::string(digits), start, scanner.offset());
      return true;
    }
  }
  (void)end;
  scanner.seek(start);
  return false;
}

bool find_url(Scanner& scanner, Found& found) {
  const std::uint32_t start = scanner.offset();
  const bool scheme = accept_ignoring_case(scanner, "https://") || accept_ignoring_case(scanner, "http://") ||
                      accept_ignoring_case(scanner, "ftp://");
  const std::uint32_t host = scanner.offset();
  const bool www = !scheme && accept_ignoring_case(scanner, "www.");
  scanner.seek(host);
  const std::uint32_t size = scheme || www ? work::url_size(scanner.rest()) : 0;
  const std::uint32_t least = scheme ? 3 : 7;  // "a.b", "www.a.b"
  if (size < least && (scheme || www)) {
    scanner.seek(start);
    return false;
  }
  const std::uint32_t end = host + size;
  if (find_resolved(scanner, end, found)) {
    found.back().span.start = start;
    // The rest of the address ("/full?x=y") belongs to no other identifier.
    found.back().span.end = std::max(found.back().span.end, scanner.offset());
    if (scanner.offset() < end) scanner.seek(end);
    return true;
  }
  if (!scheme && !www) return false;
  scanner.seek(end);
  add(found, IdentifierScheme::url, std::string(scanner.since(start)), start, end);
  return true;
}

// ---------------------------------------------------------------- labelled numbers

void skip_label_end(Scanner& scanner) {
  scanner.take_while([](char32_t c) { return text::is_space(c) || c == U':' || c == U'.' || c == U'#' || c == U'='; });
}

// "978-3-16-148410-0", "0 521 80010 X": digits, single separators between them, perhaps a last X.
std::string accept_grouped_digits(Scanner& scanner, std::size_t most) {
  std::string digits;
  std::uint32_t end = scanner.offset();
  while (digits.size() < most && !scanner.at_end()) {
    const char32_t c = scanner.peek();
    if (text::is_digit(c)) {
      digits += static_cast<char>(c);
      scanner.next();
      end = scanner.offset();
    } else if ((c == U'X' || c == U'x') && (digits.size() == 9 || digits.size() == 7)) {
      scanner.next();
      if (text::is_word(scanner.peek())) break;
      digits += 'X';
      end = scanner.offset();
      break;
    } else if ((text::is_dash(c) || c == U' ' || c == U'\u00A0') && !digits.empty()) {
      scanner.next();
    } else {
      break;
    }
  }
  scanner.seek(end);
  return digits;
}

bool accept_isbn(Scanner& scanner, Found& found) {
  const std::uint32_t start = scanner.offset();
  std::string digits = accept_grouped_digits(scanner, 13);
  // Ten digits and the next field's number must not be read as thirteen.
  if (digits.size() > 10 && !(digits.starts_with("978") || digits.starts_with("979"))) {
    scanner.seek(start);
    digits = accept_grouped_digits(scanner, 10);
  }
  if (digits.size() < 9 || text::is_digit(scanner.peek())) {
    scanner.seek(start);
    return false;
  }
  const bool valid = is_valid_isbn(digits);
  add(found, IdentifierScheme::isbn, std::move(digits), start, scanner.offset(), valid);
  return true;
}

bool find_isbn(Scanner& scanner, Found& found) {
  if (accept_ignoring_case(scanner, "-13") || accept_ignoring_case(scanner, "-10") ||
      accept_ignoring_case(scanner, " 13:") || accept_ignoring_case(scanner, " 10:")) {
  }
  skip_label_end(scanner);
  if (!accept_isbn(scanner, found)) return false;
  for (;;) {  // "ISBN 0-19-852663-6 (pbk), 978-0-19-852663-6"
    const std::uint32_t end = scanner.offset();
    scanner.skip_spaces();
    if (scanner.accept(U'(')) {
      scanner.take_while([](char32_t c) { return text::is_letter(c) || c == U'.'; });
      if (!scanner.accept(U')')) {
        scanner.seek(end);
        return true;
      }
    }
    scanner.take_while([](char32_t c) { return text::is_space(c) || c == U',' || c == U';' || c == U'/'; });
    if (!accept_isbn(scanner, found)) {
      scanner.seek(end);
      return true;
    }
  }
}

bool find_issn(Scanner& scanner, Found& found) {
  skip_label_end(scanner);
  const std::uint32_t start = scanner.offset();
  std::string digits = accept_grouped_digits(scanner, 8);
  if (digits.size() < 7 || text::is_digit(scanner.peek())) return false;
  const bool valid = is_valid_issn(digits);
  if (digits.size() == 8) digits.insert(4, "-");
  add(found, IdentifierScheme::issn, std::move(digits), start, scanner.offset(), valid);
  return true;
}

bool find_pmid(Scanner& scanner, Found& found) {
  skip_label_end(scanner);
  const std::uint32_t start = scanner.offset();
  std::string_view digits;
  if (!scanner.accept_digits(digits, 1, 9) || text::is_word(scanner.peek())) return false;
  add(found, IdentifierScheme::pmid, std::string(digits), start, scanner.offset());
  return true;
}

bool find_pmcid(Scanner& scanner, Found& found, std::uint32_t start) {
  std::string_view digits;
  if (!scanner.accept_digits(digits, 3, 9) || text::is_word(scanner.peek())) return false;
  add(found, IdentifierScheme::pmcid, "PMC" + std::string(digits), start, scanner.offset());
  return true;
}

bool find_labelled_arxiv(Scanner& scanner, Found& found) {
  if (accept_ignoring_case(scanner, ".org")) scanner.accept("/abs/");
  scanner.take_while([](char32_t c) { return text::is_space(c) || c == U':' || c == U'.'; });
  if (accept_ignoring_case(scanner, "preprint")) {
    skip_label_end(scanner);
    accept_ignoring_case(scanner, "arxiv");
    skip_label_end(scanner);
  }
  return find_arxiv(scanner, found);
}

bool find_labelled(Scanner& scanner, Found& found) {
  const std::uint32_t start = scanner.offset();
  bool read = false;
  if (accept_ignoring_case(scanner, "isbn")) {
    read = find_isbn(scanner, found);
  } else if (accept_ignoring_case(scanner, "issn")) {
    read = find_issn(scanner, found);
  } else if (accept_ignoring_case(scanner, "eissn")) {
    read = find_issn(scanner, found);
  } else if (accept_ignoring_case(scanner, "eisbn")) {
    read = find_isbn(scanner, found);
  } else if (accept_ignoring_case(scanner, "pmid") || accept_ignoring_case(scanner, "pubmed id")) {
    read = find_pmid(scanner, found);
  } else if (accept_ignoring_case(scanner, "pmcid")) {
    skip_label_end(scanner);
    const std::uint32_t value = scanner.offset();
    accept_ignoring_case(scanner, "pmc");
    read = find_pmcid(scanner, found, value);
  } else if (accept_ignoring_case(scanner, "pmc")) {
    read = find_pmcid(scanner, found, start);
  } else if (accept_ignoring_case(scanner, "arxiv")) {
    read = find_labelled_arxiv(scanner, found);
  }
  if (!read) scanner.seek(start);
  return read;
}

// A number that is all there is, as a field of a bibliography holds it.
std::optional<Identifier> bare_number(std::string_view text) {
  Scanner scanner(text);
  Found found;
  if (find_arxiv(scanner, found) && scanner.at_end()) return found.front().identifier;
  scanner.seek(0);
  std::string digits = accept_grouped_digits(scanner, 13);
  if (!scanner.at_end()) return std::nullopt;
  if (is_valid_isbn(digits)) return Identifier{IdentifierScheme::isbn, std::move(digits), true};
  if (is_valid_issn(digits) && text.size() == 9) {
    return Identifier{IdentifierScheme::issn, digits.insert(4, "-"), true};
  }
  return std::nullopt;
}

}  // namespace
}  // namespace citegraph
