#!/usr/bin/env bash
# Holds the symbols of the shared library against those of the layers: exports.sh LIBRARY.a LIBRARY.so NM
#  - all that the shared library exports is in namespace citegraph itself or in citegraph::analysis, not in the private
#    namespaces below it;
#  - every function of namespace citegraph that is compiled into the library is exported.
set -euo pipefail
static=$1 shared=$2 nm=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C

# A function of namespace citegraph or citegraph::analysis, or a member of a class in it: no other lower-case namespace
# after "citegraph::".
ours='^(citegraph::(analysis::)?[A-Za-z_]+\(|citegraph::operator|citegraph::[A-Z][A-Za-z]*::|(vtable|typeinfo|typeinfo name) for citegraph::[A-Z])'

"$nm" -DC --defined-only "$shared" | cut -d' ' -f3- | sed 's/\[abi:[a-z0-9]*\]//; s/@@.*//' | sort -u >"$work/exported"
status=0
if grep -vE "$ours" "$work/exported" >"$work/foreign"; then
  echo "Exported, but not part of the interface:"
  cat "$work/foreign"
  status=1
fi

# Strong symbols only: inline functions are weak and need no export. Classes nested in public ones are private.
"$nm" -C --defined-only "$static" 2>/dev/null | sed -n 's/^[0-9a-f]* T //p' | sed 's/\[abi:[a-z0-9]*\]//' |
  grep -E '^citegraph::([A-Za-z_]+\(|operator|[A-Z][A-Za-z]*::[^:]*\()' | sort -u >"$work/defined"
if comm -23 "$work/defined" "$work/exported" | grep . >"$work/hidden"; then
  echo "In namespace citegraph, but not exported (without CITEGRAPH_API, or private and in need of a namespace of its own):"
  cat "$work/hidden"
  status=1
fi
echo "$(wc -l <"$work/exported") exported, $(wc -l <"$work/defined") defined"
exit $status
