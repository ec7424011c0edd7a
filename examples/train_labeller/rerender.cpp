#include "rerender.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <map>

#include "abbreviate.hpp"
#include "printed_names.hpp"

namespace training {
namespace {

using citegraph::Label;
using citegraph::Mark;
using citegraph::MarkKind;
using citegraph::Segment;
using Words = std::initializer_list<const char*>;

std::string ascii_upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

// A language's signs, so that one reference speaks one language.
struct Language {
  Words in, pages, volume, issue, editor, editors_after, edition;
};

const std::array<Language, 7>& languages() {
  static const std::array<Language, 7> all = {{
      {{"In ", "In: ", "in ", "in: "},
       {"pp. ", "p. ", "pp ", "", "pages "},
       {"vol. ", "Vol. ", "", "", "v. "},
       {"no. ", "No. ", "", "issue "},
       {"edited by ", "ed. "},
       {" (eds.)", " (ed.)", " (Eds.)", ", eds.", ", editors"},
       {" ed."}},
      {{"In: ", "in: "},
       {"S. ", "S ", ""},
       {"Bd. ", "Jg. ", ""},
       {"H. ", "Nr. ", "Heft "},
       {"hrsg. von ", "Hg. v. "},
       {" (Hrsg.)", " (Hg.)", " (Hgg.)"},
       {" Aufl."}},
      {{"dans ", "in ", "In: "},
       {"p. ", "pp. "},
       {"vol. ", "t. ", "tome "},
       {"n° ", "no ", "nº "},
       {"sous la dir. de ", "éd. "},
       {" (dir.)", " (éd.)", " (éds)"},
       {" éd."}},
      {{"En ", "en ", "En: "},
       {"pp. ", "págs. ", "p. "},
       {"vol. ", "Vol. ", "t. "},
       {"núm. ", "no. ", "n. "},
       {"ed. "},
       {" (ed.)", " (coord.)", " (eds.)"},
       {" ed."}},
      {{"In: ", "in: ", "Em: "},
       {"p. ", "pp. "},
       {"v. ", "vol. "},
       {"n. ", "nº "},
       {"org. "},
       {" (org.)", " (Org.)", " (orgs.)", " (coord.)"},
       {" ed."}},
      {{"in ", "In: ", "in: "},
       {"pp. ", "p. ", ""},
       {"vol. ", "", "n.s., "},
       {"n. ", "fasc. ", ""},
       {"a cura di "},
       {" (a cura di)", " (ed.)", " (a c. di)"},
       {" ed."}},
      {{"In: ", "I: "},
       {"s. ", "blz. ", "pp. "},
       {"vol. ", "jg. "},
       {"nr. ", "nr "},
       {"red. "},
       {" (red.)", " (ed.)"},
       {" uppl."}},
  }};
  return all;
}

class Printer {
 public:
  Printer(const Example& example, Random& random)
      : random_(random),
        names_(random),
        language_(languages()[random.chance(.5) ? 0 : random.below(languages().size())]) {
    for (const Segment& s : example.segments) {
      std::string value(slice(example.text, s.span));
      if (!fields_.emplace(s.label, std::move(value)).second) repeated_ = true;
    }
    out_.corpus = example.corpus;
    out_.scope = example.scope;
    emphasised_ = random.chance(.25);
    upper_names_ = random.chance(.12);
    restyled_ = random.chance(.6);
    if (article() && random.chance(.3)) {
      std::string& journal = fields_[Label::container_title];
      journal = abbreviate(journal, random);
    }
  }

  bool usable() const {
    return !repeated_ && has(Label::author) && (has(Label::title) || has(Label::container_title)) && has(Label::date);
  }
  bool has(Label label) const { return fields_.contains(label); }

  Example print() {
    const bool known_style = random_.chance(.4);
    if (in_book())
      known_style ? chapter_of_a_known_style() : chapter();
    else if (article())
      known_style ? journal_of_a_known_style() : journal();
    else
      known_style ? book_of_a_known_style() : book();
    tail();
    return std::move(out_);
  }

 private:
  bool in_book() const {
    return has(Label::container_title) && (has(Label::editor) || has(Label::publisher)) && !has(Label::volume);
  }
  bool article() const { return has(Label::container_title) && !in_book(); }

  const char* pick(Words words) { return *(words.begin() + random_.below(words.size())); }

  void text(const std::string& s) { out_.text += s; }

