// Finds the few entries that a citation could mean without comparing it with all of them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "citegraph/document.hpp"
#include "citegraph/reference.hpp"

#include "citation/entry.hpp"

namespace citegraph::citation {

// Pairs (hash of a key, entry) in buckets, the same on every run. Two keys that share a hash share a list; whoever asks
// compares the entries anyway.
class Postings {
 public:
  using Pair = std::pair<std::uint64_t, std::uint32_t>;

  void add(std::uint64_t key, std::uint32_t entry) { pairs_.emplace_back(key, entry); }
  // Ready to be asked. Linear in the pairs, unless most share few keys.
  void freeze();
  std::span<const Pair> find(std::uint64_t key) const noexcept;
  bool has(std::uint64_t key) const noexcept { return !find(key).empty(); }

 private:
  std::size_t bucket_of(std::uint64_t key) const noexcept {
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> shift_);
  }

  std::vector<Pair> pairs_;            // by bucket, within one ascending
  std::vector<std::uint32_t> starts_;  // where the pairs of each bucket begin; one more
  unsigned shift_ = 63;
};

class EntryIndex {
 public:
  EntryIndex(const Document& document, std::span<const Reference> references);
  EntryIndex(const Document& document, const ReferenceLists& references)
      : EntryIndex(document, references.references) {}

  const std::vector<Entry>& entries() const noexcept { return entries_; }

  // How well the list knows someone: used to decide where a name begins, and whether bare text is a citation.
  enum class Knows : std::uint8_t { nobody, word, author, first_author, first_author_and_year };
  Knows knows(std::string_view name, int year) const;

  // True for a word of a title in the list.
  bool in_titles(std::string_view word) const noexcept;

  // Candidates, ascending, each once; at most `most` of each kind, so that a list of ten thousand works of one author
  // and year stays affordable.
  std::vector<std::uint32_t> by_name(std::string_view name) const;  // any author, organisation, acronym, head
  std::vector<std::uint32_t> by_name_and_year(std::string_view name, int year) const;
  std::vector<std::uint32_t> by_words_and_year(const std::vector<std::string>& words, int year) const;
  std::vector<std::uint32_t> by_words(const std::vector<std::string>& words) const;
  std::vector<std::uint32_t> by_similar_name(
      std::string_view name) const;  // one letter more, less, other, or exchanged
  std::vector<std::uint32_t> by_year(int year) const;
  // Entries of organisations whose name begins with `letter`: what an acronym could stand for.
  std::vector<std::uint32_t> organisations(std::string_view letter, int year) const;
  // Entries of the law, those of another year left out.
  std::vector<std::uint32_t> by_instrument(const Instrument& instrument) const;
  // Entries whose title, or printed beginning, starts with these words.
  std::vector<std::uint32_t> by_beginning(std::span<const std::string> words) const;

 private:
  void add(std::uint32_t number, const Entry& entry);
  void add_name(std::uint32_t number, const Entry& entry, std::string_view name, bool first);
  void add_beginnings(std::uint32_t number, const Entry& entry, std::string_view name);
  void add_words(std::uint32_t number, const Entry& entry, const std::vector<std::string>& words);

  std::vector<Entry> entries_;
  Postings first_author_;
  Postings author_;
  Postings author_year_;
  Postings first_author_year_;
  Postings title_word_;
  Postings word_;
  Postings word_year_;
  Postings similar_;
  Postings year_;
  Postings organisation_year_;
  Postings instrument_;
  Postings beginning_;
};

}  // namespace citegraph::citation
