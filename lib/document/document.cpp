#include "citegraph/document.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <limits>
#include <system_error>
#include <utility>

#include "citegraph/error.hpp"

#include "document/assemble.hpp"
#include "document/head.hpp"
#include "document/pages.hpp"
#include "document/readers.hpp"
#include "text/encoding.hpp"
#include "text/source_lines.hpp"

namespace citegraph {
namespace {

// Offsets are 32 bits, and a byte of the file may become three of the text.
constexpr std::uint64_t largest_file = 1ULL << 30U;

std::uint64_t byte_limit(const ReadOptions& options) { return std::min(options.limits.bytes, largest_file); }

[[noreturn]] void throw_too_large(const std::string& path, std::uint64_t limit) {
  throw Error(path, "larger than the limit of " + std::to_string(limit) + " bytes");
}

// What a binary file is, where its first bytes tell.
std::string_view binary_format(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("%PDF-"sv)) return "a PDF file; convert it to text or Markdown first";
  if (bytes.starts_with("PK\x03\x04"sv)) return "a ZIP archive (DOCX, ODT, EPUB); convert it to text or Markdown first";
  if (bytes.starts_with("\xD0\xCF\x11\xE0"sv))
    return "an old Microsoft Office file; convert it to text or Markdown first";
  if (bytes.starts_with("\x1F\x8B"sv)) return "a gzip file; unpack it first";
  return {};
}

void report_encoding(const text::Decoded& decoded, Document& document) {
  const auto add = [&](std::string_view code, SourceSpan source, std::string message) {
    Diagnostic diagnostic = document.diagnose(code, {}, std::move(message));
    diagnostic.source = source;
    const auto [line, column] = document.line_column(source.start);
    diagnostic.line = line;
    diagnostic.column = column;
    document.diagnostics.push_back(std::move(diagnostic));
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

}  // namespace

Document parse_document(std::string bytes, std::string path, const ReadOptions& options) {
  if (bytes.size() > byte_limit(options)) throw_too_large(path, byte_limit(options));
  text::Decoded decoded = text::decode(bytes);
  const std::string_view known = binary_format(bytes);
  if (!known.empty()) throw Error(path, "this is " + std::string(known));
  if (decoded.binary) throw Error(path, "binary content, not text");

  Document document;
  document.path = std::move(path);
  document.source = std::move(bytes);
  document.lines = std::make_shared<const text::SourceLines>(document.source, decoded);
  const document::Reader& reader = document::find_reader(options.format, document.path, decoded.text);
  document.format = reader.format;
  document::RawDocument raw = reader.read(decoded.text);
  document::mend_pages(decoded.text, raw);
  document::assemble(decoded.text, raw, reader, document);
  document::read_head(raw, document);
  document.map = document.map.through(decoded.map);
  report_encoding(decoded, document);
  return document;
}

Document read_document(const std::string& path, const ReadOptions& options) {
  std::error_code failure;
  const std::filesystem::file_status status = std::filesystem::status(path, failure);
  if (status.type() == std::filesystem::file_type::not_found) throw Error(path, "no such file");
  if (failure) throw Error(path, failure.message());
  if (status.type() == std::filesystem::file_type::directory) throw Error(path, "is a directory");
  if (status.type() != std::filesystem::file_type::regular) throw Error(path, "is not a regular file");
  const std::uint64_t limit = byte_limit(options);
  const std::uint64_t size = std::filesystem::file_size(path, failure);
  if (failure) throw Error(path, failure.message());
  if (size > limit) throw_too_large(path, limit);

  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(path, "cannot be opened: " + std::generic_category().message(errno));
  std::string bytes(static_cast<std::size_t>(size), '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(size));
  if (file.bad()) throw Error(path, "cannot be read");
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return parse_document(std::move(bytes), path, options);
}

Diagnostic Document::diagnose(std::string_view code, TextSpan span, std::string message) const {
  const DiagnosticCode& row = diagnostic_code(code);
  Diagnostic diagnostic;
  diagnostic.code = row.code;
  diagnostic.severity = row.severity;
  diagnostic.path = path;
  diagnostic.span = span;
  diagnostic.source = map.to_source(span);
  std::tie(diagnostic.line, diagnostic.column) = line_column(diagnostic.source.start);
  diagnostic.message = std::move(message);
  return diagnostic;
}

std::pair<std::uint32_t, std::uint32_t> Document::line_column(std::uint32_t source_offset) const {
  if (lines == nullptr) return {1, 1};
  const text::Position position = lines->position(source, source_offset);
  return {position.line, position.column};
}

const Block* Document::block_at(std::uint32_t offset) const noexcept {
  const auto after = std::upper_bound(blocks.begin(), blocks.end(), offset,
                                      [](std::uint32_t value, const Block& block) { return value < block.span.start; });
  if (after == blocks.begin()) return nullptr;
  const Block& block = *(after - 1);
  return offset < block.span.end ? &block : nullptr;
}

std::string_view Document::section_at(std::uint32_t offset) const noexcept {
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
