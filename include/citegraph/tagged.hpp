/// \file
/// What the format of a document says itself about references and citations, so that nobody has to guess it again.
///
///     <ref id="B1">... <source>Harbour Studies</source> ...</ref>     a TaggedReference, id "B1"
///     (<xref ref-type="bibr" rid="B1">Marlow, 1998</xref>)            a TaggedCitation of "B1"
///
///     [see @marlow1998, p. 3]      \\citep[see][p. 3]{marlow1998}    a TaggedCitation of "marlow1998" by its key
///
/// JATS, TEI and HTML tag both, as do the fields that reference managers leave in DOCX; LaTeX and Pandoc's Markdown the
/// citations. `find_references` and `find_citations` take what is tagged as it is, and read from the text only what is
/// not.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "citegraph/label.hpp"
#include "citegraph/name.hpp"
#include "citegraph/span.hpp"
#include "citegraph/work.hpp"

namespace citegraph {

/// One field of a reference; of names, one person or organisation.
struct TaggedField {
  Label label = Label::other;  ///< What it is.
  std::string value;           ///< Without markup, white space collapsed; a date as ISO 8601 where it is divided.
  std::optional<Name> name;  ///< Of an author, editor or translator; none for "et al." and for lists tagged as a whole.
  TextSpan span;             ///< Where the text prints it; empty where it does not.
};

/// The fields that describe one work.
struct TaggedWork {
  WorkType type = WorkType::document;  ///< `document` where the format does not say.
  std::vector<TaggedField> fields;     ///< In the order of the file.
};

/// One entry of a reference list.
struct TaggedReference {
  TextSpan span;                  ///< The entry as printed, without its number.
  std::string id;                 ///< What citations call it.
  std::string number;             ///< As printed before it ("[3]", "3."), or empty.
  std::vector<TaggedWork> works;  ///< Without fields where the entry is text only; several for "(a) ...; (b) ...".
  std::optional<Work> record;     ///< Where the format holds the work as a whole, beside what it prints (DOCX).
};

/// What stands at the place of a citation.
enum class TaggedForm : std::uint8_t {
  printed,  ///< What a reader of the paper sees: "Marlow, 1998", "[3]".
  key,      ///< The key of the entry, for a program that prints the citation.
};

/// One place of the text that names entries.
struct TaggedCitation {
  TextSpan span;                 ///< The smallest text: without brackets around it. "3–5" is one, with three ids.
  std::vector<std::string> ids;  ///< As the file has them, also those no entry bears; ranges completed.
  TaggedForm form = TaggedForm::printed;  ///< What stands at `span`.
  // The rest is that of keys.
  bool narrative = false;   ///< Part of the sentence: "@marlow1998", `\textcite`.
  std::uint32_t group = 0;  ///< Where the bracket or command begins, which several may share.
  std::string prefix;       ///< "see"
  std::string suffix;       ///< "p. 3, emphasis added": the locator and what follows it. A bare number is a page.
};

}  // namespace citegraph
