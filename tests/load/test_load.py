"""A short load: some thirty browsers in one meeting, the server killed in the middle, and nothing lost or doubled."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
FIGURES = {"joins", "turn_individual", "autosaves", "submissions", "restart", "turn_group", "grace", "points", "frames"}
AUDIT = ("participants_doubled", "notes_lost", "points_lost", "points_doubled", "after_the_grace")


def test_nothing_is_lost_or_doubled_or_taken_late_and_every_figure_is_there():
    """Times are looked at by people, not here: machines differ."""
    if connection.vendor != "sqlite":
        pytest.skip("brings its own database: loaded once, beside the tests on SQLite")
    command = [sys.executable, "-W", "ignore", "-m", "tools", "load", "meeting", "--people", "30"]
    done = subprocess.run(
        [*command, "--coming", "1", "--part", "1", "--json"],
        cwd=ROOT,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    figures = json.loads(done.stdout.splitlines()[-1])

    assert figures["audit"] == dict.fromkeys(AUDIT, 0)
    assert figures.keys() >= FIGURES
    assert (figures["people"], figures["joins"]["n"], figures["restart"]["missing"]) == (30, 30, 0)
    assert (figures["autosaves"]["n"], figures["points"]["n"], figures["fetches"]["failed"]) == (30, 30, 0)
