#!/bin/sh
# Brings a machine to the state that `make demo` (setup.sh run), `make test` (test) or `make lint` (lint) needs.
#
# Does nothing, in well under two seconds, where everything is there already. Installs with apt on Debian 12
# (QGIS from backports) and 13, and on Ubuntu where its own archive holds QGIS 3.40 or newer. Never asks a question:
# without root it prints the one line to run and stops. A QGIS of your own is used as it is:
#   QGIS_PROCESS=/path/to/qgis_process QGIS_PYTHON=/path/to/python3 make demo
set -eu

level=${1:-run}
here=$(cd "$(dirname "$0")/.." && pwd)
oldest=3.40
python=${QGIS_PYTHON:-/usr/bin/python3}
process=${QGIS_PROCESS:-qgis_process}
# Where the system says what it is and where apt keeps its sources. Other places are for the tests of this script.
os_release=${OS_RELEASE_FILE:-/etc/os-release}
sources=${APT_SOURCES_DIR:-/etc/apt}

qgis_packages="qgis python3-qgis qgis-providers"
run_packages="python3-sklearn python3-pandas python3-scipy python3-joblib python3-plotly python3-jinja2 python3-gdal
    qttools5-dev-tools fonts-noto-cjk make"
test_packages="python3-pytest python3-hypothesis python3-venv python3-pip xvfb xauth chromium libgl1-mesa-dri
    ca-certificates zip unzip git"

say() { printf '%s\n' "$*" >&2; }

case "$level" in
    run) packages=$run_packages ;;
    test | lint) packages="$run_packages $test_packages" ;;
    *) say "usage: setup.sh run|test|lint"; exit 2 ;;
esac

os_id=unknown os_like='' os_codename=''
if [ -r "$os_release" ]; then
    # A release made from Ubuntu (Mint and others) names the Ubuntu it stands on.
    eval "$(. "$os_release" && printf "os_id='%s' os_like='%s' os_codename='%s'" \
        "${ID:-unknown}" "${ID_LIKE:-}" "${UBUNTU_CODENAME:-${VERSION_CODENAME:-}}")"
fi

# ---------------------------------------------------------------- a QGIS of the user's own, or no apt at all
check_given_qgis() {
    missing=
    command -v "$process" >/dev/null 2>&1 || missing="qgis_process (set QGIS_PROCESS=/path/to/qgis_process)"
    if command -v "$python" >/dev/null 2>&1; then
        absent=$("$python" - "$level" "$oldest" 2>/dev/null <<'PY'
import importlib.util
import sys

level, oldest = sys.argv[1:]
names = ["qgis", "osgeo", "numpy", "scipy", "pandas", "sklearn", "jinja2", "plotly"]
names += ["pytest", "hypothesis"] if level != "run" else []
absent = ["python: " + name for name in names if importlib.util.find_spec(name) is None]
if importlib.util.find_spec("qgis") is not None:
    from qgis.core import Qgis

    if tuple(map(int, Qgis.version().split("-")[0].split(".")[:2])) < tuple(map(int, oldest.split("."))):
        absent.append(f"QGIS {oldest} or newer (this is {Qgis.version()})")
print("; ".join(absent))
PY
) || absent="a Python that starts with QGIS's libraries ($python does not)"
    else
        absent="python (set QGIS_PYTHON=/path/to/the/python3/of/QGIS)"
    fi
    [ -z "$missing" ] || [ -z "$absent" ] || missing="$missing; "
    missing=$missing$absent
    [ -n "$missing" ] || return 0
    say "Missing: $missing"
    say "Needed: QGIS $oldest or newer and, in the Python that QGIS uses, scikit-learn, pandas and what is named above:"
    say "    $python -m pip install scikit-learn pandas"
    say "or, offline, from a folder of wheels:"
    say "    $python -m pip install --no-index --find-links FOLDER scikit-learn pandas"
    say "Then: QGIS_PROCESS=... QGIS_PYTHON=... make $([ "$level" = run ] && echo demo || echo "$level")"
    exit 1
}

# ---------------------------------------------------------------- apt
new_enough() { [ -n "$1" ] && [ "$(printf '%s\n%s\n' "$oldest" "$1" | sort -V | head -n 1)" = "$oldest" ]; }
plain_version() { sed 's/^[0-9]*://; s/[^0-9.].*//'; }

missing_packages() {
    # One question for all packages: this runs before every `make test`.
    # shellcheck disable=SC2086
    have=$(dpkg-query -W -f '${binary:Package} ${db:Status-Status} ${Version}\n' $qgis_packages $packages 2>/dev/null |
        awk '$2 == "installed" { sub(/:.*/, "", $1); print $1, $3 }')
    for p in $qgis_packages $packages; do
        found=$(printf '%s\n' "$have" | awk -v p="$p" '$1 == p { print $2; exit }')
        case " $qgis_packages " in
            *" $p "*) new_enough "$(printf '%s' "$found" | plain_version)" || printf '%s ' "$p" ;;
            *) [ -n "$found" ] || printf '%s ' "$p" ;;
        esac
    done
}

