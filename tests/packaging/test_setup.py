"""tools/setup.sh on machines of many kinds, played by a made-up os-release and stubs of apt and dpkg on PATH."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tools.package import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell script")

DEBIAN_12 = 'ID=debian\nVERSION_CODENAME=bookworm\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n'
DEBIAN_13 = "ID=debian\nVERSION_CODENAME=trixie\n"
UBUNTU = "ID=ubuntu\nID_LIKE=debian\nVERSION_CODENAME=noble\nUBUNTU_CODENAME=noble\n"
MINT = 'ID=linuxmint\nID_LIKE="ubuntu debian"\nVERSION_CODENAME=wilma\nUBUNTU_CODENAME=noble\n'
FEDORA = "ID=fedora\n"

DPKG = """#!/bin/sh
shift 3  # dpkg-query -W -f FORMAT name...
for name; do grep "^$name " "$STATE/installed" || true; done
"""
APT_CACHE = """#!/bin/sh
backports=$(cat "$SOURCES"/sources.list.d/backports.* 2>/dev/null | grep -c backports)
case "$*" in
    *qgis*) printf 'qgis:\\n  Installed: (none)\\n  Candidate: %s\\n' "$(cat "$STATE/candidate")" ;;
    *) [ "$backports" = 0 ] || echo 'release o=Debian,n=bookworm-backports' ;;
esac
"""
APT_GET = """#!/bin/sh
echo "$*" >> "$STATE/calls"
case "$*" in
    *update*) exit 0 ;;
esac
[ ! -f "$STATE/broken" ] || { echo "E: Unable to fetch some archives" >&2; exit 100; }
version=$(cat "$STATE/candidate"); case "$*" in *backports*) version=1:3.40.6+dfsg-1~bpo12 ;; esac
for name; do
    case "$name" in
        -* | *=* | install | *backports) ;;
        *) grep -q "^$name " "$STATE/installed" || echo "$name installed $version" >> "$STATE/installed" ;;
    esac
