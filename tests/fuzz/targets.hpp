// The fuzz targets: each takes any bytes, gives them to one part of the library and aborts where what comes back is not
// what holds for any input. Adding one is adding a file, and a row here and in CMakeLists.txt.
#pragma once

#include <array>
#include <string_view>

namespace citegraph::fuzz {

void plain_text(std::string_view bytes);       // the reader of plain text
void markdown(std::string_view bytes);         // the reader of Markdown
void jats(std::string_view bytes);             // the reader of JATS
void latex(std::string_view bytes);            // the reader of LaTeX
void html(std::string_view bytes);             // the reader of HTML
void tei(std::string_view bytes);              // the reader of TEI
void docx(std::string_view bytes);             // the reader of DOCX: an archive, or the body of a document
void pdf(std::string_view bytes);              // the reader of PDF, where it is built: a file, or what a page paints
void pdf_layout(std::string_view bytes);       // words with places
void biblatex_list(std::string_view bytes);    // the .bbl of biber
void bibtex(std::string_view bytes);           // a bibliography in BibTeX, and back from every format
void ris(std::string_view bytes);              // the same in RIS
void nbib(std::string_view bytes);             // the same as PubMed exports it
void mods(std::string_view bytes);             // the same in MODS
void endnote(std::string_view bytes);          // the same in EndNote's XML
void refer(std::string_view bytes);            // the same in refer's tags
void csl_json(std::string_view bytes);         // the same in CSL-JSON
void csl_yaml(std::string_view bytes);         // the same in YAML
void reference(std::string_view bytes);        // one reference, its italics between asterisks
void names_and_dates(std::string_view bytes);  // names, dates, pages, identifiers
void graphml(std::string_view bytes);          // a graph in GraphML
void paper(std::string_view bytes);            // references, citations and their links, the graph, of a Markdown paper
void writers(
    std::string_view bytes);         // BibTeX, CSL-JSON, DOT, GraphML, GEXF, of a reference and fields changed at will
void store(std::string_view bytes);  // a file as a store, and a small store with bytes changed
void bulk(std::string_view bytes);   // records of a database as a store that is built outside memory

struct FuzzTarget {
  std::string_view name;
  void (*run)(std::string_view bytes);
};

inline constexpr std::array targets = {
    FuzzTarget{"plain_text", plain_text},
    FuzzTarget{"markdown", markdown},
    FuzzTarget{"jats", jats},
    FuzzTarget{"latex", latex},
    FuzzTarget{"html", html},
    FuzzTarget{"tei", tei},
    FuzzTarget{"docx", docx},
#ifdef CITEGRAPH_FUZZ_PDF
    FuzzTarget{"pdf", pdf},
#endif
    FuzzTarget{"pdf_layout", pdf_layout},
    FuzzTarget{"biblatex_list", biblatex_list},
    FuzzTarget{"bibtex", bibtex},
    FuzzTarget{"ris", ris},
    FuzzTarget{"nbib", nbib},
    FuzzTarget{"mods", mods},
    FuzzTarget{"endnote", endnote},
    FuzzTarget{"refer", refer},
    FuzzTarget{"csl_json", csl_json},
    FuzzTarget{"csl_yaml", csl_yaml},
    FuzzTarget{"reference", reference},
    FuzzTarget{"names_and_dates", names_and_dates},
    FuzzTarget{"graphml", graphml},
    FuzzTarget{"paper", paper},
    FuzzTarget{"writers", writers},
    FuzzTarget{"store", store},
    FuzzTarget{"bulk", bulk},
};

}  // namespace citegraph::fuzz
