#include "document/pdf.hpp"

#include "document/pdf/compose.hpp"
#include "document/pdf/pages.hpp"

namespace citegraph::document {

bool looks_like_pdf(std::string_view bytes) { return bytes.starts_with("%PDF-"); }

std::vector<Document> read_pdf(const Input& input) {
  const std::uint64_t most_bytes = input.companions.options().limits.bytes;
  std::vector<Document> documents;
  documents.push_back(pdf::compose(pdf::read_pages(input.file.source, input.file.path, most_bytes), input.file.path));
  return documents;
}

}  // namespace citegraph::document
