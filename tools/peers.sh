#!/bin/sh
# Makes .peers, the environment of the programs that `make bench` compares with. It shares nothing with QGIS's Python:
# the peers want newer libraries than QGIS can load. benchmarks/ runs them as programs of their own and exchanges files.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
python=${PYTHON:-/usr/bin/python3}
wanted=$here/benchmarks/requirements-peers.txt

[ -f "$wanted" ] || exit 0
if cmp -s "$wanted" "$here/.peers/installed.txt" 2>/dev/null; then exit 0; fi
printf 'Making .peers from benchmarks/requirements-peers.txt (a few minutes, once)\n' >&2
rm -rf "$here/.peers"
"$python" -m venv "$here/.peers"
if "$here/.peers/bin/python" -m pip install -q --disable-pip-version-check --only-binary :all: -r "$wanted" </dev/null; then
    cp "$wanted" "$here/.peers/installed.txt"
else
    printf 'The peers could not be had from the package index: the tables will lack their columns.\n' >&2
fi