# Backports are switched on by copying the machine's own Debian entry with another suite: the same mirror and key as
# everything else on it, and no mirror is named here.
enable_backports() {
    suite=$os_codename-backports
    ! apt-cache policy 2>/dev/null | grep -q "n=$suite" || return 0
    for f in "$sources"/sources.list.d/*.sources; do
        [ -f "$f" ] || continue
        awk -v suite="$suite" -v name="$os_codename" '
            BEGIN { RS = ""; FS = "\n" }
            !done && $0 ~ ("(^|\n)Types:[^\n]*deb") && $0 ~ ("(^|\n)Suites:([^\n]*[ \t])?" name "([ \t\n]|$)") {
                sub(/Suites:[^\n]*/, "Suites: " suite); print; done = 1 }' "$f" \
            > "$sources/sources.list.d/backports.sources.new"
        if [ -s "$sources/sources.list.d/backports.sources.new" ]; then
            mv "$sources/sources.list.d/backports.sources.new" "$sources/sources.list.d/backports.sources"
            return 0
        fi
        rm -f "$sources/sources.list.d/backports.sources.new"
    done
    for f in "$sources"/sources.list "$sources"/sources.list.d/*.list; do
        [ -f "$f" ] || continue
        line=$(awk -v suite="$suite" -v name="$os_codename" '
            $1 == "deb" { for (i = 2; i <= NF; i++) if ($i == name) { $i = suite; print; exit } }' "$f")
        [ -n "$line" ] || continue
        printf '%s\n' "$line" > "$sources/sources.list.d/backports.list"
        return 0
    done
    say "No entry for $os_codename was found among the package sources: add $suite by hand, then run this again."
    exit 1
}

candidate() { apt-cache policy qgis 2>/dev/null | sed -n 's/^ *Candidate: *//p' | plain_version; }

ubuntu_lines() {
    say "The package sources of this system ($os_id $os_codename) have no QGIS $oldest or newer. Add QGIS's own repository"
    say "(https://qgis.org/resources/installation-guide/) by these lines, then run the same make command again:"
    say "    sudo mkdir -p /etc/apt/keyrings"
    say "    sudo wget -O /etc/apt/keyrings/qgis-archive-keyring.gpg https://download.qgis.org/downloads/qgis-archive-keyring.gpg"
    say "    printf 'Types: deb\\nURIs: https://qgis.org/ubuntu-ltr\\nSuites: $os_codename\\nComponents: main\\nSigned-By: /etc/apt/keyrings/qgis-archive-keyring.gpg\\n' | sudo tee /etc/apt/sources.list.d/qgis.sources"
    say "    sudo apt-get update"
    exit 1
}

not_root() {
    line="sh '$here/tools/setup.sh' $level"
    if command -v sudo >/dev/null 2>&1; then line="sudo $line"; else line="su -c \"$line\""; fi
    say "Some packages are missing. Run this line once, then the same make command again:   $line"
    exit 1
}

install_quietly() {
    # What apt says is shown only when it fails: a few hundred lines of unpacking help nobody.
    log=$(mktemp)
    if ! apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 "$@" </dev/null >"$log" 2>&1; then
        tail -n 30 "$log" >&2
        rm -f "$log"
        say "apt-get could not install: $*"
        exit 1
    fi
    rm -f "$log"
}

install_with_apt() {
    export DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=a
    say "Installing: $1"
    apt-get -qq -o DPkg::Lock::Timeout=300 update </dev/null
    release=
    if ! new_enough "$(candidate)"; then
        [ "$os_id" = debian ] || ubuntu_lines
        enable_backports
        apt-get -qq -o DPkg::Lock::Timeout=300 update </dev/null
        release="-t $os_codename-backports"
    fi
    # QGIS first and from the release that has it; the rest from the release of the machine.
    # shellcheck disable=SC2086
    install_quietly $release $qgis_packages
    # shellcheck disable=SC2086
    install_quietly $packages
}

prepare_with_apt() {
    need=$(missing_packages)
    [ -n "$need" ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        # An Ubuntu whose own QGIS is too old needs more than the line for root: say so at once.
        known=$(candidate)
        [ "$os_id" = debian ] || [ -z "$known" ] || new_enough "$known" || ubuntu_lines
        not_root
    fi
    install_with_apt "$need"
    need=$(missing_packages)
    [ -z "$need" ] || { say "Still missing after the installation: $need"; exit 1; }
}

# ---------------------------------------------------------------- the tools of the tests, in an environment of their own
tool_environment() {
    wanted=$here/tools/requirements-tools.txt
    ! cmp -s "$wanted" "$here/.tools/installed.txt" 2>/dev/null || return 0
    # Where the package index cannot be reached, the tests do without and do not ask it anew every time.
    [ "$level" = lint ] || ! cmp -s "$wanted" "$here/.tools/failed.txt" 2>/dev/null || return 0
    say "Making .tools (ruff, mypy, bandit, detect-secrets, pb_tool)"
    rm -rf "$here/.tools"
    mkdir -p "$here/.tools"
    log=$here/.tools/failed.log
    if "$python" -m venv "$here/.tools" >"$log" 2>&1 && "$here/.tools/bin/python" -m pip install \
        --quiet --retries 2 --disable-pip-version-check -r "$wanted" </dev/null >>"$log" 2>&1; then
        rm "$log"
        cp "$wanted" "$here/.tools/installed.txt"
    else
        cp "$wanted" "$here/.tools/failed.txt"
        say "$(tail -n 1 "$log")"
        say "They could not be had from the package index, so the tests that need them are skipped (make lint tries again)."
    fi
}

if [ -z "${QGIS_PROCESS:-}${QGIS_PYTHON:-}" ] && command -v apt-get >/dev/null 2>&1; then
    case " $os_id $os_like " in
        *" debian "* | *" ubuntu "*) prepare_with_apt ;;
        *) check_given_qgis ;;
    esac
else
    check_given_qgis
fi
# Under sudo the environment would belong to root: the next make, run by its user, makes it.
if [ "$level" != run ] && [ -z "${SUDO_USER:-}" ]; then tool_environment; fi