done
"""


@dataclass
class Machine:
    """A made-up machine: its system, what is installed, who runs the script."""

    root: Path
    release: str
    candidate: str = "3.22.16+dfsg-2"
    root_user: bool = True
    apt: bool = True
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.bin, self.state, self.sources = self.root / "bin", self.root / "state", self.root / "apt"
        for folder in (self.bin, self.state, self.sources / "sources.list.d", self.root / "한글 clone" / "tools"):
            folder.mkdir(parents=True)
        (self.root / "os-release").write_text(self.release, encoding="utf-8")
        (self.state / "installed").write_text("", encoding="utf-8")
        (self.state / "calls").write_text("", encoding="utf-8")
        (self.state / "candidate").write_text(self.candidate, encoding="utf-8")
        stubs = {"id": f"#!/bin/sh\necho {0 if self.root_user else 1000}\n", "sudo": "#!/bin/sh\nexit 99\n"}
        if self.apt:
            stubs |= {"dpkg-query": DPKG, "apt-cache": APT_CACHE, "apt-get": APT_GET}
        for name, text in stubs.items():
            (self.bin / name).write_text(text, encoding="utf-8")
            (self.bin / name).chmod(0o755)
        for name in ("sh", "awk", "sed", "grep", "sort", "head", "tail", "cat", "mv", "rm", "mktemp", "dirname", "cmp"):
            program = next(Path(p) / name for p in ("/usr/bin", "/bin") if (Path(p) / name).exists())
            (self.bin / name).symlink_to(program)
        self.script = self.root / "한글 clone" / "tools" / "setup.sh"
        self.script.write_text((ROOT / "tools" / "setup.sh").read_text(encoding="utf-8"), encoding="utf-8")

    def run(self, level: str = "run") -> subprocess.CompletedProcess[str]:
        environment = {
            "PATH": str(self.bin),
            "STATE": str(self.state),
            "SOURCES": str(self.sources),
            "OS_RELEASE_FILE": str(self.root / "os-release"),
            "APT_SOURCES_DIR": str(self.sources),
            "TMPDIR": str(self.root),
            "SUDO_USER": "somebody",  # leaves the environment of the tools out, which needs the package index
            **self.environment,
        }
        return subprocess.run(
            ["/bin/sh", str(self.script), level],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    @property
    def calls(self) -> list[str]:
        return (self.state / "calls").read_text(encoding="utf-8").splitlines()


ONE_LINE = "# a comment\ndeb [arch=amd64] http://mirror.example/debian bookworm main contrib\ndeb-src http://x y z\n"
DEB822 = (
    "Types: deb\nURIs: http://mirror.example/security\nSuites: bookworm-security\nComponents: main\n\n"
    "Types: deb\nURIs: http://mirror.example/debian\nSuites: bookworm bookworm-updates\nComponents: main\n"
    "Signed-By: /usr/share/keyrings/key.gpg\n"
)


def test_debian_12_takes_qgis_from_backports_by_its_own_one_line_entry(tmp_path: Path) -> None:
    machine = Machine(tmp_path, DEBIAN_12)
    (machine.sources / "sources.list").write_text(ONE_LINE, encoding="utf-8")
    done = machine.run()
    assert done.returncode == 0, done.stderr
    added = (machine.sources / "sources.list.d" / "backports.list").read_text(encoding="utf-8")
    assert added.split() == [
        "deb",
        "[arch=amd64]",
        "http://mirror.example/debian",
        "bookworm-backports",
        "main",
        "contrib",
    ]
    installs = [call for call in machine.calls if call.startswith("install")]
    assert "-t bookworm-backports" in installs[0] and "python3-qgis" in installs[0]
    assert "backports" not in installs[1] and "python3-sklearn" in installs[1]
    assert "python3-pytest" not in installs[1]


def test_debian_12_by_its_own_deb822_entry(tmp_path: Path) -> None:
    machine = Machine(tmp_path, DEBIAN_12)
    (machine.sources / "sources.list.d" / "debian.sources").write_text(DEB822, encoding="utf-8")
    assert machine.run().returncode == 0
    added = (machine.sources / "sources.list.d" / "backports.sources").read_text(encoding="utf-8").splitlines()
    assert "URIs: http://mirror.example/debian" in added
    assert "Suites: bookworm-backports" in added
    assert "Signed-By: /usr/share/keyrings/key.gpg" in added
    assert not any("security" in line for line in added)


def test_debian_12_without_an_entry_says_so(tmp_path: Path) -> None:
    done = Machine(tmp_path, DEBIAN_12).run()
    assert done.returncode == 1
    assert "bookworm-backports" in done.stderr


def test_debian_13_needs_no_backports(tmp_path: Path) -> None:
    machine = Machine(tmp_path, DEBIAN_13, candidate="3.40.6+dfsg-1")
    done = machine.run("test")
    assert done.returncode == 0, done.stderr
    assert not any("backports" in call for call in machine.calls)
    assert any("python3-pytest" in call for call in machine.calls)


def test_the_second_run_does_nothing_and_is_quick(tmp_path: Path) -> None:
    machine = Machine(tmp_path, DEBIAN_13, candidate="3.40.6+dfsg-1")
    machine.run("test")
    before = machine.calls
    start = time.monotonic()
    done = machine.run("test")
    assert time.monotonic() - start < 2
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert machine.calls == before


def test_an_old_qgis_is_not_enough(tmp_path: Path) -> None:
    machine = Machine(tmp_path, DEBIAN_13, candidate="3.40.6+dfsg-1")
    machine.run()
    installed = machine.state / "installed"
    installed.write_text(
        installed.read_text(encoding="utf-8").replace("qgis installed 3.40.6", "qgis installed 3.22.16"),
        encoding="utf-8",
    )
    done = machine.run()
    assert done.returncode == 1  # the stub of apt leaves the old one: said, not passed over
    assert "Still missing" in done.stderr and "qgis" in done.stderr


@pytest.mark.parametrize("release", [UBUNTU, MINT])
@pytest.mark.parametrize("root_user", [True, False])
def test_ubuntu_without_it_prints_the_lines_and_adds_nothing(tmp_path: Path, release: str, root_user: bool) -> None:
    machine = Machine(tmp_path, release, candidate="3.34.4+dfsg-1", root_user=root_user)
    done = machine.run("test")
    assert done.returncode == 1
    assert "qgis.org/ubuntu-ltr" in done.stderr and "Suites: noble" in done.stderr
    assert list((machine.sources / "sources.list.d").iterdir()) == []
    assert not any(call.startswith("install") for call in machine.calls)


def test_ubuntu_with_it_installs(tmp_path: Path) -> None:
    machine = Machine(tmp_path, UBUNTU, candidate="1:3.44.1+28noble")
    assert machine.run().returncode == 0
    assert any("qgis" in call for call in machine.calls)


@pytest.mark.parametrize(("release", "candidate"), [(DEBIAN_12, "3.22.16"), (UBUNTU, "(none)")])
def test_without_root_one_line_is_printed(tmp_path: Path, release: str, candidate: str) -> None:
    machine = Machine(tmp_path, release, candidate=candidate, root_user=False)
    done = machine.run("test")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert f"sudo sh '{machine.script}' test" in done.stderr
    assert machine.calls == []


def test_a_failed_installation_shows_what_apt_said(tmp_path: Path) -> None:
    machine = Machine(tmp_path, DEBIAN_13, candidate="3.40.6")
    (machine.state / "broken").write_text("", encoding="utf-8")
    done = machine.run()
    assert done.returncode == 1
    assert "Unable to fetch" in done.stderr


@pytest.mark.parametrize("apt", [True, False])
def test_other_systems_are_told_what_is_missing(tmp_path: Path, apt: bool) -> None:
    done = Machine(tmp_path, FEDORA, apt=apt, environment={"QGIS_PYTHON": "no-python"}).run()
    assert done.returncode == 1
    assert "QGIS_PROCESS=" in done.stderr and "QGIS_PYTHON=" in done.stderr
    assert "--no-index --find-links" in done.stderr


def test_a_given_qgis_is_used_and_checked(qgis_app, tmp_path: Path) -> None:
    (tmp_path / "qgis_process").write_text("#!/bin/sh\n", encoding="utf-8")
    (tmp_path / "qgis_process").chmod(0o755)
    given = {"QGIS_PROCESS": str(tmp_path / "qgis_process"), "QGIS_PYTHON": sys.executable}
    done = Machine(tmp_path / "m", FEDORA, environment={**os.environ, **given, "SUDO_USER": "somebody"}).run("test")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_given_python_without_the_libraries_is_refused(tmp_path: Path) -> None:
    bare = tmp_path / "bare-python"
    bare.write_text(f'#!/bin/sh\nexec "{sys.executable}" -I -S "$@"\n', encoding="utf-8")
    bare.chmod(0o755)
    done = Machine(tmp_path / "m", DEBIAN_12, environment={"QGIS_PYTHON": str(bare)}).run()
    assert done.returncode == 1
    assert "sklearn" in done.stderr


def test_an_unknown_level_is_refused(tmp_path: Path) -> None:
    assert Machine(tmp_path, DEBIAN_13).run("everything").returncode == 2


def test_this_machine_is_ready_in_under_two_seconds() -> None:
    start = time.monotonic()
    done = subprocess.run(["sh", "tools/setup.sh", "run"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert time.monotonic() - start < 2
    assert done.returncode == 0, done.stderr


def test_no_mirror_is_named() -> None:
    text = (ROOT / "tools" / "setup.sh").read_text(encoding="utf-8")
    assert "deb.debian.org" not in text
    assert "archive.ubuntu.com" not in text


PYTHON = """#!/bin/sh
case "$*" in
    "-m venv "*) mkdir -p "$3/bin"; cp "$0" "$3/bin/python" ;;
    "-m pip "*) echo pip >> "$STATE/calls"; [ -f "$STATE/index" ] || { echo "no such host"; exit 1; } ;;
