#include "reference/rules/names.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace citegraph::reference::rules {

namespace {

// Names without initials that may stand before the "and" that proves a list.
constexpr std::uint32_t most_unproven = 30;

struct NameFound {
  std::uint32_t end = 0;  // 0: no name
  bool strong = false;
};

// "White Paper", "Joint Statement": kinds of documents are no names.
bool is_document_word(const Draft& draft, std::uint32_t i) {
  return (draft.is(i, WordClass::document) && draft.word(i) != "bill" && draft.word(i) != "law") ||
         draft.is(i, WordClass::report) || draft.is(i, WordClass::conference);
}

// "The", "On"; not the initial "A.".
bool is_function_word(const Draft& draft, std::uint32_t i) {
  return draft.is(i, WordClass::function) && !draft.is(i, WordClass::particle) &&
         !(draft.is_initial(i) && draft.is(i + 1, U'.'));
}

bool is_apostrophe(const Draft& draft, std::uint32_t i) {
  return draft.is(i, U'\'') || draft.is(i, U'’') || draft.is(i, U'‘') || draft.is(i, U'`');
}

bool is_name_word(const Draft& draft, std::uint32_t i) { return draft.open(i) && draft.is_capitalised(i); }

// "J.", "J.-P.", "M. T. G.", "SI": at least one initial; the end, or `i` where there is none.
std::uint32_t skip_initials(const Draft& draft, std::uint32_t i, std::uint32_t limit) {
  std::uint32_t end = i;
  bool stopped = false;
  while (end < limit) {
    std::uint32_t at = end;
    if (at > i && draft.is_dash(at) && !draft.space_before(at + 1)) ++at;
    const bool stop = draft.is(at + 1, U'.');
    // "Yu." and other short given names that are cut off
    const bool cut_off = at > i && stop && is_name_word(draft, at) && draft.printed(at).size() <= 3;
    if (!draft.open(at) || !(draft.is_initial(at) || cut_off)) break;
    // "S. O gelo": after initials with full stops, one without begins the title.
    if (stopped && !stop && draft.is_word(at + 1) && !draft.is_capitalised(at + 1)) break;
    stopped = stop;
    end = stop ? at + 2 : at + 1;
    // "de", "da" after initials: "Costa D da S"
    if (draft.is(end, WordClass::particle) && !draft.is_capitalised(end) && draft.is_initial(end + 1)) ++end;
  }
  return std::min(end, limit);
}

// A family name of up to four words: "van der Berg", "Cavalli-Sforza", "O'Brien", "Silva Santos".
std::uint32_t skip_family(const Draft& draft, std::uint32_t i, std::uint32_t limit, std::uint32_t most_words) {
  std::uint32_t end = i;
  while (end < limit && draft.open(end) && draft.is(end, WordClass::particle) && !draft.is_initial(end) &&
         end - i < 3) {
    ++end;
    if (end < limit && is_apostrophe(draft, end)) ++end;
  }
  std::uint32_t words = 0;
  while (end < limit && words < most_words) {
    if (words > 0 && draft.is_initial(end)) break;
    std::uint32_t at = end;
    // "de la" between two family names
    if (words > 0 && draft.is(at, WordClass::particle) && !draft.is_capitalised(at) && is_name_word(draft, at + 1))
      ++at;
    if (!is_name_word(draft, at) || (draft.is(at, WordClass::function) && !draft.is(at, WordClass::particle))) break;
    end = at + 1;
    while (end + 1 < limit &&
           ((draft.is_dash(end) && !draft.space_before(end)) ||
            (is_apostrophe(draft, end) && !draft.space_before(end) && !draft.space_before(end + 1))) &&
           (draft.is_word(end + 1)))
      end += 2;
    ++words;
  }
  return words > 0 ? std::min(end, limit) : i;
}

std::uint32_t skip_suffix(const Draft& draft, std::uint32_t i, std::uint32_t limit) {
  std::uint32_t at = i;
  if (draft.is(at, U',')) ++at;
  if (at >= limit || !draft.is(at, WordClass::suffix) || !draft.is_capitalised(at)) return i;
  return draft.is(at + 1, U'.') ? at + 2 : at + 1;
}

// "Samuel S. Kim": the initial before `i` stands in the middle of a name, since one more word ends it.
bool is_middle_initial(const Draft& draft, std::uint32_t i, std::uint32_t limit) {
  if (i < 2 || !draft.is(i - 1, U'.') || text::count_code_points(draft.printed(i - 2)) > 1 || i >= limit ||
      !is_name_word(draft, i))
    return false;
  if (draft.is(i, WordClass::function) && !draft.is(i, WordClass::particle)) return false;
  const std::uint32_t next = skip_family(draft, i, limit, 1);
  return next > i && (next >= draft.size() || draft.is_punctuation(next) || draft.is(next, WordClass::conjunction) ||
                      draft.is_year(next) || !draft.open(next));
}

// "Smith, J. A.", "Smith JA", "Smith J. A.", "van der Berg, A."
NameFound family_first(const Draft& draft, std::uint32_t i, std::uint32_t limit) {
  for (std::uint32_t words = 1; words <= 3; ++words) {
    const std::uint32_t family = skip_family(draft, i, limit, words);
    if (family == i || (draft.is_initial(family - 1) && draft.printed(family - 1).size() < 2)) continue;
    std::uint32_t at = skip_suffix(draft, family, limit);
    const bool comma = draft.is(at, U',');
    if (comma) ++at;
    const std::uint32_t initials = skip_initials(draft, at, limit);
    if (initials == at) continue;
    if (!comma && is_middle_initial(draft, initials, limit)) continue;
    // "Smith, J. Robert": given names after an initial
    std::uint32_t end = initials;
    if (comma && draft.is(initials - 1, U'.') && is_name_word(draft, initials) && draft.is(initials + 1, U'.') &&
        !draft.is_initial(initials) && !draft.is(initials, WordClass::function))
      end = initials + 1;
    end = skip_suffix(draft, end, limit);
    return {end, true};
  }
  return {};
}

// "J. A. Smith", "J.-P. van der Berg"
NameFound initials_first(const Draft& draft, std::uint32_t i, std::uint32_t limit) {
  const std::uint32_t initials = skip_initials(draft, i, limit);
  if (initials == i) return {};
  std::uint32_t family = skip_family(draft, initials, limit, 2);
  if (family == initials) return {};
  // Two capitalised words after the initials are a double name only before a separator.
  const auto ends_name = [&](std::uint32_t at) {
    return at >= limit || draft.is_punctuation(at) || draft.is(at, WordClass::conjunction) || draft.is_year(at) ||
           draft.word(at) == "al";
  };
  if (!ends_name(family)) {
    const std::uint32_t one = skip_family(draft, initials, limit, 1);
    if (one == initials || !(ends_name(one))) return {};
    family = one;
  }
  return {skip_suffix(draft, family, limit), draft.is(initials - 1, U'.') || initials - i > 1};
}

// "Hawthorne, Nathaniel", "Witten, Ian H.", "Montaigne, Michel de"
NameFound inverted(const Draft& draft, std::uint32_t i, std::uint32_t limit) {
  const std::uint32_t family = skip_family(draft, i, limit, 3);
  if (family == i || !draft.is(family, U',')) return {};
  std::uint32_t at = family + 1;
  if (!is_name_word(draft, at) || draft.is(at, WordClass::function)) return {};
  std::uint32_t end = at;
  std::uint32_t words = 0;
  while (end < limit && words < 4 && is_name_word(draft, end) && !draft.is(end, WordClass::function)) {
    if (is_document_word(draft, end)) return {};
    const bool initial = draft.is_initial(end);
    ++end;
    while (end + 1 < limit && draft.is_dash(end) && !draft.space_before(end) && draft.is_word(end + 1)) end += 2;
    if (initial && draft.is(end, U'.')) ++end;
    ++words;
  }
  while (end < limit && draft.is(end, WordClass::particle) && !draft.is_capitalised(end) && draft.open(end)) ++end;
  return {skip_suffix(draft, end, limit), false};
}

// "Jared Wunsch", "Philip A. Bernstein", "Eric de Bellaigue"
NameFound given_first(const Draft& draft, std::uint32_t i, std::uint32_t limit) {
  if (!is_name_word(draft, i) || draft.is(i, WordClass::function)) return {};
  std::uint32_t end = i;
  std::uint32_t words = 0;
  while (end < limit && words < 5) {
    std::uint32_t at = end;
    while (at > i && at < limit && at - end < 3 && draft.open(at) && draft.is(at, WordClass::particle) &&
           !draft.is_capitalised(at))
      ++at;
    if (!is_name_word(draft, at) || is_function_word(draft, at) || draft.is(at, WordClass::institution)) break;
    if (is_document_word(draft, at)) return {};
    const bool initial = draft.is_initial(at);
    end = at + 1;
    while (end + 1 < limit &&
           ((draft.is_dash(end) && !draft.space_before(end)) ||
            (is_apostrophe(draft, end) && !draft.space_before(end) && !draft.space_before(end + 1))) &&
           draft.is_word(end + 1))
      end += 2;
    if (initial && draft.is(end, U'.') && is_name_word(draft, end + 1)) ++end;
    ++words;
  }
  if (words < 2 || words > 4) return {};
  return {skip_suffix(draft, end, limit), false};
}

NameFound match_name(const Draft& draft, std::uint32_t i, std::uint32_t limit, bool first) {
  if (NameFound name = family_first(draft, i, limit); name.end) return name;
  if (NameFound name = initials_first(draft, i, limit); name.end) return name;
  const NameFound straight = given_first(draft, i, limit);
  if (first) {
    // "David Archard, Sexual Consent": two words before the comma are a whole name already.
    const NameFound name = inverted(draft, i, limit);
    if (name.end && !(straight.end && draft.is(straight.end, U','))) return name;
  }
  return straight;
}

// "et al.", "and others", "u. a."
std::uint32_t skip_others(const Draft& draft, std::uint32_t i, std::uint32_t limit) {
  std::uint32_t at = i;
  if (draft.is(at, U',') || draft.is(at, U';')) ++at;
  const bool others =
      (draft.word(at) == "et" && (draft.word(at + 1) == "al" || draft.word(at + 1) == "alii")) ||
      (draft.is(at, WordClass::conjunction) && (draft.word(at + 1) == "others" || draft.word(at + 1) == "colleagues" ||
                                                draft.word(at + 1) == "outros" || draft.word(at + 1) == "otros"));
  const bool one = draft.word(at) == "etal" || (draft.word(at) == "etc" && draft.is(at + 1, U'.'));
  if (!others && !one) return i;
  at += others ? 2 : 1;
  if (draft.is(at, U'.')) ++at;
  return std::min(at, limit);
}

struct Separator {
  std::uint32_t end = 0;
  bool conjunction = false;
};

Separator skip_separator(const Draft& draft, std::uint32_t i, std::uint32_t limit) {
  std::uint32_t at = i;
  if (draft.is(at, U',') || draft.is(at, U';') || draft.is(at, U'/') || draft.is(at, U'·')) ++at;
  if (draft.is(at, U'…')) ++at;
  bool conjunction = false;
  if (at < limit && draft.open(at) &&
      (draft.is(at, WordClass::conjunction) && !draft.is_initial(at) && draft.word(at) != "with")) {
    ++at;
    conjunction = true;
  }
  if (draft.is(at, U'.') && at > i && draft.is(at + 1, U'.')) at = std::min(at + 3, limit);  // "... "
  return {at, conjunction};
}

// What may follow a list of names without initials.
bool ends_list(const Draft& draft, std::uint32_t i) {
  if (i >= draft.size() || draft.is(i - 1, U'.')) return true;  // after the full stop of an initial
  if (draft.is(i, U'(') || draft.is(i, U'['))
    return draft.is_year(i + 1) || draft.is(i + 1, WordClass::editor) || draft.is(i + 1, WordClass::undated) ||
           draft.word(i + 1) == "n";
  if (draft.is(i, U'.') || draft.is(i, U':') || draft.is(i, U',') || draft.is(i, U';')) return true;
  return draft.is_year(i) || !draft.open(i);
}

}  // namespace

