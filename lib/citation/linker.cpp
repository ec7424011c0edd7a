// Which entry a citation means, and how well it fits.
//
// Candidates come from the index (a few each), are scored by evidence.cpp, and are judged together: the best one, those
// within a margin of it, and what kind of fit they are give the status.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "citation/back_reference.hpp"
#include "citation/entry_index.hpp"
#include "citation/evidence.hpp"
#include "citation/findings.hpp"
#include "citation/indexed.hpp"
#include "citation/locator.hpp"
#include "citation/recorder.hpp"
#include "citation/tagged.hpp"
#include "citation/words.hpp"
#include "text/fold.hpp"

namespace citegraph {
namespace {

using namespace citation;

// Two entries whose points differ by less fit equally well. More than the order of a co-author, less than a further
// cited name, initials, pages or a suffix make.
constexpr int margin = 40;

// A paper cites the same work in the same words again and again: what fits is looked up once, within this many.
constexpr std::size_t most_known_fits = 1U << 20U;

// With more entries that fit equally well the words around a citation tell nothing.
constexpr std::size_t most_told_apart = 40;

double rounded(double value) { return std::round(std::clamp(value, 0.0, 1.0) * 1000.0) / 1000.0; }

bool is_linkable(const Fit& fit) { return fit.name >= NameFit::form && fit.year != YearFit::off; }
bool is_misnamed(const Fit& fit) {
  if (fit.name == NameFit::similar && fit.year == YearFit::unstated) return true;
  return fit.name > NameFit::none && fit.name < NameFit::form && fit.year == YearFit::exact;
}
bool is_misdated(const Fit& fit) {
  return fit.name == NameFit::exact && fit.year == YearFit::off && !fit.names_contradict && !fit.others_contradict;
}

class Linker {
 public:
  Linker(const Document& document, std::span<const Reference> references, const EntryIndex& index)
      : document_(document), references_(references), index_(index) {
    for (std::uint32_t i = 0; i < references.size(); ++i) by_id_[references[i].id].push_back(i);
    divide_numbering();
  }

  void decide(Citation& citation) {
    const TaggedCitation* tagged = find_tagged(document_, citation);
    if (tagged)
      citation.targets.resize(tagged->ids.size());
    else if (citation.targets.empty())
      citation.targets.resize(std::max<std::size_t>(citation.numbers.size(), 1));
    for (std::size_t i = 0; i < citation.targets.size(); ++i) {
      Target& target = citation.targets[i];
      if (tagged)
        decide_tagged(tagged->ids[i], target);
      else if (!citation.key.empty())
        decide_key(citation.key, target);
      else if (!citation.numbers.empty())
        i < citation.numbers.size() ? decide_number(citation.numbers[i], citation.span.start, target) : void();
      else if (i == 0)
        decide_named(citation, target);
      if (recorder_) explanations_.push_back(recorder_->take(target));
    }
  }

  // The same once more, written down.
  std::vector<Explanation> explain(Citation citation) {
    Recorder recorder;
    recorder_ = &recorder;
    explanations_.clear();
    decide(citation);
    recorder_ = nullptr;
    return std::move(explanations_);
  }

  // Goes on as if `citation`, already linked, had just been decided.
  void pass(const Citation& citation) {
    const bool named = citation.key.empty() && citation.numbers.empty() && !find_tagged(document_, citation);
    if (named && !citation.targets.empty()) remember(citation, citation.targets.front());
  }

 private:
  // ---- tags, numbers and keys

  // The document says which entry it means.
  void decide_tagged(const std::string& id, Target& target) const {
    const auto found = by_id_.find(id);
    if (found == by_id_.end()) return set(target, LinkStatus::missing, std::nullopt, 1.0);
    observe(found->second.front(), EvidenceKind::markup, "the document's markup names the entry");
    set(target, LinkStatus::linked, found->second.front(), 1.0);
  }

  void decide_key(const std::string& key, Target& target) const {
    const auto found = by_id_.find(key);
    if (found == by_id_.end()) return set(target, LinkStatus::missing, std::nullopt, 0.95);
    observe(found->second.front(), EvidenceKind::key, "the key of the entry");
    set(target, LinkStatus::linked, found->second.front(), 0.99);
  }

  // A numbering begins where a number comes that its list has had already: each chapter has its own.
  void divide_numbering() {
    std::unordered_set<std::string_view> met;
    for (std::uint32_t i = 0; i < references_.size(); ++i) {
      if (references_[i].id.empty()) continue;
      const bool is_new = met.insert(references_[i].id).second;
      if (is_new && !numberings_.empty()) continue;
      if (!is_new) met = {references_[i].id};
      numberings_.push_back(i);
    }
  }

