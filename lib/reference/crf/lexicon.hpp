// Words that bibliographies use as signs, by what they announce; multilingual. Shared by the features.
#pragma once

#include <cstdint>
#include <string_view>

namespace citegraph::crf {

enum class Keyword : std::uint8_t {
  none,
  in,
  editor,
  translator,
  volume,
  number,
  pages,
  edition,
  conjunction,
  et_al,
  publisher,
  journal,
  conference,
  thesis,
  report,
  institution,
  accessed,
  particle,
  function_word,
  name_suffix,
  ordinal,
  identifier,
  month,
  series,
  chapter,
  place_unknown,
};

// The class of a lower-case word (without its full stop); `none` for other words.
Keyword keyword_of(std::string_view lower_case) noexcept;

}  // namespace citegraph::crf
