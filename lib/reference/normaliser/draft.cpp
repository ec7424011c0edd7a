#include "reference/normaliser/draft.hpp"

#include <algorithm>

namespace citegraph::reference::normaliser {

namespace {

template <class Key, class Value>
Value& piece(std::vector<std::pair<Key, Value>>& pieces, Key key) {
  for (auto& [known, value] : pieces)
    if (known == key) return value;
  return pieces.emplace_back(key, Value{}).second;
}

}  // namespace

std::string_view WorkDraft::get(Variable variable) const {
  for (const auto& [known, value] : texts)
    if (known == variable) return value;
  return {};
}

void WorkDraft::add(Variable variable, const std::string& value, Second second) {
  if (value.empty()) return;
  std::string& known = piece(texts, variable);
  if (known.empty()) {
    known = value;
    return;
  }
  if (known == value || second == Second::is_other) return;
  known += second == Second::lists ? "; " : " ";
  known += value;
}

void WorkDraft::add(const Identifier& identifier) {
  const auto same = [&](const Identifier& known) { return known.scheme == identifier.scheme; };
  if (std::none_of(identifiers.begin(), identifiers.end(), same)) identifiers.push_back(identifier);
}

NameList& WorkDraft::list(NameVariable variable) { return piece(names, variable); }

Date& WorkDraft::date(DateVariable variable) { return piece(dates, variable); }

}  // namespace citegraph::reference::normaliser
