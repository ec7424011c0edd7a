#include "table.hpp"

namespace {

using Row = citegraph::test::NormaliserRow;

CITEGRAPH_NORMALISER_TABLE(
    NamesNormaliser,
    Row{"ampersand_and_commas", "{author:Adler, T. B., & Brandt, K.}", "author=Adler/T. B. & Brandt/K."},
    Row{"and", "{author:Adler, T. and Brandt, K}.", "author=Adler/T. & Brandt/K."},
    Row{"given_name_first", "{author:Thea Adler and Karl Brandt}.", "author=Adler/Thea & Brandt/Karl"},
    Row{"initials_first", "{author:T. B. Adler, K. Brandt}.", "author=Adler/T. B. & Brandt/K."},
    Row{"initials_without_stops", "{author:Adler TB, Brandt K}.", "author=Adler/TB & Brandt/K"},
    Row{"semicolons", "{author:Adler, T.; Brandt, K.; Castor, M}.", "author=Adler/T. & Brandt/K. & Castor/M."},
    Row{"spanish_y", "{author:García, J. y Pérez, M}.", "author=García/J. & Pérez/M."},
    Row{"portuguese_e", "{author:Souza, J. e Lima, M}.", "author=Souza/J. & Lima/M."},
    Row{"german_und", "{author:Adler, Thea und Brandt, Karl}.", "author=Adler/Thea & Brandt/Karl"},
    Row{"french_et", "{author:Adler, T. et Brandt, K}.", "author=Adler/T. & Brandt/K."},
    Row{"et_al", "{author:Adler, T., et al}. {title:On ice}.", "author=Adler/T. et al.; title=On ice"},
    Row{"u_a", "{author:Adler, Thea u.a}.", "author=Adler/Thea et al."},
    Row{"capitals", "{author:SILVA, J. A.; SOUZA, M}.", "author=Silva/J. A. & Souza/M."},
    Row{"capitals_of_parts", "{author:O'BRIEN, T.; MCDONALD, K.; GARCÍA-LÓPEZ, M}.",
        "author=O'Brien/T. & McDonald/K. & García-López/M."},
    Row{"capitals_with_given_names", "{author:FLORIDI, Luciano}", "author=Floridi/Luciano"},
    Row{"short_capitals_stay", "{author:LI, J}", "author=LI/J"},
    Row{"mixed_list_stays", "{author:SILVA, J.; Souza, M}.", "author=SILVA/J. & Souza/M."},
    Row{"organisation", "{author:World Health Organization}", "author={World Health Organization}"},
    Row{"organisation_in_capitals", "{author:IBGE}", "author={IBGE}"},
    Row{"particle", "{author:van der Berg, J., & de Souza, M}.", "author=van der~Berg/J. & de~Souza/M."},
    Row{"suffix", "{author:Adler, T. B., Jr}.", "author=Adler/T. B., Jr"},
    Row{"editors_with_mark", "in {editor:R. Falk and S. Gold} (eds.)", "editor=Falk/R. & Gold/S."},
    Row{"two_pieces", "{author:Adler, T.} {title:On ice} {author:Brandt, K.}",
        "author=Adler/T. & Brandt/K.; title=On ice"},
    Row{"dashes_are_no_name", "{author:———}. {title:On ice}", "title=On ice"},
    Row{"ders_is_no_name", "{author:Ders}.: {title:Eis}", "title=Eis"},
    Row{"cyrillic", "{author:Иванов И. И., Петров П. П}.", "author=Иванов/И. И. & Петров/П. П."},
    Row{"greek", "{author:Παπαδόπουλος, Γ}.", "author=Παπαδόπουλος/Γ."},
    Row{"entity", "{author:Adler, T. &amp; Brandt, K}.", "author=Adler/T. & Brandt/K."},
    Row{"markup", "{author:<b>Adler</b>, T}.", "author=Adler/T."}, Row{"digits_are_no_name", "{author:12 34}", ""});

}  // namespace
