"""`run.py lock`: renews the lock files from pyproject.toml and package.json."""

import argparse
import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from tools.environment import PYTHON, ROOT
from tools.front_end import find_npm

NPM_LOCK = ROOT / "package-lock.json"
LOCKS: dict[str, list[str]] = {
    "requirements.lock": ["pyproject.toml"],
    "requirements-test.lock": ["pyproject.toml", "--group", "test", "--constraint", "requirements.lock"],
    "requirements-node.lock": ["--group", "node"],
    "requirements-installer.lock": ["--group", "installer"],
}
# A lock that names a registry or a folder would work on one machine only, and tell about it.
ADDRESS = re.compile(r"https?://|file:|find-links|index-url|(^|\s)/[a-z]", re.MULTILINE)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Versions stay unless they are asked to move."""
    parser.add_argument("--upgrade", action="store_true", help="move to the newest versions that pyproject.toml allows")


def run(options: argparse.Namespace) -> int:
    """Renews all of them."""
    for name, sources in LOCKS.items():
        resolve(name, sources, upgrade=options.upgrade)
        print(name)
    resolve_npm()
    print(NPM_LOCK.name)
    return 0


def resolve(name: str, sources: list[str], *, upgrade: bool) -> None:
    """Writes one lock file, and refuses one that holds an address."""
    command = [str(PYTHON), "-m", "uv", "pip", "compile", *sources, "--output-file", name, "--quiet"]
    command += ["--universal", "--python-version", "3.11", "--generate-hashes"]
    command += ["--no-header", "--no-emit-index-url", "--no-emit-find-links"]
    if upgrade:
        command.append("--upgrade")
    subprocess.run(command, cwd=ROOT, check=True, env=os.environ | {"UV_PYTHON_DOWNLOADS": "never"})
    refuse_addresses(ROOT / name)


def resolve_npm() -> None:
    """Writes package-lock.json without the addresses npm likes to add."""
    # Away from node_modules: npm would carry over what happens to lie there.
    with tempfile.TemporaryDirectory() as scratch:
        for file in (ROOT / "package.json", NPM_LOCK):
            if file.exists():
                shutil.copy(file, scratch)
        command = [find_npm(), "install", "--package-lock-only", "--ignore-scripts", "--silent"]
        subprocess.run(command, cwd=scratch, check=True)
        lock = json.loads((Path(scratch) / NPM_LOCK.name).read_text(encoding="utf-8"))
    for package in lock["packages"].values():
        package.pop("resolved", None)
        package.pop("funding", None)
    NPM_LOCK.write_text(json.dumps(lock, indent=2) + "\n", encoding="utf-8")
    refuse_addresses(NPM_LOCK)


def refuse_addresses(lock: Path) -> None:
    """Stops before a lock that works on one machine only is committed."""
    found = ADDRESS.search(lock.read_text(encoding="utf-8"))
    if found:
        raise SystemExit(f"{lock.name} holds an address ({found.group(0).strip()}); it must not be committed.")
