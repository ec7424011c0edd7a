#include "document/readers.hpp"

#include <algorithm>
#include <string>

#include "citegraph/error.hpp"

#include "document/docx.hpp"
#include "document/html.hpp"
#include "document/jats.hpp"
#include "document/latex.hpp"
#include "document/library.hpp"
#include "document/markdown.hpp"
#include "document/markdown_inlines.hpp"
#include "document/pandoc_citations.hpp"
#include "document/pdf.hpp"
#include "document/plain_text.hpp"
#include "document/tei.hpp"
#include "text/text_file.hpp"

namespace citegraph::document {
namespace {

constexpr std::string_view markdown_endings[] = {".md", ".markdown", ".mkd", ".mdown", ".rmd", ".qmd"};
constexpr std::string_view latex_endings[] = {".tex", ".ltx", ".latex"};
constexpr std::string_view docx_endings[] = {".docx", ".docm", ".dotx", ".dotm"};
constexpr std::string_view pdf_endings[] = {".pdf"};
constexpr std::string_view tei_endings[] = {".tei", ".xml"};
constexpr std::string_view html_endings[] = {".html", ".htm", ".xhtml"};
constexpr std::string_view jats_endings[] = {".nxml", ".jats", ".xml"};
constexpr std::string_view plain_text_endings[] = {".txt", ".text"};

void read_markdown_inlines(RichText& block, const RawDocument& document) { parse_inlines(block, document.links); }

// The bibliography, and the citations that name its entries.
void finish_markdown(const RawDocument& raw, const text::Decoded& decoded, Companions& companions, Document& document) {
  Library library;
  if (!raw.references.empty()) library.read(raw.references, document.path, companions.options(), Library::Origin::made);
  if (raw.references.empty() || !raw.bibliographies.empty())
    report_failures(library.read_named(raw.bibliographies, companions), decoded.map, document);
  std::vector<std::string> listed = raw.listed;
  tag_pandoc_citations(document, library, listed);
  library.hand_over(document, listed);
}

bool is_no_text(std::string_view) { return false; }

constexpr Reader reader_table[] = {
    {Format::docx, "DOCX", docx_endings, is_no_text, nullptr, nullptr, read_docx, nullptr, looks_like_docx},
    {Format::pdf, "PDF", pdf_endings, is_no_text, nullptr, nullptr, read_pdf, nullptr, looks_like_pdf},
    {Format::latex, "LaTeX", latex_endings, looks_like_latex, nullptr, nullptr, read_latex},
    {Format::tei, "TEI", tei_endings, looks_like_tei, nullptr, nullptr, read_tei},
    {Format::html, "HTML", html_endings, looks_like_html, nullptr, nullptr, read_html},
    {Format::jats, "JATS", jats_endings, looks_like_xml, nullptr, nullptr, read_jats},
    {Format::markdown, "markdown", markdown_endings, looks_like_markdown, read_markdown, read_markdown_inlines, nullptr,
     finish_markdown},
    {Format::plain_text, "plain text", plain_text_endings, [](std::string_view) { return true; }, read_plain_text,
     nullptr},
};

}  // namespace

std::span<const Reader> readers() { return reader_table; }

const Reader* find_binary_reader(Format format, const std::string& path, std::string_view bytes) {
  for (const Reader& reader : reader_table) {
    if (reader.recognise_bytes == nullptr || (format != Format::automatic && reader.format != format)) continue;
    if (reader.recognise_bytes(bytes)) return &reader;
    if (reader.format == format) throw Error(path, "this is no " + std::string(reader.name) + " file");
  }
  return nullptr;
}

const Reader& find_reader(Format format, std::string_view path, std::string_view text) {
  const std::string ending = text::path_ending(path);
  const Reader* named = nullptr;
  for (const Reader& reader : reader_table) {
    if (reader.recognise_bytes != nullptr) continue;
    if (format != Format::automatic) {
      if (reader.format == format) return reader;
    } else if (std::find(reader.endings.begin(), reader.endings.end(), ending) != reader.endings.end()) {
      named = &reader;
      if (reader.recognise(text)) break;  // of several with that ending, as ".xml" is
    }
  }
  if (named != nullptr) return *named;
  return *std::find_if(std::begin(reader_table), std::end(reader_table),
                       [&](const Reader& reader) { return reader.recognise(text); });
}

}  // namespace citegraph::document
