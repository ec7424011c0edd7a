#include "graph/identity/comparison.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "text/similarity.hpp"

namespace citegraph::graph {
namespace {

enum class Fit : std::uint8_t { unknown, different, compatible, equal };

Fit compare_known(std::uint64_t a, std::uint64_t b) {
  if (a == 0 || b == 0) return Fit::unknown;
  return a == b ? Fit::equal : Fit::different;
}

std::string_view first_of(std::string_view authors) { return authors.substr(0, authors.find('|')); }

bool are_alike(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter < 4) return false;
  if (a.ends_with(b) || b.ends_with(a)) return true;  // a particle more
  return shorter >= 5 && text::edit_distance(a, b, 1) <= 1;
}

// A word of three letters that both have: names divided or ordered differently.
bool share_a_word(std::string_view a, std::string_view b) {
  while (!a.empty()) {
    const std::string_view word = a.substr(0, a.find(' '));
    a.remove_prefix(std::min(word.size() + 1, a.size()));
    if (word.size() < 3) continue;
    for (std::size_t at = b.find(word); at != std::string_view::npos; at = b.find(word, at + 1))
      if ((at == 0 || b[at - 1] == ' ') && (at + word.size() == b.size() || b[at + word.size()] == ' ')) return true;
  }
  return false;
}

bool contains_name(std::string_view authors, std::string_view name) {
  for (std::size_t at = authors.find(name); at != std::string_view::npos; at = authors.find(name, at + 1))
    if ((at == 0 || authors[at - 1] == '|') && at + name.size() < authors.size() && authors[at + name.size()] == '|')
      return true;
  return false;
}

Fit compare_authors(const Profile& a, const Profile& b) {
  if (a.authors.empty() || b.authors.empty()) return Fit::unknown;
  const std::string_view first_a = first_of(a.authors);
  const std::string_view first_b = first_of(b.authors);
  if (first_a == first_b) {
    // "Wang L" and "Wang Y".
    const bool other_initial = a.initial != 0 && b.initial != 0 && a.initial != b.initial;
    return other_initial ? Fit::compatible : Fit::equal;
  }
  if (are_alike(first_a, first_b) || share_a_word(a.first, b.first)) return Fit::compatible;
  if (contains_name(a.authors, first_b) || contains_name(b.authors, first_a)) return Fit::compatible;
  return Fit::different;
}

// "j biol chem" and "journal of biological chemistry": the words of the shorter one begin words of the longer one, in
// order; so do the letters of "pnas", "apjl". Other than that nothing can be said: abbreviations are many.
Fit compare_containers(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return Fit::unknown;
  if (a == b) return Fit::equal;
  if (a.size() > b.size()) std::swap(a, b);
  std::size_t at = 0;
  while (!a.empty()) {
    const std::string_view word = a.substr(0, a.find(' '));
    a.remove_prefix(std::min(word.size() + 1, a.size()));
    bool found = false;
    while (!found && at < b.size()) {
      found = b.substr(at).starts_with(word);
      at = std::min(b.find(' ', at), b.size() - 1) + 1;
    }
    if (!found) return Fit::unknown;
  }
  return Fit::compatible;
}

class Judge {
 public:
  Judge(const Profile& a, const Profile& b) : a_(a), b_(b) {}

  Comparison judge() {
    look();
    Comparison result;
    result.verdict = decide(result.reason);
    result.agree = agree_;
    result.differ = differ_;
    result.told_apart = result.verdict < Verdict::likely && (is_told_apart() || differs(Trait::kind));
    return result;
  }

 private:
  void look();
  Verdict decide(MergeReason& reason);
  Verdict decide_by_title(MergeReason& reason);
  // What speaks against two works of one title; nothing where it does not decide.
  std::optional<Verdict> against_authors() const;
  std::optional<Verdict> against_years() const;
  std::optional<Verdict> against_place() const;
  bool is_told_apart() const;
  bool is_same_place() const;
  bool is_wholly_equal() const;

  void note(Trait trait, Fit fit) {
    if (fit == Fit::equal || fit == Fit::compatible) agree_.insert(trait);
    if (fit == Fit::different) differ_.insert(trait);
  }
  bool differs(Trait trait) const { return differ_.contains(trait); }
  bool agrees(Trait trait) const { return agree_.contains(trait); }

