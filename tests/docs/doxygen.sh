#!/usr/bin/env bash
# Every public symbol has its comment: doxygen as Doxyfile says, which makes warnings errors. doxygen.sh FOLDER
# Without doxygen the test is skipped (77).
set -euo pipefail
if ! command -v doxygen >/dev/null; then
  echo "doxygen is not installed"
  exit 77
fi
mkdir -p "$1"
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
CITEGRAPH_DOCS_DIR=$1 doxygen Doxyfile
