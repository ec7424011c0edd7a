// The pages of a PDF file: what a PDF library is asked for, and all of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/pdf/word.hpp"

namespace citegraph::document::pdf {

struct Pages {
  std::vector<Page> pages;
  std::vector<std::uint32_t> broken;  // numbers, from 1, of those that could not be read; they are empty
};

// Throws Error, naming `path`, for what is no PDF, is broken beyond reading, is encrypted, or holds more than
// `most_bytes` of text.
Pages read_pages(const std::string& bytes, const std::string& path, std::uint64_t most_bytes);

}  // namespace citegraph::document::pdf
