// Works to write, in few words.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "citegraph/work.hpp"

namespace citegraph::test {

struct WorkSpec {
  WorkType type = WorkType::document;
  const char* authors = "";
  const char* year = "";
  const char* title = "";
  std::vector<std::pair<Variable, std::string>> more = {};
  const char* editors = "";
};

inline Work make_work(const WorkSpec& spec) {
  Work work;
  work.type = spec.type;
  const auto set_names = [&work](NameVariable variable, const char* text) {
    NameList list = parse_names(text);
    work.set(variable, std::move(list.names));
    work.set_others(variable, list.others);
  };
  set_names(NameVariable::author, spec.authors);
  set_names(NameVariable::editor, spec.editors);
  work.set(DateVariable::issued, parse_date(spec.year));
  work.set(Variable::title, spec.title);
  for (const auto& [variable, text] : spec.more) work.set(variable, text);
  return work;
}

}  // namespace citegraph::test
