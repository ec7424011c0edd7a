// The rules, in the order in which they claim their tokens. Each asks one question and leaves the rest to those after
// it.
#pragma once

#include "reference/rules/draft.hpp"

namespace citegraph::reference::rules {

void claim_citation_number(Draft& draft);  // "[12]" at the start
void claim_identifiers(Draft& draft);      // DOI, address, ISBN, arXiv, PMID, with "available at" before them
void claim_accessed(Draft& draft);         // "accessed 3 May 2012"
void claim_reprint_note(Draft& draft);     // "reproduced in ..." to the end
void claim_quoted_title(Draft& draft);     // “...”, also where one of the quotes is missing
void claim_head_authors(Draft& draft);     // the names at the start
void claim_head_date(Draft& draft);        // "(1997a)", "1997.", "n.d." after them
void claim_editors(Draft& draft);          // "in A. Kim (ed.)", "edited by A. Kim"
void claim_translators(Draft& draft);      // "trans. A. Kim"
void claim_edition(Draft& draft);          // "2nd ed."
void claim_genre(Draft& draft);            // "PhD thesis", "Report No-30"
void claim_locators(Draft& draft);         // "38(2), 145-68", "vol. 3", "pp. 1-9"
void claim_other_dates(Draft& draft);      // a date at the end, "18 July", "July 2000"
void claim_containers(Draft& draft);       // after "in"; italics after a title
void claim_publishers(Draft& draft);       // "Place: Publisher", "Publisher, Place"
void claim_title(Draft& draft);            // what stands after the authors and the date
void claim_rest(Draft& draft);             // a container, an organisation: what is still open
void settle_head(Draft& draft);            // a name at the start that turns out to be the title

using Rule = void (*)(Draft&);

}  // namespace citegraph::reference::rules
