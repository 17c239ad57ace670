"""All checks that read the code without running it; the built plugin is held against the plugin site's own scanners.

python3 -m tools.lint
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tools.package import BUILD, ROOT

TOOLS = ROOT / ".tools" / ("Scripts" if os.name == "nt" else "bin")


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False
    )


def _tool(name: str, *arguments: str) -> str:
    """Run one tool; what it found, or an empty text."""
    done = _run(str(TOOLS / name), *arguments)
    return "" if done.returncode == 0 else (done.stdout + done.stderr).strip() or f"{name} ended with {done.returncode}"


def _module(name: str, *arguments: str) -> str:
    done = _run(sys.executable, "-m", name, *arguments)
    return "" if done.returncode == 0 else (done.stdout + done.stderr).strip() or f"{name} ended with {done.returncode}"


def ruff() -> str:
    return _tool("ruff", "check", "--output-format", "concise", "--cache-dir", ".cache/ruff", ".")


def layout() -> str:
    return _tool(
        "ruff", "format", "--check", "--quiet", "--output-format", "concise", "--cache-dir", ".cache/ruff", "."
    )


def mypy() -> str:
    return _tool("mypy", "--python-executable", sys.executable)


def import_rules() -> str:
    return _module("pytest", "-q", "-p", "no:cacheprovider", "tests/architecture")


def translations() -> str:
    return _module("tools.translate", "--check")


def bandit(folder: Path = BUILD) -> str:
    """Every rule that the site runs; what it lets an uploader waive must be waived in the line itself (# nosec)."""
    return _tool("bandit", "-q", "-r", "-c", "pyproject.toml", "-f", "txt", str(folder))


def detect_secrets(folder: Path = BUILD) -> str:
    """All detectors, nothing looked up in the network; metadata.txt is left out as on the site."""
    arguments = ("scan", "--all-files", "--no-verify", "--exclude-files", r"metadata\.txt$", ".")
    done = subprocess.run(
        [str(TOOLS / "detect-secrets"), *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        return done.stderr.strip()
    found = json.loads(done.stdout)["results"]
    return "\n".join(
        f"{name}:{one['line_number']}: {one['type']}" for name, results in sorted(found.items()) for one in results
    )


STEPS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("ruff", ruff),
    ("ruff format (make format mends it)", layout),
    ("mypy (analysis)", mypy),
    ("import rules", import_rules),
    ("translations", translations),
    ("bandit (built plugin)", bandit),
    ("detect-secrets (built plugin)", detect_secrets),
)


def main() -> int:
    if not (TOOLS / "ruff").is_file():
        print("The tools are missing: run `make setup-test` where the package index can be reached.", file=sys.stderr)
        return 1
    failed = 0
    for title, step in STEPS:
        found = step()
        print(f"{'FAIL' if found else 'ok  '}  {title}", flush=True)
        if found:
            print(found)
            failed += 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
