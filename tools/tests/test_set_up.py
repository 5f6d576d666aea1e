"""The set-up is the same everywhere: nothing that is committed names a registry or a machine."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from tools.commands import COMMANDS
from tools.environment import PYTHON, ROOT
from tools.lock import ADDRESS

LOCKS = sorted([*ROOT.glob("*.lock"), ROOT / "package-lock.json"])
MACHINE = re.compile(r"(?<![\w.~])/(work|root|tmp|home)/[\w.-]+")
REGISTRY = re.compile(r"https?://[\w.-]*(pypi|pythonhosted|npmjs|registry)[\w.-]*", re.IGNORECASE)


@pytest.mark.parametrize("lock", LOCKS, ids=[lock.name for lock in LOCKS])
def test_no_lock_holds_an_address(lock: Path) -> None:
    assert ADDRESS.search(lock.read_text(encoding="utf-8")) is None


@pytest.mark.parametrize("lock", [lock for lock in LOCKS if lock.suffix == ".lock"], ids=lambda lock: lock.name)
def test_every_python_package_has_its_hash(lock: Path) -> None:
    packages = re.split(r"\n(?=[a-z])", lock.read_text(encoding="utf-8").strip())
    assert packages
    assert [package for package in packages if "--hash=sha256:" not in package or "==" not in package] == []


def test_every_front_end_package_has_its_hash() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, about in packages.items() if name and "integrity" not in about] == []


def test_no_committed_file_names_a_registry_or_a_folder_of_one_machine() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("SKIPPED: this is not a git clone, so it is not known which files are committed")
    wrong = []
    for name in filter(None, listed.stdout.split("\0")):
        file = ROOT / name
        if file == Path(__file__) or not file.is_file() or file.suffix in {".png", ".xlsx", ".docx", ".odt"}:
            continue
        text = file.read_text(encoding="utf-8")
        wrong += [f"{name}: {found.group(0)}" for rule in (MACHINE, REGISTRY) for found in rule.finditer(text)]
    assert wrong == []


@pytest.mark.parametrize("command", [command for command in COMMANDS if command.name != "bench"], ids=lambda c: c.name)
def test_every_subcommand_explains_itself(command) -> None:
    asked = [str(PYTHON), "-m", "tools", command.name, "--help"]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"usage: run.py {command.name}")


def test_an_unknown_subcommand_gets_the_list() -> None:
    done = subprocess.run([str(PYTHON), "-m", "tools", "brew"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "There is no subcommand 'brew'" in done.stderr
    assert all(command.name in done.stderr for command in COMMANDS)
