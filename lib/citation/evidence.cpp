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
constexpr int co_author_name = 250;  // less than an author of another year, up to three years away
constexpr int initial_name = 250;
constexpr int reordered_names = 500;  // all the authors, but another one first

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

// What names the work best replaces what named it less well; `what` is said in an explanation.
void raise(Fit& fit, NameFit name, int points, std::string_view what, EvidenceKind kind = EvidenceKind::name) {
  if (points <= fit.points) return;
  fit.points = points;
  fit.name = name;
  if (fit.trace) fit.trace->assign(1, Evidence{kind, points, std::string(what)});
}

void count(Fit& fit, EvidenceKind kind, int points, std::string_view what) {
  fit.points += points;
  if (fit.trace) fit.trace->push_back({kind, points, std::string(what)});
}

// ---- who is named

void fit_organisation(const Query& query, const EntryName& first, Fit& fit) {
  const QueryName& cited = query.names.front();
  const WordFit words = fit_words(query.phrase_words, first.words);
  if (words >= WordFit::beginning) raise(fit, NameFit::exact, acronym_name, "the beginning of the organisation's name");
  if (words == WordFit::contained && query.phrase_words.size() > 1)
    raise(fit, NameFit::form, compound_name, "words of the organisation's name");
  if (query.names.size() == 1 && cited.words.size() == 1 && abbreviates(cited.letters, first.words))
    raise(fit, NameFit::form, compound_name, "short for the organisation's name");
  if (similar_names(query.phrase, first.family))
    raise(fit, NameFit::similar, similar_name, "the organisation, spelt nearly so");
}

void fit_first_name(const Query& query, const Entry& entry, Fit& fit) {
  if (query.names.empty()) return;
  for (const std::string& acronym : entry.acronyms)
    if (query.names.front().letters == acronym || query.phrase == acronym)
      raise(fit, NameFit::exact, acronym_name, "a short name printed with the entry");
  if (entry.names.empty()) return;
  const QueryName& cited = query.names.front();
  const EntryName& first = entry.names.front();
  if (cited.letters == first.family || cited.letters == first.full || query.phrase == first.family) {
    raise(fit, NameFit::exact, exact_name, "the first author");
  } else if (!first.acronym.empty() && cited.letters == first.acronym) {
    raise(fit, NameFit::exact, acronym_name, "initials of the organisation");
  } else if (is_beginning_of_caseless(cited.letters, first)) {
    raise(fit, NameFit::exact, compound_name, "the first author's family name");
  } else if (query.in_sentence &&
             (is_inflected(cited.letters, first.family) || is_inflected(cited.letters, first.full))) {
    raise(fit, NameFit::exact, compound_name, "the first author, in the case of the sentence");
  } else if (first.organisation) {
    fit_organisation(query, first, fit);
  } else if (first.family.size() > 2 && cited.words.size() > 1 && cited.letters.ends_with(first.family)) {
    raise(fit, NameFit::exact, compound_name, "the first author, with a given name");  // "Gilberto Gil"
  } else if (cited.letters.size() > 3 &&
             (first.family.starts_with(cited.letters) || first.family.ends_with(cited.letters)) &&
             first.family.size() > cited.letters.size() + 2 && entry.head.size() > 1) {
    const bool word =
        std::find(entry.head.begin(),
                  entry.head.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(4, entry.head.size())),
                  cited.letters) != entry.head.end();
    if (word)
      raise(fit, NameFit::form, compound_name, "part of the first author's name");  // "García" for "García Márquez"
  }
  if (!first.given.empty() && first.given.size() > 3 && cited.letters == first.given)
    raise(fit, NameFit::swapped, swapped_name, "the given name of the first author");
  // "Lijiu" for "Wang L.": a Chinese given name in the place of the family name.
  if (first.given == first.initials && first.initials == cited.letters.substr(0, 1) &&
      names_given_first(cited.letters) && work::is_chinese_surname(first.family))
    raise(fit, NameFit::swapped, initial_name, "a given name with the first author's initial");
  if (cited.words.size() > 1 && !first.given.empty() && similar_names(cited.letters, first.given + first.family))
    raise(fit, NameFit::similar, similar_name, "the first author's whole name, spelt nearly so");
  if (similar_names(cited.letters, first.family) || similar_names(cited.letters, first.full))
    raise(fit, NameFit::similar,
          similar_name - 20 * static_cast<int>(text::edit_distance(cited.letters, first.full, 2)),
          "the first author, spelt nearly so");
  // "In Korngold", "Gilberto Gli": a word before the misspelt name.
  if (!first.organisation && cited.words.size() > 1 && similar_names(cited.words.back(), first.family))
    raise(fit, NameFit::similar, similar_name - 40, "the first author, spelt nearly so");
  for (std::size_t i = 1; i < entry.names.size(); ++i)
    if (cited.letters == entry.names[i].family || cited.letters == entry.names[i].full)
      raise(fit, NameFit::co_author, co_author_name, "another author of the entry");
}