  // A field between what stands before and after it; nothing where the field is missing.
  bool field(Label label, const std::string& before = "", const std::string& after = "") {
    const auto found = fields_.find(label);
    if (found == fields_.end()) return false;
    std::string value = found->second;
    if (label == Label::author || label == Label::editor) {
      if (restyled_)
        value = names_.print(value);
      else if (upper_names_)
        value = upper_families(value);
    }
    text(before);
    const auto start = static_cast<std::uint32_t>(out_.text.size());
    text(value);
    const auto end = static_cast<std::uint32_t>(out_.text.size());
    Segment segment;
    segment.label = label;
    segment.span = {start, end};
    out_.segments.push_back(segment);
    last_stop_ = value.ends_with('.') || value.ends_with('?') || value.ends_with('!');
    text(after);
    fields_.erase(found);
    return true;
  }

  // Words of three letters and more in capitals; initials and particles stay.
  static std::string upper_families(const std::string& names) {
    std::string out;
    std::size_t i = 0;
    while (i < names.size()) {
      std::size_t end = i;
      while (end < names.size() && names[end] != ' ' && names[end] != ',' && names[end] != '.') ++end;
      std::string word = names.substr(i, end - i);
      if (word.size() >= 3 && word[0] >= 'A' && word[0] <= 'Z') word = ascii_upper(word);
      out += word;
      if (end < names.size()) out += names[end];
      i = end + 1;
    }
    return out;
  }

  bool emphasised_field(Label label, const std::string& before, const std::string& after) {
    const auto start = static_cast<std::uint32_t>(out_.text.size() + before.size());
    const std::size_t length = has(label) ? fields_[label].size() : 0;
    const bool printed = field(label, before, after);
    if (printed && emphasised_)
      out_.marks.push_back({MarkKind::emphasis, {start, start + static_cast<std::uint32_t>(length)}, ""});
    return printed;
  }

  // Full stop unless the field brought its own.
  void stop() { text(last_stop_ ? " " : ". "); }

  void author_and_date() {
    const bool year_first = random_.chance(.5);
    field(Label::author);
    year_printed_ = false;
    if (year_first) {
      switch (random_.below(5)) {
        case 0:
          field(Label::date, " (", "). ");
          break;
        case 1:
          field(Label::date, last_stop_ ? " " : ". ", ". ");
          break;
        case 2:
          field(Label::date, " (", ") ");
          break;
        case 3:
          field(Label::date, " (", "), ");
          break;
        default:
          field(Label::date, ", ", ". ");
          break;
      }
      year_printed_ = true;
    } else {
      text(pick({", ", ": ", ". ", "; ", ", "}));
    }
  }

  void quoted_title() {
    switch (random_.below(8)) {
      case 0:
        field(Label::title, "“", random_.chance(.5) ? ",” " : "”, ");
        break;
      case 1:
        field(Label::title, "\"", random_.chance(.5) ? ",\" " : "\", ");
        break;
      case 2:
        field(Label::title, "«", "», ");
        break;
      case 3:
        field(Label::title, "‘", "’, ");
        break;
      case 4:
        field(Label::title, "„", "“, ");
        break;
      default:
        field(Label::title);
        random_.chance(.7) ? stop() : text(", ");
        break;
    }
  }

  void journal() {
    author_and_date();
    quoted_title();
    if (random_.chance(.15)) text(pick(language_.in));
    emphasised_field(Label::container_title, "", "");
    if (random_.chance(.15)) field(Label::publisher_place, ", ");
    switch (random_.below(6)) {
      case 0:  // 12(3), 4-5
        field(Label::volume, random_.chance(.5) ? ", " : " ");
        field(Label::issue, random_.chance(.5) ? "(" : " (", ")");
        date_in_place();
        field(Label::pages, pick({", ", ": ", ":", ", pp. "}));
        break;
      case 1:  // 2010;12(3):4-5
        if (!year_printed_)
          field(Label::date, random_.chance(.5) ? ". " : " ", ";");
        else
          text(" ");
        field(Label::volume);
        field(Label::issue, "(", ")");
        field(Label::pages, ":");
        break;
      case 2:  // vol. 12, no. 3, 2010, pp. 4-5
        field(Label::volume, std::string(", ") + pick(language_.volume));
        field(Label::issue, std::string(", ") + pick(language_.issue));
        if (random_.chance(.5)) {
          if (!year_printed_) field(Label::date, ", ");
          field(Label::pages, std::string(", ") + pick(language_.pages));
        } else {
          field(Label::pages, std::string(", ") + pick(language_.pages));
          if (!year_printed_) field(Label::date, ", ");
        }
        break;
      case 3:  // 12 (2010) 4-5
        field(Label::volume, " ");
        field(Label::issue, pick({":", ", ", "/", "."}));
        if (!year_printed_) field(Label::date, " (", ")");
        field(Label::pages, pick({", ", " ", ": ", ", S. "}));
        break;
      case 4:  // 12, no. 3 (2010): 4-5
        field(Label::volume, " ");
        field(Label::issue, std::string(", ") + pick(language_.issue));
        if (!year_printed_) field(Label::date, " (", ")");
        field(Label::pages, ": ");
        break;
      default:  // 12, 4 (2010)
        field(Label::volume, " ");
        field(Label::issue, "(", ")");
        field(Label::pages, ", ");
        if (!year_printed_) field(Label::date, " (", ")");
        break;
    }
    if (has(Label::date)) field(Label::date, ", ");
  }

