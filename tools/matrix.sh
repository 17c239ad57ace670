#!/bin/sh
# Runs the tests in a Debian 13 of their own (a chroot in .matrix) with the QGIS of its backports, 3.44 or newer.
# The chroot is made once (some three minutes, 2 GB) and kept; `rm -rf .matrix` makes the next run start anew (MATRIX_DIR=
# puts it elsewhere).
# Needs root, debootstrap and unshare. The packages come from the sources of this machine.
#     make test-matrix TESTS=tests/algorithms
set -eu

suite=trixie
here=$(cd "$(dirname "$0")/.." && pwd)
base=${MATRIX_DIR:-$here/.matrix}
root=$base/$suite
inside=/root/checkout

say() { printf '%s\n' "$*" >&2; }

missing=
for program in debootstrap unshare chroot tar; do
    command -v "$program" >/dev/null 2>&1 || missing="$missing $program"
done
if [ "$(id -u)" -ne 0 ] || [ -n "$missing" ]; then
    say "make test-matrix needs root${missing:+ and:$missing} (Debian: apt-get install debootstrap util-linux)"
    exit 1
fi

# The mirror that this machine itself uses for Debian; none is named here.
mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Origin: Debian' 2>/dev/null |
    grep -v security | head -n 1)
[ -n "$mirror" ] || { say "No Debian mirror was found among the package sources of this machine."; exit 1; }

# Mounts live in a namespace of their own and vanish with it: nothing is left mounted, however this ends.
enter() {
    unshare --mount --fork sh -c '
        root=$1; shift
        mount --make-rprivate / 2>/dev/null || true
        mount -t proc proc "$root/proc"
        mount --rbind /sys "$root/sys"
        mount --rbind /dev "$root/dev"
        exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
            chroot "$root" "$@"' enter "$root" "$@" </dev/null
}

if [ ! -f "$root/ready" ]; then
    say "Making a Debian 13 in .matrix (once)"
    rm -rf --one-file-system "$root"
    mkdir -p "$root"
    debootstrap --variant=minbase --include=ca-certificates,make "$suite" "$root" "$mirror" >"$base/log" 2>&1 ||
        { tail -n 20 "$base/log" >&2; exit 1; }
    printf 'deb %s %s-backports main\n' "$mirror" "$suite" >"$root/etc/apt/sources.list.d/backports.list"
    cp -L /etc/resolv.conf "$root/etc/resolv.conf"
    # This machine may trust certificates of its own, which the package index needs.
    cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
    enter apt-get -qq update
    enter apt-get install -y -qq --no-install-recommends -t "$suite-backports" qgis python3-qgis qgis-providers \
        >"$base/log" 2>&1 || { tail -n 20 "$base/log" >&2; exit 1; }
    touch "$root/ready"
fi

rm -rf "$root$inside.new"
mkdir -p "$root$inside" "$root$inside.new"
[ ! -d "$root$inside/.tools" ] || mv "$root$inside/.tools" "$root$inside.new/.tools"
rm -rf "$root$inside"
mv "$root$inside.new" "$root$inside"
(cd "$here" && tar -cf - --exclude=./.matrix --exclude=./.tools --exclude=./.peers --exclude=./.git --exclude=./build \
    --exclude=./dist --exclude=./demo --exclude=./.cache .) | tar -xf - -C "$root$inside"
say "Testing in Debian 13 with QGIS $(enter dpkg-query -W -f '${Version}' qgis)"
enter make -C "$inside" test "TESTS=${TESTS:-tests}" "PYTEST_OPTIONS=${PYTEST_OPTIONS:-}"
