#!/usr/bin/env bash
# Installs what is missing, builds everything and runs every test: bash tests/run.sh [--sanitize] [--pdf]
# --sanitize: the same under AddressSanitizer and UndefinedBehaviorSanitizer. --pdf: with the reader of PDF.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/cmake/packages.sh"
build=$root/build-tests
options=(-DCMAKE_BUILD_TYPE=Release)
packages=("${build_packages[@]}" "${picture_packages[@]}" "${test_packages[@]}")
with_pdf=OFF
for argument in "$@"; do
  case $argument in
    --sanitize)
      build=$root/build-sanitize
      options=(-DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG=-O1\ -g1 -DCITEGRAPH_SANITIZE=address,undefined)
      ;;
    --pdf)
      with_pdf=ON
      packages+=("${pdf_packages[@]}")
      ;;
    *)
      echo "usage: bash tests/run.sh [--sanitize] [--pdf]" >&2
      exit 2
      ;;
  esac
done

ensure_packages "${packages[@]}"

if [ "${CI:-}" = true ]; then options+=(-DCITEGRAPH_WERROR=ON); fi
if command -v ccache >/dev/null; then options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache); fi
# Several sources compiled as one: a quarter of the time, from nothing. (The presets compile each alone.)
cmake -S "$root" -B "$build" -G Ninja -DCITEGRAPH_BUILD_TESTS=ON -DCMAKE_UNITY_BUILD=ON \
  -DCITEGRAPH_WITH_PDF=$with_pdf "${options[@]}"
cmake --build "$build" -j 2
ctest --test-dir "$build" --output-on-failure -j 2
