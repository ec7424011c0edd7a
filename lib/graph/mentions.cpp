#include "graph/mentions.hpp"

#include "text/utf8.hpp"

namespace citegraph::graph {

Place PlaceFinder::place(TextSpan span) const {
  const SourceSpan source = document_.map.to_source(span);
  if (source.file != 0) {
    const auto [line, column] = document_.line_column(source);
    return {source, {line, column}};
  }
  return {source, lines_.position(document_.source, source.start)};
}

std::string printed(const Document& document, TextSpan span) {
  return text::collapse_spaces(slice(document.text, span));
}

Mention make_mention(const Document& document, const PlaceFinder& places, const Citation& citation,
                     const Target& target) {
  const Place place = places.place(citation.span);
  return {.path = document.path_of(place.source.file),
          .text = printed(document, citation.span),
          .sentence = printed(document, citation.sentence),
          .section = citation.section,
          .prefix = citation.prefix,
          .suffix = citation.suffix,
          .locator = target.locator,
          .locator_label = target.locator_label,
          .source = place.source,
          .line = place.position.line,
          .column = place.position.column,
          .group = citation.group,
          .position = citation.position,
          .group_size = citation.group_size,
          .form = citation.form,
          .status = target.status};
}

}  // namespace citegraph::graph
