#!/usr/bin/env bash
# Sets up what the browser tests need (Debian's Chromium, Node.js, and what package-lock.json names) and runs them.
# usage: tests/browser/run.sh FIGMINE
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
figmine=$(realpath "${1:?usage: tests/browser/run.sh FIGMINE}")
packages=()
command -v chromium >/dev/null || packages+=(chromium)
command -v node >/dev/null || packages+=(nodejs)
command -v npm >/dev/null || packages+=(npm)  # Node.js from elsewhere brings its own
[ ${#packages[@]} -eq 0 ] || "$root/tools/setup.sh" "${packages[@]}"
cd "$here"
[ -d node_modules ] && [ node_modules -nt package-lock.json ] || npm ci --no-audit --no-fund >&2
touch node_modules
FIGMINE=$figmine FIGMINE_SOURCE=$root exec node --test review_test.mjs
