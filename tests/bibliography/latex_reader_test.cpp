#include "bibliography/latex_reader.hpp"

#include <gtest/gtest.h>
#include <string>

#include "bibliography/hostile_works.hpp"
#include "bibliography/latex.hpp"

namespace citegraph::bibliography {
namespace {

struct LatexReaderCase {
  const char* latex;
  const char* text;
};

TEST(LatexReader, Accents) {
  const LatexReaderCase latex_reader_cases[] = {
      {R"(G{\"o}del)", "Gödel"},
      {R"(G\"odel)", "Gödel"},
      {R"(G\"{o}del)", "Gödel"},
      {R"({\'E}cole)", "École"},
      {R"(na\"{\i}ve)", "naïve"},
      {R"(na{\"\i}ve)", "naïve"},
      {R"({\v Z}i{\v z}ek)", "Žižek"},
      {R"(\v{Z}i\v{z}ek)", "Žižek"},
      {R"(Erd{\H o}s)", "Erdős"},
      {R"(Erd\H{o}s)", "Erdős"},
      {R"({\c c})", "ç"},
      {R"(\k{a})", "ą"},
      {R"(\textcommabelow{s})", "ș"},
      {R"(\'{\"u})", "ǘ"},
      {R"(\~n)", "ñ"},
      {R"(\=o)", "ō"},
      {R"(\u g)", "ğ"},
      {R"(\r{a})", "å"},
      {R"(\d{h})", "ḥ"},
      {R"(\' e)", "é"},
      {R"(\'{})", ""},
      {R"(\'\"u)", "ǘ"},
  };
  for (const LatexReaderCase& each : latex_reader_cases) EXPECT_EQ(text_of_latex(each.latex), each.text) << each.latex;
}

TEST(LatexReader, Symbols) {
  const LatexReaderCase latex_reader_cases[] = {
      {R"(Stra{\ss}e)", "Straße"},
      {R"(\O{}re \o re)", "Øre øre"},
      {R"({\AE}on {\aa} \L{}\'od\'z)", "Æon å Łódź"},
      {R"(A \& B)", "A & B"},
      {R"(100\% \$5 \#1 a\_b)", "100% $5 #1 a_b"},
      {R"(\textbackslash{}x)", "\\x"},
      {R"({\textendash} \textemdash)", "– —"},
      {R"(1--2 a---b)", "1–2 a—b"},
      {R"(``quoted'' `q' it's)", "“quoted” ‘q' it's"},
      {R"(?`Que? !`Si!)", "¿Que? ¡Si!"},
      {R"(D.~E. \ x)", "D.\u00A0E. x"},
      {R"(\LaTeX{} and \TeX)", "LaTeX and TeX"},
      {R"(\copyright\ 1992)", "© 1992"},
      {R"(\char61)", "="},
  };
  for (const LatexReaderCase& each : latex_reader_cases) EXPECT_EQ(text_of_latex(each.latex), each.text) << each.latex;
}

TEST(LatexReader, Commands) {
  const LatexReaderCase latex_reader_cases[] = {
      {R"({DNA} and {m}{RNA})", "DNA and mRNA"},
      {R"(\emph{In vitro} {\it x} \textbf{y})", "In vitro x y"},
      {R"(\textsc{Unix} \mbox{A B})", "Unix A B"},
      {R"({\noopsort{1973a}}Title)", "Title"},
      {R"(\enquote{A \enquote{b}})", "“A “b””"},
      {R"(CO\textsubscript{2} m\textsuperscript{2} 5\textsuperscript{th})", "CO₂ m² 5th"},
      {R"(\href{http://x.org}{Title} x)", "Title x"},
      {R"(\url{http://x.org/a_b})", "http://x.org/a_b"},
      {R"(\unknown{x} \other y)", "x y"},
      {R"(\€ 5 \'{\é} \zß)", "€ 5 é́ ß"},
      {"  two \n\t blanks  ", "two blanks"},
      {R"({{{{nested}}}})", "nested"},
      {R"(unbalanced} {x)", "unbalanced x"},
      {"ends with \\", "ends with"},
      {"ends with \\\"", "ends with"},
      {"\\emph", ""},
  };
  for (const LatexReaderCase& each : latex_reader_cases) EXPECT_EQ(text_of_latex(each.latex), each.text) << each.latex;
}

TEST(LatexReader, Mathematics) {
  const LatexReaderCase latex_reader_cases[] = {
      {R"(The $\alpha$-helix)", "The α-helix"},
      {R"(H$_2$O and $10^{-3}$)", "H₂O and 10⁻³"},
      {R"($\mathrm{CO}_2$)", "CO₂"},
      {R"(5$^{th}$)", "5th"},
      {R"($90^\circ$)", "90°"},
      {R"(\ensuremath{\leq} x)", "≤ x"},
      {R"($\frac{1}{2}$ of  it)", "$\\frac{1}{2}$ of it"},
      {R"($x^{y^2}$)", "$x^{y^2}$"},
      {R"(only $5)", "only $5"},
      {R"($$a+b$$)", "a+b"},
      {R"($a \leq b$)", "a≤b"},
  };
  for (const LatexReaderCase& each : latex_reader_cases) EXPECT_EQ(text_of_latex(each.latex), each.text) << each.latex;
}

TEST(LatexReader, Verbatim) {
  const LatexReaderCase latex_reader_cases[] = {
      {R"(http://x.org/a_b%20c#d)", "http://x.org/a_b%20c#d"},
      {R"(http://x.org/a\_b\%20c\#d\&e)", "http://x.org/a_b%20c#d&e"},
      {R"(\url{http://x.org})", "http://x.org"},
      {R"( {http://x.org/~a} )", "http://x.org/~a"},
      {R"(10.1002/(SICI)1097<1661::AID>3.0)", "10.1002/(SICI)1097<1661::AID>3.0"},
      {R"(http://x.org/\textasciitilde{}me)", "http://x.org/~me"},
  };
  for (const LatexReaderCase& each : latex_reader_cases)
    EXPECT_EQ(text_of_verbatim(each.latex), each.text) << each.latex;
}

// Nesting and length cost nothing but time in proportion.
TEST(LatexReader, HostileShapes) {
  for (const char* shape :
       {"{", "}", "\\", "$", "\\'", "\\emph{", "{\\'", "$$", "$x", "\\ensuremath{", "^", "~", "\\'{", "[", "\\x["}) {
    std::string latex;
    while (latex.size() < 300'000) latex += shape;
    EXPECT_LE(text_of_latex(latex).size(), 3 * latex.size()) << shape;
  }
}

// What the writer escapes comes back.
TEST(LatexReader, UndoesTheWriter) {
  for (const std::string& text : test::hostile_texts()) {
    const std::string latex = latex_text(text, Charset::utf8);
    const std::string again = latex_text(text_of_latex(latex), Charset::utf8);
    EXPECT_EQ(again, latex) << text;
    EXPECT_EQ(text_of_latex(latex_title(text, Charset::utf8)), text_of_latex(latex)) << text;
  }
}

}  // namespace
}  // namespace citegraph::bibliography
