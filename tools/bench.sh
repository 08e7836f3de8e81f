#!/usr/bin/env bash
# Builds and runs the benchmarks: every stage and the whole flow beside ICU's and RE2's passes over the same text, on one core; the cost by
# length, density of figures, rules and threads; hard texts; the cold start. Writes benchmarks.md, .json and .svg into OUT.
# usage: tools/bench.sh [FOLDER-OF-ARTICLES] [OUT]     (corpus; build-bench/report)
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/tools/setup.sh" python3-matplotlib  # for /usr/bin/python3
"$root/tools/build.sh" bench figmine_bench >&2
"$root/tools/build.sh" release figmine_cli >&2
exec /usr/bin/python3 "$root/tools/bench/report.py" "$root/build-bench/tests/figmine_bench" "$root/build/figmine" "${1:-$root/corpus}" "${2:-$root/build-bench/report}"
