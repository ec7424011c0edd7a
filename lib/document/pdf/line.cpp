#include "document/pdf/line.hpp"

namespace citegraph::document::pdf {

std::string text_of(const Line& line) {
  std::string text;
  for (const Word& word : line.words) {
    if (!text.empty() && !word.glued) text += ' ';
    text += word.text;
  }
  return text;
}

bool ends_with_hyphen(const Line& line) {
  return line.words.back().text.ends_with('-') || line.words.back().text.ends_with("\u2010");
}

}  // namespace citegraph::document::pdf
