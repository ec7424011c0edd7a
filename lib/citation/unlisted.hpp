// Names that the list does not know: is that a citation whose entry is missing, or none?
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "citation/dated.hpp"
#include "citation/form.hpp"
#include "citation/names.hpp"

namespace citegraph::citation {

class Unlisted {
 public:
  explicit Unlisted(const Source& source);

  // "Smith (2009)", the bracket at `bracket`.
  bool likely_narrative(const ChosenNames& names, const Dated& dated, std::uint32_t bracket);
  // "(see Smith, 2009)", what may belong to the names beginning at `floor`.
  bool likely_parenthetical(const ChosenNames& names, const NameRun& run, std::uint32_t floor,
                            const Dated& dated) const;
  // A known name without year: "in press", "in preparation".
  bool likely_undated(const ChosenNames& names, const Dated& dated) const;
  // "(Ruffini et al. 2023, in preparation)", "(J. Smith 2009, pers. comm.)": nothing that a list could hold.
  bool is_unpublished(const Dated& dated) const;

 private:
  std::string_view folded(std::uint32_t token) const;
  bool is_authority(const ChosenNames& names, const Dated& dated, std::uint32_t bracket) const;
  bool is_emphasised(std::uint32_t first, std::uint32_t end) const;
  bool is_misspelt(std::string_view name, const Dated& dated) const;
  bool is_common_word(std::uint32_t token);

  const Source& source_;
  const Body& body_;
  int oldest_ = 9999;                                               // year of the list
  std::unordered_map<std::string_view, std::uint32_t> lower_case_;  // how often each word; read when first asked for
};

}  // namespace citegraph::citation
