#include "bibliography/bibtex_reader.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "citegraph/raw_bibtex.hpp"

#include "bibliography/bibtex_fields.hpp"
#include "bibliography/bibtex_work.hpp"
#include "bibliography/latex_reader.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace citegraph::bibliography {
namespace {

using Field = BibtexField;

constexpr std::size_t longest_chain = 32;  // of entries that inherit from each other

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> macros_of_months = {{
    {"jan", "January"},
    {"feb", "February"},
    {"mar", "March"},
    {"apr", "April"},
    {"may", "May"},
    {"jun", "June"},
    {"jul", "July"},
    {"aug", "August"},
    {"sep", "September"},
    {"oct", "October"},
    {"nov", "November"},
    {"dec", "December"},
}};

// What an entry does not take from the one it is part of: what tells that one from all others, and what is said of it
// as a whole. (biber hands these down; two works with one DOI are one work to everybody else.)
constexpr std::array<Field, 13> not_inherited = {
    Field::crossref, Field::xdata, Field::ids,      Field::doi,      Field::eprint,    Field::eprinttype,   Field::url,
    Field::urldate,  Field::pages, Field::abstract, Field::keywords, Field::pagetotal, Field::entrysubtype,
};

class BibtexReader {
 public:
  explicit BibtexReader(Builder& builder)
      : builder_(builder), text_(builder.text()), raw_(parse_raw_bibtex(builder.text())) {}

  void read();

 private:
  // The values of one entry and whose they are.
  struct Collected {
    BibtexValues values;
    std::vector<ExtraField> extra;
  };

  void define(const RawEntry& entry);
  void index_entries();
  void read_entry(const RawEntry& entry);
  void report_problems();
  std::string_view value_of(const RawField& field, const RawEntry* reported, std::deque<std::string>& storage);
  void collect(const RawEntry& entry, Collected& collected);
  void inherit(const RawEntry& entry, BibtexValues& values);
  const BibtexValues& values_of_parent(std::uint32_t index);
  static void take_all(const BibtexValues& from, BibtexValues& values);
  void take_from_crossref(const RawEntry& parent, const RawEntry& child, const BibtexValues& from,
                          BibtexValues& values);
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view key) const;
  [[nodiscard]] std::string_view type_of(const RawEntry& entry) const { return slice(text_, entry.type); }
  [[nodiscard]] std::string name_of(const RawEntry& entry) const;

  Builder& builder_;
  std::string_view text_;
  RawBibtex raw_;
  std::unordered_map<std::string, std::string> strings_;        // by lower-case name
  std::unordered_map<std::string_view, std::uint32_t> by_key_;  // of raw_.entries
  std::unordered_map<std::uint32_t, BibtexValues> parents_;     // their own values, without what they inherit
  std::deque<std::string> parents_storage_;
  std::deque<std::string> storage_;  // joined values of the entry at hand
};

void BibtexReader::read() {
  index_entries();
  std::unordered_map<std::string, std::uint32_t> seen;  // by lower-case key
  for (std::uint32_t i = 0; i < raw_.entries.size(); ++i) {
    const RawEntry& entry = raw_.entries[i];
    switch (entry.kind) {
      case RawEntryKind::string:
        define(entry);
        builder_.skip(entry.span, "abbreviation");
        break;
      case RawEntryKind::preamble:
        builder_.skip(entry.span, "preamble");
        break;
      case RawEntryKind::comment:
        builder_.skip(entry.span, "comment");
        break;
      case RawEntryKind::entry:
        if (!entry.key.empty()) {
          const auto [place, first] = seen.emplace(text::ascii_lower_case(slice(text_, entry.key)), i);
          if (!first) {
            builder_.report("duplicate-key", entry.key,
                            "the key \"" + std::string(slice(text_, entry.key)) + "\" is used before");
          }
        }
        read_entry(entry);
        break;
    }
  }
  for (const TextSpan between : raw_.between) builder_.skip(between, "text between entries");
  report_problems();
}

// BibTeX looks keys up in any letter case.
void BibtexReader::index_entries() {
  by_key_.reserve(raw_.entries.size());
  for (std::uint32_t i = 0; i < raw_.entries.size(); ++i) {
    const RawEntry& entry = raw_.entries[i];
    if (entry.kind == RawEntryKind::entry && !entry.key.empty()) by_key_.emplace(slice(text_, entry.key), i);
  }
}

std::optional<std::uint32_t> BibtexReader::find(std::string_view key) const {
  const auto place = by_key_.find(key);
  return place == by_key_.end() ? std::nullopt : std::optional(place->second);
}

