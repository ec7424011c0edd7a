// Author and date as papers of many fields and languages print them, from bytes to links.
#include <gtest/gtest.h>

#include "marked_paper.hpp"

namespace citegraph {
namespace {

using test::MarkedRow;

constexpr MarkedRow rows[] = {
    {"psychology, APA", R"(Sleep helps memory (⟦Aster & Birch, 2010→1⟧; ⟦Cedar et al., 2015→2⟧; ⟦Dogwood, in press→3⟧).
In ⟦Aster and Birch's (2010)→1⟧ study, sleepers recalled more.
⟦Cedar et al. (2015, p. 12)→2⟧ agree, but see ⟦Elder (2009a→4⟧, ⟦2009b→5⟧).
Others do not (e.g., ⟦Elder, 2009a→4⟧, ⟦2009b→5⟧; cf. ⟦Fir, n.d.→6⟧).
The sample (n = 12) was tested on May 12, 2010, with p = 0.04 and a confidence interval of [1.2, 3.4].
===
Aster, P., & Birch, K. (2010). Sleep and memory. Journal of Sleep, 3(2), 4-19.
Cedar, L., Holly, M., & Ivy, S. (2015). The sleeping mind. London: Leaf Press.
Dogwood, M. (in press). Dreams of the old. Journal of Sleep.
Elder, N. (2009a). Naps. Journal of Sleep, 2(1), 1-9.
Elder, N. (2009b). Long naps. Journal of Sleep, 2(2), 10-19.
Fir, O. (n.d.). On rest. Retrieved from http://www.rest.example
)"},
    {"organisations and their short names", R"(Trees are counted (⟦World Health Organization [WHO], 2010→4⟧).
They are counted again (⟦WHO, 2010→4⟧).
The Food and Agriculture Organization (⟦FAO, 2012→2⟧) counts too, as does the ⟦World Bank (2016)→3⟧.
See also ⟦FAO (2012)→2⟧ and (⟦American Trees Association, 1999→1⟧).
===
American Trees Association. (1999). How to count trees. Washington: ATA.
Food and Agriculture Organization. (2012). The state of trees. Rome: FAO.
World Bank. (2016). Trees and growth. Washington: World Bank.
World Health Organization. (2010). Health and trees. Geneva: WHO.
)"},
    {"Portuguese, ABNT", R"(A escola muda (⟦MOYSES; MONT'ALVÃO; ZATTAR, 2019, p. 20→6⟧).
Segundo ⟦Freire (1987, p. 19)→4⟧, "ninguém educa ninguém". E Zilberman diz ainda: "os homens se educam" (⟦1999, p. 20→9⟧).
Para ⟦Bakhtin (2011 [1979])→2⟧, o texto responde.
Outros discordam (⟦ALMEIDA; SOUZA, 2010→1⟧; ⟦GRUPIONI, 2008→5⟧ apud ⟦SANTOS, 2016, p. 30→7⟧).
Conforme ⟦Santos (2016)→7⟧ e ⟦Moyses, Mont'Alvão e Zattar (2019)→6⟧, a Lei é nova (⟦BRASIL, 1996→3⟧).
Ver ⟦Souza et al. (2012)→8⟧ e a Tabela 2. Em 2016 houve uma greve (2016).
===
ALMEIDA, J. P.; SOUZA, M. A escola nova. São Paulo: Cortez, 2010.
BAKHTIN, M. Estética da criação verbal. São Paulo: Martins Fontes, 2011.
BRASIL. Lei nº 9.394, de 20 de dezembro de 1996. Estabelece as diretrizes da educação nacional. Brasília: MEC, 1996.
FREIRE, P. Pedagogia do oprimido. 17. ed. Rio de Janeiro: Paz e Terra, 1987.
GRUPIONI, L. D. B. Olhar longe, porque o futuro é longe. São Paulo: USP, 2008.
MOYSES, G.; MONT'ALVÃO, C.; ZATTAR, M. A pesquisa na escola. Revista da Escola, v. 2, n. 1, p. 15-30, 2019.
SANTOS, B. A voz da escola. Porto Alegre: Artmed, 2016.
SOUZA, M.; LIMA, R.; COSTA, A.; PEREIRA, B. Escolas e rios. Educação, v. 3, n. 2, p. 1-9, 2012.
ZILBERMAN, R. A leitura na sala. São Paulo: Ática, 1999.
)"},
    {"Portuguese, secondary citations", R"(Diz-se que sim (⟦VYGOTSKY, 1934→?⟧, citado por ⟦SILVA, 2003→3⟧).
Para ⟦Piaget (1970→?⟧ apud ⟦LIMA; ROCHA, 2011, p. 7→1⟧), a criança constrói.
Em ⟦Silva (2003, p. 14-15)→3⟧, lê-se o contrário (⟦MINISTÉRIO DA SAÚDE, 2005→2⟧; ⟦UNESCO, s.d.→4⟧).
De acordo com ⟦Lima e Rocha (2011, p. 5→1⟧, grifo nosso), não.
===
LIMA, A.; ROCHA, T. Crianças e mapas. Educação, v. 9, n. 1, p. 3-12, 2011.
MINISTÉRIO DA SAÚDE. Guia alimentar. Brasília, 2005.
SILVA, R. O menino que lê. Campinas: Papirus, 2003.
UNESCO. Relatório mundial. Paris: UNESCO, [s.d.].
)"},
    {"Spanish",
     R"(Así lo sostienen varios autores (⟦García Márquez y Pérez, 2004→2⟧; ⟦De la Cruz, 1999→1⟧; véase también ⟦Núñez et al., 2010→3⟧).
Según ⟦Ortega y Gasset (1930: 45)→4⟧, la masa decide; así también ⟦Núñez y cols. (2010)→3⟧.
Como dice ⟦Pérez-Reverte (2001, pág. 33)→5⟧, "no".
En el trabajo de ⟦De la Cruz (1999)→1⟧ se halla lo contrario (cfr. ⟦Pérez-Reverte, 2001, pp. 30-35→5⟧).
===
De la Cruz, S. (1999). Los ríos. Madrid: Cátedra.
García Márquez, A. y Pérez, L. (2004). Mapas y caminos. Revista de Ríos, 3(1), 4-19.
Núñez, R., Soto, P. y Vidal, A. (2010). Aguas altas. Revista de Ríos, 9(2), 1-12.
Ortega y Gasset, J. (1930). La rebelión de las masas. Madrid: Revista de Occidente.
Pérez-Reverte, J. (2001). El puente. Sevilla: Alfar.
)"},
    {"German", R"(Das ist bekannt (vgl. ⟦Müller 2003, S. 12f→4⟧.; ⟦Schmidt/Weber 2010: 45→5⟧; ⟦ebd., S. 13→5⟧).
In ⟦Müllers (2003)→4⟧ Buch steht, nach ⟦Müller (2003)→4⟧ und ⟦von der Heide (1997a)→2⟧ gilt das nicht (zit. nach ⟦Krüger et al. 2011→3⟧).
So auch ⟦Schmidt und Weber (2010, S. 46)→5⟧, anders ⟦Bundesamt für Statistik (2015)→1⟧.
Siehe ⟦von der Heide 1997b, S. 4→6⟧.
===
Bundesamt für Statistik (2015): Wald und Holz. Neuchâtel: BFS.
Heide, Anna von der (1997a): Wiesen. In: Zeitschrift für Gärten 4, S. 1-9.
Krüger, Jan; Lang, Uta; Maier, Otto (2011): Hecken. Berlin: Blatt.
Müller, Uwe (2003): Wiesen und Weiden. München: Beck.
Schmidt, Karl; Weber, Ina (2010): Gräser. In: Zeitschrift für Gärten 9, S. 40-50.
Heide, Anna von der (1997b): Weiden. In: Zeitschrift für Gärten 5, S. 1-9.
)"},
    {"French", R"(On le sait (voir ⟦Dupont et Martin, 2011, p. 3→2⟧; ⟦Lefèvre, 2003→3⟧ ; ⟦de Beauvoir, 1949→1⟧).
Selon ⟦Lefèvre (2003 : 12)→3⟧, c'est faux ; ⟦Dupont et Martin (2011)→2⟧ l'admettent.
D'après ⟦Simon et collaborateurs (2015)→4⟧, les arbres poussent (cité par ⟦Lefèvre, 2003→3⟧).
===
de Beauvoir, S. (1949). Le deuxième sexe. Paris : Gallimard.
Dupont, A., et Martin, B. (2011). Les jardins. Revue des jardins, 3(2), 1-9.
Lefèvre, C. (2003). Les arbres. Paris : Seuil.
Simon, P., Petit, L., et Blanc, R. (2015). La pousse. Revue des jardins, 7(1), 10-19.
)"},
    {"Italian", R"(È noto (⟦Bianchi e Rossi 2011→1⟧; cfr. ⟦Verdi 2003, p. 7→3⟧).
Secondo ⟦De Luca (2009)→2⟧, gli alberi crescono; si veda anche ⟦Verdi (2003: 9)→3⟧.
===
Bianchi, A., Rossi, B. (2011). I giardini. Rivista dei giardini, 3(2), 1-9.
De Luca, C. (2009). Gli alberi. Milano: Feltrinelli.
Verdi, G. (2003). Le siepi. Torino: Einaudi.
)"},
    {"Dutch and Scandinavian names",
     R"(This was seen before (⟦van den Berg & de Vries, 2008→4⟧; ⟦Ångström, 2001→1⟧; ⟦Sørensen et al., 2015→3⟧).
⟦Van den Berg and De Vries (2008)→4⟧ measured it, following ⟦Łukasiewicz (1999)→2⟧.
===
Ångström, A. (2001). Light. Physics Journal, 2(1), 1-9.
Łukasiewicz, J. (1999). Logic of light. Warsaw: PWN.
Sørensen, B., Holm, C., & Dahl, D. (2015). Dark. Physics Journal, 8(1), 10-19.
van den Berg, A., & de Vries, B. (2008). Dusk. Physics Journal, 4(1), 20-29.
)"},
    {"initials in the citation", R"(Two groups saw it (⟦Wang L.-Y. et al., 2022→3⟧; ⟦Wang X. et al., 2022→4⟧).
Also (⟦J. Smith, 2010→1⟧; ⟦K. Smith 2010→2⟧), and ⟦J. Smith (2010)→1⟧ again.
===
Smith, J. (2010). Rivers. Water, 3(2), 4-19.
Smith, K. (2010). Lakes. Water, 3(3), 20-29.
Wang, L.-Y., Li, B., & Zhao, C. (2022). Ponds. Water, 9(1), 1-9.
Wang, X., Chen, D., & Liu, E. (2022). Seas. Water, 9(2), 10-19.
)"},
    {"astronomy",
     R"(The burst was seen by many (⟦Aster et al. 2012→1⟧, ⟦2013→2⟧, ⟦2014→3⟧; ⟦Birch & Cedar 2010→4⟧, hereafter BC10; ⟦Planck Collaboration XIII 2016→6⟧).
⟦Birch & Cedar (2010)→4⟧ fit it with z = 0.3 (1σ), see their Figure 2 and Eq. (3).
Later work (e.g., ⟦Dogwood 2015→5⟧, and references therein) finds more (but see ⟦Aster et al. 2013→2⟧).
The flare of 2012 July 12 (JD 2456120) lasted 20 s (1.2-3.4 keV).
===
Aster, P., Elder, N., & Fir, O. 2012, ApJ, 750, 12
Aster, P., Elder, N., & Fir, O. 2013, ApJ, 760, 33
Aster, P., Elder, N., & Fir, O. 2014, MNRAS, 440, 1
Birch, K., & Cedar, L. 2010, A&A, 510, A12
Dogwood, M. 2015, ApJL, 800, L5
Planck Collaboration, Ade, P. A. R., Aghanim, N., et al. 2016, A&A, 594, A13
)"},
    {"taxonomy", R"(The genus Aus Linnaeus, 1758 holds Aus bus (Fabricius, 1775) and Aus cus ⟦Holly & Ivy, 1999→1⟧.
Its larvae were described by ⟦Juniper (1978: 12→2⟧, fig. 3) and ⟦Klee, 2003→3⟧.
Material examined: 3 males, Sierra Nevada, 12.V.2009 (Klein leg.).
===
Holly, R., & Ivy, S. (1999). A new beetle. Zoology, 3(2), 4-19.
Juniper, T. (1978). Larvae of beetles. Zoology, 1(1), 1-20.
Klee, U. (2003). Beetles of the south. Zoology, 7(2), 30-41.
)"},
    {"Russian", R"(Это известно (⟦Иванов, 2004→1⟧; ⟦Петров и Сидоров, 2010→2⟧).
По мнению ⟦Иванова (2004)→1⟧, это так; см. также ⟦Петров и др. (2012, с. 5)→3⟧.
===
Иванов А. А. (2004). Реки севера. Вестник рек, 3(2), 4-19.
Петров Б. Б., Сидоров В. В. (2010). Озера. Вестник рек, 9(1), 1-9.
Петров Б. Б., Орлов Г. Г., Волков Д. Д. (2012). Моря. Вестник рек, 11(1), 1-9.
)"},
    {"Chinese", R"(已有研究（⟦王明，2010→2⟧；⟦李华等，2015→1⟧）表明如此。根据⟦张伟（2008）→3⟧的研究，相反。
===
李华, 陈刚, 赵敏. (2015). 河流研究. 水利学报, 3(2), 4-19.
王明. (2010). 湖泊. 北京: 科学出版社.
张伟. (2008). 海洋. 北京: 海洋出版社.
)"},
    {"Japanese", R"(先行研究（⟦田中・佐藤，2010→2⟧；⟦鈴木，2015→1⟧）がある。⟦鈴木（2015）→1⟧によれば、そうである。
===
鈴木一郎 (2015). 川の研究. 水文学雑誌, 3(2), 4-19.
田中花子・佐藤次郎 (2010). 湖の研究. 水文学雑誌, 1(1), 1-9.
)"},
    {"MLA: names and page, no year",
     R"(Gardens came from the north (⟦Aster 45→1⟧), or did not (⟦Birch and Cedar 12-14→2⟧; see ⟦Aster 47→1⟧).
Others count them (⟦Birch and Cedar, p. 9→2⟧; ⟦Diogenes Laertius, VI 73, p. 229→3⟧).
The house (Chapter 3) stands on Hill 45 (Figure 2; Elder 7), as Aster says (45).
===
Aster, Paul. *Gardens of the North*. Leaf Press, 1994.
Birch, Karl, and Lou Cedar. *Wood and Water*. Leaf Press, 2010.
Diogenes Laertius. *Lives of the Philosophers*. Leaf Press, 2011.
)"},
    {"author, title and year",
     R"(So it begins (⟦Aster, Gardens of the north and the south, 1994, p. 3→1⟧; cf. ⟦Editors. Leaf, 2021→2⟧).
Two books are named, Gardens of the north ⟦(1994) by Paul Aster→1⟧ and Rains (1966) by Carl Elder.
Aster said so again (Aster, personal communication, 1994).
===
Aster, P. (1994). Gardens of the north and the south. London: Leaf Press.
Editors. (2021). What the rain leaves. Leaf, 14 December 2021.
)"},
    {"blanks and signs lost on the way",
     R"(The finch Aus albicollis⟦Aster et al., 1994→1⟧ sings (⟦Birch, 20103, p. 26→2⟧).
It was 20103 once, and (Elder, 20103) counts nothing.
===
Aster, P., Cedar, L., & Dogwood, M. (1994). Finches of the north. London: Leaf Press.
Birch, K. (2010). Songs. London: Leaf Press.
)"},
    {"what no list could hold",
     R"(The burst will be told (Aster et al. 2013, in preparation), as others were (Fir et al. 2009, pers. comm.).
Source: Authors (2021). Fonte: Elaborado pelos Autores (2022). Dados da Pesquisa (2020). (Authors, 2021)
Of entropy much is said: entropy grows, and Entropy (2011) is a way to weigh, if entropy is known.
===
Aster, P. (1994). Gardens of the north. London: Leaf Press.
)"},
    {"misspelt at the beginning of a sentence",
     R"(In ⟦Kornfold & Birch (2010)→1~⟧ it is told. In ⟦Krngold (2010)→1~⟧ too. In Beijing (2010) nothing was.
In ⟦Quarx & Bolt (2011)→?⟧ it is not.
===
Korngold, A., & Birch, B. (2010). The tree. London: Leaf Press.
)"},
    {"history, years in prose",
     R"(In 1939 the war began. World War II (1939-1945) ended it; the reign of Charles V (1516–1556) was longer.
The games (2016) and the crisis of 2008 are not studied here, nor is Beethoven (1770–1827).
⟦Aster (1994)→1⟧ studies them; so does Birch in her book of 2010.
===
Aster, P. (1994). Wars of the north. London: Leaf Press.
Birch, K. (2010). Crises. London: Leaf Press.
)"},
};

TEST(AuthorDateForms, AreFoundAndLinked) {
  for (const MarkedRow& row : rows) test::expect_as_marked(row);
}

}  // namespace
}  // namespace citegraph
