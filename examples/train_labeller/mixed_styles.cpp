#include "printer.hpp"

namespace training {

void Printer::author_and_date() {
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

void Printer::quoted_title() {
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

void Printer::journal() {
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

void Printer::date_in_place() {
  if (!year_printed_ && random_.chance(.5)) {
    field(Label::date, " (", ")");
    year_printed_ = true;
  }
}

void Printer::imprint() {
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

void Printer::chapter() {
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

void Printer::book() {
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
void Printer::tail() {
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

}  // namespace training
