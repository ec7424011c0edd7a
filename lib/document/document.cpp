#include "citegraph/document.hpp"

#include <algorithm>
#include <utility>

#include "citegraph/error.hpp"
#include "citegraph/text_file.hpp"

#include "document/assemble.hpp"
#include "document/companions.hpp"
#include "document/head.hpp"
#include "document/pages.hpp"
#include "document/readers.hpp"
#include "document/report.hpp"
#include "document/xml.hpp"
#include "text/encoding.hpp"
#include "text/source_lines.hpp"
#include "text/text_file.hpp"

namespace citegraph {
namespace {

void report_encoding(const text::Decoded& decoded, Document& document) {
  const auto add = [&](std::string_view code, SourceSpan source, std::string message) {
    document::report(document, code, source, std::move(message));
  };
  if (decoded.encoding == text::Encoding::latin1 || decoded.encoding == text::Encoding::utf16_le ||
      decoded.encoding == text::Encoding::utf16_be) {
    const auto& pieces = decoded.map.pieces();
    const auto first = std::find_if(pieces.begin(), pieces.end(), [&](const SourceMap::Piece& piece) {
      return decoded.encoding != text::Encoding::latin1 ||
             static_cast<unsigned char>(decoded.text[piece.text_start]) >= 0x80;
    });
    const SourceSpan place = first == pieces.end() ? SourceSpan{} : SourceSpan{first->source_start, first->source_end};
    add("converted-encoding", place, "read as " + std::string(text::to_string(decoded.encoding)));
  }
  for (const SourceSpan& place : decoded.replaced) {
    const bool utf16 = decoded.encoding == text::Encoding::utf16_le || decoded.encoding == text::Encoding::utf16_be;
    const std::string_view bytes = std::string_view(document.source).substr(place.start, place.size());
    if (bytes.find_first_not_of('\0') == std::string_view::npos)
      add("nul-byte", place, "a NUL byte, read as U+FFFD");
    else
      add("invalid-utf8", place, std::string(utf16 ? "ill-formed UTF-16" : "ill-formed UTF-8") + ", read as U+FFFD");
  }
}

void read_lines(const text::Decoded& decoded, const document::Reader& reader, document::Companions& companions,
                Document& document) {
  document::RawDocument raw = reader.read(decoded.text);
  document::mend_pages(decoded.text, raw);
  document::assemble(decoded.text, raw, reader, document);
  document::read_head(raw, document);
  document.map = document.map.through(decoded.map);
  if (reader.finish != nullptr) reader.finish(raw, decoded, companions, document);
}

// `file` has the path and the source. Each document keeps a copy of the source, hence the limit.
std::vector<Document> read_markup(const text::Decoded& decoded, const document::Reader& reader, const Document& file,
                                  document::Companions& companions, document::Articles wanted) {
  constexpr std::uint64_t most_copied = 1ULL << 30U;
  std::vector<Document> documents;
  try {
    documents = reader.read_markup({decoded, wanted, file, companions});
  } catch (const document::MarkupError& error) {
    const auto offset = static_cast<std::uint32_t>(error.offset());
    const auto [line, column] = file.line_column(decoded.map.to_source({offset, offset}).start);
    throw Error(file.path, error.what(), line, column);
  }
  if (documents.size() > 1 && documents.size() * file.source.size() > most_copied)
    throw Error(file.path, "too many articles in one file: " + std::to_string(documents.size()));
  for (Document& document : documents) {
    if (document.lines != nullptr) continue;
    document.path = file.path;
    document.source = file.source;
    document.lines = file.lines;
    document.map = document.map.through(decoded.map);
  }
  return documents;
}

std::vector<Document> read_binary(std::string bytes, std::string path, const document::Reader& reader,
                                  const ReadOptions& options, document::Articles wanted) {
  text::check_size(bytes, path, options);
  Document file;
  file.path = std::move(path);
  file.source = std::move(bytes);
  file.lines = std::make_shared<const text::SourceLines>(std::string_view(), text::Decoded{});
  document::Companions companions(options, file.path);
  std::vector<Document> documents = reader.read_markup({text::Decoded{}, wanted, file, companions});
  for (Document& each : documents) {
    each.path = file.path;
    each.source = file.source;
    each.lines = file.lines;
    each.format = reader.format;
  }
  return documents;
}

// At least one document.
std::vector<Document> read_all(std::string bytes, std::string path, const ReadOptions& options,
                               document::Articles wanted) {
  if (const document::Reader* reader = document::find_binary_reader(options.format, path, bytes))
    return read_binary(std::move(bytes), std::move(path), *reader, options, wanted);
  const text::Decoded decoded = text::decode_checked(bytes, path, options);
  Document document;
  document.path = std::move(path);
  document.source = std::move(bytes);
  document.lines = std::make_shared<const text::SourceLines>(document.source, decoded);
  const document::Reader& reader = document::find_reader(options.format, document.path, decoded.text);
  document.format = reader.format;
  document::Companions companions(options, document.path);
  std::vector<Document> documents;
  if (reader.read_markup != nullptr) {
    documents = read_markup(decoded, reader, document, companions, wanted);
    for (Document& each : documents) each.format = reader.format;
  } else {
    read_lines(decoded, reader, companions, document);
    documents.push_back(std::move(document));
  }
  report_encoding(decoded, documents.front());
  return documents;
}

}  // namespace

Document parse_document(std::string bytes, std::string path, const ReadOptions& options) {
  return std::move(read_all(std::move(bytes), std::move(path), options, document::Articles::main).front());
}

std::vector<Document> parse_documents(std::string bytes, std::string path, const ReadOptions& options) {
  return read_all(std::move(bytes), std::move(path), options, document::Articles::all);
}

Document read_document(const std::string& path, const ReadOptions& options) {
  std::string bytes = read_bytes(path, options);
  if (options.companions) return parse_document(std::move(bytes), path, options);
  ReadOptions within = options;
  within.companions = document::folder_of(path, options.limits);
  return parse_document(std::move(bytes), path, within);
}

std::string_view Document::source_of(std::uint32_t file) const& noexcept {
  return file == 0 || file > files.size() ? std::string_view(source) : files[file - 1].source;
}

const std::string& Document::path_of(std::uint32_t file) const& noexcept {
  return file == 0 || file > files.size() ? path : files[file - 1].path;
}

Diagnostic Document::diagnose(std::string_view code, TextSpan span, std::string message) const {
  const DiagnosticCode& row = diagnostic_code(code);
  Diagnostic diagnostic;
  diagnostic.code = row.code;
  diagnostic.severity = row.severity;
  diagnostic.span = span;
  diagnostic.source = map.to_source(span);
  diagnostic.path = path_of(diagnostic.source.file);
  std::tie(diagnostic.line, diagnostic.column) = line_column(diagnostic.source);
  diagnostic.message = std::move(message);
  return diagnostic;
}

std::pair<std::uint32_t, std::uint32_t> Document::line_column(std::uint32_t source_offset) const {
  if (lines == nullptr) return {1, 1};
  const text::Position position = lines->position(source, source_offset);
  return {position.line, position.column};
}

std::pair<std::uint32_t, std::uint32_t> Document::line_column(SourceSpan place) const {
  if (place.file == 0 || place.file > files.size()) return line_column(place.start);
  const SourceFile& file = files[place.file - 1];
  if (file.lines == nullptr) return {1, 1};
  const text::Position position = file.lines->position(file.source, place.start);
  return {position.line, position.column};
}

const Block* Document::block_at(std::uint32_t offset) const& noexcept {
  const auto after = std::upper_bound(blocks.begin(), blocks.end(), offset,
                                      [](std::uint32_t value, const Block& block) { return value < block.span.start; });
  if (after == blocks.begin()) return nullptr;
  const Block& block = *(after - 1);
  return offset < block.span.end ? &block : nullptr;
}

std::string_view Document::section_at(std::uint32_t offset) const& noexcept {
  auto block = std::upper_bound(blocks.begin(), blocks.end(), offset,
                                [](std::uint32_t value, const Block& each) { return value < each.span.start; });
  while (block != blocks.begin()) {
    --block;
    if (block->kind == BlockKind::heading) return slice(text, block->span);
  }
  return {};
}

std::vector<Mark> Document::marks_in(TextSpan span) const {
  // A mark never leaves its block.
  const Block* block = block_at(span.start);
  const std::uint32_t from = block == nullptr ? span.start : block->span.start;
  auto mark = std::lower_bound(marks.begin(), marks.end(), from,
                               [](const Mark& each, std::uint32_t value) { return each.span.start < value; });
  std::vector<Mark> found;
  for (; mark != marks.end() && mark->span.start < span.end; ++mark)
    if (mark->span.overlaps(span)) found.push_back(*mark);
  return found;
}

}  // namespace citegraph
