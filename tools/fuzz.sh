#!/usr/bin/env bash
# Builds the fuzzers with clang and the sanitizers and runs each for a while on the corpus' articles, the rules and the feed's files as seeds.
# usage: tools/fuzz.sh [SECONDS]      (60 by default; what crashes is left in build-fuzz/crashes)
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
seconds=${1:-60}
"$root/tools/setup.sh" clang libclang-rt-14-dev
export CMAKE_GENERATOR=${CMAKE_GENERATOR:-Ninja}
cd "$root"
cmake --preset fuzz
cmake --build --preset fuzz --parallel "$(nproc)"
mkdir -p build-fuzz/seeds-extract build-fuzz/seeds-rules build-fuzz/seeds-feed build-fuzz/seeds-record build-fuzz/crashes
for article in corpus/dev/*.txt corpus/dev/*.html; do  # the first byte names the input's form
  printf 't%s' "$(cat "$article")" > "build-fuzz/seeds-extract/$(basename "$article")"
done
cp rules/en/*.toml build-fuzz/seeds-rules/
cp tests/fuzz/record.json build-fuzz/seeds-record/
extensions=(zip tar.gz tar txt.zst xml eml)  # as in fuzz_feed.cc
for file in tests/data/feed/*; do
  for i in "${!extensions[@]}"; do
    if [[ $file == *.${extensions[i]} ]]; then
      { printf "\\x$i"; cat "$file"; } > "build-fuzz/seeds-feed/$(basename "$file")"
    fi
  done
done
build-fuzz/tests/fuzz_extract -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 -max_len=6000 -artifact_prefix=build-fuzz/crashes/ build-fuzz/seeds-extract
build-fuzz/tests/fuzz_rules -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 -max_len=6000 -artifact_prefix=build-fuzz/crashes/ build-fuzz/seeds-rules
build-fuzz/tests/fuzz_feed -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 -max_len=20000 -artifact_prefix=build-fuzz/crashes/ build-fuzz/seeds-feed
build-fuzz/tests/fuzz_record -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 -max_len=6000 -artifact_prefix=build-fuzz/crashes/ build-fuzz/seeds-record
