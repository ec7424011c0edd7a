// Names printed in another style: "Levine, S.I. and Marlow, T." as "S I LEVINE, T MARLOW".
#pragma once

#include <string>
#include <string_view>

#include <citegraph/name.hpp>

#include "random.hpp"

namespace training {

// One way to print the names of a reference, drawn at random; its editors are printed like its authors.
class NameStyle {
 public:
  explicit NameStyle(Random& random);
  // The list in this style. What cannot be divided into family and given names is returned as it is.
  std::string print(std::string_view names) const;

 private:
  enum class Order { family_comma, given_first, family_plain, family_comma_then_given_first };
  enum class Given { as_printed, stops_and_blanks, stops, bare, bare_and_blanks };
  std::string print_given(const citegraph::Name& name) const;

  Order order_;
  Given given_;
  bool upper_ = false;
  const char* between_;
  const char* before_last_;
  std::size_t shown_ = 99;  // of more names than these, the first is printed and "et al."
};

}  // namespace training
