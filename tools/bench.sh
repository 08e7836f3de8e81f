#!/usr/bin/env bash
# Builds and runs the benchmarks: every stage and the whole flow beside ICU's and RE2's passes over the same text, on one core;
# before them the cold start of the program.
# usage: tools/bench.sh [FOLDER-OF-ARTICLES] [Google Benchmark's flags]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/tools/setup.sh"
"$root/tools/build.sh" bench figmine_bench >&2
"$root/tools/build.sh" release figmine_cli >&2
python3 "$root/tools/cold_start.py" "$root/build/figmine" "$root/corpus"
exec "$root/build-bench/tests/figmine_bench" "$@"
