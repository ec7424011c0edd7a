// The reference types of EndNote, by the names that its XML and its tagged text give them, with the numbers of the XML.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "citegraph/work.hpp"

namespace citegraph::bibliography::markup {

struct EndnoteType {
  std::string_view name;
  int number;
  WorkType type;
};

// The first row of a type is written; all are read.
inline constexpr auto endnote_types = std::to_array<EndnoteType>({
    {"Generic", 13, WorkType::document},
    {"Journal Article", 17, WorkType::article_journal},
    {"Electronic Article", 43, WorkType::article},
    {"Magazine Article", 19, WorkType::article_magazine},
    {"Newspaper Article", 23, WorkType::article_newspaper},
    {"Bill", 4, WorkType::bill},
    {"Book", 6, WorkType::book},
    {"Edited Book", 28, WorkType::book},
    {"Electronic Book", 44, WorkType::book},
    {"Classical Work", 49, WorkType::book},
    {"Conference Proceedings", 10, WorkType::paper_conference},
    {"Conference Paper", 47, WorkType::paper_conference},
    {"Book Section", 5, WorkType::chapter},
    {"Electronic Book Section", 60, WorkType::chapter},
    {"Dataset", 59, WorkType::dataset},
    {"Dictionary", 52, WorkType::entry_dictionary},
    {"Encyclopedia", 53, WorkType::entry_encyclopedia},
    {"Figure", 37, WorkType::figure},
    {"Artwork", 2, WorkType::figure},
    {"Hearing", 14, WorkType::hearing},
    {"Interview", 64, WorkType::interview},
    {"Case", 7, WorkType::legal_case},
    {"Statute", 31, WorkType::legislation},
    {"Manuscript", 36, WorkType::manuscript},
    {"Unpublished Work", 34, WorkType::manuscript},
    {"Map", 20, WorkType::map},
    {"Film or Broadcast", 21, WorkType::motion_picture},
    {"Music", 61, WorkType::musical_score},
    {"Pamphlet", 24, WorkType::pamphlet},
    {"Patent", 25, WorkType::patent},
    {"Personal Communication", 26, WorkType::personal_communication},
    {"Serial", 57, WorkType::periodical},
    {"Blog", 56, WorkType::post_weblog},
    {"Legal Rule or Regulation", 50, WorkType::regulation},
    {"Report", 27, WorkType::report},
    {"Government Document", 46, WorkType::report},
    {"Computer Program", 9, WorkType::software},
    {"Standard", 58, WorkType::standard},
    {"Thesis", 32, WorkType::thesis},
    {"Web Page", 12, WorkType::webpage},
});

// The row to write a type by.
inline const EndnoteType& endnote_type(WorkType type) {
  const auto* row = std::find_if(endnote_types.begin(), endnote_types.end(),
                                 [type](const EndnoteType& each) { return each.type == type; });
  return row == endnote_types.end() ? endnote_types.front() : *row;
}

inline const EndnoteType* endnote_type_named(std::string_view name) {
  const auto* row = std::find_if(endnote_types.begin(), endnote_types.end(),
                                 [name](const EndnoteType& each) { return each.name == name; });
  return row == endnote_types.end() ? nullptr : row;
}

// The pages of these are how many they have.
inline bool counts_pages(WorkType type) {
  return type == WorkType::book || type == WorkType::report || type == WorkType::thesis || type == WorkType::pamphlet;
}
inline void count_pages(Work& work) {
  const std::string pages(work.get(Variable::page));
  if (pages.empty() || !counts_pages(work.type) || pages.find_first_not_of("0123456789") != std::string::npos) return;
  work.set(Variable::page, {});
  work.set(Variable::number_of_pages, pages);
}

// What a work stands in is named by `secondary-title` and `%B`, but for articles, where it is the journal.
inline bool stands_in_journal(WorkType type) {
  return type == WorkType::article || type == WorkType::article_journal || type == WorkType::article_magazine ||
         type == WorkType::article_newspaper;
}

}  // namespace citegraph::bibliography::markup
