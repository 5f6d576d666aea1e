"""A short attack: the planted release breaks, and what is known to break the real one is said aloud."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHORT = ("--networks", "1", "--units", "8", "--through", "1", "--seed", "12")  # the same people answer both times
ALLOWED = {*sys.stdlib_module_names, "numpy", "scipy"}


@pytest.fixture(scope="module")
def result():
    command = [sys.executable, "-W", "ignore", "-m", "tools", "attack", "--json", *SHORT]
    done = subprocess.run(command, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, check=False)
    told = json.loads(done.stdout.splitlines()[-1]) if done.stdout else pytest.fail(done.stderr)
    assert done.returncode == (0 if told["sound"] else 1)
    return told


def test_the_attacker_breaks_the_planted_release(result):
    hits = result["planted"]["hits"]

    assert all(hits[attack] > 0 for attack in ("A1", "A2", "A3", "A4", "A5", "A6")), hits


def test_no_small_group_follows_from_the_release_or_is_nearly_known_or_known_to_one_who_is_alone(result):
    tried, hits = result["release"]["tried"], result["release"]["hits"]

    assert min(tried["A1"], tried["A2"], tried["A3"]) > 20
    assert {attack: hits[attack] for attack in ("A1", "A2", "A3")} == {"A1": 0, "A2": 0, "A3": 0}


def test_no_small_group_is_nearly_known_from_all_questions_or_both_waves_together(result):
    tried, hits = result["release"]["tried"], result["release"]["hits"]

    assert min(tried["A4"], tried["A5"]) > 20
    assert {attack: hits[attack] for attack in ("A4", "A5")} == {"A4": 0, "A5": 0}


def test_no_copy_of_the_disk_tells_whose_answer_is_whose(result):
    tried, hits = result["release"]["tried"], result["release"]["hits"]
    names = [name for name in tried if name.startswith("bytes")]

    assert len(names) == 4
    assert {name: hits[name] for name in names} == dict.fromkeys(names, 0)


def test_the_attacker_knows_nothing_of_the_code(result):
    assert result["loaded"] == []
    for source in (ROOT / "attack" / "attacker").glob("*.py"):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [str(node.module)] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                assert name.startswith("attack.attacker") or name.split(".")[0] in ALLOWED, (source.name, name)