  // The entry of that number; of several, the one in the list that ends the part where `offset` lies. The last list
  // serves what comes behind it as well.
  std::optional<std::uint32_t> numbered(const std::string& number, std::uint32_t offset) const {
    const auto known = by_id_.find(number);
    if (known == by_id_.end()) return std::nullopt;
    const std::vector<std::uint32_t>& entries = known->second;
    if (entries.size() == 1) return entries.front();
    auto own = std::partition_point(numberings_.begin(), numberings_.end(),
                                    [&](std::uint32_t i) { return references_[i].span.start < offset; });
    if (own == numberings_.end()) --own;
    const auto found = std::lower_bound(entries.begin(), entries.end(), *own);
    if (found == entries.end() || (own + 1 != numberings_.end() && *found >= *(own + 1))) return std::nullopt;
    return *found;
  }

  void decide_number(std::uint32_t number, std::uint32_t offset, Target& target) const {
    if (const auto found = numbered(std::to_string(number), offset)) {
      observe(*found, EvidenceKind::number, "the number printed before the entry");
      set(target, LinkStatus::linked, *found, 0.99);
    } else if (number >= 1 && number <= references_.size() && references_[number - 1].id.empty()) {
      observe(number - 1, EvidenceKind::number, "the place of the entry in a list without numbers");
      set(target, LinkStatus::linked, number - 1, 0.9);
    } else {
      set(target, LinkStatus::missing, std::nullopt, 0.9);
    }
  }

  // ---- back references, and notes that may be such

  // "Ibid." means the work cited last, "Krause, op. cit." the one of Krause cited last, "Krause, n. 12 above" the one
  // cited there.
  void decide_again(const Citation& citation, Target& target) {
    if (citation.names.empty() && citation.date.has_year()) return decide_same_author(citation, target);
    if (citation.names.empty()) {
      if (last_) observe(*last_, EvidenceKind::sequence, "the work cited before");
      return set(target, last_ ? LinkStatus::linked : LinkStatus::missing, last_, last_ ? 0.9 : 0.7);
    }
    const Query query = make_query(citation);
    const std::string note(note_number(slice(document_.text, citation.span)));
    const std::string author = author_key(query);
    if (const auto there = in_note_.find(note + ' ' + author); !note.empty() && there != in_note_.end()) {
      observe(there->second, EvidenceKind::sequence, "the work of this author cited in that note");
      set(target, LinkStatus::linked, there->second, 0.9);
    } else if (const auto last = last_of_.find(author); last != last_of_.end()) {
      observe(last->second, EvidenceKind::sequence, "the work of this author cited last");
      set(target, LinkStatus::linked, last->second, 0.9);
    } else if (!judge(citation, candidates(query), target)) {
      set(target, LinkStatus::missing, std::nullopt, 0.8);
    }
  }

  // "(idem, 2010)": the author cited last, another year.
  void decide_same_author(const Citation& citation, Target& target) const {
    std::vector<std::uint32_t> works;
    if (last_ && !index_.entries()[*last_].names.empty())
      works = index_.by_name_and_year(index_.entries()[*last_].names.front().family, citation.date.year());
    if (works.empty()) return set(target, LinkStatus::missing, std::nullopt, 0.7);
    observe(works.front(), EvidenceKind::sequence, "the author cited before, in that year");
    set(target, LinkStatus::linked, works.front(), works.size() == 1 ? 0.9 : 0.5);
  }

  void decide_note(const Citation& citation, Target& target) const {
    if (!judge(citation, candidates(make_query(citation)), target)) set(target, LinkStatus::missing, std::nullopt, 0.8);
  }

  void remember(const Citation& citation, const Target& target) {
    last_ = target.reference;
    if (!target.reference || citation.names.empty()) return;
    const std::string author = author_key(make_query(citation));
    last_of_[author] = *target.reference;
    if (const std::string note = note_of(citation); !note.empty())
      in_note_.emplace(note + ' ' + author, *target.reference);
  }

  // The number of the note in which a citation stands: its label, or the number its line begins with.
  std::string note_of(const Citation& citation) const {
    if (citation.form != CitationForm::note) return {};
    const Block* block = document_.block_at(citation.span.start);
    if (!block) return {};
    std::size_t start = citation.span.start;
    while (start > block->span.start && document_.text[start - 1] != '\n') --start;
    const std::string_view line = std::string_view(document_.text).substr(start, 8);
    const std::string_view number = line.substr(0, std::min(line.find_first_not_of("0123456789"), line.size()));
    return number.empty() ? block->label : std::string(number);
  }

