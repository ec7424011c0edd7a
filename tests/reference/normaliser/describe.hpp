// Works as one line, for tables.
#pragma once

#include <string>

#include "citegraph/work.hpp"

namespace citegraph::test {

// "author=Adler/T. B.; title=On ice": all that is set, in the order of the variables.
inline std::string describe(const Work& work) {
  std::string out;
  const auto add = [&](std::string_view name, const std::string& value) {
    out += (out.empty() ? "" : "; ") + std::string(name) + "=" + value;
  };
  for (const auto& [variable, names] : work.names()) {
    std::string value;
    for (const Name& name : names) {
      const std::string family =
          (name.non_dropping_particle.empty() ? "" : name.non_dropping_particle + "~") + name.family;
      value +=
          (value.empty() ? "" : " & ") + (name.is_literal() ? "{" + name.literal + "}" : family + "/" + name.given);
      if (!name.dropping_particle.empty()) value += "~" + name.dropping_particle;
      if (!name.suffix.empty()) value += ", " + name.suffix;
    }
    add(to_string(variable), value + (work.has_others(variable) ? " et al." : ""));
  }
  for (const auto& [variable, date] : work.dates()) {
    std::string value = to_string(date) + date.suffix;
    if (date.original) value += " [" + std::to_string(date.original->year) + "]";
    add(to_string(variable), value);
  }
  for (const auto& [variable, text] : work.texts()) add(to_string(variable), text);
  return out;
}

}  // namespace citegraph::test
