"""`run.py faults`: kill the server in a storm, of answers or in a meeting, on both databases, and count afterwards."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict
from typing import Any

from tqdm import tqdm

from tools.environment import PYTHON, ROOT
from tools.postgres import postgres
from tools.preparation import prepare_code, prepare_passing_data, start_django

INSIDE = "SLOYFE_FAULTS_INSIDE"
DEFAULTS = {"survey": (1400, 8), "meeting": (40, 2)}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How hard."""
    parser.add_argument("what", nargs="?", choices=list(DEFAULTS), default="survey", help="default %(default)s")
    parser.add_argument("--people", type=int, help="answers to send (1400), or participants of the meeting (40)")
    parser.add_argument("--kills", type=int, help="times the server is killed (8), or in each part of the meeting (2)")
    parser.add_argument("--parts", help="in a meeting: kill in these only, with commas between (default: in all five)")
    parser.add_argument("--postgres", action="store_true", help="on PostgreSQL only (default: on both databases)")
    parser.add_argument("--sqlite", action="store_true", help="on SQLite only")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def run(options: argparse.Namespace) -> int:
    """Each database in a process and a folder of its own, since settings are read once."""
    if os.environ.get(INSIDE):
        return _inside(options)
    prepare_code()
    codes = [] if options.postgres else [_storm({})]
    if not options.sqlite:
        with postgres() as url:
            codes.append(_storm({"DATABASE_URL": url}))
    return max(codes)


def _storm(environment: dict[str, str]) -> int:
    with tempfile.TemporaryDirectory(prefix="sloyfe-faults-", ignore_cleanup_errors=True) as folder:
        kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "PORT"}}
        own = {"SLOYFE_DATA": folder, INSIDE: "1", "DJANGO_SETTINGS_MODULE": "sloyfe.site.settings"}
        command = [str(PYTHON), "-m", "tools", *sys.argv[1:]]
        return subprocess.run(command, cwd=ROOT, env={**kept, **own, **environment}, check=False).returncode


def _inside(options: argparse.Namespace) -> int:
    start_django()
    people, kills = DEFAULTS[options.what]
    people, kills = options.people or people, options.kills or kills
    if options.what == "meeting":
        parts = tuple(options.parts.split(",")) if options.parts else ()
        return meeting_here(people, kills, parts, as_json=options.json)
    return storm_here(people, kills, as_json=options.json)


def meeting_here(people: int, kills: int, parts: tuple[str, ...], *, as_json: bool) -> int:
    """A meeting on the database of this process."""
    from faults.meeting import PARTS, meeting_storm  # noqa: PLC0415 - its models exist only once Django has started

    if unknown := set(parts) - set(PARTS):
        sys.exit(f"There is no part {', '.join(unknown)}: {', '.join(PARTS)}")
    prepare_passing_data()
    tally = meeting_storm(people, kills, parts=parts or PARTS)
    counts = ("kills", "hit", "acknowledged", "refused", "unanswered", "contradicted")
    done = {name: {count: getattr(part, count) for count in counts} for name, part in tally.parts.items()}
    if not as_json:
        for name, part in done.items():
            print(f"{name:<12}" + "".join(f"{number:>6} {count}" for count, number in part.items()))
    told = {"database": tally.database, "people": people, **({"parts": done} if as_json else {}), **tally.audit}
    return _told(told, sound=tally.sound, as_json=as_json)


def storm_here(people: int, kills: int, *, as_json: bool) -> int:
    """The storm of answers on the database of this process."""
    from faults.storm import storm  # noqa: PLC0415 - its models exist only once Django has started

    prepare_passing_data()
    with tqdm(total=people, unit="answer", file=sys.stderr, disable=as_json) as bar:
        tally = storm(people, kills, progress=bar.update)
    return _told(asdict(tally), sound=tally.sound, as_json=as_json)


def _told(told: dict[str, Any], *, sound: bool, as_json: bool) -> int:
    print(json.dumps({**told, "sound": sound}) if as_json else f"{'sound' if sound else 'BROKEN'}: {told}", flush=True)
    return 0 if sound else 1
