// Reading a document: it is read or refused, what is read is sound, and the same a second time.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/document.hpp"
#include "citegraph/error.hpp"

#include "fuzz/require.hpp"
#include "soundness.hpp"

namespace citegraph::fuzz {

inline bool equal(const Document& a, const Document& b) {
  return a.text == b.text && a.work == b.work && a.diagnostics.size() == b.diagnostics.size() &&
         a.tagged_references.size() == b.tagged_references.size() &&
         a.tagged_citations.size() == b.tagged_citations.size() &&
         std::equal(a.blocks.begin(), a.blocks.end(), b.blocks.begin(), b.blocks.end(),
                    [](const Block& x, const Block& y) {
                      return x.kind == y.kind && x.span == y.span && x.level == y.level && x.label == y.label;
                    }) &&
         std::equal(a.marks.begin(), a.marks.end(), b.marks.begin(), b.marks.end(), [](const Mark& x, const Mark& y) {
           return x.kind == y.kind && x.span == y.span && x.target == y.target;
         });
}

// The articles of a file; none where it is refused.
inline std::vector<Document> read_or_refuse(std::string_view bytes, Format format) {
  ReadOptions options;
  options.format = format;
  try {
    return parse_documents(std::string(bytes), {}, options);
  } catch (const Error& error) {
    require(is_utf8(error.what()), "the message of an error is not UTF-8");
    return {};
  }
}

inline void read_twice(std::string_view bytes, Format format) {
  const std::vector<Document> documents = read_or_refuse(bytes, format);
  for (const Document& document : documents) require_sound(test::unsound(document));
  const std::vector<Document> again = read_or_refuse(bytes, format);
  require(std::equal(documents.begin(), documents.end(), again.begin(), again.end(), equal), "two runs are equal");
}

}  // namespace citegraph::fuzz
