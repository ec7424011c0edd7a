/// \file
/// The options of every entry point, in one object.
///
///     ReadOptions options;
///     options.format = Format::markdown;
///     options.limits.bytes = 16 << 20;
///     Paper paper = read_paper("draft.txt", options);
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace citegraph {

class Model;  // model.hpp

/// How a file is written.
enum class Format : std::uint8_t { automatic, plain_text, markdown, latex, jats, tei, html, docx, pdf };

/// What a reader is willing to take on. Passing a limit throws `Error`.
struct Limits {
  std::uint64_t bytes = 256ULL << 20;  ///< Size of one file; checked before reading. Never more than 1 GiB.
};

/// Gives the bytes of a file that a document names: its bibliography, a part that LaTeX's `\\input` takes in. The path
/// is as seen from the document's folder, with "/" between its parts, and never leads out of it. Nothing where there is
/// no such file.
using CompanionReader = std::function<std::optional<std::string>(const std::string& path)>;

/// How files and texts are read; every entry point takes these.
struct ReadOptions {
  Format format = Format::automatic;   ///< `automatic`: from the file's name, else from its content.
  Limits limits;                       ///< What is refused as too large.
  std::shared_ptr<const Model> model;  ///< Labels reference strings; null: the model that is part of the library.
  CompanionReader companions;          ///< Where a document's other files come from. Empty: of a document read from a
                                       ///< file, its folder; of bytes at hand, there are none.
  unsigned threads = 0;                ///< For calls that take many inputs; 0: as many as the machine has.
};

}  // namespace citegraph
