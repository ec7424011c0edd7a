// Numbers, raised numbers and keys as papers of many fields print them, from bytes to links.
#include <gtest/gtest.h>

#include "marked_paper.hpp"

namespace citegraph {
namespace {

using test::MarkedRow;

constexpr MarkedRow number_form_rows[] = {
    {"engineering, IEEE", R"(Filters are old [⟦1→1⟧], [⟦2→2⟧], and new ones follow [⟦3]–[5→3,4,5⟧].
As shown in [⟦2→2⟧, Fig. 3] and [⟦3→3⟧, eq. (12)], the gain lies in [0, 1] and x[3] is the third sample.
See [⟦1→1⟧, pp. 12–15], [⟦4→4⟧, Sec. II], and Refs. [⟦4→4⟧,⟦5→5⟧].
The matrix is 3 × 3, the interval [1.2, 3.4], and (1) holds, where (2) is Eq. (2).
===
[1] P. Aster, "On filters," IEEE Trans. Filters, vol. 3, no. 2, pp. 4–19, 1994.
[2] K. Birch and L. Cedar, Filter Design. New York: Leaf Press, 2010.
[3] M. Dogwood, "Gains," in Proc. Filters Conf., 2012, pp. 1–9.
[4] N. Elder, "Losses," IEEE Trans. Filters, vol. 4, no. 1, pp. 20–29, 1995.
[5] O. Fir, "Noise," IEEE Trans. Filters, vol. 5, no. 1, pp. 30–39, 1996.
)"},
    {"medicine, Vancouver in round brackets",
     R"(Rest helps (⟦1→1⟧), and so does sleep (⟦2→2⟧,⟦3→3⟧). It was seen in mice (⟦1–3→1,2,3⟧) and in men (⟦4→4⟧).
There were two groups: (1) rested and (2) not rested. Of these (n = 12) three (3%) left (Table 2).
The dose was 5 mg (2 ml) in 10 (50%) of 20 cases (p = 0.04); see (⟦2→2⟧, ⟦4→4⟧).
===
1. Aster P. On rest. J Sleep. 1994;3(2):4-19.
2. Birch K, Cedar L. Naps. J Sleep. 2010;4:1-9.
3. Dogwood M. Dreams. J Sleep. 2012;6:10-19.
4. Elder N. Nights. J Sleep. 2013;7:20-29.
)"},
    {"semicolons, letters and words inside",
     R"(Known [⟦1→1⟧; ⟦3→3⟧] and [see ⟦2→2⟧] and [e.g. ⟦2→2⟧,⟦4→4⟧] and [Ref. ⟦3→3⟧] and [refs ⟦1→1⟧ and ⟦2→2⟧].
Others [⟦1→1⟧, ⟦2→2⟧ and references therein], [⟦3→3⟧ and ⟦4→4⟧], [⟦1→1⟧ & ⟦2→2⟧], [cf. ⟦4→4⟧].
As in Ref. ⟦3→3⟧ and Refs. ⟦1–3→1,2,3⟧; references ⟦1→1⟧ and ⟦4→4⟧ disagree.
[Note added in proof] Some say so [sic] [...] but [Fig. 2] and [Table 1] do not.
===
[1] P. Aster, On rest, J. Sleep 3 (1994) 4.
[2] K. Birch, Naps, J. Sleep 4 (2010) 1.
[3] M. Dogwood, Dreams, J. Sleep 6 (2012) 10.
[4] N. Elder, Nights, J. Sleep 7 (2013) 20.
)"},
    {"chemistry",
     R"(The salt NbCl5 was made [⟦1→1⟧], as was Fe(acac)3 [⟦2→2⟧]; bicyclo[2.2.1]heptane and benzo[1,4]diazepine were not.
The space group is P2(1)/c, the bond C(1)–C(2) 1.54(3) Å; compounds (1) and (2) are red [⟦1–3→1,2,3⟧].
[Ru(bpy)3]2+ and [2+2] cycloadditions are known [⟦3→3⟧].
===
[1] P. Aster, Salts, J. Salts 3 (1994) 4.
[2] K. Birch, Acids, J. Salts 4 (2010) 1.
[3] M. Dogwood, Bases, J. Salts 6 (2012) 10.
)"},
    {"mathematics", R"(By Theorem 2 of [⟦1→1⟧] (see also [⟦2→2⟧, Theorem 3.1] and [⟦3→3⟧, Chapter 4]) the set is closed.
Let f: [0,1] → [1,2] with f(1) = 2, [n] = {1,...,n}, x in [2,3), and (1) hold. Then (2) follows from (1).
===
[1] P. Aster, Sets, J. Sets 3 (1994), 4–19.
[2] K. Birch, Maps, J. Sets 4 (2010), 1–9.
[3] M. Dogwood, Cuts, Leaf Press, London, 2012.
)"},
    {"raised in marks",
     R"(Rest helps.^⟦1→1⟧^ Sleep too,^⟦2→2⟧,⟦3→3⟧^ in mice^⟦1–3→1,2,3⟧^ and men.^⟦2→2⟧,^ ^⟦4→4⟧^ The field is 10 m^2^ or 10^6^ m, E = mc^2^.
The isotope ^13^C and the ion Ca^2+^ are no citations, nor is x^3^.
===
1. Aster P. On rest. J Sleep. 1994;3(2):4-19.
2. Birch K, Cedar L. Naps. J Sleep. 2010;4:1-9.
3. Dogwood M. Dreams. J Sleep. 2012;6:10-19.
4. Elder N. Nights. J Sleep. 2013;7:20-29.
)",
     "paper.md"},
    {"raised in HTML",
     R"(Rest helps.<sup>⟦1→1⟧</sup> Sleep too,<sup>⟦2→2⟧,⟦3→3⟧</sup> in mice<sup>⟦1-3→1,2,3⟧</sup> and men.<sup>⟦4→4⟧</sup> The field is 10 m<sup>2</sup>.
===
1. Aster P. On rest. J Sleep. 1994;3(2):4-19.
2. Birch K, Cedar L. Naps. J Sleep. 2010;4:1-9.
3. Dogwood M. Dreams. J Sleep. 2012;6:10-19.
4. Elder N. Nights. J Sleep. 2013;7:20-29.
)",
     "paper.md"},
    {"raised in Unicode",
     R"(Rest helps.⟦¹→1⟧ Sleep too,⟦²→2⟧,⟦³→3⟧ in mice⟦¹⁻³→1,2,3⟧ and men.⟦⁴→4⟧ The field is 10 m² or 10⁶ m; R² = 0.9.
===
1. Aster P. On rest. J Sleep. 1994;3(2):4-19.
2. Birch K, Cedar L. Naps. J Sleep. 2010;4:1-9.
3. Dogwood M. Dreams. J Sleep. 2012;6:10-19.
4. Elder N. Nights. J Sleep. 2013;7:20-29.
)"},
    {"raised, lost in extraction",
     R"(Rest helps.⟦1→1⟧ Sleep too,⟦2→2⟧,⟦3→3⟧ in mice⟦1–3→1,2,3⟧ and men⟦4→4⟧. From 2008 to 2020⟦5→5⟧ it grew to 12% (p = 0.04).⟦6→6⟧
In 2012, 5 of 6 patients slept 3 h per night (Fig. 2); CD4 and IL6 rose, as did H2O.
===
1. Aster P. On rest. J Sleep. 1994;3(2):4-19.
2. Birch K, Cedar L. Naps. J Sleep. 2010;4:1-9.
3. Dogwood M. Dreams. J Sleep. 2012;6:10-19.
4. Elder N. Nights. J Sleep. 2013;7:20-29.
5. Fir O. Mornings. J Sleep. 2014;8:30-39.
6. Holly R. Noons. J Sleep. 2015;9:40-49.
)"},
    {"keys",
     R"(Known [⟦Ast94→1⟧], [⟦BCD+00→2⟧, p. 5], and [⟦Ast94→1⟧, ⟦Knu97→3⟧]. The array a[i] and [sic] are no keys; [Unk01] neither.
===
[Ast94] P. Aster. Gardens. Leaf Press, London, 1994.
[BCD+00] K. Birch, L. Cedar, M. Dogwood, and N. Elder. Woods. Journal of Woods, 3(2):4–19, 2000.
[Knu97] D. Knuth. Trees. Leaf Press, 1997.
)"},
    {"keys in words", R"(Known [⟦Aster 94→1⟧] and [⟦Birch et al. 00→2⟧; ⟦Knuth 97→3⟧, p. 3].
===
[Aster 94] P. Aster. Gardens. Leaf Press, London, 1994.
[Birch et al. 00] K. Birch, L. Cedar, M. Dogwood, and N. Elder. Woods. Journal of Woods, 3(2):4–19, 2000.
[Knuth 97] D. Knuth. Trees. Leaf Press, 1997.
)"},
    {"Portuguese, numbered",
     R"(O sono ajuda [⟦1→1⟧, ⟦2→2⟧]. Ver [⟦3→3⟧, p. 5] e [⟦1→1⟧ e ⟦3→3⟧], conforme as refs. [⟦1 a 3→1,2,3⟧].
===
[1] Aster P. O repouso. Rev Sono. 1994;3(2):4-19.
[2] Birch K, Cedar L. Sestas. Rev Sono. 2010;4:1-9.
[3] Dogwood M. Sonhos. Rev Sono. 2012;6:10-19.
)"},
    {"bare numbers named as references",
     R"(As shown in reference ⟦2→2⟧ and in refs. ⟦1→1⟧, ⟦3→3⟧ the rest helps [⟦1→1⟧]. Ref. [⟦2→2⟧] says more [⟦3→3⟧].
===
[1] P. Aster, On rest, J. Sleep 3 (1994) 4.
[2] K. Birch, Naps, J. Sleep 4 (2010) 1.
[3] M. Dogwood, Dreams, J. Sleep 6 (2012) 10.
)"},
    {"missing and far numbers", R"(It is known [⟦1→1⟧], [⟦2→2⟧] and [⟦7→?⟧]; in [2010] and [1999, 2001] it rained.
===
[1] P. Aster, On rest, J. Sleep 3 (1994) 4.
[2] K. Birch, Naps, J. Sleep 4 (2010) 1.
)"},
};

TEST(NumberForms, AreFoundAndLinked) {
  for (const MarkedRow& row : number_form_rows) test::expect_as_marked(row);
}

}  // namespace
}  // namespace citegraph
