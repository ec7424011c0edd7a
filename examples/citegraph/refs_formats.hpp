// The forms that `refs` writes. A record is rendered when it comes; keys, which depend on all works, are filled in at
// the end.
#pragma once

#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "refs_records.hpp"

namespace command {

class RefsFormat {
 public:
  virtual ~RefsFormat() = default;
  // What the record amounts to; the same for any thread.
  virtual std::string render(const Record& record) const = 0;
  // The records in order, and each as it was rendered.
  virtual void take(std::span<const Record> records, std::span<std::string> rendered) = 0;
  // No more follows. One key for each work of all records that hold works.
  virtual void finish(std::span<const std::string> keys) = 0;
};

// The format of that name, which writes to `out`.
std::unique_ptr<RefsFormat> make_refs_format(const std::string& name, std::ostream& out);

// True for the formats that print citation keys.
bool prints_keys(const std::string& format);

}  // namespace command
