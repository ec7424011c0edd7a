// From the citations of a paper to mentions that own what they say.
#pragma once

#include "citegraph/citation.hpp"
#include "citegraph/document.hpp"
#include "citegraph/mention.hpp"

#include "text/line_index.hpp"

namespace citegraph::graph {

// Where in the file a span of a document's text stands.
struct Place {
  SourceSpan source;
  text::Position position;
};

class PlaceFinder {
 public:
  explicit PlaceFinder(const Document& document) : document_(document), lines_(document.source) {}
  Place place(TextSpan span) const;

 private:
  const Document& document_;
  text::LineIndex lines_;
};

// The text of `span`, white space collapsed.
std::string printed(const Document& document, TextSpan span);

Mention make_mention(const Document& document, const PlaceFinder& places, const Citation& citation,
                     const Target& target);

}  // namespace citegraph::graph
