"""`run.py faults`: kill the server in a storm of answers, on SQLite and on PostgreSQL, and count afterwards."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict

from tqdm import tqdm

from tools.environment import PYTHON, ROOT
from tools.postgres import postgres
from tools.preparation import prepare_code, prepare_passing_data, start_django

INSIDE = "SLOYFE_FAULTS_INSIDE"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How hard."""
    parser.add_argument("--people", type=int, default=1400, help="answers to send (default %(default)s)")
    parser.add_argument("--kills", type=int, default=8, help="times the server is killed (default %(default)s)")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def run(options: argparse.Namespace) -> int:
    """Each database in a process and a folder of its own, since settings are read once."""
    if os.environ.get(INSIDE):
        return _inside(options)
    prepare_code()
    arguments = ["--people", str(options.people), "--kills", str(options.kills), *(["--json"] if options.json else [])]
    with postgres() as url:
        codes = [_storm(arguments, {}), _storm(arguments, {"DATABASE_URL": url})]
    return max(codes)


def _storm(arguments: list[str], environment: dict[str, str]) -> int:
    with tempfile.TemporaryDirectory(prefix="sloyfe-faults-", ignore_cleanup_errors=True) as folder:
        kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "PORT"}}
        own = {"SLOYFE_DATA": folder, INSIDE: "1", "DJANGO_SETTINGS_MODULE": "sloyfe.site.settings"}
        command = [str(PYTHON), "-m", "tools", "faults", *arguments]
        return subprocess.run(command, cwd=ROOT, env={**kept, **own, **environment}, check=False).returncode


def _inside(options: argparse.Namespace) -> int:
    start_django()
    return storm_here(options.people, options.kills, as_json=options.json)


def storm_here(people: int, kills: int, *, as_json: bool) -> int:
    """The storm on the database of this process."""
    from faults.storm import storm  # noqa: PLC0415 - its models exist only once Django has started

    prepare_passing_data()
    with tqdm(total=people, unit="answer", file=sys.stderr, disable=as_json) as bar:
        tally = storm(people, kills, progress=bar.update)
    verdict = "sound" if tally.sound else "BROKEN"
    told = asdict(tally)
    print(json.dumps({**told, "sound": tally.sound}) if as_json else f"{verdict}: {told}")
    return 0 if tally.sound else 1
