#!/usr/bin/env bash
# Installs the Debian 12 packages that figmine builds and tests with; does nothing where all are there.
set -euo pipefail
packages=(
  build-essential cmake ninja-build pkg-config ccache clang-format python3
  libre2-dev libicu-dev libutf8proc-dev libtomlplusplus-dev rapidjson-dev libboost-dev libcli11-dev libfmt-dev
  libgumbo-dev libmd4c-dev libcld2-dev libssl-dev libtbb-dev
  libgtest-dev libgmock-dev libvalijson-dev librapidcheck-dev libbenchmark-dev units
)
if ! command -v dpkg-query >/dev/null; then
  echo "setup: this script needs Debian's package tools; install by hand: ${packages[*]}" >&2
  exit 1
fi
missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0
echo "setup: installing ${missing[*]}" >&2
sudo=()
[ "$(id -u)" -eq 0 ] || sudo=(sudo)
"${sudo[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
