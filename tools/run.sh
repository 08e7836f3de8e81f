#!/usr/bin/env bash
# Sets up, builds and prints the facts of an article. usage: tools/run.sh [ARTICLE]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
article=${1:-$root/corpus/dev/seed-retold.txt}
"$root/tools/setup.sh"
cmake -S "$root" -B "$root/build" -G Ninja -DFIGMINE_TESTS=OFF >&2
cmake --build "$root/build" --target figmine_cli >&2
exec "$root/build/figmine" extract --pretty "$article"
