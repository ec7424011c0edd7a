// More training data out of what there is: the fields of a gold reference printed again in another style.
#pragma once

#include "data.hpp"
#include "random.hpp"

namespace training {

// The example in a style drawn at random: other order, punctuation, quotes, affixes in six languages, emphasis marks,
// upper-case names, names cut to "et al.". The labels stay with their fields. An example without author, title or date,
// or with a field in several pieces, is returned as it is.
Example rerender(const Example& example, Random& random);

// The example as text out of a PDF has it: a blank before punctuation, words glued, words broken by a hyphen.
Example add_noise(const Example& example, Random& random);

}  // namespace training
