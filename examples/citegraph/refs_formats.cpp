#include "refs_formats.hpp"

#include <ostream>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

#include <citegraph/bibliography.hpp>
#include <citegraph/bibtex.hpp>
#include <citegraph/csl_json.hpp>
#include <citegraph/json.hpp>

#include "terminal.hpp"

namespace command {
namespace {

using citegraph::Work;

// A record on each line, as it comes.
class Lines : public RefsFormat {
 public:
  explicit Lines(std::ostream& out) : out_(out) {}
  std::string render(const Record& record) const override {
    std::ostringstream line;
    citegraph::write_json_line(line, record.text, record.reference, record.diagnostics, record.same_as);
    return std::move(line).str();
  }
  void take(std::span<const Record>, std::span<std::string> rendered) override {
    for (const std::string& line : rendered) out_ << line;
  }
  void finish(std::span<const std::string>) override {}

 protected:
  std::ostream& out_;
};

// The same records in one object.
class Json final : public Lines {
 public:
  explicit Json(std::ostream& out) : Lines(out) { out_ << R"({"schema":1,"offsets":"utf-8 bytes","references":[)"; }
  void take(std::span<const Record>, std::span<std::string> rendered) override {
    for (std::string& line : rendered) {
      line.pop_back();
      out_ << (std::exchange(first_, false) ? "\n" : ",\n") << line;
    }
  }
  void finish(std::span<const std::string>) override { out_ << "\n]}\n"; }

 private:
  bool first_ = true;
};

class Text final : public Lines {
 public:
  using Lines::Lines;
  std::string render(const Record& record) const override {
    std::string text;
    if (record.holds_works())
      for (const Work& work : record.reference.works) text += printable(citegraph::summary(work)) + '\n';
    return text;
  }
};

// Works with keys: they are rendered with a key of one letter, in whose place the final one is written at the end.
class Keyed : public RefsFormat {
 public:
  explicit Keyed(std::ostream& out) : out_(out) {}
  std::string render(const Record& record) const override {
    std::string works;
    if (!record.holds_works()) return works;
    for (Work work : record.reference.works) {
      work.key = provisional_key;
      works += render(work);
      works += divider;
    }
    return works;
  }
  void take(std::span<const Record>, std::span<std::string> rendered) override {
    for (const std::string& works : rendered) works_ += works;
  }
  void finish(std::span<const std::string> keys) override {
    std::string_view rest = works_;
    for (const std::string& key : keys) {
      const std::string_view work = rest.substr(0, rest.find(divider));
      rest.remove_prefix(work.size() + 1);
      write(work, key, key.data() == keys.front().data());
    }
    write_end(keys.empty());
  }

 protected:
  static constexpr const char* provisional_key = "k";
  static constexpr char divider = '\0';  // in no output
  virtual std::string render(const Work& work) const = 0;
  virtual void write(std::string_view work, std::string_view key, bool first) = 0;
  virtual void write_end(bool) {}
  // `work` up to the provisional key, which stands behind `opening`; then what follows it.
  void write_with_key(std::string_view work, std::string_view opening, std::string_view key) {
    const std::size_t at = work.find(opening) + opening.size();
    out_ << work.substr(0, at) << key << work.substr(at + 1);
  }

  std::ostream& out_;

 private:
  std::string works_;
};

class CslJson final : public Keyed {
 public:
  using Keyed::Keyed;

 private:
  std::string render(const Work& work) const override { return citegraph::to_csl_json(work); }
  void write(std::string_view work, std::string_view key, bool first) override {
    out_ << (first ? "[\n" : ",\n");
    write_with_key(work, R"({"id":")", key);
  }
  void write_end(bool none) override { out_ << (none ? "[]\n" : "\n]\n"); }
};

class Bibtex final : public Keyed {
 public:
  Bibtex(std::ostream& out, citegraph::BibtexDialect dialect) : Keyed(out) { options_.dialect = dialect; }

 private:
  std::string render(const Work& work) const override {
    std::ostringstream entry;
    citegraph::write_bibtex(entry, std::span(&work, 1), options_);
    return std::move(entry).str();
  }
  void write(std::string_view work, std::string_view key, bool first) override {
    if (!first) out_ << '\n';
    write_with_key(work, "{", key);
  }

  citegraph::BibtexOptions options_;
};

// Bibliographies that are written as a whole.
class Library final : public RefsFormat {
 public:
  Library(std::ostream& out, citegraph::BibliographyFormat format) : out_(out), format_(format) {}
  std::string render(const Record&) const override { return {}; }
  void take(std::span<const Record> records, std::span<std::string>) override {
    for (const Record& record : records)
      if (record.holds_works())
        works_.insert(works_.end(), record.reference.works.begin(), record.reference.works.end());
  }
  void finish(std::span<const std::string> keys) override {
    for (std::size_t i = 0; i < works_.size(); ++i) works_[i].key = keys[i];
    citegraph::write_bibliography(out_, works_, format_);
  }

 private:
  std::ostream& out_;
  citegraph::BibliographyFormat format_;
  std::vector<Work> works_;
};

}  // namespace

std::unique_ptr<RefsFormat> make_refs_format(const std::string& name, std::ostream& out) {
  if (name == "jsonl") return std::make_unique<Lines>(out);
  if (name == "json") return std::make_unique<Json>(out);
  if (name == "text") return std::make_unique<Text>(out);
  if (name == "csl-json") return std::make_unique<CslJson>(out);
  if (name == "biblatex") return std::make_unique<Bibtex>(out, citegraph::BibtexDialect::biblatex);
  if (name == "bibtex") return std::make_unique<Bibtex>(out, citegraph::BibtexDialect::bibtex);
  return std::make_unique<Library>(out, *citegraph::parse_bibliography_format(name));
}

bool prints_keys(const std::string& format) { return citegraph::parse_bibliography_format(format).has_value(); }

}  // namespace command
