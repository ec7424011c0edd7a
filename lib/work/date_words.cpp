#include "work/date_words.hpp"

#include <algorithm>

#include "text/word_table.hpp"

namespace citegraph::work {
namespace {

// Folded: no diacritics, no full stops. English, German, French, Spanish, Portuguese, Italian, Catalan, Dutch, Danish,
// Norwegian, Swedish, Polish, Czech, Romanian, Turkish, Latin, Russian, Ukrainian.
constexpr auto months = text::word_map<std::uint8_t>({
    {"january", 1},   {"ian", 1},        {"jan", 1},       {"januar", 1},        {"janner", 1},       {"jaenner", 1},
    {"janvier", 1},   {"janv", 1},       {"enero", 1},     {"ene", 1},           {"janeiro", 1},      {"gennaio", 1},
    {"gen", 1},       {"genn", 1},       {"gener", 1},     {"januari", 1},       {"stycznia", 1},     {"styczen", 1},
    {"leden", 1},     {"ledna", 1},      {"ianuarie", 1},  {"ocak", 1},          {"ianuarius", 1},    {"января", 1},
    {"январь", 1},    {"янв", 1},        {"січня", 1},     {"січень", 1},        {"янваpя", 1},       {"february", 2},
    {"feb", 2},       {"februar", 2},    {"feber", 2},     {"fevrier", 2},       {"fevr", 2},         {"fev", 2},
    {"febrero", 2},   {"fevereiro", 2},  {"febbraio", 2},  {"febr", 2},          {"febbr", 2},        {"febrer", 2},
    {"februari", 2},  {"lutego", 2},     {"luty", 2},      {"unor", 2},          {"unora", 2},        {"februarie", 2},
    {"subat", 2},     {"февраля", 2},    {"февраль", 2},   {"фев", 2},           {"февр", 2},         {"лютого", 2},
    {"лютии", 2},     {"лютий", 2},      {"march", 3},     {"mar", 3},           {"marz", 3},         {"maerz", 3},
    {"mrz", 3},       {"mars", 3},       {"marzo", 3},     {"marco", 3},         {"maart", 3},        {"mrt", 3},
    {"marts", 3},     {"marca", 3},      {"marzec", 3},    {"brezen", 3},        {"brezna", 3},       {"martie", 3},
    {"mart", 3},      {"марта", 3},      {"март", 3},      {"мар", 3},           {"березня", 3},      {"березень", 3},
    {"april", 4},     {"apr", 4},        {"avril", 4},     {"avr", 4},           {"abril", 4},        {"abr", 4},
    {"aprile", 4},    {"kwietnia", 4},   {"kwiecien", 4},  {"duben", 4},         {"dubna", 4},        {"aprilie", 4},
    {"nisan", 4},     {"апреля", 4},     {"апрель", 4},    {"апр", 4},           {"квітня", 4},       {"квітень", 4},
    {"may", 5},       {"mai", 5},        {"mayo", 5},      {"maio", 5},          {"maggio", 5},       {"magg", 5},
    {"mag", 5},       {"maig", 5},       {"mei", 5},       {"maj", 5},           {"maja", 5},         {"kveten", 5},
    {"kvetna", 5},    {"mayis", 5},      {"мая", 5},       {"май", 5},           {"маи", 5},          {"травня", 5},
    {"травень", 5},   {"june", 6},       {"jun", 6},       {"juni", 6},          {"juin", 6},         {"junio", 6},
    {"junho", 6},     {"giugno", 6},     {"giu", 6},       {"juny", 6},          {"czerwca", 6},      {"czerwiec", 6},
    {"cerven", 6},    {"cervna", 6},     {"iunie", 6},     {"haziran", 6},       {"июня", 6},         {"июнь", 6},
    {"июн", 6},       {"червня", 6},     {"червень", 6},   {"july", 7},          {"jul", 7},          {"juli", 7},
    {"juillet", 7},   {"juil", 7},       {"julio", 7},     {"julho", 7},         {"luglio", 7},       {"lug", 7},
    {"juliol", 7},    {"lipca", 7},      {"lipiec", 7},    {"cervenec", 7},      {"cervence", 7},     {"iulie", 7},
    {"temmuz", 7},    {"июля", 7},       {"июль", 7},      {"июл", 7},           {"липня", 7},        {"липень", 7},
    {"august", 8},    {"aug", 8},        {"aout", 8},      {"agosto", 8},        {"ago", 8},          {"ag", 8},
    {"agost", 8},     {"augustus", 8},   {"augusti", 8},   {"sierpnia", 8},      {"sierpien", 8},     {"srpen", 8},
    {"srpna", 8},     {"agustos", 8},    {"августа", 8},   {"август", 8},        {"авг", 8},          {"серпня", 8},
    {"серпень", 8},   {"september", 9},  {"sep", 9},       {"sept", 9},          {"septembre", 9},    {"septiembre", 9},
    {"setiembre", 9}, {"setembro", 9},   {"set", 9},       {"settembre", 9},     {"sett", 9},         {"setembre", 9},
    {"wrzesnia", 9},  {"wrzesien", 9},   {"zari", 9},      {"septembrie", 9},    {"eylul", 9},        {"сентября", 9},
    {"сентябрь", 9},  {"сен", 9},        {"сент", 9},      {"вересня", 9},       {"вересень", 9},     {"october", 10},
    {"oct", 10},      {"oktober", 10},   {"okt", 10},      {"octobre", 10},      {"octubre", 10},     {"outubro", 10},
    {"out", 10},      {"ottobre", 10},   {"ott", 10},      {"pazdziernika", 10}, {"pazdziernik", 10}, {"rijen", 10},
    {"rijna", 10},    {"octombrie", 10}, {"ekim", 10},     {"октября", 10},      {"октябрь", 10},     {"окт", 10},
    {"жовтня", 10},   {"жовтень", 10},   {"november", 11}, {"nov", 11},          {"novembre", 11},    {"noviembre", 11},
    {"novembro", 11}, {"listopada", 11}, {"listopad", 11}, {"noiembrie", 11},    {"kasim", 11},       {"ноября", 11},
    {"ноябрь", 11},   {"ноя", 11},       {"нояб", 11},     {"листопада", 11},    {"листопад", 11},    {"december", 12},
    {"dec", 12},      {"dezember", 12},  {"dez", 12},      {"decembre", 12},     {"diciembre", 12},   {"dic", 12},
    {"dezembro", 12}, {"dicembre", 12},  {"desembre", 12}, {"desember", 12},     {"des", 12},         {"grudnia", 12},
    {"grudzien", 12}, {"prosinec", 12},  {"prosince", 12}, {"decembrie", 12},    {"aralik", 12},      {"декабря", 12},
    {"декабрь", 12},  {"дек", 12},       {"грудня", 12},   {"грудень", 12},
});

constexpr auto seasons = text::word_map<std::uint8_t>({
    {"spring", 1},   {"fruhjahr", 1}, {"fruhling", 1}, {"printemps", 1}, {"primavera", 1}, {"lente", 1},
    {"voorjaar", 1}, {"forar", 1},    {"var", 1},      {"весна", 1},     {"summer", 2},    {"sommer", 2},
    {"ete", 2},      {"verano", 2},   {"verao", 2},    {"estate", 2},    {"zomer", 2},     {"sommar", 2},
    {"лето", 2},     {"autumn", 3},   {"fall", 3},     {"herbst", 3},    {"automne", 3},   {"otono", 3},
    {"outono", 3},   {"autunno", 3},  {"herfst", 3},   {"najaar", 3},    {"efterar", 3},   {"host", 3},
    {"осень", 3},    {"winter", 4},   {"hiver", 4},    {"invierno", 4},  {"inverno", 4},   {"vinter", 4},
    {"зима", 4},
});

template <std::size_t Size>
std::uint8_t look_up(const text::WordMap<std::uint8_t, Size>& numbers, std::string_view word) noexcept {
  const std::uint8_t* const number = numbers.find(word);
  return number == nullptr ? std::uint8_t{0} : *number;
}

struct Placeholder {
  std::string_view folded;
  std::string_view english;
};

constexpr auto placeholders = std::to_array<Placeholder>({
    {"nd", "n.d."},
    {"nodate", "n.d."},
    {"undated", "n.d."},
    {"sd", "n.d."},
    {"semdata", "n.d."},
    {"sinfecha", "n.d."},
    {"sf", "n.d."},
    {"oj", "n.d."},
    {"ohnejahr", "n.d."},
    {"od", "n.d."},
    {"ohnedatum", "n.d."},
    {"sansdate", "n.d."},
    {"senzadata", "n.d."},
    {"zj", "n.d."},
    {"zonderjaar", "n.d."},
    {"ua", "n.d."},
    {"uar", "n.d."},
    {"bg", "n.d."},
    {"бг", "n.d."},
    {"sa", "n.d."},
    {"sineanno", "n.d."},
    {"ndate", "n.d."},
    {"dateinconnue", "n.d."},
    {"dateunknown", "n.d."},
    {"unknown", "n.d."},
    {"inpress", "in press"},
    {"noprelo", "in press"},
    {"prelo", "in press"},
    {"enprensa", "in press"},
    {"imdruck", "in press"},
    {"imerscheinen", "in press"},
    {"souspresse", "in press"},
    {"incorsodistampa", "in press"},
    {"indruk", "in press"},
    {"itryck", "in press"},
    {"itrykken", "in press"},
    {"wdruku", "in press"},
    {"baskida", "in press"},
    {"впечати", "in press"},
    {"aceito", "accepted"},
    {"accepted", "accepted"},
    {"acceptedforpublication", "accepted"},
    {"forthcoming", "forthcoming"},
    {"toappear", "forthcoming"},
    {"willappear", "forthcoming"},
    {"tobepublished", "forthcoming"},
    {"erscheint", "forthcoming"},
    {"aparaitre", "forthcoming"},
    {"aparecer", "forthcoming"},
    {"deproximaaparicion", "forthcoming"},
    {"porvir", "forthcoming"},
    {"inpreparation", "in preparation"},
    {"inprep", "in preparation"},
    {"inpreparazione", "in preparation"},
    {"enpreparation", "in preparation"},
    {"empreparacao", "in preparation"},
    {"enpreparacion", "in preparation"},
    {"invorbereitung", "in preparation"},
    {"inprogress", "in preparation"},
    {"submitted", "submitted"},
    {"submittedforpublication", "submitted"},
    {"underreview", "submitted"},
    {"submetido", "submitted"},
    {"eingereicht", "submitted"},
    {"soumis", "submitted"},
    {"unpublished", "unpublished"},
    {"naopublicado", "unpublished"},
    {"unveroffentlicht", "unpublished"},
    {"inedito", "unpublished"},
    {"aheadofprint", "in press"},
    {"onlinefirst", "in press"},
    {"earlyview", "in press"},
    {"advanceonlinepublication", "in press"},
    {"epubaheadofprint", "in press"},
});

constexpr auto circa_words = text::word_set({
    "c",
    "ca",
    "circa",
    "cca",
    "um",
    "vers",
    "about",
    "around",
    "approximately",
    "approx",
    "hacia",
    "env",
    "environ",
    "около",
    "omkring",
});

constexpr auto range_words = text::word_set({
    "to",
    "bis",
    "until",
    "till",
    "through",
    "thru",
    "tot",
    "til",
    "ate",
    "hasta",
    "al",
    "по",
});

constexpr auto bc_marks = text::word_set({
    "bce",
    "bc",
    "vchr",
    "vuz",
    "avjc",
    "avantjc",
    "adc",
    "ac",
    "aec",
    "dne",
    "fkr",
    "vchristus",
});

}  // namespace

std::uint8_t month_of(std::string_view folded) noexcept { return look_up(months, folded); }
std::uint8_t season_of(std::string_view folded) noexcept { return look_up(seasons, folded); }

std::string_view placeholder_of(std::string_view folded) noexcept {
  const auto place = std::find_if(placeholders.begin(), placeholders.end(),
                                  [folded](const Placeholder& entry) { return entry.folded == folded; });
  return place == placeholders.end() ? std::string_view() : place->english;
}

bool is_circa(std::string_view folded) noexcept { return circa_words.contains(folded); }
bool is_range_word(std::string_view folded) noexcept { return range_words.contains(folded); }

bool is_bc_mark(std::string_view folded) noexcept { return bc_marks.contains(folded); }

}  // namespace citegraph::work
