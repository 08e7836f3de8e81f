#!/usr/bin/env bash
# Formats the C++ sources by .clang-format, or with --check says which are not formatted.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
mode=(-i)
[ "${1:-}" = --check ] && mode=(--dry-run --Werror)
find "$root/src" "$root/tests" \( -name '*.cc' -o -name '*.h' \) -print0 | xargs -0r clang-format "${mode[@]}"