  void date_in_place() {
    if (!year_printed_ && random_.chance(.5)) {
      field(Label::date, " (", ")");
      year_printed_ = true;
    }
  }

  void imprint() {
    switch (random_.below(4)) {
      case 0:
        field(Label::publisher_place, "", has(Label::publisher) ? ": " : "");
        field(Label::publisher);
        break;
      case 1:
        field(Label::publisher_place, "", has(Label::publisher) ? ", " : "");
        field(Label::publisher);
        break;
      default: {
        const bool first = has(Label::publisher);
        field(Label::publisher);
        field(Label::publisher_place, first ? ", " : "");
        break;
      }
    }
    if (!year_printed_) {
      switch (random_.below(3)) {
        case 0:
          field(Label::date, ", ");
          break;
        case 1:
          field(Label::date, " ");
          break;
        default:
          field(Label::date, " (", ")");
          break;
      }
    }
  }

  void chapter() {
    author_and_date();
    quoted_title();
    text(pick(language_.in));
    if (has(Label::editor)) {
      if (random_.chance(.6)) {
        field(Label::editor, "", pick(language_.editors_after));
        text(random_.chance(.5) ? ", " : ": ");
        emphasised_field(Label::container_title, "", "");
      } else {
        emphasised_field(Label::container_title, "", ", ");
        field(Label::editor, pick(language_.editor));
      }
    } else {
      emphasised_field(Label::container_title, "", "");
    }
    const bool pages_first = random_.chance(.4);
    if (pages_first)
      field(Label::pages, random_.chance(.5) ? " (pp. " : std::string(", ") + pick(language_.pages),
            out_.text.ends_with("(pp. ") ? ")" : "");
    text(random_.chance(.7) ? ". " : ", ");
    imprint();
    if (!pages_first) field(Label::pages, std::string(", ") + pick(language_.pages));
  }

  void book() {
    author_and_date();
    if (random_.chance(.2)) {
      quoted_title();
    } else {
      emphasised_field(Label::title, "", "");
      random_.chance(.6) ? stop() : text(", ");
    }
    field(Label::translator, random_.chance(.5) ? "Translated by " : "Trans. ", ". ");
    field(Label::editor, pick(language_.editor), ". ");
    field(Label::edition, "", std::string(pick(language_.edition)) + " ");
    field(Label::genre, "", ", ");
    field(Label::volume, pick(language_.volume), ", ");
    imprint();
    field(Label::pages, std::string(", ") + pick(language_.pages));
  }

  // Whatever is left, then the identifiers.
  void tail() {
    while (!fields_.empty()) {
      const Label label = fields_.begin()->first;
      switch (label) {
        case Label::doi:
          field(label, pick({". doi:", ". https://doi.org/", ", DOI: ", ". doi "}));
          break;
        case Label::url:
          field(label, pick({". Available at: ", ". URL: ", ". ", ". Retrieved from ", ". Disponível em: "}));
          break;
        case Label::accessed:
          field(label, pick({" (accessed ", " [accessed "}), ")");
          break;
        case Label::issue:
          field(label, ", no. ");
          break;
        case Label::collection_title:
          field(label, " (", ")");
          break;
        default:
          field(label, ". ");
          break;
      }
    }
    if (random_.chance(.85)) text(".");
  }

