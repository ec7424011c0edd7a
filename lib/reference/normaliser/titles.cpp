#include <array>
#include <utility>

#include "reference/lexicon.hpp"
#include "reference/normaliser/draft.hpp"
#include "reference/normaliser/values.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace citegraph::reference::normaliser {

namespace {

// What styles put behind a title in square brackets, by the words it holds.
constexpr std::array<std::string_view, 24> descriptions = {
    "software",       "program",   "data set",     "dataset", "film",        "video",
    "motion picture", "thesis",    "dissertation", "tese",    "dissertacao", "mobile app",
    "patent",         "podcast",   "tweet",        "blog",    "preprint",    "manuscript",
    "letter to",      "interview", "abstract",     "poster",  "map",         "speech"};

bool is_description(std::string_view bracketed) {
  const std::string words = text::fold_words(bracketed);
  if (words.size() > 60) return false;
  for (const std::string_view known : descriptions)
    if (words.find(known) != std::string::npos) return true;
  return false;
}

// "Ice maps [Computer software]": the description is no part of the title.
void split_description(std::string& title, WorkDraft& draft) {
  if (!title.ends_with(']')) return;
  const std::size_t open = title.rfind('[');
  if (open == std::string::npos || open < 2) return;
  const std::string inside = title.substr(open + 1, title.size() - open - 2);
  if (!is_description(inside)) return;
  draft.add(Variable::genre, clean_value(inside), Second::is_other);
  title = clean_value(std::string_view(title).substr(0, open));
}

// "In Waters of the North": the word before a container that the labeller took for a part of it.
std::string_view without_in(std::string_view title) {
  for (const std::string_view word : {"In: ", "in: ", "In ", "Em: ", "Dans: ", "In:"})
    if (title.starts_with(word) && (word.size() > 3 || title.size() > 40)) {
      if (word == "In ") return title;  // "In Search of Ice"
      return text::trim(title.substr(word.size()));
    }
  return title;
}

bool is_preprint_word(std::string_view value) {
  const std::string folded = text::fold_words(value);
  return folded == "preprint" || folded == "arxiv" || folded == "arxiv preprint" || folded == "arxiv e prints" ||
         folded == "corr" || folded == "biorxiv" || folded == "medrxiv" || folded == "ssrn" || folded == "psyarxiv";
}

}  // namespace

void add_title(WorkDraft& draft, const Field& field) {
  std::string title = clean_title(field.text, field.span);
  split_description(title, draft);
  // Two pieces of a title are one only where nothing but punctuation parts them.
  draft.add(Variable::title, title, Second::follows);
}

void add_container(WorkDraft& draft, const Field& field) {
  const std::string value = clean_abbreviation(field.text, field.span);
  if (text::fold_words(value) == "preprint") return draft.add(Variable::genre, "preprint", Second::is_other);
  if (is_preprint_word(value)) draft.add(Variable::genre, "preprint", Second::is_other);
  draft.add(Variable::container_title, std::string(without_in(value)), Second::is_other);
}

void add_series(WorkDraft& draft, const Field& field) {
  draft.add(Variable::collection_title, clean_abbreviation(field.text, field.span), Second::is_other);
}

void add_event(WorkDraft& draft, const Field& field) {
  draft.add(Variable::event_title, clean_value(field.value()), Second::follows);
}

}  // namespace citegraph::reference::normaliser
