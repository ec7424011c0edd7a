#include "bibliography/ris.hpp"

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "bibliography/bibtex_date_reader.hpp"
#include "bibliography/bibtex_dates.hpp"
#include "bibliography/comma_names.hpp"
#include "bibliography/page_range.hpp"
#include "bibliography/ris_tags.hpp"
#include "bibliography/writers.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace citegraph::bibliography {
namespace {

// ---------------------------------------------------------------- reading

struct RisLine {
  std::string_view tag;  // two characters; empty for what continues the line before
  TextSpan value;
  TextSpan line;
};

// "AU  - Upton, C.", with one blank or many around the hyphen.
RisLine divide(std::string_view text, TextSpan line) {
  const std::string_view bytes = slice(text, line);
  RisLine result{{}, line, line};
  if (bytes.size() < 3 || !text::is_ascii_upper(bytes[0]) ||
      !(text::is_ascii_upper(bytes[1]) || text::is_ascii_digit(bytes[1])))
    return result;
  std::size_t at = 2;
  while (at < bytes.size() && bytes[at] == ' ') ++at;
  if (at == 2 || at > 6 || at >= bytes.size() || bytes[at] != '-') return result;
  ++at;
  if (at < bytes.size() && bytes[at] != ' ' && bytes[at] != '\t') return result;
  while (at < bytes.size() && (bytes[at] == ' ' || bytes[at] == '\t')) ++at;
  result.tag = bytes.substr(0, 2);
  result.value.start = line.start + static_cast<std::uint32_t>(at);
  return result;
}

std::vector<RisLine> lines_of(std::string_view text) {
  std::vector<RisLine> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    std::size_t last = end;
    while (last > begin && (text[last - 1] == ' ' || text[last - 1] == '\t')) --last;
    std::size_t first = begin;
    while (first < last && (text[first] == ' ' || text[first] == '\t')) ++first;
    if (first < last)
      lines.push_back(divide(text, {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)}));
    begin = end + 1;
  }
  return lines;
}

