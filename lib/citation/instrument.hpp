// Laws, decrees and resolutions, which are cited by kind and number: "Lei nº 13.146/2015", "Directive 95/46/EC".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace citegraph::citation {

struct Instrument {
  std::string key;      // "lei13146"; empty where the text names none
  int year = 0;         // 0: not printed
  std::size_t end = 0;  // bytes of the text up to the end of number and date

  bool empty() const noexcept { return key.empty(); }
};

// Reads the instrument with which `text` begins: its kind, at most a few words ("Complementar", "(EU)"), a number with
// or without its sign, and the year or date that may follow.
Instrument read_instrument(std::string_view text);

// The same for the first one that begins in the first 60 bytes of `text`: "BRASIL. Lei nº ...".
Instrument find_instrument(std::string_view text);

}  // namespace citegraph::citation
