#include "document/latex/biblatex_list.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <utility>

#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace citegraph::document::latex {
namespace {

bool is_white_in_list(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Reads commands and their arguments in braces.
class ListScanner {
 public:
  explicit ListScanner(std::string_view text) : text_(text) {}

  // The name of the next command, without its backslash; empty at the end.
  std::string_view next_command() {
    at_ = text_.find('\\', at_);
    if (at_ == std::string_view::npos) {
      at_ = text_.size();
      return {};
    }
    const std::size_t start = ++at_;
    while (at_ < text_.size() && text::is_ascii_letter(text_[at_])) ++at_;
    if (at_ == start && at_ < text_.size()) ++at_;
    return text_.substr(start, at_ - start);
  }

  // "{...}" if it comes next, past white space and comments; else empty.
  std::string_view argument() {
    skip_white();
    if (at_ >= text_.size() || text_[at_] != '{') return {};
    const std::size_t start = ++at_;
    for (std::size_t depth = 1; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\\') {
        ++at_;
      } else if (text_[at_] == '{') {
        ++depth;
      } else if (text_[at_] == '}' && --depth == 0) {
        return text_.substr(start, at_++ - start);
      }
    }
    at_ = text_.size();
    return {};
  }
  bool has_argument() {
    skip_white();
    return at_ < text_.size() && text_[at_] == '{';
  }
  // "name=" of the parts of a name.
  std::string_view key() {
    while (at_ < text_.size() && (is_white_in_list(text_[at_]) || text_[at_] == ',' || text_[at_] == '%')) ++at_;
    const std::size_t start = at_;
    while (at_ < text_.size() && text_[at_] != '=') ++at_;
    const std::string_view name = text_.substr(start, at_ - start);
    if (at_ < text_.size()) ++at_;
    return text::trim(name);
  }
  std::string_view line() {
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    const std::string_view rest = text_.substr(at_, end - at_);
    at_ = end;
    return text::trim(rest);
  }
  [[nodiscard]] bool at_end() const noexcept { return at_ >= text_.size(); }

 private:
  void skip_white() {
    while (at_ < text_.size()) {
      if (text_[at_] == '%')
        at_ = std::min(text_.find('\n', at_), text_.size());
      else if (is_white_in_list(text_[at_]))
        ++at_;
      else
        break;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

// Biblatex's own commands within values are characters.
std::string plain_value(std::string_view value) {
  constexpr std::pair<std::string_view, std::string_view> commands[] = {
      {"\\bibrangedash", "--"}, {"\\bibrangessep", ", "}, {"\\bibinitperiod", "."},
      {"\\bibinitdelim", " "},  {"\\bibnamedelima", " "}, {"\\bibnamedelimb", " "},
      {"\\bibnamedelimc", " "}, {"\\bibnamedelimd", " "}, {"\\bibnamedelimi", " "}};
  std::string out;
  for (std::size_t i = 0; i < value.size();) {
    const std::string_view rest = value.substr(i);
    std::size_t size = 0;
    if (rest.front() == '\\')
      for (const auto& [command, text] : commands) {
        if (!rest.starts_with(command)) continue;
        out += text;
        size = command.size();
        if (size < rest.size() && rest[size] == ' ') ++size;
        break;
      }
    if (size == 0) out += value[i];
    i += std::max<std::size_t>(size, 1);
  }
  return out;
}

// "van der Berg, Jr., Jan" of {hash=x}{family={Berg}, prefix={van der}, ...}.
std::string name_of(std::string_view person) {
  ListScanner outer(person);
  (void)outer.argument();
  ListScanner parts(outer.argument());
  std::map<std::string_view, std::string> part;
  while (!parts.at_end()) {
    const std::string_view key = parts.key();
    if (!parts.has_argument()) break;
    part[key] = plain_value(parts.argument());
  }
  const std::string family = part["family"];
  if (family.empty()) return part["given"].empty() ? std::string{} : "{" + part["given"] + "}";
  if (part["given"].empty() && part["prefix"].empty()) return "{" + family + "}";
  std::string name = part["prefix"].empty() ? family : part["prefix"] + " " + family;
  if (!part["suffix"].empty()) name += ", " + part["suffix"];
  return part["given"].empty() ? name : name + ", " + part["given"];
}

// Persons, or the members of a list.
std::string joined(std::string_view members, std::string (*read)(std::string_view)) {
  ListScanner scanner(members);
  std::string out;
  while (scanner.has_argument()) {
    const std::string member = read(scanner.argument());
    if (!member.empty()) out.append(out.empty() ? "" : " and ").append(member);
  }
  return out;
}

std::string member_of(std::string_view member) { return "{" + plain_value(member) + "}"; }

// One entry as it is collected.
class ListEntry {
 public:
  ListEntry(std::string_view key, std::string_view type) : key_(key), type_(type) {}

  void set(std::string_view field, std::string value) {
    if (!value.empty()) fields_[std::string(field)] = std::move(value);
  }
  void set_others(std::string_view role) {
    if (const auto found = fields_.find(std::string(role)); found != fields_.end()) found->second += " and others";
  }

  // One that its file breaks off stays open, so that whoever reads it reports it.
  enum class Ending : bool { open, closed };
  std::string take(Ending ending) {
    for (const char* kind : {"", "orig", "url", "event"}) join_date(kind);
    std::string out = "@" + type_ + "{" + key_;
    for (const auto& [field, value] : fields_)
      out.append(",\n  ").append(field).append(" = {").append(value).append("}");
    return out + (ending == Ending::closed ? "}\n" : "\n");
  }

 private:
  // The parts of a date are fields of their own here.
  void join_date(const std::string& kind) {
    std::string date = date_of(kind);
    if (date.empty()) return;
    if (const std::string end = date_of(kind + "end"); !end.empty()) date += "/" + end;
    fields_[kind + "date"] = std::move(date);
  }
  std::string date_of(const std::string& kind) {
    std::string date;
    for (const char* part : {"year", "month", "day"}) {
      const auto found = fields_.find(kind + part);
      if (found == fields_.end()) break;
      if (!date.empty()) date += found->second.size() < 2 ? "-0" : "-";
      date += found->second;
      fields_.erase(found);
    }
    return date;
  }

  std::string key_;
  std::string type_;
  std::map<std::string, std::string> fields_;
};

// What biber computes for labels and for sorting.
bool is_computed(std::string_view field) {
  for (const std::string_view start : {"label", "sort", "extra", "single", "unique"})
    if (field.starts_with(start)) return true;
  return field.ends_with("source") || field.ends_with("dateera") || field.ends_with("datetype");
}

}  // namespace

bool is_biblatex_list(std::string_view text) {
  return text.find("\\endentry") != std::string_view::npos && text.find("\\entry{") != std::string_view::npos;
}

std::string entries_of_list(std::string_view text) {
  ListScanner scanner(text);
  std::set<std::string_view> known;
  std::string out;
  while (!scanner.at_end()) {
    if (scanner.next_command() != "entry") continue;
    const std::string_view key = scanner.argument();
    const std::string_view type = scanner.argument();
    if (key.empty() || type.empty()) continue;
    if (!known.insert(key).second) continue;  // sorted in another way, or cited in another section too
    ListEntry entry(key, type);
    for (std::string_view command = scanner.next_command(); command != "endentry"; command = scanner.next_command()) {
      if (command.empty()) return out + entry.take(ListEntry::Ending::open);
      if (command == "name") {
        const std::string_view role = scanner.argument();
        (void)scanner.argument();  // how many
        (void)scanner.argument();  // options
        entry.set(role, joined(scanner.argument(), name_of));
      } else if (command == "list") {
        const std::string_view field = scanner.argument();
        (void)scanner.argument();  // how many
        entry.set(field, joined(scanner.argument(), member_of));
      } else if (command == "field") {
        const std::string_view field = scanner.argument();
        const std::string_view value = scanner.argument();
        if (!field.empty() && !is_computed(field)) entry.set(field, plain_value(value));
      } else if (command == "verb") {
        const std::string_view field = scanner.argument();
        if (!field.empty() && scanner.next_command() == "verb") entry.set(field, std::string(scanner.line()));
      } else if (command == "true") {
        const std::string_view flag = scanner.argument();
        if (flag.starts_with("more")) entry.set_others(flag.substr(4));
      }
    }
    out += entry.take(ListEntry::Ending::closed);
  }
  return out;
}

}  // namespace citegraph::document::latex
