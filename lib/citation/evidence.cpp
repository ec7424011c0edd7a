#include "citation/evidence.hpp"

#include <algorithm>
#include <iterator>

#include "citation/names.hpp"
#include "citation/words.hpp"
#include "text/fold.hpp"
#include "text/similarity.hpp"
#include "text/utf8.hpp"
#include "work/family_first.hpp"

namespace citegraph::citation {
namespace {

// Points. Only their order and the margin in linker.cpp matter; set by hand so that no single minor observation
// outweighs a name or a year.
constexpr int exact_name = 1000;
constexpr int acronym_name = 950;
constexpr int compound_name = 900;
constexpr int title_beginning = 960;
constexpr int title_words = 850;
constexpr int container_words = 800;
constexpr int printed_words = 780;
constexpr int swapped_name = 620;
constexpr int similar_name = 640;
constexpr int publisher_words = 560;
constexpr int co_author_name = 400;

constexpr std::size_t shortest_context_word = 4;

using Words = std::vector<std::string>;

bool same_word(std::string_view a, std::string_view b) { return a == b || stem(a) == stem(b); }

bool similar_word(std::string_view a, std::string_view b) {
  if (same_word(a, b)) return true;
  return a.size() >= 4 && b.size() >= 4 && a.front() == b.front() && text::edit_distance(a, b, 1) <= 1;
}

enum class WordFit : std::uint8_t { none, contained, similar_beginning, beginning, whole };

// How `words` stand in `title`: as its beginning (an article before it may be left out), or in their order within it.
WordFit fit_words(const Words& words, const Words& title) {
  if (words.empty() || title.empty()) return WordFit::none;
  for (std::size_t skip = 0; skip < 2 && skip < title.size(); ++skip) {
    if (skip == 1 && is_content_word(title.front())) break;
    if (words.size() > title.size() - skip) continue;
    bool same = true;
    bool similar = true;
    for (std::size_t i = 0; i < words.size() && similar; ++i) {
      same = same && words[i] == title[skip + i];
      similar = similar_word(words[i], title[skip + i]);
    }
    if (same) return words.size() == title.size() - skip ? WordFit::whole : WordFit::beginning;
    if (similar) return WordFit::similar_beginning;
  }
  std::size_t at = 0;
  std::size_t content = 0;
  for (const std::string& word : words) {
    if (!is_content_word(word)) continue;
    ++content;
    while (at < title.size() && !same_word(word, title[at])) ++at;
    if (at++ == title.size()) return WordFit::none;
  }
  return content > 0 ? WordFit::contained : WordFit::none;
}

std::size_t shared_letters(std::string_view a, std::string_view b) {
  std::size_t offset = 0;
  while (offset < a.size() && offset < b.size()) {
    const text::CodePoint c = text::decode_at(a, offset);
    if (text::decode_at(b, offset).value != c.value) break;
    offset += c.size;
  }
  return offset;
}

// The name in another case: a German genitive ("Müllers"), or Cyrillic endings ("Иванова", "Чайковского").
bool is_inflected(std::string_view cited, std::string_view listed) {
  if (cited.size() == listed.size() + 1 && listed.size() > 3 && cited.back() == 's' && cited.starts_with(listed))
    return true;
  const char32_t first = text::decode_at(cited, 0).value;
  if (first < U'\u0400' || first > U'\u04FF') return false;
  const std::size_t shared = shared_letters(cited, listed);
  return text::count_code_points(cited.substr(0, shared)) >= 4 && text::count_code_points(cited.substr(shared)) <= 3 &&
         text::count_code_points(listed.substr(shared)) <= 2;
}

// "鈴木" for "鈴木一郎"
bool is_beginning_of_caseless(std::string_view cited, const EntryName& listed) noexcept {
  return is_caseless(listed.full) && cited.size() >= 6 && listed.full.starts_with(cited);
}

void raise(Fit& fit, NameFit name, int points) {
  if (points <= fit.points) return;
  fit.points = points;
  fit.name = name;
}

// ---- who is named

void fit_first_name(const Query& query, const Entry& entry, Fit& fit) {
  if (query.names.empty()) return;
  for (const std::string& acronym : entry.acronyms)
    if (query.names.front().letters == acronym || query.phrase == acronym) raise(fit, NameFit::exact, acronym_name);
  if (entry.names.empty()) return;
  const QueryName& cited = query.names.front();
  const EntryName& first = entry.names.front();
  if (cited.letters == first.family || cited.letters == first.full || query.phrase == first.family) {
    raise(fit, NameFit::exact, exact_name);
  } else if (!first.acronym.empty() && cited.letters == first.acronym) {
    raise(fit, NameFit::exact, acronym_name);
  } else if (is_beginning_of_caseless(cited.letters, first)) {
    raise(fit, NameFit::exact, compound_name);
  } else if (query.in_sentence &&
             (is_inflected(cited.letters, first.family) || is_inflected(cited.letters, first.full))) {
    raise(fit, NameFit::exact, compound_name);
  } else if (first.organisation) {
    const WordFit words = fit_words(query.phrase_words, first.words);
    if (words >= WordFit::beginning) raise(fit, NameFit::exact, acronym_name);
    if (words == WordFit::contained && query.phrase_words.size() > 1) raise(fit, NameFit::form, compound_name);
    if (query.names.size() == 1 && cited.words.size() == 1 && abbreviates(cited.letters, first.words))
      raise(fit, NameFit::form, compound_name);
    if (similar_names(query.phrase, first.family)) raise(fit, NameFit::similar, similar_name);
  } else if (first.family.size() > 2 && cited.words.size() > 1 && cited.letters.ends_with(first.family)) {
    raise(fit, NameFit::exact, compound_name);  // "Gilberto Gil"
  } else if (cited.letters.size() > 3 &&
             (first.family.starts_with(cited.letters) || first.family.ends_with(cited.letters)) &&
             first.family.size() > cited.letters.size() + 2 && entry.head.size() > 1) {
    const bool word =
        std::find(entry.head.begin(),
                  entry.head.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(4, entry.head.size())),
                  cited.letters) != entry.head.end();
    if (word) raise(fit, NameFit::form, compound_name);  // "García" for "García Márquez"
  }
  if (!first.given.empty() && first.given.size() > 3 && cited.letters == first.given)
    raise(fit, NameFit::swapped, swapped_name);
  // "Lijiu" for "Wang L.": a Chinese given name in the place of the family name.
  if (first.given == first.initials && first.initials == cited.letters.substr(0, 1) &&
      names_given_first(cited.letters) && work::is_chinese_surname(first.family))
    raise(fit, NameFit::swapped, swapped_name);
  if (cited.words.size() > 1 && !first.given.empty() && similar_names(cited.letters, first.given + first.family))
    raise(fit, NameFit::similar, similar_name);
  if (similar_names(cited.letters, first.family) || similar_names(cited.letters, first.full))
    raise(fit, NameFit::similar,
          similar_name - 20 * static_cast<int>(text::edit_distance(cited.letters, first.full, 2)));
  for (std::size_t i = 1; i < entry.names.size(); ++i)
    if (cited.letters == entry.names[i].family || cited.letters == entry.names[i].full)
      raise(fit, NameFit::co_author, co_author_name);
}

// An entry that was read without an author still begins with one.
void fit_printed_beginning(const Query& query, const Entry& entry, Fit& fit) {
  const Words& cited = query.names.empty() ? query.phrase_words : query.names.front().words;
  const WordFit words = fit_words(cited, entry.head);
  if (words >= WordFit::beginning)
    raise(fit, NameFit::exact, entry.names.empty() || cited.size() > 2 ? title_beginning : compound_name);
  // "Joint Statement" within "China Russia Joint Statement", whatever that was read as.
  if (words == WordFit::contained && fit.name == NameFit::none && query.names.size() == 1 && !query.others &&
      cited.size() > 1)
    raise(fit, NameFit::form, printed_words);
  if (words == WordFit::similar_beginning && !query.names.empty() && query.names.front().letters.size() > 5)
    raise(fit, NameFit::similar, similar_name - 40);
}

void fit_title(const Query& query, const Entry& entry, Fit& fit) {
  if (query.phrase_words.empty()) return;
  // Words of a title name a work that has an author only where they are its very beginning.
  const bool authorless = entry.names.empty() || entry.edited;
  const WordFit words = fit_words(query.phrase_words, entry.title);
  if (words == WordFit::whole) raise(fit, NameFit::exact, authorless ? exact_name : container_words);
  if (words == WordFit::beginning && (authorless || query.phrase_words.size() > 2))
    raise(fit, NameFit::exact, authorless ? title_beginning : container_words);
  if (words == WordFit::similar_beginning && authorless && query.phrase_words.size() > 1)
    raise(fit, NameFit::similar, similar_name + 20);
  if (words == WordFit::contained && authorless && query.phrase_words.size() > 1)
    raise(fit, NameFit::form, title_words);
}

void fit_container(const Query& query, const Entry& entry, Fit& fit) {
  if (query.phrase_words.empty() || !(entry.names.empty() || entry.edited)) return;
  const WordFit container = fit_words(query.phrase_words, entry.container);
  if (container >= WordFit::beginning) raise(fit, NameFit::form, container_words);
  const WordFit publisher = fit_words(query.phrase_words, entry.publisher);
  if (publisher >= WordFit::beginning) raise(fit, NameFit::form, publisher_words);
}

void fit_further_names(const Query& query, const Entry& entry, Fit& fit) {
  if (entry.names.empty() || query.names.empty() || fit.name < NameFit::co_author) return;
  if (query.names.size() > 1 && query.phrase == entry.names.front().family)
    return;  // one organisation, read as several names
  const std::size_t cited = query.names.size();
  const std::size_t listed = entry.names.size();
  for (std::size_t i = 1; i < cited; ++i) {
    const QueryName& name = query.names[i];
    bool same = false;
    bool similar = false;
    for (const EntryName& author : entry.names) {
      same = same || name.letters == author.family || name.letters == author.full ||
             is_beginning_of_caseless(name.letters, author) ||
             (author.family.size() > 2 && name.words.size() > 1 && name.letters.ends_with(author.family));
      similar = similar || similar_names(name.letters, author.full);
    }
    if (!same && !similar && !name.words.empty())  // the printed text, where the authors were misread
      same = std::find(entry.head.begin(), entry.head.end(), name.words.back()) != entry.head.end();
    fit.points += same ? 60 : similar ? 20 : entry.others ? 0 : -150;
    if (!same && similar) fit.name_misspelt = true;
    if (!same && !similar && !entry.others) fit.names_contradict = true;
  }
  if (query.others) {
    const bool enough = listed > cited || entry.others;
    fit.points += enough ? (listed > 2 || entry.others ? 30 : -20) : -60;
    if (listed == 1 && !entry.others) fit.others_contradict = true;
  } else if (!entry.others) {
    fit.points += listed == cited ? 40 : listed > cited ? -40 : 0;
    if (listed > cited + 1 && cited > 1) fit.points -= 20;
  } else if (cited < 3) {
    fit.points -= 40;
  }
}

// A title beside the names, in full or shortened, settles which of their works is meant.
void fit_further_title(const Query& query, const Entry& entry, Fit& fit) {
  if (query.title.empty()) return;
  const std::size_t shown = std::min(query.title.size(), entry.title.size());
  const Words beginning(query.title.begin(), query.title.begin() + static_cast<std::ptrdiff_t>(shown));
  const WordFit words = fit_words(shown == 0 ? query.title : beginning, entry.title);
  if (words == WordFit::none) {
    fit.points -= 300;
    return;
  }
  fit.points += words == WordFit::contained ? 300 : 500;
  if (fit.name == NameFit::none && words != WordFit::contained && query.title.size() >= 3)
    raise(fit, NameFit::form, title_words);
}

void fit_initials(const Query& query, const Entry& entry, Fit& fit) {
  if (query.names.empty() || entry.names.empty()) return;
  const std::string& cited = query.names.front().initials;
  const std::string& listed = entry.names.front().initials;
  if (cited.empty() || listed.empty()) return;
  const std::size_t shared = std::min(cited.size(), listed.size());
  fit.points += cited.substr(0, shared) == listed.substr(0, shared) ? 60 : -120;
}

// ---- when

void fit_year(const Query& query, const Entry& entry, Fit& fit) {
  if (query.year == 0) {
    if (query.date_literal.empty() || entry.date_literal == query.date_literal ||
        (entry.years.empty() && entry.date_literal.empty())) {
      fit.year = YearFit::exact;
      fit.points += 1000;
    } else {
      fit.year = YearFit::unstated;  // "in press" then, with a year now
      fit.points += 500;
    }
    return;
  }
  if (entry.years.empty()) {
    fit.year = YearFit::unstated;
    fit.points += 400;
    return;
  }
  if (entry.has_year(query.year)) {
    fit.year = YearFit::exact;
    fit.points += entry.years.front() == query.year && entry.stated_year ? 1000 : 900;
    if (query.original_year != 0 && entry.has_year(query.original_year)) fit.points += 40;
  } else if (query.original_year != 0 && entry.has_year(query.original_year)) {
    fit.year = YearFit::exact;
    fit.points += 850;
  } else if (std::find(entry.printed_years.begin(), entry.printed_years.end(), query.year) !=
                 entry.printed_years.end() &&
             (fit.name == NameFit::exact || fit.name == NameFit::similar)) {
    fit.year = YearFit::exact;  // the date was misread
    fit.points += 700;
  } else {
    fit.year_distance = 10000;
    for (const int year : entry.years) fit.year_distance = std::min(fit.year_distance, std::abs(year - query.year));
    fit.points += fit.year_distance <= 1 ? 500 : fit.year_distance <= 3 ? 300 : 100;
  }
}

void fit_suffix(const Query& query, const Entry& entry, Fit& fit) {
  if (fit.year != YearFit::exact) return;
  if (query.suffix.empty()) {
    if (!entry.suffix.empty()) fit.points -= 50;  // "2022" beside "2022a" and "2022b" is the one without a letter
    return;
  }
  if (query.suffix == entry.suffix) {
    fit.points += 100;
  } else if (!entry.suffix.empty()) {
    fit.year = YearFit::off;
    fit.year_distance = 0;
    fit.points -= 500;
  }
}

// ---- where

void fit_pages(const Query& query, const Entry& entry, Fit& fit) {
  if (!query.pages || !entry.pages || entry.pages->article_number) return;
  fit.points += entry.pages->contains(*query.pages) ? 80 : -40;
}

using Evidence = void (*)(const Query&, const Entry&, Fit&);
// Names first: what follows adds to the best of them.
constexpr Evidence evidence[] = {
    fit_first_name,    fit_printed_beginning, fit_title, fit_container, fit_further_names,
    fit_further_title, fit_initials,          fit_year,  fit_suffix,    fit_pages,
};

// Given names after a comma count by their initials: "FREIRE, Paulo".
QueryName make_name(std::string_view printed) {
  QueryName name;
  const std::size_t comma = printed.find(", ");
  for (std::size_t start = 0; start < printed.size();) {
    std::size_t end = start;
    while (end < printed.size()) {
      const text::CodePoint c = text::decode_at(printed, end);
      if (!text::is_word(c.value) && c.value != U'\'' && c.value != U'\u2019') break;
      end += c.size;
    }
    if (end == start) {
      start += std::max(text::decode_at(printed, start).size, 1U);
      continue;
    }
    const std::string_view word = printed.substr(start, end - start);
    const std::string letters = text::fold_letters(word);
    if (is_initials(word))
      name.initials += letters;
    else if (start > comma && comma != std::string_view::npos)
      text::append(name.initials, text::decode_at(letters, 0).value);
    else
      name.letters += letters;
    start = end;
  }
  if (name.letters.empty()) name.letters.swap(name.initials);  // "WHO"
  name.words = folded_words(printed.substr(0, comma));
  return name;
}

}  // namespace

