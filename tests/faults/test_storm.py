"""Short storms: the server dies in the middle, and nothing acknowledged is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
BOTH = [("sqlite", True), ("postgresql", True)]


@pytest.fixture(autouse=True)
def _once() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("brings both databases: asked once, beside the tests on SQLite")


def tallies(*arguments: str) -> list[dict[str, Any]]:
    """What the command says, for each database."""
    command = [sys.executable, "-W", "ignore", "-m", "tools", "faults", *arguments, "--json"]
    done = subprocess.run(command, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, check=False)
    found = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    assert [(tally["database"], tally["sound"]) for tally in found] == BOTH, done
    return found


def test_nothing_acknowledged_is_missing_and_nothing_is_twice():
    found = tallies("--people", "112", "--kills", "2")

    assert [(tally["kills"], tally["acknowledged"]) for tally in found] == [(2, 112), (2, 112)]


def test_in_a_meeting_nothing_acknowledged_is_missing_and_nothing_is_twice():
    for tally in tallies("meeting", "--people", "12", "--kills", "1", "--parts", "individual,group"):
        parts = tally["parts"]

        assert {name: part["kills"] for name, part in parts.items() if part["kills"]} == {"individual": 1, "group": 1}
        assert [part["acknowledged"] for part in parts.values()][:3] == [12 * 3, 12 * 6 + 1, 12 * 3 + 1]
        assert (tally["notes_lost"], tally["points_lost"], tally["points_doubled"], tally["unread"]) == (0, 0, 0, 0)
