#include "reference/crf/lexicon.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/word_table.hpp"

namespace citegraph::crf {
namespace {

struct Row {
  Keyword keyword;
  std::string_view words;  // divided by blanks; the first row that holds a word wins
};

constexpr Row rows[] = {
    {Keyword::in, "in dans nel nella nello en em im apud"},
    {Keyword::month,
     "january february march april may june july august september october november december jan feb mar apr jun jul "
     "aug sep sept oct nov dec "
     "janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre januar februar "
     "märz juni juli oktober "
     "dezember enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre janeiro "
     "fevereiro março maio junho julho "
     "setembro outubro novembro dezembro gennaio febbraio aprile maggio giugno luglio settembre ottobre novembre "
     "dicembre januari februari maart "
     "augustus spring summer autumn fall winter printemps été hiver sommer herbst frühling frühjahr jan fev abr ago "
     "dez ene dic abr mai okt dez "
     "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"},
    {Keyword::editor,
     "ed eds edited editor editors edit hrsg hg herausgegeben herausgeber éd éds édité éditeur éditeurs dir dirs sous "
     "coord coords coordinador "
     "coordenador org orgs organizador organizadores organisé curatore cura curatori édition compil comp comps "
     "compiler compilers redaktion red"},
    {Keyword::translator,
     "translated trans transl translator translators translation übersetzt übers übersetzung trad traduction traduit "
     "traducción traducido "
     "tradução tradutor traduzione traduttore перевод пер"},
    {Keyword::volume, "vol vols volume volumes bd band bde tome tomes tomo tom t v jg jahrgang том т kötet"},
    {Keyword::number, "no nr num núm número numero number nos n issue iss heft h fasc fascicule fascicolo № вып nº"},
    {Keyword::pages, "p pp pg pgs page pages pag pág págs pags s seite seiten ss стр с sp col cols f ff fol folio"},
    {Keyword::edition,
     "edition editions edn aufl auflage édn edición edição edizione ed2 izd изд überarb revised rev reprint repr rpt "
     "reprinted erw"},
    {Keyword::et_al, "al alii others outros otros altri autres andere colaboradores col coll colab mitarb"},
    {Keyword::conjunction, "and und et y e ed och og en i и a"},
    {Keyword::publisher,
     "press publishing publisher publishers publications publication verlag verlagshaus éditions editions edições "
     "ediciones editora editorial "
     "editrice edizioni edizione books presses puf university-press wiley springer elsevier blackwell routledge sage "
     "academic mcgraw hill "
     "pearson prentice hall addison wesley macmillan palgrave penguin kluwer reidel dover freeman harper norton "
     "doubleday gallimard seuil "
     "suhrkamp mulino einaudi laterza olschki brill birkhäuser teubner oxford-university cup oup mit publ pub "
     "издательство наука"},
    {Keyword::journal,
     "journal journals j review reviews revue rev revista rivista zeitschrift zeitschr z annals annales annali ann "
     "archives archiv archivio arch "
     "bulletin bull transactions trans letters lett acta magazine quarterly quart q gazette newsletter jahrbuch "
     "anuario cahiers cuadernos "
     "cadernos quaderni studi studies nature science lancet cell plos jama bmj pnas advances notes record times post "
     "newspaper zeitung "
     "tidskrift tidsskrift nachrichten mitteilungen berichte ber журнал вестник"},
    {Keyword::conference,
     "conference conf proceedings proc symposium symp workshop congress congresso congreso meeting kongress tagung "
     "colloquium colloque "
     "congrès simpósio simposio encontro anais actes atti actas convegno int intl international ieee acm aaai ijcai "
     "icml nips neurips cvpr "
     "iccv eccv acl emnlp sigmod vldb sigir www chi session seminar seminário конференция конференции"},
    {Keyword::thesis,
     "thesis theses dissertation diss phd ph master masters m.sc msc doctoral doctorat doctorate thèse tesis tese tesi "
     "dissertação "
     "habilitation habilitationsschrift diplomarbeit diploma monografia magisterarbeit mémoire диссертация дис "
     "licentiate bachelor"},
    {Keyword::report,
     "report reports rep technical tech tr memo memorandum working paper papers preprint discussion manuscript bericht "
     "rapport relatório "
     "informe rfc draft deliverable whitepaper white unpublished mimeo arbeitspapier patent standard iso us"},
    {Keyword::institution,
     "university univ universität universitat universidade universidad université università institute institut "
     "instituto istituto inst "
     "department dept departamento département faculty faculdade school college laboratory laboratories lab labs "
     "laboratoire center centre "
     "centro ministry ministério ministerio ministère organization organisation agency bureau office council committee "
     "commission association "
     "society academy academia akademie academie foundation corporation corp inc ltd gmbh company co group national "
     "federal government united"},
    {Keyword::accessed,
     "accessed available retrieved viewed consulted online disponível disponible acesso acessado acceso consultado "
     "consulté zugriff abgerufen "
     "letzter zuletzt besucht visited access last url http https www from at internet cited обращения доступа"},
    {Keyword::name_suffix, "jr sr junior senior ii iii iv filho neto júnior sobrinho fils esq"},
    {Keyword::particle,
     "van von der den de del della dela du des di da das do dos le la el al ter ten zu zum zur vom af av bin ibn ben "
     "dal dalla san st saint mc mac o d l"},
    {Keyword::ordinal,
     "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th 13th 14th 15th 16th 17th 18th 19th 20th 21st 22nd 23rd 24th "
     "25th first second third "
     "fourth fifth sixth seventh eighth ninth tenth eleventh twelfth erste zweite dritte première deuxième 2ª 3ª 1ª 2e "
     "3e 1re primera segunda tercera"},
    {Keyword::identifier,
     "doi isbn issn arxiv pmid pmcid pmc eprint hep math astro quant cond gr physics cs stat hal ssrn urn handle hdl "
     "oclc lccn"},
    {Keyword::series,
     "series serie série ser collection coll coleção colección collana reihe lecture lncs lnai schriftenreihe "
     "schriften monographs"},
    {Keyword::chapter,
     "chapter chap ch kapitel kap chapitre capítulo cap section sec sect part parte teil partie appendix art article "
     "artigo artikel suppl supplement"},
    {Keyword::function_word,
     "the of a an for on with to from by as its their or is are at into between through using toward towards under "
     "over within without how "
     "what why when where not der die das des ein eine einer zur für mit auf aus von zum bei über unter nach le les la "
     "l un une sur pour par "
     "avec aux au du son el los las un una para por con sobre se su o os as um uma na no nas nos com ao à dos das il "
     "lo gli una per con sul "
     "sulla dei degli delle nei tra fra het een voor met op aan over och för av till som på"},
    {Keyword::place_unknown,
     "sl s.l sine loco nd n.d s.d sd press forthcoming submitted accepted appear prelo preparation prep review"},
};

// Calls `take` with every word of a row.
template <class Take>
constexpr void for_each_word(const Row& row, Take take) {
  for (std::string_view rest = row.words; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (end > 0) take(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

constexpr std::size_t word_count = [] {
  std::size_t count = 0;
  for (const Row& row : rows) for_each_word(row, [&](std::string_view) { ++count; });
  return count;
}();

constexpr text::WordMap<Keyword, word_count> words([] {
  std::array<text::WordEntry<Keyword>, word_count> entries{};
  std::size_t count = 0;
  for (const Row& row : rows)
    for_each_word(row, [&](std::string_view word) { entries[count++] = {word, row.keyword}; });
  return entries;
}());

}  // namespace

Keyword keyword_of(std::string_view lower_case) noexcept {
  const Keyword* const keyword = words.find(lower_case);
  return keyword == nullptr ? Keyword::none : *keyword;
}

}  // namespace citegraph::crf