  // All the names: "Soares and Alves, op. cit." is not Soares alone.
  static std::string author_key(const Query& query) {
    std::string key;
    for (const QueryName& name : query.names) key += name.letters + '|';
    return query.others ? key + '+' : key;
  }

  // ---- names, titles, years

  void decide_named(const Citation& citation, Target& target) {
    const bool dated = citation.date.has_year() || !citation.date.literal.empty();
    if (citation.title.empty() && (!dated || citation.names.empty()))
      decide_again(citation, target);
    else if (citation.form == CitationForm::note)
      decide_note(citation, target);
    else
      decide_work(citation, target);
    remember(citation, target);
  }

  void decide_work(const Citation& citation, Target& target) const {
    const Query query = make_query(citation);
    if (citation.form == CitationForm::title) return decide_title(citation, query, target);
    if (query.names.empty() && !citation.title.empty()) return decide_article(citation, query, target);
    std::vector<Fit> fits = candidates(query);
    if (judge(citation, fits, target)) return;
    if (judge_by_context(citation, query, target)) return;
    set(target, LinkStatus::missing, std::nullopt, fits.empty() ? 0.95 : 0.8);
  }

  // First those of the name and the year; only where none of them is all that is cited, whatever else could be meant.
  std::vector<Fit> candidates(const Query& query) const {
    const std::string key = key_of(query);
    const auto known = known_.find(key);
    if (known != known_.end() && !recorder_) return known->second;  // a record needs them compared again
    std::vector<Fit> fits = look_up(query);
    if (known_fits_ < most_known_fits) {
      known_fits_ += fits.size() + 1;
      known_.emplace(key, fits);
    }
    return fits;
  }

  // All that two citations must share to fit the same entries equally well.
  static std::string key_of(const Query& query) {
    std::string key = std::to_string(query.year) + query.suffix + ' ' + std::to_string(query.original_year) + ' ' +
                      query.date_literal + (query.others ? " +" : " ") + (query.in_sentence ? "s" : "");
    for (const QueryName& name : query.names) {
      key += '|' + name.letters + '.' + name.initials;
      for (const std::string& word : name.words) key += ' ' + word;
    }
    key += '|' + (query.pages ? to_string(*query.pages) : std::string{});
    for (const std::string& word : query.title) key += ' ' + word;
    return key;
  }

  std::vector<Fit> look_up(const Query& query) const {
    std::vector<std::uint32_t> numbers;
    const auto add = [&](const std::vector<std::uint32_t>& more) {
      numbers.insert(numbers.end(), more.begin(), more.end());
    };
    const std::string& name = query.names.front().letters;
    if (query.year != 0) {
      add(index_.by_name_and_year(name, query.year));
      if (query.original_year != 0) add(index_.by_name_and_year(name, query.original_year));
      std::vector<Fit> fits = score(query, numbers);
      const auto whole = [](const Fit& one) {
        return one.name == NameFit::exact && one.year == YearFit::exact && !one.names_contradict &&
               !one.others_contradict;
      };
      if (query.title.empty() && !fits.empty() && whole(fits.front())) return fits;
      add(index_.by_words_and_year(query.phrase_words, query.year));
      if (query.names.size() == 1) add(index_.organisations(name.substr(0, 1), query.year));
      if (query.names.size() == 1 && names_given_first(name)) add(index_.by_year(query.year));
    }
    add(index_.by_name(name));
    for (const std::string& word : query.names.front().words)
      if (word != name) add(index_.by_name(word));
    if (query.phrase != name) add(index_.by_name(query.phrase));
    add(index_.by_similar_name(name));
    if (query.names.front().words.size() > 1) add(index_.by_similar_name(query.names.front().words.back()));
    if (query.year == 0 || query.phrase_words.size() > 1) add(index_.by_words(query.phrase_words));
    if (!query.title.empty()) add(index_.by_words(query.title));
    return score(query, std::move(numbers));
  }

  std::vector<Fit> score(const Query& query, std::vector<std::uint32_t> numbers) const {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    std::vector<Fit> fits;
    for (const std::uint32_t number : numbers) {
      Fit one = fit(query, index_.entries()[number]);
      one.entry = number;
      if (one.name != NameFit::none) fits.push_back(one);
    }
    std::stable_sort(fits.begin(), fits.end(), [](const Fit& a, const Fit& b) { return a.points > b.points; });
    if (recorder_) recorder_->consider(query, index_.entries(), fits);
    return fits;
  }