Query make_query(const Citation& citation) {
  Query query;
  query.others = citation.others;
  query.in_sentence = citation.form == CitationForm::narrative;
  std::string phrase;
  if (citation.names.empty())
    phrase = citation.title;
  else
    query.title = folded_words(citation.title);
  for (const std::string& printed : citation.names) {
    query.names.push_back(make_name(printed));
    phrase += ' ';
    phrase += printed;
  }
  query.phrase = text::fold_letters(phrase);
  query.phrase_words = folded_words(phrase);
  query.year = citation.date.year();
  query.original_year = citation.date.original ? citation.date.original->year : 0;
  query.suffix = citation.date.suffix;
  query.date_literal = citation.date.literal;
  if (!citation.targets.empty() && citation.targets.front().locator_label == "page")
    query.pages = parse_pages(citation.targets.front().locator);
  return query;
}

Fit fit(const Query& query, const Entry& entry) {
  Fit result;
  for (const Evidence row : evidence) row(query, entry, result);
  return result;
}

std::vector<std::string> context_words(const Citation& citation, std::string_view text) {
  std::vector<std::string> context;
  const std::string_view sentence = slice(text, citation.sentence);
  const std::size_t before = std::min<std::size_t>(
      sentence.size(), citation.span.start - std::min(citation.span.start, citation.sentence.start));
  std::string around(sentence.substr(0, before));
  around += ' ';
  around += citation.section;
  for (const std::string& word : folded_words(around))
    if (word.size() >= shortest_context_word && is_content_word(word)) context.emplace_back(stem(word));
  std::sort(context.begin(), context.end());
  return context;
}

int shared_words(const std::vector<std::string>& context, const Entry& entry) {
  std::vector<std::string_view> counted;
  for (const std::string& word : entry.title) {
    const std::string_view root = stem(word);
    if (word.size() < shortest_context_word || !is_content_word(word)) continue;
    if (std::find(counted.begin(), counted.end(), root) != counted.end()) continue;
    if (std::binary_search(context.begin(), context.end(), root)) counted.push_back(root);
  }
  return static_cast<int>(counted.size());
}

bool names_given_first(std::string_view letters) {
  return letters.size() >= 4 && work::is_pinyin(letters) && !work::is_chinese_surname(letters);
}

bool similar_names(std::string_view a, std::string_view b) {
  const std::size_t shorter = std::min(text::count_code_points(a), text::count_code_points(b));
  if (shorter < 5) return false;
  const std::size_t allowed = shorter < 9 ? 1 : 2;
  return a != b && text::edit_distance(a, b, allowed) <= allowed;
}

}  // namespace citegraph::citation
