#include "bibliography/records/bibliography.hpp"

#include <string>
#include <utility>

#include "bibliography/json_items.hpp"
#include "bibliography/records/crossref.hpp"
#include "bibliography/records/json_line.hpp"
#include "bibliography/records/open_alex.hpp"

namespace citegraph::bibliography {
namespace {

// `id_name`: how the identifier is kept, where no variable of a work stands for it.
void read_works(Builder& builder, records::ReadObject* read_object, std::string_view id_name) {
  records::JsonLine json;
  std::string padded;
  for (const TextSpan span : find_json_items(builder.text()).items) {
    padded = slice(builder.text(), span);
    const std::size_t size = padded.size();
    padded.resize(size + simdjson::SIMDJSON_PADDING);
    const records::JsonLineResult result =
        json.read(std::string_view(padded).substr(0, size), read_object, [&](const WorkRecord& record) {
          BibliographyEntry entry;
          entry.work = record.work;
          if (!id_name.empty()) entry.extra.push_back({std::string(id_name), record.id});
          builder.add(std::move(entry), span);
        });
    if (result.error.empty() && result.records > 0) continue;
    builder.report("broken-entry", span,
                   result.error.empty() ? "the object is no work: it has no identifier" : result.error);
    builder.skip(span, "broken entry");
  }
}

}  // namespace

bool looks_like_open_alex(std::string_view text) {
  constexpr std::size_t looked_at = 1 << 16;
  return json_mentions(text, "id") && text.substr(0, looked_at).find("openalex.org/W") != std::string_view::npos;
}

bool looks_like_crossref(std::string_view text) {
  return json_mentions(text, "DOI") &&
         (json_mentions(text, "reference-count") || json_mentions(text, "is-referenced-by-count"));
}

void read_open_alex_works(Builder& builder) { read_works(builder, records::read_open_alex, "openalex"); }
void read_crossref_works(Builder& builder) { read_works(builder, records::read_crossref, {}); }

}  // namespace citegraph::bibliography
