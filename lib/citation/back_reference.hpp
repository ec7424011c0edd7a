// "Ibid.", "op. cit.", "n. 12 above": words that stand for a work cited before.
#pragma once

#include <cstdint>
#include <string_view>

#include "citation/tokens.hpp"

namespace citegraph::citation {

enum class BackReference : std::uint8_t {
  none,
  same_work,       // "ibid.", "ebd.": the work cited last
  same_author,     // "idem", "ders.": the author cited last
  work_of_author,  // "op. cit.", "a. a. O.": the work cited last of the author named
  work_of_note,    // "n. 12 above", "Anm. 12": the work of the author named which that note cites
};

// What begins at token `at`; `end` is then the token after it.
BackReference read_back_reference(const Body& body, std::uint32_t at, std::uint32_t& end);

// "see", "wie", "supra": may stand between the author and the number of the note.
bool points_back(std::string_view folded) noexcept;

// The number of the note that a citation as printed ends in: "12" of "Smith, supra note 12"; empty where there is none.
std::string_view note_number(std::string_view printed) noexcept;

}  // namespace citegraph::citation
