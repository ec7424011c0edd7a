// Whether a paragraph begins an entry of the list it stands in, judged by what the other entries have in common: their
// alphabetical order or their numbers. A page may cut an entry anywhere, behind a full stop too.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/raw_document.hpp"

namespace citegraph::document {

enum class ListStart : std::uint8_t {
  unknown,    // stands in no list
  entry,      // has its place in the list's order
  continued,  // falls out of it: the rest of the entry before
};

// One for every block of `document`, in one pass over its sections.
std::vector<ListStart> judge_list_starts(std::string_view text, const RawDocument& document);

// The number or key that an entry begins with: "12" of "[12] Smith", "12. Smith", "[Smi12] Smith"; empty where there is
// none.
std::string_view entry_label(std::string_view line);

}  // namespace citegraph::document
