// Markdown and what is read from it, row by row.
#pragma once

#include <gtest/gtest.h>
#include <span>

#include "document/dump.hpp"
#include "document/invariants.hpp"

namespace citegraph::document {

struct MarkdownRow {
  const char* trait;
  const char* text;
  const char* dump;
};

inline void expect_all(std::span<const MarkdownRow> rows) {
  ReadOptions options;
  options.format = Format::markdown;
  for (const MarkdownRow& row : rows) {
    const Document document = parse_document(row.text, {}, options);
    EXPECT_EQ(dump(document), row.dump) << row.trait;
    expect_sound(document);
    expect_exact(document);
  }
}

}  // namespace citegraph::document
