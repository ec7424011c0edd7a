#include "bibliography/csl_json_reader.hpp"

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "bibliography/csl_json_value.hpp"
#include "bibliography/json_items.hpp"

namespace citegraph::bibliography {

bool looks_like_csl_json(std::string_view text) { return json_mentions(text, "type") || json_mentions(text, "id"); }

// Every item is parsed by itself: a broken one harms no other.
void read_csl_json(Builder& builder) {
  const JsonItems found = find_json_items(builder.text());
  for (std::size_t i = 0; i < found.items.size(); ++i) {
    const TextSpan span = found.items[i];
    const std::string_view item = slice(builder.text(), span);
    const auto json = found.too_deep[i] ? nlohmann::ordered_json()
                                        : nlohmann::ordered_json::parse(item.begin(), item.end(), nullptr, false);
    if (!json.is_object()) {
      const bool cut = !found.closed && span == found.items.back();
      builder.report("broken-entry", span, cut ? "the item is never closed" : "the item is no valid JSON");
      builder.skip(span, "broken entry");
      continue;
    }
    BibliographyEntry entry;
    entry.work = work_of_csl(json, entry.extra);
    builder.add(std::move(entry), span);
  }
}

}  // namespace citegraph::bibliography
