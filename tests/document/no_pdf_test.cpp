// PDF where the library is built without it.
#include <gtest/gtest.h>

#include "citegraph/document.hpp"
#include "citegraph/error.hpp"

namespace citegraph::document {
namespace {

TEST(NoPdf, AFileSaysWhichOptionItNeeds) {
  try {
    (void)parse_document("%PDF-1.4\n", "a.txt");
    FAIL();
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("-DCITEGRAPH_WITH_PDF=ON"), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace citegraph::document
