// Small files in PDF: pages of text in two fonts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace citegraph::document {

// A page's content for each string; /F1 is Times, /F2 its italic.
inline std::string made_pdf(const std::vector<std::string>& contents, std::string_view trailer = {}) {
  std::vector<std::string> objects = {"<</Type/Catalog/Pages 2 0 R>>", ""};
  objects.emplace_back("<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>");
  objects.emplace_back("<</Type/Font/Subtype/Type1/BaseFont/Times-Italic/Encoding/WinAnsiEncoding>>");
  std::string kids;
  for (const std::string& content : contents) {
    objects.push_back("<</Length " + std::to_string(content.size()) + ">>stream\n" + content + "\nendstream");
    objects.push_back(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>/Contents " +
        std::to_string(objects.size()) + " 0 R>>");
    kids += std::to_string(objects.size()) + " 0 R ";
  }
  objects[1] = "<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(contents.size()) + ">>";
  std::string file = "%PDF-1.4\n";
  std::string table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    const std::string offset = std::to_string(file.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    file += std::to_string(i + 1) + " 0 obj" + objects[i] + "endobj\n";
  }
  const std::string start = std::to_string(file.size());
  const std::string size = std::to_string(objects.size() + 1);
  return file + "xref\n0 " + size + "\n0000000000 65535 f \n" + table + "trailer<</Size " + size + "/Root 1 0 R" +
         std::string(trailer) + ">>\nstartxref\n" + start + "\n%%EOF\n";
}

inline std::string text_at(int x, int y, std::string_view text, std::string_view font = "/F1 10") {
  return "BT " + std::string(font) + " Tf 1 0 0 1 " + std::to_string(x) + " " + std::to_string(y) + " Tm (" +
         std::string(text) + ") Tj ET\n";
}

}  // namespace citegraph::document
