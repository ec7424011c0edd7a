#include "citation/entry_index.hpp"

#include <algorithm>
#include <bit>
#include <iterator>
#include <numeric>

#include "citation/words.hpp"
#include "text/utf8.hpp"

namespace citegraph::citation {
namespace {

constexpr std::size_t most = 200;         // candidates taken from one list
constexpr std::size_t indexed_names = 8;  // authors of one entry that can be asked for
constexpr std::size_t beginning_words = 2;

// FNV-1a, 64 bits (Fowler, Noll and Vo).
std::uint64_t hash(std::string_view text, std::uint64_t seed = 0xcbf29ce484222325ULL) noexcept {
  for (const char c : text) seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return seed;
}

std::uint64_t hash_of_year(std::string_view text, int year) noexcept {
  return hash(text, 0x9e3779b97f4a7c15ULL + static_cast<std::uint64_t>(year));
}

std::uint64_t hash_of_words(std::span<const std::string> words) noexcept {
  std::uint64_t seed = hash(std::string_view{});
  for (const std::string& word : words) seed = hash(" ", hash(word, seed));
  return seed;
}

// Two names within one edit of each other share one of these: the name, and the name without each of its letters
// (Mor and Fraenkel 1982; the symmetric deletion of spelling correctors).
template <class Visit>
void each_deletion(std::string_view name, Visit visit) {
  if (name.size() > 40) return;
  visit(hash(name));
  for (std::size_t offset = 0; offset < name.size();) {
    const std::uint32_t size = std::max(text::decode_at(name, offset).size, 1U);
    visit(hash(name.substr(offset + size), hash(name.substr(0, offset))));
    offset += size;
  }
}

void take(std::vector<std::uint32_t>& out, std::span<const std::pair<std::uint64_t, std::uint32_t>> found) {
  const std::size_t count = std::min(found.size(), most);
  for (std::size_t i = 0; i < count; ++i) out.push_back(found[i].second);
}

std::vector<std::uint32_t> sorted(std::vector<std::uint32_t> numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

using List = std::span<const std::pair<std::uint64_t, std::uint32_t>>;

// The lists of the two rarest words: an entry that shares none of them shares little.
std::vector<std::uint32_t> rarest(std::vector<List> lists) {
  std::erase_if(lists, [](const List& list) { return list.empty(); });
  std::stable_sort(lists.begin(), lists.end(), [](const List& a, const List& b) { return a.size() < b.size(); });
  std::vector<std::uint32_t> found;
  for (std::size_t i = 0; i < std::min<std::size_t>(lists.size(), 2); ++i) take(found, lists[i]);
  return sorted(std::move(found));
}

}  // namespace

void Postings::freeze() {
  const auto bits = static_cast<unsigned>(std::bit_width(pairs_.size() | 1));
  shift_ = 64 - bits;
  // Pairs are counted into their buckets, and those of a bucket sorted and thinned out.
  std::vector<std::uint32_t> ends((std::size_t{1} << bits) + 1);
  for (const Pair& pair : pairs_) ++ends[bucket_of(pair.first) + 1];
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  std::vector<Pair> sorted(pairs_.size());
  for (const Pair& pair : pairs_) sorted[ends[bucket_of(pair.first)]++] = pair;
  starts_.assign(ends.size(), 0);
  auto out = sorted.begin();
  std::uint32_t begin = 0;
  for (std::size_t bucket = 0; bucket + 1 < ends.size(); ++bucket) {
    const auto first = sorted.begin() + begin, last = sorted.begin() + ends[bucket];
    begin = ends[bucket];
    std::sort(first, last);
    const auto end = std::unique(first, last);
    out = out == first ? end : std::move(first, end, out);
    starts_[bucket + 1] = static_cast<std::uint32_t>(out - sorted.begin());
  }
  sorted.erase(out, sorted.end());
  pairs_ = std::move(sorted);
}

std::span<const Postings::Pair> Postings::find(std::uint64_t key) const noexcept {
  if (starts_.empty()) return {};
  const std::size_t bucket = bucket_of(key);
  const Pair* const begin = pairs_.data() + starts_[bucket];
  const Pair* const end = pairs_.data() + starts_[bucket + 1];
  const Pair* const first =
      std::lower_bound(begin, end, key, [](const Pair& pair, std::uint64_t value) { return pair.first < value; });
  return {first,
          std::upper_bound(first, end, key, [](std::uint64_t value, const Pair& pair) { return value < pair.first; })};
}

EntryIndex::EntryIndex(const Document& document, std::span<const Reference> references) {
  entries_.reserve(references.size());
  for (const Reference& reference : references) {
    entries_.push_back(make_entry(reference, document.text));
    add(static_cast<std::uint32_t>(entries_.size() - 1), entries_.back());
  }
  for (Postings* postings : {&first_author_, &author_, &author_year_, &first_author_year_, &title_word_, &word_,
                             &word_year_, &similar_, &year_, &organisation_year_, &instrument_, &beginning_})
    postings->freeze();
}

void EntryIndex::add(std::uint32_t number, const Entry& entry) {
  for (std::size_t i = 0; i < std::min(entry.names.size(), indexed_names); ++i) {
    const EntryName& name = entry.names[i];
    add_name(number, entry, name.family, i == 0);
    if (name.full != name.family) add_name(number, entry, name.full, i == 0);
    if (!name.acronym.empty()) add_name(number, entry, name.acronym, i == 0);
    if (i == 0 && name.given.size() > 3) add_name(number, entry, name.given, false);
    if (name.organisation) add_words(number, entry, name.words);
    if (i == 0 && is_caseless(name.full)) add_beginnings(number, entry, name.full);
    if (i == 0) each_deletion(name.full, [&](std::uint64_t key) { similar_.add(key, number); });
    if (i == 0 && name.full != name.family)
      each_deletion(name.family, [&](std::uint64_t key) { similar_.add(key, number); });
  }
  if (!entry.instrument.empty()) instrument_.add(hash(entry.instrument.key), number);
  for (const std::string& acronym : entry.acronyms) add_name(number, entry, acronym, true);
  if (!entry.names.empty() && entry.names.front().organisation)
    for (const int year : entry.years)
      organisation_year_.add(hash_of_year(entry.names.front().family.substr(0, 1), year), number);
  // The first printed word: the family name, even where the entry was misread.
  if (!entry.head.empty()) {
    add_name(number, entry, entry.head.front(), entry.names.empty());
    each_deletion(entry.head.front(), [&](std::uint64_t key) { similar_.add(key, number); });
  }
  for (const std::string& word : entry.title) title_word_.add(hash(stem(word)), number);
  add_words(number, entry, entry.title);
  add_words(number, entry, entry.container);
  add_words(number, entry, entry.publisher);
  add_words(number, entry, entry.head);
  for (const int year : entry.years) year_.add(static_cast<std::uint64_t>(year), number);
  for (const std::vector<std::string>* words : {&entry.title, &entry.head}) {
    for (std::size_t count = 1; count <= std::min(words->size(), beginning_words); ++count)
      beginning_.add(hash_of_words(std::span(*words).first(count)), number);
  }
}

void EntryIndex::add_name(std::uint32_t number, const Entry& entry, std::string_view name, bool first) {
  if (name.empty()) return;
  (first ? first_author_ : author_).add(hash(name), number);
  for (const int year : entry.years) (first ? first_author_year_ : author_year_).add(hash_of_year(name, year), number);
}

// "鈴木" of "鈴木一郎": where no blank divides the names, the family name is one of the beginnings.
void EntryIndex::add_beginnings(std::uint32_t number, const Entry& entry, std::string_view name) {
  std::size_t end = 0;
  for (int letters = 1; letters <= 3 && end < name.size(); ++letters) {
    end += text::decode_at(name, end).size;
    if (letters > 1 && end < name.size()) add_name(number, entry, name.substr(0, end), true);
  }
}

void EntryIndex::add_words(std::uint32_t number, const Entry& entry, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (!is_content_word(word)) continue;
    word_.add(hash(stem(word)), number);
    for (const int year : entry.years) word_year_.add(hash_of_year(stem(word), year), number);
  }
}

EntryIndex::Knows EntryIndex::knows(std::string_view name, int year) const {
  if (name.empty()) return Knows::nobody;
  if (first_author_year_.has(hash_of_year(name, year))) return Knows::first_author_and_year;
  if (first_author_.has(hash(name))) return Knows::first_author;
  if (author_.has(hash(name))) return Knows::author;
  return word_.has(hash(stem(name))) ? Knows::word : Knows::nobody;
}

bool EntryIndex::in_titles(std::string_view word) const noexcept { return title_word_.has(hash(stem(word))); }

std::vector<std::uint32_t> EntryIndex::by_name(std::string_view name) const {
  std::vector<std::uint32_t> found;
  take(found, first_author_.find(hash(name)));
  take(found, author_.find(hash(name)));
  return sorted(std::move(found));
}

std::vector<std::uint32_t> EntryIndex::by_name_and_year(std::string_view name, int year) const {
  std::vector<std::uint32_t> found;
  take(found, first_author_year_.find(hash_of_year(name, year)));
  take(found, author_year_.find(hash_of_year(name, year)));
  return sorted(std::move(found));
}

std::vector<std::uint32_t> EntryIndex::by_words_and_year(const std::vector<std::string>& words, int year) const {
  std::vector<List> lists;
  for (const std::string& word : words)
    if (is_content_word(word)) lists.push_back(word_year_.find(hash_of_year(stem(word), year)));
  return rarest(std::move(lists));
}

std::vector<std::uint32_t> EntryIndex::by_words(const std::vector<std::string>& words) const {
  std::vector<List> lists;
  for (const std::string& word : words)
    if (is_content_word(word)) lists.push_back(word_.find(hash(stem(word))));
  return rarest(std::move(lists));
}

std::vector<std::uint32_t> EntryIndex::by_similar_name(std::string_view name) const {
  std::vector<std::uint32_t> found;
  each_deletion(name, [&](std::uint64_t key) { take(found, similar_.find(key)); });
  return sorted(std::move(found));
}

std::vector<std::uint32_t> EntryIndex::by_year(int year) const {
  std::vector<std::uint32_t> found;
  take(found, year_.find(static_cast<std::uint64_t>(year)));
  return found;
}

std::vector<std::uint32_t> EntryIndex::organisations(std::string_view letter, int year) const {
  std::vector<std::uint32_t> found;
  take(found, organisation_year_.find(hash_of_year(letter, year)));
  return found;
}

std::vector<std::uint32_t> EntryIndex::by_instrument(const Instrument& instrument) const {
  std::vector<std::uint32_t> found;
  take(found, instrument_.find(hash(instrument.key)));
  std::erase_if(found, [&](std::uint32_t number) {
    const Instrument& other = entries_[number].instrument;
    return other.key != instrument.key || (other.year != 0 && instrument.year != 0 && other.year != instrument.year);
  });
  return found;
}

std::vector<std::uint32_t> EntryIndex::by_beginning(std::span<const std::string> words) const {
  std::vector<std::uint32_t> found;
  if (!words.empty()) take(found, beginning_.find(hash_of_words(words.first(std::min(words.size(), beginning_words)))));
  return sorted(std::move(found));
}

}  // namespace citegraph::citation
