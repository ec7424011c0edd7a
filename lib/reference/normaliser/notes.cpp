#include <array>

#include "reference/normaliser/draft.hpp"
#include "reference/normaliser/values.hpp"
#include "text/fold.hpp"

namespace citegraph::reference::normaliser {

namespace {

// What says where to look, not what: nothing is lost without it.
constexpr std::array<std::string_view, 16> idle = {"available at",
                                                   "available from",
                                                   "available online at",
                                                   "available via www from",
                                                   "retrieved from",
                                                   "disponivel em",
                                                   "disponible en",
                                                   "verfugbar unter",
                                                   "url",
                                                   "online",
                                                   "accessed",
                                                   "in",
                                                   "doi",
                                                   "available",
                                                   "and",
                                                   "at"};

bool is_idle(std::string_view value) {
  const std::string words = text::fold_words(value);
  for (const std::string_view known : idle)
    if (words == known) return true;
  return words.empty();
}

}  // namespace

void add_note(WorkDraft& draft, const Field& field) {
  const std::string value = clean_value(field.value());
  if (!is_idle(value)) draft.add(Variable::note, value, Second::lists);
}

}  // namespace citegraph::reference::normaliser
