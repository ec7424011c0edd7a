// A reference that is printed field by field, in a style drawn at random.
#pragma once

#include <initializer_list>
#include <map>
#include <string>

#include "data.hpp"
#include "languages.hpp"
#include "printed_names.hpp"
#include "random.hpp"

namespace training {

class Printer {
 public:
  using Label = citegraph::Label;

  Printer(const Example& example, Random& random);
  bool usable() const {
    return !repeated_ && has(Label::author) && (has(Label::title) || has(Label::container_title)) && has(Label::date);
  }
  bool has(Label label) const { return fields_.contains(label); }
  Example print();

 private:
  bool in_book() const {
    return has(Label::container_title) && (has(Label::editor) || has(Label::publisher)) && !has(Label::volume);
  }
  bool article() const { return has(Label::container_title) && !in_book(); }
  const char* pick(Words words) { return *(words.begin() + random_.below(words.size())); }
  void text(const std::string& s) { out_.text += s; }
  // A field between what stands before and after it; nothing where the field is missing.
  bool field(Label label, const std::string& before = "", const std::string& after = "");
  // Words of three letters and more in capitals; initials and particles stay.
  static std::string upper_families(const std::string& names);
  bool emphasised_field(Label label, const std::string& before, const std::string& after);
  // Full stop unless the field brought its own.
  void stop() { text(last_stop_ ? " " : ". "); }

  // mixed_styles.cpp: whatever occurs somewhere, put together by chance.
  void author_and_date();
  void quoted_title();
  void journal();
  void date_in_place();
  void imprint();
  void chapter();
  void book();
  // Whatever is left, then the identifiers.
  void tail();

  // known_styles.cpp
  // Journal articles as well-known styles print them, whose punctuation is nothing like the mixtures above.
  void journal_of_a_known_style();
  void chapter_of_a_known_style();
  void book_of_a_known_style();

  Random& random_;
  NameStyle names_;
  const Language& language_;
  std::map<Label, std::string> fields_;
  bool repeated_ = false, emphasised_ = false, restyled_ = false, upper_names_ = false, last_stop_ = false,
       year_printed_ = false;
  Example out_;
};

}  // namespace training
