// In place of poppler_pages.cpp where the library is built without PDF.
#include "citegraph/error.hpp"

#include "document/pdf/pages.hpp"

namespace citegraph::document::pdf {

Pages read_pages(const std::string&, const std::string& path, std::uint64_t) {
  throw Error(path,
              "this is a PDF file, and citegraph was built without a reader of PDF: build it with "
              "-DCITEGRAPH_WITH_PDF=ON, or convert the file to text first (pdftotext)");
}

}  // namespace citegraph::document::pdf
