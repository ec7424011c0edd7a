// refer's tags, as EndNote writes them ("%A Upton, C."), with the tags of refer itself.
#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "bibliography/bibtex_date_reader.hpp"
#include "bibliography/bibtex_dates.hpp"
#include "bibliography/comma_names.hpp"
#include "bibliography/markup/endnote_types.hpp"
#include "bibliography/markup/formats.hpp"
#include "text/utf8.hpp"

namespace citegraph::bibliography::markup {
namespace {

struct TagRow {
  char tag;
  Variable variable;
};

// The first row of a variable is written; all are read.
constexpr TagRow tags[] = {
    {'T', Variable::title},
    {'B', Variable::container_title},
    {'J', Variable::container_title},
    {'S', Variable::collection_title},
    {'!', Variable::title_short},
    {'V', Variable::volume},
    {'N', Variable::issue},
    {'P', Variable::page},
    {'I', Variable::publisher},
    {'C', Variable::publisher_place},
    {'7', Variable::edition},
    {'6', Variable::number_of_volumes},
    {'9', Variable::genre},
    {'R', Variable::doi},
    {'U', Variable::url},
    {'X', Variable::abstract},
    {'K', Variable::keyword},
    {'Z', Variable::note},
    {'O', Variable::note},
    {'G', Variable::language},
    {'L', Variable::archive_location},
    {'W', Variable::archive},
};

struct NameTagRow {
  char tag;
  NameVariable variable;
};
constexpr NameTagRow name_tags[] = {{'A', NameVariable::author},     {'Q', NameVariable::author},
                                    {'E', NameVariable::editor},     {'Y', NameVariable::collection_editor},
                                    {'?', NameVariable::translator}, {'H', NameVariable::translator}};

struct ReferLine {
  char tag = '\0';  // none for a line that goes on
  TextSpan value;
  TextSpan line;
};

ReferLine refer_line(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
  ReferLine line;
  line.line = line.value = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  if (end - begin < 2 || text[begin] != '%' || text[begin + 1] == ' ') return line;
  if (end - begin > 2 && text[begin + 2] != ' ' && text[begin + 2] != '\t') return line;
  line.tag = text[begin + 1];
  line.value.start = static_cast<std::uint32_t>(std::min(begin + 3, end));
  return line;
}

class ReferReader {
 public:
  explicit ReferReader(Builder& builder) : builder_(builder), text_(builder.text()) {}

  void read() {
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find_first_of("\r\n", begin), text_.size());
      const bool crlf = text_.substr(end).starts_with("\r\n");
      take(refer_line(text_, begin, end));
      begin = end + (crlf ? 2 : 1);
    }
    close();
  }

 private:
  void take(const ReferLine& line) {
    if (line.line.empty()) return close();
    if (line.tag == '0') close();
    if (line.tag == '\0') {
      if (last_ == nullptr) return builder_.skip(line.line, open_ ? "text that is no field" : "text between entries");
      *last_ += ' ';
      *last_ += text::trim(slice(text_, line.value));
      span_.end = line.line.end;
      return;
    }
    if (!open_) span_ = line.line;
    open_ = true;
    span_.end = line.line.end;
    last_ = nullptr;
    if (const std::string value(text::trim(slice(text_, line.value))); !value.empty()) field(line.tag, value);
  }

  void field(char tag, const std::string& value) {
    Work& work = entry_.work;
    if (tag == '0') return read_type(value);
    if (tag == 'F') {
      work.key = value;
    } else if (tag == 'D') {
      year_ = value;
    } else if (tag == '8') {
      date_ = value;
    } else if (tag == '[') {
      work.set(DateVariable::accessed, read_edtf_date(value));
    } else if (tag == '@') {
      work.set(is_valid_issn(value) ? Variable::issn : Variable::isbn, value);
    } else if (!name(tag, value)) {
      text(tag, value);
    }
  }

  void read_type(const std::string& value) {
    if (const EndnoteType* row = endnote_type_named(value)) {
      entry_.work.type = row->type;
      typed_ = true;
    } else {
      entry_.extra.push_back({"0", value});
    }
  }

  bool name(char tag, const std::string& value) {
    const auto* row = std::find_if(std::begin(name_tags), std::end(name_tags),
                                   [tag](const NameTagRow& each) { return each.tag == tag; });
    if (row == std::end(name_tags)) return false;
    if (value == "et al." || value == "others") {
      entry_.work.set_others(row->variable, true);
    } else if (Name read = read_comma_name(value); read != Name{}) {
      add_name(entry_.work, row->variable, std::move(read));
    }
    return true;
  }

  void text(char tag, const std::string& value) {
    const auto* row =
        std::find_if(std::begin(tags), std::end(tags), [tag](const TagRow& each) { return each.tag == tag; });
    if (row != std::end(tags)) {
      std::string& text = texts_[static_cast<std::size_t>(row->variable)];
      const bool list = row->variable == Variable::keyword || row->variable == Variable::note;
      if (text.empty() || list) {
        if (!text.empty()) text += row->variable == Variable::keyword ? "; " : " ";
        text += value;
        last_ = &text;
        journal_ = journal_ || tag == 'J';
        return;
      }
      if (text == value) return;
    }
    entry_.extra.push_back({std::string(1, tag), value});
    last_ = &entry_.extra.back().text;
  }