// An entry that was read without an author still begins with one.
void fit_printed_beginning(const Query& query, const Entry& entry, Fit& fit) {
  const Words& cited = query.names.empty() ? query.phrase_words : query.names.front().words;
  const WordFit words = fit_words(cited, entry.head);
  if (words >= WordFit::beginning)
    raise(fit, NameFit::exact, entry.names.empty() || cited.size() > 2 ? title_beginning : compound_name,
          "the entry begins so");
  // "Joint Statement" within "China Russia Joint Statement", whatever that was read as.
  if (words == WordFit::contained && fit.name == NameFit::none && query.names.size() == 1 && !query.others &&
      cited.size() > 1)
    raise(fit, NameFit::form, printed_words, "words of the entry's beginning");
  if (words == WordFit::similar_beginning && !query.names.empty() && query.names.front().letters.size() > 5)
    raise(fit, NameFit::similar, similar_name - 40, "the entry begins nearly so");
}

void fit_title(const Query& query, const Entry& entry, Fit& fit) {
  if (query.phrase_words.empty()) return;
  // Words of a title name a work that has an author only where they are its very beginning.
  const bool authorless = entry.names.empty() || entry.edited;
  const WordFit words = fit_words(query.phrase_words, entry.title);
  if (words == WordFit::whole)
    raise(fit, NameFit::exact, authorless ? exact_name : container_words, "the title", EvidenceKind::title);
  if (words == WordFit::beginning && (authorless || query.phrase_words.size() > 2))
    raise(fit, NameFit::exact, authorless ? title_beginning : container_words, "the beginning of the title",
          EvidenceKind::title);
  if (words == WordFit::similar_beginning && authorless && query.phrase_words.size() > 1)
    raise(fit, NameFit::similar, similar_name + 20, "the beginning of the title, spelt nearly so", EvidenceKind::title);
  if (words == WordFit::contained && authorless && query.phrase_words.size() > 1)
    raise(fit, NameFit::form, title_words, "words of the title", EvidenceKind::title);
}

void fit_container(const Query& query, const Entry& entry, Fit& fit) {
  if (query.phrase_words.empty() || !(entry.names.empty() || entry.edited)) return;
  const WordFit container = fit_words(query.phrase_words, entry.container);
  if (container >= WordFit::beginning)
    raise(fit, NameFit::form, container_words, "where it was published", EvidenceKind::container);
  const WordFit publisher = fit_words(query.phrase_words, entry.publisher);
  if (publisher >= WordFit::beginning)
    raise(fit, NameFit::form, publisher_words, "the publisher", EvidenceKind::container);
}

void fit_further_names(const Query& query, const Entry& entry, Fit& fit) {
  if (entry.names.empty() || query.names.empty() || fit.name < NameFit::co_author) return;
  if (query.names.size() > 1 && query.phrase == entry.names.front().family)
    return;  // one organisation, read as several names
  const std::size_t cited = query.names.size();
  const std::size_t listed = entry.names.size();
  std::size_t authors_named = 0;
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
    if (same)
      count(fit, EvidenceKind::further_names, 60, "a further name is an author");
    else if (similar)
      count(fit, EvidenceKind::further_names, 20, "a further name is an author, spelt nearly so");
    else if (!entry.others)
      count(fit, EvidenceKind::further_names, -150, "a further name is no author");
    authors_named += same;
    if (!same && similar) fit.name_misspelt = true;
    if (!same && !similar && !entry.others) fit.names_contradict = true;
  }
  // "Koenker and Basset" for "Basset and Koenker": the same authors, the wrong way round.
  if (fit.name == NameFit::co_author && cited == listed && authors_named + 1 == cited && !query.others &&
      !entry.others) {
    fit.name = NameFit::form;
    count(fit, EvidenceKind::further_names, reordered_names, "all authors, in another order");
  }
  if (query.others) {
    const bool enough = listed > cited || entry.others;
    if (!enough)
      count(fit, EvidenceKind::further_names, -60, "\"et al.\", but no further author");
    else if (listed > 2 || entry.others)
      count(fit, EvidenceKind::further_names, 30, "\"et al.\", and further authors");
    else
      count(fit, EvidenceKind::further_names, -20, "\"et al.\", but only one further author");
    if (listed == 1 && !entry.others) fit.others_contradict = true;
  } else if (!entry.others) {
    if (listed == cited) count(fit, EvidenceKind::further_names, 40, "as many authors");
    if (listed > cited)
      count(fit, EvidenceKind::further_names, listed > cited + 1 && cited > 1 ? -60 : -40, "more authors than cited");
  } else if (cited < 3) {
    count(fit, EvidenceKind::further_names, -40, "the entry has further authors");
  }
}

