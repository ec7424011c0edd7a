#include <string>

#include "document/made_pdf.hpp"
#include "fuzz/read_twice.hpp"
#include "fuzz/targets.hpp"

// What fontconfig keeps to the end of the process is no leak of ours.
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\n"; }

namespace citegraph::fuzz {

// A file as it is; anything else as what is painted on two pages, for bytes changed at will hardly are a file.
void pdf(std::string_view bytes) {
  if (bytes.starts_with("%PDF-")) return read_twice(bytes, Format::pdf);
  const std::string content(bytes);
  read_twice(document::made_pdf({content, document::text_at(72, 700, "The second page.") + content}), Format::pdf);
}

}  // namespace citegraph::fuzz
