#include "document/pdf.hpp"

#include "document/pdf/compose.hpp"
#include "document/pdf/pages.hpp"

namespace citegraph::document {

namespace {

constexpr std::string_view header = "%PDF-";
constexpr std::size_t header_reach = 1024;  // bytes

}  // namespace

// Readers accept the header within the first 1024 bytes (PDF Reference 1.7, appendix H.3, note 13), for mail and
// spoolers put lines before it. A text that only speaks of it holds no table of objects.
bool looks_like_pdf(std::string_view bytes) {
  if (bytes.starts_with(header)) return true;
  const std::size_t found = bytes.substr(0, header_reach).find(header);
  return found != std::string_view::npos && bytes.find("startxref", found) != std::string_view::npos;
}

std::vector<Document> read_pdf(const Input& input) {
  const std::uint64_t most_bytes = input.companions.options().limits.bytes;
  std::vector<Document> documents;
  documents.push_back(pdf::compose(pdf::read_pages(input.file.source, input.file.path, most_bytes), input.file.path));
  return documents;
}

}  // namespace citegraph::document