NamesFound match_names(const Draft& draft, std::uint32_t i, std::uint32_t limit) {
  NamesFound found;
  limit = std::min(limit, draft.size());
  NameFound name = match_name(draft, i, limit, true);
  if (!name.end) return found;
  if (!name.strong && !ends_list(draft, name.end) && !draft.is(name.end, WordClass::conjunction) &&
      skip_others(draft, name.end, limit) == name.end)
    return found;
  found = {name.end, 1, name.strong};
  bool all_strong = name.strong;
  std::uint32_t at = name.end;
  std::uint32_t names = 1;
  // Names without initials are kept only when a conjunction or a date after them proves the list.
  while (at < limit) {
    if (const std::uint32_t others = skip_others(draft, at, limit); others != at) return {others, names, true};
    const Separator separator = skip_separator(draft, at, limit);
    if (separator.end == at) {
      // "Carson, D. Guastella, AJ.": a list without separators goes on only with a name of the same kind
      break;
    }
    name = match_name(draft, separator.end, limit, false);
    if (!name.end) name = inverted(draft, separator.end, limit);
    if (!name.end) break;
    if (!name.strong && !(separator.conjunction || draft.is(separator.end - 1, U';')) && all_strong && names >= 1 &&
        !draft.is_punctuation(name.end))
      break;
    ++names;
    at = name.end;
    all_strong = all_strong && name.strong;
    const bool proven = name.strong ||
                        ((separator.conjunction || draft.is(separator.end - 1, U';')) && ends_list(draft, at)) ||
                        (draft.is(at, U'(') && draft.is_year(at + 1)) || draft.is_year(at);
    if (proven) found = {at, names, found.strong || name.strong};
    if (names > found.names + most_unproven) break;
  }
  return found;
}

}  // namespace citegraph::reference::rules
