#!/usr/bin/env bash
# As data/models/README.md says: a model of own gold references, the same twice, and read with.
#   retrain.sh TRAIN_LABELLER CITEGRAPH
set -euo pipefail
train=$1
citegraph=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Eighty references of one style, each with its spans.
awk 'BEGIN {
  split("Alder Birch Cedar Douglas Elm Fir Gorse Hazel", family)
  split("ice rain snow fog", matter)
  split("rivers lakes wells", place)
  for (i = 0; i < 80; ++i) {
    text = ""; segments = ""
    add("author", family[i % 8 + 1] ", T."); text = text " ("
    add("date", 1950 + i); text = text "). "
    add("title", "On " matter[i % 4 + 1] " and " place[i % 3 + 1]); text = text ". "
    add("container-title", "Journal of Water"); text = text ", "
    add("volume", i % 30 + 1); text = text ", "
    add("pages", 3 * i + 1 "-" 3 * i + 9); text = text "."
    printf "{\"corpus\":\"mine\",\"text\":\"%s\",\"segments\":[%s]}\n", text, segments
  }
}
function add(label, value) {
  segments = segments (segments == "" ? "" : ",") "{\"label\":\"" label "\",\"start\":" length(text)
  text = text value
  segments = segments ",\"end\":" length(text) "}"
}' > "$folder/mine.jsonl"

for name in one two; do
  "$train" --gold "$folder/mine.jsonl" --cutoff 2 --runs 1 --copies 1 --out "$folder/$name.model" 2> /dev/null
done
cmp "$folder/one.model" "$folder/two.model"

read=$(echo 'Ilex, T. (1999). On fog and lakes. Journal of Water, 12, 45-67.' |
  "$citegraph" refs - --model "$folder/one.model" --to jsonl)
for expected in '"family":"Ilex"' '"title":"On fog and lakes"' '"container-title":"Journal of Water"' '"page":"45-67"'; do
  [[ $read == *"$expected"* ]] || { echo "no $expected in: $read"; exit 1; }
done

# What is no gold is refused with its line.
echo '{"text":"Alder"' > "$folder/broken.jsonl"
if "$train" --gold "$folder/broken.jsonl" --out "$folder/none.model" 2> "$folder/error"; then exit 1; fi
grep -q 'broken.jsonl:1' "$folder/error" || { cat "$folder/error"; exit 1; }
echo "trained twice alike"
