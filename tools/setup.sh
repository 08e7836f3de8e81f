#!/usr/bin/env bash
# Installs the Debian 12 packages that figmine builds and tests with, and those named as arguments; does nothing where all are there.
set -euo pipefail
packages=(
  build-essential cmake ninja-build pkg-config ccache clang-format python3
  libre2-dev libicu-dev libutf8proc-dev libtomlplusplus-dev rapidjson-dev libboost-dev libcli11-dev libfmt-dev
  libgumbo-dev libmd4c-dev libcld2-dev nettle-dev libmimalloc-dev
  libtbb-dev libarchive-dev poppler-utils libgmime-3.0-dev libpugixml-dev libcpp-httplib-dev prometheus-cpp-dev libsqlite3-dev libxlsxwriter-dev libxxhash-dev
  libgtest-dev libgmock-dev libvalijson-dev librapidcheck-dev libbenchmark-dev units
  "$@"
)
if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  echo "setup: no apt-get here; install what these Debian packages hold by hand: ${packages[*]}" >&2
  exit 1
fi
missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0
as_root=(env DEBIAN_FRONTEND=noninteractive)
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "setup: no sudo here; as root, run: apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo "${as_root[@]}")
fi
echo "setup: installing ${missing[*]}" >&2
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"
