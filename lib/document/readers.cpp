#include "document/readers.hpp"

#include <algorithm>
#include <string>

#include "document/jats.hpp"
#include "document/markdown.hpp"
#include "document/markdown_inlines.hpp"
#include "document/plain_text.hpp"

namespace citegraph::document {
namespace {

constexpr std::string_view markdown_endings[] = {".md", ".markdown", ".mkd", ".mdown", ".rmd", ".qmd"};
constexpr std::string_view jats_endings[] = {".xml", ".nxml", ".jats"};
constexpr std::string_view plain_text_endings[] = {".txt", ".text"};

void read_markdown_inlines(RichText& block, const RawDocument& document) { parse_inlines(block, document.links); }

constexpr Reader table[] = {
    {Format::jats, "JATS", jats_endings, looks_like_xml, nullptr, nullptr, read_jats},
    {Format::markdown, "markdown", markdown_endings, looks_like_markdown, read_markdown, read_markdown_inlines},
    {Format::plain_text, "plain text", plain_text_endings, [](std::string_view) { return true; }, read_plain_text,
     nullptr},
};

std::string ending_of(std::string_view path) {
  const std::size_t name = path.find_last_of("/\\");
  if (name != std::string_view::npos) path.remove_prefix(name + 1);
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return {};
  std::string ending(path.substr(dot));
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return ending;
}

}  // namespace

std::span<const Reader> readers() { return table; }

const Reader& find_reader(Format format, std::string_view path, std::string_view text) {
  const std::string ending = ending_of(path);
  for (const Reader& reader : table) {
    if (format != Format::automatic
            ? reader.format == format
            : std::find(reader.endings.begin(), reader.endings.end(), ending) != reader.endings.end())
      return reader;
  }
  return *std::find_if(std::begin(table), std::end(table),
                       [&](const Reader& reader) { return reader.recognise(text); });
}

}  // namespace citegraph::document
