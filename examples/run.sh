#!/usr/bin/env bash
# Installs what is missing, builds citegraph and runs it on a paper: bash examples/run.sh [PAPER]
# The results go to out/ beside this folder.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
paper=${1:-$root/data/sample-paper.md}
if [ ! -r "$paper" ]; then
  echo "run.sh: cannot read $paper" >&2
  exit 2
fi

. "$root/cmake/packages.sh"
ensure_packages "${build_packages[@]}" "${picture_packages[@]}"

build=$root/build
cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release >"$root/.build.log" 2>&1 || { cat "$root/.build.log" >&2; exit 2; }
echo "Building citegraph (a few minutes the first time) ..."
cmake --build "$build" -j 2 --target citegraph_command >"$root/.build.log" 2>&1 || { cat "$root/.build.log" >&2; exit 2; }
rm -f "$root/.build.log"

out=$root/out
name=$(basename "$paper")
name=$out/${name%.*}
mkdir -p "$out"
"$build/bin/citegraph" read "$paper" --to text --to json="$name.json" --to biblatex="$name.bib" --to dot="$name.dot"
if command -v dot >/dev/null; then
  dot -Tsvg "$name.dot" -o "$name.svg"
else
  echo "(no picture: GraphViz is not installed)"
fi

echo
echo "Results:"
for result in "$name.bib" "$name.json" "$name.dot" "$name.svg"; do
  if [ -e "$result" ]; then echo "  $result"; fi
done
