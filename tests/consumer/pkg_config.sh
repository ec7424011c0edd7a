#!/usr/bin/env bash
# Builds the program against an installed library by pkg-config and runs it: pkg_config.sh PREFIX COMPILER SOURCE PROGRAM PAPER
set -euo pipefail
prefix=$1 compiler=$2 source=$3 program=$4 paper=$5
file=$(find "$prefix" -name citegraph.pc)
export PKG_CONFIG_PATH=${file%/*}
library=$(pkg-config --variable=libdir citegraph)
flags=$(pkg-config --cflags --libs citegraph)
echo "$compiler -std=c++20 $source $flags"
# shellcheck disable=SC2086  # several words are meant
"$compiler" -std=c++20 "$source" $flags -o "$program"
LD_LIBRARY_PATH=$library "$program" "$paper"