std::string BibtexReader::name_of(const RawEntry& entry) const {
  std::string name = "@" + std::string(type_of(entry));
  if (!entry.key.empty()) name += " \"" + std::string(slice(text_, entry.key)) + "\"";
  return name;
}

void BibtexReader::report_problems() {
  for (const RawProblem& problem : raw_.problems) {
    const RawEntry& entry = raw_.entries[problem.entry];
    std::string message = name_of(entry) + ": " + std::string(to_string(problem.kind));
    if (problem.kind == RawProblemKind::never_closed) {
      message += "; " + std::to_string(entry.field_count) + (entry.field_count == 1 ? " field" : " fields") +
                 " of it could be read";
      builder_.report("broken-entry", entry.span, std::move(message));
      continue;
    }
    if (problem.kind == RawProblemKind::missing_value) message += ": " + std::string(slice(text_, problem.span));
    builder_.report(problem.kind == RawProblemKind::missing_key     ? "missing-key"
                    : problem.kind == RawProblemKind::missing_value ? "missing-value"
                                                                    : "malformed-entry",
                    problem.span, std::move(message));
  }
}

void BibtexReader::define(const RawEntry& entry) {
  for (const RawField& field : raw_.fields_of(entry)) {
    storage_.clear();
    const std::string_view value = value_of(field, &entry, storage_);
    strings_.insert_or_assign(text::ascii_lower_case(slice(text_, field.name)), std::string(value));
  }
}

// The LaTeX source of a value: its parts joined, abbreviations replaced. Most values are one part and are not copied.
std::string_view BibtexReader::value_of(const RawField& field, const RawEntry* reported,
                                        std::deque<std::string>& storage) {
  const auto part = [&](const RawPiece& piece) -> std::string_view {
    const std::string_view text = slice(text_, piece.span);
    if (piece.kind != RawPieceKind::name) return text;
    const std::string name = text::ascii_lower_case(text);
    if (const auto place = strings_.find(name); place != strings_.end()) return place->second;
    for (const auto& [macro, month] : macros_of_months)
      if (macro == name) return month;
    if (reported != nullptr)
      builder_.report("undefined-string", piece.span,
                      name_of(*reported) + ": the abbreviation \"" + std::string(text) + "\" is not defined");
    return text;
  };
  const auto pieces = raw_.pieces_of(field);
  if (pieces.empty()) return {};
  if (pieces.size() == 1) return part(pieces[0]);
  std::string joined;
  for (const RawPiece& piece : pieces) joined += part(piece);
  return storage.emplace_back(std::move(joined));
}

void BibtexReader::collect(const RawEntry& entry, Collected& collected) {
  for (const RawField& field : raw_.fields_of(entry)) {
    const std::string_view name = slice(text_, field.name);
    const std::string_view value = value_of(field, &entry, storage_);
    if (const std::optional<Field> known = find_bibtex_field(name)) {
      std::string_view& place = collected.values[*known];
      if (place.empty()) {
        place = value;
      } else {
        builder_.report(
            "repeated-field", field.name,
            name_of(entry) + ": the field \"" + std::string(name) + "\" stands there twice; the first is read");
      }
    } else if (std::string text = text_of_latex(value); !text.empty()) {
      collected.extra.push_back({text::ascii_lower_case(name), std::move(text)});
    }
  }
}

const BibtexValues& BibtexReader::values_of_parent(std::uint32_t index) {
  const auto [place, is_new] = parents_.try_emplace(index);
  if (is_new) {
    for (const RawField& field : raw_.fields_of(raw_.entries[index]))
      if (const std::optional<Field> known = find_bibtex_field(slice(text_, field.name)))
        if (std::string_view& value = place->second[*known]; value.empty())
          value = value_of(field, nullptr, parents_storage_);
  }
  return place->second;
}

void BibtexReader::take_all(const BibtexValues& from, BibtexValues& values) {
  for (std::size_t i = 0; i < bibtex_field_count; ++i) {
    const auto field = static_cast<Field>(i);
    if (field != Field::xdata && field != Field::ids && values[field].empty()) values[field] = from[field];
  }
}

