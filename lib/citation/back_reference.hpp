// "Ibid.", "op. cit.": words that stand for a work cited before.
#pragma once

#include <cstdint>

#include "citation/tokens.hpp"

namespace citegraph::citation {

enum class BackReference : std::uint8_t {
  none,
  same_work,       // "ibid.", "ebd.": the work cited last
  work_of_author,  // "op. cit.", "a. a. O.": the work cited last of the author named
};

// What begins at token `at`; `end` is then the token after it.
BackReference read_back_reference(const Body& body, std::uint32_t at, std::uint32_t& end);

}  // namespace citegraph::citation
