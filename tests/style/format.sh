#!/usr/bin/env bash
# Is every source laid out as .clang-format says? Mend with: cmake --build BUILD --target format
# Versions of clang-format differ in small things, so only 14 is asked; without it the test is skipped (77).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
for clang_format in clang-format-14 clang-format; do
  if command -v "$clang_format" >/dev/null && "$clang_format" --version | grep -q 'version 14\.'; then
    find include lib examples tests -name '*.hpp' -print0 -o -name '*.cpp' -print0 |
      xargs -0 -r "$clang_format" "${1:---dry-run}" -Werror
    exit
  fi
done
echo "clang-format 14 is not installed"
exit 77
