#include <string>

#include "document/made_docx.hpp"
#include "fuzz/read_twice.hpp"
#include "fuzz/targets.hpp"

namespace citegraph::fuzz {

// An archive as it is; anything else as what stands in the main part, for bytes changed at will never are an archive.
void docx(std::string_view bytes) {
  if (bytes.starts_with("PK")) return read_twice(bytes, Format::docx);
  document::MadeDocx made;
  made.body = bytes;
  made.styles =
      "<w:style w:styleId=\"H1\"><w:name w:val=\"heading 1\"/></w:style><w:style w:styleId=\"T\"><w:name "
      "w:val=\"Title\"/></w:style>";
  made.numbering =
      "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"[%1]\"/></w:lvl></w:abstractNum>"
      "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
  made.footnotes = "<w:footnote w:id=\"1\"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>";
  made.sources = "<b:Source><b:Tag>Lee01</b:Tag><b:Title>Of ships</b:Title><b:Year>2001</b:Year></b:Source>";
  read_twice(document::made_docx(made), Format::docx);
}

}  // namespace citegraph::fuzz
