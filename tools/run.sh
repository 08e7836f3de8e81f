#!/usr/bin/env bash
# Sets up, builds and prints the facts of an article; standard output has nothing but them. usage: tools/run.sh [ARTICLE]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/tools/setup.sh" >&2
"$root/tools/build.sh" release figmine_cli >&2
exec "$root/build/figmine" extract --pretty "${1:-$root/corpus/dev/seed-retold.txt}"
