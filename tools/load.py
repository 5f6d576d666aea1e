"""`run.py load meeting`: thousands of browsers in one meeting, on SQLite or through PostgreSQL with two processes."""

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
from typing import Any

from tools.environment import PYTHON, ROOT
from tools.postgres import postgres
from tools.preparation import prepare_code, prepare_passing_data, start_django

INSIDE = "SLOYFE_LOAD_INSIDE"
RESULTS = ROOT / "benchmarks" / "results"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to load, and how hard."""
    parser.add_argument("what", choices=["meeting"])
    parser.add_argument("--people", type=int, default=500, help="participants (default %(default)s)")
    parser.add_argument("--coming", type=float, default=60, help="seconds in which all come in (default %(default)s)")
    parser.add_argument("--part", type=float, help="seconds for each part that is left: writing, the last save, points")
    parser.add_argument("--postgres", action="store_true", help="through PostgreSQL with two web processes")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--keep", metavar="NAME", help="keep the figures in benchmarks/results/NAME.json")


def run(options: argparse.Namespace) -> int:
    """In a process and a folder of its own, since settings are read once."""
    if os.environ.get(INSIDE):
        return _inside(options)
    prepare_code()
    if not options.postgres:
        return _outside({})
    with postgres(durable=True) as url:
        return _outside({"DATABASE_URL": url})


def _outside(environment: dict[str, str]) -> int:
    with tempfile.TemporaryDirectory(prefix="sloyfe-load-", ignore_cleanup_errors=True) as folder:
        kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "PORT"}}
        own = {"SLOYFE_DATA": folder, INSIDE: "1", "DJANGO_SETTINGS_MODULE": "sloyfe.site.settings"}
        command = [str(PYTHON), "-m", "tools", *sys.argv[1:]]
        return subprocess.run(command, cwd=ROOT, env={**kept, **own, **environment}, check=False).returncode


def _inside(options: argparse.Namespace) -> int:
    start_django()
    prepare_passing_data()
    spans = (
        dict.fromkeys(("typing", "between_saves", "submitting", "laying", "calm"), options.part) if options.part else {}
    )
    figures = load_meeting(
        options.people, options.coming, processes=2 if options.postgres else 1, aloud=not options.json, **spans
    )
    print(json.dumps(figures, indent=None if options.json else 2))
    if options.keep:
        (RESULTS / f"{options.keep}.json").write_text(json.dumps(figures, indent=2) + "\n")
    return 1 if any(figures["audit"].values()) else 0


def load_meeting(people: int, coming: float, *, processes: int, aloud: bool, **spans: Any) -> dict[str, Any]:
    """The meeting on the database of this process."""
    import uvloop  # noqa: PLC0415 - not where the suite runs without it

    from load.figures import audited  # noqa: PLC0415 - as the next line
    from load.meeting import Course, Plan  # noqa: PLC0415 - its models exist only once Django has started
    from load.servers import Server, Servers, room_for_connections  # noqa: PLC0415
    from load.stage import set_stage  # noqa: PLC0415

    room_for_connections()
    servers = Servers([Server(port) for port in free_ports(processes)])
    stage = set_stage()
    tell = (lambda words: print(f"· {words}", file=sys.stderr, flush=True)) if aloud else (lambda _words: None)
    course = Course(Plan(people, coming, **spans), stage, servers, tell)

    async def held() -> None:
        servers.start()
        await servers.answer()
        await course.hold()

    try:
        uvloop.run(held())
    finally:
        servers.end()
    return {
        "people": people,
        "processes": processes,
        **course.figures,
        "audit": audited(stage, course.browsers, late=course.figures["grace"]["taken_late"]),
    }


def free_ports(count: int) -> list[int]:
    """Ports that nobody listens on."""
    probes = [socket.socket() for _n in range(count)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports
