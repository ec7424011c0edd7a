#!/usr/bin/env bash
# Fuzzes with libFuzzer (clang), under AddressSanitizer and UndefinedBehaviorSanitizer:
#   bash tests/fuzz/run.sh [SECONDS [TARGET...]]      60 seconds for each of all targets, where nothing is said
# Inputs found on the way stay in build-fuzz/corpus/TARGET, those that break something in build-fuzz/TARGET-crash-*.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$root/build-fuzz
seconds=${1:-60}
targets=("${@:2}")
with_pdf=OFF
if pkg-config --exists poppler-cpp; then with_pdf=ON; fi
if [ ${#targets[@]} -eq 0 ]; then targets=($(ls "$here/corpus" | if [ $with_pdf = ON ]; then cat; else grep -vx pdf; fi)); fi

# Bytes of an input at most. Short ones are tried more often, and a name or a reference is short.
most_bytes() {
  case $1 in
    names_and_dates) echo 128 ;;
    reference | writers) echo 384 ;;
    store) echo 192 ;;
    *) echo 2048 ;;
  esac
}

launcher=()
if command -v ccache >/dev/null; then launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache); fi
cmake -S "$root" --preset fuzz -DCMAKE_UNITY_BUILD=ON -DCITEGRAPH_WITH_PDF=$with_pdf "${launcher[@]}" >/dev/null
cmake --build "$build" -j 2 --target "${targets[@]/#/fuzz_}"

failed=()
for target in "${targets[@]}"; do
  mkdir -p "$build/corpus/$target"
  dictionary=$build/$target.dict
  cat "$here/dictionaries/words.dict" $(ls "$here/dictionaries/$target.dict" 2>/dev/null) >"$dictionary"
  echo "$target"
  "$build/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -max_len="$(most_bytes "$target")" -timeout=10 \
    -print_final_stats=1 -dict="$dictionary" -artifact_prefix="$build/$target-" \
    "$build/corpus/$target" "$here/corpus/$target" 2>"$build/$target.log" || failed+=("$target")
  grep -E 'stat::number_of_executed_units|stat::average_exec|does not hold|ERROR|SUMMARY|Test unit written' \
    "$build/$target.log" || true
done
if [ ${#failed[@]} -gt 0 ]; then
  echo "broken: ${failed[*]}"
  exit 1
fi
