#include "graph/prints.hpp"

#include <algorithm>
#include <utility>

#include "graph/store/bytes.hpp"
#include "graph/store/records.hpp"

namespace citegraph::graph {
namespace {

// Whether one says what the other says, but for the key, which is given in the graph.
bool say_the_same(const Work& a, const Work& b) {
  const auto equal = [](const auto& x, const auto& y) { return std::equal(x.begin(), x.end(), y.begin(), y.end()); };
  if (a.type != b.type || !equal(a.texts(), b.texts()) || !equal(a.names(), b.names()) || !equal(a.dates(), b.dates()))
    return false;
  return std::all_of(a.names().begin(), a.names().end(),
                     [&](const auto& names) { return a.has_others(names.first) == b.has_others(names.first); });
}

enum class Packed : std::uint8_t { whole, key_only };

constexpr auto roles = static_cast<std::uint64_t>(VertexRole::missing) + 1;

Record unpack_one(ByteReader& in, const Work& merged, std::span<const Variant>& variants) {
  Record record;
  record.role = in.value_of<VertexRole>(roles);
  record.paper = static_cast<std::uint32_t>(in.number());
  record.part = static_cast<std::uint32_t>(in.number());
  record.content = in.number();
  const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(in.number(), variants.size()));
  record.variants.assign(variants.begin(), variants.begin() + static_cast<std::ptrdiff_t>(count));
  variants = variants.subspan(count);
  const auto kind = in.value_of<Packed>(2);
  const std::string text = in.text();
  if (kind == Packed::whole) {
    record.work = read_work(text);
  } else {
    record.work = merged;
    record.work.key = text;
  }
  return record;
}

}  // namespace

std::string pack(std::span<const Record* const> records, const Work& merged) {
  std::string bytes;
  ByteWriter out(bytes);
  out.number(records.size());
  for (const Record* record : records) {
    out.number(static_cast<std::uint64_t>(record->role));
    for (const std::uint64_t value :
         {std::uint64_t{record->paper}, std::uint64_t{record->part}, record->content, record->variants.size()})
      out.number(value);
    const bool key_only = say_the_same(record->work, merged);
    out.number(static_cast<std::uint64_t>(key_only ? Packed::key_only : Packed::whole));
    std::string work;
    if (!key_only) append(work, record->work);
    out.text(key_only ? record->work.key : work);
  }
  return bytes;
}

std::vector<Record> unpack(std::string_view packed, const Work& merged, VertexRole role,
                           std::span<const Variant> variants) {
  ByteReader in(packed);
  std::vector<Record> records;
  for (std::uint64_t left = in.count(); left > 0 && !in.failed(); --left)
    records.push_back(unpack_one(in, merged, variants));
  if (records.empty()) {
    Record record;
    record.work = merged;
    record.role = role;
    record.variants.assign(variants.begin(), variants.end());
    records.push_back(std::move(record));
  }
  // Why it was taken for the work is decided anew; of missing works only the first print.
  for (Record& record : records) {
    if (record.variants.empty()) continue;
    record.variants.front().reason = MergeReason::none;
    record.variants.front().agree = {};
  }
  return records;
}

}  // namespace citegraph::graph
