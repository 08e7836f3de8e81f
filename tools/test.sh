#!/usr/bin/env bash
# Sets up, builds with warnings as errors and runs every test. usage: tools/test.sh [--sanitize]
# --sanitize also builds with the address and undefined-behaviour sanitizers and runs the unit tests so.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
sanitize=no
[ "${1:-}" = --sanitize ] && sanitize=yes
"$root/tools/setup.sh"
"$root/tools/format.sh" --check
cmake -S "$root" -B "$root/build" -G Ninja -DFIGMINE_TESTS=ON -DFIGMINE_WERROR=ON
cmake --build "$root/build"
if [ "$sanitize" = yes ]; then
  cmake -S "$root" -B "$root/build-asan" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DFIGMINE_WERROR=ON \
    -DCMAKE_CXX_FLAGS="-O1 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer"
  cmake --build "$root/build-asan" --target unit_tests
  ctest --test-dir "$root/build-asan" --output-on-failure -R '^unit$'
fi
ctest --test-dir "$root/build" --output-on-failure
