#include <algorithm>
#include <future>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <citegraph/citation_key.hpp>
#include <citegraph/identity.hpp>

#include "commands.hpp"
#include "refs_formats.hpp"
#include "refs_records.hpp"

namespace command {
namespace {

// The records as `format` prints them, divided among threads.
std::vector<std::string> render_all(const RefsFormat& format, std::span<const Record> records, unsigned threads) {
  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::string> rendered(records.size());
  const auto render = [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) rendered[i] = format.render(records[i]);
  };
  const std::size_t share = records.size() / threads + 1;
  std::vector<std::future<void>> others;
  for (std::size_t begin = share; begin < records.size(); begin += share)
    others.push_back(std::async(std::launch::async, render, begin, std::min(begin + share, records.size())));
  render(0, std::min(share, records.size()));
  for (std::future<void>& other : others) other.get();
  return rendered;
}

// Says of each record which is the first that denotes the same work; blank ones are only themselves.
void merge(std::span<Record> records) {
  std::vector<citegraph::Work> works;
  for (const Record& record : records)
    works.push_back(record.is_blank() || record.reference.works.empty() ? citegraph::Work{}
                                                                        : record.reference.works.front());
  const std::vector<std::uint32_t> same_as = citegraph::find_same_works(works).same_as;
  for (std::size_t i = 0; i < records.size(); ++i) {
    records[i].same_as = same_as[i];
    records[i].repeats = same_as[i] != i;
  }
}

void convert(const RefsOptions& options, std::span<const std::unique_ptr<RefsFormat>> formats) {
  const bool keyed = std::any_of(options.outputs.begin(), options.outputs.end(),
                                 [](const Output& output) { return prints_keys(output.format); });
  citegraph::KeyList keys;
  const auto take = [&](std::span<Record> records) {
    for (const std::unique_ptr<RefsFormat>& format : formats) {
      std::vector<std::string> rendered = render_all(*format, records, options.reading.threads);
      format->take(records, rendered);
    }
    if (!keyed) return;
    for (const Record& record : records)
      if (record.holds_works())
        for (const citegraph::Work& work : record.reference.works) keys.add(work);
  };
  if (options.merge) {
    std::vector<Record> all;
    read_records(options, [&](std::span<Record> records) {
      all.insert(all.end(), std::make_move_iterator(records.begin()), std::make_move_iterator(records.end()));
    });
    merge(all);
    take(all);
  } else {
    read_records(options, take);
  }
  const std::vector<std::string> all_keys = keys.keys();
  for (const std::unique_ptr<RefsFormat>& format : formats) format->finish(all_keys);
}

// Opens every output, one inside the other, so that all are filled in one run.
void open_outputs(const RefsOptions& options, std::vector<std::unique_ptr<RefsFormat>>& formats) {
  if (formats.size() == options.outputs.size()) return convert(options, formats);
  const Output& output = options.outputs[formats.size()];
  write_output(output, [&](std::ostream& out) {
    formats.push_back(make_refs_format(output.format, out));
    open_outputs(options, formats);
  });
}

}  // namespace

const std::vector<std::string>& refs_formats() {
  static const std::vector<std::string> formats = with_bibliographies({"jsonl", "json", "text"});
  return formats;
}

int run_refs(const RefsOptions& options) {
  std::vector<std::unique_ptr<RefsFormat>> formats;
  open_outputs(options, formats);
  return exit_clean;
}

}  // namespace command
