// Citations in footnotes and endnotes as papers of many fields and languages print them, from bytes to links.
#include <gtest/gtest.h>

#include "marked_paper.hpp"

namespace citegraph {
namespace {

using test::MarkedRow;

constexpr MarkedRow note_form_rows[] = {
    {"Chicago", R"(Rain fell.[^1] It fell again.[^2] And again.[^3][^4][^5][^6]

[^1]: ⟦Paul Aster, *Gardens of the North* (London: Leaf Press, 1994)→1⟧, 12.

[^2]: ⟦Ibid.→1⟧, 15.

[^3]: ⟦Karl Birch and Lena Cedar, "Wood and Water," *Journal of Woods* 3, no. 2 (2010): 7→2⟧; see also ⟦Aster, *Gardens→1⟧*, 33.

[^4]: ⟦Birch and Cedar, "Wood and Water→2⟧," 8.

[^5]: ⟦Aster, op. cit.→1⟧, 40.

[^6]: This note cites nobody.
===
Aster, Paul. *Gardens of the North*. London: Leaf Press, 1994.
Birch, Karl, and Lena Cedar. "Wood and Water." *Journal of Woods* 3, no. 2 (2010): 4–19.
)",
     "paper.md"},
    {"German", R"(Es regnete.[^1] Und wieder.[^2][^3][^4][^5]

[^1]: Vgl. ⟦Müller, Uwe: Wiesen und Weiden. München 2003→2⟧, S. 12.

[^2]: ⟦Ebd.→2⟧, S. 15.

[^3]: ⟦Schmidt, Karl: Gräser der Alpen. In: Zeitschrift für Gärten 9 (2010)→3⟧, S. 40–50, hier S. 45.

[^4]: ⟦Müller, a. a. O.→2⟧, S. 20; ⟦ders., Wiesen und Weiden→2⟧, S. 3.

[^5]: ⟦Krüger: Hecken→1⟧, S. 8.
===
Krüger, Jan: Hecken. Berlin: Blatt, 2011.
Müller, Uwe: Wiesen und Weiden. München: Beck, 2003.
Schmidt, Karl: Gräser der Alpen. In: Zeitschrift für Gärten 9 (2010), S. 40–50.
)",
     "paper.md"},
    {"law, cross-references to notes", R"(Rain fell.[^1] It fell again.[^2] And again.[^3][^4]

[^1]: ⟦Paul Aster, *Gardens of the North* (London: Leaf Press, 1994)→1⟧, 12.

[^2]: ⟦Karl Birch, "Wood and Water," *Journal of Woods* 3 (2010): 7→2⟧.

[^3]: ⟦Aster, supra note 1→1⟧, at 14.

[^4]: ⟦Birch (n 2)→2⟧ 8; ⟦Aster, n. 1 above→1⟧, p. 4.
===
Aster, Paul. *Gardens of the North*. London: Leaf Press, 1994.
Birch, Karl. "Wood and Water." *Journal of Woods* 3 (2010): 4–19.
)",
     "paper.md"},
    {"Portuguese", R"(Choveu.[^1] E choveu.[^2][^3][^4]

[^1]: ⟦FREIRE, Paulo. Pedagogia do oprimido. Rio de Janeiro: Paz e Terra, 1987→1⟧, p. 19.

[^2]: ⟦Ibid.→1⟧, p. 20.

[^3]: Cf. ⟦SANTOS, B. A voz da escola. Porto Alegre: Artmed, 2016→2⟧.

[^4]: ⟦FREIRE, op. cit.→1⟧, p. 30; ⟦SANTOS, A voz da escola→2⟧, op. cit.
===
FREIRE, P. Pedagogia do oprimido. 17. ed. Rio de Janeiro: Paz e Terra, 1987.
SANTOS, B. A voz da escola. Porto Alegre: Artmed, 2016.
)",
     "paper.md"},
    {"French", R"(Il pleut.[^1] Encore.[^2][^3]

[^1]: Voir ⟦Simone de Beauvoir, *Le deuxième sexe*, Paris, Gallimard, 1949→1⟧, p. 12.

[^2]: ⟦Ibid.→1⟧, p. 13.

[^3]: ⟦Claude Lefèvre, « Les arbres », *Revue des jardins*, n° 3, 2003→2⟧, p. 4 ; ⟦S. de Beauvoir, *op. cit*.→1⟧, p. 20.
===
Beauvoir, Simone de. *Le deuxième sexe*. Paris : Gallimard, 1949.
Lefèvre, Claude. « Les arbres ». *Revue des jardins*, n° 3, 2003, p. 1-9.
)",
     "paper.md"},
    {"Spanish", R"(Llueve.[^1] Otra vez.[^2][^3][^4]

[^1]: ⟦Jorge Luis Borges, *Obras completas* (Buenos Aires: Emecé, 1974)→1⟧, 267.

[^2]: ⟦Ibíd.→1⟧, 268.

[^3]: Véase ⟦Antonio Cornejo, "Mestizaje e hibridez", *Revista Iberoamericana* 63 (1997): 341-44→2⟧.

[^4]: ⟦Borges, *Obras completas→1⟧*, 270; ⟦Cornejo, ob. cit.→2⟧, 342.
===
Borges, Jorge Luis. *Obras completas*. Buenos Aires: Emecé, 1974.
Cornejo, Antonio. "Mestizaje e hibridez". *Revista Iberoamericana* 63 (1997): 341-44.
)",
     "paper.md"},
};

TEST(NoteForms, AreFoundAndLinked) {
  for (const MarkedRow& row : note_form_rows) test::expect_as_marked(row);
}

}  // namespace
}  // namespace citegraph
