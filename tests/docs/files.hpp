// Files of the documentation as lines and as fenced blocks.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

inline std::vector<std::string> lines_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

/// A block between ``` and ```.
struct Fence {
  std::string language;
  std::string text;            ///< With its line ends.
  std::size_t first_line = 0;  ///< In the file, from 1.
};

inline std::vector<Fence> fences_of(const std::filesystem::path& path) {
  const std::vector<std::string> lines = lines_of(path);
  std::vector<Fence> fences;
  bool inside = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].starts_with("```")) {
      inside = !inside;
      if (inside) fences.push_back({lines[i].substr(3), "", i + 2});
    } else if (inside) {
      fences.back().text += lines[i] + '\n';
    }
  }
  return fences;
}

/// The pages for people: those of the root and of docs/, and every README.
inline std::vector<std::filesystem::path> pages_of(const std::filesystem::path& root) {
  namespace fs = std::filesystem;
  std::vector<fs::path> pages;
  for (const fs::directory_entry& entry : fs::directory_iterator(root))
    if (entry.path().extension() == ".md") pages.push_back(entry.path());
  for (const char* folder : {"docs", "data", "tests", "examples", "lib"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / folder)) {
      const bool page =
          folder == std::string("docs") ? entry.path().extension() == ".md" : entry.path().filename() == "README.md";
      if (page) pages.push_back(entry.path());
    }
  }
  std::sort(pages.begin(), pages.end());
  return pages;
}
