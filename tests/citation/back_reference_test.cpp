// "Ibid.", "op. cit.", "idem" in brackets of the text.
#include <gtest/gtest.h>

#include "marked_paper.hpp"

namespace citegraph {
namespace {

using test::MarkedRow;

#define LIST                                                             \
  "\n===\n"                                                              \
  "Aster, P. (1994). Gardens of the north. Green Journal, 3(2), 4-19.\n" \
  "Birch, K., & Cedar, L. (2010). Wood and water. London: Leaf Press.\n" \
  "Birch, K., & Cedar, L. (2012). Wood and wind. London: Leaf Press.\n"

constexpr MarkedRow back_reference_rows[] = {
    {"ibid", "So (⟦Aster, 1994, p. 3→1⟧), and so (⟦ibid., p. 12→1⟧)." LIST},
    {"with a capital", "So (⟦Aster, 1994→1⟧), and so (⟦Ibid.: 12→1⟧; ⟦Ibidem→1⟧)." LIST},
    {"after a word", "So (⟦Aster, 1994→1⟧), and so (see ⟦ibid.→1⟧; cf. ⟦ibid., p. 4→1⟧)." LIST},
    {"of the work cited last", "So (⟦Aster, 1994→1⟧; ⟦Birch & Cedar, 2010→2⟧), and so (⟦ibid., p. 12→2⟧)." LIST},
    {"with nothing before", "So (⟦ibid., p. 12→?⟧), and (⟦Aster, 1994→1⟧)." LIST},
    {"after a work that is not listed", "So (⟦Aster, 1994→1⟧), (⟦Elm, 2001→?⟧), and so (⟦ibid.→?⟧)." LIST},
    {"German", "So (⟦Aster 1994, S. 3→1⟧) und so (⟦ebd.→1⟧), (vgl. ⟦ebd., S. 4→1⟧), (⟦ebenda→1⟧)." LIST},
    {"op. cit. of an author",
     "So (⟦Aster, 1994→1⟧; ⟦Birch & Cedar, 2010→2⟧), and so (⟦Aster, op. cit., p. 12→1⟧)." LIST},
    {"narrative", "So (⟦Aster, 1994→1⟧), as ⟦Aster (op. cit., p. 12)→1⟧ says." LIST},
    {"op. cit. without an author", "So (⟦Aster, 1994→1⟧), and so (⟦op. cit., p. 12→1⟧)." LIST},
    {"the one of the author cited last",
     "So (⟦Birch & Cedar, 2012→3⟧), (⟦Aster, 1994→1⟧), and (⟦Birch & Cedar, op. cit.→3⟧)." LIST},
    {"idem with another year", "So (⟦BIRCH; CEDAR, 2010→2⟧), e (⟦IDEM, 2012, p. 20→3⟧)." LIST},
    {"id. with a page", "So (⟦Aster, 1994→1⟧), e (⟦id., p. 20→1⟧)." LIST},
    {"an identifier is no id.", "So (⟦Aster, 1994→1⟧); a taxon (e.g. the ID of 3), (ID 500), (sequence ID)." LIST},
    {"words that only look alike", "So (⟦Aster, 1994→1⟧) (dies ist so), (op 3), (a a priori), (loc 2), (art 5)." LIST},
    {"a note is no work", "So (⟦Aster, 1994→1⟧) (see note 3), (n. 12), (cf. footnote 2)." LIST},
};

TEST(BackReference, InBrackets) {
  for (const MarkedRow& row : back_reference_rows) test::expect_as_marked(row);
}

}  // namespace
}  // namespace citegraph