  bool judge(const Citation& citation, const std::vector<Fit>& fits, Target& target) const {
    std::vector<Fit> near;
    std::vector<Fit> misdated;
    for (const Fit& one : fits) {
      if (is_linkable(one) || is_misnamed(one)) near.push_back(one);
      if (is_misdated(one)) misdated.push_back(one);
    }
    const bool dated = !near.empty() && (misdated.empty() || near.front().points >= misdated.front().points);
    if (dated) return judge_near(citation, near, target);
    return !misdated.empty() && judge_misdated(misdated, target);
  }

  bool judge_near(const Citation& citation, const std::vector<Fit>& near, Target& target) const {
    std::vector<Fit> best;
    for (const Fit& one : near)
      if (one.points + margin > near.front().points) best.push_back(one);
    if (best.size() > 1) {
      set_ambiguous(citation, best, target);
      return true;
    }
    const Fit& only = best.front();
    const int lead = near.size() > 1 ? only.points - near[1].points : 1000;
    if (recorder_ && near.size() > 1) decided("fits best, " + std::to_string(lead) + " points ahead");
    const bool named = only.name >= NameFit::form && !only.name_misspelt && !only.names_contradict;
    double confidence = only.name == NameFit::exact ? 0.97 : only.name == NameFit::form ? 0.85 : 0.8;
    if (only.year == YearFit::unstated) confidence -= 0.15;
    if (only.names_contradict) confidence -= 0.2;
    if (lead < 150) confidence -= 0.1;
    set(target, named ? LinkStatus::linked : LinkStatus::name_mismatch, only.entry, confidence);
    return true;
  }

  // One entry fits but for its year; of several only one a year away is near enough to be meant.
  static bool judge_misdated(const std::vector<Fit>& misdated, Target& target) {
    const Fit* chosen = misdated.size() == 1 ? &misdated.front() : nullptr;
    for (const Fit& one : misdated) {
      if (misdated.size() == 1 || one.year_distance > 1) continue;
      if (chosen) return false;
      chosen = &one;
    }
    if (!chosen) return false;
    set(target, LinkStatus::year_mismatch, chosen->entry, chosen->year_distance <= 1 ? 0.85 : 0.7);
    return true;
  }

  // The words of the sentence choose the guess, else the order of the list.
  void set_ambiguous(const Citation& citation, const std::vector<Fit>& best, Target& target) const {
    const std::vector<std::string> context = context_words(citation, document_.text);
    target.candidates.clear();
    std::uint32_t guess = best.front().entry;
    int most = -1;
    bool told_apart = false;
    for (const Fit& one : best) {
      target.candidates.push_back(one.entry);
      const int shared = best.size() > most_told_apart ? 0 : shared_words(context, index_.entries()[one.entry]);
      if (recorder_ && shared > 0)
        observe(one.entry, EvidenceKind::sentence, std::to_string(shared) + " of its words stand in the sentence");
      if (shared == most) told_apart = false;
      if (shared > most || (shared == most && one.entry < guess)) {
        told_apart = shared > most;
        most = shared;
        guess = one.entry;
      }
    }
    std::sort(target.candidates.begin(), target.candidates.end());
    if (!told_apart) observe(guess, EvidenceKind::order, "the first of those in the list");
    decided(told_apart ? "several entries fit alike; the words of the sentence make the guess"
                       : "several entries fit alike; the first of them is the guess");
    target.status = LinkStatus::ambiguous;
    target.reference = guess;
    target.confidence = rounded((told_apart ? 1.3 : 1.0) / static_cast<double>(best.size()));
  }

  void decide_title(const Citation& citation, const Query& query, Target& target) const {
    if (const Instrument law = read_instrument(citation.title); !law.empty()) {
      const std::vector<std::uint32_t> laws = index_.by_instrument(law);
      if (!laws.empty()) {
        observe(laws.front(), EvidenceKind::number, "the number of the law");
        return set(target, LinkStatus::linked, laws.front(), laws.size() == 1 ? 0.95 : 0.6);
      }
    }
    std::vector<Fit> fits = score(query, index_.by_beginning(query.phrase_words));
    std::erase_if(fits, [](const Fit& one) { return one.name < NameFit::form; });
    if (fits.empty()) return set(target, LinkStatus::missing, std::nullopt, 0.8);
    judge_near(citation, fits, target);
  }

