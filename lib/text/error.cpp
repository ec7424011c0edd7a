#include "citegraph/error.hpp"

#include <utility>

namespace citegraph {
namespace {

std::string compose(std::string_view path, std::string_view message, std::uint32_t line, std::uint32_t column) {
  std::string out(path);
  if (line != 0) {
    if (!out.empty()) out += ':';
    out += std::to_string(line);
    if (column != 0) out += ':' + std::to_string(column);
  }
  if (!out.empty()) out += ": ";
  return out.append(message);
}

}  // namespace

Error::Error(std::string path, std::string_view message, std::uint32_t line, std::uint32_t column)
    : std::runtime_error(compose(path, message, line, column)), path_(std::move(path)), line_(line), column_(column) {}

}  // namespace citegraph
