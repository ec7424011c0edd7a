#include "text/phrases.hpp"

#include "text/fold.hpp"

namespace citegraph::text {

Words::Words(std::string_view text, std::size_t enough) : padded_(' ' + fold_words(text.substr(0, enough)) + ' ') {
  for (std::size_t i = 1; i + 1 < padded_.size(); ++i)
    if (padded_[i - 1] == ' ') beginnings_.add(Beginnings::of(std::string_view(padded_).substr(i, 2)));
}

bool Words::starts_with(std::string_view phrase) const noexcept {
  const std::string_view words = std::string_view(padded_).substr(1);
  return words.starts_with(phrase) && (words.size() <= phrase.size() || words[phrase.size()] == ' ');
}

bool Words::has_phrase(std::string_view phrase) const noexcept {
  for (std::size_t at = padded_.find(phrase); at != std::string::npos; at = padded_.find(phrase, at + 1))
    if (at > 0 && padded_[at - 1] == ' ' && at + phrase.size() < padded_.size() && padded_[at + phrase.size()] == ' ')
      return true;
  return false;
}

}  // namespace citegraph::text
