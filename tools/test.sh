#!/usr/bin/env bash
# Sets up, builds with warnings as errors and runs every test. usage: tools/test.sh [--sanitize]
# --sanitize first builds with the address and undefined-behaviour sanitizers and runs the unit and e2e tests so.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
case "${1:-}" in
  "") sanitize=no ;;
  --sanitize) sanitize=yes ;;
  *) echo "usage: tools/test.sh [--sanitize]" >&2; exit 2 ;;
esac
"$root/tools/setup.sh"
"$root/tools/format.sh" --check
"$root/tools/build.sh" release
if [ "$sanitize" = yes ]; then
  "$root/tools/build.sh" asan
  ctest --test-dir "$root/build-asan" --output-on-failure --parallel "$(nproc)" -R '^(unit$|e2e\.)'
fi
ctest --test-dir "$root/build" --output-on-failure --parallel "$(nproc)"
