#!/usr/bin/env bash
# Tries what a page says about linking, block by block: documented.sh EXTRACT_EXAMPLES PAGE SOURCE PREFIX COMPILER FOLDER
#  - a CMake block with find_package is built against the installed library, and the program of the README runs;
#  - one with add_subdirectory or FetchContent is configured, with the sources where it expects them;
#  - lines of shell blocks that begin with the compiler are run, with the installed pkg-config file.
set -euo pipefail
extract=$1 page=$2 source=$3 prefix=$4 compiler=$5 folder=$6
rm -rf "$folder"
mkdir -p "$folder"
tried=0

# A project of the block: what it leaves out of a whole file is added.
make_project() {
  local block=$1 project=$2
  "$extract" block "$source/README.md" cpp 0 "$project/my_program.cpp"
  ln -s "$source" "$project/citegraph"
  {
    if ! grep -q '^project(' "$block"; then
      echo 'cmake_minimum_required(VERSION 3.25)'
      echo 'project(my_project LANGUAGES CXX)'
      echo 'add_executable(my_program my_program.cpp)'
    fi
    cat "$block"
  } >"$project/CMakeLists.txt"
}

for ((n = 0; ; ++n)); do
  block=$folder/block-$n.cmake project=$folder/project-$n
  "$extract" block "$page" cmake $n "$block" 2>/dev/null || break
  mkdir -p "$project"
  make_project "$block" "$project"
  options=(-DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_PREFIX_PATH="$prefix")
  if grep -q FetchContent "$block"; then options+=(-DFETCHCONTENT_SOURCE_DIR_CITEGRAPH="$source"); fi
  echo "== block $n of $page"
  cmake -S "$project" -B "$project/build" "${options[@]}"
  if grep -q find_package "$block"; then
    cmake --build "$project/build"
    "$project/build/my_program" "$source/data/sample-paper.md" 2>/dev/null | grep -c digraph
  fi
  tried=$((tried + 1))
done

file=$(find "$prefix" -name citegraph.pc)
export PKG_CONFIG_PATH=${file%/*}
LD_LIBRARY_PATH=$(pkg-config --variable=libdir citegraph)
export LD_LIBRARY_PATH
mkdir -p "$folder/shell"
"$extract" block "$source/README.md" cpp 0 "$folder/shell/my_program.cpp"
for ((n = 0; ; ++n)); do
  block=$folder/block-$n.sh
  "$extract" block "$page" sh $n "$block" 2>/dev/null || break
  while IFS= read -r line; do
    echo "== $line"
    (cd "$folder/shell" && bash -euc "${line/#c++/\"$compiler\"}")
    "$folder/shell/my_program" "$source/data/sample-paper.md" 2>/dev/null | grep -c digraph
    tried=$((tried + 1))
  done < <(grep '^c++ ' "$block" || true)
done
echo "$tried ways tried"
[ $tried -gt 0 ]