  const Profile& a_;
  const Profile& b_;
  Traits agree_;
  Traits differ_;
  TitleFit title_ = TitleFit::unknown;
  Fit authors_ = Fit::unknown;
  int years_apart_ = 0;
  bool years_known_ = false;
  // Looked at where the title decides.
  bool distinctive_ = false;
  bool same_place_ = false;
  bool place_differs_ = false;
};

void Judge::look() {
  note(Trait::doi, compare_known(a_.doi, b_.doi));
  note(Trait::pmid, compare_known(a_.pmid, b_.pmid));
  note(Trait::arxiv, compare_known(a_.arxiv, b_.arxiv));
  note(Trait::isbn, compare_known(a_.isbn, b_.isbn));
  note(Trait::volume, compare_known(a_.volume, b_.volume));
  note(Trait::issue, compare_known(a_.issue, b_.issue));
  note(Trait::first_page, compare_known(a_.first_page, b_.first_page));
  note(Trait::container, compare_containers(a_.container, b_.container));

  authors_ = compare_authors(a_, b_);
  note(Trait::authors, authors_);
  years_known_ = a_.year != 0 && b_.year != 0;
  years_apart_ = years_known_ ? std::abs(a_.year - b_.year) : 0;
  if (years_known_) note(Trait::year, years_apart_ == 0 ? Fit::equal : Fit::different);

  title_ = compare(a_.title, b_.title);
  if (title_ != TitleFit::unknown) {
    note(Trait::title, title_ == TitleFit::different ? Fit::different : Fit::equal);
    if (a_.title.part != b_.title.part) differ_.insert(Trait::part);
    if (a_.title.derivation != b_.title.derivation) differ_.insert(Trait::derivation);
  }
  if (a_.edition != b_.edition && (a_.edition > 1 || b_.edition > 1) &&
      (years_apart_ > 0 || (a_.edition != 0 && b_.edition != 0)))
    differ_.insert(Trait::edition);
  const bool whole_and_chapter =
      (a_.kind == Kind::whole && b_.kind == Kind::chapter) || (a_.kind == Kind::chapter && b_.kind == Kind::whole);
  const bool one_is_preprint = (a_.kind == Kind::preprint) != (b_.kind == Kind::preprint);
  if (whole_and_chapter || one_is_preprint) differ_.insert(Trait::kind);
  if (a_.paper != 0 && a_.paper == b_.paper && a_.letter != b_.letter) differ_.insert(Trait::letter);
}

// A place in a journal: the same volume begins an article on the same page once.
bool Judge::is_same_place() const { return agrees(Trait::volume) && agrees(Trait::first_page); }

bool Judge::is_told_apart() const {
  if (differs(Trait::part) || differs(Trait::derivation) || differs(Trait::edition) || differs(Trait::letter))
    return true;
  if (differs(Trait::doi) || differs(Trait::pmid)) return true;
  if (differs(Trait::volume) && differs(Trait::first_page)) return true;
  return differs(Trait::arxiv) && !agrees(Trait::doi);
}

// Nothing that one says is not said by the other.
bool Judge::is_wholly_equal() const {
  return a_.title.words == b_.title.words && a_.authors == b_.authors && a_.year == b_.year && a_.volume == b_.volume &&
         a_.issue == b_.issue && a_.first_page == b_.first_page && a_.container == b_.container && a_.doi == b_.doi &&
         a_.letter == b_.letter && differ_.empty();
}

Verdict Judge::decide(MergeReason& reason) {
  if (agrees(Trait::doi)) {
    reason = MergeReason::same_doi;
    return Verdict::certain;
  }
  if (is_told_apart()) return Verdict::different;
  if (differs(Trait::kind)) {
    const bool versions = title_ >= TitleFit::subtitle && authors_ >= Fit::compatible && years_apart_ <= 3 &&
                          (a_.kind == Kind::preprint || b_.kind == Kind::preprint);
    return versions ? Verdict::version : Verdict::different;
  }
  const bool by_identifier =
      agrees(Trait::pmid) || agrees(Trait::arxiv) ||
      (agrees(Trait::isbn) && a_.kind != Kind::chapter && b_.kind != Kind::chapter && title_ != TitleFit::different);
  if (by_identifier) {
    reason = MergeReason::same_identifier;
    return Verdict::certain;
  }
  if (is_same_place() && authors_ >= Fit::compatible && years_apart_ <= 1) {
    // Another title on the same page by the same author is a misreading of one of them, or two book reviews.
    if (title_ != TitleFit::different || (years_apart_ == 0 && !a_.container.empty() && agrees(Trait::container))) {
      reason = MergeReason::same_place;
      return Verdict::certain;
    }
  }
  if (agrees(Trait::first_page) && authors_ == Fit::equal && years_known_ && years_apart_ == 0 &&
      !differs(Trait::volume) && title_ == TitleFit::unknown && agrees(Trait::container)) {
    reason = MergeReason::same_place;
    return Verdict::likely;
  }
  return decide_by_title(reason);
}

// Named by both and not the same, or by one only.
std::optional<Verdict> Judge::against_authors() const {
  if (authors_ == Fit::different) {
    const bool all_else = title_ == TitleFit::equal && distinctive_ && same_place_ && years_apart_ == 0;
    return all_else ? std::nullopt : std::optional(Verdict::different);
  }
  if (authors_ == Fit::unknown) {
    const bool neither = a_.authors.empty() && b_.authors.empty();
    if (!years_known_ || years_apart_ != 0 || title_ < TitleFit::similar) return Verdict::unclear;
    if (neither ? is_generic(a_.title) : !distinctive_) return Verdict::unclear;
  } else if (authors_ == Fit::compatible && !distinctive_ && !same_place_) {
    return Verdict::unclear;
  }
  return std::nullopt;
}

std::optional<Verdict> Judge::against_years() const {
  if (years_apart_ > 1) {
    if (!(distinctive_ && title_ >= TitleFit::similar && same_place_)) return Verdict::different;
  } else if (years_apart_ == 1) {
    if (!distinctive_ || place_differs_ || title_ < TitleFit::subtitle) return Verdict::unclear;
  } else if (!years_known_ && !distinctive_ && !same_place_) {
    return Verdict::unclear;
  }
  return std::nullopt;
}

// One of volume and page differs.
std::optional<Verdict> Judge::against_place() const {
  if (!place_differs_) return std::nullopt;
  if (!distinctive_ || title_ < TitleFit::similar || authors_ != Fit::equal) return Verdict::different;
  if (differs(Trait::first_page)) return Verdict::different;
  if (!agrees(Trait::volume) && !agrees(Trait::first_page)) return Verdict::unclear;
  return std::nullopt;
}

Verdict Judge::decide_by_title(MergeReason& reason) {
  if (title_ < TitleFit::extended) return title_ == TitleFit::different ? Verdict::different : Verdict::unclear;
  reason = title_ == TitleFit::equal && years_apart_ == 0 ? MergeReason::same_title : MergeReason::similar_title;
  distinctive_ = is_distinctive(a_.title) && is_distinctive(b_.title);
  same_place_ = is_same_place();
  place_differs_ = differs(Trait::volume) || differs(Trait::first_page);
  if (const auto verdict = against_authors()) return *verdict;
  if (const auto verdict = against_years()) return *verdict;
  if (const auto verdict = against_place()) return *verdict;
  // Titles that only begin alike.
  if (title_ == TitleFit::extended &&
      !(distinctive_ && (same_place_ || (!place_differs_ && authors_ == Fit::equal && agrees(Trait::container)))))
    return Verdict::unclear;
  if (is_generic(a_.title))
    return is_wholly_equal() ? Verdict::certain : same_place_ ? Verdict::likely : Verdict::unclear;
  if (is_wholly_equal()) return Verdict::certain;
  return same_place_ || (title_ >= TitleFit::similar && agrees(Trait::volume)) ? Verdict::certain : Verdict::likely;
}

}  // namespace

Comparison compare(const Profile& a, const Profile& b) { return Judge(a, b).judge(); }

}  // namespace citegraph::graph