// A title beside the names, in full or shortened, settles which of their works is meant.
void fit_further_title(const Query& query, const Entry& entry, Fit& fit) {
  if (query.title.empty()) return;
  const std::size_t shown = std::min(query.title.size(), entry.title.size());
  const Words beginning(query.title.begin(), query.title.begin() + static_cast<std::ptrdiff_t>(shown));
  const WordFit words = fit_words(shown == 0 ? query.title : beginning, entry.title);
  if (words == WordFit::none) {
    count(fit, EvidenceKind::title, -300, "another title");
    return;
  }
  if (words == WordFit::contained)
    count(fit, EvidenceKind::title, 300, "words of the title");
  else
    count(fit, EvidenceKind::title, 500, "the title");
  if (fit.name == NameFit::none && words != WordFit::contained && query.title.size() >= 3)
    raise(fit, NameFit::form, title_words, "the title", EvidenceKind::title);
}

void fit_initials(const Query& query, const Entry& entry, Fit& fit) {
  if (query.names.empty() || entry.names.empty()) return;
  const std::string& cited = query.names.front().initials;
  const std::string& listed = entry.names.front().initials;
  if (cited.empty() || listed.empty()) return;
  const std::size_t shared = std::min(cited.size(), listed.size());
  if (cited.substr(0, shared) == listed.substr(0, shared))
    count(fit, EvidenceKind::initials, 60, "the same initials");
  else
    count(fit, EvidenceKind::initials, -120, "other initials");
}

// ---- when

void fit_year(const Query& query, const Entry& entry, Fit& fit) {
  const auto exact = [&](int points, std::string_view what) {
    fit.year = YearFit::exact;
    count(fit, EvidenceKind::year, points, what);
  };
  const auto unstated = [&](int points, std::string_view what) {
    fit.year = YearFit::unstated;
    count(fit, EvidenceKind::year, points, what);
  };
  if (query.year == 0) {
    if (query.date_literal.empty()) return exact(1000, "none is cited");
    if (entry.date_literal == query.date_literal) return exact(1000, "the same words for the date");
    if (entry.years.empty() && entry.date_literal.empty()) return exact(1000, "the entry has no year");
    return unstated(500, "the entry has a year by now");  // "in press" then
  }
  if (entry.years.empty()) return unstated(400, "the entry has no year");
  if (entry.has_year(query.year)) {
    if (entry.years.front() == query.year && entry.stated_year)
      exact(1000, "the year");
    else
      exact(900, "a year of the entry");
    if (query.original_year != 0 && entry.has_year(query.original_year))
      count(fit, EvidenceKind::year, 40, "the year of the first edition");
  } else if (query.original_year != 0 && entry.has_year(query.original_year)) {
    exact(850, "the year of the first edition");
  } else if (std::find(entry.printed_years.begin(), entry.printed_years.end(), query.year) !=
                 entry.printed_years.end() &&
             (fit.name == NameFit::exact || fit.name == NameFit::similar)) {
    exact(700, "printed in the entry");  // the date was misread
  } else {
    fit.year_distance = 10000;
    for (const int year : entry.years) fit.year_distance = std::min(fit.year_distance, std::abs(year - query.year));
    const int points = fit.year_distance <= 1 ? 500 : fit.year_distance <= 3 ? 300 : 100;
    count(fit, EvidenceKind::year, points,
          fit.trace ? std::to_string(fit.year_distance) + (fit.year_distance == 1 ? " year away" : " years away")
                    : std::string{});
  }
}

void fit_suffix(const Query& query, const Entry& entry, Fit& fit) {
  if (fit.year != YearFit::exact) return;
  if (query.suffix.empty()) {
    // "2022" beside "2022a" and "2022b" is the one without a letter
    if (!entry.suffix.empty()) count(fit, EvidenceKind::suffix, -50, "the entry has a letter");
    return;
  }
  if (query.suffix == entry.suffix) {
    count(fit, EvidenceKind::suffix, 100, "the same letter");
  } else if (!entry.suffix.empty()) {
    fit.year = YearFit::off;
    fit.year_distance = 0;
    count(fit, EvidenceKind::suffix, -500, "another letter");
  }
}

// ---- where

void fit_pages(const Query& query, const Entry& entry, Fit& fit) {
  if (!query.pages || !entry.pages || entry.pages->article_number) return;
  if (entry.pages->contains(*query.pages))
    count(fit, EvidenceKind::pages, 80, "the page cited is among those of the entry");
  else
    count(fit, EvidenceKind::pages, -40, "the page cited is not among those of the entry");
}

using Observation = void (*)(const Query&, const Entry&, Fit&);
// Names first: what follows adds to the best of them.
constexpr Observation observations[] = {
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

Fit fit(const Query& query, const Entry& entry, std::vector<Evidence>* trace) {
  Fit result;
  result.trace = trace;
  for (const Observation observe : observations) observe(query, entry, result);
  result.trace = nullptr;
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