  // "(Article 4, 2001)": the one treaty or law of that year.
  void decide_article(const Citation& citation, const Query& query, Target& target) const {
    std::vector<Fit> laws;
    for (const std::uint32_t number : index_.by_year(query.year)) {
      const Entry& entry = index_.entries()[number];
      if (std::none_of(entry.title.begin(), entry.title.end(),
                       [](const std::string& word) { return is_legal_instrument(word); }))
        continue;
      Fit one = fit(query, entry);
      one.entry = number;
      laws.push_back(one);
    }
    if (laws.empty()) return set(target, LinkStatus::missing, std::nullopt, 0.7);
    for (const Fit& law : laws) observe(law.entry, EvidenceKind::title, "a treaty or law of that year");
    if (laws.size() > 1) return set_ambiguous(citation, laws, target);
    const std::vector<std::string> words = folded_words(citation.title);
    const bool spelt = !words.empty() && (words.front() == "art" || !locator_label(words.front()).empty());
    set(target, spelt ? LinkStatus::linked : LinkStatus::name_mismatch, laws.front().entry, 0.6);
  }

  // "Joint statements, 2016" in a sentence on what the one unsigned document of 2016 is about: the name is made of
  // words that titles of the list hold, and the sentence says the rest.
  bool judge_by_context(const Citation& citation, const Query& query, Target& target) const {
    if (query.year == 0 || query.names.size() != 1 || query.others) return false;
    for (const std::string& word : query.phrase_words)
      if (is_content_word(word) && !index_.in_titles(word)) return false;
    if (query.phrase_words.size() < 2) return false;
    const std::vector<std::string> context = context_words(citation, document_.text);
    std::optional<std::uint32_t> best;
    int most = 1;  // a single word is chance
    for (const std::uint32_t number : index_.by_year(query.year)) {
      const Entry& entry = index_.entries()[number];
      if (!entry.names.empty() && !entry.edited && !entry.names.front().organisation) continue;
      const int shared = shared_words(context, entry);
      if (shared < most || shared < 2) continue;
      best = shared == most ? std::nullopt : std::optional(number);
      most = shared;
    }
    if (!best) return false;
    observe(*best, EvidenceKind::sentence, "words of its title stand in the sentence");
    decided("the words of the sentence point to one unsigned work of that year");
    set(target, LinkStatus::name_mismatch, best, 0.5);
    return true;
  }

  void observe(std::uint32_t entry, EvidenceKind kind, std::string_view what) const {
    if (recorder_) recorder_->observe(entry, {kind, 0, std::string(what)});
  }

  void decided(std::string_view how) const {
    if (recorder_) recorder_->decide(std::string(how));
  }

  static void set(Target& target, LinkStatus status, std::optional<std::uint32_t> reference, double confidence) {
    target.status = status;
    target.reference = reference;
    target.confidence = rounded(confidence);
    target.candidates.clear();
    if (reference) target.candidates.push_back(*reference);
  }

  const Document& document_;
  std::span<const Reference> references_;
  const EntryIndex& index_;
  mutable std::unordered_map<std::string, std::vector<Fit>> known_;  // candidates by `key_of`
  mutable std::size_t known_fits_ = 0;
  std::optional<std::uint32_t> last_;                                  // the entry that the citation before means
  std::unordered_map<std::string, std::uint32_t> last_of_;             // by author: the one meant last
  std::unordered_map<std::string, std::uint32_t> in_note_;             // by the note's number and the author
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_id_;  // the entries of each number or key, ascending
  std::vector<std::uint32_t> numberings_;                              // the first entry of each
  Recorder* recorder_ = nullptr;                                       // while an explanation is asked for
  std::vector<Explanation> explanations_;
};

}  // namespace

std::vector<Diagnostic> citation::link_citations(const Document& document, const ReferenceLists& references,
                                                 const EntryIndex& index, std::vector<Citation>& citations) {
  Linker linker(document, references.references, index);
  for (Citation& citation : citations) linker.decide(citation);
  return citation::findings(document, references, citations);
}

std::vector<Diagnostic> link_citations(const Document& document, const ReferenceLists& references,
                                       std::vector<Citation>& citations, const ReadOptions&) {
  return citation::link_citations(document, references, EntryIndex(document, references), citations);
}

std::vector<Explanation> explain_links(const Paper& paper, std::size_t citation) {
  if (citation >= paper.citations.size()) throw std::out_of_range("no such citation");
  const EntryIndex index(paper.document, paper.references);
  Linker linker(paper.document, paper.references, index);
  for (std::size_t i = 0; i < citation; ++i) linker.pass(paper.citations[i]);
  return linker.explain(paper.citations[citation]);
}

std::vector<std::vector<Explanation>> explain_links(const Paper& paper) {
  const EntryIndex index(paper.document, paper.references);
  Linker linker(paper.document, paper.references, index);
  std::vector<std::vector<Explanation>> explanations;
  for (const Citation& citation : paper.citations) explanations.push_back(linker.explain(citation));
  return explanations;
}

}  // namespace citegraph
