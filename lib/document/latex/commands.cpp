#include "document/latex/commands.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "text/ascii.hpp"

namespace citegraph::document::latex {
namespace {

struct CommandRow {
  std::string_view name;
  Command command;
};

// Sorted by name.
constexpr CommandRow commands[] = {
    {"AtBeginDocument", {Action::dropped, 1}},
    {"AtEndDocument", {Action::dropped, 1}},
    {"Cref", {Action::dropped, 1}},
    {"DeclareDocumentCommand", {Action::define_document}},
    {"DeclareMathOperator", {Action::dropped, 2}},
    {"DeclareRobustCommand", {Action::define}},
    {"DeclareUnicodeCharacter", {Action::dropped, 2}},
    {"NewDocumentCommand", {Action::define_document}},
    {"PassOptionsToPackage", {Action::dropped, 2}},
    {"ProvidesPackage", {Action::dropped, 1}},
    {"RenewDocumentCommand", {Action::define_document}},
    {"RequirePackage", {Action::dropped, 1}},
    {"addbibresource", {Action::bibliography}},
    {"addcontentsline", {Action::dropped, 3}},
    {"addtocounter", {Action::dropped, 2}},
    {"addtolength", {Action::dropped, 2}},
    {"author", {Action::author}},
    {"autoref", {Action::dropped, 1}},
    {"begin", {Action::begin}},
    {"bf", {Action::switch_strong}},
    {"bfseries", {Action::switch_strong}},
    {"bibitem", {Action::entry}},
    {"bibliography", {Action::bibliography}},
    {"bibliographystyle", {Action::dropped, 1}},
    {"bibpunct", {Action::dropped, 6}},
    {"bottomrule", {Action::dropped, 0}},
    {"caption", {Action::caption}},
    {"captionof", {Action::caption, 1}},
    {"chapter", {Action::heading, 1}},
    {"chaptermark", {Action::dropped, 1}},
    {"citestyle", {Action::dropped, 1}},
    {"cline", {Action::dropped, 1}},
    {"cmidrule", {Action::dropped, 1}},
    {"color", {Action::dropped, 1}},
    {"colorbox", {Action::shown, 1}},
    {"cref", {Action::dropped, 1}},
    {"date", {Action::date}},
    {"def", {Action::define_tex}},
    {"definecolor", {Action::dropped, 3}},
    {"documentclass", {Action::dropped, 1}},
    {"edef", {Action::define_tex}},
    {"em", {Action::switch_emphasis}},
    {"emph", {Action::emphasis}},
    {"end", {Action::end}},
    {"enquote", {Action::quoted}},
    {"ensuremath", {Action::shown}},
    {"eqref", {Action::dropped, 1}},
    {"fontsize", {Action::dropped, 2}},
    {"footnote", {Action::footnote}},
    {"footnotemark", {Action::footnote_mark}},
    {"footnotetext", {Action::footnote_text}},
    {"fullref", {Action::dropped, 1}},
    {"gdef", {Action::define_tex}},
    {"geometry", {Action::dropped, 1}},
    {"glossary", {Action::dropped, 1}},
    {"graphicspath", {Action::dropped, 1}},
    {"hphantom", {Action::dropped, 1}},
    {"href", {Action::link}},
    {"hspace", {Action::dropped, 1}},
    {"hypersetup", {Action::dropped, 1}},
    {"hyphenation", {Action::dropped, 1}},
    {"iffalse", {Action::if_false}},
    {"import", {Action::import}},
    {"include", {Action::input}},
    {"includegraphics", {Action::dropped, 1}},
    {"index", {Action::dropped, 1}},
    {"input", {Action::input}},
    {"it", {Action::switch_emphasis}},
    {"item", {Action::item}},
    {"itshape", {Action::switch_emphasis}},
    {"label", {Action::dropped, 1}},
    {"let", {Action::let}},
    {"linebreak", {Action::line_break}},
    {"lstset", {Action::dropped, 1}},
    {"makebox", {Action::shown}},
    {"maketitle", {Action::make_title}},
    {"markboth", {Action::dropped, 2}},
    {"markright", {Action::dropped, 1}},
    {"multicolumn", {Action::shown, 2}},
    {"multirow", {Action::shown, 2}},
    {"nameref", {Action::dropped, 1}},
    {"newblock", {Action::part_break}},
    {"newcolumntype", {Action::dropped, 2}},
    {"newcommand", {Action::define}},
    {"newcounter", {Action::dropped, 1}},
    {"newenvironment", {Action::dropped, 3}},
    {"newlength", {Action::dropped, 1}},
    {"newline", {Action::line_break}},
    {"newpage", {Action::paragraph_break}},
    {"newrobustcmd", {Action::define}},
    {"newtheorem", {Action::dropped, 2}},
    {"nocite", {Action::nocite}},
    {"pagenumbering", {Action::dropped, 1}},
    {"pageref", {Action::dropped, 1}},
    {"pagestyle", {Action::dropped, 1}},
    {"par", {Action::paragraph_break}},
    {"paragraph", {Action::heading, 5}},
    {"parbox", {Action::shown, 1}},
    {"part", {Action::heading, 1}},
    {"phantom", {Action::dropped, 1}},
    {"phantomsection", {Action::dropped, 0}},
    {"printbibliography", {Action::print_bibliography}},
    {"providecommand", {Action::define}},
    {"raisebox", {Action::shown, 1}},
    {"ref", {Action::dropped, 1}},
    {"renewcommand", {Action::define}},
    {"renewenvironment", {Action::dropped, 3}},
    {"resizebox", {Action::shown, 2}},
    {"rotatebox", {Action::shown, 1}},
    {"rule", {Action::dropped, 2}},
    {"scalebox", {Action::shown, 1}},
    {"section", {Action::heading, 2}},
    {"setcitestyle", {Action::dropped, 1}},
    {"setcounter", {Action::dropped, 2}},
    {"setlength", {Action::dropped, 2}},
    {"sl", {Action::switch_emphasis}},
    {"slshape", {Action::switch_emphasis}},
    {"subfile", {Action::input}},
    {"subimport", {Action::import}},
    {"subparagraph", {Action::heading, 6}},
    {"subsection", {Action::heading, 3}},
    {"subsubsection", {Action::heading, 4}},
    {"textbf", {Action::strong}},
    {"textcolor", {Action::shown, 1}},
    {"textit", {Action::emphasis}},
    {"textsl", {Action::emphasis}},
    {"textsubscript", {Action::subscript}},
    {"textsuperscript", {Action::superscript}},
    {"texttt", {Action::typewriter}},
    {"thanks", {Action::dropped, 1}},
    {"theoremstyle", {Action::dropped, 1}},
    {"thispagestyle", {Action::dropped, 1}},
    {"tikzset", {Action::dropped, 1}},
    {"title", {Action::title}},
    {"tt", {Action::switch_typewriter}},
    {"ttfamily", {Action::switch_typewriter}},
    {"url", {Action::address}},
    {"usepackage", {Action::dropped, 1}},
    {"usetikzlibrary", {Action::dropped, 1}},
    {"verb", {Action::verb}},
    {"vphantom", {Action::dropped, 1}},
    {"vref", {Action::dropped, 1}},
    {"vspace", {Action::dropped, 1}},
    {"xspace", {Action::dropped, 0}},
};

struct EnvironmentRow {
  std::string_view name;  // without a star at its end
  Environment environment;
};

// Sorted by name.
constexpr EnvironmentRow environments[] = {
    {"abstract", {Surrounding::abstract}},      {"align", {Surrounding::mathematics}},
    {"alignat", {Surrounding::mathematics, 1}}, {"array", {Surrounding::table, 1}},
    {"compactenum", {Surrounding::list}},       {"compactitem", {Surrounding::list}},
    {"description", {Surrounding::list}},       {"displaymath", {Surrounding::mathematics}},
    {"displayquote", {Surrounding::quotation}}, {"document", {Surrounding::document}},
    {"enumerate", {Surrounding::list}},         {"eqnarray", {Surrounding::mathematics}},
    {"equation", {Surrounding::mathematics}},   {"figure", {Surrounding::floating}},
    {"flalign", {Surrounding::mathematics}},    {"gather", {Surrounding::mathematics}},
    {"inparaenum", {Surrounding::list}},        {"itemize", {Surrounding::list}},
    {"longtable", {Surrounding::table, 1}},     {"math", {Surrounding::mathematics}},
    {"minipage", {Surrounding::none, 1}},       {"multicols", {Surrounding::none, 1}},
    {"multline", {Surrounding::mathematics}},   {"quotation", {Surrounding::quotation}},
    {"quote", {Surrounding::quotation}},        {"sidewaysfigure", {Surrounding::floating}},
    {"sidewaystable", {Surrounding::floating}}, {"subfigure", {Surrounding::floating, 1}},
    {"supertabular", {Surrounding::table, 1}},  {"table", {Surrounding::floating}},
    {"tabular", {Surrounding::table, 1}},       {"tabularx", {Surrounding::table, 2}},
    {"tabulary", {Surrounding::table, 2}},      {"thebibliography", {Surrounding::bibliography, 1}},
    {"verse", {Surrounding::quotation}},        {"wrapfigure", {Surrounding::floating, 2}},
};

template <class Table>
const auto* find_row(const Table& table, std::string_view name) noexcept {
  const auto row = std::lower_bound(std::begin(table), std::end(table), name,
                                    [](const auto& each, std::string_view value) { return each.name < value; });
  return row != std::end(table) && row->name == name ? &*row : nullptr;
}

}  // namespace

Command command_named(std::string_view name) noexcept {
  const CommandRow* row = find_row(commands, name);
  return row != nullptr ? row->command : Command{};
}

// The names follow a pattern: what is before and behind "cite" says how the citation is printed, and packages and
// classes add to them freely (\citew, \citegen, \citeA). Commands that set up citations have names of their own.
CiteCommand cite_command(std::string_view printed) noexcept {
  CiteCommand command;
  if (printed.size() > 40) return command;
  const std::string name = text::ascii_lower_case(printed);
  std::size_t at = name.find("cite");
  if (at == std::string::npos || name.find('@') != std::string::npos) return command;
  std::string_view before = std::string_view(name).substr(0, at);
  std::string_view behind = std::string_view(name).substr(at + 4);
  constexpr std::string_view befores[] = {"",      "paren", "text",    "foot",  "footfull", "smart", "super",
                                          "auto",  "full",  "note",    "pnote", "fnote",    "vol",   "pvol",
                                          "fvol",  "ftvol", "avol",    "svol",  "tvol",     "mask",  "short",
                                          "short", "my",    "bracket", "block", "line",     "in"};
  constexpr std::string_view set_up[] = {"style",       "index",  "setup", "reset",        "resetall", "counter",
                                         "trackertrue", "type",   "num",   "punct",        "delim",    "sort",
                                         "alias",       "define", "text",  "trackerfalse", "d",        "page"};
  if (std::find(std::begin(befores), std::end(befores), before) == std::end(befores)) return command;
  if (before.empty() && std::find(std::begin(set_up), std::end(set_up), behind) != std::end(set_up)) return command;
  command.is_one = true;
  command.several = behind == "s" || behind == "ts" || behind == "ps" || behind == "texts";
  command.volume = before.ends_with("vol");
  const bool bare = behind.starts_with("al") || behind.starts_with("author") || behind.starts_with("fullauthor") ||
                    (behind.starts_with("year") && !behind.ends_with("par")) || behind.starts_with("date") ||
                    behind.starts_with("title") || behind.starts_with("url");
  command.narrative =
      before == "text" || before == "tvol" || before == "line" ||
      (before.empty() && !behind.empty() && behind != "s" && !behind.starts_with('p') && !behind.ends_with("par"));
  command.bracketed = !command.narrative && !bare && before != "full";
  return command;
}

Environment environment_named(std::string_view name) noexcept {
  const bool starred = name.ends_with('*');
  if (starred) name.remove_suffix(1);
  const EnvironmentRow* row = find_row(environments, name);
  if (row == nullptr) return {};
  Environment environment = row->environment;
  if (starred && name == "tabular") ++environment.arguments;  // the width
  return environment;
}

}  // namespace citegraph::document::latex