void BibtexReader::take_from_crossref(const RawEntry& parent, const RawEntry& child, const BibtexValues& from,
                                      BibtexValues& values) {
  const Field title = inherited_title_field(type_of(parent), type_of(child));
  const Field subtitle = title == Field::booktitle      ? Field::booksubtitle
                         : title == Field::journaltitle ? Field::journalsubtitle
                         : title == Field::maintitle    ? Field::mainsubtitle
                                                        : Field::subtitle;
  const bool has_title = !values[title].empty() || (title == Field::journaltitle && !values[Field::journal].empty());
  for (std::size_t i = 0; i < bibtex_field_count; ++i) {
    auto field = static_cast<Field>(i);
    if (from[field].empty()) continue;
    if (std::find(not_inherited.begin(), not_inherited.end(), field) != not_inherited.end()) continue;
    // The parent's own `booktitle` goes before its title.
    if (field == Field::title && title == Field::booktitle && !from[Field::booktitle].empty()) continue;
    if (title != Field::title && (field == Field::title || field == Field::subtitle)) {
      if (has_title) continue;
      field = field == Field::title ? title : subtitle;
    }
    if (title != Field::title && field == Field::shorttitle) continue;
    if (field == Field::author && title == Field::booktitle && !text::equals_in_any_case(type_of(child), "inbook")) {
      if (values[Field::bookauthor].empty()) values[Field::bookauthor] = from[Field::author];
      continue;
    }
    if (values[field].empty()) values[field] = from[static_cast<Field>(i)];
  }
}

// What the entry lacks, from those it names: first its `xdata`, then its `crossref`, then what that one names.
void BibtexReader::inherit(const RawEntry& entry, BibtexValues& values) {
  std::vector<std::string_view> open;
  std::size_t steps = 0;
  const auto take_xdata = [&](std::string_view keys) {
    for (std::string_view rest = keys; !rest.empty() && steps < longest_chain;) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      const std::string_view key = text::trim(rest.substr(0, comma));
      rest.remove_prefix(std::min(comma + 1, rest.size()));
      if (key.empty()) continue;
      ++steps;
      const std::optional<std::uint32_t> index = find(key);
      if (!index) {
        builder_.report("missing-parent", entry.span,
                        name_of(entry) + ": the entry \"" + std::string(key) + "\", whose data it takes, is not there");
        continue;
      }
      const BibtexValues& from = values_of_parent(*index);
      take_all(from, values);
      if (!from[Field::xdata].empty()) open.push_back(from[Field::xdata]);
    }
  };
  if (!values[Field::xdata].empty()) open.push_back(values[Field::xdata]);
  while (!open.empty() && steps < longest_chain) {
    const std::string_view keys = open.back();
    open.pop_back();
    take_xdata(keys);
  }
  std::string_view key = text::trim(values[Field::crossref]);
  while (!key.empty() && steps++ < longest_chain) {
    const std::optional<std::uint32_t> index = find(key);
    if (!index) {
      builder_.report("missing-parent", entry.span,
                      name_of(entry) + ": the entry \"" + std::string(key) + "\", of which it is part, is not there");
      return;
    }
    const RawEntry& parent = raw_.entries[*index];
    if (&parent == &entry) return;
    const BibtexValues& own = values_of_parent(*index);
    take_from_crossref(parent, entry, own, values);
    key = text::trim(own[Field::crossref]);
  }
}

void BibtexReader::read_entry(const RawEntry& entry) {
  storage_.clear();
  if (text::equals_in_any_case(type_of(entry), "xdata")) return builder_.skip(entry.span, "data for other entries");
  if (text::equals_in_any_case(type_of(entry), "set")) return builder_.skip(entry.span, "set of entries");
  Collected collected;
  collect(entry, collected);
  if (!collected.values[Field::xdata].empty() || !collected.values[Field::crossref].empty())
    inherit(entry, collected.values);
  if (entry.broken && entry.field_count == 0) return builder_.skip(entry.span, "broken entry");
  BibliographyEntry result;
  result.extra = std::move(collected.extra);
  result.work = work_of_bibtex(type_of(entry), collected.values, result.extra);
  result.work.key = slice(text_, entry.key);
  result.broken = entry.broken;
  for (std::string_view rest = collected.values[Field::ids]; !rest.empty();) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    if (const std::string_view alias = text::trim(rest.substr(0, comma)); !alias.empty())
      result.aliases.emplace_back(alias);
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  builder_.add(std::move(result), entry.span);
}

}  // namespace

// An "@", a word and a brace or parenthesis, before anything but comment.
bool looks_like_bibtex(std::string_view text) {
  constexpr std::size_t looked_at = 1 << 16;
  const RawBibtex raw = parse_raw_bibtex(text.substr(0, looked_at));
  return std::any_of(raw.entries.begin(), raw.entries.end(), [](const RawEntry& entry) {
    return entry.kind != RawEntryKind::entry || !entry.key.empty() || entry.field_count > 0;
  });
}

void read_bibtex(Builder& builder) { BibtexReader(builder).read(); }

}  // namespace citegraph::bibliography
