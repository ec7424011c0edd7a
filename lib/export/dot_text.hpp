// Any text as a token of GraphViz's language.
#pragma once

#include <string>
#include <string_view>

namespace citegraph::dot {

// A quoted string for label and tooltip, in which GraphViz shows `text` as it is: quotes, backslashes and ampersands
// are escaped, a line end is
// "\n", what XML cannot hold is U+FFFD. Tokens longer than GraphViz takes (16 KiB) are several, joined by "+".
std::string quote(std::string_view text);

// A quoted string for URL: what is no character of a URL is percent-encoded. Empty (and quoted) for addresses other
// than of the web: an SVG would run those of scripts.
std::string quote_url(std::string_view url);

}  // namespace citegraph::dot
