"""A short storm: the server dies in the middle, and nothing acknowledged is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_nothing_acknowledged_is_missing_and_nothing_is_twice():
    command = [sys.executable, "-W", "ignore", "-m", "tools", "faults", "--people", "112", "--kills", "2", "--json"]
    done = subprocess.run(command, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, check=False)
    tallies = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]

    assert [(tally["database"], tally["sound"]) for tally in tallies] == [("sqlite", True), ("postgresql", True)], done
    assert [(tally["kills"], tally["acknowledged"]) for tally in tallies] == [(2, 112), (2, 112)]