  // Journal articles as well-known styles print them, whose punctuation is nothing like the mixtures above.
  void journal_of_a_known_style() {
    switch (random_.below(9)) {
      case 0:  // Institute of Physics: no punctuation at all
        field(Label::author);
        field(Label::date, " ");
        field(Label::title, " ");
        emphasised_field(Label::container_title, " ", "");
        field(Label::volume, " ");
        field(Label::issue, " (", ")");
        field(Label::pages, " ");
        break;
      case 1:  // American Physical Society
        field(Label::author);
        if (random_.chance(.4)) fields_.erase(Label::title);
        emphasised_field(Label::title, ", ", "");
        field(Label::container_title, ", ");
        field(Label::volume, " ");
        field(Label::pages, ", ");
        field(Label::date, " (", ")");
        fields_.erase(Label::issue);
        break;
      case 2:  // American Chemical Society
        field(Label::author);
        field(Label::title, last_stop_ ? " " : ". ");
        emphasised_field(Label::container_title, last_stop_ ? " " : ". ", "");
        field(Label::date, last_stop_ ? " " : ". ");
        field(Label::volume, ", ");
        field(Label::issue, " (", ")");
        field(Label::pages, ", ");
        break;
      case 3:  // ABNT
        field(Label::author);
        field(Label::title, last_stop_ ? " " : ". ");
        emphasised_field(Label::container_title, last_stop_ ? " " : ". ", "");
        field(Label::publisher_place, ", ");
        field(Label::volume, ", v. ");
        field(Label::issue, ", n. ");
        field(Label::pages, ", p. ");
        field(Label::date, ", ");
        break;
      case 4:  // German
        field(Label::author);
        if (random_.chance(.5)) field(Label::date, " (", ")");
        field(Label::title, ": ");
        text(last_stop_ ? " " : ". ");
        text(pick({"In: ", "in: ", "In "}));
        emphasised_field(Label::container_title, "", "");
        field(Label::volume, random_.chance(.5) ? " " : ", Jg. ");
        field(Label::issue, pick({", H. ", ", Nr. ", "/", ", "}));
        field(Label::date, " (", ")");
        field(Label::pages, pick({", S. ", ", ", ", hier S. ", ": "}));
        break;
      case 5:  // French
        field(Label::author);
        field(Label::date, " (", ")");
        field(Label::title, ", « ", " »");
        emphasised_field(Label::container_title, pick({", ", ", in "}), "");
        field(Label::volume, pick({", vol. ", ", t. ", ", "}));
        field(Label::issue, pick({", n° ", ", no ", ", nº "}));
        field(Label::pages, ", p. ");
        break;
      case 6:  // Italian
        field(Label::author);
        field(Label::title, ", ");
        field(Label::container_title, ", in «", "»");
        field(Label::volume, ", ");
        if (random_.chance(.5)) field(Label::date, " (", ")");
        field(Label::issue, ", n. ");
        field(Label::date, ", ");
        field(Label::pages, ", pp. ");
        break;
      case 7:  // zoological and botanical journals
        field(Label::author);
        random_.chance(.5) ? field(Label::date, " (", ")") : field(Label::date, last_stop_ ? " " : ". ");
        field(Label::title, out_.text.ends_with(')') ? pick({" ", ". ", ": "}) : ". ");
        emphasised_field(Label::container_title, last_stop_ ? " " : ". ", "");
        field(Label::volume, pick({" ", ", ", ". "}));
        field(Label::issue, "(", ")");
        field(Label::pages, pick({": ", ":", ", "}));
        break;
      default:  // MLA
        field(Label::author);
        field(Label::title, last_stop_ ? " “" : ". “", ".”");
        emphasised_field(Label::container_title, " ", "");
        field(Label::volume, ", vol. ");
        field(Label::issue, ", no. ");
        field(Label::date, ", ");
        field(Label::pages, ", pp. ");
        break;
    }
  }

  void chapter_of_a_known_style() {
    switch (random_.below(4)) {
      case 0:  // ABNT
        field(Label::author);
        field(Label::title, last_stop_ ? " " : ". ");
        text(last_stop_ ? " In: " : ". In: ");
        field(Label::editor, "", pick({" (Org.). ", " (org.). ", " (Orgs.). ", " (Ed.). ", " (Coord.). "}));
        emphasised_field(Label::container_title, "", "");
        field(Label::edition, ". ", " ed");
        field(Label::publisher_place, ". ");
        field(Label::publisher, has(Label::publisher_place) ? ". " : ": ");
        field(Label::date, ", ");
        field(Label::pages, ". p. ");
        break;
      case 1:  // German
        field(Label::author);
        if (random_.chance(.5)) field(Label::date, " (", ")");
        field(Label::title, ": ");
        text(last_stop_ ? " In: " : ". In: ");
        field(Label::editor, "", pick({" (Hrsg.): ", " (Hg.): ", " (Hgg.): ", ": ", " (Hrsg.), "}));
        emphasised_field(Label::container_title, "", "");
        text(random_.chance(.7) ? ". " : ", ");
        field(Label::publisher_place);
        field(Label::publisher, out_.text.ends_with(' ') ? "" : ": ");
        field(Label::date, random_.chance(.5) ? " " : ", ");
        field(Label::pages, ", S. ");
        break;
      case 2:  // French
        field(Label::author);
        field(Label::date, " (", ")");
        field(Label::title, ", « ", " »");
        text(pick({", in ", ", dans "}));
        field(Label::editor, "", pick({" (dir.), ", " (éd.), ", " (éds), ", " (ed.), "}));
        emphasised_field(Label::container_title, "", "");
        field(Label::publisher_place, ", ");
        field(Label::publisher, ", ");
        field(Label::date, ", ");
        field(Label::pages, ", p. ");
        break;
      default:  // Italian
        field(Label::author);
        field(Label::title, ", ");
        text(", in ");
        emphasised_field(Label::container_title, "", "");
        field(Label::editor, ", a cura di ");
        field(Label::publisher_place, ", ");
        field(Label::publisher, ", ");
        field(Label::date, random_.chance(.5) ? " " : ", ");
        field(Label::pages, ", pp. ");
        break;
    }
  }

