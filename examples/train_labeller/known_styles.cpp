#include "printer.hpp"

namespace training {

// Journal articles as well-known styles print them, whose punctuation is nothing like the mixtures above.
void Printer::journal_of_a_known_style() {
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

void Printer::chapter_of_a_known_style() {
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

void Printer::book_of_a_known_style() {
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

}  // namespace training
