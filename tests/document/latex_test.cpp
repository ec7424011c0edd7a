#include "document/latex.hpp"

#include <gtest/gtest.h>
#include <string>

#include "document/companion_files.hpp"
#include "document/dump.hpp"
#include "document/dump_tagged.hpp"
#include "document/invariants.hpp"

namespace citegraph::document {
namespace {

// The bytes of a key in the file are the key; of one that a macro holds, those of the macro.
void expect_keys_in_place(const Document& document) {
  for (const TaggedCitation& citation : document.tagged_citations) {
    const SourceSpan place = document.map.to_source(citation.span);
    const std::string_view bytes = document.source_of(place.file).substr(place.start, place.size());
    if (!bytes.starts_with('\\')) {
      EXPECT_EQ(bytes, slice(document.text, citation.span));
    }
  }
}

struct LatexCase {
  const char* trait;
  const char* text;
  const char* dump;
};

constexpr LatexCase latex_text_cases[] = {
    {"paragraphs", "One\nline.\n\n\nTwo.", "paragraph|One line.\nparagraph|Two.\n"},
    {"comments", "One% no\n two.\n% nothing\nThree\\% all.", "paragraph|Onetwo. Three% all.\n"},
    {"a comment does not join paragraphs", "One.%\n\nTwo.", "paragraph|One.\nparagraph|Two.\n"},
    {"sections", "\\section{One}\nA.\n\\subsection*[s]{Two \\emph{x}}\nB.",
     "heading 2|One\nparagraph|A.\nheading 3|Two {em:x}\nparagraph|B.\n"},
    {"the body alone", "\\documentclass{x}\\usepackage[a]{b}\nNo.\n\\begin{document}Yes.\\end{document}No.",
     "paragraph|Yes.\n"},
    {"a title", "\\title{On \\textbf{ships}}\\begin{document}\\maketitle Yes.\\end{document}",
     "heading 1|On {strong:ships}\nparagraph|Yes.\n"},
    {"marks", "\\textit{a} {\\bf b} {\\itshape c} x\\textsuperscript{2} $^{3}$ $x^2$",
     "paragraph|{em:a} {strong:b} {em:c} x{sup:2} {sup:3} x^2\n"},
    {"accents and symbols", "Mu\\~noz, Gr\\\"{a}\\ss er, \\v{C}apek, \\'\\i, \\ae, \\& \\_ \\o l.",
     "paragraph|Muñoz, Gräßer, Čapek, í, æ, & _ øl.\n"},
    {"dashes and quotes", "1--2 --- ``so'' `it'~is \"=x", "paragraph|1–2 — “so” ‘it' is -x\n"},
    {"what leaves no text", "One\\label{x} two~\\ref{x}\\index{y|(}.\\vspace*{1cm}", "paragraph|One two .\n"},
    {"lists",
     "\\begin{itemize}\n\\item One\n\\item[b] Two\n\n more\n\\begin{enumerate}\\item Three\\end{enumerate}\n"
     "\\end{itemize}\nEnd.",
     "item 1|One\nitem 1|b Two\nparagraph|more\nitem 2|Three\nparagraph|End.\n"},
    {"quotation", "A.\\begin{quote}B.\\end{quote}C.", "paragraph|A.\nquote|B.\nparagraph|C.\n"},
    {"notes follow their paragraph", "One\\footnote{First\\footnote{Inner.}.} two.\n\nThree.",
     "paragraph|One{sup:1=^1} two.\nnote [1]|First{sup:2=^2}.\nnote [2]|Inner.\nparagraph|Three.\n"},
    {"notes before a heading", "One\\footnote{N.}\n\\section{Two}",
     "paragraph|One{sup:1=^1}\nnote [1]|N.\nheading 2|Two\n"},
    {"tables", "\\begin{tabular}{ll}\\hline a & b \\\\ c & d\\\\\\end{tabular}", "table|a | b/c | d\n"},
    {"figures", "A.\\begin{figure}\\includegraphics[width=1cm]{f}\\caption[s]{So.}\\label{f}\\end{figure} B.",
     "paragraph|A.\nparagraph|So.\nparagraph|B.\n"},
    {"verbatim", "A \\verb|\\cite{x}|.\\begin{verbatim}\n\\cite{y} {\n\\end{verbatim}\nB.",
     "paragraph|A {code:\\cite{x}}.\ncode|\\cite{y} {\nparagraph|B.\n"},
    {"pictures and comments",
     "A.\\begin{comment}No\\end{comment}\\begin{tikzpicture}\\draw;\\end{tikzpicture} "
     "\\iffalse \\ifx no \\fi no\\fi B.",
     "paragraph|A. B.\n"},
    {"formulas", "If $a<b$ then \\[ x=1 \\] or\\begin{equation}\\label{e}y=2\\end{equation}.",
     "paragraph|If a<b then x=1 or y=2 .\n"},
    {"addresses", "\\url{http://a.org/b_c} \\href{http://d.org}{there}",
     "paragraph|{link:http://a.org/b_c=http://a.org/b_c} {link:there=http://d.org}\n"},
    {"macros", "\\newcommand{\\who}[2][Lee]{#1 and \\emph{#2}}\\def\\x{y}\\who{Roth}, \\who[Kim]{Diaz}, \\x.",
     "paragraph|Lee and {em:Roth}, Kim and {em:Diaz}, y.\n"},
    {"macros in macros", "\\newcommand\\a{x\\b}\\newcommand\\b{y}\\a.", "paragraph|xy.\n"},
    {"document commands", "\\NewDocumentCommand{\\who}{O{Lee} m}{#1 #2}\\who{a}", "paragraph|Lee a\n"},
    {"what is not known", "\\foo[x]{A} \\baz B.", "paragraph|A B.\n"},
    {"braces that do not match", "A} {\\emph{B", "paragraph|A {em:B}\n"},
    {"an end without a beginning", "A.\\end{itemize} B.", "paragraph|A. B.\n"},
    {"nothing", "", ""},
    {"a lone backslash", "A \\", "paragraph|A\n"},
};

TEST(Latex, Text) {
  for (const LatexCase& each : latex_text_cases) {
    const Document document = read_with(each.text, {}, Format::latex);
    EXPECT_EQ(dump(document), each.dump) << each.trait;
    expect_sound(document);
    expect_keys_in_place(document);
  }
}

struct LatexCitationCase {
  const char* trait;
  const char* text;
  const char* dump;
  const char* tagged;
};

constexpr LatexCitationCase latex_citation_cases[] = {
    {"plain", "Known \\cite{a}.", "paragraph|Known (a).\n", "cites a|a\n"},
    {"several keys", "Known \\citep{a, b,\n  c}.", "paragraph|Known (a; b; c).\n", "cites a|a\ncites b|b\ncites c|c\n"},
    {"one option is what follows", "Known \\citep[12--15]{a}.", "paragraph|Known (a, 12–15).\n",
     "cites a|a suffix=12–15\n"},
    {"two options", "Known \\citep[see][p.~3]{a,b}.", "paragraph|Known (see a; b, p. 3).\n",
     "cites a|a prefix=see\ncites b|b suffix=p. 3\n"},
    {"an empty option", "Known \\parencite[cf.][]{a}.", "paragraph|Known (cf. a).\n", "cites a|a prefix=cf.\n"},
    {"in the sentence", "\\citet*[20]{a} and \\textcite{b}, \\Citet{c}.", "paragraph|a (20) and b, c.\n",
     "cites a|a in the sentence suffix=20\ncites b|b in the sentence\ncites c|c in the sentence\n"},
    {"parts", "\\citeauthor{a} (\\citeyear{a}, \\citealp{b})", "paragraph|a (a, b)\n",
     "cites a|a in the sentence\ncites a|a in the sentence\ncites b|b in the sentence\n"},
    {"several arguments", "Known \\parencites(see)(all)[cf.][1]{a}[2]{b}{c}.",
     "paragraph|Known (see a, 1; b, 2; c, all).\n",
     "cites a|a prefix=see suffix=1\ncites b|b suffix=2\ncites c|c suffix=all\n"},
    {"names of classes", "As \\citew{a}, \\citegen{b}, \\autocite{c}, \\footcite[5]{d}, \\fullcite{e}.",
     "paragraph|As a, b, (c), (d, 5), e.\n",
     "cites a|a in the sentence\ncites b|b in the sentence\ncites c|c\ncites d|d suffix=5\ncites e|e\n"},
    {"of volumes", "\\volcite[see]{2}[15]{a}", "paragraph|(see a, 15)\n", "cites a|a prefix=see suffix=15\n"},
    {"angles", "\\cite<see>[p. 3]{a}", "paragraph|(see a, p. 3)\n", "cites a|a prefix=see suffix=p. 3\n"},
    {"a citation in an option", "\\citep[see \\citet{b} and][]{a}", "paragraph|(see b and a)\n",
     "cites b|b in the sentence\ncites a|a prefix=see b and\n"},
    {"brackets in an option", "\\citep[{[see]}][1]{a}", "paragraph|([see] a, 1)\n",
     "cites a|a prefix=[see] suffix=1\n"},
    {"a letter beyond ASCII around verbatim text", "A \\verb\u00E9b c\u00E9 d", "paragraph|A {code:b c} d\n", ""},
    {"in comments and verbatim", "A % \\cite{x}\n\\verb+\\cite{y}+ \\cite{%\na}", "paragraph|A {code:\\cite{y}} (a)\n",
     "cites a|a\n"},
    {"in notes and captions", "A\\footnote{See \\citet{a}.}\n\n\\begin{figure}\\caption{From \\citep{b}.}\\end{figure}",
     "paragraph|A{sup:1=^1}\nnote [1]|See a.\nparagraph|From (b).\n", "cites a|a in the sentence\ncites b|b\n"},
    {"in macros", "\\newcommand{\\know}[2]{(#2 \\citealp[#1]{a})}\\know{5}{see}", "paragraph|(see a (5))\n",
     "cites a|a in the sentence suffix=5\n"},
    {"what sets up citations", "\\citestyle{x}\\bibliographystyle{plain}\\nocite{z}A \\citetext{so}.",
     "paragraph|A so.\n", ""},
    {"an argument never closed", "A \\cite{a", "paragraph|A a\n", ""},
    {"no argument", "A \\cite and \\citep[x] b.", "paragraph|A and b.\n", ""},
};

TEST(Latex, Citations) {
  for (const LatexCitationCase& each : latex_citation_cases) {
    const Document document = read_with(each.text, {}, Format::latex);
    EXPECT_EQ(dump(document), each.dump) << each.trait;
    EXPECT_EQ(dump_tagged(document), each.tagged) << each.trait;
    expect_sound(document);
    expect_keys_in_place(document);
  }
}

TEST(Latex, ListOfReferences) {
  const Document document = read_with(
      "A \\cite{k}.\n\\begin{thebibliography}{9}\n\\bibitem[Lee(2001)]{k} Anna Lee.\n\\newblock {\\em Of ships}.\n\n"
      "\\bibitem[4]{l} Carl Diaz.\n\\bibitem{k} Again.\n\\end{thebibliography}\nB.",
      {}, Format::latex);
  EXPECT_EQ(
      dump(document),
      "paragraph|A (k).\nheading 2|References\nitem 1|Anna Lee. {em:Of ships}.\nitem 1|Carl Diaz.\nitem 1|Again.\n"
      "paragraph|B.\n");
  EXPECT_EQ(dump_tagged(document), "entry k\nentry l [4]\nentry k\ncites k|k\n");
  EXPECT_EQ(dump_findings(document),
            "duplicate-key folder/paper.x:7:10 the key \"k\" is defined a second time; the first entry counts\n");
}

constexpr const char* library =
    "@article{a, author = {Lee, Anna}, title = {Of Ships}, year = 2001, ids = {a-alias}}\n@book{b, title = {B}}\n";

struct FileCase {
  const char* trait;
  const char* text;
  Files files;
  const char* dump;
  const char* bibliography;
  const char* findings;
};

TEST(Latex, Files) {
  const FileCase rows[] = {
      {"taken in", "A \\input{part} B.", {{"part.tex", "the\n\npart"}}, "paragraph|A the\nparagraph|part B.\n", "", ""},
      {"in the manner of TeX", "A \\input part.tex B.", {{"part.tex", "x"}}, "paragraph|A x B.\n", "", ""},
      {"in folders", "\\include{a/b} \\import{c/}{d}", {{"a/b.tex", "x"}, {"c/d.tex", "y"}}, "paragraph|x y\n", "", ""},
      {"inside", "\\input{a/../b}", {{"b.tex", "x"}}, "paragraph|x\n", "", ""},
      {"macros of another file", "\\input{m}\\x", {{"m.tex", "\\newcommand{\\x}{y}"}}, "paragraph|y\n", "", ""},
      {"a document of its own",
       "\\documentclass{a}\\begin{document}\\subfile{b}\\end{document}",
       {{"b.tex", "\\documentclass{c}no\\begin{document}yes\\end{document}no"}},
       "paragraph|yes\n",
       "",
       ""},
      {"not there",
       "A \\input{none}.",
       {},
       "paragraph|A .\n",
       "",
       "missing-file folder/paper.x:1:10 the file \"none\" was not found\n"},
      {"outside",
       "\\input{../x}",
       {{"../x.tex", "no"}},
       "",
       "",
       "missing-file folder/paper.x:1:8 the file \"../x\" lies outside the folder of the document and is not read\n"},
      {"loop",
       "A \\input{b}",
       {{"b.tex", "x\\input{c}"}, {"c.tex", "y\n\\input{b}z"}},
       "paragraph|A xy z\n",
       "",
       "missing-file folder/c.tex:2:8 the file \"b\" takes itself in and is not read again\n"},
      {"itself",
       "A \\input{paper.x}",
       {{"paper.x", "x"}},
       "paragraph|A\n",
       "",
       "missing-file folder/paper.x:1:10 the file \"paper.x\" takes itself in and is not read again\n"},
      {"bibliography",
       "\\cite{a}\\bibliography{own, other}",
       {{"own.bib", library}, {"other.bib", "@book{c,}"}},
       "paragraph|(a)\n",
       "a",
       ""},
      {"resource",
       "\\addbibresource[x]{own.bib}\\cite{a-alias}",
       {{"own.bib", library}},
       "paragraph|(a-alias)\n",
       "a",
       ""},
      {"of its own stem", "\\cite{b}", {{"paper.bib", library}}, "paragraph|(b)\n", "b", ""},
      {"listed though not cited", "\\cite{b}\\nocite{*}", {{"paper.bib", library}}, "paragraph|(b)\n", "a b", ""},
      {"not there",
       "\\cite{a}\n\\bibliography{none}",
       {},
       "paragraph|(a)\n",
       "",
       "missing-file folder/paper.x:2:15 the bibliography \"none\" was not found\n"},
      {"held by the document",
       "\\begin{filecontents}{own.bib}\n@book{c, title={C}}\n\\end{filecontents}\\cite{c}"
       "\\bibliography{own}",
       {},
       "paragraph|(c)\n",
       "c",
       ""},
      {"a list made by BibTeX",
       "\\cite{a}\\bibliography{none}",
       {{"paper.bbl", "\\begin{thebibliography}{1}\\bibitem{a} Lee.\\end{thebibliography}"}},
       "paragraph|(a)\nheading 2|References\nitem 1|Lee.\n",
       "",
       ""},
  };
  for (const FileCase& each : rows) {
    const Document document = read_with(each.text, each.files, Format::latex);
    EXPECT_EQ(dump(document), each.dump) << each.trait;
    EXPECT_EQ(dump_bibliography(document), each.bibliography) << each.trait;
    EXPECT_EQ(dump_findings(document), each.findings) << each.trait;
    expect_sound(document);
    expect_keys_in_place(document);
  }
}

TEST(Latex, PlacesInOtherFiles) {
  const Document document = read_with("A\n\\input{part}", {{"part.tex", "\xEF\xBB\xBFx\ny \\cite{k}"}}, Format::latex);
  ASSERT_EQ(document.tagged_citations.size(), 1U);
  const SourceSpan place = document.map.to_source(document.tagged_citations[0].span);
  EXPECT_EQ(place, (SourceSpan{13, 14, 1}));
  EXPECT_EQ(document.path_of(place.file), "folder/part.tex");
  EXPECT_EQ(document.line_column(place), (std::pair<std::uint32_t, std::uint32_t>{2, 9}));
}

TEST(Latex, Head) {
  const Document document = read_with(
      "\\documentclass{article}\\title{Of Ships\\thanks{x}}\\author{Anna Lee\\thanks{y} \\\\ Uni \\and Carl D\\'iaz}"
      "\\date{May 2021}\\begin{document}\\maketitle\\end{document}",
      {}, Format::latex);
  EXPECT_EQ(document.work.get(Variable::title), "Of Ships");
  ASSERT_EQ(document.work.get(NameVariable::author).size(), 2U);
  EXPECT_EQ(document.work.get(NameVariable::author)[1].family, "Díaz");
  EXPECT_EQ(document.work.year(), 2021);
}

TEST(Latex, ListsOfBiber) {
  const Document document = read_with(
      "\\addbibresource{lost.bib}\\begin{document}\\cite{lee} \\cite{who} \\cite{roth}\\end{document}",
      {{"paper.bbl",
        "% $ biblatex auxiliary file $\n\\datalist[entry]{nyt/global//global/global}\n"
        "\\entry{lee}{article}{}\n\\name{author}{2}{}{%\n{{hash=1}{%\nfamily={Lee},\nfamilyi={L\\bibinitperiod},\n"
        "given={Anna\\bibnamedelima B.},\ngiveni={A\\bibinitperiod}}}%\n{{hash=2}{%\nfamily={Berg},\nprefix={van "
        "der},\n"
        "given={Jan}}}%\n}\n\\strng{namehash}{3}\n\\field{labelnamesource}{author}\n\\field{journaltitle}{Ships}\n"
        "\\field{title}{On {C}oasts}\n\\field{year}{2001}\n\\field{month}{5}\n\\field{pages}{97\\bibrangedash 111}\n"
        "\\verb{doi}\n\\verb 10.1000/a_b\n\\endverb\n\\endentry\n"
        "\\entry{who}{book}{}\n\\name{author}{1}{}{{{hash=4}{family={World Health Organization}}}}\n"
        "\\true{moreauthor}\n\\list{publisher}{1}{{Press}}\n\\field{title}{Seas}\n\\field{year}{1999}\n"
        "\\field{endyear}{2000}\n\\endentry\n\\entry{lee}{article}{}\n\\endentry\n\\entry{roth}{book}{}\n\\field{year}{"
        "1990}\n"
        "\\field{title}{Cut off"}},
      Format::latex);
  ASSERT_EQ(document.bibliography.size(), 3U);
  const Work& lee = document.bibliography[0];
  EXPECT_EQ(lee.key, "lee");
  EXPECT_EQ(lee.get(Variable::title), "On Coasts");
  EXPECT_EQ(lee.get(Variable::container_title), "Ships");
  EXPECT_EQ(lee.get(Variable::page), "97-111");
  EXPECT_EQ(lee.get(Variable::doi), "10.1000/a_b");
  ASSERT_EQ(lee.get(NameVariable::author).size(), 2U);
  EXPECT_EQ(lee.get(NameVariable::author)[0].given, "Anna B.");
  EXPECT_EQ(lee.get(NameVariable::author)[1].family, "Berg");
  EXPECT_EQ(lee.year(), 2001);
  const Work& who = document.bibliography[1];
  ASSERT_EQ(who.get(NameVariable::author).size(), 1U);
  EXPECT_TRUE(who.has_others(NameVariable::author));
  EXPECT_EQ(who.get(Variable::publisher), "Press");
  EXPECT_EQ(document.bibliography[2].key, "roth");
  EXPECT_EQ(document.bibliography[2].year(), 1990);
  EXPECT_EQ(
      dump_findings(document),
      "broken-entry folder/paper.bbl:1:1 @book \"roth\": the entry is never closed; 1 field of it could be read\n");
}

TEST(Latex, Recognised) {
  EXPECT_EQ(parse_document("\\documentclass{article}\n\\begin{document}A\\end{document}").format, Format::latex);
  EXPECT_EQ(parse_document("A", "b.TEX").format, Format::latex);
  EXPECT_EQ(parse_document("About \\cite and more.").format, Format::plain_text);
}

std::string repeated(const std::string& part, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += part;
  return out;
}

// Broken as it may be, all of it is read, and what comes out is sound.
TEST(Latex, EveryPrefixIsRead) {
  for (const auto& rows :
       {std::string(latex_text_cases[14].text) + latex_text_cases[20].text + latex_text_cases[10].text,
        std::string(latex_citation_cases[7].text) + latex_citation_cases[15].text + latex_citation_cases[14].text})
    for (std::size_t size = 0; size < rows.size(); ++size)
      expect_sound(read_with(rows.substr(0, size), {}, Format::latex));
}

TEST(Latex, MacrosThatMultiplyAreCutAndTold) {
  const Document document = read_with("\\def\\a{bbbb\\a\\a}\n\\a \\cite{k}", {}, Format::latex);
  EXPECT_LT(document.text.size(), 1U << 18U);
  EXPECT_EQ(dump_findings(document),
            "broken-markup folder/paper.x:2:1 macros come to too much text; from here on they stay unread\n");
  ASSERT_EQ(document.tagged_citations.size(), 1U);
  const Document honest = read_with(
      "\\newcommand{\\river}{Danube}" + std::string(40000, '.') + repeated("\\river ", 20000), {}, Format::latex);
  EXPECT_EQ(dump_findings(honest), "");
}

TEST(Latex, HostileTextStaysLinear) {
  const std::string texts[] = {
      repeated("{", 100000),
      repeated("\\footnote{", 20000),
      repeated("\\begin{a}", 20000),
      repeated("\\emph{", 50000),
      repeated("\\cite[", 20000),
      repeated("$", 50000),
      repeated("\\verb|", 20000),
      "\\newcommand{\\a}{\\a\\a}\\a",
      "\\def\\a{\\b\\b}\\def\\b{\\c\\c}\\def\\c{\\a\\a}\\a",
      "\\newcommand{\\a}[1]{#1#1#1#1\\a{#1#1}}\\a{x}",
      repeated("\\begin{itemize}\\item ", 5000),
      repeated("\\bibitem{a}", 20000),
      repeated("\\iffalse", 20000),
      repeated("\\end{x}}", 20000),
  };
  for (const std::string& text : texts) expect_sound(read_with(text, {}, Format::latex));
}

}  // namespace
}  // namespace citegraph::document