  void close() {
    if (!open_) return;
    Work& work = entry_.work;
    for (std::size_t i = 0; i < texts_.size(); ++i)
      if (!texts_[i].empty()) work.set(static_cast<Variable>(i), std::move(texts_[i]));
    if (!typed_) guess_type();
    count_pages(work);
    std::optional<Date> issued = date_.empty() ? std::nullopt : read_edtf_date(date_);
    if (!issued || !issued->has_year()) {
      const std::optional<Date> year = year_.empty() ? std::nullopt : read_edtf_date(year_);
      const std::optional<Date> more = date_.empty() ? std::nullopt : parse_date(date_ + " " + year_);
      issued = more && more->has_year() && year && more->year() == year->year() ? more : year;
    }
    work.set(DateVariable::issued, std::move(issued));
    builder_.add(std::move(entry_), span_);
    entry_ = {};
    texts_ = {};
    year_.clear();
    date_.clear();
    last_ = nullptr;
    open_ = typed_ = journal_ = false;
  }

  // refer itself knows no types: what fields there are tells, as in its macros.
  void guess_type() {
    Work& work = entry_.work;
    if (journal_) {
      work.type = WorkType::article_journal;
    } else if (!work.get(Variable::container_title).empty()) {
      work.type = WorkType::chapter;
    } else if (!work.get(Variable::publisher).empty()) {
      work.type = WorkType::book;
    }
  }

  Builder& builder_;
  std::string_view text_;
  bool open_ = false;
  bool typed_ = false;
  bool journal_ = false;
  TextSpan span_;
  BibliographyEntry entry_;
  std::array<std::string, static_cast<std::size_t>(Variable::arxiv) + 1> texts_;
  std::string year_, date_;
  std::string* last_ = nullptr;  // what a line without a tag goes on with
};

class ReferWriter {
 public:
  explicit ReferWriter(std::ostream& out) : out_(out) {}

  void write(const BibliographyEntry& entry, std::string_view key) {
    const Work& work = entry.work;
    put('0', endnote_type(work.type).name);
    for (const auto& [variable, names] : work.names()) {
      const auto* row = std::find_if(std::begin(name_tags), std::end(name_tags),
                                     [v = variable](const NameTagRow& each) { return each.variable == v; });
      if (row == std::end(name_tags)) continue;
      for (const Name& name : names) put(row->tag, comma_name(name));
      if (work.has_others(variable)) put(row->tag, "et al.");
    }
    dates(work);
    for (const auto& [variable, text] : work.texts()) {
      const auto* row = std::find_if(std::begin(tags), std::end(tags),
                                     [v = variable](const TagRow& each) { return each.variable == v; });
      const bool journal = variable == Variable::container_title && stands_in_journal(work.type);
      if (row != std::end(tags)) put(journal ? 'J' : row->tag, text);
    }
    if (work.get(Variable::page).empty() && counts_pages(work.type)) put('P', work.get(Variable::number_of_pages));
    const std::string_view isbn = work.get(Variable::isbn);
    put('@', isbn.empty() ? work.get(Variable::issn) : isbn);
    put('F', key);
    for (const ExtraField& field : entry.extra)
      if (field.name.size() == 1 && field.name[0] > ' ' && field.name[0] < 0x7F && field.name != "0")
        put(field.name[0], field.text);
    out_ << '\n';
  }

 private:
  void put(char tag, std::string_view text) {
    if (const std::string line = one_line(text); !line.empty()) out_ << '%' << tag << ' ' << line << '\n';
  }

  void dates(const Work& work) {
    if (const Date* issued = work.get(DateVariable::issued)) {
      const bool year = issued->has_year() && issued->year() > 0;
      put('D', year ? std::to_string(issued->year()) : bibtex_year(*issued));
      if (issued->has_year() && (issued->start->month != 0 || issued->start->season != 0 || issued->end || !year))
        put('8', edtf_date(*issued));
    }
    if (const Date* accessed = work.get(DateVariable::accessed); accessed != nullptr && accessed->has_year())
      put('[', edtf_date(*accessed));
  }

  std::ostream& out_;
};

}  // namespace

bool looks_like_refer(std::string_view text) {
  text = text::trim(text.substr(0, 4096));
  return text.size() > 3 && text[0] == '%' && text[2] == ' ' &&
         (text[1] == '0' ||
          std::any_of(std::begin(name_tags), std::end(name_tags),
                      [&](const NameTagRow& row) { return row.tag == text[1]; }) ||
          text[1] == 'T');
}

void read_refer(Builder& builder) { ReferReader(builder).read(); }

void write_refer(std::ostream& out, const EntriesToWrite& what) {
  ReferWriter writer(out);
  for (std::size_t i = 0; i < what.entries.size(); ++i) writer.write(*what.entries[i], what.keys[i]);
}

}  // namespace citegraph::bibliography::markup
