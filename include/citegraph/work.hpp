/// \file
/// A work as understood: a book, an article, a statement, in the terms of CSL 1.0.2.
///
///     Work work;
///     work.type = WorkType::article_journal;
///     work.set(Variable::title, "Second Chance in China");
///     work.set(NameVariable::author, {parse_name("Levine, S. I.")});
///     work.set(DateVariable::issued, *parse_date("1992"));
///     std::cout << work.get(Variable::title);
///
/// A work holds a few of CSL's many variables, so they are kept in short sorted vectors rather than as members.
/// What was printed where is the business of `Reference` (reference.hpp), not of a work.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citegraph/api.hpp"
#include "citegraph/date.hpp"
#include "citegraph/identifier.hpp"
#include "citegraph/name.hpp"

namespace citegraph {

/// CSL item types; `to_string` gives CSL's spelling ("article-journal").
enum class WorkType : std::uint8_t {
  document,  ///< Nothing more exact is known.
  article,
  article_journal,
  article_magazine,
  article_newspaper,
  bill,
  book,
  broadcast,
  chapter,
  dataset,
  entry,
  entry_dictionary,
  entry_encyclopedia,
  figure,
  hearing,
  interview,
  legal_case,
  legislation,
  manuscript,
  map,
  motion_picture,
  musical_score,
  pamphlet,
  paper_conference,
  patent,
  performance,
  periodical,
  personal_communication,
  post,
  post_weblog,
  regulation,
  report,
  review,
  review_book,
  software,
  song,
  speech,
  standard,
  thesis,
  treaty,
  webpage,
};

/// CSL standard and number variables in use; `to_string` gives CSL's spelling ("container-title", "DOI").
enum class Variable : std::uint8_t {
  title,
  title_short,
  container_title,
  container_title_short,
  collection_title,
  collection_number,
  volume,
  issue,
  page,
  number,
  number_of_pages,
  number_of_volumes,
  edition,
  publisher,
  publisher_place,
  event_title,
  event_place,
  genre,
  medium,
  archive,
  archive_location,
  status,
  language,
  abstract,
  keyword,
  note,
  version,
  doi,
  isbn,
  issn,
  pmid,
  pmcid,
  url,
  arxiv,  ///< Not in CSL: written under `custom`.
};

/// CSL name variables in use; `to_string` gives CSL's spelling ("container-author").
enum class NameVariable : std::uint8_t {
  author,
  editor,
  translator,
  container_author,
  collection_editor,
  recipient,
  reviewed_author
};

/// CSL date variables in use; `to_string` gives CSL's spelling ("original-date").
enum class DateVariable : std::uint8_t { issued, accessed, original_date, event_date, submitted };

/// A book, an article, a statement: its type and what is known of it, as CSL's variables.
class CITEGRAPH_API Work {
 public:
  WorkType type = WorkType::document;  ///< What kind of work it is.
  std::string key;                     ///< The citation key, where the work has one: "levine1992second".

  /// The text of a variable; empty where it is not set. The view lives until the variable is set again.
  [[nodiscard]] std::string_view get(Variable variable) const& noexcept;
  /// The names of a variable, in order; empty where it is not set.
  [[nodiscard]] std::span<const Name> get(NameVariable variable) const& noexcept;
  /// The date of a variable, or null.
  [[nodiscard]] const Date* get(DateVariable variable) const& noexcept;

  /// Sets a variable; an empty value removes it.
  void set(Variable variable, std::string text);
  /// Sets the names of a variable, in order; none removes it.
  void set(NameVariable variable, std::vector<Name> names);
  /// Sets the date of a variable; nothing removes it.
  void set(DateVariable variable, std::optional<Date> date);
  /// Sets the variable of the identifier's scheme.
  void set(const Identifier& identifier);

  /// True if `variable`'s list of names ended in "et al.".
  [[nodiscard]] bool has_others(NameVariable variable) const noexcept;
  /// Says whether the list of names ended in "et al.".
  void set_others(NameVariable variable, bool others) noexcept;

  /// What is set, sorted by variable.
  [[nodiscard]] std::span<const std::pair<Variable, std::string>> texts() const& noexcept { return texts_; }
  /// The lists of names that are set, sorted by variable.
  [[nodiscard]] std::span<const std::pair<NameVariable, std::vector<Name>>> names() const& noexcept { return names_; }
  /// The dates that are set, sorted by variable.
  [[nodiscard]] std::span<const std::pair<DateVariable, Date>> dates() const& noexcept { return dates_; }

  // Views into a work that is about to go do not compile.
  std::string_view get(Variable variable) const&& = delete;
  std::span<const Name> get(NameVariable variable) const&& = delete;
  const Date* get(DateVariable variable) const&& = delete;
  std::span<const std::pair<Variable, std::string>> texts() const&& = delete;
  std::span<const std::pair<NameVariable, std::vector<Name>>> names() const&& = delete;
  std::span<const std::pair<DateVariable, Date>> dates() const&& = delete;

  /// The year of issue, or 0.
  [[nodiscard]] int year() const noexcept;

  friend bool operator==(const Work&, const Work&) = default;

 private:
  std::vector<std::pair<Variable, std::string>> texts_;
  std::vector<std::pair<NameVariable, std::vector<Name>>> names_;
  std::vector<std::pair<DateVariable, Date>> dates_;
  std::uint8_t others_ = 0;  // one bit for each NameVariable
};

/// CSL's spelling: "article-journal".
[[nodiscard]] CITEGRAPH_API std::string_view to_string(WorkType type) noexcept;
/// CSL's spelling: "container-title", "DOI".
[[nodiscard]] CITEGRAPH_API std::string_view to_string(Variable variable) noexcept;
/// CSL's spelling: "container-author".
[[nodiscard]] CITEGRAPH_API std::string_view to_string(NameVariable variable) noexcept;
/// CSL's spelling: "original-date".
[[nodiscard]] CITEGRAPH_API std::string_view to_string(DateVariable variable) noexcept;
/// CSL's spelling to the type; nothing for an unknown one.
[[nodiscard]] CITEGRAPH_API std::optional<WorkType> parse_work_type(std::string_view csl) noexcept;

/// One line for people: "Levine, S. I. (1992). Second Chance in China. American Academy, 519(1)." Where nobody is
/// named the title comes first: "Treaty of Friendship (2001)."
[[nodiscard]] CITEGRAPH_API std::string summary(const Work& work);

}  // namespace citegraph
