#include "citegraph/reference.hpp"

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "citegraph/json.hpp"

#include "fuzz/require.hpp"
#include "fuzz/targets.hpp"
#include "soundness.hpp"

namespace citegraph::fuzz {
namespace {

struct MarkedText {
  std::string text;
  std::vector<Mark> marks;
};

// What stands between two asterisks is in italics.
MarkedText read_italics(std::string_view bytes) {
  MarkedText result;
  TextSpan italics;
  bool open = false;
  for (const char c : bytes) {
    const auto here = static_cast<std::uint32_t>(result.text.size());
    if (c != '*') {
      result.text += c;
    } else if (std::exchange(open, !open)) {
      italics.end = here;
      if (!italics.empty() && test::lies_in(italics, result.text))
        result.marks.push_back({MarkKind::emphasis, italics, {}});
    } else {
      italics.start = here;
    }
  }
  return result;
}

std::string json_of(const MarkedText& given) {
  const Reference reference = parse_reference(given.text, given.marks);
  require_sound(test::unsound(given.text, reference));
  std::ostringstream out;
  write_json_line(out, given.text, reference);
  return out.str();
}

}  // namespace

void reference(std::string_view bytes) {
  const MarkedText given = read_italics(bytes);
  const std::string json = json_of(given);
  require(is_utf8(json), "JSON is UTF-8");
  require(json == json_of(given), "two runs are equal");
}

}  // namespace citegraph::fuzz
