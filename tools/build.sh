#!/usr/bin/env bash
# Configures a preset and builds it. usage: tools/build.sh PRESET [TARGET]
# Both README commands come through here with the same flags, so that the second recompiles nothing. Warnings are errors: the
# compiler is the one that setup.sh installs.
set -euo pipefail
preset=${1:?usage: tools/build.sh PRESET [TARGET]}
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export CMAKE_GENERATOR=${CMAKE_GENERATOR:-Ninja}  # a folder that is configured already keeps its generator
cmake --preset "$preset" -DFIGMINE_TESTS=ON -DFIGMINE_WERROR=ON
cmake --build --preset "$preset" --parallel "$(nproc)" ${2:+--target "$2"}