// "2000/07/18/other"
std::optional<Date> read_date(std::string_view text) {
  text = text::trim(text);
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) {
    if (text.empty()) return std::nullopt;
    return read_bibtex_date(text, {}, {});
  }
  const std::string_view year = text::trim(text.substr(0, slash));
  if (!std::all_of(year.begin(), year.end(), text::is_ascii_digit)) return read_bibtex_date(text, {}, {});
  std::array<std::string_view, 4> parts{};
  std::string_view rest = text;
  for (std::size_t i = 0; i < 4; ++i) {
    const std::size_t end = i == 3 ? rest.size() : std::min(rest.find('/'), rest.size());
    parts[i] = text::trim(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (!parts[3].empty() && text::is_ascii_digit(parts[3].front()))
    if (std::optional<Date> exact = read_edtf_date(parts[3]); exact && exact->start) return exact;
  std::optional<Date> date = read_bibtex_date(parts[0], parts[1], parts[2]);
  if (date && date->start && date->start->month == 0 && !parts[3].empty())
    if (const std::optional<Date> more = parse_date(parts[3])) date = merge(*date, *more);
  return date;
}

class RisReader {
 public:
  explicit RisReader(Builder& builder) : builder_(builder), text_(builder.text()) {}

  void read() {
    for (const RisLine& line : lines_of(text_)) {
      if (line.tag == "TY") {
        if (open_) {
          builder_.report("broken-entry", span_, "the record ends without ER");
          entry_.broken = true;
          close();
        }
        open_ = true;
        span_ = line.line;
        set_type(slice(text_, line.value));
      } else if (!open_) {
        builder_.skip(line.line, "text between entries");
      } else if (line.tag == "ER") {
        span_.end = line.line.end;
        close();
      } else {
        span_.end = line.line.end;
        take(line);
      }
    }
    if (!open_) return;
    builder_.report("broken-entry", span_, "the record ends without ER");
    entry_.broken = true;
    close();
  }

 private:
  void set_type(std::string_view code) {
    const auto row =
        std::find_if(ris_types.begin(), ris_types.end(), [code](const RisType& each) { return each.code == code; });
    if (row != ris_types.end()) {
      entry_.work.type = row->type;
    } else if (!code.empty()) {
      entry_.extra.push_back({"TY", std::string(code)});
    }
  }

  void take(const RisLine& line) {
    const std::string_view value = slice(text_, line.value);
    if (line.tag.empty()) {  // goes on with the line before
      if (last_ == nullptr) return builder_.skip(line.line, "text that is no field");
      *last_ += ' ';
      *last_ += value;
      return;
    }
    last_ = nullptr;
    if (value.empty()) return;
    if (line.tag == "ID") {
      entry_.work.key = value;
    } else if (line.tag == "SP") {
      first_page_ = value;
    } else if (line.tag == "EP") {
      last_page_ = value;
    } else if (line.tag == "KW") {
      keywords_ += (keywords_.empty() ? "" : "; ") + std::string(value);
    } else if (line.tag == "PY" || line.tag == "Y1") {
      if (year_.empty()) year_ = value;
    } else if (line.tag == "DA") {
      date_ = value;
    } else if (line.tag == "Y2" || line.tag == "RD") {
      entry_.work.set(DateVariable::accessed, read_date(value));
    } else if (line.tag == "OP") {
      entry_.work.set(DateVariable::original_date, read_date(value));
    } else if (!take_name(line.tag, value)) {
      take_text(line.tag, value);
    }
  }

  bool take_name(std::string_view tag, std::string_view value) {
    const auto row =
        std::find_if(ris_names.begin(), ris_names.end(), [tag](const RisNames& each) { return each.tag == tag; });
    if (row == ris_names.end()) return false;
    std::vector<Name>& list = names_[static_cast<std::size_t>(row->variable)];
    if (value == "et al." || value == "others") {
      entry_.work.set_others(row->variable, true);
    } else if (Name name = read_comma_name(value); name != Name{}) {
      list.push_back(std::move(name));
    }
    return true;
  }

  void take_text(std::string_view tag, std::string_view value) {
    const auto row =
        std::find_if(ris_texts.begin(), ris_texts.end(), [tag](const RisText& each) { return each.tag == tag; });
    if (row != ris_texts.end()) {
      std::string& text = texts_[static_cast<std::size_t>(row->variable)];
      if (text.empty() || row->variable == Variable::note) {
        if (!text.empty()) text += ' ';
        text += value;
        last_ = &text;
        return;
      }
      if (text == value) return;
    }
    entry_.extra.push_back({std::string(tag), std::string(value)});
    last_ = &entry_.extra.back().text;
  }

  void close() {
    Work& work = entry_.work;
    if (const std::string_view serial = texts_[static_cast<std::size_t>(Variable::isbn)];
        !serial.empty() && texts_[static_cast<std::size_t>(Variable::issn)].empty() && is_valid_issn(serial))
      std::swap(texts_[static_cast<std::size_t>(Variable::isbn)], texts_[static_cast<std::size_t>(Variable::issn)]);
    for (std::size_t i = 0; i < texts_.size(); ++i)
      if (!texts_[i].empty()) work.set(static_cast<Variable>(i), std::move(texts_[i]));
    for (std::size_t i = 0; i < names_.size(); ++i)
      if (!names_[i].empty()) work.set(static_cast<NameVariable>(i), std::move(names_[i]));
    if (!first_page_.empty() || !last_page_.empty()) {
      const bool whole = last_page_.empty() || first_page_.find('-') != std::string::npos || first_page_ == last_page_;
      work.set(Variable::page, whole ? first_page_ : first_page_ + "-" + last_page_);
    }
    if (!keywords_.empty()) work.set(Variable::keyword, keywords_);
    std::optional<Date> issued = read_date(date_);
    if (!issued || !issued->has_year()) {
      const std::optional<Date> year = read_date(year_);
      issued = year ? merge(*year, issued ? *issued : Date{}) : issued;
    } else if (year_.size() == 5 && text::is_ascii_lower(year_.back())) {
      issued->suffix = year_.back();
    }
    work.set(DateVariable::issued, std::move(issued));
    builder_.add(std::move(entry_), span_);
    entry_ = {};
    texts_ = {};
    names_ = {};
    first_page_.clear();
    last_page_.clear();
    keywords_.clear();
    year_.clear();
    date_.clear();
    last_ = nullptr;
    open_ = false;
  }

  Builder& builder_;
  std::string_view text_;
  bool open_ = false;
  TextSpan span_;
  BibliographyEntry entry_;
  std::array<std::string, static_cast<std::size_t>(Variable::arxiv) + 1> texts_;
  std::array<std::vector<Name>, static_cast<std::size_t>(NameVariable::reviewed_author) + 1> names_;
  std::string first_page_, last_page_, keywords_, year_, date_;
  std::string* last_ = nullptr;  // what a line without a tag goes on with
};

// ---------------------------------------------------------------- writing

std::string two_digits(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// "2000/07/18/", with all of it in EDTF behind where the parts do not say it.
std::string date_line(const Date& date) {
  if (!date.has_year()) return {};
  const CalendarDate& day = *date.start;
  if (day.month == 0 && day.season == 0 && day.year > 0 && !date.end && !date.circa) return {};  // PY says it
  std::string line = day.year > 0 ? std::to_string(day.year) : std::string();
  while (line.size() < 4) line.insert(0, "0");
  line += '/';
  if (day.month >= 1 && day.month <= 12) line += two_digits(day.month);
  line += '/';
  if (day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= 31) line += two_digits(day.day);
  line += '/';
  if (date.end || date.circa || day.season != 0 || day.year < 0) line += edtf_date(date);
  return line;
}

// Where no other field tells the year.
std::string accessed_line(const Date& date) {
  const std::string line = date_line(date);
  return line.empty() && date.has_year() ? std::to_string(date.year()) : line;
}

}  // namespace

bool looks_like_ris(std::string_view text) {
  constexpr std::size_t looked_at = 1 << 14;
  for (const RisLine& line : lines_of(text.substr(0, looked_at)))
    if (!line.tag.empty()) return line.tag == "TY";
  return false;
}

void read_ris(Builder& builder) { RisReader(builder).read(); }

namespace {

class RisWriter {
 public:
  explicit RisWriter(std::ostream& out) : out_(out) {}

  void write(const BibliographyEntry& entry, std::string_view key) {
    const Work& work = entry.work;
    const auto* type =
        std::find_if(ris_types.begin(), ris_types.end(), [&](const RisType& row) { return row.type == work.type; });
    out_ << "TY  - " << (type == ris_types.end() ? "GEN" : type->code) << "\r\n";
    put("ID", key);
    put_names(work);
    put_dates(work);
    for (const auto& [variable, text] : work.texts()) put_text(work, variable, text);
    for (const ExtraField& field : entry.extra)
      if (is_tag(field.name) && field.name != "TY") put(field.name, field.text);
    out_ << "ER  - \r\n\r\n";
  }

 private:
  static bool is_tag(std::string_view name) {
    return name.size() == 2 && text::is_ascii_upper(name[0]) &&
           (text::is_ascii_upper(name[1]) || text::is_ascii_digit(name[1]));
  }

  void put(std::string_view tag, std::string_view text) {
    if (const std::string line = one_line(text); !line.empty()) out_ << tag << "  - " << line << "\r\n";
  }

  void put_names(const Work& work) {
    for (const auto& list : work.names()) {
      const auto* row = std::find_if(ris_names.begin(), ris_names.end(),
                                     [&](const RisNames& each) { return each.variable == list.first; });
      for (const Name& name : list.second) put(row->tag, comma_name(name));
      if (work.has_others(list.first)) put(row->tag, "et al.");
    }
  }

  void put_dates(const Work& work) {
    if (const Date* issued = work.get(DateVariable::issued)) {
      if (issued->has_year()) put("PY", std::to_string(issued->year()) + one_line(issued->suffix));
      if (!issued->has_year()) put("PY", issued->literal.empty() ? to_string(*issued) : issued->literal);
      put("DA", date_line(*issued));
    }
    if (const Date* accessed = work.get(DateVariable::accessed)) put("Y2", accessed_line(*accessed));
    if (const Date* original = work.get(DateVariable::original_date)) put("OP", accessed_line(*original));
  }

  void put_text(const Work& work, Variable variable, std::string_view text) {
    if (variable == Variable::page) return put_pages(text);
    if (variable == Variable::keyword) return put("KW", text);
    if (variable == Variable::issn && work.get(Variable::isbn).empty()) return put("SN", text);
    const auto* row = std::find_if(ris_texts.begin(), ris_texts.end(),
                                   [&](const RisText& each) { return each.variable == variable; });
    if (row != ris_texts.end()) put(row->tag, text);
  }

  void put_pages(std::string_view text) {
    const PageRange pages = page_range(text);
    put("SP", pages.first);
    put("EP", pages.last);
  }

  std::ostream& out_;
};

}  // namespace

void write_ris(std::ostream& out, const EntriesToWrite& what) {
  RisWriter writer(out);
  for (std::size_t i = 0; i < what.entries.size(); ++i) writer.write(*what.entries[i], what.keys[i]);
}

}  // namespace citegraph::bibliography