esac
"""


@pytest.fixture
def given(tmp_path: Path) -> Machine:
    """A machine with a QGIS of its own, whose Python only writes down what it is asked; no package index yet."""
    machine = Machine(tmp_path, FEDORA)
    (machine.script.parent / "requirements-tools.txt").write_text("ruff==1\n", encoding="utf-8")
    for name, text in {"my-python": PYTHON, "my-qgis": "#!/bin/sh\n"}.items():
        (machine.bin / name).write_text(text, encoding="utf-8")
        (machine.bin / name).chmod(0o755)
    for name in ("mkdir", "cp"):
        (machine.bin / name).symlink_to(f"/bin/{name}")
    machine.environment.update(QGIS_PYTHON="my-python", QGIS_PROCESS="my-qgis", SUDO_USER="")
    return machine


def test_the_tools_are_made_once_and_anew_when_others_are_wanted(given: Machine) -> None:
    (given.state / "index").touch()
    for _ in range(2):
        assert given.run("test").returncode == 0
    assert given.calls == ["pip"]
    (given.script.parent / "requirements-tools.txt").write_text("ruff==2\n", encoding="utf-8")
    assert given.run("test").returncode == 0
    assert given.calls == ["pip", "pip"]


def test_without_the_package_index_the_tests_go_on_and_lint_tries_again(given: Machine) -> None:
    done = given.run("test")
    assert done.returncode == 0
    assert "no such host" in done.stderr and "skipped" in done.stderr
    assert given.run("test").stderr == ""
    assert given.calls == ["pip"]
    (given.state / "index").touch()
    assert given.run("lint").returncode == 0
    assert given.calls == ["pip", "pip"]
    assert (given.script.parents[1] / ".tools" / "installed.txt").is_file()


def test_a_demo_needs_no_tools(given: Machine) -> None:
    assert given.run("run").returncode == 0
    assert given.calls == []