  void book_of_a_known_style() {
    field(Label::author);
    switch (random_.below(4)) {
      case 0:  // ABNT
        emphasised_field(Label::title, last_stop_ ? " " : ". ", "");
        field(Label::edition, ". ", ". ed");
        field(Label::publisher_place, ". ");
        field(Label::publisher, has(Label::publisher_place) ? ". " : ": ");
        field(Label::date, ", ");
        field(Label::pages, ". ", " p");
        break;
      case 1:  // German
        if (random_.chance(.4)) field(Label::date, " (", ")");
        emphasised_field(Label::title, ": ", "");
        field(Label::edition, ", ", " Aufl.");
        field(Label::publisher_place, last_stop_ ? " " : ". ");
        field(Label::publisher, ": ");
        field(Label::date, " ");
        break;
      case 2:  // French, Italian
        emphasised_field(Label::title, ", ", "");
        field(Label::editor, pick({", a cura di ", ", éd. ", ", sous la direction de "}));
        field(Label::publisher_place, ", ");
        field(Label::publisher, ", ");
        field(Label::date, random_.chance(.5) ? " " : ", ");
        field(Label::pages, pick({", p. ", ", pp. "}));
        break;
      default:  // Institute of Physics
        field(Label::date, " ");
        emphasised_field(Label::title, " ", "");
        field(Label::collection_title, " (", ")");
        text(" (");
        field(Label::publisher_place, "", ": ");
        field(Label::publisher);
        text(")");
        field(Label::pages, " pp ");
        break;
    }
  }

  Random& random_;
  NameStyle names_;
  const Language& language_;
  std::map<Label, std::string> fields_;
  bool repeated_ = false, emphasised_ = false, restyled_ = false, upper_names_ = false, last_stop_ = false,
       year_printed_ = false;
  Example out_;
};

}  // namespace

Example rerender(const Example& example, Random& random) {
  Printer printer(example, random);
  if (!printer.usable()) return example;
  Example out = printer.print();
  out.weight = example.weight;
  settle_last_stop(out);
  std::sort(out.segments.begin(), out.segments.end(),
            [](const Segment& a, const Segment& b) { return a.span < b.span; });
  return out;
}

Example add_noise(const Example& example, Random& random) {
  Example out = example;
  out.text.clear();
  std::vector<std::uint32_t> moved(example.text.size() + 1);
  const bool blanks = random.chance(.5), glue = random.chance(.5), hyphens = random.chance(.3);
  for (std::size_t i = 0; i < example.text.size(); ++i) {
    const char c = example.text[i];
    const auto letter = [](char x) { return x >= 'a' && x <= 'z'; };
    if (blanks && (c == ',' || c == '.' || c == ';' || c == ')') && random.chance(.3)) out.text += ' ';
    if (hyphens && i > 3 && i + 3 < example.text.size() && letter(c) && letter(example.text[i - 1]) &&
        letter(example.text[i + 1]) && random.chance(.01))
      out.text += "- ";
    moved[i] = static_cast<std::uint32_t>(out.text.size());
    if (glue && c == ' ' && random.chance(.06)) continue;
    out.text += c;
  }
  moved[example.text.size()] = static_cast<std::uint32_t>(out.text.size());
  const auto end_of = [&](std::uint32_t end) { return end == 0 ? 0 : std::min(moved[end - 1] + 1, moved[end]); };
  for (Segment& s : out.segments) s.span = {moved[s.span.start], end_of(s.span.end)};
  for (Mark& m : out.marks) m.span = {moved[m.span.start], end_of(m.span.end)};
  return out;
}

}  // namespace training
