// What the name of a font says of its letters.
#pragma once

#include <string_view>

namespace citegraph::document::pdf {

struct FontStyle {
  bool italic = false;
  bool bold = false;
  friend bool operator==(const FontStyle&, const FontStyle&) = default;
};

// "ABCDEF+NimbusRomNo9L-ReguItal", "CMBX10", "TimesNewRomanPS-BoldItalicMT".
FontStyle font_style(std::string_view name);

}  // namespace citegraph::document::pdf
