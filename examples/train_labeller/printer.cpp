#include "printer.hpp"

#include "abbreviate.hpp"

namespace training {

using citegraph::MarkKind;
using citegraph::Segment;

namespace {

std::string ascii_upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

}  // namespace

Printer::Printer(const Example& example, Random& random)
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

Example Printer::print() {
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

// A field between what stands before and after it; nothing where the field is missing.
bool Printer::field(Label label, const std::string& before, const std::string& after) {
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
std::string Printer::upper_families(const std::string& names) {
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

bool Printer::emphasised_field(Label label, const std::string& before, const std::string& after) {
  const auto start = static_cast<std::uint32_t>(out_.text.size() + before.size());
  const std::size_t length = has(label) ? fields_[label].size() : 0;
  const bool printed = field(label, before, after);
  if (printed && emphasised_)
    out_.marks.push_back({MarkKind::emphasis, {start, start + static_cast<std::uint32_t>(length)}, ""});
  return printed;
}

}  // namespace training
