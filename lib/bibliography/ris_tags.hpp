// The tags of RIS, for its reader and its writer.
#pragma once

#include <array>
#include <string_view>

#include "citegraph/work.hpp"

namespace citegraph::bibliography {

struct RisType {
  std::string_view code;
  WorkType type;
};

// The first row of a type is written; all are read.
inline constexpr auto ris_types = std::to_array<RisType>({
    {"GEN", WorkType::document},
    {"INPR", WorkType::article},
    {"JOUR", WorkType::article_journal},
    {"JFULL", WorkType::periodical},
    {"ABST", WorkType::article_journal},
    {"EJOUR", WorkType::article_journal},
    {"MGZN", WorkType::article_magazine},
    {"NEWS", WorkType::article_newspaper},
    {"BILL", WorkType::bill},
    {"UNBILL", WorkType::bill},
    {"BOOK", WorkType::book},
    {"EBOOK", WorkType::book},
    {"EDBOOK", WorkType::book},
    {"CLSWK", WorkType::book},
    {"CONF", WorkType::book},
    {"SER", WorkType::book},
    {"CHAP", WorkType::chapter},
    {"ECHAP", WorkType::chapter},
    {"CPAPER", WorkType::paper_conference},
    {"DATA", WorkType::dataset},
    {"AGGR", WorkType::dataset},
    {"DICT", WorkType::entry_dictionary},
    {"ENCYC", WorkType::entry_encyclopedia},
    {"FIGURE", WorkType::figure},
    {"ART", WorkType::figure},
    {"HEAR", WorkType::hearing},
    {"CASE", WorkType::legal_case},
    {"STAT", WorkType::legislation},
    {"LEGAL", WorkType::regulation},
    {"GOVDOC", WorkType::report},
    {"MANSCPT", WorkType::manuscript},
    {"UNPB", WorkType::manuscript},
    {"MAP", WorkType::map},
    {"VIDEO", WorkType::motion_picture},
    {"MPCT", WorkType::motion_picture},
    {"MUSIC", WorkType::musical_score},
    {"PAMP", WorkType::pamphlet},
    {"PAT", WorkType::patent},
    {"PCOMM", WorkType::personal_communication},
    {"ICOMM", WorkType::personal_communication},
    {"BLOG", WorkType::post_weblog},
    {"RPRT", WorkType::report},
    {"COMP", WorkType::software},
    {"SOUND", WorkType::song},
    {"SLIDE", WorkType::speech},
    {"STAND", WorkType::standard},
    {"THES", WorkType::thesis},
    {"ELEC", WorkType::webpage},
    {"WEB", WorkType::webpage},
});

struct RisText {
  std::string_view tag;
  Variable variable;
};

// The first row of a variable is written; all are read, and what a tag says first is kept.
inline constexpr auto ris_texts = std::to_array<RisText>({
    {"TI", Variable::title},
    {"T1", Variable::title},
    {"CT", Variable::title},
    {"ST", Variable::title_short},
    {"T2", Variable::container_title},
    {"JO", Variable::container_title},
    {"JF", Variable::container_title},
    {"BT", Variable::container_title},
    {"J2", Variable::container_title_short},
    {"JA", Variable::container_title_short},
    {"J1", Variable::container_title_short},
    {"T3", Variable::collection_title},
    {"U2", Variable::collection_number},
    {"VL", Variable::volume},
    {"IS", Variable::issue},
    {"CP", Variable::issue},
    {"M1", Variable::number},
    {"U3", Variable::number_of_pages},
    {"NV", Variable::number_of_volumes},
    {"ET", Variable::edition},
    {"PB", Variable::publisher},
    {"CY", Variable::publisher_place},
    {"PP", Variable::publisher_place},
    {"C3", Variable::event_title},
    {"C1", Variable::event_place},
    {"M3", Variable::genre},
    {"C5", Variable::medium},
    {"DB", Variable::archive},
    {"DP", Variable::archive},
    {"C8", Variable::archive_location},
    {"C4", Variable::status},
    {"LA", Variable::language},
    {"AB", Variable::abstract},
    {"N2", Variable::abstract},
    {"N1", Variable::note},
    {"RN", Variable::note},
    {"C6", Variable::version},
    {"DO", Variable::doi},
    {"SN", Variable::isbn},
    {"U1", Variable::issn},
    {"AN", Variable::pmid},
    {"C2", Variable::pmcid},
    {"UR", Variable::url},
    {"LK", Variable::url},
    {"L2", Variable::url},
    {"C7", Variable::arxiv},
});

struct RisNames {
  std::string_view tag;
  NameVariable variable;
};

inline constexpr auto ris_names = std::to_array<RisNames>({
    {"AU", NameVariable::author},
    {"A1", NameVariable::author},
    {"ED", NameVariable::editor},
    {"A2", NameVariable::editor},
    {"A4", NameVariable::translator},
    {"TA", NameVariable::translator},
    {"U4", NameVariable::container_author},
    {"A3", NameVariable::collection_editor},
    {"A5", NameVariable::recipient},
    {"U5", NameVariable::recipient},
    {"RP", NameVariable::reviewed_author},
});

}  // namespace citegraph::bibliography
