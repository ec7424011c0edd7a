// What the commands and environments of LaTeX and its usual packages do to the text of a document.
#pragma once

#include <cstdint>
#include <string_view>

namespace citegraph::document::latex {

enum class Action : std::uint8_t {
  none,      // not known: its arguments are text
  dropped,   // with `count` arguments
  shown,     // but for the first `count` arguments
  heading,   // of level `count`
  emphasis,  // of the argument
  strong,
  typewriter,
  superscript,
  subscript,
  switch_emphasis,  // until the group ends
  switch_strong,
  switch_typewriter,
  footnote,
  footnote_text,
  footnote_mark,
  caption,
  item,
  entry,       // \bibitem
  part_break,  // \newblock
  paragraph_break,
  line_break,
  begin,
  end,
  input,
  import,
  define,           // \newcommand
  define_tex,       // \def
  define_document,  // \NewDocumentCommand
  let,
  title,
  author,
  date,
  make_title,
  bibliography,
  print_bibliography,
  address,  // \url
  link,     // \href
  verb,
  if_false,
  quoted,
  nocite,
};

struct Command {
  Action action = Action::none;
  std::uint8_t count = 0;
};

Command command_named(std::string_view name) noexcept;

// \cite and its kin, by their names: natbib's, BibLaTeX's, those of document classes.
struct CiteCommand {
  bool is_one = false;
  bool narrative = false;  // part of the sentence
  bool bracketed = false;  // prints brackets
  bool several = false;    // \parencites: arguments repeat
  bool volume = false;     // \volcite: a volume stands before the page
};
CiteCommand cite_command(std::string_view printed) noexcept;

enum class Surrounding : std::uint8_t {
  none,
  document,
  verbatim,
  skipped,
  mathematics,
  list,
  quotation,
  floating,
  table,
  bibliography,
  abstract,
};

struct Environment {
  Surrounding kind = Surrounding::none;
  std::uint8_t arguments = 0;  // in braces, to be dropped
};

Environment environment_named(std::string_view name) noexcept;

}  // namespace citegraph::document::latex
