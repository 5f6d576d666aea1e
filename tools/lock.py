"""Renews the lock files from pyproject.toml; run it as `python3 run.py lock`."""

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS: dict[str, list[str]] = {
    "requirements.lock": ["pyproject.toml"],
    "requirements-test.lock": ["pyproject.toml", "--group", "test", "--constraint", "requirements.lock"],
    "requirements-node.lock": ["--group", "node"],
    "requirements-installer.lock": ["--group", "installer"],
}
# A lock that names a registry or a folder would work on one machine only, and tell about it.
ADDRESS = re.compile(r"https?://|file:|find-links|index-url|(^|\s)/[a-z]", re.MULTILINE)


def renew(installer: Path, *, upgrade: bool = False) -> list[str]:
    """Resolves every lock file again and returns their names; versions move only with `upgrade`."""
    for name, sources in LOCKS.items():
        command = [str(installer), "pip", "compile", *sources, "--output-file", name, "--quiet"]
        command += ["--universal", "--python-version", "3.11", "--generate-hashes"]
        command += ["--no-header", "--no-emit-index-url", "--no-emit-find-links"]
        if upgrade:
            command.append("--upgrade")
        subprocess.run(command, cwd=ROOT, check=True, env=os.environ | {"UV_PYTHON_DOWNLOADS": "never"})
        found = ADDRESS.search((ROOT / name).read_text(encoding="utf-8"))
        if found:
            raise SystemExit(f"{name} holds an address ({found.group(0).strip()}): not committed, please look.")
    return list(LOCKS)
