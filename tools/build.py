"""Builds the plugin: build/seo_district_plugin, on request the zip for the plugin manager or a copy in a QGIS profile.

python3 -m tools.build [--zip] [--deploy [--profile NAME | --plugins-dir FOLDER]]
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from tools import deploy, lrelease, package, zip_rules


def build(root: Path = package.ROOT) -> dict[str, Path]:
    """Bring build/ up to date and return its files as :func:`tools.package.manifest` does."""
    for source in lrelease.compile_all(root / package.PACKAGE / "i18n"):
        print(
            f"No lrelease was found to compile {source.name}: this build has no texts in that language. "
            "On Debian and Ubuntu: apt-get install qttools5-dev-tools; elsewhere name it by LRELEASE=",
            file=sys.stderr,
        )
    files = package.manifest(root)
    target = root / "build" / package.PACKAGE
    changed = package.sync(files, target)
    if changed:
        print(f"{target.relative_to(root)}: {len(files)} files, {changed} of them new or removed")
    return {name: target / name for name in files}


def make_zip(files: dict[str, Path]) -> Path:
    """Write the zip of this version and hold it against the rules of the plugin site."""
    target = package.DIST / f"{package.PACKAGE}-{package.version(files['metadata.txt'])}.zip"
    package.write_zip(files, target)
    problems = zip_rules.problems(target)
    if problems:
        target.unlink()
        raise package.PackageError("The plugin site would refuse the zip:\n  " + "\n  ".join(problems))
    return target


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--zip", action="store_true", help="write dist/seo_district_plugin-VERSION.zip")
    parser.add_argument("--deploy", action="store_true", help="copy the plugin into a QGIS profile")
    parser.add_argument("--profile", default="default", help="name of the profile")
    parser.add_argument("--plugins-dir", default="", help="a plugins folder, instead of a profile")
    asked = parser.parse_args(arguments)
    try:
        files = build()
        if asked.zip:
            written = make_zip(files)
            print(f"{written.relative_to(package.ROOT)}: {written.stat().st_size:,} bytes")
        if asked.deploy:
            given = Path(asked.plugins_dir).expanduser() if asked.plugins_dir else None
            target = deploy.deploy(files, given or deploy.plugins_folder(asked.profile or "default", os.environ))
            print(f"The plugin is in {target}. In QGIS: Plugins > Manage and Install Plugins > Installed.")
    except (package.PackageError, OSError) as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
