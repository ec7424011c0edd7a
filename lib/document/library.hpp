// The bibliography files of a document: which entries they define, and which of them the document cites.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "citegraph/document.hpp"
#include "citegraph/work.hpp"

#include "document/companions.hpp"
#include "document/raw_document.hpp"

namespace citegraph::document {

class Library {
 public:
  // The files that a document names at places of its decoded text, or where it names none, the one of its own stem.
  // Those that could not be read are given back.
  struct Failure {
    NamedFile file;
    Companions::Outcome outcome;
  };
  std::vector<Failure> read_named(const std::vector<NamedFile>& files, Companions& companions);
  // Whether `bytes` are those of the file, or made of what it holds: then findings have no place in it but its start.
  enum class Origin : std::uint8_t { file, made };
  // The entries of a file, in its form: BibTeX, CSL-JSON. Findings name `path`.
  void read(std::string bytes, const std::string& path, const ReadOptions& options, Origin origin = Origin::file);
  void add(Work work);

  [[nodiscard]] bool empty() const noexcept { return works_.empty(); }
  // The place of the entry that bears `key`, or one past the last.
  [[nodiscard]] std::uint32_t find(const std::string& key) const;
  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(works_.size()); }

  // Gives `document` the entries that it cites and those of `listed` ("*" for all); citations by another name of an
  // entry name it by its key. Findings of reading that
  // concern it go to the document too.
  void hand_over(Document& document, const std::vector<std::string>& listed);

 private:
  std::vector<Work> works_;
  std::unordered_map<std::string, std::uint32_t> by_key_;  // asked only; other names of an entry too
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  struct Finding {
    Diagnostic diagnostic;
    std::uint32_t entry = none;  // the one it is about: of an entry that nobody cites only errors are told
  };
  std::vector<Finding> findings_;
};

// `to_source` leads from the places to the files of the document.
void report_failures(const std::vector<Library::Failure>& failures, const SourceMap& to_source, Document& document);

}  // namespace citegraph::document
