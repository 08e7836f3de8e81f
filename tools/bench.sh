#!/usr/bin/env bash
# Builds and runs the benchmarks: every stage and the whole flow beside ICU's and RE2's passes over the same text, on one core.
# usage: tools/bench.sh [FOLDER-OF-ARTICLES] [Google Benchmark's flags]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/tools/setup.sh"
"$root/tools/build.sh" bench figmine_bench >&2
exec "$root/build-bench/tests/figmine_bench" "$@"
