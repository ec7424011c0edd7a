/// \file
/// A BibTeX file as it is written: its entries, their fields, and where each stands; nothing is understood yet.
///
///     const std::string file = "@string{acm = {ACM Press}}\n@book{knuth, author = {Knuth, D.}, publisher = acm}";
///     const RawBibtex raw = parse_raw_bibtex(file);
///     for (const RawEntry& entry : raw.entries)
///       for (const RawField& field : raw.fields_of(entry))
///         std::cout << slice(file, entry.key) << ' ' << slice(file, field.name) << '\n';  // knuth author, ...
///
/// This is the stage for programs that check, sort or rewrite a file and keep what they do not touch. What a field
/// *means* (LaTeX decoded, abbreviations replaced, names divided) is read by `parse_bibliography` (bibliography.hpp).
///
/// The grammar is that of BibTeX and of biber: entries in braces or parentheses, values in braces, in quotation marks,
/// as numbers or as names of `@string`s, joined by `#`; text between entries is comment, and so is a line that begins
/// with `%`. A damaged entry never takes others with it: reading goes on at the next entry. What can still be told of
/// a damaged entry is in its fields, with a `RawProblem` for every place that is wrong. Time is linear in the size of
/// the file, whatever is in it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/span.hpp"

namespace citegraph {

/// What stands behind an `@`.
enum class RawEntryKind : std::uint8_t {
  entry,     ///< `@book{...}` and its like.
  string,    ///< `@string{name = value}`: an abbreviation.
  preamble,  ///< `@preamble{value}`: LaTeX for the document.
  comment,   ///< `@comment{...}`.
};

/// How a part of a value is written.
enum class RawPieceKind : std::uint8_t {
  braced,  ///< `{...}`
  quoted,  ///< `"..."`
  number,  ///< `1992`
  name,    ///< `jan`: the name of a `@string`.
  bare,    ///< Text that lacks its braces.
};

/// A part of a value: `{10}`, or `may` in `{10~} # may`.
struct RawPiece {
  TextSpan span;                             ///< Without its braces or quotation marks.
  RawPieceKind kind = RawPieceKind::braced;  ///< How it is written.
};

/// `name = value`.
struct RawField {
  TextSpan name;                  ///< As written, in any letter case; empty in a preamble.
  TextSpan value;                 ///< All of the value with its delimiters; empty where there is none.
  std::uint32_t first_piece = 0;  ///< Of `RawBibtex::pieces`.
  std::uint32_t piece_count = 0;  ///< 0 where the value is missing.
};

/// One entry.
struct RawEntry {
  RawEntryKind kind = RawEntryKind::entry;  ///< What stands behind the `@`.
  bool broken = false;                      ///< It could not be read to its end; the fields are what was saved of it.
  TextSpan span;                            ///< From the `@` to behind the closing delimiter.
  TextSpan type;                            ///< "book", as written.
  TextSpan key;                             ///< Empty where there is none.
  std::uint32_t first_field = 0;            ///< Of `RawBibtex::fields`.
  std::uint32_t field_count = 0;            ///< In the order of the file.
};

/// What can be wrong with an entry.
enum class RawProblemKind : std::uint8_t {
  never_closed,   ///< A brace, parenthesis or quotation mark of the entry is never closed.
  missing_key,    ///< The entry begins with a field.
  missing_comma,  ///< Between two fields, or behind the key.
  missing_value,  ///< A field without a value.
  bare_value,     ///< A value of several words without braces.
  extra_brace,    ///< A closing brace too many; the fields behind it belong to the entry all the same.
  unexpected,     ///< Text that is no field; it was passed over.
};

/// A place that is wrong.
struct RawProblem {
  RawProblemKind kind = RawProblemKind::unexpected;  ///< What is wrong.
  TextSpan span;                                     ///< Where; of `never_closed`: the entry's opening.
  std::uint32_t entry = 0;                           ///< Of `RawBibtex::entries`.
};

/// A file as written. Offsets are bytes into the text that was parsed.
struct CITEGRAPH_API RawBibtex {
  std::vector<RawEntry> entries;     ///< In the order of the file.
  std::vector<RawField> fields;      ///< Of all entries.
  std::vector<RawPiece> pieces;      ///< Of all fields.
  std::vector<TextSpan> between;     ///< Text between the entries that is not blank, which BibTeX takes for comment.
  std::vector<RawProblem> problems;  ///< In the order of the entries.

  /// The fields of an entry.
  [[nodiscard]] std::span<const RawField> fields_of(const RawEntry& entry) const& noexcept {
    return {fields.data() + entry.first_field, entry.field_count};
  }
  /// The parts of a field's value.
  [[nodiscard]] std::span<const RawPiece> pieces_of(const RawField& field) const& noexcept {
    return {pieces.data() + field.first_piece, field.piece_count};
  }
  std::span<const RawField> fields_of(const RawEntry& entry) const&& = delete;  // Views into what is about to go do
  std::span<const RawPiece> pieces_of(const RawField& field) const&& = delete;  // not compile.
};

/// Divides a file of at most 4 GiB (more is not read). Any bytes are accepted; those of ASCII make the structure.
[[nodiscard]] CITEGRAPH_API RawBibtex parse_raw_bibtex(std::string_view text);

/// One sentence, without a full stop: "a field without a value".
[[nodiscard]] CITEGRAPH_API std::string_view to_string(RawProblemKind kind) noexcept;

}  // namespace citegraph
