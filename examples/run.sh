#!/usr/bin/env bash
# Installs what is missing, builds citegraph and runs it on a paper: bash examples/run.sh [PAPER]
# Without a paper it reads the sample paper. The results go to out/ beside this folder.
set -euo pipefail
if [ $# -gt 1 ] || [[ "${1:-}" = -?* ]]; then
  echo "usage: bash examples/run.sh [PAPER]" >&2
  exit 2
fi
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
here() { printf '%s' "${1#"$PWD"/}"; } # as seen from where the user is
paper=${1:-$(here "$root/data/sample-paper.md")}
if [ ! -f "$paper" ] || [ ! -r "$paper" ]; then
  echo "run.sh: cannot read $paper" >&2
  exit 2
fi

. "$root/cmake/packages.sh"
ensure_packages "${build_packages[@]}" "${picture_packages[@]}"

build=$root/build
log=$root/.build.log
fail() {
  cat "$log" >&2
  echo "run.sh: the build failed; what it said is above and in $(here "$log")" >&2
  exit 2
}
cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_UNITY_BUILD=ON >"$log" 2>&1 || fail
compile=(cmake --build "$build" --parallel "$(nproc 2>/dev/null || echo 2)" --target citegraph_command)
if [ ! -x "$build/bin/citegraph" ]; then echo "Building citegraph: some minutes the first time, seconds from then on"; fi
if [ -t 1 ]; then
  NINJA_STATUS='%f of %t files, %es  ' "${compile[@]}" || exit 2
else
  "${compile[@]}" >"$log" 2>&1 || fail
fi
rm -f "$log"

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
result() { printf '  %-32s %s\n' "$(here "$1")" "$2"; }
result "$name.bib" "its reference list as a bibliography"
result "$name.json" "references, citations, links and findings, for programs"
result "$name.dot" "its graph, for GraphViz"
if [ -e "$name.svg" ]; then result "$name.svg" "the graph as a picture: open it in a browser"; fi
echo "The command is $(here "$build/bin/citegraph"); --help says what else it does."
