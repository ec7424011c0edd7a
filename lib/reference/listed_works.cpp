#include "citegraph/listed_works.hpp"

#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "citegraph/document.hpp"
#include "citegraph/reference.hpp"
#include "citegraph/text_file.hpp"

#include "document/jats.hpp"
#include "document/tei.hpp"
#include "text/encoding.hpp"

namespace citegraph {
namespace {

constexpr std::size_t looked_at = 65536;  // bytes in which the root element stands

// The format of an article; nothing for what is a bibliography, or neither.
std::optional<Format> article_format(BibliographyFormat wanted, std::string_view bytes) {
  if (wanted == BibliographyFormat::jats) return Format::jats;
  if (wanted == BibliographyFormat::tei) return Format::tei;
  if (wanted != BibliographyFormat::automatic) return std::nullopt;
  const text::Decoded beginning = text::decode(bytes.substr(0, looked_at));
  if (document::has_jats_root(beginning.text)) return Format::jats;
  if (document::looks_like_tei(beginning.text)) return Format::tei;
  return std::nullopt;
}

// An entry for every work: "(a) ...; (b) ..." makes two of one key.
Bibliography bibliography_of(Document document, ReferenceLists lists) {
  Bibliography result;
  for (Reference& reference : lists.references) {
    for (Work& work : reference.works) {
      BibliographyEntry& entry = result.entries.emplace_back();
      entry.work = std::move(work);
      entry.work.key = reference.id;
      entry.source = document.map.to_source(reference.span);
    }
  }
  result.path = std::move(document.path);
  result.format = document.format == Format::tei ? BibliographyFormat::tei : BibliographyFormat::jats;
  result.source = std::move(document.source);
  result.diagnostics = std::move(document.diagnostics);
  std::move(lists.diagnostics.begin(), lists.diagnostics.end(), std::back_inserter(result.diagnostics));
  result.index_keys();
  return result;
}

}  // namespace

Bibliography parse_listed_works(std::string bytes, std::string path, const BibliographyOptions& options) {
  const std::optional<Format> format = article_format(options.format, bytes);
  if (!format) return parse_bibliography(std::move(bytes), std::move(path), options);
  ReadOptions reading;
  reading.format = *format;
  reading.limits = options.limits;
  Document document = parse_document(std::move(bytes), std::move(path), reading);
  ReferenceLists lists = find_references(document, reading);
  return bibliography_of(std::move(document), std::move(lists));
}

Bibliography read_listed_works(const std::string& path, const BibliographyOptions& options) {
  ReadOptions reading;
  reading.limits = options.limits;
  return parse_listed_works(read_bytes(path, reading), path, options);
}

std::vector<std::string> listed_works_formats() {
  std::vector<std::string> names = readable_bibliography_formats();
  for (const BibliographyFormat format : {BibliographyFormat::jats, BibliographyFormat::tei})
    names.emplace_back(to_string(format));
  return names;
}

}  // namespace citegraph
