#!/usr/bin/env bash
# clang-tidy over what is given (default: the library and the command), with the commands of a build folder:
#   bash tests/style/tidy.sh BUILD [FILE-OR-FOLDER...]
# Takes about a quarter of an hour for all. .clang-tidy lists the checks.
set -euo pipefail
build=$(cd "$1" && pwd)
shift
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
if [ $# -eq 0 ]; then set -- lib examples; fi
find "$@" -name '*.cpp' -print0 | sort -z | xargs -0 -r -n 4 -P "$(nproc)" clang-tidy -p "$build" --quiet --extra-arg=-Wno-unknown-warning-option
