#include "citegraph/bibliography.hpp"

#include <algorithm>
#include <utility>

#include "citegraph/citation_key.hpp"
#include "citegraph/error.hpp"
#include "citegraph/text_file.hpp"

#include "bibliography/builder.hpp"
#include "bibliography/formats.hpp"

namespace citegraph {

namespace {

Bibliography parse(std::string bytes, std::string path, const BibliographySink* sink,
                   const BibliographyOptions& options) {
  Bibliography result;
  result.path = std::move(path);
  result.source = std::move(bytes);
  bibliography::Builder builder(result, options, sink);
  const bibliography::FormatRow* row = bibliography::find_format(options.format, result.path, builder.text());
  if (row == nullptr) throw Error(result.path, "this is no bibliography of a known format");
  result.format = row->format;
  row->read(builder);
  builder.finish();
  return result;
}

std::string bytes_of(const std::string& path, const BibliographyOptions& options) {
  ReadOptions reading;
  reading.limits = options.limits;
  return read_bytes(path, reading);
}

}  // namespace

Bibliography parse_bibliography(std::string bytes, std::string path, const BibliographyOptions& options) {
  return parse(std::move(bytes), std::move(path), nullptr, options);
}

Bibliography parse_bibliography(std::string bytes, std::string path, const BibliographySink& sink,
                                const BibliographyOptions& options) {
  return parse(std::move(bytes), std::move(path), &sink, options);
}

Bibliography read_bibliography(const std::string& path, const BibliographyOptions& options) {
  return parse(bytes_of(path, options), path, nullptr, options);
}

Bibliography read_bibliography(const std::string& path, const BibliographySink& sink,
                               const BibliographyOptions& options) {
  return parse(bytes_of(path, options), path, &sink, options);
}

void write_bibliography(std::ostream& out, std::span<const BibliographyEntry> entries, BibliographyFormat format,
                        const BibliographyWriteOptions& options) {
  const auto rows = bibliography::formats();
  const auto row = std::find_if(rows.begin(), rows.end(), [format](const auto& each) { return each.format == format; });
  if (row == rows.end() || row->write == nullptr) throw Error({}, "this format cannot be written");
  KeyList list;
  std::vector<const BibliographyEntry*> pointers;
  pointers.reserve(entries.size());
  for (const BibliographyEntry& entry : entries) {
    list.add(entry.work);
    pointers.push_back(&entry);
  }
  const std::vector<std::string> keys = list.keys();
  row->write(out, {pointers, keys, options});
}

void write_bibliography(std::ostream& out, std::span<const Work> works, BibliographyFormat format,
                        const BibliographyWriteOptions& options) {
  std::vector<BibliographyEntry> entries(works.size());
  for (std::size_t i = 0; i < works.size(); ++i) entries[i].work = works[i];
  write_bibliography(out, entries, format, options);
}

void Bibliography::index_keys() {
  keys_.clear();
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    if (!entries[i].work.key.empty()) keys_.emplace_back(entries[i].work.key, i);
    for (const std::string& alias : entries[i].aliases) keys_.emplace_back(alias, i);
  }
  std::sort(keys_.begin(), keys_.end());
}

const BibliographyEntry* Bibliography::find(std::string_view key) const& noexcept {
  const auto place = std::lower_bound(keys_.begin(), keys_.end(), key,
                                      [](const auto& row, std::string_view wanted) { return row.first < wanted; });
  if (place == keys_.end() || place->first != key || place->second >= entries.size()) return nullptr;
  return &entries[place->second];
}

std::string_view Bibliography::raw(const BibliographyEntry& entry) const& noexcept {
  const std::size_t start = std::min<std::size_t>(entry.source.start, source.size());
  const std::size_t end = std::clamp<std::size_t>(entry.source.end, start, source.size());
  return std::string_view(source).substr(start, end - start);
}

std::vector<Work> Bibliography::works() const {
  std::vector<Work> works;
  works.reserve(entries.size());
  for (const BibliographyEntry& entry : entries) works.push_back(entry.work);
  return works;
}

}  // namespace citegraph
