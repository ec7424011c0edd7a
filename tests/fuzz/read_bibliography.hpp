// Reading a bibliography: it is read or refused, what is read is sound, and comes back from every format it is written
// in.
#pragma once

#include <algorithm>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/bibliography.hpp"
#include "citegraph/error.hpp"

#include "fuzz/require.hpp"

namespace citegraph::fuzz {

inline std::optional<Bibliography> read_or_refuse(std::string_view bytes, BibliographyFormat format) {
  try {
    return parse_bibliography(std::string(bytes), {}, {.format = format, .limits = {}});
  } catch (const Error& error) {
    require(is_utf8(error.what()), "the message of an error is UTF-8");
    return std::nullopt;
  }
}

inline bool lies_in(SourceSpan span, const Bibliography& library) {
  return span.start <= span.end && span.end <= library.source.size();
}

inline void require_sound(const Work& work) {
  require(is_utf8(work.key), "a key is UTF-8");
  for (const auto& [variable, text] : work.texts()) require(!text.empty() && is_utf8(text), "a variable holds text");
  for (const auto& [variable, names] : work.names())
    for (const Name& name : names) require(is_utf8(to_string(name)), "a name is UTF-8");
  for (const auto& [variable, date] : work.dates()) require(is_utf8(to_string(date)), "a date is UTF-8");
}

inline void require_sound(const Bibliography& library) {
  std::uint32_t start = 0;
  for (const BibliographyEntry& entry : library.entries) {
    require(lies_in(entry.source, library), "an entry lies in the file");
    require(entry.source.start >= start, "entries are sorted");
    start = entry.source.start;
    require_sound(entry.work);
    for (const ExtraField& field : entry.extra)
      require(is_utf8(field.name) && is_utf8(field.text) && !field.text.empty(), "a field holds text");
  }
  for (const SkippedPart& part : library.skipped) require(lies_in(part.source, library), "a part lies in the file");
  for (const Diagnostic& finding : library.diagnostics) {
    require(lies_in(finding.source, library), "a finding lies in the file");
    require(finding.line > 0 && finding.column > 0, "a finding has a line");
    require(is_utf8(finding.message), "a message is UTF-8");
  }
}

inline std::string written(const std::vector<Work>& works, BibliographyFormat format) {
  std::ostringstream out;
  write_bibliography(out, works, format);
  return out.str();
}

// The works as they come back; each is there, and whole.
inline std::vector<Work> come_back(const std::vector<Work>& works, BibliographyFormat format) {
  const std::string file = written(works, format);
  require(is_utf8(file), "what is written is UTF-8");
  const std::optional<Bibliography> again = read_or_refuse(file, format);
  require(again.has_value(), "what is written can be read");
  require(again->entries.size() == works.size(), "a work written is an entry read");
  for (const BibliographyEntry& entry : again->entries) require(!entry.broken, "what is written is not broken");
  return again->works();
}

inline void read_bibliography(std::string_view bytes, BibliographyFormat format) {
  const std::optional<Bibliography> library = read_or_refuse(bytes, format);
  if (!library) return;
  require_sound(*library);
  std::vector<Work> works = library->works();
  for (std::size_t i = 0; i < works.size(); ++i) works[i].key = "k" + std::to_string(i);
  require(come_back(works, BibliographyFormat::csl_json) == works, "CSL-JSON loses nothing");
  for (const BibliographyFormat other :
       {BibliographyFormat::bibtex, BibliographyFormat::biblatex, BibliographyFormat::ris, BibliographyFormat::mods,
        BibliographyFormat::endnote, BibliographyFormat::refer}) {
    const std::vector<Work> once = come_back(works, other);
    require(come_back(once, other) == once, "what came back once comes back as it is");
  }
}

}  // namespace citegraph::fuzz
