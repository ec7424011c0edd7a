// A file as written: what is an entry, what a field, where each stands, and what is wrong.
#include "citegraph/raw_bibtex.hpp"

#include <gtest/gtest.h>
#include <string>
#include <string_view>

namespace citegraph {
namespace {

std::string_view piece_mark(RawPieceKind kind) {
  switch (kind) {
    case RawPieceKind::braced:
      return "{";
    case RawPieceKind::quoted:
      return "\"";
    case RawPieceKind::number:
      return "#";
    case RawPieceKind::name:
      return "=";
    case RawPieceKind::bare:
      return "?";
  }
  return {};
}

// "book:key[title {A;year #1992]", "!" before a broken entry; then "| text" for what stands between, "! kind" for what
// is wrong, each with the text it is about.
std::string dump(std::string_view text) {
  const RawBibtex raw = parse_raw_bibtex(text);
  std::string out;
  for (const RawEntry& entry : raw.entries) {
    if (!out.empty()) out += ' ';
    if (entry.broken) out += '!';
    out += slice(text, entry.type);
    out += ':';
    out += slice(text, entry.key);
    out += '[';
    for (const RawField& field : raw.fields_of(entry)) {
      if (out.back() != '[') out += "; ";
      out += slice(text, field.name);
      for (const RawPiece& piece : raw.pieces_of(field)) {
        out += ' ';
        out += piece_mark(piece.kind);
        out += slice(text, piece.span);
      }
    }
    out += ']';
  }
  for (const TextSpan between : raw.between) out += " | " + std::string(slice(text, between));
  for (const RawProblem& problem : raw.problems)
    out += " ! " + std::string(to_string(problem.kind)) + " <" + std::string(slice(text, problem.span)) + ">";
  return out;
}

struct RawBibtexCase {
  const char* trait;
  const char* text;
  const char* expected;
};

class RawBibtexCases : public ::testing::TestWithParam<RawBibtexCase> {};

TEST_P(RawBibtexCases, IsDividedAsExpected) { EXPECT_EQ(dump(GetParam().text), GetParam().expected); }

const RawBibtexCase raw_bibtex_cases[] = {
    {"nothing", "", ""},
    {"braces", "@book{k, title = {A {B} c}}", "book:k[title {A {B} c]"},
    {"parentheses", "@book(k, title = {A)}, year = 1992)", "book:k[title {A); year #1992]"},
    {"quotes", "@book{k, title = \"A {\"}b\"}", "book:k[title \"A {\"}b]"},
    {"joined", "@book{k, month = {10~} # may # \" x\"}", "book:k[month {10~ =may \" x]"},
    {"trailing_comma", "@book{k, year = 1992,}", "book:k[year #1992]"},
    {"no_fields", "@book{k} @book{l,}", "book:k[] book:l[]"},
    {"blanks_everywhere", "@ book\n{ k ,\n year=\n1992 }", "book:k[year #1992]"},
    {"string", "@string{acm = {ACM} # \" Press\"}", "string:[acm {ACM \" Press]"},
    {"preamble", "@preamble{ {\\x} # y }", "preamble:[ {\\x =y]"},
    {"comment", "@comment{a {b} @book{k}} @book{l}", "comment:[] book:l[]"},
    {"comment_without_braces", "@comment a @book{k}\n@book{l}", "comment:[] book:l[]"},
    {"text_between", "see a@b.org\n@book{k}\nmore", "book:k[] | see a@b.org | more"},
    {"line_comment", "% @book{j}\n@book{k, % @book{x}\nyear = 1}", "book:k[year #1] | % @book{j}"},
    {"accents", "@book{k, author = \"G{\\\"o}del\"}", "book:k[author \"G{\\\"o}del]"},
    {"backslash_before_quote", "@book{k, author = \"G\\\"odel\", year = 1}", "book:k[author \"G\\\"odel; year #1]"},
    {"key_with_colon", "@book{DBLP:conf/x/1, year = 1}", "book:DBLP:conf/x/1[year #1]"},
    {"key_with_blank", "@book{a b, year = 1}", "book:a b[year #1]"},
    {"entries_inside_a_value", "@book{k, note = {\n@book{l,\n year = 1}\n}, year = 2}",
     "book:k[note {\n@book{l,\n year = 1}\n; year #2]"},
    {"missing_key", "@book{year = 1}", "book:[year #1] ! the entry has no key <year>"},
    {"empty_key", "@book{, year = 1}", "book:[year #1] ! the entry has no key <>"},
    {"missing_comma", "@book{k, year = 1 title = {A}}", "book:k[year #1; title {A] ! a comma is missing <>"},
    {"missing_comma_behind_the_key", "@book{k\n year = 1}", "book:k[year #1] ! a comma is missing <>"},
    {"missing_value", "@book{k, year = , title = {A}}", "book:k[year; title {A] ! a field without a value <year>"},
    {"missing_equals", "@book{k, year, title = {A}}", "book:k[year; title {A] ! a field without a value <year>"},
    {"bare_words", "@book{k, title = A b c, year = 1}",
     "book:k[title ?A b c; year #1] ! a value without braces or quotation marks <A b c>"},
    {"stray_text", "@book{k, title = {A} b {c, d}, year = 1}",
     "book:k[title {A; year #1] ! text that is no field was passed over <b {c, d}>"},
    {"extra_brace", "@book{k, title = {A}},\n year = 1}", "book:k[title {A; year #1] ! a closing brace too many <}>"},
    {"entry_never_closed", "@book{k, year = 1\n@book{l, year = 2}",
     "!book:k[year #1] book:l[year #2] ! the entry is never closed <@book{k, year = 1>"},
    {"value_never_closed", "@book{k,\n title = {A,\n year = 1\n}\n\n@book{l, year = 2}",
     "!book:k[title {A; year #1] book:l[year #2] ! the entry is never closed <@book{k,\n title = {A,\n year = 1\n}>"},
    {"two_braces_missing", "@book{k,\n title = {{A,\n year = 1\n}\n@book{l, year = 2}",
     "!book:k[title {{A; year #1] book:l[year #2] ! the entry is never closed <@book{k,\n title = {{A,\n year = 1\n}>"},
    {"quotation_never_closed", "@book{k,\n title = \"A,\n year = 1\n}\n@book{l, year = 2}",
     "!book:k[title \"A; year #1] book:l[year #2] ! the entry is never closed <@book{k,\n title = \"A,\n year = 1\n}>"},
    {"never_closed_at_the_end", "@book{k, title = {A",
     "!book:k[title {A] ! the entry is never closed <@book{k, title = {A>"},
    {"only_an_opening", "@book{", "!book:[] ! the entry is never closed <@book{>"},
    {"crlf", "@book{k,\r\n title = {A},\r\n}\r\n", "book:k[title {A]"},
    {"old_line_ends", "@book{k,\r title = {A},\r}\r@book{l}", "book:k[title {A] book:l[]"},
};

INSTANTIATE_TEST_SUITE_P(RawBibtex, RawBibtexCases, ::testing::ValuesIn(raw_bibtex_cases),
                         [](const auto& each) { return each.param.trait; });

std::string repeated(std::string_view text, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

// Shapes on which going back costs most. All of them would take minutes if it were not bounded.
TEST(RawBibtex, HostileShapesAreReadInLinearTime) {
  for (const char* shape : {"@book{k, title = {\n",
                            "@book{k, title = {",
                            "@book{k, x=} ",
                            "@comment{\n",
                            "@comment{ ",
                            "{",
                            "}",
                            "\"",
                            "@",
                            "@book{k, a = \"",
                            "@book{k,\n a = {b\n c = {d\n",
                            "\n",
                            "\n@",
                            "% @",
                            "@a(",
                            "@a{b",
                            "a = {",
                            "=",
                            "@ a\n",
                            "#"}) {
    const std::string text = repeated(shape, 2'000'000 / std::string_view(shape).size());
    const RawBibtex raw = parse_raw_bibtex(text);
    EXPECT_LE(raw.entries.size(), text.size()) << shape;
    const std::string opened = "@book{z, title = {" + text;
    EXPECT_FALSE(parse_raw_bibtex(opened).entries.empty()) << shape;
  }
}

TEST(RawBibtex, OneUnclosedBraceAtTheTopLosesNothingElse) {
  const std::string good = repeated("@book{k,\n  title = {A},\n  year = 1992,\n}\n\n", 1000);
  const RawBibtex raw = parse_raw_bibtex("@book{broken,\n  title = {{A,\n  year = 1992,\n}\n\n" + good);
  ASSERT_EQ(raw.entries.size(), 1001U);
  EXPECT_TRUE(raw.entries[0].broken);
  EXPECT_EQ(raw.entries[0].field_count, 2U);
  for (std::size_t i = 1; i < raw.entries.size(); ++i) ASSERT_FALSE(raw.entries[i].broken) << i;
}

TEST(RawBibtex, EveryPrefixIsRead) {
  const std::string text =
      "@string{acm = \"ACM\"}\n@book(k, title = {A {B} c}, month = jan # \"~10\", x)\n@comment{z}\n% y\n@misc{l, a = "
      "\"b{\"}\"}";
  for (std::size_t size = 0; size <= text.size(); ++size) {
    const RawBibtex raw = parse_raw_bibtex(std::string_view(text).substr(0, size));
    for (const RawEntry& entry : raw.entries) {
      ASSERT_LE(entry.span.end, size);
      ASSERT_LE(entry.first_field + entry.field_count, raw.fields.size());
      for (const RawField& field : raw.fields_of(entry)) {
        ASSERT_LE(entry.span.start, field.name.start);
        ASSERT_LE(field.value.end, entry.span.end);
      }
    }
  }
}

}  // namespace
}  // namespace citegraph
